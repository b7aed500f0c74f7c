"""The commands `weekblad` and `newsletter`: a week for the door, and a month to print and to mail."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from generator.commands.command import Command
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.editions import bind, stamped
from generator.newsletters import forewords, newsletter_of
from generator.printing import make_newsletter, make_poster
from generator.project import NEWSLETTERS, Project, staff_words
from generator.source import load, view_context
from generator.views.guide import view_guide
from generator.views.news import edition_before
from generator.views.poster import poster_week, view_poster
from generator.wording.dates import full_date

SHEETS_FOLDER = Path("site", "print")
"""Where a build puts the sheets, below the neighbourhood's folder."""
_AHEAD = timedelta(weeks=53)
"""So far the dates are worth printing."""


def _add_weekblad(week: ArgumentParser) -> None:
    _ = staff_words().gettext
    week.add_argument(
        "--week", metavar="WEEK", help=_("which week, such as 2026-W49 (from Friday on: the week to come)")
    )
    _add_out(week)


def _add_newsletter(letter: ArgumentParser) -> None:
    _ = staff_words().gettext
    letter.add_argument("--month", required=True, metavar="MONTH", help=_("which month, such as 2026-12"))
    letter.add_argument("--language", metavar="CODE", help=_("in which language of the site, such as fr"))
    _add_out(letter)


def _add_out(parser: ArgumentParser) -> None:
    _ = staff_words().gettext
    parser.add_argument("--out", type=Path, metavar="DIR", help=_("where to put the result (site/print)"))


def _run_weekblad(project: Project, options: Namespace, today: date) -> int:
    """`weekblad --week WEEK`; raises BuildStopped with all mistakes of the input."""
    _ = staff_words().gettext
    first = poster_week(today) if options.week is None else parse_week(options.week)
    if first is None:
        print(_("After --week comes a year and the number of a week, such as 2026-W49."), file=sys.stderr)
        return WRONG_USE
    this_week = today - timedelta(days=today.weekday())
    if not this_week <= first <= today + _AHEAD:
        print(_("Choose this week, or one in the year to come."), file=sys.stderr)
        return WRONG_USE
    source = load(project, today)
    context = view_context(source, source.languages[0])
    guide = view_guide(context, source.languages)
    guide = replace(guide, poster=view_poster(context, guide.offers, first))
    made = make_poster(source, guide, _out(project, options))
    _print_paths(project, made)
    return DONE


def _run_newsletter(project: Project, options: Namespace, today: date) -> int:
    """`newsletter --month MONTH`; raises BuildStopped with all mistakes of the input."""
    _ = staff_words().gettext
    first = parse_month(options.month)
    if first is None:
        print(_("After --month comes a year and a month, such as 2026-12."), file=sys.stderr)
        return WRONG_USE
    if not today.replace(day=1) <= first <= today + _AHEAD:
        print(_("Choose this month, or one in the year to come."), file=sys.stderr)
        return WRONG_USE
    source = load(project, today)
    language = options.language or source.languages[0]
    if language not in source.languages:
        said = _("The site is not in that language. Choose one of: {languages}.")
        print(said.format(languages=", ".join(source.languages)), file=sys.stderr)
        return WRONG_USE
    in_first = view_guide(view_context(source, source.languages[0]), source.languages)
    standing = bind(source, in_first).standing
    guide = view_guide(view_context(source, language), source.languages)
    guide = stamped(source, guide, standing)
    letter = newsletter_of(source, guide, standing, first)
    made = make_newsletter(source, guide, letter, _out(project, options))
    _print_paths(project, made)
    if first not in forewords(project):
        said = _("There is no foreword: write one in {file}, and the website has this newsletter too.")
        print(said.format(file=f"{NEWSLETTERS}/{first:%Y-%m}.md"))
    edition = edition_before(standing.editions, first)
    if edition is None:
        print(
            _("No edition was printed before this month, so nothing is said of what is new or has stopped.")
        )
    elif letter.news is None:
        said = _("Nothing is new, changed or stopped since edition {number}, {date}.")
        print(said.format(number=edition.number, date=full_date(staff_words(), edition.printed_on)))
    return DONE


def parse_week(typed: str) -> date | None:
    """The Monday of "2026-W49"; None if it is no week."""
    try:
        year, week = map(int, typed.upper().split("-W"))
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def parse_month(typed: str) -> date | None:
    """The first day of "2026-12"; None if it is no month."""
    try:
        year, month = map(int, typed.split("-"))
        return date(year, month, 1)
    except ValueError:
        return None


def _out(project: Project, options: Namespace) -> Path:
    out: Path = options.out or project.root / SHEETS_FOLDER
    return out.resolve()


def _print_paths(project: Project, made: Iterable[Path]) -> None:
    _ = staff_words().gettext
    for path in made:
        said = _("Paper: {path}") if path.suffix == ".pdf" else _("Mail: {path}")
        print(said.format(path=project.in_root(path)))


COMMANDS = {
    "weekblad": Command(_run_weekblad, _add_weekblad),
    "newsletter": Command(_run_newsletter, _add_newsletter),
}
