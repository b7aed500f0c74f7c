"""What was probably meant by a time, a date, a day or a price that people write as they say it."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from babel import Locale

from generator.model.fields import parse_clock
from generator.model.vocabulary import Weekday
from generator.reading.keys import nearest

_HOUR = re.compile(r"\d{1,2}(?:\s*[:.uh]\s*\d{2})?(?=\D|$)", re.IGNORECASE)
_DAY_MONTH = re.compile(r"^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}))?$")
_WRITTEN_DATE = re.compile(r"^(?:\w+\s+)?(\d{1,2})\s+([^\W\d]+)\.?(?:\s+(\d{4}))?$")
_AMOUNT = re.compile(r"\d+(?:[.,]\d{1,2})?")
_WEEKDAYS = {**{day.value: day.value for day in Weekday}, **Weekday.aliases()}
_SHORT = {name[:2]: day for name, day in Weekday.aliases().items()}
_ORDINALS = {
    "eerste": "first", "1ste": "first", "1e": "first", "tweede": "second", "2de": "second", "2e": "second",
    "derde": "third", "3de": "third", "3e": "third", "vierde": "fourth", "4de": "fourth", "4e": "fourth",
    "laatste": "last", "first": "first", "second": "second", "third": "third", "fourth": "fourth",
    "last": "last",
}  # fmt: skip
_RANGE = re.compile(r"\b(?:t\.?e\.?m\.?|tot(?: en met)?|t/m)(?=\s|$)|[-–]", re.IGNORECASE)
_ROWS = {"weekend": "zaterdag - zondag", "werkdagen": "maandag - vrijdag", "weekdagen": "maandag - vrijdag"}
_THIS_YEAR = "2026"
"""As in all examples: the clock is no input of a message."""


def clock_range(typed: str) -> tuple[str, str] | None:
    """`19.00-21u` or `van 9u30 tot 11u30` -> begin and end, as one writes them."""
    hours = [_clock(found[0]) for found in _HOUR.finditer(typed)]
    begin, end = hours if len(hours) == 2 else (None, None)
    return (begin, end) if begin and end else None


def clock(typed: str) -> str | None:
    """`middag` -> 12:00; `24:00` -> 23:59; `9:3O` -> 9:30."""
    plain = typed.lower().strip()
    if plain in ("middag", "noen", "de middag"):
        return "12:00"
    if plain in ("24:00", "24u", "24.00", "middernacht"):
        return "23:59"
    return _clock(re.sub(r"(?<=\d)o|o(?=\d)", "0", plain.lstrip("-~± ")))


def _clock(typed: str) -> str | None:
    try:
        found = parse_clock(typed)
    except ValueError:
        return None
    return f"{found.hour}:{found.minute:02}"


def day_of_year(typed: str) -> tuple[str, bool] | None:
    """`7 januari 2022`, `3/12` or `07-01-22` -> a date, and whether its year was typed."""
    if found := _DAY_MONTH.match(typed):
        day, month, short = found.groups()
        year = f"20{short}" if short else ""
    elif (found := _WRITTEN_DATE.match(typed)) and (number := _months().get(found[2].lower())):
        day, month, year = found[1], str(number), found[3] or ""
    else:
        return None
    try:
        return date(int(year or _THIS_YEAR), int(month), int(day)).isoformat(), bool(year)
    except ValueError:
        return None


def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in Locale("nl").months["format"][width].items():
            names[str(name).rstrip(".")] = int(number)
    return names


def weekdays(typed: str) -> str | None:
    """`eerste dinsdag vd maand` -> `first tuesday`; `ma-wo` or `ma en wo` -> a list."""
    typed = _ROWS.get(typed.lower().strip(), typed)
    words = re.findall(r"[\w']+", typed.lower())
    days = [day for word in words if (day := _weekday(word))]
    if not days:
        return None
    if ordinal := next((_ORDINALS[word] for word in words if word in _ORDINALS), None):
        return f"{ordinal} {days[0]}"
    week = [day.value for day in Weekday]
    if len(days) == 2 and _RANGE.search(typed) and week.index(days[0]) < week.index(days[1]):
        days = week[week.index(days[0]) : week.index(days[1]) + 1]
    return days[0] if len(days) == 1 else f"[{', '.join(days)}]"


def _weekday(word: str) -> str | None:
    if word in _SHORT or word in _WEEKDAYS:
        return _SHORT.get(word) or _WEEKDAYS[word]
    # "maand" looks like "maandag" and is none.
    meant = nearest(word, _WEEKDAYS) if len(word) > 3 and word not in ("maand", "month") else None
    return _WEEKDAYS[meant] if meant else None


def rhythm(typed: str) -> str | None:
    """`eerste dinsdag van de maand` at `every` -> the keys that say it."""
    day = weekdays(typed)
    if not day:
        return None
    return f"every: {'month' if ' ' in day and '[' not in day else 'week'}, on: {day}"


def price(typed: str) -> str:
    """`gratis!` -> `free`; `5 euro p.p.` -> an amount with a note; other words -> a note."""
    text = typed.replace('"', "'")
    amounts = _AMOUNT.findall(typed)
    if re.fullmatch(r"\W*(gratis|free|niets|geen)\W*", typed.lower()):
        return "free"
    amount = f"amount: {amounts[0]}, " if len(amounts) == 1 else ""
    # Between braces a comma parts the keys.
    return f'{{{amount.replace(",", ".", 1) if amount.count(",") > 1 else amount}note: "{text}"}}'


def ids_in(typed: str, slug: str, ids: Collection[str]) -> tuple[str, ...]:
    """The ids that a text names: `An Peeters en Jan Smet`, `vrije-tijd; gezondheid`."""
    found = [(at, known) for known in ids for at in _places(known, slug)]
    return tuple(
        known
        for _at, known in sorted(found)
        if not any(known != other and known in other for _place, other in found)
    )


def _places(known: str, slug: str) -> Iterator[int]:
    found = re.search(rf"(?:^|-){re.escape(known)}(?:-|$)", slug)
    if found:
        yield found.start()
