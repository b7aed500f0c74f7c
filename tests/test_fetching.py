"""Fetching from a website: what it gives, and everything by which a stranger could lead us astray."""

import gzip
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

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


def test_a_slow_drip_ends() -> None:
    class Dripping(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(100):
                    self.wfile.write(b" ")
                    self.wfile.flush()
            except OSError:
                pass

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Dripping) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        assert trouble(f"http://127.0.0.1:{server.server_port}/", Bounds(seconds=0)) == ("timeout", 0)
        server.shutdown()
        thread.join()


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


def test_only_the_web_can_be_asked() -> None:
    assert can_be_asked("https://partner.example/services?page=2")
    for address in ("file:///etc/passwd", "services.json", "http://", "http://[", "http://x:99999/", ""):
        assert not can_be_asked(address), address
