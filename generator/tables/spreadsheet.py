"""An Excel workbook of anybody -> grids of texts. It may be damaged, hostile or simply something else."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.reading.traps import Gettext
from generator.tables.cells import CellError
from generator.tables.grid import MOST_COLUMNS, MOST_ROWS, FileError, Grid, GridCell, grid_of, too_large

MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
"""5,000 records are some 15 MB when unpacked."""
_OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MIDNIGHT = time()
_ESCAPED = re.compile(r"_x(00[01][0-9A-F])_")
"""How a workbook holds signs that are no letters, such as a bell."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


def read_workbook(raw: bytes, _: Gettext) -> list[Grid]:
    """The sheets of a workbook, hidden ones too. May raise FileError."""
    _refuse(raw, _)
    with warnings.catch_warnings():
        # Of what it does not know, such as pictures and drawings, openpyxl only warns.
        warnings.simplefilter("ignore")
        try:
            shown = load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
            typed = load_workbook(io.BytesIO(raw), keep_links=False) if _has_formulas(raw) else shown
        except Exception as error:  # openpyxl has no error of its own for a damaged file
            raise _damaged(_) from error
    return [_grid(sheet, typed[sheet.title], _) for sheet in _sheets(shown)]


def _has_formulas(raw: bytes) -> bool:
    """Whether it is worth reading all of it again, for the formulas instead of what they gave."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheets = [entry for entry in archive.infolist() if entry.filename.endswith(".xml")]
        return any(_FORMULA.search(archive.read(entry)) for entry in sheets)


def _sheets(book: Workbook) -> Iterator[Worksheet]:
    """Without the sheets that are only a chart."""
    yield from (sheet for sheet in book.worksheets if isinstance(sheet, Worksheet))


def _refuse(raw: bytes, _: Gettext) -> None:
    if len(raw) > MOST_BYTES:
        raise too_large(_)
    if raw.startswith(_OLD_EXCEL):
        if _ENCRYPTED in raw:
            raise FileError(
                _("This workbook is locked with a password."),
                _("In Excel, choose File, Info, Protect Workbook, and empty the password. Then save it."),
            )
        raise FileError(
            _("This is a workbook of an old Excel (.xls)."), _("Save it as an Excel workbook (.xlsx).")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            # More than this is never unpacked: zipfile stops at the size that is told here.
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        if raw.startswith(b"PK"):
            raise _damaged(_) from error
        raise FileError(
            _("This is not an Excel workbook."),
            _("Save it as an Excel workbook (.xlsx). Is it a CSV file? Then type: import csv"),
        ) from error
    if unpacked > MOST_UNPACKED:
        raise too_large(_)
    if not any(name.lower().endswith("workbook.xml") for name in names):
        said = _("This is a file of another program, not an Excel workbook.")
        raise FileError(said, _("Open it there, and save it as an Excel workbook (.xlsx)."))


def _damaged(_: Gettext) -> FileError:
    return FileError(
        _("This workbook is damaged and cannot be read."),
        _("Open it in Excel, let it be repaired, and save it again as an Excel workbook (.xlsx)."),
    )


def _grid(shown: Worksheet, typed: Worksheet, _: Gettext) -> Grid:
    if shown.max_row > MOST_ROWS and _last_filled(shown) > MOST_ROWS:
        raise too_large(_)
    cells = grid_of(shown.title, _cells(shown, typed, _))
    merged = tuple(
        (area.max_row, area.coord) for area in sorted(shown.merged_cells.ranges, key=lambda area: area.coord)
    )
    return Grid(cells.name, cells.rows, merged)


def _last_filled(sheet: Worksheet) -> int:
    return max((row for (row, _column), cell in sheet._cells.items() if cell.value is not None), default=0)


def _cells(shown: Worksheet, typed: Worksheet, _: Gettext) -> Iterator[GridCell]:
    last_row, last_column = min(shown.max_row, MOST_ROWS), min(shown.max_column, MOST_COLUMNS)
    for row, cells in enumerate(shown.iter_rows(1, last_row, 1, last_column), start=1):
        for column, cell in enumerate(cells, start=1):
            formula = typed.cell(row, column).data_type == "f"
            if cell.value is None and not formula:
                continue
            value = cell.value
            number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
            fault = _fault(value, cell.data_type, _)
            yield GridCell(_text(value, _), row, column, number, formula, fault)


def _fault(value: object, kind: str, _: Gettext) -> CellError | None:
    if value is None:
        return CellError(
            _("This cell has a formula, and no value was saved with it."),
            _("Open the file in Excel and save it, or type the value itself."),
        )
    if kind == "e":
        return CellError(
            _("Excel shows an error in this cell: {text}").format(text=value), _("Type the value itself.")
        )
    return None


def _text(value: Any, _: Gettext) -> str:
    """As a person would have typed it: 5 for 5.0, a date as 2026-12-24, a time as 9:30."""
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case datetime():
            day = f"{value:%Y-%m-%d}"
            return day if value.time() == _MIDNIGHT else f"{day} {_clock(value.time())}"
        case date():
            return f"{value:%Y-%m-%d}"
        case time():
            return _clock(value)
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case float():
            return _number(value)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _clock(value: time) -> str:
    return f"{value.hour}:{value.minute:02}"


def _number(value: float) -> str:
    """Without the noise of binary fractions: 2.35, not 2.3499999999999996."""
    return f"{value:.0f}" if value == round(value) and abs(value) < 1e15 else f"{value:.10f}".rstrip("0")
