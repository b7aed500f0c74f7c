"""The commands for editions: `edition new | list | show | retire`, and `swap`."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from generator.commands.command import Command, add_shared_options
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.editions import bound_today, new_edition, retire_edition
from generator.printing import make_swap
from generator.project import Project, staff_words
from generator.source import Source
from generator.views.checklist import sheet_name, view_checklist
from generator.views.editions import PrintedEdition, Standing
from generator.views.shapes import GuideView
from generator.wording.dates import full_date

SHEETS_FOLDER = Path("site", "print")
"""Where a build puts the sheets, below the neighbourhood's folder."""


def _add_edition(edition: ArgumentParser) -> None:
    _ = staff_words().gettext
    actions = edition.add_subparsers(title=_("commands"), dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("new", help=_("freeze the binder of today as the next edition"))
    every = actions.add_parser("list", help=_("name all editions"))
    show = actions.add_parser("show", help=_("tell what is in an edition, and what changed since"))
    retire = actions.add_parser("retire", help=_("tell that an edition is no longer used; its codes stay"))
    for one in (show, retire):
        one.add_argument("number", type=int, metavar="N", help=_("the number of the edition"))
    for each in (new, every, show, retire):
        add_shared_options(each)


def _add_swap(swap: ArgumentParser) -> None:
    _ = staff_words().gettext
    swap.add_argument(
        "--since", type=int, required=True, metavar="N", help=_("the edition of that older binder")
    )
    swap.add_argument("--out", type=Path, metavar="DIR", help=_("where to put the result (site/print)"))


def _run_edition(project: Project, options: Namespace, today: date) -> int:
    """`edition ACTION`; raises BuildStopped with all mistakes of the input."""
    if options.action == "new":
        return _new(project, today)
    source, guide, bound = bound_today(project, today)
    if options.action == "list":
        return _list(source, bound.standing)
    edition = _edition(bound.standing, options.number)
    if edition is None:
        return WRONG_USE
    if options.action == "show":
        return _show(edition, bound.standing, guide)
    return _retire(project, edition, today)


def _run_swap(project: Project, options: Namespace, today: date) -> int:
    """`swap --since N`; raises BuildStopped with all mistakes of the input."""
    _ = staff_words().gettext
    source, guide, bound = bound_today(project, today)
    edition = _edition(bound.standing, options.since)
    if edition is None:
        return WRONG_USE
    if not edition.swap:
        said = _("There is nothing to swap: the binder of edition {number} is still right.")
        print(said.format(number=edition.number))
        return DONE
    out = (options.out or project.root / SHEETS_FOLDER).resolve()
    made = make_swap(source, guide, bound, edition.swap, out)
    print(_("Paper: {path}").format(path=project.in_root(made)))
    return DONE


def _edition(standing: Standing, number: int) -> PrintedEdition | None:
    """The edition of that number; says so if there is none."""
    _ = staff_words().gettext
    found = next((edition for edition in standing.editions if edition.number == number), None)
    if found is None:
        known = ", ".join(str(edition.number) for edition in standing.editions)
        said = _("There is no edition {number}.").format(number=number)
        which = (
            _("The editions are: {numbers}.").format(numbers=known)
            if known
            else _("Nothing was printed yet. Make the first edition with: python -m generator edition new")
        )
        print(f"{said} {which}", file=sys.stderr)
    return found


def _new(project: Project, today: date) -> int:
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    frozen = new_edition(project, today)
    number = frozen.edition.edition
    if not frozen.new:
        print(_("Nothing has changed: the binder of today is still edition {number}.").format(number=number))
        return DONE
    print(_("This is edition {number}, of {date}.").format(number=number, date=full_date(words, today)))
    said = ngettext("{count} sheet is new or changed.", "{count} sheets are new or changed.", frozen.changed)
    print("  " + said.format(count=frozen.changed))
    print("  " + _("Keep print/ledger.yaml, with git for example: the codes on paper hang on it."))
    print("  " + _("Now print it: python -m generator build"))
    if frozen.edition.site.rstrip("/").endswith(".example"):
        said = _("Beware: {site} is no real address yet. Its codes will lead nowhere on paper.")
        print("  " + said.format(site=frozen.edition.site))
    return DONE


def _list(source: Source, standing: Standing) -> int:
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    for edition in source.ledger.editions:
        new = sum(sheet.since is None for sheet in edition.sheets)
        count = len(edition.sheets)
        parts = [
            _("edition {number}, {date}").format(number=edition.edition, date=full_date(words, edition.date)),
            ngettext("{count} sheet", "{count} sheets", count).format(count=count),
            _("{count} of them new or changed").format(count=new),
        ]
        if retired := source.ledger.retired.get(edition.edition):
            parts.append(_("no longer used since {date}").format(date=full_date(words, retired)))
        print(", ".join(parts))
    print(_today(standing))
    return DONE


def _today(standing: Standing) -> str:
    """How the binder of today stands to the newest edition."""
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    newest = standing.ledger.newest
    if newest is None:
        return _("Nothing was printed yet. Make the first edition with: python -m generator edition new")
    if standing.current:
        return _("The binder of today is edition {number}.").format(number=newest.edition)
    swap = standing.swap(newest)
    count = len(swap.replaced) + len(swap.removed) + len(swap.added)
    return ngettext(
        "The binder of today is a draft after edition {number}: {count} sheet is different.",
        "The binder of today is a draft after edition {number}: {count} sheets are different.",
        count,
    ).format(number=newest.edition, count=count)


def _show(edition: PrintedEdition, standing: Standing, guide: GuideView) -> int:
    words = staff_words()
    _ = words.gettext
    frozen = standing.ledger.edition(edition.number)
    assert frozen
    print(
        _("edition {number}, {date}").format(number=edition.number, date=full_date(words, edition.printed_on))
    )
    for sheet in frozen.sheets:
        _first, printed = standing.ledger.print_of(frozen, sheet)
        name = printed.says.name[0].text if printed.says and printed.says.name else sheet.record
        name = sheet_name(sheet.record, name, _)
        since = _("since edition {number}").format(number=sheet.since) if sheet.since else ""
        parts = (str(sheet.number or sheet.tab or ""), sheet.code or "", name, since)
        print(f"  {parts[0]:<6} {parts[1]:<6} {parts[2]}{f' ({since})' if since else ''}")
    if not edition.swap:
        print(_("Nothing has changed since."))
        return DONE
    print(_("To swap, to make it the binder of today:"))
    for group in view_checklist(edition.swap, guide, words).groups:
        print(f"  {group.title}. {group.lead}")
        for line in group.lines:
            said = f"    {line.number:<6} {line.name}"
            print(f"{said} - {line.detail}" if line.detail else said)
    return DONE


def _retire(project: Project, edition: PrintedEdition, today: date) -> int:
    _ = staff_words().gettext
    if edition.retired:
        print(_("Edition {number} is already no longer used.").format(number=edition.number))
        return DONE
    retire_edition(project, today, edition.number)
    print(_("Edition {number} is no longer used. Its codes stay alive.").format(number=edition.number))
    return DONE


COMMANDS = {"edition": Command(_run_edition, _add_edition), "swap": Command(_run_swap, _add_swap)}
