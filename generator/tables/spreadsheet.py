"""An Excel workbook of anybody -> grids of texts. It may be damaged, hostile or simply something else."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import IO, Any
from xml.etree.ElementTree import Element, iterparse
from xml.parsers.expat import ExpatError, ParserCreate

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import CELL_TAG, FORMULA_TAG, MERGE_TAG, ROW_TAG, WorkSheetParser
from openpyxl.worksheet.cell_range import CellRange

from generator.reading.traps import Gettext
from generator.tables.cells import CellError
from generator.tables.grid import MOST_COLUMNS, MOST_ROWS, FileError, Grid, GridCell, grid_of, too_large

MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
"""5,000 records are some 15 MB when unpacked."""
MOST_CELLS = 500_000
"""In all sheets together."""
_OF_CELLS = frozenset(("row", "c", "v", "f", "is", "si", "t"))
_MOST_OF_CELLS, _MOST_OTHERS = 2_000_000, 100_000
"""Parts of cells, and all else: styles, names, areas, each of which costs openpyxl five times more."""
_PIECE, _LONGEST_TAG = 64_000, 1_000_000
"""Bytes."""
_OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MIDNIGHT = time()
_ESCAPED = re.compile(r"_x(00[01][0-9A-F])_")
"""How a workbook holds signs that are no letters, such as a bell."""
_MERGED = MERGE_TAG.removesuffix("s")


def read_workbook(raw: bytes, _: Gettext) -> list[Grid]:
    """The sheets of a workbook, hidden ones too. May raise FileError."""
    _refuse(raw, _)
    with warnings.catch_warnings():
        # Of what it does not know, such as dates before 1900, openpyxl only warns.
        warnings.simplefilter("ignore")
        try:
            _weigh(raw)
            return list(_grids(raw, _))
        except _TooMuchError as error:
            raise too_large(_) from error
        except Exception as error:  # openpyxl has no error of its own for a damaged file
            raise _damaged(_) from error


class _TooMuchError(Exception):
    """There is more in it than anybody's list has."""


def _weigh(raw: bytes) -> None:
    """Counts what a workbook unpacks to before openpyxl makes objects of it. May raise _TooMuchError."""
    of_cells = others = 0

    def count(name: str, _attributes: object) -> None:
        nonlocal of_cells, others
        if name.rpartition(":")[2] in _OF_CELLS:
            of_cells += 1
        else:
            others += 1
        if of_cells > _MOST_OF_CELLS or others > _MOST_OTHERS:
            raise _TooMuchError

    def refuse(*_declared: object) -> None:
        raise ValueError("no workbook has a document type: it is there to blow something up")

    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for entry in archive.infolist():
            parser = ParserCreate()
            parser.StartElementHandler, parser.StartDoctypeDeclHandler = count, refuse
            fed = 0
            with archive.open(entry) as part, suppress(ExpatError):  # pictures are no XML
                while piece := part.read(_PIECE):
                    parser.Parse(piece)
                    fed += len(piece)
                    # A tag is read from its beginning with each piece, until it ends.
                    if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                        raise _TooMuchError


def _grids(raw: bytes, _: Gettext) -> Iterator[Grid]:
    """Sheet by sheet, of its cells only those that are there: openpyxl itself fills whole areas."""
    reader = ExcelReader(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_strings()
    reader.read_workbook()
    apply_stylesheet(reader.archive, reader.wb)
    seen: set[str] = set()
    filled = 0
    for sheet, rel in reader.parser.find_sheets():
        # A sheet that is only a chart has no cells.
        if rel.target in seen or rel.target not in reader.valid_files or "chartsheet" in rel.Type:
            continue
        seen.add(rel.target)
        merged: list[CellRange] = []
        with reader.archive.open(rel.target) as source:
            cells = list(_cells(_Sheet(source, reader), merged, _))
        filled += len(cells)
        if filled > MOST_CELLS:
            raise _TooMuchError
        merged.sort(key=lambda area: area.coord)
        found = grid_of(sheet.name, cells)
        yield Grid(found.name, found.rows, tuple((area.max_row, area.coord) for area in merged))


class _Sheet(WorkSheetParser):
    """Reads a cell, and whether it has a formula besides what that gave the last time."""

    def __init__(self, source: IO[bytes], reader: ExcelReader) -> None:
        book: Any = reader.wb
        super().__init__(
            source, reader.shared_strings, True, book.epoch, book._date_formats, book._timedelta_formats
        )

    def cells(self, merged: list[CellRange]) -> Iterator[tuple[dict[str, Any], bool]]:
        """Cell by cell; puts the areas that were made one cell into `merged`."""
        for event, element in iterparse(self.source, ("start", "end")):
            if element.tag == ROW_TAG and event == "start":
                row: Any = Element(element.tag, element.attrib)
                self.parse_row(row)
            elif element.tag == CELL_TAG and event == "end":
                yield self.parse_cell(element), element.find(FORMULA_TAG) is not None
                element.clear()
            elif element.tag == _MERGED and event == "end":
                merged.append(CellRange(element.get("ref")))


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


def _cells(sheet: _Sheet, merged: list[CellRange], _: Gettext) -> Iterator[GridCell]:
    for cell, formula in sheet.cells(merged):
        value = cell["value"]
        if value is None and not formula:
            continue
        if cell["row"] > MOST_ROWS and value is not None:
            raise _TooMuchError
        if cell["row"] > MOST_ROWS or cell["column"] > MOST_COLUMNS:
            continue
        number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        fault = _fault(value, cell["data_type"], _)
        yield GridCell(_text(value, _), cell["row"], cell["column"], number, formula, fault)


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
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.10f}".rstrip("0")
