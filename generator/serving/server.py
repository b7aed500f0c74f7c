"""A small server for one person on this computer; it tells the browser when something was saved."""

import json
import sys
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from generator.project import HERE, is_here
from generator.serving.answers import EVENTS, HOME, Answers
from generator.serving.panel import panel
from generator.serving.watching import Watcher
from generator.serving.workshop import Workshop
from generator.wording.words import Words

_SIGN_OF_LIFE = 10.0
"""Seconds after which a silent connection says something, and so finds out that nobody is there."""


class Preview(ThreadingHTTPServer):
    """Serves a workshop on a port of this computer only (0: any). OSError if the port is taken."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, workshop: Workshop, words: Words, port: int) -> None:
        super().__init__((HERE, port), _Handler)
        self.workshop, self.words = workshop, words
        self.answers = Answers(workshop, words)
        self.stopping = False
        self._watcher = Watcher(workshop)

    @property
    def address(self) -> str:
        """Of the home page of the site."""
        return f"http://{HERE}:{self.server_port}{self.answers.home()}"

    @property
    def preview_address(self) -> str:
        """Of the list of all offers, each beside its flyer."""
        return f"http://{HERE}:{self.server_port}{HOME}"

    def run(self) -> None:
        """Serves until `shutdown`, or Ctrl-C."""
        self._watcher.start()
        try:
            self.serve_forever(poll_interval=0.2)
        finally:
            self.stopping = True
            self._watcher.stop()
            self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Preview
    protocol_version = "HTTP/1.1"
    timeout: ClassVar[float] = 60

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        if not is_here(self.headers.get("Host")):
            self.send_error(403)
        elif self.path == EVENTS:
            with suppress(ConnectionError, TimeoutError):
                self._tell()
        else:
            self._answer()

    def _answer(self) -> None:
        answer = self.server.answers.to(self.path)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _tell(self) -> None:
        """Server-sent events: the version and the mistakes, now and after each change."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        workshop, seen = self.server.workshop, None
        self.wfile.write(b"retry: 500\n\n")
        while not self.server.stopping:
            if seen != (news := workshop.news):
                seen = news
                state = {"version": news[0], **panel(workshop.problems, self.server.words)}
                self.wfile.write(f"data: {json.dumps(state, ensure_ascii=False)}\n\n".encode())
            else:
                self.wfile.write(b": here\n\n")
            self.wfile.flush()
            workshop.wait(seen, _SIGN_OF_LIFE)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing: a request is not news."""
