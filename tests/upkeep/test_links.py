"""`links`, against a small web server on this machine."""

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from generator.fetching import Manners
from generator.link_checker import check_links
from generator.model.outside_links import LinkState
from generator.project import LINK_REPORT, Project
from tests.tools.builds import command_here
from tests.tools.partner import a_partner

TODAY = date(2026, 11, 23)
QUICK = Manners("Stekwijzer-links/1.0 (+https://voorbeeld.example/)", pause=0, timeout=0.5)

_STATUS = {"nohead": 405, "slow": 200, "to": 301, "for-now": 302, "loop": 301, "away": 302, "endless": 302}
_FAR_TOO_MUCH = 100
"""MB."""


class _Website(BaseHTTPRequestHandler):
    """Answers as its paths say: /404, /to/200, /nohead/200, /slow, /away/http://x/, /endless/200."""

    asked: ClassVar[list[tuple[str, str, str]]] = []
    hung_up: ClassVar = threading.Event()

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        kind, _, rest = self.path.strip("/").partition("/")
        if kind == "slow":
            time.sleep(1)
        if kind == "nohead" and self.command == "GET":
            kind, _, rest = rest.partition("/")
        status = _STATUS.get(kind) or int(kind)
        self.send_response(status)
        if kind in ("to", "for-now", "endless"):
            self.send_header("Location", f"/{rest}")
        if kind == "away":
            self.send_header("Location", rest)
        if kind == "loop":
            self.send_header("Location", self.path)
        if kind == "endless":
            self.end_headers()
            self._pour()
            return
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _pour(self) -> None:
        try:
            for _ in range(_FAR_TOO_MUCH):
                self.wfile.write(bytes(1 << 20))
        except OSError:
            self.hung_up.set()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing."""


@contextmanager
def _server() -> Iterator[str]:
    _Website.asked.clear()
    _Website.hung_up.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Website)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def website() -> Iterator[str]:
    with _server() as address:
        yield address


def test_each_kind_of_answer_is_told_apart(website: str) -> None:
    paths = ("200", "to/200", "for-now/200", "to/404", "404", "500", "403", "nohead/200", "slow", "loop")
    found = check_links([f"{website}/{path}" for path in paths], TODAY, QUICK)
    states = {address.removeprefix(f"{website}/"): state for address, state in found.items()}
    assert states["200"] == LinkState(TODAY, 200)
    assert states["to/200"] == LinkState(TODAY, 200, moved=f"{website}/200")
    assert states["for-now/200"] == LinkState(TODAY, 200)
    assert states["nohead/200"] == LinkState(TODAY, 200)
    assert states["slow"] == LinkState(TODAY, trouble="timeout")
    assert states["loop"] == LinkState(TODAY, trouble="loop")
    assert {path for path, state in states.items() if state.dead} == {"to/404", "404", "500", "slow", "loop"}
    assert not states["403"].alive
    assert {name for _method, _path, name in _Website.asked} == {QUICK.name}


def test_no_page_is_fetched_where_its_head_is_enough(website: str) -> None:
    check_links([f"{website}/200", f"{website}/200", f"{website}/nohead/200"], TODAY, QUICK)
    assert Counter((method, path) for method, path, _name in _Website.asked) == {
        ("HEAD", "/200"): 1,
        ("HEAD", "/nohead/200"): 1,
        ("GET", "/nohead/200"): 1,
    }


def test_a_redirect_leads_to_no_other_machine_in_the_own_network(website: str) -> None:
    with a_partner() as inner:
        link = f"{website}/nohead/away/{inner.address}/admin?reboot=1"
        assert check_links([link], TODAY, QUICK) == {link: LinkState(TODAY, trouble="private")}
        assert inner.asked == []
    assert [method for method, _path, _name in _Website.asked] == ["HEAD", "GET"]


def test_what_comes_with_a_redirect_is_not_read(website: str) -> None:
    link = f"{website}/nohead/endless/200"
    assert check_links([link], TODAY, QUICK) == {link: LinkState(TODAY, 200)}
    assert _Website.hung_up.wait(10)


def test_a_link_that_moved_keeps_its_place_in_the_page(website: str) -> None:
    link = f"{website}/to/200#hours"
    assert check_links([link], TODAY, QUICK)[link].moved == f"{website}/200#hours"


def test_what_is_no_page_is_not_asked() -> None:
    assert check_links(["tel:+3256000000", "mailto:zita@voorbeeld.example"], TODAY, QUICK) == {}


def test_a_closed_door_and_a_name_that_is_gone() -> None:
    with _server() as address:
        pass
    found = check_links([address, "http://verzonnen.invalid/"], TODAY, QUICK)
    assert [state.trouble for state in found.values()] == ["refused", "name"]


def _with_links(root: Path, *addresses: str) -> None:
    """Only these links are left in the neighbourhood, on a hand-written page."""
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / "links.md").write_text("\n".join(f"- <{a}>" for a in addresses), encoding="utf-8")
    for name in ("offers.yaml", "socialmap.yaml"):
        lines = (root / name).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.lstrip().startswith(("website:", "url:"))]
        (root / name).write_text("".join(kept), encoding="utf-8")


def test_the_command_tells_the_dead_first_and_remembers(
    tiny_copy: Path, website: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.commands.links.manners", lambda site_url: QUICK)
    _with_links(tiny_copy, f"{website}/200", f"{website}/404", f"{website}/to/200")
    place = ("--root", str(tiny_copy), "--today", str(TODAY))
    code, said = command_here("links", *place)
    assert code == 1, said
    assert "1 dode link" in said
    assert "content/links.md:2" in said
    assert said.index("/404") < said.index("voorgoed verhuisd")
    report = json.loads((tiny_copy / LINK_REPORT).read_text(encoding="utf-8"))
    assert report["links"][f"{website}/404"]["status"] == 404
    _Website.asked.clear()
    assert command_here("links", *place)[0] == 1
    assert {path for _method, path, _name in _Website.asked} == {"/404"}
    _with_links(tiny_copy, f"{website}/200")
    code, said = command_here("links", "--again", *place)
    assert (code, "1 link werkt" in said) == (0, True)


def test_the_report_is_one_of_the_files_that_a_build_looks_at(tiny_copy: Path) -> None:
    """Whoever deletes .cache/ changes no byte of the site, and a look at the links meanwhile is noticed."""
    project = Project(tiny_copy)
    before = project.state()
    project.keep_link_report("{}")
    (changed,) = set(project.state()) - set(before)
    assert changed[0] == str(tiny_copy / LINK_REPORT)


def test_without_a_connection_nothing_is_called_dead(
    tiny_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.commands.links.manners", lambda site_url: QUICK)
    _with_links(tiny_copy, "http://een.invalid/", "http://twee.invalid/")
    code, said = command_here("links", "--root", str(tiny_copy), "--today", str(TODAY))
    assert code == 2
    assert "Heb je internet?" in said
    assert not (tiny_copy / LINK_REPORT).exists()
