"""Mistakes in a table, each at its cell, in the language of staff."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.vocabulary import Vocabulary, Weekday
from generator.problems import Problem, Severity
from generator.reading.examples import example
from generator.reading.explaining import explain
from generator.reading.keys import keys_of, meant_key, model_at, nearest
from generator.reading.mistakes import Mistake
from generator.reading.traps import Gettext
from generator.tables.cells import said_in_dutch
from generator.tables.columns import TABLES, Column, Shape, columns_of
from generator.tables.exporting import cell_example
from generator.tables.grid import GridCell

_PLACE = re.compile(r"(.*)!([A-Z]+)(\d+)(?::[A-Z]+\d+)?")


@dataclass(frozen=True)
class TableFile:
    """The file and the sheet that a table comes from; a CSV file has no sheets."""

    file: str
    sheet: str = ""

    def place(self, ref: str | int) -> str:
        """ "Aanbod!F12", or "Aanbod!12" for a row."""
        return f"{self.sheet or self.file}!{ref}"

    def problem(self, cell: GridCell | None, message: str, remedy: str, text: str = "") -> Problem:
        """A mistake in a cell, or in the sheet as a whole."""
        where = f"{self.file}, {self.sheet}" if self.sheet else self.file
        place = f"{where}!{cell.ref}" if cell else where
        excerpt = " ".join((text or (cell.text if cell else "")).split())
        return Problem(place, 0, 0, message, remedy, excerpt, Severity.ERROR)


@dataclass(frozen=True)
class Row:
    """A row of a table: what stands in each column; `missing` is the cell to name where one is empty."""

    number: int
    cells: Mapping[Column, GridCell]
    columns: Mapping[Column, int]
    """Every column that the table has, with its number."""

    def at(self, column: Column) -> GridCell:
        """The cell of a column, also an empty one."""
        return self.cells.get(column) or GridCell("", self.number, self.columns[column])

    @property
    def first(self) -> GridCell:
        return min(self.cells.values(), key=lambda cell: cell.column)


@dataclass(frozen=True)
class _InCell(Mistake):
    """A mistake whose key is the title of a column, and whose example is that of a cell."""

    shown: str = ""

    def example(self, _: Gettext) -> str:
        return f"{self.key}: {self.shown}"


def cell_problems(
    error: ValidationError,
    model: type[BaseModel],
    row: Row,
    unread: Collection[Column],
    table: TableFile,
    _: Gettext,
) -> tuple[list[Problem], list[str]]:
    """What is wrong with a row, each at its cell; and the keys for which the table has no column.

    Of the columns in `unread` it was said already.
    """
    problems, absent = list[Problem](), list[str]()
    details = error.errors(include_url=False)
    for detail in sorted(details, key=lambda detail: detail["type"] == "missing"):
        names = _names(detail)
        column = _column(names, detail, row)
        if column is None:
            absent.append(names[0])
            continue
        if column in unread or (unread and "at" in detail.get("ctx", {})):
            # Two values that do not go together: one of them was not read.
            continue
        problems.append(_problem(detail, names, column, model, row, table, _))
    return problems, absent


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """By sheet as they came, then by row, then by column."""
    sheets: dict[str, int] = {}
    placed = []
    for problem in problems:
        found = _PLACE.fullmatch(problem.file)
        sheet = sheets.setdefault(found[1] if found else problem.file, len(sheets))
        place = (int(found[3]), len(found[2]), found[2]) if found else (0, 0, "")
        placed.append(((sheet, *place), problem))
    return [problem for _place, problem in sorted(placed, key=lambda one: one[0])]


def _names(detail: ErrorDetails) -> tuple[str, ...]:
    """The keys on the way to the mistake."""
    at = detail.get("ctx", {}).get("at")
    names = [part for part in detail["loc"] if isinstance(part, str)]
    return (*names, at) if isinstance(at, str) else tuple(names)


def _column(names: tuple[str, ...], detail: ErrorDetails, row: Row) -> Column | None:
    language = str(detail.get("ctx", {}).get("key", ""))
    found = [column for column in row.columns if names[: len(column.path)] == column.path]
    found += [column for column in row.columns if column.path[:1] == names[:1] and column not in found]
    own = [column for column in found if column.language == language]
    filled = [column for column in found if column in row.cells]
    return next(iter((*own, *filled, *found)) if names[-1:] != ("id",) else iter(found), None)


def _problem(
    detail: ErrorDetails,
    names: tuple[str, ...],
    column: Column,
    model: type[BaseModel],
    row: Row,
    table: TableFile,
    _: Gettext,
) -> Problem:
    cell, kind = row.at(column), detail["type"]
    if column.shape is Shape.ONE and len(names) > len(column.path):
        # A short form, such as `gratis`: what is said of its key holds for the cell.
        column = next((inner for inner in _columns_of(model) if inner.path == names), column)
    title, shown = column.title(_), cell_example(column, _)
    if len(names) > len(column.path):
        return _in_a_line(detail, names, column, model, cell, table, _)
    if kind == "missing":
        remedy = _("Write for example: {example}").format(example=shown or _("your text"))
        return table.problem(cell, _("{key} is empty, but it is needed.").format(key=title), remedy)
    if kind == "extra_forbidden":
        return table.problem(
            cell,
            _("A choice has no {key}: only the question above it has.").format(key=title),
            _("Make this cell empty."),
        )
    if kind == "day_rule":
        return table.problem(cell, *_word(str(detail["input"]), Weekday, title, _))
    if kind == "word" and column.words:
        return table.problem(cell, *_word(str(detail["ctx"]["typed"]), column.words, title, _))
    if kind == "yes_no":
        message = _("{typed} is neither yes nor no.").format(typed=detail["input"])
        return table.problem(cell, message, _("Write yes or no."))
    typed = detail["input"]
    mistake = _InCell(
        kind,
        title,
        typed.strip().split("\n")[0] if isinstance(typed, str) else None,
        typed,
        dict(detail.get("ctx", {})),
        False,
        record=column.holder.__name__,
        shown=shown,
    )
    message, remedy = explain(mistake, _)
    return table.problem(cell, message, remedy.replace(f"{title}: ", ""))


def _columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    return next((columns_of(shelf) for shelf, kind in TABLES.items() if kind is model), ())


def _word(typed: str, vocabulary: type[Vocabulary], title: str, _: Gettext) -> tuple[str, str]:
    said = said_in_dutch(vocabulary)
    aliases = vocabulary.aliases()
    message = _("{typed} is not one of the words that {key} knows.").format(typed=typed, key=title)
    listed = ", ".join(said.values())
    if meant := nearest(typed, [*said, *aliases]):
        meant = said[aliases.get(meant, meant)]
        return message, _("Did you mean {meant}? Possible are: {choices}.").format(
            meant=meant, choices=listed
        )
    return message, _("Choose from: {choices}.").format(choices=listed)


def _in_a_line(
    detail: ErrorDetails,
    names: tuple[str, ...],
    column: Column,
    model: type[BaseModel],
    cell: GridCell,
    table: TableFile,
    _: Gettext,
) -> Problem:
    """A mistake in a line with keys of its own: `every: week, on: friday`."""
    key = names[-1]
    holder = model_at(model, tuple(part for part in detail["loc"] if isinstance(part, str))[:-1])
    if detail.get("ctx", {}).get("at"):
        holder = model_at(model, names[:-1])
    line = _line_of(detail, cell)
    match detail["type"]:
        case "missing":
            message = _("{key} is missing at {where}.").format(key=key, where=column.title(_))
            remedy = _("Add for example: {example}").format(example=example(key, holder.__name__, _))
        case "extra_forbidden":
            message = _("{key} is not a key that we know here.").format(key=key)
            meant = meant_key(key, keys_of(holder))
            remedy = (
                _("Did you mean {meant}?").format(meant=meant)
                if meant
                else _("Possible keys are: {keys}.").format(keys=", ".join(keys_of(holder)))
            )
        case kind:
            value: Any = detail["input"]
            if detail.get("ctx", {}).get("at") and isinstance(value, dict):
                value = value.get(key)
            typed = value.strip() if isinstance(value, str) else None
            is_list = isinstance(detail["loc"][-1], int) and len(detail["loc"]) > 2
            mistake = Mistake(
                kind, key, typed, value, dict(detail.get("ctx", {})), is_list, record=holder.__name__
            )
            message, remedy = explain(mistake, _)
    return table.problem(cell, message, remedy, line)


def _line_of(detail: ErrorDetails, cell: GridCell) -> str:
    """The line of a cell with several of them."""
    lines = [line for line in cell.text.splitlines() if line.strip()]
    number = next((part for part in detail["loc"] if isinstance(part, int)), 0)
    return lines[number] if number < len(lines) else cell.text


def unknown_id(
    typed: str, ids: Collection[str], names: Collection[str], listed: str, _: Gettext
) -> tuple[str, str]:
    """Message and remedy for an id (or a name) of no record."""
    message = _("There is no {id} among the {list}.").format(id=typed, list=listed)
    if meant := nearest(typed, [*ids, *names]):
        return message, _("Did you mean {meant}?").format(meant=meant)
    if ids and len(ids) <= 15:
        return message, _("Choose from: {choices}.").format(choices=", ".join(sorted(ids)))
    return message, _("Use an id from {list}, or add the record there.").format(list=listed)
