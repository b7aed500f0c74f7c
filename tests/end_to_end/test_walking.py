"""On foot with a phone: the map, what is near, and the walk past places."""

import json
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

import pytest
import shapely
from playwright.sync_api import Browser
from shapely.geometry import shape

from generator.model.geo import metres_per_degree
from tests.tools.browser import Visit, served, visit
from tests.tools.builds import Built
from tests.tools.gpx import read_gpx
from tests.tools.records import current_offers

CALM: dict[str, Any] = {"reduced_motion": "reduce"}
"""The map then goes at once where it is asked to."""


@pytest.fixture(scope="module")
def home(built_real: Built) -> Iterator[str]:
    with served(built_real.out) as address:
        yield address


def walk_of(built: Built) -> str:
    return str(next(offer["id"] for offer in current_offers(built.root) if "route" in offer))


def test_the_file_of_the_walk_is_valid_and_lies_on_real_streets(built: Built) -> None:
    files = sorted(built.out.rglob("*.gpx"))
    assert files
    text = (built.root / "content" / "map" / "streets.geojson").read_text(encoding="utf-8")
    lines = [shape(street["geometry"]) for street in json.loads(text)["features"]]
    east, north = metres_per_degree(lines[0].centroid.y)
    streets = shapely.transform(lines, lambda points: points * (east, north))
    paved = shapely.union_all(shapely.buffer(streets, 1))
    for file in files:
        gpx = read_gpx(file.read_bytes())
        for segment in gpx.segments:
            way = shapely.LineString([(lon * east, lat * north) for lat, lon in segment])
            assert paved.covers(way), file
        for one, other in pairwise(gpx.segments):
            assert one[-1] == other[0], file


def test_the_walk_can_be_read_without_script(built_real: Built, browser: Browser, home: str) -> None:
    walk = walk_of(built_real)
    with visit(browser, home, script=False) as looking:
        looking.open(f"aanbod/{walk}/")
        section = looking.page.locator("section.walk")
        assert "Dit is een voorstel" in section.inner_text()
        assert re.search(r"\d,\d kilometer", section.inner_text().replace("\N{NO-BREAK SPACE}", " "))
        assert "Gentsestraat" in section.locator(".leg").first.inner_text()
        assert section.locator("svg .map-track").count() == 1
        stops = section.locator(".stop .pin").all_inner_texts()
        assert set(stops) == set(
            section.locator("svg .map-pin").evaluate_all("all => all.map(p => p.dataset.number)")
        )
        assert section.locator("a[href='route.gpx']").count() == 1
        assert looking.complaints == []


def test_a_place_opens_on_the_map_of_the_phone_and_its_address_can_be_copied(
    browser: Browser, home: str
) -> None:
    with visit(browser, home, permissions=["clipboard-read", "clipboard-write"]) as phone:
        phone.open("plaatsen/gs9/")
        assert str(phone.page.get_by_role("link", name="Open in een kaart-app").get_attribute("href")) == (
            "geo:50.858143,3.313941?q=50.858143,3.313941(GS9)"
        )
        phone.page.get_by_role("button", name="Kopieer het adres").click()
        phone.page.get_by_text("Gekopieerd: Gentsestraat 9, Harelbeke").wait_for()
        assert phone.page.evaluate("navigator.clipboard.readText()") == "Gentsestraat 9, Harelbeke"
        assert phone.complaints == []


def seen(phone: Visit) -> list[float]:
    """Left, top, width and height of what the window shows of the map."""
    return [float(part) for part in str(phone.page.locator(".map svg").get_attribute("viewBox")).split()]


_BADGES = """pins => pins.flatMap(pin => [...pin.querySelectorAll(".map-pin-badge")])
  .map(badge => badge.getBoundingClientRect()).filter(box => box.width)
  .map(({ x, y, width }) => ({ x, y, width }))"""
"""Where the badges are that can be seen."""


@pytest.mark.parametrize("width", [360, 1280])
def test_no_pin_covers_another_at_any_zoom(browser: Browser, home: str, width: int) -> None:
    with visit(browser, home, **CALM, viewport={"width": width, "height": 740}) as phone:
        phone.open("kaart/")
        window = phone.page.locator(".map").bounding_box()
        assert window
        for step in ("", "whole", "in", "in", "in", "in"):
            if step:
                phone.page.locator(f"[data-zoom={step}]").click()
            found = phone.page.locator(".map-pin").evaluate_all(_BADGES)
            assert len(found) == 11
            if not step:
                for box in found:
                    assert window["x"] <= box["x"] <= window["x"] + window["width"] - box["width"]
                    assert window["y"] <= box["y"] <= window["y"] + window["height"] - box["width"]
            for one, other in combinations(found, 2):
                apart = ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** 0.5
                assert apart >= (one["width"] + other["width"]) / 2 - 0.5, step


def test_the_map_with_keys_and_taps(browser: Browser, home: str) -> None:
    with visit(browser, home, **CALM) as phone:
        phone.open("kaart/")
        page = phone.page
        page.locator(".map").focus()
        first = seen(phone)
        page.keyboard.press("+")
        closer = seen(phone)
        assert closer[2] < first[2] * 0.8
        page.keyboard.press("ArrowRight")
        assert seen(phone)[0] > closer[0]
        page.keyboard.press("-")
        page.keyboard.press("-")
        assert seen(phone)[2] > first[2]
        page.keyboard.press("0")
        assert seen(phone) == pytest.approx(first, abs=0.5)
        # Past the licence the Tab key walks from pin to pin; Enter shows what is there, Escape goes back.
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.number") == "1"
        page.keyboard.press("Enter")
        card = page.locator(".map-card")
        card.wait_for()
        assert "Soep met babbels" in card.inner_text()
        assert page.locator("#gs9.is-chosen").count() == 1
        page.keyboard.press("Escape")
        assert not card.is_visible()
        assert page.evaluate("document.activeElement.dataset.number") == "1"
        # From the list to the pin, and from the card to the offer.
        page.locator("#bibliotheek .pin").click()
        card.wait_for()
        assert page.locator(".map-pin.is-chosen").get_attribute("data-number") == "4"
        phone.open("kaart/")
        page.locator(".map-pin[data-number='1']").click()
        card.get_by_role("link", name="Digipunt").click()
        page.wait_for_url("**/aanbod/digipunt/")
        phone.open("kaart/#gs9")
        card.wait_for()
        assert card.locator("strong").inner_text() == "GS9"
        page.locator("#map-filter").select_option("gezondheid")
        assert page.locator(".map-list > li:visible").count() == page.locator(".map-pin:visible").count() < 11
        assert phone.complaints == []


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_each_pin_that_tab_comes_to_is_in_the_window(browser: Browser, home: str, motion: Any) -> None:
    """Also those that lay outside the map, so that the browser scrolled the page to where they were."""
    with visit(browser, home, reduced_motion=motion) as phone:
        phone.open("kaart/")
        for _ in range(3):
            phone.page.locator("[data-zoom=in]").click()
        phone.page.locator(".map").focus()
        for pin in phone.page.locator(".map .map-pin").all():
            while pin.evaluate("e => e !== document.activeElement"):
                phone.page.keyboard.press("Tab")
            phone.page.wait_for_function(_IN_SIGHT)
        assert phone.complaints == []


_IN_SIGHT = """() => {
  const pin = document.activeElement, box = pin.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return pin.contains(at);
}"""


def test_who_presses_again_while_the_map_moves_comes_as_close(browser: Browser, home: str) -> None:
    width = "document.querySelector('.map svg').viewBox.baseVal.width"
    twice = "for (let press = 0; press < 2; press += 1) document.querySelector('[data-zoom=in]').click()"
    with visit(browser, home, **CALM) as phone:
        phone.open("kaart/")
        phone.page.evaluate(twice)
        close = phone.page.evaluate(width)
    with visit(browser, home, reduced_motion="no-preference") as phone:
        phone.open("kaart/")
        phone.page.evaluate(twice)
        phone.page.wait_for_function(f"() => Math.abs({width} / {close} - 1) < 0.001")
        assert phone.complaints == []


def test_near_me_stays_on_the_phone(browser: Browser, home: str) -> None:
    beside_the_park = {"latitude": 50.8561, "longitude": 3.3121}
    with visit(browser, home, **CALM, geolocation=beside_the_park, permissions=["geolocation"]) as phone:
        page = phone.page
        phone.open("kaart/")
        said = page.locator("[role=status][data-map-said]")
        button = page.get_by_role("button", name="Dicht bij mij")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        button.click()
        page.get_by_text("Het dichtst bij jou: Stadspark").wait_for()
        assert page.locator(".map-here").count() == 1
        assert page.locator(".map-list > li").first.get_attribute("id") == "stadspark"
        away = page.locator(".how-far").all_inner_texts()
        metres = [float(re.findall(r"[\d,]+", text)[0].replace(",", ".")) for text in away if "meter" in text]
        metres = [m * 1000 if "kilo" in text else m for m, text in zip(metres, away, strict=True)]
        assert metres == sorted(metres)
        assert len(metres) == page.locator(".map-list > li").count()
        assert all("50.85" not in url and url.startswith(home) for url in asked)
        page.context.set_geolocation({"latitude": 51.05, "longitude": 3.72})
        page.evaluate(
            "() => new Promise(done => navigator.geolocation.getCurrentPosition(done, done, {maximumAge: 0}))"
        )
        button.click()
        page.get_by_text("Je bent niet op deze kaart").wait_for()
        assert page.locator(".map-here").count() == 0
        page.context.clear_permissions()
        button.click()
        page.get_by_text("Je telefoon zegt niet waar je bent").wait_for()
        assert said.count() == 1
        assert phone.complaints == []
