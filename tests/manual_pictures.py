"""Takes the pictures of the manual for staff, of the neighbourhood that its examples are about."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.tools.browser import chromium, visit
from tests.tools.browser import served as site_served
from tests.tools.builds import TODAY, command
from tests.tools.paths import INVENTED
from tests.tools.pdf import Sheet
from tests.tools.serve import served

DESK = {"width": 1100, "height": 700}
PHONE = {"width": 420, "height": 640}
OFFER = "aanbod/koffie-met-koek/"
HOUR, NO_HOUR = "      from: 9u30\n", "      from: half tien\n"
PRICE, OTHER_PRICE = "onzichtbare-odiel]\n    price: gratis\n", "onzichtbare-odiel]\n    price: 1 euro\n"
SHEET_DPI = 90


def take_manual(save: Callable[[Image.Image, str], None]) -> None:
    """Gives each picture, with its name, to `save`."""
    with TemporaryDirectory() as folder, chromium() as browser:
        root = Path(shutil.copytree(INVENTED, Path(folder) / "voorbeeldwijk"))
        _preview(browser, root, Path(folder) / "log.txt", save)
        _editions(root)
        with site_served(root / "site") as home:
            _site(browser, home, save)
        swap = Sheet(root / "site" / "print" / "wisselbladen-1-naar-ontwerp.pdf")
        first = swap.document[0].render(scale=SHEET_DPI / 72).to_pil()
        save(first.crop((0, 0, first.width, first.height // 2)), "wisselbladen")


def _preview(browser: Browser, root: Path, log: Path, save: Callable[[Image.Image, str], None]) -> None:
    offers = root / "offers.yaml"
    good = offers.read_text(encoding="utf-8")
    with served(root, log) as preview, visit(browser, preview.home, viewport=DESK) as looking:
        looking.page.goto(preview.offers + "koffie-met-koek/", wait_until="networkidle")
        save(_shot(looking.page), "naast-elkaar")
        looking.page.goto(preview.home + OFFER)
        assert HOUR in good
        offers.write_text(good.replace(HOUR, NO_HOUR), encoding="utf-8")
        looking.page.locator(".stek-panel").wait_for()
        save(_shot(looking.page), "fout")
        offers.write_text(good, encoding="utf-8")


def _editions(root: Path) -> None:
    """A binder that was printed, then a price that changes and a day that is cancelled."""

    def run(*arguments: str) -> None:
        code, said = command(*arguments, "--root", str(root), "--today", TODAY)
        assert code == 0, said

    run("edition", "new")
    offers = root / "offers.yaml"
    text = offers.read_text(encoding="utf-8")
    assert PRICE in text
    offers.write_text(text.replace(PRICE, OTHER_PRICE), encoding="utf-8")
    run("build", "--out", str(root / "site"))


def _site(browser: Browser, home: str, save: Callable[[Image.Image, str], None]) -> None:
    with visit(browser, home, viewport=PHONE) as looking:
        looking.open(OFFER)
        looking.page.get_by_text("de koekjes zijn op").first.scroll_into_view_if_needed()
        save(_shot(looking.page), "gaat-niet-door")
    with visit(browser, home, viewport=DESK) as looking:
        looking.open("werkers/nakijken/")
        save(_shot(looking.page), "nakijken")


def _shot(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot())).convert("RGB")
