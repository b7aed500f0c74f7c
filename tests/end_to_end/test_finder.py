"""The finder as people walk it: from a question to people, in three steps at most, without script."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import normpath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, expect

from generator.model.codes import code_of
from tests.tools.axe import violations
from tests.tools.browser import PHONE, Visit, served, visit
from tests.tools.builds import Built, site_address
from tests.tools.pdf import Sheet
from tests.tools.records import in_dutch, social_map

MOST_STEPS = 3


@dataclass
class Step(HTMLParser):
    """A page of the finder: where its tiles lead, and what it says of the first stop."""

    choices: list[str] = field(default_factory=list)
    stop: str = ""
    calls: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and values.get("class") == "question":
            self.choices.append(values["href"])
        if tag == "section":
            self._depth = self._depth + 1 if self._depth or values.get("class") == "stop" else 0
        if self._depth and tag == "a" and values.get("href", "").startswith("tel:"):
            self.calls.append(values["href"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "section" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.stop += data


def read_step(built: Built, address: str) -> Step:
    step = Step()
    step.feed((built.out / address / "index.html").read_text(encoding="utf-8"))
    return step


def walk(built: Built, address: str, steps: int = 1) -> Iterator[tuple[str, int, Step]]:
    """Every path from a page on: where it ends, after how many questions, and what stands there."""
    step = read_step(built, address)
    if not step.choices:
        yield address, steps - 1, step
    for href in step.choices:
        yield from walk(built, f"{normpath(address + href)}/", steps + 1)


def ids(record: dict[str, object]) -> Iterator[str]:
    """The ids of a question and of all its choices."""
    yield str(record["id"])
    choices = record.get("choices", [])
    assert isinstance(choices, list)
    for choice in choices:
        yield from ids(choice)


def test_every_path_ends_at_people_within_three_steps(built: Built) -> None:
    """In every language: an address, or a number to call; and every record has its place on a path."""
    records = social_map(built.root)
    houses = [place["address"] for place in records["places"] if place.get("address")]
    languages = {path.parent.name for path in built.out.glob("*/manifest.webmanifest")} | {""}
    for language in sorted(languages):
        home = f"{language}/" if language else ""
        ends = list(walk(built, f"{home}wegwijzer/"))
        assert max(steps for _, steps, _ in ends) <= MOST_STEPS
        for address, _, step in ends:
            assert step.calls or any(house in step.stop for house in houses), address
        reached = {address for address, _, _ in ends}
        for name in (name for question in records["questions"] for name in ids(question)):
            page = f"{home}wegwijzer/{name}/"
            assert page in reached or read_step(built, page).choices, page


def test_every_step_has_a_code_that_leads_to_it(built: Built) -> None:
    for question in social_map(built.root)["questions"]:
        for name in ids(question):
            html = (built.out / "Q" / code_of("question", name) / "index.html").read_text(encoding="utf-8")
            assert f"wegwijzer/{name}/" in html, name


def test_who_scans_a_code_in_danger_can_call_at_once(built_real: Built) -> None:
    page = built_real.out / "Q" / code_of("question", "thuis-niet-veilig") / "index.html"
    html = page.read_text(encoding="utf-8")
    assert html.index("tel:112") < html.index("wegwijzer/thuis-niet-veilig/")


def test_a_former_id_of_a_choice_leads_on(built_invented: Built) -> None:
    """A bookmark and a printed code, from before somebody renamed the choice."""
    for page in ("wegwijzer/luchtkasteel-zoeken", f"Q/{code_of('question', 'luchtkasteel-zoeken')}"):
        html = (built_invented.out / page / "index.html").read_text(encoding="utf-8")
        assert "wegwijzer/droomhuis/" in html


def test_the_binder_and_the_page_to_print_show_the_same_paths(built: Built) -> None:
    questions = social_map(built.root)["questions"]
    html = (built.out / "wegwijzer" / "afdrukken" / "index.html").read_text(encoding="utf-8")
    binder = " ".join(Sheet(built.print / "flyermap.pdf").texts)
    codes = [code_of("question", name) for question in questions for name in ids(question)]
    assert [code for code in codes if code not in html or code not in binder] == []
    assert all(in_dutch(question["question"]).split()[0] in binder for question in questions)


@pytest.fixture
def phone(built_real: Built, browser: Browser) -> Iterator[Visit]:
    with (
        served(built_real.out, urlsplit(site_address(built_real.root)).path) as home,
        visit(browser, home) as looking,
    ):
        yield looking


def tiles(looking: Visit) -> Locator:
    return looking.page.locator("a.question:not(.is-other)")


def wrong_on(looking: Visit) -> list[str]:
    """What is wrong with the page as it stands, beside errors and requests."""
    width = looking.page.evaluate("document.documentElement.scrollWidth")
    wide = [f"{width} px wide"] if width > PHONE["width"] else []
    return [*violations(looking.page), *wide, *looking.complaints, *looking.strangers]


def test_a_walk_on_a_small_phone(phone: Visit) -> None:
    """From the home page to an answer by thumb, back by one step, and to the person for who does not know."""
    page = phone.page
    page.clock.set_fixed_time("2026-12-01T10:00:00+01:00")
    phone.open("")
    page.locator("main a[href$='wegwijzer/']").first.click()
    tiles(phone).filter(has_text="woning").click()
    expect(page.locator(".progress")).to_have_text(re.compile("Stap 2 van 2"))
    assert wrong_on(phone) == []
    page.locator("a.question.is-other").click()
    expect(page.locator("#person")).to_be_in_viewport()
    tiles(phone).filter(has_text="huurwoning").click()
    expect(page.locator("h1")).to_have_text("Ik heb een probleem met mijn huurwoning")
    # The site was built on 23 November: what is past by now makes room for the next time.
    expect(page.locator("[data-coming] time:visible").first).to_have_attribute("datetime", "2026-12-04")
    assert wrong_on(phone) == []
    page.locator(".back a").click()
    expect(tiles(phone)).to_have_count(3)
    page.locator("[data-open-search]").click()
    page.locator("dialog[open] input").fill("huurcontract")
    expect(page.locator("dialog[open] a.hit[href$='wegwijzer/huurwoning/']").first).to_be_visible()
    phone.open("wegwijzer/afdrukken/")
    page.emulate_media(media="print")
    assert wrong_on(phone) == []


def test_the_numbers_for_who_is_in_danger_come_first(built_real: Built) -> None:
    """Before anything else on the page, also where scripts do not run."""
    html = (built_real.out / "wegwijzer" / "thuis-niet-veilig" / "index.html").read_text(encoding="utf-8")
    order = ["tel:112", 'class="stop"', "tel:1712", 'id="help"']
    places = [html.index(mark) for mark in order]
    assert places == sorted(places)
