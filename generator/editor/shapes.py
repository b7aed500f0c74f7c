"""The records as a form sees them: every field of the models with its kind, its words and what it names."""

import types
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from generator.editor.choices import Choice, day_choices, language_choices, level_choices, word_choices
from generator.model import fields, schedule
from generator.model.opening import Opened, OpeningHours, SpecialHours
from generator.model.questions import Step
from generator.model.record import Kept, Source
from generator.reading.examples import example_value
from generator.reading.key_texts import key_text
from generator.reading.references import REFERENCES
from generator.reading.schema import typed_pattern
from generator.wording.words import Words

Kind = Literal["text", "line", "yes", "date", "word", "list", "record"]
_SHORT = {"_price": "amount", "_signup": "needed", "_telephone": "number", "_source": "title", "_dated": "on"}
"""The key that a value stands for where it takes the place of a record, by what reads it."""
_WORDS = {"_price": {"free": {"free": True}, "gratis": {"free": True}}}
"""Words that stand for a whole record."""
_IN_BLOCKS = (schedule.Schedule, Source, Step)
"""Records that people write below each other, never between braces."""
_OFTEN_ONE = (schedule.Schedule, OpeningHours, SpecialHours)
"""Records in which one of a list is written without brackets: `on: friday`."""
_LONG = frozenset({"description", "simple", "internal", "referral", "answer", "directions", "remark"})
"""Texts that take more than one line."""


@dataclass(frozen=True)
class Shape:
    """One field: what it is, what it is called, and what may stand there."""

    kind: Kind
    label: str = ""
    hint: str = ""
    required: bool = False
    pattern: str | None = None
    """For a line: what it has to look like, as a regular expression."""
    long: bool = False
    choices: tuple[Choice, ...] = ()
    of: str | None = None
    """The list of records whose ids it names: "places"."""
    item: "Shape | None" = None
    none: bool = False
    """For a list: whether `none` says that it is known to be empty."""
    fields: Mapping[str, "Shape"] = field(default_factory=dict)
    short: str | None = None
    words: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    block: bool = False
    single: bool = False
    example: str = ""

    def for_script(self) -> dict[str, Any]:
        """What assets/shapes.js needs of it, as JSON."""
        made: dict[str, Any] = {"kind": self.kind, "label": self.label}
        made |= {key: True for key in ("required", "none", "block", "single") if getattr(self, key)}
        if self.kind == "word":
            made["aliases"] = {
                alias.lower(): choice.value for choice in self.choices for alias in choice.said
            }
        if self.item:
            made["item"] = self.item.for_script()
        if self.kind == "record":
            made["fields"] = {key: shape.for_script() for key, shape in self.fields.items()}
            made |= {"short": self.short} if self.short else {}
            made |= {"words": self.words} if self.words else {}
        return made


def _rank(model: type[BaseModel], name: str) -> int:
    """As people write: what it is called, what it says, its hours, where it comes from."""
    if not issubclass(model, Kept):
        return 0
    if name in ("id", "previous_ids"):
        return 0
    return (
        3
        if name in Kept.model_fields
        else 2
        if issubclass(model, Opened) and name in Opened.model_fields
        else 1
    )


def shape_of(shelf: str, model: type[BaseModel], words: Words) -> Shape:
    """The shape of the records of a list ("offers")."""
    return _Shaper(shelf, words).record(model, ())


class _Shaper:
    def __init__(self, shelf: str, words: Words) -> None:
        self._shelf = shelf
        self._words = words

    def record(self, model: type[BaseModel], path: tuple[str, ...]) -> Shape:
        made = {}
        for name in sorted(model.model_fields, key=partial(_rank, model)):
            info = model.model_fields[name]
            key = info.alias or name
            shape = self._field(key, info, model, (*path, key))
            if shape:
                single = shape.kind == "list" and issubclass(model, _OFTEN_ONE)
                made[key] = replace(shape, single=single)
        return Shape("record", fields=made, block=issubclass(model, _IN_BLOCKS))

    def _field(
        self, key: str, info: FieldInfo, model: type[BaseModel], path: tuple[str, ...]
    ) -> Shape | None:
        shape = self._type(info.annotation, tuple(info.metadata), path)
        if shape is None:
            return None
        texts = key_text(key, self._words.gettext)
        example = example_value(key, model.__name__, self._words.gettext) or ""
        return replace(
            shape,
            label=texts.get("title", key),
            hint=texts.get("description", ""),
            required=info.is_required(),
            long=key in _LONG,
            example=example,
        )

    def _type(self, annotation: Any, metadata: tuple[Any, ...], path: tuple[str, ...]) -> Shape | None:
        for validator in reversed(metadata):
            if isinstance(validator, BeforeValidator):
                return self._read_by(validator.func, annotation, metadata, path)
        if get_origin(annotation) is Annotated:
            inner, *more = get_args(annotation)
            return self._type(inner, tuple(more), path)
        if get_origin(annotation) in (Union, types.UnionType):
            return self._type(_said(annotation), (), path)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.record(annotation, path)
        return Shape("line")

    def _read_by(
        self, reader: Any, annotation: Any, metadata: tuple[Any, ...], path: tuple[str, ...]
    ) -> Shape | None:
        if isinstance(reader, partial):
            return Shape("word", choices=word_choices(reader.args[0], self._words))
        if reader in (fields.as_tuple, fields.as_tuple_or_none):
            inner = get_args(_said(annotation))
            item = self._type(inner[0], (), path) if inner else None
            return item and Shape("list", item=item, none=reader is fields.as_tuple_or_none)
        if reader is fields.parse_slug:
            target = REFERENCES.get(self._shelf, {}).get(tuple(key for key in path if key != "choices"))
            return Shape("line", of=target, pattern=typed_pattern(reader))
        if reader is fields.parse_text:
            return Shape("text")
        if reader is fields.parse_yes_no:
            return Shape("yes")
        if reader is fields.parse_date:
            return Shape("date")
        if reader is fields.parse_language:
            return Shape("word", choices=language_choices(self._words))
        if reader is schedule.parse_day_rule:
            return Shape("word", choices=day_choices(self._words))
        name = reader.__name__
        if name == "_dutch_level":
            return Shape("word", choices=level_choices(self._words))
        if name == "_no_fourth_step":
            return None
        if name in _SHORT:
            rest = tuple(entry for entry in metadata if not isinstance(entry, BeforeValidator))
            whole = self._type(annotation, rest, path)
            return whole and replace(whole, short=_SHORT[name], words=_WORDS.get(name, {}))
        return Shape("line", pattern=typed_pattern(reader))


def _said(annotation: Any) -> Any:
    """The type of a value that may also be absent."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    return parts[0] if get_origin(annotation) in (Union, types.UnionType) else annotation
