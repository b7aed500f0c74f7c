"""A workbook or a CSV file -> tables whose list and columns are known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.problems import Problem
from generator.reading.keys import meant_key
from generator.reading.traps import Gettext
from generator.tables.columns import TABLES, columns_of
from generator.tables.exporting import ORDER, sheet_name
from generator.tables.grid import Grid
from generator.tables.headings import Headings, find_headings
from generator.tables.merging import Table
from generator.tables.places import TableFile

_MOST_TITLES = 15


@dataclass(frozen=True)
class Sheets:
    """What is in a file: tables, what keeps it from being read, and what somebody should know."""

    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def recognise(grids: Sequence[tuple[TableFile, Grid]], shelf: str | None, _: Gettext) -> Sheets:
    """Finds the list and the columns of each sheet; `shelf` is the list that was named with --as."""
    tables: list[Table] = []
    problems: list[Problem] = []
    notes: list[str] = []
    filled = [(where, grid) for where, grid in grids if grid.rows and grid.name != _("Read first")]
    for where, grid in filled:
        list_ = shelf_of(grid.name, _) or shelf
        if shelf and len(filled) == 1:
            list_ = shelf
        if list_ is None:
            problems.append(_unnamed(where, len(filled), _))
            continue
        headings = find_headings(grid, list_, _)
        if headings is None:
            problems.append(_without_headings(where, list_, _))
            continue
        problems += _merged(grid, headings, where, _)
        notes += _notes(grid, headings, where, list_, _)
        tables.append(Table(list_, grid, headings, where))
    if not filled:
        for where, _grid in grids[:1]:
            problems.append(
                TableFile(where.file).problem(
                    None, _("There is nothing in this file."), _("Is it the right one?")
                )
            )
    return Sheets(tuple(tables), tuple(problems), tuple(notes))


def shelf_of(name: str, _: Gettext) -> str | None:
    """The list that a sheet or a file is named after: "Aanbod", "offers"."""
    plain = name.casefold().strip()
    for shelf in TABLES:
        if plain in (shelf, sheet_name(shelf, _).casefold()):
            return shelf
    return meant_key(plain, tuple(TABLES))


def _unnamed(where: TableFile, sheets: int, _: Gettext) -> Problem:
    lists = ", ".join(sheet_name(shelf, _) for shelf in ORDER)
    remedy = _("Name the sheet after its list: {lists}. Or type what it is, such as: --as offers")
    if sheets > 1:
        remedy = _("Name the sheet after its list: {lists}. Or take it out of the file.")
    return where.problem(None, _("I cannot see which list this is."), remedy.format(lists=lists))


def _without_headings(where: TableFile, shelf: str, _: Gettext) -> Problem:
    titles = ", ".join(column.title(_) for column in columns_of(shelf) if column.needed)
    return where.problem(
        None,
        _("There is no row with headings at the top of this table."),
        _("Put the names of the columns in its first row, such as: {titles}").format(titles=titles),
    )


def _merged(grid: Grid, headings: Headings, where: TableFile, _: Gettext) -> Iterable[Problem]:
    for row, area in grid.merged:
        if row > headings.row:
            yield TableFile(where.file, where.place(area)).problem(
                None,
                _("These cells were merged: it is not clear for which rows they count."),
                _("Select them, choose Unmerge Cells, and give each row its own value."),
            )


def _notes(grid: Grid, headings: Headings, where: TableFile, shelf: str, _: Gettext) -> Iterable[str]:
    for cell, column in headings.guessed:
        yield _("{place}: I read the column “{heading}” as {title}.").format(
            place=where.place(cell.ref), heading=cell.text.strip(), title=column.title(_)
        )
    for cell in headings.unknown:
        free = [c.title(_) for c in columns_of(shelf) if c not in headings.columns.values()]
        titles = ", ".join(free[:_MOST_TITLES]) + ("..." if len(free) > _MOST_TITLES else "")
        said = _(
            "{place}: I do not know the column “{heading}”, so it is left out. You can name it: {titles}"
        )
        yield said.format(place=where.place(cell.ref), heading=cell.text.strip(), titles=titles)
    formulas = [
        cell.ref for row in grid.rows.values() for cell in row.values() if cell.formula and not cell.fault
    ]
    if formulas:
        yield _("{sheet}: these cells have a formula; I take what it gave the last time: {cells}").format(
            sheet=where.sheet or where.file, cells=", ".join(formulas)
        )
