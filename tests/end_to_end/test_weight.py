"""A cheap phone and little data: what a visit may cost, measured at the server."""

from playwright.sync_api import Browser

from tests.bench.weight import weigh
from tests.tools.builds import Built
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
        weight = weigh(browser, built_real.out, address, address)
        assert weight.first.size < MOST_FIRST, address


def test_the_map_is_light_enough(built_real: Built, browser: Browser) -> None:
    assert weigh(browser, built_real.out, "kaart/", "kaart/").first.size < MOST_MAP
