"""A table as it was in a file: cells with their place, whatever kind of file it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from generator.reading.traps import Gettext
from generator.tables.cells import CellError
from generator.tables.delimited import CsvError, read_csv

MOST_ROWS = 20_000
"""Four times the largest guide."""
MOST_COLUMNS = 500


class FileError(Exception):
    """A file that cannot be read at all; both texts are in the language of staff."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True)
class GridCell:
    """What stands in a cell: its text, and the number if it is one to the spreadsheet."""

    text: str
    row: int
    column: int
    number: float | None = None
    formula: bool = False
    """Whether the text is what a formula gave the last time."""
    fault: CellError | None = None
    """Why there is nothing to read in it."""

    @property
    def ref(self) -> str:
        """ "F12"."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True)
class Grid:
    """One sheet: the cells with something in them, row by row."""

    name: str
    rows: Mapping[int, Mapping[int, GridCell]]
    """Row -> column -> cell; both count from 1."""
    merged: tuple[tuple[int, str], ...] = ()
    """The last row of cells that were made one, and their place, such as "B2:B4"."""


def grid_of(name: str, cells: Iterable[GridCell]) -> Grid:
    rows: dict[int, dict[int, GridCell]] = {}
    for cell in cells:
        if cell.text.strip() or cell.fault:
            rows.setdefault(cell.row, {})[cell.column] = cell
    return Grid(name, dict(sorted(rows.items())))


def read_delimited(raw: bytes, name: str, _: Gettext) -> Grid:
    """A CSV file as a grid of one sheet. May raise FileError."""
    if b"\0" in raw[:4_000] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileError(_("This is not a CSV file."), _("In Excel, save it as CSV UTF-8."))
    try:
        rows = read_csv(raw)
    except CsvError as error:
        raise FileError(
            _("A quotation mark in this file is never closed, near line {line}.").format(line=error.line),
            _("Open it in Excel and save it again, as CSV UTF-8 or as an Excel workbook."),
        ) from error
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise too_large(_)
    return grid_of(
        name,
        (
            GridCell(text, row, column)
            for row, texts in enumerate(rows, start=1)
            for column, text in enumerate(texts, start=1)
        ),
    )


def too_large(_: Gettext) -> FileError:
    return FileError(
        _("This file is far too large for a list of records."),
        _("Copy the rows that count to a new file. A list has at most {rows} rows.").format(rows=MOST_ROWS),
    )
