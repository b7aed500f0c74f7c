"""What was meant by a text that stands where keys belong: `checked: 24/12/2026 door An`."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from generator.model.fields import FLYER_ENDINGS
from generator.reading import likely
from generator.reading.quoting import quoted

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}\s+[^\W\d]+\.?\s+\d{4}")
_DATE_WORDS = re.compile(r"^[\s:,;(]*(?:op|door|via|bij|on|by|-)?[\s:,;]*|[\s)]+$", re.IGNORECASE)

_TODAY = re.compile(r"\b(?:vandaag|gisteren|daarnet|today)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\bvan\b|\btot\b|\bt\.?e\.?m\.?(?=\s)|\bt/m\b|-|–|\s)+")


def keys_for(key: str, typed: str, today: date | None = None) -> str | None:
    """The value with keys that says the same, if that can be told."""
    if key == "checked":
        return _checked(typed.strip(), today)
    meaning = _MEANT.get(key)
    return meaning(typed.strip()) if meaning else None


def items_for(key: str, typed: Sequence[str]) -> str | None:
    """The same for the items of a list, which stand there as plain texts."""
    if key == "choices":
        return ", ".join(
            f"{{id: {likely.slugified(text)}, question: {_plain(text)}, pictogram: help, answer: ...}}"
            for text in typed
        )
    found = [keys_for(key, text) for text in typed]
    return ", ".join(filter(None, found)) if found and all(found) else None


def _plain(text: str) -> str:
    """As it stands between braces."""
    return quoted(text) if re.search(r"[,:\[\]{}#\"'&*!|>%@`]", text) else text


def _dates(typed: str) -> list[str]:
    return [day for found in _DATE.findall(typed) if (day := likely.date_in(found))]


def _checked(typed: str, today: date | None) -> str | None:
    days = _dates(typed)
    who = _DATE_WORDS.sub("", _DATE_WORDS.sub("", _TODAY.sub("", _DATE.sub("", typed))))
    if days:
        return f"{{on: {days[0]}, by: {_plain(who)}}}" if who else f"{{on: {days[0]}}}"
    if typed.lower() in ("ja", "yes", "ok", "nee", "no", "neen") or re.search(r"\d", typed):
        return None
    if today is None:
        return None
    day = today - timedelta(days=1) if "gisteren" in typed.lower() else today
    return f"{{on: {day}, by: {_plain(who)}}}" if who else f"{{on: {day}}}"


def _ended(typed: str) -> str:
    days = _dates(typed)
    why = _DATE_WORDS.sub("", _DATE.sub("", typed))
    parts = [f"on: {days[0]}"] if days else []
    return f"{{{', '.join([*parts, f'reason: {_plain(why)}'] if why else parts)}}}"


def _flyer(typed: str) -> str | None:
    if days := _dates(typed):
        return f"{{valid_until: {days[0]}}}"
    return f"{{file: {_plain(typed)}}}" if typed.lower().endswith(FLYER_ENDINGS) else None


def _closed(typed: str) -> str | None:
    days = _dates(typed)
    if len(days) not in (1, 2):
        return None
    why = _DATE_WORDS.sub("", _BETWEEN.sub(" ", _DATE.sub("", typed)).strip())
    reason = f", reason: {_plain(why)}" if why else ""
    return f"{{from: {days[0]}, until: {days[-1]}{reason}}}"


def _special(typed: str) -> str | None:
    days = _dates(typed)
    rest = _DATE.sub("", typed)
    if len(days) != 1:
        return None
    if hours := likely.clock_range(rest):
        return f"{{on: {days[0]}, opens: {hours[0]}, closes: {hours[1]}}}"
    return f"{{on: {days[0]}, closed: yes}}" if re.search(r"gesloten|dicht|closed", rest, re.I) else None


def _opening(typed: str) -> str | None:
    found = likely.opening_hours(typed)
    return ", ".join(found) or None


def _when(typed: str) -> str | None:
    day = likely.weekdays(re.split(r"\d+\s*[:.uh]|\d+\s*-", typed, maxsplit=1)[0])
    hours = likely.clock_range(typed)
    if not day or likely.is_negated(typed):
        return None
    every = likely.how_often(typed, day)
    times = f", from: {hours[0]}, until: {hours[1]}" if hours else ""
    return f"{{every: {every}, on: {day}{times}}}"


def _text_and_days(typed: str) -> str:
    return f"{{text: {quoted(typed)}}}"


_MEANT: Mapping[str, Callable[[str], str | None]] = {
    "ended": _ended,
    "flyer": _flyer,
    "closed": _closed,
    "special_hours": _special,
    "opening_hours": _opening,
    "when": _when,
    "notice": _text_and_days,
    "fallback": lambda typed: f"{{name: {_plain(typed)}}}",
    "tally": lambda typed: f"{{answers: [{typed}]}}",
    "route": lambda typed: f"{{stops: [{typed.strip('[]')}]}}",
}
