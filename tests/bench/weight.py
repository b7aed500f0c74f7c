"""What a visit costs: the requests that reach the server, and their bytes as a server compresses them.

Requests are counted, not timed, so one run is enough.
"""

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from tests.bench.measuring import say, table
from tests.bench.setup import Part, Setup
from tests.bench.sites import NAMES
from tests.tools.browser import Quiet, chromium, visit, wait_until

_TEXT = """\
What reaches the server when a phone that was never here opens a page, and then another one: kilobytes,
compressed with gzip, and requests. "Material" is a default site without its web fonts, which ask another
host; "minimal" is made by hand. Both hold the same text. When a phone is at rest and does not save data, it
gets from us the copy of the whole site in its language, for when there is no connection: {copy} kB in
{copies} requests, once for each edition.

{table}

"""
_KB = 1000

_COMPRESSED = (".woff2", ".png")
"""Files that are small already."""


@dataclass(frozen=True)
class Visited:
    """What one visit asked of the server."""

    requests: int
    size: int
    """Bytes, compressed."""


@dataclass(frozen=True)
class Weight:
    """A page on a phone that was never here, on one that was, and the copy that comes in between."""

    first: Visited
    copy: Visited
    again: Visited


@dataclass
class _Counter:
    """The answers of the server since the last look."""

    folder: Path
    paths: list[str | None] = field(default_factory=list)
    """None for an answer without content ("not modified")."""

    def take(self) -> Visited:
        paths, self.paths = self.paths, []
        return Visited(len(paths), sum(self._size(path) for path in paths if path is not None))

    def _size(self, path: str) -> int:
        file = self.folder / path
        data = (file / "index.html" if file.is_dir() else file).read_bytes()
        return len(data) if path.endswith(_COMPRESSED) else len(gzip.compress(data, 9))


class _Counting(Quiet):
    """Notes each answer."""

    counter: _Counter

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        self.counter.paths.append(path if code == HTTPStatus.OK else None)


@contextmanager
def counted(folder: Path) -> Iterator[tuple[str, _Counter]]:
    """Serves a folder; gives its address and the counter of what is asked."""
    counter = _Counter(folder)
    handler = functools.partial(type("_Handler", (_Counting,), {"counter": counter}), directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", counter
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def first_visit(browser: Browser, folder: Path, address: str) -> Visited:
    """The page at `address` on a phone that was never here."""
    with counted(folder) as (home, counter), visit(browser, home) as phone:
        phone.open(address)
        return counter.take()


def weigh(
    browser: Browser, folder: Path, address: str, next_address: str, *, keeps_copy: bool = True
) -> Weight:
    """The page at `address` on a first visit, and then another of its kind."""
    first = first_visit(browser, folder, address)
    with counted(folder) as (home, counter), visit(browser, home, service_workers="allow") as phone:
        phone.open(address)
        if keeps_copy:
            wait_until(phone.page, _HAS_COPY)
        both = counter.take()
        phone.open(next_address)
        copy = Visited(both.requests - first.requests, both.size - first.size)
        return Weight(first, copy, counter.take())


_HAS_COPY = """async () => {
  for (const name of await caches.keys()) {
    const kept = await (await caches.open(name)).keys();
    if (kept.some(({url}) => url.includes("/data/copy-"))) return true;
  }
}"""


def measure(setup: Setup) -> str:
    rows: list[list[str]] = []
    copy = Visited(0, 0)
    with chromium() as browser:
        for name, sites, address, then in setup.sites.pages():
            row = [name]
            for site, folder in zip(NAMES, sites, strict=True):
                weight = weigh(browser, folder, address, then, keeps_copy=site == "ours")
                row += [
                    f"{visited.size / _KB:.1f} ({visited.requests})"
                    for visited in (weight.first, weight.again)
                ]
                copy = weight.copy if (site, name) == ("ours", "home") else copy
            rows.append(row)
            say(" | ".join(row))
    head = "page | ours | next page | Material | next page | minimal | next page"
    return _TEXT.format(copy=round(copy.size / _KB), copies=copy.requests, table=table(head, rows))


PART = Part("weight", "Weight of a page", measure)
