"""Fetching from a website: what it gives, and everything by which a stranger could lead us astray."""

import gzip
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from generator.fetching import Bounds, FetchError, Manners, Visitor, can_be_asked
from tests.tools.partner import Partner, a_partner

QUICK = Manners("Stekwijzer-test/1.0", pause=0, timeout=0.5)
EASY = Bounds()


@pytest.fixture
def partner() -> Iterator[Partner]:
    with a_partner() as found:
        yield found


def trouble(address: str, bounds: Bounds = EASY) -> tuple[str, int]:
    with Visitor(QUICK, bounds) as visitor, pytest.raises(FetchError) as found:
        visitor.fetch(address)
    return found.value.trouble, found.value.status


def test_it_gives_what_is_there_and_where_it_stood(partner: Partner) -> None:
    partner.has("/old", b"", 301, Location="/feed")
    partner.has("/feed", gzip.compress(b"[]"), Content_Type="Application/JSON; x=y", Content_Encoding="gzip")
    with Visitor(QUICK) as visitor:
        answer = visitor.fetch(f"{partner.address}/old")
    assert (answer.body, answer.kind, answer.address) == (
        b"[]",
        "application/json",
        f"{partner.address}/feed",
    )


def test_what_does_not_come_is_named(partner: Partner) -> None:
    partner.has("/large", b"x" * 300)
    partner.has("/bomb", gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")
    partner.has("/round", b"", 302, Location="/round")
    assert trouble(f"{partner.address}/gone") == ("status", 404)
    assert trouble(f"{partner.address}/large", Bounds(bytes=200)) == ("large", 0)
    assert trouble(f"{partner.address}/bomb", Bounds(bytes=100_000)) == ("large", 0)
    assert trouble(f"{partner.address}/round") == ("loop", 0)
    assert trouble("http://127.0.0.1:9/") == ("refused", 0)


@contextmanager
def a_dripping_website(start: bytes, drop: bytes, end: bytes, drops: int, pause: float) -> Iterator[str]:
    """Its address. It sends so many drops, with seconds between, or until the other hangs up."""

    class Dripping(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                self.wfile.write(start)
                for _ in range(drops):
                    self.wfile.write(drop)
                    time.sleep(pause)
                self.wfile.write(end)
            except OSError:
                pass

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Dripping) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    ("start", "drop"),
    [
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\n", b"X-Drop: x\r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b" "),
    ],
    ids=["before the head", "head", "body"],
)
def test_a_slow_drip_ends(start: bytes, drop: bytes) -> None:
    end = b"" if drop == b" " else b"\r\n" if start else b"HTTP/1.1 200 OK\r\n\r\n"
    with a_dripping_website(start, drop, end, drops=40, pause=0.05) as address:
        assert trouble(address, Bounds(seconds=0.4)) == ("timeout", 0)


def test_where_no_time_is_left_nothing_is_asked(partner: Partner) -> None:
    assert trouble(f"{partner.address}/feed", Bounds(seconds=0)) == ("timeout", 0)
    assert partner.asked == []


def test_a_look_reads_no_body() -> None:
    start = b"HTTP/1.1 200 OK\r\n\r\n"
    with (
        a_dripping_website(start, b" ", b"", drops=40, pause=0.05) as address,
        Visitor(QUICK, Bounds(seconds=0.4)) as visitor,
    ):
        assert visitor.look(address, "GET").status == 200


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://partner.example/x", "gopher://x", "//"])
def test_a_redirect_leaves_the_web_for_nothing(partner: Partner, target: str) -> None:
    partner.has("/away", b"", 302, Location=target)
    assert trouble(f"{partner.address}/away")[0] in ("scheme", "loop")


def test_a_strangers_answer_does_not_lead_to_the_own_network(partner: Partner) -> None:
    port = partner.address.rpartition(":")[2]
    for host in ("localhost", "[::1]", "169.254.169.254", "10.0.0.1", "0x7f000001"):
        partner.has("/away", b"", 302, Location=f"http://{host}:{port}/feed")
        assert trouble(f"{partner.address}/away") == ("private", 0), host
    assert set(partner.asked) == {"/away"}


def test_no_two_readings_of_an_address_lead_to_the_own_network(partner: Partner) -> None:
    with a_partner() as inner:
        port = inner.address.rpartition(":")[2]
        for host in (f"127.0.0.1:{port}\\@93.184.216.34", f"93.184.216.34@127.0.0.1:{port}"):
            partner.has("/away", b"", 302, Location=f"http://{host}/x")
            assert trouble(f"{partner.address}/away") == ("scheme", 0), host
        assert inner.asked == []


def has_two_faces(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Leads to the web when it is looked up first, and to this computer when it is asked."""
    real, answers = socket.getaddrinfo, iter(["93.184.216.34"])

    def lookup(host: Any, *rest: Any, **named: Any) -> Any:
        return real(next(answers, "127.0.0.1") if host == name else host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)


@pytest.mark.parametrize("typed", [True, False])
def test_a_name_that_changes_does_not_lead_to_the_own_network(
    partner: Partner, monkeypatch: pytest.MonkeyPatch, typed: bool
) -> None:
    has_two_faces(monkeypatch, "twofaced.example")
    with a_partner() as inner:
        inside = f"http://twofaced.example:{inner.address.rpartition(':')[2]}/admin"
        partner.has("/away", b"", 302, Location=inside)
        assert trouble(inside if typed else f"{partner.address}/away") == ("private", 0)
        assert inner.asked == []


def test_a_proxy_may_stand_in_the_own_network(partner: Partner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", partner.address)
    monkeypatch.setenv("no_proxy", "")
    partner.has("http://93.184.216.34/feed", b"[]")
    with Visitor(QUICK) as visitor:
        assert visitor.fetch("http://93.184.216.34/feed").body == b"[]"


def test_only_the_web_can_be_asked() -> None:
    assert can_be_asked("https://partner.example/services?page=2")
    for address in ("file:///etc/passwd", "services.json", "http://", "http://[", "http://x:99999/", ""):
        assert not can_be_asked(address), address
    for address in ("http://x\\y/", "http://x/\n", "http://x\x85/", "http://me:secret@x/", "http://@x/"):
        assert not can_be_asked(address), address
    assert can_be_asked("https://partner.example/@zita?mail=zita@partner.example")
