"""Asks websites whether a page is still there, as a polite visitor does.

One request at a time to each host, with a pause in between; hosts beside each other. First HEAD,
which fetches no page; GET where a site refuses that, and then only the head of the answer is read.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http import HTTPStatus
from urllib.parse import urlsplit

from generator.fetching import Bounds, FetchError, Manners, Visitor, can_be_asked
from generator.model.outside_links import LinkState

_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_HOSTS_AT_A_TIME = 8
_BOUNDS = Bounds(redirects=20)
"""As many as a browser follows."""


def check_links(addresses: Iterable[str], today: date, manners: Manners) -> dict[str, LinkState]:
    """Address -> what came of it."""
    by_host: dict[str, list[str]] = {}
    for address in sorted({address for address in addresses if can_be_asked(address)}):
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)

    def one_host(found: list[str]) -> list[tuple[str, LinkState]]:
        with Visitor(manners, _BOUNDS) as visitor:
            return [(address, _ask(visitor, address, today)) for address in found]

    with ThreadPoolExecutor(_HOSTS_AT_A_TIME) as visitors:
        return dict(sorted(pair for pairs in visitors.map(one_host, by_host.values()) for pair in pairs))


def _ask(visitor: Visitor, address: str, today: date) -> LinkState:
    state = _request(visitor, "HEAD", address, today)
    if state.alive or (state.trouble and state.trouble != "other"):
        return state
    return _request(visitor, "GET", address, today)


def _request(visitor: Visitor, method: str, address: str, today: date) -> LinkState:
    try:
        found = visitor.look(address, method)
    except FetchError as error:
        return LinkState(today, trouble=error.trouble)
    moved = found.address if found.steps and all(step in _FOR_GOOD for step in found.steps) else ""
    return LinkState(today, found.status, moved=moved)
