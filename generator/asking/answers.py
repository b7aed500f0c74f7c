"""What somebody typed behind a question -> the value as it is written in the file."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from difflib import get_close_matches

from pydantic_core import PydanticCustomError

from generator.asking.questions import Choice, Question
from generator.model.fields import Period, parse_language
from generator.model.schedule import DayRule
from generator.reading.explaining_contact import languages_by_name
from generator.reading.keys import CUTOFF
from generator.reading.likely import slugified

_SURE = 3
"""The first ways to look for a choice leave no doubt."""
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


@dataclass(frozen=True)
class Unsure:
    """No choice is that: these may be meant."""

    typed: str
    meant: tuple[Choice, ...]


def parts_of(typed: str) -> list[str]:
    """ "werk, wonen" -> both; also with "en" in between."""
    return [part for part in (part.strip() for part in re.split(r"[,;]|\s+en\s+", typed)) if part]


def choose(typed: str, choices: Sequence[Choice]) -> Choice | Unsure:
    """The choice that is meant: by number, id, name, the start of a name or a part of it."""
    plain = slugified(typed) or typed.strip()
    wanted = typed.strip().lower()
    tests: tuple[Callable[[Choice], bool], ...] = (
        lambda choice: wanted == choice.number,
        lambda choice: wanted == choice.value.lower(),
        lambda choice: plain in (slugified(choice.name), slugified(choice.value)),
        lambda choice: slugified(choice.name).startswith(plain),
        lambda choice: plain in slugified(choice.name) or plain in choice.value,
    )
    for number, test in enumerate(tests):
        found = [choice for choice in choices if test(choice)]
        if len(found) == 1 or (found and number < _SURE):
            return found[0]
        if found:
            return Unsure(typed, tuple(found[:9]))
    names = {slugified(name): choice for choice in choices for name in (choice.value, choice.name)}
    near = get_close_matches(plain, list(names), n=3, cutoff=CUTOFF)
    return Unsure(typed, tuple(dict.fromkeys(names[name] for name in near)))


def as_written(question: Question, typed: str) -> str:
    """One value in the way that the files have it; what is wrong stays as it was typed, to be refused."""
    if question.reader is None:
        return typed
    if question.reader is parse_language:
        return languages_by_name().get(typed.lower(), typed.lower())
    try:
        return _written(question.reader(typed), typed)
    except PydanticCustomError:
        return typed


def _written(value: object, typed: str) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case time():
            return f"{value.hour}:{value.minute:02}"
        case Period(count=count, unit=unit):
            return unit.removesuffix("s") if count == 1 else f"{count} {unit}"
        case DayRule(weekday=weekday, nth=nth):
            return f"{_ORDINALS[nth]} {weekday.value}" if nth else weekday.value
    return typed
