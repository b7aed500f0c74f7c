"""The fields of a record as questions: what is asked, which answers there are. Made from the models."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, get_args

import yaml
from pydantic import BaseModel, BeforeValidator

from generator.asking.texts import question_text
from generator.model import fields
from generator.model.schedule import parse_day_rule
from generator.model.vocabulary import Function, Vocabulary, Weekday
from generator.reading.examples import example_value
from generator.reading.key_texts import key_text
from generator.reading.keys import models_under
from generator.reading.references import REFERENCES
from generator.reading.schema import SHORTHANDS
from generator.wording.words import Words


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    return message


_SAID = {"free": N_("free"), "yes": N_("yes or no")}
"""Words of the files that people say otherwise."""


@dataclass(frozen=True)
class Choice:
    """One of the answers: what is written in the file, how people call it, and its number."""

    value: str
    name: str
    number: str


Choices = Mapping[str, tuple[Choice, ...]]
"""By list ("places"): the records that can be named."""


@dataclass(frozen=True)
class Question:
    """What is asked for one key of a record."""

    key: str
    title: str
    text: str
    example: str
    """An answer that would be right; "" if there is none to show."""
    needed: bool
    several: bool
    """Whether several values are possible."""
    choices: tuple[Choice, ...]
    shelf: str
    """The list of the choices if they are records, else ""."""
    reader: Callable[[Any], Any] | None
    """What reads one value of a type that is written in one way only: a day, an hour, yes or no."""
    inner: type[BaseModel] | None
    """The kind of record that stands here, if it is one."""
    short: bool
    """Whether one value may stand in the place of that record."""


_READERS = (
    fields.parse_date, fields.parse_clock, fields.parse_yes_no, fields.parse_period,
    fields.parse_language, parse_day_rule,
)  # fmt: skip


def question_of(
    model: type[BaseModel], key: str, path: tuple[str, ...], records: Choices, words: Words
) -> Question:
    """The question for a key; `path` is the list and the keys above it: ("offers", "route")."""
    field = next(f for name, f in model.model_fields.items() if (f.alias or name) == key)
    readers = list(_readers(field.annotation, field.metadata))
    shelf = REFERENCES.get(path[0], {}).get((*path[1:], key), "")
    inner = models_under(model).get(key)
    short = any(getattr(reader, "__name__", "") in SHORTHANDS for reader in readers)
    read = readers
    if inner is not None and short:
        # One value stands for the first key of that record.
        first = next(iter(inner.model_fields.values()))
        read = list(_readers(first.annotation, first.metadata))
    vocabulary = next(
        (r.args[0] for r in read if isinstance(r, partial) and r.func is fields.parse_word), None
    )
    choices = records.get(shelf, ()) if shelf else _words(vocabulary, words) if vocabulary else ()
    several = fields.as_tuple in readers or fields.as_tuple_or_none in readers
    return Question(
        key=key,
        title=key_text(key, words.gettext).get("title", key),
        text=question_text(key, model.__name__, words.gettext),
        example=_example(model, key, choices, several, words, readers),
        needed=field.is_required(),
        several=several,
        choices=choices,
        shelf=shelf,
        reader=next((reader for reader in _READERS if reader in readers), None) if inner is None else None,
        inner=inner,
        short=short,
    )


def _readers(annotation: Any, metadata: Any = ()) -> Iterator[Any]:
    """All functions that read a field or the items in it."""
    for entry in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(entry, BeforeValidator):
            yield entry.func
    for part in get_args(annotation):
        yield from _readers(part)


def _words(vocabulary: type[Vocabulary], words: Words) -> tuple[Choice, ...]:
    return tuple(
        Choice(member.value, spoken(member, words), str(number))
        for number, member in enumerate(vocabulary, start=1)
    )


def spoken(word: Vocabulary, words: Words) -> str:
    """How staff would type a word of a closed list: the first other word that the reader knows for it."""
    if isinstance(word, Function) or words.language != fields.FIRST_LANGUAGE:
        return word.value
    return next((other for other, value in word.aliases().items() if value == word.value), word.value)


def _example(
    model: type[BaseModel],
    key: str,
    choices: tuple[Choice, ...],
    several: bool,
    words: Words,
    readers: Sequence[Any],
) -> str:
    """As people would type it here: without brackets and quotes."""
    if choices:
        return ", ".join(choice.name for choice in choices[: 2 if several else 1])
    typed = example_value(key, model.__name__, words.gettext)
    value = yaml.load(typed, Loader=yaml.CBaseLoader) if typed else ""
    if parse_day_rule in readers:
        return spoken(Weekday(value), words)
    if isinstance(value, str) and value in _SAID:
        return words.gettext(_SAID[value])
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""
