"""The social map on a small phone: whom to turn to, what to bring, and whether it is open now."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.tools.browser import PHONE, Visit, served, visit
from tests.tools.builds import Built, site_address
from tests.tools.finding import ALL, PERHAPS, SURE, choose, names, wrong_counts

LIST = "sociale-kaart/"
HOUSE, NAMES, DREAMS = "verzinselhuis-vzw", "een-naam-waar-geen-einde-aan-komt", "afdeling-dromen"
HAVEN, NEVER = "veilige-haven", "nooit-nagekeken"
EVERYONE = {HOUSE, NAMES, DREAMS, HAVEN, NEVER}
MONDAY = "2026-11-23T10:00+01:00"

MOMENTS = [
    (HOUSE, MONDAY, "Nu open, tot 12.30 uur"),
    (HOUSE, "2026-11-23T12:30+01:00", "Nu gesloten, open om 13.30 uur"),
    (HOUSE, "2026-11-23T16:00+01:00", "Nu gesloten, open morgen om 9 uur"),
    (HOUSE, "2026-11-24T13:00+01:00", "Nu gesloten, open op vrijdag om 13 uur"),
    # Special hours, and then the winter closing of its place.
    (HOUSE, "2026-12-18T11:00+01:00", "Nu open, tot 12 uur\nkoekjesfeest"),
    (HOUSE, "2026-12-18T14:00+01:00", "Nu gesloten, open op maandag 4 januari om 9 uur\nkoekjesfeest"),
    (HOUSE, "2026-12-29T10:00+01:00", "Nu gesloten, open op maandag om 9 uur\nwintersluiting"),
    # Public holidays, in summer time; others go on then, but not in school holidays.
    (HOUSE, "2027-03-29T10:00+02:00", "Nu gesloten, open morgen om 9 uur\nPaasmaandag"),
    (NAMES, "2027-05-01T11:00+02:00", "Nu open, tot 12 uur"),
    (NAMES, "2027-03-31T15:00+02:00", "Nu gesloten, open op zaterdag om 10 uur\nPaasvakantie"),
    # A check that ran out, and a day of which nothing is known.
    (HOUSE, "2027-10-01T13:00+02:00", "Nu open, tot 16.30 uur"),
    (HOUSE, "2027-10-04T10:00+02:00", "Volgens wat we weten: nu open, tot 12.30 uur"),
    (DREAMS, MONDAY, "Volgens wat we weten: nu open, tot 17 uur"),
    (HOUSE, "2028-06-05T10:00+02:00", "Nu open? Vraag het eerst na."),
]


@pytest.fixture(scope="module")
def home(built_invented: Built) -> Iterator[str]:
    with served(built_invented.out, urlsplit(site_address(built_invented.root)).path) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    with visit(browser, home, viewport=PHONE) as looking:
        yield looking
        assert (looking.complaints, looking.strangers) == ([], [])


def state(page: Page, name: str) -> str:
    line = page.locator(f".opening [data-opening='s:{name}'], .card [data-opening='s:{name}']")
    expect(line).not_to_be_empty()
    return line.inner_text()


def test_open_or_closed_at_any_moment(phone: Visit) -> None:
    """Without a new build, from the hours in the page alone."""
    said = []
    for name, moment, _ in MOMENTS:
        phone.page.clock.set_fixed_time(moment)
        phone.open(f"{LIST}{name}/")
        said.append((name, moment, state(phone.page, name)))
    assert said == MOMENTS


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
def test_the_clock_is_that_of_belgium(browser: Browser, home: str, zone: str) -> None:
    with visit(browser, home, timezone_id=zone) as looking:
        looking.page.clock.set_fixed_time(MONDAY)
        looking.open(LIST)
        assert state(looking.page, HOUSE) == "Nu open, tot 12.30 uur"
        assert state(looking.page, NAMES) == "Nu gesloten, open op woensdag om 14 uur"


def test_the_page_follows_the_clock(phone: Visit) -> None:
    """It marks today's line, hides what is over, and changes while somebody looks."""
    phone.page.clock.install(time="2026-12-21T12:29:50+01:00")
    phone.open(f"fr/{LIST}{HOUSE}/")
    assert state(phone.page, HOUSE) == "Fermé maintenant, ouvre lundi 4 janvier à 9h\nfermeture d'hiver"
    coming = phone.page.locator(".opening > ul > li")
    expect(coming).to_have_count(2)
    expect(coming.first).to_be_hidden()
    expect(coming.nth(1)).to_be_visible()
    expect(phone.page.locator(".week-hours .is-today dt")).to_have_text("lundi")
    phone.page.clock.set_fixed_time("2027-01-04T09:00:00+01:00")
    phone.page.clock.run_for(60_000)
    assert state(phone.page, HOUSE) == "Ouvert maintenant, jusqu’à 12h30"


def test_facets_combine_and_stay_in_the_address(phone: Visit) -> None:
    """Who asks for what somebody lacks is left out; who says nothing of it stands apart."""
    phone.page.clock.set_fixed_time(MONDAY)
    phone.open(LIST)
    assert set(names(phone.page, ALL)) == EVERYONE
    choose(phone.page, "identiteitskaart")
    assert (set(names(phone.page, SURE)), names(phone.page, PERHAPS)) == ({HAVEN, NAMES}, [NEVER])
    expect(phone.page.get_by_role("status").filter(has_text="Gevonden: 2")).to_be_visible()
    expect(phone.page.locator(".chosen button")).to_have_text("geen identiteitskaart")
    choose(phone.page, "wonen")
    assert (names(phone.page, SURE), names(phone.page, PERHAPS)) == ([HAVEN], [NEVER])
    asked = {"thema": ["wonen"], "papieren": ["identiteitskaart"]}
    assert parse_qs(urlsplit(phone.page.url).query) == asked
    phone.reload()
    assert names(phone.page, SURE) == [HAVEN]
    # Two papers that somebody lacks: neither may be asked for.
    phone.open(f"{LIST}?papieren=identiteitskaart,brief")
    assert set(names(phone.page, SURE)) == {HAVEN, NAMES}
    phone.open(f"{LIST}?papieren=bewijs-van-inkomen")
    assert set(names(phone.page, SURE)) == {HAVEN, NAMES, HOUSE}
    assert wrong_counts(phone.page, "papieren") == []


def test_open_now_is_a_facet(phone: Visit) -> None:
    """What is closed for sure is left out; overdue and unknown hours stand apart."""
    phone.page.clock.set_fixed_time(MONDAY)
    phone.open(LIST)
    count = phone.page.locator("#facets label:has([value=open]) [data-count]")
    assert count.text_content() == "1"
    choose(phone.page, "open")
    assert names(phone.page, SURE) == [HOUSE]
    assert set(names(phone.page, PERHAPS)) == {DREAMS, HAVEN, NEVER}
    assert "nu=open" in phone.page.url
    phone.page.clock.set_fixed_time("2026-11-25T15:00+01:00")
    phone.reload()
    assert names(phone.page, SURE) == [NAMES]


def test_the_list_is_sorted_by_name_and_by_distance(browser: Browser, home: str) -> None:
    here = {"latitude": 51.4031, "longitude": 2.8112}
    with visit(browser, home, geolocation=here, permissions=["geolocation"]) as looking:
        looking.open(LIST)
        order = looking.page.locator("[data-order]")
        assert order.locator("option").count() == 3, "nothing here has a date"
        order.select_option("naam")
        assert names(looking.page, SURE)[:2] == [DREAMS, HAVEN]
        order.select_option("dichtbij")
        expect(looking.page.locator("[data-remark]").first).to_contain_text("10 m")
        assert names(looking.page, SURE)[0] == NAMES, "it is in the hall where somebody stands"
        assert looking.complaints == []


def test_without_script_the_list_and_the_hours_are_whole(browser: Browser, home: str) -> None:
    with visit(browser, home, script=False) as looking:
        looking.open(LIST)
        assert set(names(looking.page, ALL)) == EVERYONE
        assert looking.page.get_by_role("heading", name="Openbare dienst").is_visible()
        for hidden in (".facets-open", ".found-head", ".open-now"):
            assert not looking.page.locator(hidden).first.is_visible(), hidden
        looking.open(f"{LIST}{HOUSE}/")
        shown = looking.page.locator(".opening").inner_text()
        for said in ("9.00–12.30 uur", "Niet op feestdagen", "Gesloten van 21 december 2026"):
            assert said in shown


def test_contacts_are_large_buttons(phone: Visit) -> None:
    """To call, to write to with WhatsApp, to mail: on the page of an organisation and of an offer."""
    for address in (f"{LIST}{HOUSE}/", "aanbod/koffie-met-koek/", "plaatsen/verzinselhuis/"):
        phone.open(address)
        for start in ("tel:+32", "https://wa.me/32499", "mailto:"):
            button = phone.page.locator(f".contact-buttons a[href^='{start}']").first
            box = button.bounding_box()
            assert box, (address, start)
            assert min(box["width"], box["height"]) >= 44
            assert box["x"] + box["width"] <= PHONE["width"]


@pytest.mark.parametrize("address", [LIST, f"{LIST}{HOUSE}/", f"{LIST}{NAMES}/", "plaatsen/verzinselhuis/"])
def test_nothing_jumps_when_the_hours_are_filled_in(phone: Visit, address: str) -> None:
    phone.page.add_init_script(
        """window.shift = 0; new PerformanceObserver(list => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({type: "layout-shift", buffered: true});"""
    )
    phone.page.clock.set_fixed_time("2026-12-18T14:00+01:00")
    phone.open(address)
    assert phone.page.evaluate("window.shift") < 0.05
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
