"""What was probably meant by a time, a date, a day or a price that people write as they say it."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from babel import Locale

from generator.model.fields import parse_clock, parse_date, parse_email, parse_phone, parse_web_address
from generator.model.vocabulary import Weekday
from generator.reading.keys import nearest

_DASHES = re.compile("[\u2010-\u2015\u2212]")
"""As Word writes a hyphen."""
_HOUR = re.compile(r"\d{1,2}(?:\s*[:.uh]\s*\d{2})?(?=\D|$)", re.IGNORECASE)
_HOUR_AND_MINUTES = re.compile(r"(\d{1,2})(?:\s*,\s*)?(\d{2})\s*(?:uur|u|h)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d(?:[\s./()-]{0,3}\d)+")
_UNITS = {"dag": "days", "week": "weeks", "weken": "weeks", "maand": "months", "jaar": "years"}
_NUMBERS = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "zes": 6, "twaalf": 12, "half": 6}
_DAILY = {"dagelijks": "day", "wekelijks": "week", "tweewekelijks": "2 weeks", "maandelijks": "month"}
_YEARLY = {"jaarlijks": "12 months", "halfjaarlijks": "6 months", "driemaandelijks": "3 months"}
_COUNTRIES = {
    "ua": "uk", "gr": "el", "cn": "zh", "jp": "ja", "dk": "da", "cz": "cs", "ir": "fa", "al": "sq",
    "eng": "en", "fra": "fr", "ned": "nl", "ara": "ar", "tur": "tr", "ukr": "uk", "rus": "ru", "vl": "nl",
    "oekraiens": "uk", "farsi": "fa", "dari": "fa", "arabic": "ar", "berbers": "ber", "pasjtoe": "ps",
}  # fmt: skip
"""Countries and short names, as people write them for a language."""
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
_NUMBERED = re.compile(r"^(?:nr|nummer|punt|plaats)-(?=\d+$)")
_RANGE = re.compile(r"\b(?:t\.?e\.?m\.?|tot(?: en met)?|t/m)(?=\s|$)|[-–]", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:behalve|niet|geen|uitgezonderd|except|not)\b", re.IGNORECASE)
_OTHER_WEEK = re.compile(r"tweewekelijks|om de (?:andere )?week\b|om de (?:14|veertien) dagen", re.IGNORECASE)
_WEEKS = re.compile(r"\b([2-9]|twee|drie|vier|zes) ?weken")
_ROWS = {"weekend": "zaterdag - zondag", "werkdagen": "maandag - vrijdag", "weekdagen": "maandag - vrijdag"}
_THIS_YEAR = "2026"
"""As in all examples: the clock is no input of a message."""


def slugified(text: str) -> str:
    """`Soep met babbels!` -> `soep-met-babbels`."""
    plain = unicodedata.normalize("NFKD", _DASHES.sub("-", text.lower())).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-")


def clock_range(typed: str) -> tuple[str, str] | None:
    """`19.00-21u` or `van 9u30 tot 11u30` -> begin and end, as one writes them."""
    hours = _hours(typed)
    begin, end = hours if len(hours) == 2 else (None, None)
    return (begin, end) if begin and end and parse_clock(begin) < parse_clock(end) else None


def clock_spans(typed: str) -> tuple[tuple[str, str], ...]:
    """`9-12 en 13-17u` -> each begin and end."""
    hours = _hours(typed)
    if not hours or len(hours) % 2 or not all(hours):
        return ()
    return tuple(zip(filter(None, hours[::2]), filter(None, hours[1::2]), strict=True))


def _hours(typed: str) -> list[str | None]:
    """Each hour in a text, None for what cannot be one."""
    if one := _one_hour(typed):
        return [one]
    return [_clock(found[0]) for found in _HOUR.finditer(typed)]


def _one_hour(typed: str) -> str | None:
    """`14,15`, `1415` or `14:15,` -> 14:15."""
    plain = typed.strip().rstrip(" .,;")
    found = _HOUR_AND_MINUTES.fullmatch(plain)
    return _clock(f"{found[1]}:{found[2]}" if found else plain)


def opening_hours(typed: str) -> tuple[str, ...]:
    """`ma-vr 9-12 en 13-17u` -> `{on: [monday, ...], opens: 9:00, closes: 12:00}`, twice."""
    days = weekdays(re.split(r"\d", typed, maxsplit=1)[0])
    if not days or is_negated(typed):
        return ()
    return tuple(f"{{on: {days}, opens: {begin}, closes: {end}}}" for begin, end in clock_spans(typed))


def clock(typed: str) -> str | None:
    """`middag` -> 12:00; `24:00` -> 23:59; `9:3O` -> 9:30."""
    plain = typed.lower().strip()
    if plain in ("middag", "noen", "de middag"):
        return "12:00"
    if plain in ("24:00", "24u", "24.00", "middernacht"):
        return "23:59"
    plain = re.sub(r"(?<=\d)o|o(?=\d)", "0", plain.lstrip("-~± "))
    return _one_hour(plain) or _spoken(plain)


_TWELVE = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_MINUTES = {"half": -30, "kwart voor": -15, "kwart na": 15, "kwart over": 15}
_SPOKEN = re.compile(r"(?:(half|kwart (?:voor|na|over)) )?(\d{1,2}|[a-zé]+)(?: uur| u)?(.*)")


def _spoken(plain: str) -> str | None:
    """`half tien`, `9 uur 's avonds`, `vanaf 9u30`, `9;30`."""
    plain = re.sub(r"^(?:om|vanaf|van|rond|tot|circa|ca\.?|±|om en bij)\s+", "", plain.replace(";", ":"))
    if found := _clock(plain):
        return found
    if not (spoken := _SPOKEN.fullmatch(plain.replace("één", "een"))):
        return _clock(one[0]) if len(one := _HOUR.findall(plain)) == 1 and ":" in one[0] else None
    part, word, rest = spoken.groups()
    hour = int(word) if word.isdigit() else _TWELVE.index(word) + 1 if word in _TWELVE else None
    if hour is None or (rest and not re.search(r"avond|middag|ochtend|morgen", rest)):
        return None
    minutes = hour * 60 + _MINUTES.get(part or "", 0)
    if re.search(r"avond|namiddag|middag", rest) and not re.search(r"voormiddag", rest) and hour < 12:
        minutes += 12 * 60
    return f"{minutes // 60}:{minutes % 60:02}" if 0 <= minutes < 24 * 60 else None


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


def date_in(typed: str) -> str | None:
    """A date in any way of writing, with its year."""
    try:
        return parse_date(typed).isoformat()
    except ValueError:
        found = day_of_year(typed)
    return found[0] if found and found[1] else None


def possible_day(typed: str) -> str | None:
    """`31/11/2026` -> the last day of that month; `12/24/2026`, with the month first -> 24 December."""
    numbers = [int(part) for part in re.findall(r"\d+", typed)]
    if len(numbers) != 3:
        return None
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    if month > 12 >= day:
        month, day = day, month
    try:
        return date(year, month, min(day, monthrange(year, month)[1])).isoformat()
    except ValueError:
        return None


def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in Locale("nl").months["format"][width].items():
            names[str(name).rstrip(".")] = int(number)
    return names


def weekdays(typed: str) -> str | None:
    """`eerste dinsdag vd maand` -> `first tuesday`; `ma-wo` or `ma en wo` -> a list.

    None where part of the meaning would be lost: `elke dag behalve woensdag`.
    """
    typed = _ROWS.get(typed.lower().strip(), typed)
    words = re.findall(r"[\w']+", typed.lower())
    days = [day for word in words if (day := _weekday(word))]
    if not days or is_negated(typed):
        return None
    if any(word in _ORDINALS for word in words):
        return _listed(_nth_days(words))
    week = [day.value for day in Weekday]
    if len(days) == 2 and _RANGE.search(typed) and week.index(days[0]) < week.index(days[1]):
        days = week[week.index(days[0]) : week.index(days[1]) + 1]
    return _listed(days)


def is_negated(typed: str) -> bool:
    return bool(_NEGATED.search(typed))


def _listed(days: Sequence[str]) -> str | None:
    return f"[{', '.join(days)}]" if len(days) > 1 else next(iter(days), None)


def _nth_days(words: Sequence[str]) -> list[str]:
    """`eerste en derde vrijdag` -> `first friday`, `third friday`; none if a day or an "nth" stands alone."""
    found: list[str] = []
    before: list[str] = []
    for word in words:
        if word in _ORDINALS:
            before.append(_ORDINALS[word])
        elif day := _weekday(word):
            if not before:
                return []
            found += [f"{ordinal} {day}" for ordinal in before]
            before = []
    return [] if before else found


def _weekday(word: str) -> str | None:
    if word in _SHORT or word in _WEEKDAYS:
        return _SHORT.get(word) or _WEEKDAYS[word]
    # "maand" looks like "maandag" and is none.
    meant = nearest(word, _WEEKDAYS) if len(word) > 3 and word not in ("maand", "month") else None
    return _WEEKDAYS[meant] if meant else None


def rhythm(typed: str) -> str | None:
    """`eerste dinsdag van de maand` at `every` -> the keys that say it."""
    day = weekdays(typed)
    return f"every: {how_often(typed, day)}, on: {day}" if day else None


def how_often(typed: str, day: str) -> str:
    """`om de twee weken op vrijdag` -> `2 weeks`; `day` is its day, as `weekdays` gives it."""
    if " " in day.replace(", ", ","):
        return "month"
    if _OTHER_WEEK.search(typed):
        return "2 weeks"
    count = _WEEKS.search(typed.lower())
    return f"{_NUMBERS.get(count[1], count[1])} weeks" if count else "week"


def price(typed: str) -> str:
    """`gratis!` -> `free`; `5 euro p.p.` -> an amount with a note; other words -> a note."""
    text = typed.replace('"', "'")
    amounts = _AMOUNT.findall(typed)
    if re.fullmatch(r"\W*(gratis|free|niets|geen)\W*", typed.lower()):
        return "free"
    amount = f"amount: {amounts[0]}, " if len(amounts) == 1 else ""
    # Between braces a comma parts the keys.
    return f'{{{amount.replace(",", ".", 1) if amount.count(",") > 1 else amount}note: "{text}"}}'


def ids_in(
    slug: str, ids: Collection[str], called: Mapping[str, str] = MappingProxyType({})
) -> tuple[str, ...]:
    """The ids that a text names, as a slug: `An Peeters en Jan Smet`, `vrije-tijd; gezondheid`.

    `called` are other names of the records, such as their address, with their ids. A number is the one
    of a place only where nothing else stands there: in `Dorpsstraat 11` it is of a house.
    """
    names = {**called, **{known: known for known in ids}}
    for said in (slug, _NUMBERED.sub("", slug)):
        if said in names:
            return (names[said],)
    found = [(at, known) for known in names if not known.isdigit() for at in _places(known, slug)]
    return tuple(
        dict.fromkeys(
            names[known]
            for _at, known in sorted(found)
            if not any(known != other and known in other for _place, other in found)
        )
    )


def near_id(slug: str, ids: Collection[str]) -> str | None:
    """The id that looks most like it. Other numbers mean another house, or another group."""
    return nearest(slug, [known for known in ids if is_near(slug, known)])


def is_near(slug: str, known: str) -> bool:
    """Whether an id has the same numbers, and about as many letters: `thuis` is no slip for `stadhuis`."""
    as_long = 3 * abs(len(slug) - len(known)) <= max(len(slug), 3)
    return as_long and re.findall(r"\d+", slug) == re.findall(r"\d+", known)


def _places(known: str, slug: str) -> Iterator[int]:
    found = re.search(rf"(?:^|-){re.escape(known)}(?:-|$)", slug)
    if found:
        yield found.start()


def amount(typed: str) -> str | None:
    """`2,50 euro p.p.`, `€2.5/keer` or `2 euro 50` -> an amount."""
    if found := re.fullmatch(r"\D*(\d+)\s*(?:euro?|€)\s*(\d{2})\D*", typed.lower()):
        return f"{found[1]},{found[2]}"
    amounts = _AMOUNT.findall(typed)
    return str(amounts[0]).replace(".", ",") if len(amounts) == 1 else None


def phones(typed: str) -> tuple[tuple[str, ...], str]:
    """The phone numbers in a text, and the words beside the first: `Onthaal: 056 00 00 00`."""
    found = [
        number.strip(" ./-(")
        for part in re.split(r" / |/ | of | en |,|;|\n", typed)
        for number in _PHONE.findall(part)
    ]
    good = []
    for number in found:
        try:
            good.append(parse_phone(number))
        except ValueError:
            return (), ""
    words = re.sub(r"\b(?:tel|telefoon|gsm|t|nr)\b[.:]*", "", _PHONE.sub("", typed), flags=re.IGNORECASE)
    return tuple(good), words.strip(" :()-,./")


def email(typed: str) -> str | None:
    """`Jan <jan@voorbeeld.be>`, `mailto:jan@voorbeeld.be`, `jan (at) voorbeeld.be` -> the address."""
    plain = re.sub(r"\s*(?:\(at\)|\[at\]|\s@\s|@\s|\s@)\s*", "@", re.sub(r"^mailto:", "", typed.strip()))
    found = [part.rstrip(".") for part in re.findall(r"[^\s<>,;:()\"']+@[^\s<>,;:()\"']+", plain)]
    try:
        return parse_email(found[0]) if found else None
    except ValueError:
        return None


def web_address(typed: str) -> str | None:
    """`htps://www.voorbeeld.be`, `www,voorbeeld,be` or `www.voorbeeld.be en ...` -> an address."""
    plain = re.sub(r"^[a-z]{3,6}[:;]/{1,3}(?=\w)", "https://", typed.strip())
    plain = re.sub(r"^(?:website|site|zie|url)[:\s]+", "", plain.strip("<>()[]\"'"), flags=re.IGNORECASE)
    if "." not in plain:
        plain = re.sub(r"\s*,\s*", ".", plain)
    for candidate in (
        re.sub(r"\s*\.\s*", ".", plain),
        re.split(r"[\s,;]+", plain)[0],
        plain.replace(" ", "%20"),
    ):
        try:
            parse_web_address(candidate)
        except ValueError:
            continue
        return candidate
    return None


def coordinates(typed: str) -> str | None:
    """`50.8494 3.3005`, `50,8494; 3,3005`, `50°51'31"N 3°18'47"O`, a link to a map -> two numbers."""
    degrees = re.findall(r"(\d+)\s*°\s*(\d+)\s*['′’]\s*(\d+(?:[.,]\d+)?)", typed)
    numbers = [
        f"{int(whole) + int(minutes) / 60 + float(seconds.replace(',', '.')) / 3600:.6f}"
        for whole, minutes, seconds in degrees
    ] or [number.replace(",", ".") for number in re.findall(r"-?\d{1,3}[.,]\d{2,}", typed)]
    return f"{numbers[0]}, {numbers[1]}" if len(numbers) == 2 else None


def period(typed: str) -> str | None:
    """`elk half jaar`, `halfjaarlijks`, `om de 2 weken` -> a length of time."""
    plain = typed.lower().replace("één", "een").strip()
    if found := _DAILY.get(plain) or _YEARLY.get(plain):
        return found
    if re.search(r"half ?jaar", plain):
        return "6 months"
    unit = next((unit for word, unit in _UNITS.items() if re.search(rf"\b{word}", plain)), None)
    count = next((int(word) for word in re.findall(r"\d+", plain)), None) or next(
        (number for word, number in _NUMBERS.items() if re.search(rf"\b{word}\b", plain)), 1
    )
    if re.search(r"\d ?x|keer", plain) or unit is None:
        return None
    return unit.removesuffix("s") if count == 1 else f"{count} {unit}"


def language(typed: str) -> str | None:
    """`ua` -> `uk`: people know the code of the country."""
    return _COUNTRIES.get(slugified(typed))


def is_full(typed: str) -> bool:
    return bool(re.search(r"vol(?:zet|geboekt)|\bvol\b|wachtlijst|full", typed.lower()))


def is_cancelled(typed: str) -> bool:
    return bool(re.search(r"geannul|afgelast|uitgesteld|cancel|verplaatst", typed.lower()))
