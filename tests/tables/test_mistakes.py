"""What cannot be read is named by cell, all at once, with what to write instead; then nothing is written."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.tables.grid import read_delimited
from generator.tables.importing import recognise
from generator.tables.merging import Merge, merge
from generator.tables.places import TableFile, in_reading_order
from generator.tables.spreadsheet import read_workbook
from tests.tables.samples import GETTEXT, run, workbook_of
from tests.tools.effort import at_most
from tests.tools.paths import INVENTED

DATA: dict[str, object] = {
    key: value
    for name in ("offers.yaml", "socialmap.yaml")
    for key, value in yaml.load((INVENTED / name).read_bytes(), Loader=yaml.CBaseLoader).items()
}
HEADINGS = [
    "Naam", "Samenvatting", "Soort", "Functie", "Thema", "Dag", "Van", "Tot", "Locatie", "Prijs",
    "Inschrijven", "Nagekeken", "Vrij veld",
]  # fmt: skip
GOOD = [
    "Breicafé van niemand", "Je breit.", "activiteit", "ontmoeten; leren", "Samen", "woensdag", time(14, 0),
    0.6875, "Zaal 't Luchtkasteel", 2.5, "verplicht", date(2026, 11, 1), "blauw",
]  # fmt: skip


def merged(
    raw: bytes, shelf: str | None = "offers", *, clear: bool = False
) -> tuple[Merge, list[str], list[str]]:
    """What a workbook changes in the invented records; its mistakes as "place: message remedy"; notes."""
    grids = [(TableFile("lijst.xlsx", grid.name), grid) for grid in read_workbook(raw, GETTEXT)]
    sheets = recognise(grids, shelf, GETTEXT)
    found = merge(sheets.tables, DATA, clear, GETTEXT)
    problems = in_reading_order([*sheets.problems, *found.problems])
    return found, [f"{p.file}: {p.message} {p.remedy}" for p in problems], list(sheets.notes)


def changed(column: str, value: Any) -> list[Any]:
    row = list(GOOD)
    row[HEADINGS.index(column)] = value
    return row


def test_a_list_of_a_partner_is_understood() -> None:
    """Other words in the headings, a title above them, names for ids, days and hours as Excel has them."""
    raw = workbook_of(Blad1=[["Ons aanbod van dit jaar"], [], HEADINGS, GOOD])
    found, problems, notes = merged(raw)
    assert problems == []
    [change] = found.changes
    assert change.before is None
    assert change.after == {
        "id": "breicafe-van-niemand",
        "name": "Breicafé van niemand",
        "summary": "Je breit.",
        "kind": "activity",
        "functions": ["ontmoeten", "leren"],
        "themes": "samen",
        "when": [{"on": "woensdag", "from": "14:00", "until": "16:30"}],
        "place": "luchtkasteel",
        "price": "2.5",
        "signup": "verplicht",
        "checked": {"on": "2026-11-01"},
    }
    assert any("Blad1!I3: de kolom “Locatie” lees ik als Plaats" in note for note in notes)
    assert any("Blad1!M3: de kolom “Vrij veld” ken ik niet" in note for note in notes)


@pytest.mark.parametrize(
    ("column", "value", "cell", "said"),
    [
        ("Naam", None, "B2", "Deze rij heeft geen id en geen naam"),
        ("Samenvatting", None, "B2", "Samenvatting is leeg"),
        ("Soort", "activteit", "C2", "Bedoel je activiteit?"),
        ("Functie", "ontmoeten, breien", "D2", "breien is geen woord dat je bij Functies kan gebruiken"),
        ("Thema", "Samn", "E2", "Bij Thema's staat geen Samn. Bedoel je samen?"),
        ("Dag", "woensdagg", "F2", "Bedoel je woensdag?"),
        ("Van", "25:00", "G2", "25:00 is geen uur. Schrijf bijvoorbeeld: 9:30"),
        ("Tot", "13u", "H2", "Dit eindigt voor het begint"),
        ("Locatie", "Nergenshuis", "I2", "Bij Plaatsen staat geen Nergenshuis"),
        ("Prijs", "twee euro", "J2", "twee euro is geen bedrag in euro. Schrijf bijvoorbeeld: 2,50"),
        ("Inschrijven", "misschien", "K2", "Kies uit: geen, aanbevolen, verplicht"),
        ("Nagekeken", "31/02/2026", "L2", "De dag 31/02/2026 bestaat niet"),
    ],
)
def test_each_mistake_is_at_its_cell(column: str, value: Any, cell: str, said: str) -> None:
    found, [problem], _notes = merged(workbook_of(Blad1=[HEADINGS, changed(column, value)]))
    assert problem.startswith(f"lijst.xlsx, Blad1!{cell}: ")
    assert said in problem
    assert found.changes == []


def test_all_mistakes_come_at_once_in_the_order_of_the_sheet() -> None:
    rows = [changed("Soort", "x"), changed("Van", "x"), GOOD, changed("Prijs", "x")]
    for number, row in enumerate(rows):
        row[0] = f"Naam {number}"
    rows[0][HEADINGS.index("Thema")] = "zzz"
    _found, problems, _notes = merged(workbook_of(Blad1=[HEADINGS, *rows]))
    assert [problem.split(": ")[0] for problem in problems] == [
        f"lijst.xlsx, Blad1!{ref}" for ref in ("C2", "E2", "G3", "J5")
    ]


def test_a_needed_column_that_is_not_there_is_named_once() -> None:
    _found, problems, _notes = merged(
        workbook_of(Blad1=[["Naam", "Soort"], ["Een", "feest"], ["Twee", "feest"]])
    )
    assert len(problems) == 3
    assert "Er is geen kolom Samenvatting" in problems[0]


@pytest.mark.parametrize(
    ("sheet", "rows", "said"),
    [
        ("Contactpersonen", [["Naam", "Rol", "Telefoon"], ["Jan", "x", 470112233]], ": 0470112233"),
        ("Organisaties", [["Id", "Telefoonnummers"], ["veilige-haven", "nummer: 0, label"]], "label"),
        ("Plaatsen", [["Id", "Gesloten"], ["droompark", "van: 2026-12-24, tot: x"]], "x is geen datum"),
        ("Plaatsen", [["Id", "Gesloten"], ["droompark", "van: 2026-12-24, toe: x"]], "toe is hier geen"),
        ("Vragen", [["Id", "Hoort onder"], ["droomhuis", "alleen"]], "Zet huis terug"),
        ("Vragen", [["Id", "Intern"], ["droomhuis", "x"]], "Een keuze heeft geen Intern"),
        ("Aanbod", [["Id", "Dag"], ["een-heel-lange-naam", "maandag"]], "Gebruik de kolom Wanneer"),
        ("Aanbod", [["Id", "Naam"], ["op-afspraak", "x"], ["op-afspraak", "y"]], "staat al in rij 2"),
        ("Iets", [["Id", "Naam"], ["op-afspraak", "x"]], "Ik zie niet welke lijst dit is"),
        ("Aanbod", [["x", "y"], ["op-afspraak", "x"]], "staat geen rij met titels"),
    ],
)  # fmt: skip
def test_other_mistakes(sheet: str, rows: list[list[Any]], said: str) -> None:
    _found, problems, _notes = merged(workbook_of(**{sheet: rows}), None)
    assert any(said in problem for problem in problems), problems


def test_cells_that_were_merged_and_formulas_are_told(tmp_path: Path) -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook_of(Aanbod=[HEADINGS, GOOD, changed("Naam", "Twee")])))
    book["Aanbod"].merge_cells("I2:I3")
    book["Aanbod"]["B2"] = "=1+1"
    book.save(tmp_path / "x.xlsx")
    _found, problems, _notes = merged((tmp_path / "x.xlsx").read_bytes(), None)
    assert "Aanbod!B2: In deze cel staat een formule, en er is geen waarde" in problems[0]
    assert "Aanbod!I2:I3: Deze cellen zijn samengevoegd" in problems[1]


def test_what_only_shows_at_the_end_is_at_its_cell_too_and_nothing_is_written(
    invented_copy: Path, tmp_path: Path
) -> None:
    before = (invented_copy / "socialmap.yaml").read_bytes()
    table = tmp_path / "lijst.xlsx"
    table.write_bytes(workbook_of(Plaatsen=[["Naam", "Nummer"], ["Nieuw huis", 1.0]]))
    code, said = run(invented_copy, "import", "xlsx", table)
    assert code == 1
    assert "lijst.xlsx, Plaatsen!B2: fout: Nummer 1 is al bezet" in said
    assert (invented_copy / "socialmap.yaml").read_bytes() == before


SAID_AGAIN = ", ".join(f"&{n} [{', '.join([f'*{n - 1}'] * 10 if n else 'xxxxxxxxxx')}]" for n in range(8))


@pytest.mark.parametrize("when", ["a" + " " * 32_000 + "b", f"every: week, on: [{SAID_AGAIN}]"])
def test_a_cell_that_goes_on_and_on_is_one_mistake(when: str) -> None:
    _found, problems, _notes = merged(workbook_of(Aanbod=[["Id", "Wanneer"], ["op-afspraak", when]]), None)
    assert sum("Aanbod!B2" in problem for problem in problems) == 1


def test_a_thousand_wrong_ids_take_no_time() -> None:
    places: list[list[Any]] = [["Naam", "Nummer"], *([f"Zaal nummer {n} van de wijk", n] for n in range(600))]
    offers = [["Id", "Plaats"], *([f"o{n}", f"Zalen {n} van een wijk"] for n in range(600))]
    with at_most(30_000_000):
        _found, problems, _notes = merged(workbook_of(Plaatsen=places, Aanbod=offers), None)
    assert sum("staat geen Zalen" in problem for problem in problems) == 600
    assert any("Bedoel je" in problem for problem in problems)


def test_a_csv_file_has_places_too() -> None:
    grid = read_delimited("Naam;Soort\nEen;x\n".encode("cp1252"), "aanbod", GETTEXT)
    sheets = recognise([(TableFile("aanbod.csv"), grid)], None, GETTEXT)
    found = merge(sheets.tables, DATA, False, GETTEXT)
    assert any(problem.file == "aanbod.csv!B2" for problem in found.problems)
