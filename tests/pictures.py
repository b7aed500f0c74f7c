"""Takes the pictures of docs/pictures from the built site: `make pictures`.

They show in the papers what one build makes; look at them after each change of the look.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.manual_pictures import take_manual
from tests.tools.browser import chromium, served, visit
from tests.tools.paths import ROOT
from tests.tools.pdf import Sheet

PICTURES = ROOT / "docs" / "pictures"
MANUAL = PICTURES / "handleiding"
SIZES = {360: 740, 1280: 900}
"""Width of a screen -> its height."""
PAGES = {
    "home": "",
    "list": "aanbod/",
    "offer": "aanbod/soep-met-babbels/",
    "organisation": "sociale-kaart/huis-van-welzijn/",
    "finder": "wegwijzer/",
    "map": "kaart/",
}
LANGUAGES = ("", "ar/")
SCHEMES = ("light", "dark")
GAP = 16
SHADE = "#8C8579"
COLOURS = 64
"""Few, so that the files stay small; our look has hardly more."""


def take_pages(site: Path) -> None:
    """Each kind of page on a phone and on a desk, in Dutch and in Arabic, light and dark."""
    with served(site) as home, chromium() as browser:
        for (name, address), width in product(PAGES.items(), SIZES):
            _beside(_looks(browser, home, address, width), f"{name}-{width}")
        with visit(
            browser, home, viewport={"width": 360, "height": SIZES[360]}, device_scale_factor=2
        ) as phone:
            phone.open("")
            phone.page.screenshot(path=PICTURES / "home.png")
            _small(Image.open(PICTURES / "home.png")).save(PICTURES / "home.png", optimize=True)


def _looks(browser: Browser, home: str, address: str, width: int) -> Iterator[Image.Image]:
    """One page in both languages and both schemes; what is wide comes at half its size."""
    for folder, scheme in product(LANGUAGES, SCHEMES):
        size = {"width": width, "height": SIZES[width]}
        with visit(browser, home, viewport=size, color_scheme=scheme) as looking:
            looking.open(folder + address)
            picture = Image.open(BytesIO(looking.page.screenshot())).convert("RGB")
        yield picture.reduce(2) if width > 1000 else picture


def take_sheets(folder: Path) -> None:
    """A flyer, a spread of the brochure, a leaf of the binder with both its sides, the map."""
    brochure, binder = folder / "onthaalbrochure.pdf", folder / "flyermap.pdf"
    texts = Sheet(binder).texts
    front = next(page for page, text in enumerate(texts) if text.rstrip().endswith("1.1") and page > 10)
    _beside([_page(folder / "flyers" / "soep-met-babbels.pdf", 0, 90)], "flyer")
    _beside([_page(brochure, 0, 80)], "brochure-cover")
    _beside([_page(brochure, page, 80) for page in (5, 6)], "brochure")
    _beside([_page(binder, 0, 60)], "binder-cover")
    _beside([_page(binder, page, 60) for page in (front, front + 1)], "binder-leaf")
    _beside([_page(folder / "buurtkaart.pdf", 0, 80)], "wall-map")


def _page(path: Path, page: int, dpi: int) -> Image.Image:
    """A page in colour, as it comes out of the printer."""
    picture: Image.Image = Sheet(path).document[page].render(scale=dpi / 72).to_pil()
    return picture.convert("RGB")


def _beside(images: Iterable[Image.Image], name: str) -> None:
    """Saves pages next to each other, on a grey table."""
    pages = list(images)
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    height = max(page.height for page in pages) + 2 * GAP
    table = Image.new("RGB", (width, height), SHADE)
    left = GAP
    for page in pages:
        table.paste(page, (left, GAP))
        left += page.width + GAP
    _small(table).save(PICTURES / f"{name}.png", optimize=True)


def _small(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB").quantize(COLOURS)


def _of_the_manual(picture: Image.Image, name: str) -> None:
    _small(picture).save(MANUAL / f"{name}.png", optimize=True)


if __name__ == "__main__":
    MANUAL.mkdir(parents=True, exist_ok=True)
    take_manual(_of_the_manual)
    take_pages(ROOT / "site")
    take_sheets(ROOT / "site" / "print")
