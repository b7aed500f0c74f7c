"""The columns of a table, made from the models: what each is called, what it takes, and how it is typed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from generator.model import fields
from generator.model.opening import Opened
from generator.model.record import Kept
from generator.model.records import Neighbourhood
from generator.model.vocabulary import Vocabulary
from generator.reading.examples import example_value
from generator.reading.key_texts import key_text
from generator.reading.references import REFERENCES
from generator.reading.shelves import MODELS
from generator.reading.traps import Gettext

NEIGHBOURHOOD = "neighbourhood"
TABLES: Mapping[str, type[BaseModel]] = {**MODELS, NEIGHBOURHOOD: Neighbourhood}
"""What has a sheet of its own: key at the top of a file -> kind of record. The neighbourhood is one row."""
UNDER = "under"
"""A column that is no key: the question or choice of the finder that a choice belongs to."""
_NESTED_ROWS = "choices"
"""Records of the same kind within a record: they are rows of the same table."""
Reader = Callable[..., Any]


class Shape(StrEnum):
    """How the value of a key stands in a cell."""

    ONE = "one"
    """One value: an id, a date, a number, a loose text."""
    WORDING = "wording"
    """A text, of which there can be translations."""
    WORDS = "words"
    """Short values with commas between them."""
    LINES = "lines"
    """Texts, each on a line of its own."""
    RECORDS = "records"
    """Records within the record, each on a line of its own: `every: week, on: friday`."""


@dataclass(frozen=True)
class Column:
    """A key of a record, or a key of a record within it (`checked`, `on`), as a column of a table."""

    path: tuple[str, ...]
    shape: Shape
    holder: type[BaseModel]
    """The kind of record that has the key."""
    reads: Reader | None = None
    """What makes one value of the field out of a text; None for a loose text."""
    inner: type[BaseModel] | None = None
    """The kind of the records within it, for the shape RECORDS."""
    short: Reader | None = None
    """What makes the whole record at the first key of the path out of one text (`price: free`)."""
    target: str = ""
    """The list whose ids it names."""
    needed: bool = False
    language: str = ""
    """Of a column with translations of another column; empty for that other one."""
    or_none: bool = field(default=False, compare=False)
    """Whether `none` says that the list is known to be empty."""

    @property
    def key(self) -> str:
        return self.path[-1]

    @property
    def words(self) -> type[Vocabulary] | None:
        """The closed list that its values come from."""
        if isinstance(self.reads, partial) and self.reads.func is fields.parse_word:
            vocabulary: type[Vocabulary] = self.reads.args[0]
            return vocabulary
        return None

    @property
    def several(self) -> bool:
        return self.shape in (Shape.WORDS, Shape.LINES, Shape.RECORDS)

    def title(self, _: Gettext) -> str:
        """ "Nagekeken: op", "Naam (fr)"."""
        if self.path == (UNDER,):
            return _("Belongs under")
        first, *rest = (key_text(key, _).get("title", key) for key in self.path)
        said = ": ".join((first, *(part.lower() if part[1:].islower() else part for part in rest)))
        return f"{said} ({self.language})" if self.language else said

    def description(self, _: Gettext) -> str:
        if self.path == (UNDER,):
            return _("For a choice: the id of the question or the choice that it belongs to.")
        return key_text(self.key, _).get("description", "")

    def example(self, _: Gettext) -> str:
        """A value that would be right, as in a file; empty when there is none."""
        return example_value(self.key, self.holder.__name__, _) or ""

    def in_language(self, language: str) -> "Column":
        return replace(self, language=language, needed=False)


@cache
def columns_of(shelf: str) -> tuple[Column, ...]:
    """The columns of a table: the id, what the record says, and at the end what staff keep of it."""
    model = TABLES[shelf]
    found = [
        column for name, info in model.model_fields.items() for column in _columns(shelf, model, name, info)
    ]
    found.sort(key=lambda column: _rank(column.path[0]))
    if _NESTED_ROWS in model.model_fields:
        found.insert(1, Column((UNDER,), Shape.ONE, model, fields.parse_slug, target=shelf))
    return tuple(found)


def _rank(key: str) -> int:
    if key == "id":
        return 0
    if key in Kept.model_fields:
        return 3
    return 2 if key in Opened.model_fields else 1


@cache
def loose_columns_of(shelf: str) -> tuple[Column, ...]:
    """Keys of the first record in a list, such as the day of `when`: partners have columns for these."""
    found = []
    for column in columns_of(shelf):
        if column.inner and len(column.path) == 1:
            for name, info in column.inner.model_fields.items():
                inner = _column(shelf, column.inner, (*column.path, info.alias or name), info)
                if inner.inner is None:
                    found.append(replace(inner, short=column.short, needed=False))
    return tuple(found)


def _columns(shelf: str, model: type[BaseModel], name: str, info: FieldInfo) -> Iterator[Column]:
    key = info.alias or name
    if key == _NESTED_ROWS:
        return
    whole = _column(shelf, model, (key,), info)
    if whole.inner is None or whole.shape is Shape.RECORDS:
        yield whole
        return
    short = next((reader for reader in _readers(info.annotation, info.metadata) if callable(reader)), None)
    for inner_name, inner_info in whole.inner.model_fields.items():
        column = _column(shelf, whole.inner, (key, inner_info.alias or inner_name), inner_info)
        yield replace(column, short=None if short is whole.inner else short, needed=False)


def _column(shelf: str, holder: type[BaseModel], path: tuple[str, ...], info: FieldInfo) -> Column:
    layers = list(_readers(info.annotation, info.metadata))
    readers = [layer for layer in layers if not _is_record(layer)]
    several = any(reader in (fields.as_tuple, fields.as_tuple_or_none) for reader in readers)
    reads = next((r for r in reversed(readers) if r not in (fields.as_tuple, fields.as_tuple_or_none)), None)
    inner = next((layer for layer in layers if _is_record(layer)), None)
    wording = reads is fields.parse_text
    if inner and several:
        shape = Shape.RECORDS
    elif several:
        shape = Shape.LINES if wording or reads is None else Shape.WORDS
    else:
        shape = Shape.WORDING if wording else Shape.ONE
    return Column(
        path,
        shape,
        holder,
        reads=None if inner else reads,
        inner=inner,
        short=reads if inner else None,
        target=REFERENCES.get(shelf, {}).get(path, ""),
        needed=info.is_required(),
        or_none=fields.as_tuple_or_none in readers,
    )


def _is_record(layer: Any) -> bool:
    return isinstance(layer, type) and issubclass(layer, BaseModel)


def _readers(annotation: Any, metadata: Any = ()) -> Iterator[Any]:
    """What reads a field, from the outside in, and then the kind of record that it holds."""
    for entry in metadata:
        if isinstance(entry, BeforeValidator):
            yield entry.func
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _readers(inner, more)
    elif get_origin(annotation) in (Union, UnionType, tuple):
        for part in get_args(annotation):
            if part not in (type(None), ...):
                yield from _readers(part)
    elif _is_record(annotation):
        yield annotation


@cache
def short_columns_of(shelf: str) -> tuple[Column, ...]:
    """Whole records within a record that have a short form: `gratis` in one column "Prijs"."""
    found = {column.path[0]: column for column in columns_of(shelf) if len(column.path) == 2 and column.short}
    return tuple(
        Column((key,), Shape.ONE, TABLES[shelf], reads=column.short) for key, column in found.items()
    )


@cache
def main_columns_of(shelf: str) -> Mapping[str, Column]:
    """Records within a record without a short form -> the key that says most: `checked` -> its `on`."""
    found: dict[str, Column] = {}
    for column in columns_of(shelf):
        if len(column.path) == 2 and not column.short:
            found.setdefault(column.path[0], column)
    return found
