"""A phone with the built site in it: Chromium, with nothing but a server on this machine."""

import functools
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, ViewportSize, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # As on a phone: letters have the widths of the font, not of the nearest whole pixels.
    "--font-render-hinting=none",
]
PHONE: ViewportSize = {"width": 360, "height": 740}
_MOST_ROUNDS, _STEP_MS = 1_000, 50
_UNTIL_IDLE = """() => new Promise(done => {
  const rest = () => requestIdleCallback(() => setTimeout(done), {timeout: 900});
  requestAnimationFrame(rest);
  setTimeout(rest, 900);
})"""
"""A frame, and then until no script has anything left to do. A page that draws nothing has no frames."""
_NO_REST = """const later = setTimeout;
  window.setTimeout = (what, wait, ...more) => later(what, wait > 1000 ? 0 : wait, ...more);"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and keeps its log to itself; `prefix` is where the site begins."""

    prefix = "/"

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing: a request is not news."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who goes on to another page, or whose browser ends, hears no more. That is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serves a folder on this machine's own loopback; gives the address of its home page."""
    handler = functools.partial(type("_Handler", (Quiet,), {"prefix": prefix}), directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def find_chromium() -> str:
    """The system's Chromium; rather the one without windows, which does a third of the work for a visit.

    Raises RuntimeError when there is none.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    program = next((found for found in map(shutil.which, names) if found), None)
    if program is None:
        raise RuntimeError("the tests need Chromium: run `make tools`, or install it")
    return program


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, headless."""
    program = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Visit:
    """One page that is being looked at, and all that went wrong meanwhile."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)
    """Errors in the console, exceptions and failed requests."""
    strangers: list[str] = field(default_factory=list)
    """Requests to any other host."""
    script: bool = True
    """Whether the page's scripts run."""
    _asked: int = 0
    _on_their_way: set[Request] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("request", self._ask)
        self.page.on("requestfinished", self._answer)
        self.page.on("requestfailed", self._answer)

    def _ask(self, request: Request) -> None:
        self._asked += 1
        self._on_their_way.add(request)

    def _answer(self, request: Request) -> None:
        self._on_their_way.discard(request)

    def open(self, address: str) -> None:
        """Goes to an address within the site ("aanbod/") and waits until it is quiet."""
        self.page.goto(self.home + address)
        self.settle()

    def reload(self) -> None:
        """As the visitor does, and waits until it is quiet."""
        self.page.reload()
        self.settle()

    def settle(self) -> None:
        """Waits until all that the page asked for has come, and its scripts have done with it.

        Playwright's "networkidle" takes half a second longer each time, and waits for no script.
        """
        if not self.script:
            return
        for _ in range(_MOST_ROUNDS):
            asked = self._asked
            self.page.evaluate(_UNTIL_IDLE)
            if asked == self._asked and not self._on_their_way:
                return
        raise TimeoutError(f"{self.page.url} never comes to rest: {self._on_their_way}")


def wait_until(page: Page, holds: str, argument: Any = None) -> None:
    """Until a function in the page gives what is true.

    Playwright's own waiting for that needs `eval`, which our policy forbids to the page.
    """
    for _ in range(_MOST_ROUNDS):
        if page.evaluate(holds, argument):
            return
        page.wait_for_timeout(_STEP_MS)
    raise TimeoutError(f"never became true: {holds}")


@contextmanager
def visit(browser: Browser, home: str, *, script: bool = True, **options: Any) -> Iterator[Visit]:
    """A new visitor on a small phone, in Dutch, who has never been here before.

    No copy is kept on the phone, unless `service_workers="allow"`: then it is fetched at once, where a
    real phone waits until the page has been at rest for some seconds.
    """
    phone = {"viewport": PHONE, "locale": "nl-BE", "has_touch": True, "service_workers": "block"}
    settings: dict[str, Any] = {**phone, **options}
    context = browser.new_context(java_script_enabled=script, **settings)
    if settings["service_workers"] == "allow":
        context.add_init_script(_NO_REST)
    page = context.new_page()
    looking = Visit(page, home, script=script)
    host = urlsplit(home).netloc
    page.on("console", lambda m: looking.complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: looking.complaints.append(str(error)))
    # A request that stops because the visitor goes on to another page is no failure.
    page.on(
        "requestfailed",
        lambda r: (
            looking.complaints.append(f"{r.url}: {r.failure}") if r.failure != "net::ERR_ABORTED" else None
        ),
    )
    page.on(
        "request",
        lambda r: (
            looking.strangers.append(r.url)
            if urlsplit(r.url).scheme in ("http", "https") and urlsplit(r.url).netloc != host
            else None
        ),
    )
    try:
        yield looking
    finally:
        context.close()
