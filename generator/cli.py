"""The command line, `python -m generator VERB`; `--help` names the verbs.

Exit codes: 0 done, 1 mistakes in the input, 2 wrong use.
"""

import argparse
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from pydantic_core import PydanticCustomError

from generator import project as outside
from generator.build import PARTS, Report, build
from generator.commands.edit import add_edit_command, run_edit
from generator.commands.editions import add_edition_commands, run_edition, run_swap
from generator.commands.editors import add_editor_commands, run_schema
from generator.commands.exit_codes import DONE, MISTAKES, WRONG_USE
from generator.commands.links import add_links_command, run_links
from generator.commands.paper import add_paper_commands, run_newsletter, run_weekblad
from generator.commands.plain import add_plain_command, print_tips, run_plain
from generator.commands.records import add_record_commands, run_format, run_new
from generator.commands.refusals import REFUSED, tell_refusal
from generator.commands.serve import add_serve_command, run_serve
from generator.commands.sheet import add_sheet_command, run_sheet
from generator.commands.tables import add_table_commands, run_export, run_import
from generator.commands.upkeep import add_upkeep_commands, run_confirm, run_stale
from generator.model.fields import FIRST_LANGUAGE, known_languages, parse_date
from generator.problems import Problem, Severity
from generator.project import Project
from generator.reading.report import kind_heading, render_problem, render_warnings
from generator.source import BuildStopped, read_project, staff_words
from generator.translating import update_translations

FEW = 5
"""Warnings of one kind that `check` shows, unless asked for all."""
Run = Callable[[Project, argparse.Namespace, date], int]
_COMMANDS: dict[str, Run] = {
    "edition": run_edition,
    "swap": run_swap,
    "weekblad": run_weekblad,
    "newsletter": run_newsletter,
    "sheet": run_sheet,
    "new": run_new,
    "format": run_format,
    "stale": run_stale,
    "confirm": run_confirm,
    "schema": run_schema,
    "plain": run_plain,
    "links": run_links,
    "export": run_export,
    "import": run_import,
}


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command in the language of staff; argparse itself knows English only."""

    def __init__(self, **settings: Any) -> None:
        _ = staff_words().gettext
        super().__init__(**{**settings, "add_help": False})
        self.add_argument("-h", "--help", action="help", help=_("show this text"))
        self._optionals.title = _("options")
        self._positionals.title = _("to be typed behind it")

    def error(self, message: str) -> NoReturn:
        _ = staff_words().gettext
        typed = " ".join(sys.argv[1:])
        said = _("I do not understand this command: {typed}").format(typed=typed)
        remedy = _("See which commands there are with: python -m generator --help")
        self.exit(WRONG_USE, f"{said}\n{remedy}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    options = _parser().parse_args(arguments)
    project = Project(options.root.resolve())
    missing = project.missing_files()
    if options.verb == "import":
        # A new neighbourhood may begin with a table.
        missing = tuple(name for name in missing if name not in outside.RECORD_FILES)
    _ = staff_words().gettext
    if missing:
        said = _(
            "In {folder} there is no {files}. Go to the folder of your neighbourhood, or name it with --root."
        )
        print(said.format(folder=project.root, files=", ".join(missing)), file=sys.stderr)
        return WRONG_USE
    try:
        today = parse_date(options.today) if options.today else outside.today()
    except PydanticCustomError:
        print(_("After --today comes a date, such as 2026-11-23."), file=sys.stderr)
        return WRONG_USE
    try:
        return _run(project, options, today)
    except BrokenPipeError:
        raise
    except REFUSED as error:
        return tell_refusal(error, project)


def _run(project: Project, options: argparse.Namespace, today: date) -> int:
    match options.verb:
        case "check":
            return _check(project, today, None if options.all else FEW)
        case "serve":
            return run_serve(project, options, (lambda: today) if options.today else outside.today)
        case "edit":
            return run_edit(project, options.port)
        case "translations":
            return _translations(project, today, options.language)
        case verb if verb in _COMMANDS:
            return _with_records(_COMMANDS[verb], project, options, today)
    return _build(project, options, today)


def _parser() -> Parser:
    _ = staff_words().gettext
    parser = Parser(
        prog="python -m generator",
        description=_("Makes the website and the sheets of a neighbourhood out of two YAML files."),
    )
    verbs = parser.add_subparsers(
        title=_("commands"), dest="verb", required=True, metavar="VERB", parser_class=Parser
    )
    look = verbs.add_parser("check", help=_("look for mistakes, and write nothing"))
    look.add_argument("--all", action="store_true", help=_("show every warning, not a few of each kind"))
    make = verbs.add_parser("build", help=_("make the website and all sheets"))
    make.add_argument("--out", type=Path, metavar="DIR", help=_("where to put the result (site)"))
    make.add_argument("--only", choices=PARTS, help=_("make one part only; needs --out"))
    show = add_serve_command(verbs)
    renew = verbs.add_parser("translations", help=_("put new and changed texts in the files of translations"))
    renew.add_argument("--language", metavar="CODE", help=_("make a file for this language too, such as fr"))
    leaves = [look, make, show, renew, *add_edition_commands(verbs, Parser), *add_paper_commands(verbs)]
    leaves += [add_sheet_command(verbs), *add_upkeep_commands(verbs), *add_editor_commands(verbs)]
    leaves += [add_plain_command(verbs), add_links_command(verbs)]
    leaves += add_table_commands(verbs)
    leaves += add_record_commands(verbs)
    leaves.append(add_edit_command(verbs))
    for verb in leaves:
        verb.add_argument(
            "--root", type=Path, default=Path(), metavar="DIR", help=_("the folder of the neighbourhood")
        )
        verb.add_argument("--today", metavar="DATE", help=_("the day to build for, such as 2026-11-23"))
    return parser


def _check(project: Project, today: date, most: int | None) -> int:
    found = read_project(project, today)
    _print_mistakes(found.problems)
    for block in render_warnings(found.problems, staff_words(), most):
        print(block + "\n", file=sys.stderr)
    _print_count(found.problems)
    if found.guide:
        print_tips(found.guide)
    return DONE if found.guide else MISTAKES


def _build(project: Project, options: argparse.Namespace, today: date) -> int:
    _ = staff_words().gettext
    if options.only and not options.out:
        print(_("With --only, say where to put the result: --out DIR."), file=sys.stderr)
        return WRONG_USE
    out = (options.out or project.root / "site").resolve()
    if project.root.is_relative_to(out):
        print(
            _("The result would take the place of your own files: choose another --out DIR."), file=sys.stderr
        )
        return WRONG_USE
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


def _translations(project: Project, today: date, language: str | None) -> int:
    _ = staff_words().gettext
    if language and (language == FIRST_LANGUAGE or language not in known_languages()):
        print(_("After --language comes the code of a language, such as fr."), file=sys.stderr)
        return WRONG_USE
    try:
        tallies = update_translations(project, today, language)
    except BuildStopped as stopped:
        _print_mistakes(stopped.problems)
        _print_count(stopped.problems)
        return MISTAKES
    if not tallies:
        print(_("There are no translations yet. Make a first file with --language fr, for example."))
    for tally in tallies:
        said = _(
            "{file}: {translated} translated, {unreviewed} not checked by a speaker, "
            "{outdated} out of date, {missing} missing"
        )
        print(said.format(**asdict(tally)))
    return DONE


def _with_records(run: Run, project: Project, options: argparse.Namespace, today: date) -> int:
    """A command that needs files without mistakes."""
    try:
        return run(project, options, today)
    except BuildStopped as stopped:
        _print_mistakes(stopped.problems)
        _print_count(stopped.problems)
        return MISTAKES


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
        _print_binder(report)


def _print_binder(report: Report) -> None:
    """What somebody should know before printing the binder."""
    words = staff_words()
    ngettext = words.ngettext
    print(words.gettext("Binder: {edition}").format(edition=report.edition))
    for said, sheets in (
        (
            ngettext(
                "{count} sheet was not confirmed in time, and says so:",
                "{count} sheets were not confirmed in time, and say so:",
                len(report.unconfirmed),
            ),
            report.unconfirmed,
        ),
        (
            ngettext("{count} offer is not in it:", "{count} offers are not in it:", len(report.left_out)),
            report.left_out,
        ),
    ):
        if sheets:
            print("  " + said.format(count=len(sheets)))
            lines = textwrap.wrap("; ".join(sheets), 96, break_on_hyphens=False)
            print(textwrap.indent("\n".join(lines), 4 * " "))
