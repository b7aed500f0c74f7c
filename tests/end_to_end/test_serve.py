"""`serve` shows what somebody saves by itself, and survives whatever is saved."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools.browser import Visit, visit
from tests.tools.paths import TINY
from tests.tools.serve import Served, served


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A neighbourhood to spoil."""
    return Path(shutil.copytree(TINY, tmp_path_factory.mktemp("serve") / "piepklein"))


@pytest.fixture(scope="module")
def preview(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(root, tmp_path_factory.mktemp("log") / "log.txt") as running:
        yield running


@pytest.fixture
def offers(root: Path) -> Iterator[Path]:
    """The file that people edit; as it was afterwards."""
    path = root / "offers.yaml"
    good = path.read_bytes()
    yield path
    path.write_bytes(good)


def says(looking: Visit, text: str) -> None:
    """Until the panel says so; an empty text: until there is none."""
    panel = looking.page.locator(".stek-panel")
    if text:
        panel.filter(has_text=text).wait_for()
    else:
        panel.wait_for(state="detached")


def titled(looking: Visit, text: str) -> None:
    looking.page.locator("h1").filter(has_text=re.compile(f"^{text}$")).wait_for()


def test_an_edit_a_mistake_and_its_remedy_show_by_themselves(
    browser: Browser, preview: Served, offers: Path
) -> None:
    good = offers.read_text(encoding="utf-8")
    with visit(browser, preview.home) as looking:
        looking.page.goto(looking.home + "aanbod/soep/")
        titled(looking, "Soep")
        offers.write_text(good.replace("name: Soep", "name: Stoofpot"), encoding="utf-8")
        titled(looking, "Stoofpot")

        # All mistakes, over the last good page; a record can put nothing into the panel but text.
        bad = good.replace("name: Soep", 'naam: "<img src=x>"').replace("kind: activity", "kind: feestje")
        offers.write_text(bad, encoding="utf-8")
        says(looking, "offers.yaml, regel 3")
        said = looking.page.locator(".stek-panel").inner_text()
        assert "2 fouten" in said
        assert 'naam: "<img src=x>"' in said
        assert "Bedoel je name?" in said
        assert "offers.yaml, regel 5" in said
        assert looking.page.locator(".stek-panel img").count() == 0
        titled(looking, "Stoofpot")
        # Somebody who comes only now sees the same.
        looking.page.reload()
        says(looking, "offers.yaml, regel 3")

        offers.write_text(good, encoding="utf-8")
        titled(looking, "Soep")
        says(looking, "")
        assert looking.complaints == []
        assert looking.strangers == []


def test_files_may_be_half_written_or_gone(
    browser: Browser, preview: Served, offers: Path, root: Path
) -> None:
    good = offers.read_bytes()
    with visit(browser, preview.home) as looking:
        looking.page.goto(looking.home)
        offers.unlink()
        says(looking, "Dit bestand is er niet (meer).")
        offers.write_bytes(good[: len(good) // 2])
        says(looking, "ontbreekt")
        aside = root.rename(root.with_name("elders"))
        says(looking, "socialmap.yaml")
        aside.rename(root)
        offers.write_bytes(good)
        says(looking, "")
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")


def test_the_page_and_the_flyer_stand_side_by_side(browser: Browser, preview: Served, offers: Path) -> None:
    with visit(browser, preview.offers) as looking:
        looking.page.goto(looking.home)
        looking.page.click("text=Soep")
        titled(looking, "Soep soep")
        flyer = looking.page.locator("img[data-pane]")
        within = looking.page.frame_locator("iframe[data-pane]")
        before = flyer.get_attribute("src") or ""
        assert flyer.evaluate("async img => { await img.decode(); return img.naturalWidth }") > 800
        old = looking.page.request.get(looking.page.url + before.rpartition("/")[2]).body()

        text = offers.read_text(encoding="utf-8")
        offers.write_text(text.replace("summary: Je eet soep.", "summary: Je eet taart."), encoding="utf-8")
        within.locator("text=Je eet taart.").first.wait_for()
        looking.page.locator(f'img[data-pane]:not([src="{before}"])').wait_for()
        new = looking.page.request.get(str(flyer.evaluate("img => img.src"))).body()
        assert new != old
        pdf = looking.page.request.get(looking.home.replace("voorbeeld/", "print/flyers/soep.pdf"))
        assert pdf.headers["content-type"] == "application/pdf"
        assert looking.complaints == []
