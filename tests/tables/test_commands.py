"""`export` and `import` as staff type them: seen first, then written, and nothing else touched."""

import difflib
import io
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.tables.samples import run, workbook_of


def write(path: Path, **sheets: list[list[Any]]) -> Path:
    path.write_bytes(workbook_of(**sheets))
    return path


def difference(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def test_only_what_differs_is_written_and_it_is_shown_first(invented_copy: Path, tmp_path: Path) -> None:
    offers = invented_copy / "offers.yaml"
    offers.write_text("# Een opmerking.\n" + offers.read_text(encoding="utf-8"), encoding="utf-8")
    before = offers.read_text(encoding="utf-8")
    table = write(
        tmp_path / "x.xlsx",
        Aanbod=[
            ["Id", "Naam", "Prijs: bedrag", "Inschrijven: nodig", "Nagekeken: op", "Naam (fr)", "Plaats",
             "Soort", "Samenvatting", "Functies", "Thema's", "Wanneer"],
            ["eerste-donderdag", "Praten op de eerste donderdag", None, "verplicht", "1/11/2026", "Parler"],
            ["vaste-data", "Wandelen, maar anders", 4.5, None, None, None, None],
            [None, "@Nieuw", None, "geen", None, None, "Het Verzinselhuis", "dienst", "Iets.",
             "leren", "leren", "every: week, on: friday, from: 9u\ntext: of zo"],
        ],
    )  # fmt: skip
    code, said = run(invented_copy, "import", "xlsx", table, "--dry-run")
    assert code == 0, said
    assert "Nieuw: Aanbod, nieuw (Aanbod!4)" in said
    assert "  Inschrijven: nodig: (leeg) → verplicht" in said
    assert "  Prijs: bedrag: 3 → 4.5" in said
    assert "Leeg in de tabel, en dus gebleven zoals het was: Aanbod!G2" in said
    assert "koffie-met-koek" in said.partition("Niet in de tabel Aanbod")[2]
    assert offers.read_text(encoding="utf-8") == before
    code, said = run(invented_copy, "import", "xlsx", table)
    assert code == 0, said
    changes = difference(before, offers.read_text(encoding="utf-8"))
    assert not [line for line in changes if line.startswith("-") and "koffie" in line]
    assert "+    signup: required" in changes
    assert "+    name: Wandelen, maar anders" in changes
    assert '+    name: "@Nieuw"' in changes
    assert "+      - {every: week, on: friday, from: 9u}" in changes
    assert "+    place: verzinselhuis" in changes
    assert len([line for line in changes if line.startswith("-")]) <= 5
    assert "Er is niets veranderd" in run(invented_copy, "import", "xlsx", table)[1]


def test_what_is_empty_goes_only_when_asked(invented_copy: Path, tmp_path: Path) -> None:
    table = write(
        tmp_path / "x.xlsx", Plaatsen=[["Id", "Zo kom je er", "Naam (fr)"], ["verzinselhuis", None, None]]
    )
    code, said = run(invented_copy, "import", "xlsx", table)
    assert "Typ dan --clear" in said
    code, said = run(invented_copy, "import", "xlsx", table, "--clear")
    assert code == 0, said
    text = (invented_copy / "socialmap.yaml").read_text(encoding="utf-8")
    assert "Denkkanaal" not in text
    assert "    name: Het Verzinselhuis\n" in text


def test_questions_get_new_choices_at_their_place(invented_copy: Path, tmp_path: Path) -> None:
    headings = ["Id", "Hoort onder", "Vraag", "Pictogram", "Organisaties", "Antwoord"]
    table = write(
        tmp_path / "x.xlsx",
        Vragen=[
            headings,
            ["nieuwe-vraag", None, "Ik zoek iets", "home", None, None],
            ["eerste", "nieuwe-vraag", "Een huis", "home", "afdeling-dromen", None],
            ["tweede", "nieuwe-vraag", "Een tuin", "home", "afdeling-dromen", None],
            ["derde", "huis", "Een boot", "home", "afdeling-dromen", None],
            ["huis-te-klein", "ander-huis", None, None, None, "Meet twee keer."],
        ],
    )
    code, said = run(invented_copy, "import", "xlsx", table)
    assert code == 0, said
    code, said = run(invented_copy, "export", "xlsx", tmp_path / "y.xlsx")
    paper = openpyxl.load_workbook(io.BytesIO((tmp_path / "y.xlsx").read_bytes()))["Vragen"]
    assert isinstance(paper, Worksheet)
    under = {row[0].value: row[1].value for row in paper.iter_rows(min_row=2)}
    assert (under["eerste"], under["tweede"], under["derde"]) == ("nieuwe-vraag", "nieuwe-vraag", "huis")
    assert "Meet twee keer." in [cell.value for row in paper.rows for cell in row]


def test_what_cannot_be_opened_is_wrong_use(invented_copy: Path, tmp_path: Path) -> None:
    code, said = run(invented_copy, "import", "xlsx", tmp_path / "weg.xlsx")
    assert code == 2
    assert "weg.xlsx niet openen" in said
