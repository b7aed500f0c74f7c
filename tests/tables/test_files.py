"""Files of anybody: damaged, locked, far too large, or of another program; and every kind of CSV."""

import io
import zipfile
from collections.abc import Callable

import pytest

from generator.tables.delimited import read_csv, write_csv
from generator.tables.grid import FileError, read_delimited
from generator.tables.spreadsheet import MOST_UNPACKED, read_workbook
from tests.tables.samples import GETTEXT, workbook_of
from tests.tools.effort import at_most


def archive(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in files.items():
            new.writestr(name, data)
    return made.getvalue()


OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (b"", "geen Excel-werkmap"),
        (b"Naam;Soort\n", "import csv"),
        (OLD, "oude Excel"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"PK\x03\x04 en dan niets", "beschadigd"),
        (archive(**{"content.xml": b"<x/>"}), "ander programma"),
        (archive(**{"xl/workbook.xml": b"<x/>"}), "beschadigd"),
        (
            lambda: archive(**{"xl/workbook.xml": b"<x/>", "xl/bomb.xml": bytes(MOST_UNPACKED)}),
            "veel te groot",
        ),
        (lambda: bytes(20_000_001), "veel te groot"),
        (lambda: workbook_of(Aanbod=[["x"]] * 20_001), "veel te groot"),
    ],
)
def test_what_is_no_good_workbook_is_said(made: bytes | Callable[[], bytes], said: str) -> None:
    raw = made if isinstance(made, bytes) else made()
    with pytest.raises(FileError) as told:
        read_workbook(raw, GETTEXT)
    assert said in f"{told.value.message} {told.value.remedy}"


def test_any_damage_is_a_message() -> None:
    raw = workbook_of(Aanbod=[["Naam", "Soort"], ["Een", "feest"]])
    for at in range(0, len(raw), 97):
        damaged = raw[:at] + bytes([raw[at] ^ 0x55]) + raw[at + 1 :]
        try:
            read_workbook(damaged, GETTEXT)
        except FileError:
            continue


NUMBER = "<c><v>1</v></c>"


def sheet(inside: str, times: int = 1, start: str = "") -> bytes:
    """A workbook whose sheet somebody typed by hand, so many times."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook_of(Aanbod=[["x"]]))) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        head, tail = before.read("xl/workbook.xml").decode().split("<sheets>")
        sheets, tail = tail.split("</sheets>")
        parts = {
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{inside}</worksheet>',
            "xl/workbook.xml": f"{start}{head}<sheets>{sheets * times}</sheets>{tail}",
        }
        for name in before.namelist():
            new.writestr(name, parts.get(name, before.read(name)))
    return made.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def row(cells: str) -> str:
    return f"<sheetData><row>{cells}</row></sheetData>"


@pytest.mark.parametrize(
    "inside",
    [
        '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<sheetData/><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        f'<sheetData><row>{NUMBER}</row><row r="20000"><c r="SF20000"><v>1</v></c></row></sheetData>',
        '<dimension ref="A1:XFD1048576"/><sheetData/>',
        row('<c><f t="shared" ref="A1" si="0">' + "A1+" * 30_000 + "1</f><v>1</v></c>")
        + row('<c r="A2"><f t="shared" si="0"/><v>1</v></c>' * 2_000),
    ],
)  # fmt: skip
def test_only_the_cells_that_are_there_cost_anything(inside: str) -> None:
    with at_most(300_000):
        [grid] = read_workbook(sheet(inside), GETTEXT)
    assert sum(map(len, grid.rows.values())) <= 2


def test_a_sheet_that_is_there_a_thousand_times_is_read_once() -> None:
    assert len(read_workbook(sheet(row(NUMBER), 1_000), GETTEXT)) == 1


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: sheet(row("<c/>" * 2_100_000)), "veel te groot"),
        (lambda: sheet("<x/>" * 110_000), "veel te groot"),
        (lambda: sheet("<x " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>"), "veel te groot"),
        (lambda: sheet(f'<sheetData><row r="{"9" * 20}">{NUMBER}</row></sheetData>'), "veel te groot"),
        (lambda: workbook_of(Aanbod=[["x"] * 30] * 10, Plaatsen=[["x"] * 30] * 10), "veel te groot"),
        (lambda: sheet("", start='<!DOCTYPE x [<!ENTITY a "a">]>'), "beschadigd"),
        (lambda: sheet(row(f"<c><v>{'9' * 5_000}</v></c>")), "beschadigd"),
    ],
)
def test_what_would_unpack_without_end_is_refused(
    made: Callable[[], bytes], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.tables.spreadsheet.MOST_CELLS", 500)
    with pytest.raises(FileError) as told:
        read_workbook(made(), GETTEXT)
    assert said in told.value.message


def test_a_number_without_end_is_a_text() -> None:
    [grid] = read_workbook(sheet(row("<c><v>1e999</v></c>")), GETTEXT)
    assert [cell.text for cell in grid.rows[1].values()] == ["inf"]


def test_numbers_are_as_somebody_would_type_them() -> None:
    [grid] = read_workbook(workbook_of(Aanbod=[[5.0, 2.35, 1 / 3, True, 112, "05"]]), GETTEXT)
    assert [cell.text for cell in grid.rows[1].values()] == ["5", "2.35", "0.3333333333", "ja", "112", "05"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_kind_of_csv_is_read(encoding: str, sign: str, end: str) -> None:
    lines = ["", f"Naam{sign}Prijs", f'"café{sign} twee"{sign}"a\nb"', ""]
    rows = read_csv(end.join(lines).encode(encoding))
    assert rows[-2:] == [["Naam", "Prijs"], [f"café{sign} twee", "a\nb"]]


def test_excel_may_say_which_sign_it_used() -> None:
    assert read_csv(b"sep=,\nNaam;x,Soort\n") == [["Naam;x", "Soort"]]


def test_a_text_is_never_a_formula_and_stays_as_it_was() -> None:
    texts = ["=1+1", "+32 56 00 00 00", "-", "@x", "'=1", "''-x", "'t Huis", "a;b", 'a "b"', "a\nb"]
    raw = write_csv([["Naam"], *([text] for text in texts)])
    cells = raw.decode("utf-8-sig").split("\r\n")
    assert not [cell for cell in cells if cell.strip('"').startswith(("=", "+", "-", "@"))]
    assert [row[0] for row in read_csv(raw)][1:] == texts


@pytest.mark.parametrize(
    ("raw", "said"), [(b'Naam;Soort\n"open;x\n', "aanhalingsteken"), (b"\0\0\0PK", "geen CSV")]
)
def test_what_is_no_good_csv_is_said(raw: bytes, said: str) -> None:
    with pytest.raises(FileError) as told:
        read_delimited(raw, "x", GETTEXT)
    assert said in told.value.message
