"""The command `region`: one website from the guides of many neighbourhoods."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import Any

from generator.commands.exit_codes import DONE
from generator.project import Project
from generator.region import build_region
from generator.source import staff_words


def add_region_command(verbs: Any) -> ArgumentParser:
    """Adds `region` to the verbs; gives its parser."""
    _ = staff_words().gettext
    parser: ArgumentParser = verbs.add_parser(
        "region", help=_("make one website from the guides of many neighbourhoods")
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help=_("where to put the result (site)"))
    return parser


def run_region(project: Project, options: Namespace, today: date) -> int:
    """`region`: builds what region.yaml says. Raises BuildStopped with all mistakes."""
    _ = staff_words().gettext
    report = build_region(project.root, (options.out or project.root / "site").resolve())
    said = _("{neighbourhoods} neighbourhoods, {records} records, {pages} pages")
    print(said.format(neighbourhoods=report.neighbourhoods, records=report.records, pages=report.pages))
    print(_("Website: {path}").format(path=f"{project.in_root(report.out)}/index.html"))
    return DONE
