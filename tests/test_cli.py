"""The door of the command line: every verb has its command, and none waits for what others need."""

import subprocess
import sys
from datetime import date
from typing import Any, NoReturn

import pytest

from generator.build import Report
from generator.cli import command_of, main
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.project import Project
from tests.tools.builds import command_here
from tests.tools.paths import ROOT, TINY

VERBS = [
    "check", "build", "serve", "translations", "edition", "swap", "weekblad", "newsletter", "sheet", "stale",
    "confirm", "schema", "plain", "links", "export", "import", "new", "format", "edit",
]  # fmt: skip
HEAVY = {"generator.build", "generator.site", "generator.sheets", "fontTools", "mkdocs.config", "openpyxl"}
"""What `check` has no need of."""


def test_help_names_every_verb() -> None:
    code, said = command_here("--help")
    assert code == DONE
    assert [verb for verb in VERBS if f"    {verb} " not in said.replace("\n", " \n")] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_and_takes_the_shared_options(verb: str) -> None:
    code, said = command_here(verb, "--help")
    assert code == DONE
    assert f"python -m generator {verb} " in said
    assert "--root DIR" in said
    assert "--today DATE" in said


def test_the_shared_options_stand_before_or_behind_an_action(monkeypatch: pytest.MonkeyPatch) -> None:
    """An action does not undo what its verb was told."""
    asked: list[tuple[Project, date]] = []

    def bound_today(*project_and_day: Any) -> NoReturn:
        asked.append(project_and_day)
        sys.exit(7)

    monkeypatch.setattr("generator.commands.editions.bound_today", bound_today)
    shared = ("--root", str(TINY), "--today", "2026-11-23")
    for arguments in (("edition", *shared, "list"), ("edition", "list", *shared)):
        with pytest.raises(SystemExit, match="7"):
            main(arguments)
    assert asked == [(Project(TINY), date(2026, 11, 23))] * 2


@pytest.mark.parametrize("arguments", [(), ("bla",), ("check", "bla"), ("edition",)])
def test_what_it_does_not_understand_is_said_in_the_language_of_staff(arguments: tuple[str, ...]) -> None:
    code, said = command_here(*arguments)
    assert code == WRONG_USE
    assert "Deze opdracht begrijp ik niet" in said


def test_a_verb_loads_only_what_it_needs() -> None:
    """Staff ask `check` again and again."""
    program = "import sys; from generator.cli import command_of; command_of('check'); print(*sys.modules)"
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert HEAVY & set(ran.stdout.split()) == set()
    assert "generator.reading.reader" in ran.stdout.split()


def test_an_unknown_verb_has_no_command() -> None:
    with pytest.raises(KeyError):
        command_of("bla")


def test_a_long_list_of_sheets_leaves_room_for_what_else_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = tuple(f"1.{number} Blad {number}" for number in range(1, 56))
    made = Report(
        TINY, records=55, pages=0, sheets=("print/flyermap.pdf",), problems=(), seconds=1, edition="ontwerp",
        unconfirmed=sheets, left_out=("Oud: voorbij.",),
    )  # fmt: skip
    monkeypatch.setattr("generator.commands.build.build", lambda *_: made)
    assert main(["build", "--root", str(TINY), "--out", str(TINY.parent / "nowhere")]) == DONE
    said = capsys.readouterr().out
    assert "55 bladen zijn niet op tijd nagekeken" in said
    assert "1.40 Blad 40" in " ".join(said.split())
    assert "1.41" not in said
    assert said.index("en nog 15\n") < said.index("Oud: voorbij.")
