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

from playwright.sync_api import Browser, Page

from tests.tools.browser import Quiet, visit

_COMPRESSED = (".woff2", ".png")
"""Files that are small already."""
_REST_MS = 1500
_COPY_STEPS, _STEP_MS = 300, 100


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


def weigh(browser: Browser, folder: Path, address: str, next_address: str) -> Weight:
    """The page at `address` on a first visit, and then another of its kind."""
    with counted(folder) as (home, counter), visit(browser, home, service_workers="allow") as phone:
        phone.page.goto(home + address)
        phone.page.wait_for_timeout(_REST_MS)
        first = counter.take()
        _wait_for_copy(phone.page)
        copy = counter.take()
        phone.page.goto(home + next_address)
        phone.page.wait_for_timeout(_REST_MS)
        return Weight(first, copy, counter.take())


def _wait_for_copy(page: Page) -> None:
    has_copy = """async () => {
      for (const name of await caches.keys()) {
        const kept = await (await caches.open(name)).keys();
        if (kept.some(({url}) => url.includes("/data/copy-"))) return true;
      }
    }"""
    for _ in range(_COPY_STEPS):
        if page.evaluate(has_copy):
            return
        page.wait_for_timeout(_STEP_MS)
    raise RuntimeError("this phone never got its copy")
