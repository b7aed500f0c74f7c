"""Records as rows of cells, and cells back into the data of a record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.model import fields
from generator.tables.cells import write_cell
from generator.tables.columns import NEIGHBOURHOOD, UNDER, Column, Shape, columns_of

Data = dict[str, Any]
"""A record as typed: key -> text, list or keys of its own."""
CHOICES = "choices"


@dataclass(frozen=True)
class Placed:
    """A record as typed, and where it is in its file: `("offers", 3)`."""

    data: Data
    path: tuple[str | int, ...]
    under: str = ""
    """The id of the question or choice that it belongs to."""


def placed_records(shelf: str, data: object) -> Iterator[Placed]:
    """The records of a list of a file, each question of the finder followed by its choices."""
    if shelf == NEIGHBOURHOOD:
        if isinstance(data, dict):
            yield Placed(data, (shelf,))
    else:
        yield from _placed(data, (shelf,), "")


def _placed(items: object, path: tuple[str | int, ...], under: str) -> Iterator[Placed]:
    for index, data in enumerate(items if isinstance(items, list) else ()):
        if isinstance(data, dict):
            here = (*path, index)
            yield Placed({key: value for key, value in data.items() if key != CHOICES}, here, under)
            yield from _placed(data.get(CHOICES), (*here, CHOICES), str(data.get("id", "")))


def value_at(data: Mapping[str, object], column: Column) -> object:
    """What a record says at a column, whatever short form it is typed in; None if nothing."""
    value = data.get(column.path[0])
    if len(column.path) == 1:
        return value
    return whole(value, column).get(column.key)


def whole(value: object, column: Column) -> Data:
    """The keys of a record within a record: of `price: free` too."""
    if column.short and isinstance(value, str):
        value = column.short(value)
    return dict(value) if isinstance(value, Mapping) else {}


def languages_of(column: Column, records: Iterable[Placed]) -> tuple[str, ...]:
    """The languages besides Dutch in which a text is there."""
    found: set[str] = set()
    for placed in records:
        value = value_at(placed.data, column)
        if column.shape is Shape.WORDING and isinstance(value, Mapping):
            found.update(map(str, value))
    return tuple(sorted(found - {fields.FIRST_LANGUAGE}))


def filled_columns(shelf: str, records: Iterable[Placed]) -> tuple[Column, ...]:
    """The columns of a table that holds these records: behind a text its translations."""
    kept = list(records)
    return tuple(
        found
        for column in columns_of(shelf)
        for found in (column, *(column.in_language(code) for code in languages_of(column, kept)))
    )


def written_row(placed: Placed, columns: Iterable[Column]) -> tuple[str, ...]:
    """The texts of a row."""
    return tuple(_written(placed, column) for column in columns)


def _written(placed: Placed, column: Column) -> str:
    if column.path == (UNDER,):
        return placed.under
    value = value_at(placed.data, column)
    if column.shape is not Shape.WORDING:
        return write_cell(value, column)
    apart = _apart(value)
    if column.language:
        return apart.get(column.language, "")
    return apart.get(fields.FIRST_LANGUAGE, "") if apart else write_cell(value, column)


def _apart(value: object) -> dict[str, str]:
    """The versions of a text that each have a cell; none where their order would get lost."""
    if not isinstance(value, Mapping):
        return {}
    first, *others = value if fields.FIRST_LANGUAGE in value else ("", *value)
    if (first and first != fields.FIRST_LANGUAGE) or others != sorted(others):
        return {}
    texts = {code: str(text).strip() for code, text in value.items()}
    # A text that looks like YAML stays with the others, in quotes.
    return {} if any(text.startswith("{") for text in texts.values()) else texts


def shortened(shelf: str, key: str, data: Data) -> Any:
    """A record within a record in its short form, if it has one: `price: free`, `signup: none`."""
    column = next(column for column in columns_of(shelf) if column.path[0] == key)
    if column.short and len(data) == 1:
        [(name, value)] = data.items()
        for text in (value, name):
            if isinstance(text, str) and _means_the_same(column, text, data):
                return text
    return data


def _means_the_same(column: Column, text: str, data: Data) -> bool:
    assert column.short is not None
    try:
        return column.holder.model_validate(column.short(text)) == column.holder.model_validate(data)
    except ValidationError:
        return False
