"""`plain` as staff type it."""

from pathlib import Path

from tests.tools.builds import command_here

TODAY = "2026-11-23"


def test_advice_names_file_and_line_and_is_no_mistake(invented_copy: Path) -> None:
    file = invented_copy / "offers.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if line.startswith("    summary: "))
    lines[number] = "    summary: Indien je wenst, wordt je gebeld.\n"
    file.write_text("".join(lines), encoding="utf-8")
    place = ("--root", str(invented_copy), "--today", TODAY)
    code, said = command_here("plain", *place)
    assert code == 0
    assert f"offers.yaml:{number + 1}: " in said
    assert "‘Indien’: liever ‘als’" in said
    assert "‘wordt … gebeld’: wie doet het?" in said
    code, checked = command_here("check", *place)
    assert code == 0
    assert "Indien" not in checked
    assert "tips voor eenvoudiger Nederlands: python -m generator plain" in checked


def test_what_nobody_may_see_gets_no_advice(invented_copy: Path) -> None:
    said = command_here("plain", "--root", str(invented_copy), "--today", TODAY)[1]
    assert "GEHEIM" not in said
