"""Tables -> one workbook for Excel and LibreOffice: help at each column, lists to choose from, only texts."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

MOST_IN_A_CELL = 32_767
"""Characters; what is longer would be cut off by Excel."""
MOST_IN_A_LIST = 253
"""Characters of all choices of a cell together, with a comma between: Excel takes no longer list."""
_ROWS_TO_FILL_IN = 1_000
"""How far below the records the help and the lists reach."""
_MOST_IN_A_PROMPT, _MOST_IN_A_TITLE = 255, 32
_TEXT_FORMAT = "@"
_NARROW, _WIDE = 16, 44
_GUIDE_WIDTH = 130
_LINE = 15
"""The height of a line, in points."""
_MOST_LINES = 8
"""Of a row: more can be read in the cell itself, and the rows stay together."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


@dataclass(frozen=True)
class Choices:
    """A list to choose from: the cells of another column, or loose values."""

    sheet: str = ""
    values: tuple[str, ...] = ()
    only: bool = False
    """Whether nothing else may stand there."""


@dataclass(frozen=True)
class SheetColumn:
    """A column as it shows: title, help, list; `long` for texts."""

    title: str
    help: str = ""
    choices: Choices | None = None
    needed: bool = False
    long: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its columns, its rows of texts."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Wording:
    """The words of a workbook that belong to no column."""

    guide: str
    """The name of the sheet that explains."""
    lines: tuple[str, ...]
    """What it says, the title first."""
    wrong: str
    """What Excel says of a value that is not in the list."""


def write_workbook(sheets: Sequence[Sheet], wording: Wording, today: date) -> bytes:
    """The bytes of the workbook: the same for the same input. The first column of each sheet has the ids."""
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)
    _write_guide(guide, wording)
    rows = {sheet.name: len(sheet.rows) for sheet in sheets}
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.name), sheet, rows, wording)
    book.properties.creator = "Stekwijzer"
    book.properties.created = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - Excel knows no zones
    made = io.BytesIO()
    book.save(made)
    return _without_clock(made.getvalue(), today)


def _write_guide(guide: Worksheet, wording: Wording) -> None:
    guide.title = wording.guide
    guide.sheet_view.showGridLines = False
    guide.column_dimensions["A"].width = _GUIDE_WIDTH
    for number, line in enumerate(wording.lines, start=1):
        cell = guide.cell(number, 1)
        _put(cell, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(size=16 if number == 1 else 12, bold=number == 1)
        guide.row_dimensions[number].height = 30 if number == 1 else 24


def _write_sheet(paper: Worksheet, sheet: Sheet, rows: Mapping[str, int], wording: Wording) -> None:
    paper.freeze_panes = "B2"
    paper.page_setup.orientation = "landscape"
    last = len(sheet.rows) + _ROWS_TO_FILL_IN
    widths = [
        _WIDE if column.long else max(_NARROW, min(len(column.title) + 4, _WIDE)) for column in sheet.columns
    ]
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        heading = paper.cell(1, number)
        _put(heading, column.title)
        heading.font = Font(bold=True)
        heading.fill = PatternFill("solid", fgColor="FBEAE1" if column.needed else "EDEDED")
        heading.alignment = Alignment(wrap_text=True, vertical="top")
        size = paper.column_dimensions[letter]
        size.width = widths[number - 1]
        size.number_format = _TEXT_FORMAT
        size.alignment = Alignment(wrap_text=True, vertical="top")
        paper.add_data_validation(_validation(column, f"{letter}2:{letter}{last}", rows, wording))
    for row, texts in enumerate(sheet.rows, start=2):
        for number, text in enumerate(texts, start=1):
            if text:
                _put(paper.cell(row, number), text)
        most = max(_lines(text, width) for text, width in zip(texts, widths, strict=True))
        paper.row_dimensions[row].height = min(most, _MOST_LINES) * _LINE
    paper.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(len(sheet.rows) + 1, 2)}"


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column of so many letters."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def _put(cell: Cell | MergedCell, text: str) -> None:
    """A text stays a text: `=1+1` is no formula, 056 keeps its zero, 1/2 does not become a day."""
    assert isinstance(cell, Cell)
    cell.value = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    cell.data_type = "s"
    cell.number_format = _TEXT_FORMAT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _validation(column: SheetColumn, cells: str, rows: Mapping[str, int], wording: Wording) -> DataValidation:
    """The help that shows as soon as somebody stands on a cell, and the list."""
    choices = column.choices
    found = DataValidation(type="list" if choices else None, allow_blank=True)
    if choices:
        found.formula1 = _source(choices, rows)
        found.showErrorMessage = choices.only
        found.errorTitle, found.error = column.title[:_MOST_IN_A_TITLE], wording.wrong
    found.promptTitle = column.title[:_MOST_IN_A_TITLE]
    found.prompt = column.help[: _MOST_IN_A_PROMPT - 1] + "…" * (len(column.help) >= _MOST_IN_A_PROMPT)
    found.showInputMessage = bool(column.help)
    found.add(cells)
    return found


def _source(choices: Choices, rows: Mapping[str, int]) -> str:
    if choices.sheet:
        return f"{quote_sheetname(choices.sheet)}!$A$2:$A${rows[choices.sheet] + _ROWS_TO_FILL_IN}"
    return '"' + ",".join(choices.values) + '"'


def _without_clock(raw: bytes, today: date) -> bytes:
    """The same archive with one date in it, that of the day for which it was made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>%s\g<2>" % f"{today}T00:00:00Z".encode(), data)
            info = zipfile.ZipInfo(entry.filename, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return made.getvalue()
