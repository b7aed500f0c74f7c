"""A phone with the built site in it: Chromium, with nothing but a server on this machine."""

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and keeps its log to itself; `prefix` is where the site begins."""

    prefix = "/"

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing: a request is not news."""


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serves a folder on this machine's own loopback; gives the address of its home page."""
    handler = functools.partial(type("_Handler", (Quiet,), {"prefix": prefix}), directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, headless. Raises RuntimeError when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for found in map(shutil.which, names) if found), None)
    if program is None:
        raise RuntimeError("the tests need Chromium: run `make tools`, or install it")
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

    def open(self, address: str) -> None:
        """Goes to an address within the site ("aanbod/") and waits until it is quiet."""
        self.page.goto(self.home + address, wait_until="networkidle")


@contextmanager
def visit(browser: Browser, home: str, *, script: bool = True, **options: Any) -> Iterator[Visit]:
    """A new visitor on a small phone, in Dutch, who has never been here before.

    No copy is kept on the phone, unless `service_workers="allow"`.
    """
    phone = {"viewport": PHONE, "locale": "nl-BE", "has_touch": True, "service_workers": "block"}
    settings: dict[str, Any] = {**phone, **options}
    context = browser.new_context(java_script_enabled=script, **settings)
    page = context.new_page()
    looking = Visit(page, home)
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
