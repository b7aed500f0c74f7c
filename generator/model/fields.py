"""The types of the fields, each made from the text that a person typed.

YAML never guesses here: every scalar arrives as the characters in the file, and the
field decides. A value that does not fit raises `PydanticCustomError` with a stable
type (`clock_time`, `calendar_date`, ...); the reading stage turns that type into a
message in the user's language.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from babel import Locale
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.phones import wrong_length
from generator.model.vocabulary import Vocabulary

V = TypeVar("V", bound=Vocabulary)

FIRST_LANGUAGE = "nl"
"""The language of a text that is written as a plain string."""

FLYER_ENDINGS = ("pdf", "png", "jpg", "jpeg")
"""How the name of a flyer's file may end."""

_CLOCK = re.compile(r"^(\d{1,2})(?:\s*[:.uUhH]\s*(\d{2})?)?\s*(?:u|uur|h)?\.?$")
_ISO_DATE = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_BELGIAN_DATE = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_PHONE = re.compile(r"^\+?[\d\s./()-]+$")
_FILE_NAME = re.compile(r"^[^/\\\x00-\x1f.][^/\\\x00-\x1f]{0,199}$")
# What has a meaning in the address of a link is no part of a mailbox: `?cc=` would add a reader.
_EMAIL = re.compile(r"[^@\s,;:<>\"'?#%\\]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WEB_ADDRESS = re.compile(r"(https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]+)?(?:[/?#]\S*)?")
_REPOSITORY = re.compile(r"^[\w.-]+(?:/[\w.-]+)+$", re.ASCII)
_MONEY = re.compile(r"^(?:€\s*)?(\d+)(?:[.,](\d{1,2}))?(?:\s*(?:€|euro|eur))?$", re.IGNORECASE)
_PERIOD = re.compile(r"^(\d{1,3})\s*([a-zé]+)$")
_UNITS: dict[str, Literal["days", "weeks", "months", "years"]] = {
    "day": "days", "days": "days", "dag": "days", "dagen": "days",
    "week": "weeks", "weeks": "weeks", "weken": "weeks",
    "month": "months", "months": "months", "maand": "months", "maanden": "months",
    "year": "years", "years": "years", "jaar": "years",
}  # fmt: skip


def _typed(value: Any, kind: str) -> str:
    """The text of a scalar; a list or mapping where one value belongs is a mistake."""
    if isinstance(value, str):
        return value.strip()
    raise PydanticCustomError("one_value", "one value expected", {"kind": kind})


def parse_clock(value: Any) -> time:
    """`9:30`, `9u30`, `9.30u`, `09:30`, `9u` and `14` -> a local wall-clock time."""
    if isinstance(value, time):
        return value
    found = _CLOCK.match(_typed(value, "clock_time"))
    if found:
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise PydanticCustomError("clock_time", "not a time of day")


def parse_date(value: Any) -> date:
    """`2026-12-24`, `24/12/2026` or `24-12-2026` -> a date."""
    if isinstance(value, date):
        return value
    text = _typed(value, "calendar_date")
    if found := _ISO_DATE.match(text):
        year, month, day = found.groups()
    elif found := _BELGIAN_DATE.match(text):
        day, month, year = found.groups()
    else:
        raise PydanticCustomError("calendar_date", "not a date")
    try:
        found_date = date(int(year), int(month), int(day))
    except ValueError as error:
        raise PydanticCustomError("impossible_date", "no such day") from error
    if not 1900 <= found_date.year <= 2199:
        raise PydanticCustomError("unlikely_year", "a year that is surely a typing mistake")
    return found_date


def parse_yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = _typed(value, "yes_no").lower()
    if word in ("yes", "ja", "true", "y", "on"):
        return True
    if word in ("no", "nee", "neen", "false", "n", "off"):
        return False
    raise PydanticCustomError("yes_no", "not yes or no")


def parse_slug(value: Any) -> str:
    text = _typed(value, "slug")
    if _SLUG.match(text) and len(text) <= 80:
        return text
    raise PydanticCustomError("slug", "not an id")


def parse_phone(value: Any) -> str:
    """Kept as typed, leading zero included; three digits at least (112)."""
    text = _typed(value, "phone")
    if not _PHONE.match(text) or not 3 <= sum(c.isdigit() for c in text) <= 15:
        raise PydanticCustomError("phone", "not a phone number")
    if (wrong := wrong_length(text)) is not None:
        context = {"count": sum(c.isdigit() for c in text), "meant": wrong}
        raise PydanticCustomError("phone_length", "too few or too many digits", context)
    return text


def parse_file_name(value: Any) -> str:
    """The name of a file in a folder that is known: no way to another folder."""
    text = unicodedata.normalize("NFC", _typed(value, "file_name"))
    if _FILE_NAME.match(text) and text.rpartition(".")[2].lower() in FLYER_ENDINGS:
        return text
    raise PydanticCustomError("file_name", "not a file name")


def parse_email(value: Any) -> str:
    text = _typed(value, "email")
    if _EMAIL.fullmatch(text):
        return text
    raise PydanticCustomError("email", "not an e-mail address")


def parse_web_address(value: Any) -> str:
    """An http(s) address; `voorbeeld.be` becomes `https://voorbeeld.be`."""
    text = _typed(value, "web_address")
    if found := _WEB_ADDRESS.fullmatch(text):
        return text if found[1] else f"https://{text}"
    raise PydanticCustomError("web_address", "not a web address")


def parse_repository(value: Any) -> str:
    """`wijkhuis/gids`: the owner and the name of a project on a git host; GitLab has groups in groups."""
    text = _typed(value, "repository")
    if _REPOSITORY.match(text):
        return text
    raise PydanticCustomError("repository", "not the name of a project on a git host")


def parse_money(value: Any) -> Decimal:
    """`2`, `2,50`, `2.50`, `€ 2,50` or `2 euro` -> euros."""
    if isinstance(value, Decimal):
        return value
    found = _MONEY.match(_typed(value, "money"))
    if found:
        return Decimal(f"{found[1]}.{(found[2] or '0').ljust(2, '0')}")
    raise PydanticCustomError("money", "not an amount")


_MILLIMETRES = re.compile(r"(0|1)(?:[.,](\d{1,2}))?\s*(?:mm)?", re.ASCII)


def parse_small_length(value: Any) -> Decimal:
    """`0.1`, `0,1` or `0,1 mm` -> millimetres, from 0 to 1."""
    if isinstance(value, Decimal):
        return value
    found = _MILLIMETRES.fullmatch(_typed(value, "small_length"))
    length = Decimal(f"{found[1]}.{found[2] or '0'}") if found else None
    if length is None or length > 1:
        raise PydanticCustomError("small_length", "not some tenths of a millimetre")
    return length


def parse_count(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = _typed(value, "count")
    if re.fullmatch(r"\d{1,6}", text, re.ASCII) and int(text):
        return int(text)
    raise PydanticCustomError("count", "not a whole number")


@cache
def known_languages() -> frozenset[str]:
    """Language codes of the CLDR, such as `nl`, `ar` and `fa`."""
    return frozenset(Locale("en").languages)


def parse_language(value: Any) -> str:
    text = _typed(value, "language").lower()
    if text in known_languages():
        return text
    raise PydanticCustomError("language", "no such language")


@dataclass(frozen=True)
class Period:
    """A length of time as people say it: 6 months, 2 weeks."""

    count: int
    unit: Literal["days", "weeks", "months", "years"]


def parse_period(value: Any) -> Period:
    if isinstance(value, Period):
        return value
    text = _typed(value, "period").lower()
    if text in _UNITS:
        return Period(1, _UNITS[text])
    found = _PERIOD.match(text)
    if found and found[2] in _UNITS and int(found[1]) > 0:
        return Period(int(found[1]), _UNITS[found[2]])
    raise PydanticCustomError("period", "not a length of time")


@dataclass(frozen=True)
class Coordinates:
    """A point in WGS 84, in degrees."""

    lat: float
    lon: float

    @property
    def exchanged(self) -> "Coordinates":
        """With what was typed first as the longitude."""
        return Coordinates(self.lon, self.lat)


def parse_coordinates(value: Any) -> Coordinates:
    """`50.858143, 3.313941` or a list of the two: latitude first."""
    if isinstance(value, Coordinates):
        return value
    parts = value if isinstance(value, list | tuple) else _typed(value, "coordinates").split(",")
    try:
        lat, lon = (float(part) for part in parts)
    except (TypeError, ValueError) as error:
        raise PydanticCustomError("coordinates", "not a latitude and longitude") from error
    if -90 <= lat <= 90 and -180 <= lon <= 180:
        return Coordinates(lat, lon)
    raise PydanticCustomError("coordinates", "not a latitude and longitude")


@dataclass(frozen=True)
class Text:
    """A text in one or more languages; the first language is always there.

    `versions` maps language code to text, in the order typed. `states` tells of
    translations that are not what they should be: "unreviewed" when no speaker checked
    them yet, "outdated" when the Dutch changed since.
    """

    versions: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...] = ()

    @property
    def first(self) -> str:
        return self.in_language(FIRST_LANGUAGE)

    def has(self, language: str) -> bool:
        return any(code == language for code, _ in self.versions)

    def in_language(self, language: str) -> str:
        """The text in that language, or else in Dutch, or else the first there is."""
        texts = dict(self.versions)
        return texts.get(language) or texts.get(FIRST_LANGUAGE) or self.versions[0][1]

    def language_for(self, language: str) -> str:
        """The language that `in_language` really answers in (for `lang` attributes)."""
        texts = dict(self.versions)
        if texts.get(language):
            return language
        return FIRST_LANGUAGE if texts.get(FIRST_LANGUAGE) else self.versions[0][0]

    def state_for(self, language: str) -> str:
        """What is to be said of the text that `in_language` answers: mostly nothing."""
        return dict(self.states).get(self.language_for(language), "") if self.states else ""


def parse_text(value: Any) -> Text:
    """A plain string (Dutch) or a mapping of language code to string."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        if value.strip():
            return Text(((FIRST_LANGUAGE, value.strip()),))
        raise PydanticCustomError("empty_text", "empty text")
    if isinstance(value, Mapping) and value:
        versions = []
        for key, text in value.items():
            code = str(key).strip().lower()
            if code not in known_languages():
                raise PydanticCustomError("language", "no such language", {"key": str(key)})
            if not isinstance(text, str):
                raise PydanticCustomError("text", "not a text", {"key": str(key)})
            if not text.strip():
                raise PydanticCustomError("empty_text", "empty text", {"key": str(key)})
            versions.append((code, text.strip()))
        return Text(tuple(versions))
    raise PydanticCustomError("text", "not a text")


def parse_word(vocabulary: type[V], value: Any) -> V:
    """A member of a closed list, by its value or one of its Dutch aliases."""
    if isinstance(value, vocabulary):
        return value
    typed = _typed(value, "word")
    word = " ".join(typed.replace("_", " ").split()).lower()
    member: V | None = _words_of(vocabulary).get(word)
    if member is not None:
        return member
    choices = [member.value for member in vocabulary]
    raise PydanticCustomError("word", "not in the list", {"typed": typed, "choices": choices})


@cache
def _words_of(vocabulary: type[Vocabulary]) -> dict[str, Any]:
    """Every spelling of each member, in lower case. An alias goes before a value."""
    members: dict[str, Any] = {member.value.lower(): member for member in reversed(vocabulary)}
    aliases = {alias.lower(): members.get(value.lower()) for alias, value in vocabulary.aliases().items()}
    return members | aliases


def as_tuple(value: Any) -> Any:
    """One value where a list is allowed counts as a list of one."""
    if isinstance(value, list | tuple):
        return tuple(value)
    return (value,)


def as_tuple_or_none(value: Any) -> Any:
    """A list, one value, or the word `none`: () then, for a list that is known to be empty.

    An empty list says nothing, like a key that is not there: None.
    """
    if isinstance(value, str) and value.strip().lower() in ("none", "geen", "niets"):
        return ()
    return as_tuple(value) or None if isinstance(value, list) else as_tuple(value)


Slug = Annotated[str, BeforeValidator(parse_slug)]
ClockTime = Annotated[time, BeforeValidator(parse_clock)]
CalendarDate = Annotated[date, BeforeValidator(parse_date)]
YesNo = Annotated[bool, BeforeValidator(parse_yes_no)]
Phone = Annotated[str, BeforeValidator(parse_phone)]
FileName = Annotated[str, BeforeValidator(parse_file_name)]
Email = Annotated[str, BeforeValidator(parse_email)]
WebAddress = Annotated[str, BeforeValidator(parse_web_address)]
Repository = Annotated[str, BeforeValidator(parse_repository)]
Money = Annotated[Decimal, BeforeValidator(parse_money)]
SmallLength = Annotated[Decimal, BeforeValidator(parse_small_length)]
Count = Annotated[int, BeforeValidator(parse_count)]
Language = Annotated[str, BeforeValidator(parse_language)]
Duration = Annotated[Period, BeforeValidator(parse_period)]
Point = Annotated[Coordinates, BeforeValidator(parse_coordinates)]
Wording = Annotated[Text, BeforeValidator(parse_text)]
