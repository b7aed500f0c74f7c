"""What a visit costs: the requests that reach the server, and their bytes as a server compresses them."""

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

from tests.tools.browser import Quiet, visit, wait_until

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
    paths: list[str] = field(default_factory=list)

    def take(self) -> Visited:
        paths, self.paths = self.paths, []
        return Visited(len(paths), sum(self._size(path) for path in paths if path))

    def _size(self, path: str) -> int:
        file = self.folder / path
        data = (file / "index.html" if file.is_dir() else file).read_bytes()
        return len(data) if path.endswith(_COMPRESSED) else len(gzip.compress(data, 9))


class _Counting(Quiet):
    """Notes each answer; one without content ("not modified") as an empty path."""

    counter: _Counter

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        self.counter.paths.append(path if code == HTTPStatus.OK else "")


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


def weigh(browser: Browser, folder: Path, address: str, next_address: str) -> Weight:
    """The page at `address` on a first visit, and then another of its kind."""
    first = first_visit(browser, folder, address)
    with counted(folder) as (home, counter), visit(browser, home, service_workers="allow") as phone:
        phone.open(address)
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
