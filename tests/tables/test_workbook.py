"""The workbook as staff see it: Dutch titles, help, lists to choose from; and Excel may change nothing."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.tables.columns import TABLES, columns_of
from generator.tables.exporting import csv_files, sheet_name, workbook
from generator.tables.grid import FileError
from generator.tables.spreadsheet import read_workbook
from tests.tables.samples import GETTEXT

DATA: dict[str, object] = {
    "offers": [
        {
            "id": "soep",
            "name": {"nl": "=1+1", "fr": "+x"},
            "kind": "service",
            "checked": {"on": "2026-01-02"},
        },
        {"id": "thee", "name": "@SOM(A1)", "internal": "-geheim\x07", "place": "huis", "price": "free"},
    ],
    "places": [{"id": "huis", "name": "Huis", "number": "007", "postal_code": "0100"}],
}
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(DATA, TODAY, GETTEXT)))


def sheet(book: openpyxl.Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def column(paper: Worksheet, title: str) -> int:
    return next(cell.column for cell in paper[1] if cell.value == title)


def rules(paper: Worksheet) -> dict[str, Any]:
    """Title of a column -> its help and list."""
    found = {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule
        for rule in paper.data_validations.dataValidation
    }
    return {str(cell.value): found[cell.coordinate.rstrip("1")] for cell in paper[1]}


def test_it_has_a_sheet_for_each_list_and_one_that_explains(book: openpyxl.Workbook) -> None:
    assert book.sheetnames[0] == "Lees eerst"
    assert set(book.sheetnames[1:]) == {sheet_name(shelf, GETTEXT) for shelf in TABLES}
    said = "\n".join(str(row[0].value) for row in sheet(book, "Lees eerst").rows)
    assert "gemaakt op 23/11/2026" in said
    assert "Zet dit bestand niet online" in said


def test_titles_are_dutch_and_stay_in_sight(book: openpyxl.Workbook) -> None:
    paper = sheet(book, "Aanbod")
    titles = [cell.value for cell in paper[1]]
    assert titles[:4] == ["Id", "Naam", "Naam (fr)", "Samenvatting"]
    assert "Nagekeken: door wie" in titles
    assert paper.freeze_panes == "B2"


def test_every_text_stays_a_text(book: openpyxl.Workbook) -> None:
    """No formula, no number, no day: in every cell, and in the empty ones below."""
    for name in book.sheetnames:
        for row in sheet(book, name).rows:
            assert all(
                cell.value is None or (cell.data_type, cell.number_format) == ("s", "@") for cell in row
            )
    paper = sheet(book, "Aanbod")
    assert paper.cell(2, column(paper, "Naam")).value == "=1+1"
    assert paper.cell(2, column(paper, "Naam")).quotePrefix
    assert paper.column_dimensions["A"].number_format == "@"
    assert sheet(book, "Plaatsen").cell(2, 4).value == "007" or "007" in [
        c.value for c in sheet(book, "Plaatsen")[2]
    ]


def test_every_column_helps_and_knows_its_list(book: openpyxl.Workbook) -> None:
    offers = rules(sheet(book, "Aanbod"))
    assert offers["Soort"].formula1 == '"activiteit,dienst,feest"'
    assert offers["Soort"].showErrorMessage
    assert (
        offers["Plaats"].formula1.startswith("Plaatsen!$A$2:$A$") or "Plaatsen" in offers["Plaats"].formula1
    )
    assert "Thema''s" in offers["Thema's"].formula1
    assert not offers["Functies"].showErrorMessage, "more than one may stand there"
    assert "Bijvoorbeeld: every: week, on: friday" in offers["Wanneer"].prompt
    assert offers["Inschrijven: nodig"].formula1 == '"geen,aanbevolen,verplicht"'
    for shelf in TABLES:
        for title, rule in rules(sheet(book, sheet_name(shelf, GETTEXT))).items():
            assert rule.showInputMessage == bool(rule.prompt), title
            assert len(rule.prompt or "") <= 255, title
            assert len(rule.formula1 or "") <= 255, title


def test_signs_that_are_no_letters_come_back() -> None:
    grids = {grid.name: grid for grid in read_workbook(workbook(DATA, TODAY, GETTEXT), GETTEXT)}
    assert "-geheim\x07" in [cell.text for cell in grids["Aanbod"].rows[3].values()]


def test_a_text_that_excel_would_cut_off_is_refused() -> None:
    with pytest.raises(FileError) as told:
        workbook({"offers": [{"id": "lang", "name": "x" * 32_768}]}, TODAY, GETTEXT)
    assert "Naam van lang is te lang" in told.value.message


def test_the_same_records_give_the_same_bytes() -> None:
    assert workbook(DATA, TODAY, GETTEXT) == workbook(DATA, TODAY, GETTEXT)


def test_every_column_has_a_title_of_its_own() -> None:
    for shelf in TABLES:
        titles = [found.title(GETTEXT) for found in columns_of(shelf)]
        assert len(titles) == len(set(titles))


def test_a_csv_file_for_each_list_that_has_records() -> None:
    files = csv_files(DATA, GETTEXT)
    assert set(files) == {"Aanbod.csv", "Plaatsen.csv"}
    assert files["Aanbod.csv"].startswith("\ufeffId;Naam;Naam (fr);Samenvatting;".encode())
