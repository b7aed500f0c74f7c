"""The command `fetch`: gets the guides of others, and keeps them. No build ever asks for one."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from generator import project as outside
from generator.commands.command import Command
from generator.commands.exit_codes import DONE, MISTAKES
from generator.fetching import FetchError, Manners, Visitor, can_be_asked
from generator.problems import BuildStopped
from generator.project import Project, staff_words
from generator.reading.including import included_file
from generator.reading.inclusions import read_inclusions
from generator.region import is_region, region_of
from generator.sharing.guides import MAX_BYTES, NotAGuideError, read_published
from generator.sharing.keeping import KeptGuide, render_kept
from generator.unreadable import stop_if_unreadable
from generator.wording.lines import one_line

MANNERS = "Stekwijzer-guides/1.0"


def _run_fetch(project: Project, options: Namespace, today: date) -> int:
    """`fetch`: the guides at `include`, or those of a region. Raises BuildStopped with the mistakes there."""
    _ = staff_words().gettext
    if is_region(project.root):
        region = region_of(project.root)
        wanted = {included_file(member.id): member.source for member in region.neighbourhoods}
        return fetch_guides(project.root, wanted, today, f"{MANNERS} (+{region.url})")
    stop_if_unreadable(project, staff_words())
    inclusions, mistakes = read_inclusions(project.sources().socialmap, "socialmap.yaml", _)
    if mistakes:
        raise BuildStopped(mistakes)
    if not inclusions:
        print(_("No guide is named at include, in socialmap.yaml."))
        return DONE
    wanted = {included_file(entry.id): entry.source for entry in inclusions}
    return fetch_guides(project.root, wanted, today, f"{MANNERS} (+{project.settings().url})")


def fetch_guides(root: Path, wanted: dict[str, str], today: date, name: str) -> int:
    """File below the root -> where its guide is. A guide that does not come leaves the file as it was."""
    _ = staff_words().gettext
    failed = False
    for file, source in wanted.items():
        try:
            guide = read_published(_fetch(root, source, name))
        except (NotAGuideError, FetchError, OSError) as error:
            failed = True
            print(_("{source}: {why}").format(source=source, why=_why(error)), file=sys.stderr)
            print("  " + _("What was fetched before stays as it is."), file=sys.stderr)
            continue
        Project(root).save({file: render_kept(KeptGuide(source, today, guide))})
        said = _("{file}: {name}, as it was on {day}: {offers} offers, {organisations} organisations")
        print(
            said.format(
                file=file,
                name=one_line(next(iter(guide.name.values()), guide.site)),
                day=guide.date,
                offers=len(guide.offers),
                organisations=len(guide.organisations),
            )
        )
    return MISTAKES if failed else DONE


def _fetch(root: Path, source: str, name: str) -> bytes:
    if not can_be_asked(source):
        return outside.start_of(root / source, MAX_BYTES)
    with Visitor(Manners(name)) as visitor:
        return visitor.fetch(source).body


def _why(error: Exception) -> str:
    _ = staff_words().gettext
    if isinstance(error, FetchError):
        return _fetch_trouble(error)
    if not isinstance(error, NotAGuideError):
        return _("there is no such file.")
    return {
        "large": _("the file is far too large."),
        "json": _("this is no JSON file. Is it the address of data/guide.json?"),
        "format": _("this guide was made by a newer version of Stekwijzer. Renew yours first."),
        "address": _("{where} leads to another website than the guide itself: it is refused."),
        "twice": _("the id of {where} is there twice: the guide is refused."),
        "control": _("{where} holds characters that are no text: the guide is refused."),
        "long": _("{where} is far too long: the guide is refused."),
    }.get(error.why, _("this is no guide of Stekwijzer: look at {where}.")).format(
        where=one_line(error.where)[:200]
    )


def _fetch_trouble(error: FetchError) -> str:
    _ = staff_words().gettext
    if error.trouble == "status":
        return _("the website answers with error {status}.").format(status=error.status)
    return {
        "large": _("the file is far too large."),
        "timeout": _("the website does not answer in time."),
        "secure": _("the certificate of the website is not in order."),
        "name": _("there is no website of this name."),
        "private": _("the address leads to a computer in this network: it is refused."),
    }.get(error.trouble, _("the website cannot be reached."))


COMMANDS = {"fetch": Command(_run_fetch)}
