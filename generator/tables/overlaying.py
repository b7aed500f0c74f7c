"""What a row says, laid over what its record said before."""

import re
from collections.abc import Mapping

from openpyxl.utils.datetime import from_excel

from generator.model import fields
from generator.model.records import Telephone
from generator.reading.traps import Gettext
from generator.tables.cells import CellError, read_cell
from generator.tables.columns import Column, Shape
from generator.tables.grid import GridCell
from generator.tables.rows import Data, Placed, whole, written_row

_LOST_ZERO = re.compile(r"[1-9]\d{7,8}")
_DAYS_OF_EXCEL = range(20_000, 80_000)
"""1954 to 2119, counted from 1900."""


def same_as_before(cell: GridCell, column: Column, before: Placed) -> bool:
    """Whether a cell says what the record says already, to the letter."""
    [written] = written_row(before, (column,))
    return bool(written) and cell.text.replace("\r\n", "\n") == written


def cell_value(cell: GridCell, column: Column, _: Gettext) -> object:
    """The data of a cell. May raise CellError."""
    if cell.fault:
        raise cell.fault
    return read_cell(_typed(cell, column, _), column, _)


def _typed(cell: GridCell, column: Column, _: Gettext) -> str:
    """The text as somebody would have typed it: Excel has days and hours as numbers, and drops zeros."""
    number = cell.number
    if number is not None and column.reads is fields.parse_clock and 0 < number < 1:
        minutes = round(number * 24 * 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if number is not None and column.reads is fields.parse_date and int(number) in _DAYS_OF_EXCEL:
        return f"{from_excel(int(number)):%Y-%m-%d}"
    takes_phone = column.reads is fields.parse_phone or column.inner is Telephone
    if takes_phone and _LOST_ZERO.fullmatch(cell.text.strip()):
        raise CellError(
            _("The zero in front of this number got lost: {typed}").format(typed=cell.text.strip()),
            _("Make the cell a text (Format Cells, Text), and write for example: {example}").format(
                example=f"0{cell.text.strip()}"
            ),
        )
    return cell.text


def put(data: Data, column: Column, value: object, loose: bool, _: Gettext) -> None:
    """Gives a record the value of a column. May raise CellError."""
    key = column.path[0]
    if len(column.path) == 1:
        data[key] = _with_languages(data.get(key), column, value)
    elif loose:
        inner = _only_one(data.get(key), column, _)
        inner[column.key] = _with_languages(inner.get(column.key), column, value)
        data[key] = [inner]
    else:
        inner = whole(data.get(key), column)
        inner[column.key] = _with_languages(inner.get(column.key), column, value)
        data[key] = inner


def take_away(data: Data, column: Column) -> None:
    """Leaves out the value of a column; of a text in several languages the one language."""
    key = column.path[0]
    inner = data if len(column.path) == 1 else whole(data.get(key), column)
    left = _other_languages(inner.pop(column.key, None), column)
    if left:
        inner[column.key] = left
    if inner is not data:
        data[key] = inner
        if not inner:
            data.pop(key)


def _other_languages(value: object, column: Column) -> object:
    if column.shape is not Shape.WORDING or not isinstance(value, Mapping):
        return None
    gone = column.language or fields.FIRST_LANGUAGE
    left = {code: text for code, text in value.items() if code != gone}
    return left[fields.FIRST_LANGUAGE] if list(left) == [fields.FIRST_LANGUAGE] else left


def _with_languages(before: object, column: Column, value: object) -> object:
    """A text beside its translations: Dutch first."""
    if column.shape is not Shape.WORDING or isinstance(value, Mapping):
        return value
    if isinstance(before, Mapping):
        versions = dict(before)
    else:
        versions = {fields.FIRST_LANGUAGE: before} if before else {}
    versions[column.language or fields.FIRST_LANGUAGE] = value
    if list(versions) == [fields.FIRST_LANGUAGE]:
        return value
    return dict(sorted(versions.items(), key=lambda version: version[0] != fields.FIRST_LANGUAGE))


def _only_one(value: object, column: Column, _: Gettext) -> Data:
    items = value if isinstance(value, list) else [value] if value else []
    if len(items) > 1:
        raise CellError(
            _("This record has several of these already, so one column cannot say it."),
            _("Use the column {title}, with a line for each.").format(
                title=Column(column.path[:1], Shape.RECORDS, column.holder).title(_)
            ),
        )
    return whole(items[0], column) if items else {}
