"""The command `region`: one website from the guides of many neighbourhoods."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from generator.commands.command import Command
from generator.commands.exit_codes import DONE
from generator.project import Project, staff_words
from generator.region import build_region


def _add_region(parser: ArgumentParser) -> None:
    _ = staff_words().gettext
    parser.add_argument("--out", type=Path, metavar="DIR", help=_("where to put the result (site)"))


def _run_region(project: Project, options: Namespace, today: date) -> int:
    """`region`: builds what region.yaml says. Raises BuildStopped with all mistakes."""
    _ = staff_words().gettext
    report = build_region(project.root, (options.out or project.root / "site").resolve())
    said = _("{neighbourhoods} neighbourhoods, {records} records, {pages} pages")
    print(said.format(neighbourhoods=report.neighbourhoods, records=report.records, pages=report.pages))
    print(_("Website: {path}").format(path=f"{project.in_root(report.out)}/index.html"))
    return DONE


COMMANDS = {"region": Command(_run_region, _add_region)}
