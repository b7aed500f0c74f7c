"""Asks websites whether a page is still there, as a polite visitor does.

One request at a time to each host, with a pause in between; hosts beside each other. First HEAD,
which fetches no page; GET where a site refuses that, and then only the head of the answer is read.
"""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http import HTTPStatus
from urllib.parse import urlsplit

import requests
from requests.exceptions import RequestException

from generator.fetching import Manners, can_be_asked, trouble_of
from generator.model.outside_links import LinkState

_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_HOSTS_AT_A_TIME = 8


def check_links(addresses: Iterable[str], today: date, manners: Manners) -> dict[str, LinkState]:
    """Address -> what came of it."""
    by_host: dict[str, list[str]] = {}
    for address in sorted({address for address in addresses if can_be_asked(address)}):
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)

    def one_host(found: list[str]) -> list[tuple[str, LinkState]]:
        with requests.Session() as session:
            session.headers["User-Agent"] = manners.name
            session.headers["Accept-Language"] = "nl-BE, nl;q=0.9, *;q=0.5"
            return list(_one_by_one(session, found, today, manners))

    with ThreadPoolExecutor(_HOSTS_AT_A_TIME) as visitors:
        return dict(sorted(pair for pairs in visitors.map(one_host, by_host.values()) for pair in pairs))


def _one_by_one(
    session: requests.Session, addresses: Iterable[str], today: date, manners: Manners
) -> Iterator[tuple[str, LinkState]]:
    for number, address in enumerate(addresses):
        if number:
            time.sleep(manners.pause)
        yield address, _ask(session, address, today, manners)


def _ask(session: requests.Session, address: str, today: date, manners: Manners) -> LinkState:
    state = _request(session, "HEAD", address, today, manners)
    if state.alive or (state.trouble and state.trouble != "other"):
        return state
    time.sleep(manners.pause)
    return _request(session, "GET", address, today, manners)


def _request(
    session: requests.Session, method: str, address: str, today: date, manners: Manners
) -> LinkState:
    try:
        with session.request(
            method, address, timeout=manners.timeout, allow_redirects=True, stream=True
        ) as answer:
            steps = [step.status_code for step in answer.history]
            moved = answer.url if steps and all(step in _FOR_GOOD for step in steps) else ""
            return LinkState(today, answer.status_code, moved=moved)
    except RequestException as error:
        return LinkState(today, trouble=trouble_of(error))
