"""The website on a small phone: nothing breaks, nothing is too wide, everything can be touched."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from generator.model.codes import code_of
from tests.tools.browser import PHONE, Visit, served, visit
from tests.tools.builds import Built, site_address
from tests.tools.records import current_offers, in_dutch, offers, social_map
from tests.tools.touch import too_small


@pytest.fixture(scope="session")
def home(built: Built) -> Iterator[str]:
    """The address of the site's home page on this machine, under the same path as the real one."""
    with served(built.out, urlsplit(site_address(built.root)).path) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    with visit(browser, home) as looking:
        yield looking


def sample(built: Built) -> list[str]:
    """One page of each kind, and all offers with something unusual."""
    records = social_map(built.root)
    offer = current_offers(built.root)[0]["id"]
    unusual = [o["id"] for o in offers(built.root) if o.get("status") or len(in_dutch(o["name"])) > 60]
    return [
        "",
        "aanbod/",
        f"aanbod/{offer}/",
        *(f"aanbod/{name}/" for name in unusual[:6]),
        "sociale-kaart/",
        f"sociale-kaart/{records['organisations'][0]['id']}/",
        "plaatsen/",
        f"plaatsen/{records['places'][0]['id']}/",
        f"themas/{records['themes'][0]['id']}/",
        "wegwijzer/",
        f"wegwijzer/{records['questions'][0]['id']}/",
        "kaart/",
        "werkers/",
        "welkom/",
        f"Q/{code_of('offer', offer)}/",
    ]


def test_every_kind_of_page_works_on_a_phone(built: Built, phone: Visit) -> None:
    """No error, no other host, no sideways scrolling, everything can be touched, one heading, a title."""
    wrong = []
    for address in sample(built):
        phone.open(address)
        width = phone.page.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            wrong.append(f"/{address} is {width} px wide")
        wrong += [f"/{address}: {e}" for e in too_small(phone.page)]
        if phone.page.locator("h1").count() != 1:
            wrong.append(f"/{address} has {phone.page.locator('h1').count()} h1")
        if not phone.page.title():
            wrong.append(f"/{address} has no title")
        wrong += [f"/{address}: {complaint}" for complaint in phone.complaints]
        wrong += [f"/{address} asks {stranger}" for stranger in phone.strangers]
        phone.complaints.clear()
        phone.strangers.clear()
    assert wrong == []


def test_the_pages_work_without_script(built: Built, browser: Browser, home: str) -> None:
    """The offer, its hours and whom to call are plain HTML."""
    offer = current_offers(built.root)[0]
    with visit(browser, home, script=False) as looking:
        looking.open("aanbod/")
        looking.page.get_by_role("link", name=in_dutch(offer["name"])).first.click()
        assert looking.page.locator("h1").inner_text().strip() == in_dutch(offer["name"])
        assert looking.complaints == []


def test_search_finds_an_offer(built: Built, phone: Visit) -> None:
    """Typing a name gives its page; the index is fetched only then."""
    offer = current_offers(built.root)[0]
    fetched: list[str] = []
    phone.page.on("request", lambda request: fetched.append(request.url))
    phone.open("")
    assert [url for url in fetched if "pagefind" in url] == []
    phone.page.locator("[data-open-search]").first.click()
    phone.page.locator("dialog[open] input").fill(in_dutch(offer["name"]))
    result = phone.page.locator(f"dialog[open] a[href*='aanbod/{offer['id']}/']").first
    result.wait_for(timeout=10_000)
    result.click()
    phone.page.wait_for_url(f"**/aanbod/{offer['id']}/**")
    assert (phone.complaints, phone.strangers) == ([], [])


def test_search_finds_a_record_in_french(built_invented: Built, browser: Browser) -> None:
    with (
        served(built_invented.out, urlsplit(site_address(built_invented.root)).path) as home,
        visit(browser, home, locale="fr-BE") as looking,
    ):
        looking.open("fr/")
        looking.page.locator("[data-open-search]").first.click()
        looking.page.locator("dialog[open] input").fill("biscuits")
        looking.page.locator("dialog[open] a[href*='fr/aanbod/koffie-met-koek/']").first.wait_for()


def test_hostile_text_does_nothing(built_invented: Built, browser: Browser) -> None:
    """No dialog, no picture from elsewhere: the text is only shown."""
    with (
        served(built_invented.out, urlsplit(site_address(built_invented.root)).path) as home,
        visit(browser, home) as looking,
    ):
        opened: list[str] = []
        looking.page.on("dialog", lambda dialog: opened.append(dialog.message))
        looking.open("aanbod/vijandige-tekst/")
        assert '<script>alert("x")</script>' in looking.page.locator("h1").inner_text()
        looking.open("aanbod/")
        assert (opened, looking.complaints, looking.strangers) == ([], [], [])


def test_a_click_on_the_offer_list_keeps_its_place(built: Built, phone: Visit) -> None:
    """Going back from an offer gives the list again, as it was."""
    phone.open("aanbod/")
    offer = current_offers(built.root)[0]
    phone.page.locator(f"main a[href*='{offer['id']}/']").first.click()
    phone.page.wait_for_url(f"**/{offer['id']}/**")
    phone.page.go_back()
    phone.page.wait_for_url("**/aanbod/**")
    assert phone.complaints == []


def test_a_leap_within_the_offer_list_lands_at_its_heading(built_real: Built, browser: Browser) -> None:
    """What is far below is laid out only when it comes near, and may be higher than was thought."""
    with served(built_real.out) as home, visit(browser, home) as looking:
        looking.open("aanbod/")
        for leap in looking.page.locator(".chips a[href^='#']").all():
            heading = looking.page.locator(leap.get_attribute("href") or "")
            looking.page.evaluate("scrollTo(0, 0)")
            leap.click()
            looking.page.wait_for_timeout(100)
            box = heading.bounding_box()
            assert box
            assert 0 < box["y"] < 200
