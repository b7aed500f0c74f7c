"""The parts of the preview: what it answers, what it keeps, and that nothing ends it."""

import shutil
from contextlib import closing
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from generator.problems import Problem
from generator.project import Project, staff_words
from generator.serving.answers import Answer, Answers, script_line
from generator.serving.memory import Memory
from generator.serving.panel import panel
from generator.serving.server import Preview
from generator.serving.workshop import Workshop
from generator.views.lazily import Later, Lazily
from tests.tools.builds import TODAY
from tests.tools.paths import TINY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A neighbourhood to spoil."""
    return Path(shutil.copytree(TINY, tmp_path / "piepklein"))


@pytest.fixture
def workshop(root: Path) -> Workshop:
    made = Workshop(Project(root), lambda: date.fromisoformat(TODAY), lambda mistakes: None)
    made.renew()
    return made


def answer(workshop: Workshop, target: str) -> Answer:
    return Answers(workshop, staff_words()).to(target)


def test_what_is_made_at_first_use_is_made_once() -> None:
    made: list[str] = []
    letters = Lazily("ab", lambda letter: made.append(letter) or letter.upper())  # type: ignore[func-returns-value]
    assert list(letters) == ["a", "b"]
    assert "a" in letters
    assert made == []
    assert letters["a"] == letters["a"] == "A"
    assert made == ["a"]
    assert letters.get("c") is None


def test_a_list_made_later_is_made_once_and_equals_the_tuple() -> None:
    made: list[str] = []
    letters = Later(lambda: (made.append(letter) or letter for letter in "ab"))  # type: ignore[func-returns-value]
    assert made == []
    assert letters == ("a", "b") == letters
    assert (letters[0], letters[:1], len(letters), hash(letters)) == ("a", ("a",), 2, hash(("a", "b")))
    assert made == ["a", "b"]


def test_an_offer_asks_for_no_list_that_it_does_not_show(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nobody asked for this")

    for made in ("view_agenda", "view_calendar", "view_offer_facets", "view_weekdays", "view_audiences"):
        monkeypatch.setattr(f"generator.views.guide.{made}", refuse)
    assert answer(workshop, "/aanbod/soep/").status == 200
    assert answer(workshop, "/voorbeeld/soep/flyer.png").status == 200
    assert workshop.problems == ()
    answer(workshop, "/aanbod/")
    assert workshop.problems != ()


def test_the_memory_gives_again_what_was_made_of_the_same() -> None:
    memory = Memory()
    first = memory.recall(("map", 1), lambda: object())
    assert memory.recall(("map", 1), lambda: object()) is first
    assert memory.recall(("map", 2), lambda: object()) is not first


def test_the_memory_has_room_for_all_that_a_reading_asks_for() -> None:
    memory = Memory()
    made: list[int] = []
    for _reading in range(3):
        memory.begin()
        for number in range(5_000):
            memory.recall(number, lambda number=number: made.append(number))  # type: ignore[misc]
    assert made == list(range(5_000))
    for reading in range(9):
        memory.begin()
        for number in range(1_000):
            memory.recall((reading, number), lambda: None)
    memory.recall(0, lambda: made.append(0))
    assert len(made) == 5_001


def test_types_and_addresses(workshop: Workshop) -> None:
    home = answer(workshop, "/")
    assert (home.status, home.type) == (200, "text/html; charset=utf-8")
    assert script_line(workshop.version) in home.body
    assert answer(workshop, "/aanbod/soep").headers == {"Location": "./soep/"}
    assert answer(workshop, "/voorbeeld/soep").headers == {"Location": "./soep/"}
    assert answer(workshop, "/assets/site.css").type.startswith("text/css")
    assert answer(workshop, "/assets/site.js").type.startswith("text/javascript")
    assert answer(workshop, "/data/agenda.json").type == "application/json"
    assert answer(workshop, "/print/flyers/soep.pdf").body.startswith(b"%PDF-")
    assert answer(workshop, "/voorbeeld/soep/flyer.png").body.startswith(b"\x89PNG")
    assert answer(workshop, "/voorbeeld/_/preview.js").type.startswith("text/javascript")
    lost = answer(workshop, "/er-is-niets/")
    assert lost.status == 404
    assert b"<h1" in lost.body
    for nothing in (
        "/voorbeeld/niets/",
        "/voorbeeld/niets/flyer.png",
        "/voorbeeld/_/../../x",
        "/print/x.pdf",
        "/x.js",
    ):
        assert answer(workshop, nothing).status == 404, nothing


def test_no_address_leads_to_another_host(workshop: Workshop) -> None:
    for target in ("//elders.example", "/voorbeeld//elders.example", "/aanbod//elders.example"):
        assert not answer(workshop, target).headers.get("Location", "").startswith("//")


def test_a_line_end_in_an_address_begins_no_header(workshop: Workshop) -> None:
    said = answer(workshop, "/voorbeeld/x%0d%0aSet-Cookie:%20a=1").headers
    assert said == {"Location": "./x%0D%0ASet-Cookie%3A%20a%3D1/"}


def test_a_page_elsewhere_reads_nothing(workshop: Workshop) -> None:
    """It may let its own name lead to this computer, and is then a page of the same origin to its browser."""
    preview = Preview(workshop, staff_words(), 0)
    running = Thread(target=preview.run)
    running.start()
    try:
        for host, status in (("localhost", 200), ("127.0.0.1", 200), ("127.0.0.1.elders.example", 403)):
            with closing(HTTPConnection("127.0.0.1", preview.server_port, timeout=30)) as connection:
                connection.request("GET", "/", headers={"Host": f"{host}:{preview.server_port}"})
                assert connection.getresponse().status == status, host
    finally:
        preview.shutdown()
        running.join()


def test_mistakes_stand_beside_the_last_good_page(workshop: Workshop, root: Path) -> None:
    before = answer(workshop, "/aanbod/soep/").body
    version = workshop.version
    (root / "offers.yaml").write_text("offers:\n  - id: soep\n    naam: x\n", encoding="utf-8")
    workshop.renew()
    assert {problem.file for problem in workshop.problems} == {"offers.yaml"}
    assert sum(1 for _ in workshop.problems) == 2
    after = answer(workshop, "/aanbod/soep/").body
    assert after == before.replace(version.encode(), workshop.version.encode())
    shutil.copy(TINY / "offers.yaml", root)
    workshop.renew()
    assert workshop.problems == ()


def test_it_starts_with_mistakes_and_without_files(root: Path) -> None:
    (root / "offers.yaml").unlink()
    workshop = Workshop(Project(root), lambda: date.fromisoformat(TODAY), lambda mistakes: None)
    workshop.renew()
    assert [problem.file for problem in workshop.problems] == ["offers.yaml"]
    assert b"is-waiting" in answer(workshop, "/aanbod/").body


def test_a_broken_template_leaves_the_last_good_one(
    workshop: Workshop, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answer(workshop, "/print/flyers/soep.pdf").body

    def broken(*_: object) -> bytes:
        raise ValueError("sjabloon <kapot>")

    monkeypatch.setattr("generator.serving.stand.Typesetter.typeset", broken)
    workshop.renew()
    assert answer(workshop, "/print/flyers/soep.pdf").body == before
    (accident,) = workshop.problems
    assert "sjabloon <kapot>" in accident.message
    assert workshop.news[1] == 1


def test_every_save_changes_the_state(workshop: Workshop, root: Path) -> None:
    states = [workshop.state()]
    (root / "content").mkdir()
    for name, text in (("offers.yaml", "x"), ("content/welkom.md", "hallo"), ("content/welkom.md", "dag!!")):
        (root / name).write_text(text, encoding="utf-8")
        states.append(workshop.state())
    shutil.rmtree(root)
    states.append(workshop.state())
    assert len(set(states)) == len(states)


def test_the_panel_says_where_and_what_as_text() -> None:
    problem = Problem("offers.yaml", 12, 7, "Fout <b>.", "Schrijf: x", "    naam: y")
    shown = panel([problem], staff_words())
    assert shown["title"] == "1 fout"
    assert shown["problems"] == [
        {
            "place": "offers.yaml, regel 12",
            "message": "Fout <b>.",
            "remedy": "Schrijf: x",
            "line": "    naam: y",
            "caret": 6,
        }
    ]
    assert panel([], staff_words())["title"] == ""
