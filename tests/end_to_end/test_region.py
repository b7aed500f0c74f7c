"""The website of a region, played on a small phone: one visit for the list, one without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.region import build_region
from tests.sharing.regions import write_region
from tests.tools.browser import PHONE, served, visit


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root: Path = tmp_path_factory.mktemp("streek")
    write_region(root, 12, 4)
    build_region(root, root / "site")
    with served(root / "site", "/") as address:
        yield address


def test_everybody_finds_what_there_is_in_the_region(browser: Browser, home: str) -> None:
    with visit(browser, home, viewport=PHONE) as phone:
        phone.open("")
        page = phone.page
        page.locator("[data-open-search]").click()
        page.locator("#search-field").fill("nummer-0 wijk 3")
        expect(page.locator("#search .hit").first).to_have_attribute(
            "href", "https://wijk3.example/aanbod/aanbod-0/"
        )
        page.locator("[data-close-search]").click()
        page.locator("main a.tile", has_text="Wijk 2").click()
        expect(page.locator(".card")).not_to_have_count(0)
        page.locator("[data-opener] button").click()
        page.locator("label.choice:visible").first.click()
        page.locator("[data-show]").click()
        assert set(page.locator("[data-sure] .card-facts li:first-child").all_inner_texts()) == {"Wijk 2"}
        phone.open("ar/kaart/")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        marks = page.locator(".map-pin:visible")
        before = marks.count()
        page.locator(".map-pin:visible", has=page.locator(".region-several")).first.click()
        expect(page.locator("[data-zoom=out]")).to_be_enabled()
        page.locator(".map").press("+")
        page.locator(".map").press("+")
        expect(page.locator("a.map-pin:visible .region-pin")).not_to_have_count(0)
        page.locator("[data-zoom=whole]").click()
        expect(marks).to_have_count(before)
        assert (phone.complaints, phone.strangers) == ([], [])
    with visit(browser, home, viewport=PHONE, script=False) as plain:
        plain.open("buurten/wijk-1/")
        expect(plain.page.locator(".card")).not_to_have_count(0)
        plain.open("zoeken/")
        expect(plain.page.locator("main .tile")).not_to_have_count(0)
