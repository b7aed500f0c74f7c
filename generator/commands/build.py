"""The command `build`: the website and all sheets, and what should be known of them."""

import sys
import textwrap
from argparse import ArgumentParser, Namespace
from collections import Counter
from datetime import date
from pathlib import Path

from generator.build import PARTS, Report, build
from generator.commands.command import Command
from generator.commands.exit_codes import DONE, MISTAKES, WRONG_USE
from generator.commands.mistakes import print_count, print_mistakes
from generator.problems import BuildStopped
from generator.project import Project, staff_words
from generator.reading.report import kind_heading

_SHOWN = 40
"""So many sheets of a kind are named; a longer list would push all else off the screen."""


def _add_arguments(parser: ArgumentParser) -> None:
    _ = staff_words().gettext
    parser.add_argument("--out", type=Path, metavar="DIR", help=_("where to put the result (site)"))
    parser.add_argument("--only", choices=PARTS, help=_("make one part only; needs --out"))


def _run(project: Project, options: Namespace, today: date) -> int:
    _ = staff_words().gettext
    if options.only and not options.out:
        print(_("With --only, say where to put the result: --out DIR."), file=sys.stderr)
        return WRONG_USE
    out = (options.out or project.root / "site").resolve()
    parts = (options.only,) if options.only else PARTS
    try:
        report = build(project, out, today, print, parts)
    except BuildStopped as stopped:
        print_mistakes(stopped.problems)
        print_count(stopped.problems)
        print(_("Nothing was changed: what was built before is still there."), file=sys.stderr)
        return MISTAKES
    _print_report(report, project)
    return DONE


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
            lines = textwrap.wrap("; ".join(sheets[:_SHOWN]), 96, break_on_hyphens=False)
            print(textwrap.indent("\n".join(lines), 4 * " "))
            if more := sheets[_SHOWN:]:
                print(words.gettext("    and {count} more").format(count=len(more)))


COMMANDS = {"build": Command(_run, _add_arguments)}
