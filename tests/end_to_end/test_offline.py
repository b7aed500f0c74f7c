"""The copy on the phone: complete without a connection, honest about its age, never in the way."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.tools.browser import Visit, served, visit, wait_until
from tests.tools.builds import Built
from tests.tools.forked import build
from tests.tools.paths import TINY
from tests.tools.records import current_offers, in_dutch, social_map

OFFER, OLD, NEW = "aanbod/soep/", "Je eet soep.", "Je eet verzonnen pap."
_HAS_COPY = """async () => {
  for (const name of await caches.keys())
    for (const {url} of await (await caches.open(name)).keys()) if (url.includes("/data/copy-")) return name;
}"""


def wait_for_copy(page: Page, but: str = "") -> str:
    """Until this phone has a copy, in another cache than `but`; gives the name of its cache."""
    wait_until(page, f"async but => {{ const n = await ({_HAS_COPY})(); return n && n !== but }}", but)
    wait_until(page, "() => navigator.serviceWorker.controller !== null")
    return str(page.evaluate(_HAS_COPY))


def publish(root: Path, site: Path, text: str, *, more: str = "") -> None:
    """Builds the tiny neighbourhood with this text, and puts it where the server serves from."""
    shutil.copytree(TINY, root)
    records = root / "offers.yaml"
    records.write_text(records.read_text(encoding="utf-8").replace(OLD, text), encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(more)
    result = build(root, site, "--only", "site")
    assert result.code == 0, result.said


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.soak)])
def test_the_whole_offer_is_there_without_a_connection(built: Built, browser: Browser, every: int) -> None:
    """The pages that the copy promises, with its map; and it says how old it is. Of the offers a sample."""
    records = social_map(built.root)
    offers = [f"aanbod/{offer['id']}/" for offer in current_offers(built.root)]
    offers = [*offers[:-1:every], offers[-1]]
    last = in_dutch(current_offers(built.root)[-1]["name"])
    others = ["", "aanbod/", "sociale-kaart/", "wegwijzer/", "kaart/", "plaatsen/", "welkom/"]
    others += [f"sociale-kaart/{o['id']}/" for o in records["organisations"] if not o.get("status")][:3]
    # An old file, which a browser keeps for a while of its own accord.
    os.utime(built.out / "index.html", (0, 0))
    with ExitStack() as connection:
        home = connection.enter_context(served(built.out))
        with visit(browser, home, service_workers="allow") as phone:
            phone.open("")
            wait_for_copy(phone.page)
            # The server itself goes: what the browser only pretends may not reach its worker in time.
            connection.close()
            for address in [*others, *offers]:
                phone.page.goto(home + address)
                said = phone.page.locator(".copy-notice").inner_text()
                assert "23 november 2026" in said, address
            assert phone.page.locator("h1").inner_text().strip() == last
            phone.page.goto(home + "kaart/")
            assert phone.page.locator(".map svg .map-pin").count() > 0
            walk = next(offer["id"] for offer in current_offers(built.root) if "route" in offer)
            get = "path => fetch(path).then(answer => answer.text())"
            assert "<trkpt" in phone.page.evaluate(get, f"../aanbod/{walk}/route.gpx")
            assert phone.page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
            phone.page.goto(home + "aanbod/bestaat-niet/")
            assert phone.page.locator("h1").inner_text() == "Je hebt geen verbinding"


def test_with_a_connection_nothing_says_copy(built: Built, browser: Browser) -> None:
    with served(built.out) as home, visit(browser, home, service_workers="allow") as phone:
        phone.open("aanbod/")
        wait_for_copy(phone.page)
        phone.open("")
        assert phone.page.locator(".copy-notice").count() == 0
        assert phone.complaints == []


@pytest.fixture
def phone_with_copy(browser: Browser, built_tiny: Built, tmp_path: Path) -> Iterator[tuple[Visit, Path]]:
    """A phone that visited the tiny neighbourhood and kept a copy; and the folder that is served."""
    site = tmp_path / "site"
    shutil.copytree(built_tiny.out, site)
    with served(site) as home, visit(browser, home, service_workers="allow") as phone:
        phone.open(OFFER)
        wait_for_copy(phone.page)
        assert OLD in phone.page.locator("main").inner_text()
        yield phone, site


def test_a_new_edition_shows_at_the_next_visit(phone_with_copy: tuple[Visit, Path], tmp_path: Path) -> None:
    """Online at once, although the old worker still answers; offline as soon as the copy is renewed."""
    phone, site = phone_with_copy
    old = wait_for_copy(phone.page)
    publish(tmp_path / "two", site, NEW)
    phone.open(OFFER)
    assert NEW in phone.page.locator("main").inner_text()
    wait_for_copy(phone.page, but=old)
    # What the older worker still opened goes at the next page.
    phone.open(OFFER)
    wait_until(phone.page, "async () => (await caches.keys()).length === 1")
    phone.page.context.set_offline(True)
    phone.page.goto(phone.home + OFFER)
    assert NEW in phone.page.locator("main").inner_text()
    assert phone.page.locator(".copy-notice").count() == 1


def test_the_copies_can_be_ended(phone_with_copy: tuple[Visit, Path], tmp_path: Path) -> None:
    """`extra: {offline: false}` takes worker and copy from every phone that comes by."""
    phone, site = phone_with_copy
    publish(tmp_path / "two", site, NEW, more="\nextra:\n  offline: false\n")
    phone.open(OFFER)
    wait_until(
        phone.page,
        "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistration())",
    )
    phone.open(OFFER)
    assert NEW in phone.page.locator("main").inner_text()


def test_a_site_that_is_gone_is_not_kept_alive(phone_with_copy: tuple[Visit, Path]) -> None:
    """What the server says goes before the copy, also when it says that a page is gone."""
    phone, site = phone_with_copy
    shutil.rmtree(site / OFFER)
    answer = phone.page.goto(phone.home + OFFER)
    assert answer is not None
    assert answer.status == 404
