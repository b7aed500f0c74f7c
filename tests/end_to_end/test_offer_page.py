"""The page of an offer, on the day of the build and later: dates, messages, signing up, reading aloud."""

import io
import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from tests.tools.browser import Visit, served, visit, wait_until
from tests.tools.builds import TODAY, Built, site_address
from tests.tools.voices import VOICES

COFFEE = "aanbod/koffie-met-koek/"


@pytest.fixture(scope="module")
def home(built_invented: Built) -> Iterator[str]:
    with served(built_invented.out, urlsplit(site_address(built_invented.root)).path) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    with visit(browser, home) as looking:
        yield looking
        assert (looking.complaints, looking.strangers) == ([], [])


def dates(phone: Visit) -> list[str]:
    lines = phone.page.locator("[data-dates] > li:visible:not(.is-cancelled)")
    return [str(line.get_attribute("data-date")) for line in lines.all()]


def test_dates_and_messages_that_are_over_make_room(phone: Visit) -> None:
    phone.page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    phone.open(COFFEE)
    assert dates(phone) == ["2026-12-04", "2026-12-11", "2026-12-18", "2027-01-08"]
    cancelled = phone.page.locator("[data-date='2026-11-27']")
    expect(cancelled).to_contain_text("deze keer niet: de koekjes zijn op")
    gap = phone.page.locator("[data-date='2027-01-08'] .gap")
    expect(gap).to_contain_text("tot en met vrijdag 1 januari: Kerstvakantie")
    message = phone.page.locator("[data-last-day]")
    expect(message).to_contain_text("Van vrijdag 20 november tot en met dinsdag 1 december")
    phone.page.clock.set_fixed_time("2026-12-12T10:00:00+01:00")
    phone.reload()
    assert dates(phone) == ["2026-12-18", "2027-01-08", "2027-01-15", "2027-01-22"]
    expect(cancelled).to_be_hidden()
    expect(gap).to_be_visible()
    expect(message).to_be_hidden()


def test_the_policy_lets_a_page_say_to_programs_what_it_is_about(phone: Visit) -> None:
    """A block of data is not run; nothing complains."""
    phone.open(COFFEE)
    said = phone.page.locator("script[type='application/ld+json']").text_content() or ""
    assert json.loads(said)["name"] == "Koffie met koek"


def test_a_short_offer_prints_on_one_sheet(phone: Visit) -> None:
    """Neither the last lines nor their margin take a sheet of their own."""
    phone.open("aanbod/bijna-niets-bekend/")
    (sheet,) = PdfReader(io.BytesIO(phone.page.pdf(format="A4"))).pages
    assert "ontwerp van" in sheet.extract_text()


def test_signing_up_is_one_tap(phone: Visit) -> None:
    phone.open("aanbod/op-afspraak/")
    answer = phone.page.locator(".answer", has_text="Inschrijven").first
    expect(answer).to_contain_text("Bel Zita.")
    expect(answer.locator("a[href='tel:+32499000002']")).to_be_visible()
    mail = urlsplit(str(answer.locator("a[href^='mailto:']").get_attribute("href")))
    assert (mail.path, parse_qs(mail.query)["subject"]) == (
        "zita@verzonnen.example",
        ["Inschrijven: Papieren op afspraak"],
    )


def read_aloud(looking: Visit, address: str) -> list[str]:
    """What is said after a tap: "nl-BE Goeiedag."."""
    looking.open(address)
    looking.page.locator("[data-tap=speak]").click()
    wait_until(looking.page, "() => window.spoken.length > 0")
    spoken: list[str] = looking.page.evaluate("window.spoken")
    return spoken


def test_an_arabic_page_is_read_by_an_arabic_voice_and_dutch_names_by_a_dutch_one(
    built_real: Built, browser: Browser
) -> None:
    with (
        served(built_real.out, urlsplit(site_address(built_real.root)).path) as home,
        visit(browser, home, locale="ar") as looking,
    ):
        looking.page.add_init_script(VOICES)
        soup = read_aloud(looking, "ar/aanbod/soep-met-babbels/")
        jobs = read_aloud(looking, "ar/sociale-kaart/vdab/")
        assert looking.complaints == []
    assert "nl-BE SAAMO West-Vlaanderen" in soup, "a name that nobody translated"
    assert {line.split()[0] for line in (*soup, *jobs)} == {"ar-SA", "nl-BE"}
    number = next(line for line in jobs if "0 8 0 0, 3 0, 7 0 0" in line)
    assert number.startswith("ar-SA ")


def test_plain_words_are_read_and_not_the_whole_text_behind_them(phone: Visit) -> None:
    phone.page.add_init_script(VOICES)
    spoken = read_aloud(phone, COFFEE)
    assert "nl-BE Je eet een koek." in spoken
    assert not any("Elke vrijdag is er koffie" in line for line in spoken)
    assert "nl-BE vrijdag 4 december, 9 uur 30 tot 11 uur 30" in spoken


def test_workers_get_the_flyers_in_the_language_that_they_choose(phone: Visit) -> None:
    """Two languages beside each other; what is not translated leaves the list, and no other list changes."""
    phone.open("werkers/")
    others = "() => [...document.querySelectorAll('.flyers:not([data-flyers]) a')].map(link => link.href)"
    unchanged = phone.page.evaluate(others)
    assert unchanged, "there are sign-up sheets and partners' flyers too"
    flyers = phone.page.locator("[data-flyers] a:visible")
    before = flyers.count()
    phone.page.get_by_label("In welke taal?").select_option("Nederlands + Français")
    expect(phone.page.locator("[data-flyers-shown]")).to_contain_text(f"{flyers.count()}")
    assert 0 < flyers.count() < before
    hrefs = [str(link.get_attribute("href")) for link in flyers.all()]
    assert all(href.endswith(".nl-fr.pdf") for href in hrefs)
    assert phone.page.evaluate(others) == unchanged
    assert phone.page.request.get(hrefs[0]).ok
