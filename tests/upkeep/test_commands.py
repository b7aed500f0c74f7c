"""`stale` and `confirm` as staff type them."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.model.reviews import reviews
from generator.project import Project
from generator.source import load
from tests.tools.builds import command_here
from tests.tools.paths import ROOT

TODAY = "2026-11-23"


def run(root: Path, *arguments: str) -> tuple[int, str]:
    return command_here(*arguments, "--root", str(root), "--today", TODAY)


def test_what_is_due_is_named_by_person_and_soonest_first(invented_copy: Path) -> None:
    code, said = run(invented_copy, "stale")
    assert code == 0
    due = [line.split()[0] for line in said.splitlines() if line.startswith("  ")]
    assert "afdeling-dromen" in due
    assert "nooit-nagekeken" in due
    assert "koffie-met-koek" not in due
    assert due.index("afdeling-dromen") < due.index("naaien-om-de-twee-weken")
    assert f"{len(due)} fiches moeten nagekeken worden" in said
    assert "koffie-met-koek" in run(invented_copy, "stale", "--all")[1]


def test_every_text_stays_on_its_line(invented_copy: Path) -> None:
    """The list comes in an issue too: there a text could end the fence around it, or call somebody."""
    file = invented_copy / "offers.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("by: Zita,", 'by: "Zita\\n```\\n# Kop @iemand",'),
        ("name: Praten op de eerste donderdag", 'name: "Praten\\n```\\r# Kop\\u2028@iemand"'),
    ):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    code, said = run(invented_copy, "stale", "--all")
    assert code == 0, said
    assert "\nZita ``` # Kop @iemand, " in said
    assert " Praten ``` # Kop @iemand\n" in said
    assert not [line for line in said.splitlines() if line.startswith(("```", "#", "@"))]


def test_a_confirmed_record_is_no_longer_due_and_nothing_else_changes(invented_copy: Path) -> None:
    before = {name: (invented_copy / name).read_text() for name in ("offers.yaml", "socialmap.yaml")}
    ids = ("naaien-om-de-twee-weken", "afdeling-dromen", "nooit-nagekeken")
    code, said = run(invented_copy, "confirm", *ids, "--by", "Zita")
    assert code == 0, said
    assert "bevestigd door Zita op 23 november 2026" in said
    left = run(invented_copy, "stale")[1]
    assert not [name for name in ids if re.search(rf"^  {name} ", left, re.MULTILINE)]
    changed = 0
    for name, text in before.items():
        old, new = text.splitlines(), (invented_copy / name).read_text().splitlines()
        assert [line for line in old if line not in new and "checked" not in line] == []
        changed += sum(line not in old for line in new)
    assert changed == len(ids)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("naaien-om-de-twee-wekn", "--by", "Zita"), "Bedoel je naaien-om-de-twee-weken"),
        (("verzinselhuis", "--by", "Zita", "--on", "2026-11-24"), "niet in de toekomst"),
        (("verzinselhuis", "--by", "Zita", "--on", "gisteren"), "niet in de toekomst"),
        (("verzinselhuis", "--by", " "), "Achter --by komt een naam"),
        (("opgeheven-dienst", "--by", "Zita"), "of ze is gestopt"),
    ],
)
def test_a_slip_changes_nothing(invented_copy: Path, arguments: tuple[str, ...], said: str) -> None:
    before = (invented_copy / "socialmap.yaml").read_bytes()
    code, told = run(invented_copy, "confirm", "koffie-met-koek", *arguments)
    assert code == 2
    assert said in told
    assert (invented_copy / "socialmap.yaml").read_bytes() == before


def test_two_records_of_one_id_are_told_apart(invented_copy: Path) -> None:
    code, told = run(invented_copy, "confirm", "veilige-haven", "--by", "Zita")
    assert code == 2
    assert "organisations/veilige-haven, places/veilige-haven" in told
    assert run(invented_copy, "confirm", "places/veilige-haven", "--by", "Zita")[0] == 0


def test_every_record_of_the_real_files_can_be_confirmed(tmp_path: Path) -> None:
    """And then none is due any more."""
    for name in ("offers.yaml", "socialmap.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "content" / "map", tmp_path / "content" / "map")
    guide = load(Project(tmp_path), date(2026, 11, 23)).guide
    names = [f"{review.shelf}/{review.id}" for review in reviews(guide)]
    code, told = run(tmp_path, "confirm", *names, "--by", "Zita")
    assert code == 0, told
    assert "0 fiches moeten nagekeken worden" in run(tmp_path, "stale")[1]
