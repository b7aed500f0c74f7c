"""The command `sheet`: one sheet to fill in, made when somebody needs it."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.commands.command import Command
from generator.commands.exit_codes import DONE, WRONG_USE
from generator.editions import bound_today
from generator.printing import make_form
from generator.project import Project, staff_words
from generator.reading.keys import nearest
from generator.sheets import FormRecord
from generator.views.forms import REFERRAL, SIGNUP, TALLY, referable, takes_names
from generator.views.shapes import GuideView

KINDS = (SIGNUP, REFERRAL, TALLY)
SHEETS_FOLDER = Path("site", "print")
"""Where a build puts the sheets, below the neighbourhood's folder."""


def _add_arguments(sheet: ArgumentParser) -> None:
    _ = staff_words().gettext
    sheet.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    sheet.add_argument(
        "record",
        nargs="?",
        metavar="ID",
        help=_("the id of the offer or organisation; without it, the sheet that serves for all"),
    )
    sheet.add_argument("--out", type=Path, metavar="DIR", help=_("where to put the result (site/print)"))


def _run_sheet(project: Project, options: Namespace, today: date) -> int:
    """`sheet KIND [ID]`; raises BuildStopped with all mistakes of the input."""
    _ = staff_words().gettext
    source, guide, _bound = bound_today(project, today)
    record: FormRecord = None
    if options.record:
        known = _records(guide, options.kind)
        record = known.get(options.record)
        if record is None:
            print(_refused(options.record, options.kind, known, guide), file=sys.stderr)
            return WRONG_USE
    out = (options.out or project.root / SHEETS_FOLDER).resolve()
    made = make_form(source, guide, options.kind, record, out)
    print(_("Paper: {path}").format(path=project.in_root(made)))
    return DONE


def _records(guide: GuideView, kind: str) -> Mapping[str, FormRecord]:
    """What there is such a sheet for: id -> record."""
    if kind == SIGNUP:
        return {offer.id: offer for offer in guide.offers if takes_names(offer)}
    return {organisation.id: organisation for organisation in referable(guide)} if kind == REFERRAL else {}


def _refused(record_id: str, kind: str, known: Mapping[str, FormRecord], guide: GuideView) -> str:
    """Why there is no such sheet, and what to do."""
    _ = staff_words().gettext
    if kind == TALLY:
        return _("The tally sheet is for the whole neighbourhood. Leave out {id}.").format(id=record_id)
    if kind == SIGNUP and any(offer.id == record_id for offer in guide.offers):
        said = _("Nobody signs up for {id}, as far as we know. Write at that offer: signup: recommended")
        return said.format(id=record_id)
    said = _("There is no sheet for {id}.").format(id=record_id)
    if close := nearest(record_id, known):
        return f"{said} " + _("Did you mean {meant}?").format(meant=close)
    return f"{said} " + _("Without an id you get a sheet that serves for all.")


COMMANDS = {"sheet": Command(_run_sheet, _add_arguments)}
