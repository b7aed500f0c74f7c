"""The command `links`: which links to other websites are dead. No build ever asks them."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from generator.commands.exit_codes import DONE, MISTAKES, WRONG_USE
from generator.fetching import Manners, can_be_asked
from generator.link_checker import check_links
from generator.model.outside_links import LinkState, OutsideLink
from generator.project import Project
from generator.reading.link_report import read_link_report, render_link_report
from generator.source import load, staff_words
from generator.state import all_outside_links
from generator.views.staff_links import link_trouble

DAYS = 14
"""How long a link that works is not asked again."""


def add_links_command(verbs: Any) -> ArgumentParser:
    """Adds `links` to the verbs; gives its parser."""
    _ = staff_words().gettext
    parser: ArgumentParser = verbs.add_parser("links", help=_("look which links to other websites are dead"))
    parser.add_argument("--again", action="store_true", help=_("ask those too that worked lately"))
    return parser


def run_links(project: Project, options: Namespace, today: date) -> int:
    """`links`: asks the websites, keeps what they say, and tells: a dead link counts. Raises BuildStopped."""
    _, ngettext = staff_words().gettext, staff_words().ngettext
    source = load(project, today)
    links = [link for link in all_outside_links(source) if can_be_asked(link.address)]
    before = {} if options.again else dict(read_link_report(project.link_report()).states)
    known = {address: state for address, state in before.items() if state.alive and _is_recent(state, today)}
    wanted = {link.address for link in links}
    asked = wanted - known.keys()
    said = ngettext("Asking {count} address, slowly...", "Asking {count} addresses, slowly...", len(asked))
    print(said.format(count=len(asked)))
    found = check_links(asked, today, manners(source.settings.url))
    if len(found) > 1 and all(state.status == 0 for state in found.values()):
        print(_("No website answers at all: is there a connection? Nothing was kept."), file=sys.stderr)
        return WRONG_USE
    states = {address: state for address, state in (known | found).items() if address in wanted}
    project.keep_link_report(render_link_report(today, states))
    _tell(links, states)
    return MISTAKES if any(state.dead for state in states.values()) else DONE


def manners(site_url: str) -> Manners:
    """We say who we are, so that the owner of a website can reach us or keep us out."""
    return Manners(f"Stekwijzer-links/1.0 (+{site_url})")


def _is_recent(state: LinkState, today: date) -> bool:
    return timedelta() <= today - state.on < timedelta(days=DAYS)


def _tell(links: Iterable[OutsideLink], states: dict[str, LinkState]) -> None:
    """Dead ones first, each with all places where it stands."""
    words = staff_words()
    _, ngettext = words.gettext, words.ngettext
    by_address: dict[str, list[OutsideLink]] = {}
    for link in links:
        by_address.setdefault(link.address, []).append(link)
    dead = [address for address, state in states.items() if state.dead]
    moved = [address for address, state in states.items() if state.alive and state.moved]
    unsure = [address for address, state in states.items() if not (state.dead or state.alive)]
    for title, found in (
        (ngettext("{count} dead link:", "{count} dead links:", len(dead)), dead),
        (
            ngettext(
                "{count} link has moved for good. Write the new address:",
                "{count} links have moved for good. Write the new address:",
                len(moved),
            ),
            moved,
        ),
        (
            ngettext(
                "{count} website keeps programs out. Look yourself:",
                "{count} websites keep programs out. Look yourself:",
                len(unsure),
            ),
            unsure,
        ),
    ):
        if found:
            print(title.format(count=len(found)))
        for address in found:
            state = states[address]
            print(f"  {address}")
            print(f"    {state.moved if state.alive else link_trouble(words, state)}")
            for link in by_address[address]:
                print(f"    {link.location}: {link.name}")
    well = len(states) - len(dead) - len(unsure)
    print(ngettext("{count} link works.", "{count} links work.", well).format(count=well))
