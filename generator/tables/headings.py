"""Which column is which: by our own titles, by keys, or by what partners call them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from generator.reading.key_texts import key_text
from generator.reading.keys import keys_of, meant_key
from generator.reading.traps import Gettext
from generator.tables.columns import (
    TABLES,
    Column,
    Shape,
    columns_of,
    loose_columns_of,
    main_columns_of,
    short_columns_of,
)
from generator.tables.grid import Grid, GridCell

_FIRST_ROWS = 20
"""A title, a logo and a remark may stand above the headings."""
_LIKENESS = 0.8
_LANGUAGE = re.compile(r"(.+?)\s*\(([a-z]{2,3})\)")


@dataclass(frozen=True)
class Headings:
    """The row of headings of a grid, and what its columns are."""

    row: int
    columns: Mapping[int, Column]
    """Number of a column in the grid -> what it is."""
    guessed: tuple[tuple[GridCell, Column], ...]
    """Headings in other words than ours."""
    unknown: tuple[GridCell, ...]


def find_headings(grid: Grid, shelf: str, _: Gettext) -> Headings | None:
    """The first row that has two headings or more; None if there is none."""
    for row in list(grid.rows)[:_FIRST_ROWS]:
        found = _headings(row, grid.rows[row].values(), shelf, _)
        if len(found.columns) >= min(2, len(grid.rows[row])):
            return found
    return None


def _headings(row: int, cells: Iterable[GridCell], shelf: str, _: Gettext) -> Headings:
    known = _known(shelf, _)
    columns: dict[int, Column] = {}
    guessed: list[tuple[GridCell, Column]] = []
    rest = []
    for cell in cells:
        column = _exact(cell.text, known)
        if column and column not in columns.values():
            columns[cell.column] = column
        else:
            rest.append(cell)
    unknown = []
    for cell in rest:
        column = next((c for c in _near(cell.text, shelf, known) if c not in columns.values()), None)
        if column:
            columns[cell.column] = column
            guessed.append((cell, column))
        else:
            unknown.append(cell)
    return Headings(row, columns, tuple(guessed), tuple(unknown))


@cache
def _known(shelf: str, _: Gettext) -> Mapping[str, Column]:
    """What a heading may say -> its column; our own titles win."""
    found: dict[str, Column] = {}
    for column in (*columns_of(shelf), *short_columns_of(shelf), *loose_columns_of(shelf)):
        for name in _names(column, _):
            found.setdefault(_plain(name), column)
    for key, column in main_columns_of(shelf).items():
        for name in (key, key_text(key, _).get("title", key)):
            found.setdefault(_plain(name), column)
    return found


def _names(column: Column, _: Gettext) -> Iterator[str]:
    yield column.title(_)
    yield ".".join(column.path)
    yield ": ".join(column.path)
    yield " ".join(column.path)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split()).strip(" *:?.")


def _exact(typed: str, known: Mapping[str, Column]) -> Column | None:
    text = _plain(typed)
    if found := known.get(text):
        return found
    other = _LANGUAGE.fullmatch(" ".join(typed.casefold().split()).strip(" *:?."))
    column = known.get(_plain(other[1])) if other else None
    if other and column and column.shape is Shape.WORDING:
        return column if other[2] == "nl" else column.in_language(other[2])
    return None


def _near(typed: str, shelf: str, known: Mapping[str, Column]) -> Iterator[Column]:
    """What a heading in other words may mean, the likeliest first."""
    model = TABLES[shelf]
    meant = meant_key(typed, keys_of(model))
    if meant and meant in known:
        yield known[meant]
    for column in loose_columns_of(shelf):
        if meant_key(typed, keys_of(column.holder)) == column.key:
            yield column
    for close in get_close_matches(_plain(typed), known, n=3, cutoff=_LIKENESS):
        yield known[close]
