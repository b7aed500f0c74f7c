"""The records of a neighbourhood -> the sheets of a workbook, or a CSV file for each list."""

from collections.abc import Iterator, Mapping
from datetime import date

import yaml

from generator.model import fields
from generator.reading.key_texts import key_text
from generator.reading.traps import Gettext
from generator.tables.cells import said_in_dutch, write_cell
from generator.tables.columns import NEIGHBOURHOOD, Column, Shape
from generator.tables.delimited import write_csv
from generator.tables.grid import FileError
from generator.tables.rows import filled_columns, placed_records, written_row
from generator.tables.workbook import (
    MOST_IN_A_CELL,
    MOST_IN_A_LIST,
    Choices,
    Sheet,
    SheetColumn,
    Wording,
    write_workbook,
)

ORDER = (
    "offers", "organisations", "places", "contacts", "themes", "questions", "helplines", "flyers",
    NEIGHBOURHOOD,
)  # fmt: skip
"""The sheets, what people change most first."""
_LONG = (Shape.WORDING, Shape.LINES, Shape.RECORDS)


def workbook(data: Mapping[str, object], today: date, _: Gettext) -> bytes:
    """The records as typed (key at the top of a file -> its list) as a workbook. May raise FileError."""
    sheets = tuple(sheet_of(shelf, data.get(shelf), _) for shelf in ORDER)
    for sheet in sheets:
        for row in sheet.rows:
            for column, text in zip(sheet.columns, row, strict=True):
                if len(text) > MOST_IN_A_CELL:
                    raise FileError(
                        _("{title} of {id} is too long for a cell.").format(title=column.title, id=row[0]),
                        _("Shorten it, or use: export csv"),
                    )
    return write_workbook(sheets, _wording(today, _), today)


def csv_files(data: Mapping[str, object], _: Gettext) -> dict[str, bytes]:
    """The same as a file for each list: name -> bytes."""
    sheets = [sheet_of(shelf, data.get(shelf), _) for shelf in ORDER if data.get(shelf)]
    return {
        f"{sheet.name}.csv": write_csv((tuple(column.title for column in sheet.columns), *sheet.rows))
        for sheet in sheets
    }


def sheet_of(shelf: str, data: object, _: Gettext) -> Sheet:
    """One list as a sheet."""
    records = tuple(placed_records(shelf, data))
    columns = filled_columns(shelf, records)
    return Sheet(
        sheet_name(shelf, _),
        tuple(_shown(column, _) for column in columns),
        tuple(written_row(record, columns) for record in records),
    )


def sheet_name(shelf: str, _: Gettext) -> str:
    return key_text(shelf, _).get("title", shelf)


def _shown(column: Column, _: Gettext) -> SheetColumn:
    return SheetColumn(
        column.title(_),
        " ".join(_help(column, _)),
        None if column.language else _choices(column, _),
        column.needed and column.path != ("id",),
        column.shape in _LONG,
    )


def _help(column: Column, _: Gettext) -> Iterator[str]:
    yield column.description(_)
    if column.needed and column.path != ("id",):
        yield _("This must be filled in.")
    match column.shape:
        case Shape.WORDS:
            yield _("More than one? Put commas between them.")
        case Shape.LINES | Shape.RECORDS:
            yield _("More than one? Each on a line of its own (Alt+Enter).")
        case _:
            pass
    if example := cell_example(column, _):
        yield _("For example: {example}").format(example=example)


def cell_example(column: Column, _: Gettext) -> str:
    """A right value as it stands in a cell."""
    typed = column.example(_)
    return write_cell(yaml.load(typed, Loader=yaml.CBaseLoader), column) if typed else ""


def _choices(column: Column, _: Gettext) -> Choices | None:
    if column.target:
        return Choices(sheet=sheet_name(column.target, _))
    words: tuple[str, ...] = ()
    if column.words:
        words = tuple(said_in_dutch(column.words).values())
    elif column.reads is fields.parse_yes_no:
        words = (_("yes"), _("no"))
    elif column.reads and column.reads.__name__ == "_dutch_level":
        words = ("1", "2", "3", "4")
    fits = 0 < len(",".join(words)) <= MOST_IN_A_LIST
    return Choices(values=words, only=not column.several) if fits else None


def _wording(today: date, _: Gettext) -> Wording:
    lines = (
        _("The guide as a table, made on {day}").format(day=f"{today.day}/{today.month}/{today.year}"),
        _("Each tab below is a list. Each row is a record, each column is a thing that there is to say."),
        _("Click on a cell, and you see what belongs there. An arrow gives a list to choose from."),
        _("Columns with an orange heading must be filled in. Leave other cells empty if you do not know."),
        _("New? Type it on the first empty row. The id may stay empty: it is made of the name."),
        _("Never change an id that is there: it is in the codes on paper."),
        _("Has something ended? Keep the row. Choose gestopt at Status, and say at Gestopt what to do now."),
        _("More than one value? Put commas between short words, and others on their own line (Alt+Enter)."),
        _("Another language? Add a column with the language behind its name, such as: Naam (fr)"),
        _("Ready? Save it as an Excel workbook (.xlsx), and send it back."),
        _("Whoever looks after the guide then types: python -m generator import xlsx FILE --dry-run"),
        _("Take care: it also holds notes and names that are not published. Do not put it online."),
    )
    return Wording(
        guide=_("Read first"),
        lines=lines,
        wrong=_("Choose a value from the list, or leave the cell empty."),
    )
