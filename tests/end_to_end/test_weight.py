"""A cheap phone and little data: what a visit may cost, measured at the server."""

import pytest
from playwright.sync_api import Browser

from tests.bench.weight import first_visit, weigh
from tests.tools.browser import served, visit
from tests.tools.builds import TODAY, Built
from tests.tools.records import current_offers, social_map

MOST_FIRST, MOST_AGAIN, MOST_MAP, MOST_COPY = 100_000, 15_000, 150_000, 400_000


def test_an_offer_costs_little_and_then_hardly_anything(built_real: Built, browser: Browser) -> None:
    """The page, and once, when the phone is at rest, the copy of all pages."""
    one, other = (f"aanbod/{offer['id']}/" for offer in current_offers(built_real.root)[:2])
    weight = weigh(browser, built_real.out, one, other)
    assert weight.first.size < MOST_FIRST
    assert weight.again.size < MOST_AGAIN
    assert weight.copy.size < MOST_COPY


def test_home_list_organisation_and_finder_are_light_too(built_real: Built, browser: Browser) -> None:
    organisation = social_map(built_real.root)["organisations"][0]["id"]
    for address in ("", "aanbod/", f"sociale-kaart/{organisation}/", "wegwijzer/"):
        assert first_visit(browser, built_real.out, address).size < MOST_FIRST, address


@pytest.mark.parametrize("language", ["ar", "uk"])
def test_an_offer_is_light_although_it_has_two_scripts(
    built_real: Built, browser: Browser, language: str
) -> None:
    one, other = (f"{language}/aanbod/{offer['id']}/" for offer in current_offers(built_real.root)[:2])
    weight = weigh(browser, built_real.out, one, other)
    assert weight.first.size < MOST_FIRST
    assert weight.again.size < MOST_AGAIN


def test_the_map_is_light_enough(built_real: Built, browser: Browser) -> None:
    assert first_visit(browser, built_real.out, "kaart/").size < MOST_MAP


_SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_shifts_while_a_page_loads(built_real: Built, browser: Browser, width: int) -> None:
    """What a script fills in has its place already, and a font that comes late moves no text."""
    shifts = {}
    size = {"width": width, "height": 800}
    with served(built_real.out) as home, visit(browser, home, viewport=size) as looking:
        looking.page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
        for address in ("", "aanbod/", "aanbod/?dag=vrijdag", "agenda/", "kaart/", "zoeken/", "mijn-lijst/"):
            looking.open(address)
            shifts[address] = looking.page.evaluate(_SHIFT)
    assert max(shifts.values()) < 0.01, shifts


def test_the_home_page_hardly_shifts_when_it_is_put_right(built_real: Built, browser: Browser) -> None:
    """On a day after the build the week is another one: below what a person notices."""
    with (
        served(built_real.out) as home,
        visit(browser, home, viewport={"width": 360, "height": 800}) as looking,
    ):
        looking.page.clock.set_fixed_time("2026-12-21T10:00:00+01:00")
        looking.open("")
        assert looking.page.evaluate(_SHIFT) < 0.05
