"""What people come for, in their own words, played on a phone of 360 pixels.

Each job is done the way a person does it: by what stands on the screen, not by the names in the code.
Where the site promises to work without script or without a connection, the job is done so.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import recurring_ical_events
import zxingcpp
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.end_to_end.test_offline import wait_for_copy
from tests.tools.browser import Visit, served, visit
from tests.tools.builds import Built, site_address
from tests.tools.pdf import QR_CODE, Sheet

expect.set_options(timeout=15_000)  # a busy machine is no mistake
PHONE = {"width": 360, "height": 740}
FRIDAY = "2026-11-27T08:00:00"
Play = Callable[..., AbstractContextManager[Visit]]


def _served(built: Built) -> AbstractContextManager[str]:
    return served(built.out, urlsplit(site_address(built.root)).path)


@pytest.fixture(scope="module")
def harelbeke(built_real: Built, browser: Browser) -> Iterator[Play]:
    """A visit to the real guide; options are Playwright's, `script=False` switches script off."""
    with _served(built_real) as home:
        yield lambda **options: visit(browser, home, viewport=PHONE, **options)


@pytest.fixture(scope="module")
def voorbeeldwijk(built_invented: Built, browser: Browser) -> Iterator[Play]:
    """A visit to the invented guide, where prices, hours and numbers are known."""
    with _served(built_invented) as home:
        yield lambda **options: visit(browser, home, viewport=PHONE, **options)


def tap(page: Page, name: str, role: Any = "link") -> None:
    """Taps what is called so in the page itself, as a finger does."""
    page.locator("main").get_by_role(role, name=name).first.tap()
    page.wait_for_load_state()


def answer(page: Page, question: str) -> str:
    """The answer beside a question of an offer: "Wanneer?" -> "Elke vrijdag van 9.30 tot 11.30 uur"."""
    return page.locator(".answer", has=page.get_by_text(question, exact=True)).locator("dd").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_what_is_there_today(harelbeke: Play, script: bool) -> None:
    """ "Wat is er vandaag te doen?" Without script the page knows the week in which it was made."""
    with harelbeke(script=script) as phone:
        phone.page.clock.set_fixed_time(FRIDAY)
        phone.open("")
        if script:
            expect(phone.page.locator("main").get_by_text("Vandaag, vrijdag 27 november")).to_be_visible()
        tap(phone.page, "Soep met babbels")
        assert "vrijdag van 9.30 tot 11.30 uur" in answer(phone.page, "Wanneer?")
        assert "Gentsestraat 9" in answer(phone.page, "Waar?")
        expect(phone.page.get_by_text("Niet bevestigd sinds 19 december 2022").first).to_be_visible()


def test_something_free_on_friday(voorbeeldwijk: Play) -> None:
    """ "Iets gratis op vrijdag in de buurt." """
    with voorbeeldwijk() as phone:
        phone.open("")
        tap(phone.page, "Wat kan ik hier doen?")
        phone.page.get_by_role("button", name="Kies: dag, thema...").tap()
        sheet = phone.page.locator("#facets")
        sheet.get_by_role("checkbox", name="vrijdag").tap()
        sheet.get_by_role("checkbox", name="gratis").tap()
        sheet.get_by_role("button", name="Toon").tap()
        expect(phone.page.get_by_role("status").filter(has_text="Gevonden: 1")).to_be_visible()
        tap(phone.page, "Koffie met koek")
        assert "Gratis" in answer(phone.page, "Wat kost het?")
        expect(phone.page.locator("main a[href^='tel:']").first).to_be_visible()


def test_something_on_friday_without_script(harelbeke: Play) -> None:
    """The same wish on an old phone: a page for each day."""
    with harelbeke(script=False) as phone:
        phone.open("per-dag/")
        tap(phone.page, "vrijdag")
        tap(phone.page, "Soep met babbels")
        assert "GS9" in answer(phone.page, "Waar?")


def test_help_with_a_bill_in_arabic(harelbeke: Play) -> None:
    """ "Hulp bij een factuur, in het Arabisch": from a Dutch page, by the names of the languages alone."""
    with harelbeke(script=False) as phone:
        phone.open("wegwijzer/")
        phone.page.locator(".top [popovertarget=languages]").tap()
        phone.page.get_by_role("link", name="العربية").tap()
        phone.page.wait_for_url("**/ar/wegwijzer/")
        assert phone.page.locator("html").get_attribute("dir") == "rtl"
        tap(phone.page, "رسالة أو فاتورة")
        expect(phone.page.locator("main").get_by_text("GS9").first).to_be_visible()
        assert "Gentsestraat 9" in phone.page.locator("main").inner_text()


@pytest.mark.parametrize(("words", "found"), [("naaien", "Naaiatelier"), ("nederlans leren", "Praattafel")])
def test_where_can_i(harelbeke: Play, words: str, found: str) -> None:
    """ "Waar kan ik naaien?" and, with a typing error, "Waar kan ik Nederlands leren?" """
    with harelbeke() as phone:
        phone.open("")
        phone.page.locator(".top").get_by_role("link", name="Zoeken").tap()
        phone.page.get_by_role("searchbox").fill(words)
        phone.page.get_by_role("dialog").get_by_role("link", name=found).first.tap()
        expect(phone.page.get_by_role("heading", level=1)).to_contain_text(found)
        assert answer(phone.page, "Aan wie kan ik iets vragen?").strip()


def test_print_my_list(voorbeeldwijk: Play, tmp_path: Path) -> None:
    """ "Mijn lijst afdrukken": two hearts, one sheet, a code with each."""
    with voorbeeldwijk() as phone:
        for name in ("Koffie met koek", "Wandelen op vaste data"):
            phone.open("aanbod/")
            tap(phone.page, name)
            phone.page.locator(".actions").get_by_role("button", name="Bewaar").tap()
        phone.page.locator(".top").get_by_role("link", name="Mijn lijst").tap()
        expect(phone.page.locator(".kept-item")).to_have_count(2)
        phone.page.evaluate("window.print = () => {}")
        tap(phone.page, "Druk af op A4", "button")
        phone.page.emulate_media(media="print")
        phone.page.pdf(path=tmp_path / "list.pdf", prefer_css_page_size=True)
    paper = Sheet(tmp_path / "list.pdf")
    assert "Koffie met koek" in paper.text
    assert len(paper.codes()) == 2


def test_send_it_to_my_sister(voorbeeldwijk: Play) -> None:
    """ "Ik stuur dit door": the message holds the name and the address, and opens in WhatsApp."""
    with voorbeeldwijk(script=False) as phone:
        phone.open("aanbod/koffie-met-koek/")
        link = (
            phone.page.locator("main")
            .get_by_role("link", name="WhatsApp", exact=True)
            .first.get_attribute("href")
        )
        assert link
        assert link.startswith("https://wa.me/?text=Koffie%20met%20koek")
        assert "aanbod%2Fkoffie-met-koek%2F" in link or "aanbod/koffie-met-koek/" in link


def test_put_it_in_my_calendar(voorbeeldwijk: Play) -> None:
    """ "Zet het in mijn agenda": with what is cancelled marked so."""
    with voorbeeldwijk(script=False) as phone:
        phone.open("aanbod/koffie-met-koek/")
        with phone.page.expect_download() as download:
            phone.page.get_by_role("link", name="In mijn agenda").tap()
        calendar = Calendar.from_ical(download.value.path().read_bytes())
        events = recurring_ical_events.of(calendar).between(date(2026, 11, 23), date(2026, 12, 7))
        states = {str(event.decoded("dtstart"))[:10]: str(event["status"]) for event in events}
        assert states["2026-11-27"] == "CANCELLED"
        assert states["2026-12-04"] == "CONFIRMED"


def test_whom_to_call_at_night(harelbeke: Play) -> None:
    """ "Ik voel me niet veilig": without script, a number that the phone can call."""
    with harelbeke(script=False) as phone:
        phone.open("sociale-kaart/")
        tap(phone.page, "Nummers om te bellen")
        expect(phone.page.locator("main a[href='tel:1712']")).to_be_visible()
        expect(phone.page.locator("main a[href='tel:112']")).to_be_visible()


def test_a_wheelchair_gets_in(voorbeeldwijk: Play) -> None:
    """ "Kan ik er binnen met mijn rolstoel?" """
    with voorbeeldwijk() as phone:
        phone.open("aanbod/?toegang=rolstoel")
        tap(phone.page, "Koffie met koek")
        expect(phone.page.locator("main").get_by_text("rolstoel").first).to_be_visible()


def test_find_it_without_internet(built_real: Built, browser: Browser) -> None:
    """ "Ik heb geen internet op straat": looked up at home, found again on the way, map included."""
    with ExitStack() as connection:
        home = connection.enter_context(served(built_real.out))
        with visit(browser, home, viewport=PHONE, service_workers="allow") as phone:
            phone.open("")
            wait_for_copy(phone.page)
            connection.close()
            phone.page.goto(home + "aanbod/")
            tap(phone.page, "Soep met babbels")
            assert "Gentsestraat 9" in answer(phone.page, "Waar?")
            phone.page.locator("main a.cutout").first.tap()
            expect(phone.page.locator(".map svg .map-pin").first).to_be_visible()


def test_new_in_the_neighbourhood(harelbeke: Play, built_real: Built) -> None:
    """ "Ik ben hier nieuw": the welcome page, and the brochure to take along."""
    with harelbeke(script=False) as phone:
        phone.open("")
        tap(phone.page, "Nieuw hier?")
        expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Welkom")
        phone.open("")
        brochure = phone.page.locator("main a[href$='onthaalbrochure.pdf']").first.get_attribute("href")
        assert brochure
        assert (built_real.out / brochure).read_bytes().startswith(b"%PDF")


def test_a_worker_hands_the_page_over(harelbeke: Play) -> None:
    """ "Scan dit met je gsm": the code on the worker's screen is large, and opens this very offer."""
    with harelbeke(device_scale_factor=2) as phone:
        phone.open("aanbod/naaiatelier/")
        phone.page.locator("main").get_by_text("QR-code").first.tap()
        phone.page.locator(".large-code[open] svg").wait_for()
        picture = Image.open(io.BytesIO(phone.page.screenshot()))
        (code,) = zxingcpp.read_barcodes(picture, formats=QR_CODE)
        assert code.text.startswith("HTTPS://STEKWIJZER.EXAMPLE/Q/")
        phone.open(urlsplit(code.text).path.removeprefix("/"))
        expect(phone.page.locator("body")).to_contain_text("Naaiatelier")
