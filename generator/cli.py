"""The command line: `python -m generator check | build | serve`.

Exit codes: 0 done, 1 mistakes in the input, 2 wrong use.
"""

import argparse
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from pydantic_core import PydanticCustomError

from generator import project as outside
from generator.build import PARTS, Report, build
from generator.model.fields import parse_date
from generator.problems import Problem, Severity
from generator.project import Project
from generator.reading.report import kind_heading, render_problem, render_warnings
from generator.source import BuildStopped, read_project, staff_words

DONE, MISTAKES, WRONG_USE = 0, 1, 2
FEW = 5
"""Warnings of one kind that `check` shows, unless asked for all."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command in the language of staff."""

    def error(self, message: str) -> NoReturn:
        _ = staff_words().gettext
        self.print_usage(sys.stderr)
        said = _("That is not a command I know: {detail}. See: python -m generator --help").format(
            detail=message
        )
        self.exit(WRONG_USE, said + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    options = _parser().parse_args(arguments)
    project = Project(options.root.resolve())
    missing = project.missing_files()
    if missing:
        _ = staff_words().gettext
        said = _(
            "In {folder} there is no {files}. Go to the folder of your neighbourhood, or name it with --root."
        )
        print(said.format(folder=project.root, files=", ".join(missing)), file=sys.stderr)
        return WRONG_USE
    today = options.today or outside.today()
    match options.verb:
        case "check":
            return _check(project, today, None if options.all else FEW)
        case "serve":
            return _serve(project)
    return _build(project, options, today)


def _parser() -> Parser:
    _ = staff_words().gettext
    shared = Parser(add_help=False)
    shared.add_argument(
        "--root", type=Path, default=Path(), metavar="DIR", help=_("the folder of the neighbourhood")
    )
    shared.add_argument(
        "--today", type=_day, metavar="DATE", help=_("the day to build for, such as 2026-11-23")
    )
    parser = Parser(
        prog="python -m generator",
        description=_("Makes the website and the sheets of a neighbourhood out of two YAML files."),
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=Parser)
    look = verbs.add_parser("check", parents=[shared], help=_("look for mistakes, and write nothing"))
    look.add_argument("--all", action="store_true", help=_("show every warning, not a few of each kind"))
    make = verbs.add_parser("build", parents=[shared], help=_("make the website and all sheets"))
    make.add_argument("--out", type=Path, metavar="DIR", help=_("where to put the result (site)"))
    make.add_argument("--only", choices=PARTS, help=_("make one part only; needs --out"))
    verbs.add_parser("serve", parents=[shared], help=_("show the website while you edit"))
    return parser


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except PydanticCustomError as error:
        raise argparse.ArgumentTypeError(f"{text!r}") from error


def _check(project: Project, today: date, most: int | None) -> int:
    reading, _geodata = read_project(project, today)
    _print_mistakes(reading.problems)
    for block in render_warnings(reading.problems, staff_words(), most):
        print(block + "\n", file=sys.stderr)
    _print_count(reading.problems)
    return DONE if reading.guide else MISTAKES


def _build(project: Project, options: argparse.Namespace, today: date) -> int:
    _ = staff_words().gettext
    if options.only and not options.out:
        print(_("With --only, say where to put the result: --out DIR."), file=sys.stderr)
        return WRONG_USE
    out = (options.out or project.root / "site").resolve()
    parts = (options.only,) if options.only else PARTS
    try:
        report = build(project, out, today, print, parts)
    except BuildStopped as stopped:
        _print_mistakes(stopped.problems)
        _print_count(stopped.problems)
        print(_("Nothing was changed: what was built before is still there."), file=sys.stderr)
        return MISTAKES
    _print_report(report, project)
    return DONE


def _serve(project: Project) -> int:
    """MkDocs serves; it watches the files and builds again on each change."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    try:
        return subprocess.run(command, cwd=project.root, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return DONE


def _print_mistakes(problems: Iterable[Problem]) -> None:
    for problem in problems:
        if problem.severity is Severity.ERROR:
            print(render_problem(problem, staff_words()) + "\n", file=sys.stderr)


def _print_count(problems: Sequence[Problem]) -> None:
    ngettext = staff_words().ngettext
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    print(
        ngettext("{count} mistake", "{count} mistakes", errors).format(count=errors)
        + ", "
        + ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        file=sys.stderr,
    )


def _print_report(report: Report, project: Project) -> None:
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    warnings = len(report.problems)
    where = project.in_root(report.out)
    print(_("Done in {seconds} seconds:").format(seconds=f"{report.seconds:.0f}"))
    print("  " + ngettext("{count} record", "{count} records", report.records).format(count=report.records))
    print("  " + ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages))
    sheets = len(report.sheets)
    print("  " + ngettext("{count} sheet (PDF)", "{count} sheets (PDF)", sheets).format(count=sheets))
    if warnings:
        said = ngettext("{count} warning:", "{count} warnings:", warnings)
        print("  " + said.format(count=warnings) + " python -m generator check")
        kinds = Counter(problem.kind for problem in report.problems)
        for kind, count in sorted(kinds.items()):
            print("    " + kind_heading(kind, count, words))
    if report.pages:
        print(_("Website: {path}").format(path=f"{where}/index.html"))
    if sheets:
        print(_("Paper: {path}").format(path=f"{where}/print/"))
