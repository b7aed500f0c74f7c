"""Takes the pictures of docs/pictures from the built site: `make pictures`.

They show in the papers what one build makes; look at them after each change of the look.
"""

from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from tests.tools.browser import chromium, served, visit
from tests.tools.paths import ROOT
from tests.tools.pdf import Sheet

PICTURES = ROOT / "docs" / "pictures"
PHONE = {"width": 360, "height": 800}
DESK = {"width": 1280, "height": 900}
PAGES = {
    "home": "",
    "offers": "aanbod/",
    "offer": "aanbod/soep-met-babbels/",
    "organisation": "sociale-kaart/huis-van-welzijn/",
    "finder": "wegwijzer/",
    "map-page": "kaart/",
    "workers": "werkers/",
}
GAP = 16
SHADE = "#8C8579"


def take_pages(site: Path) -> None:
    """Each kind of page on a phone, the home page also on a desk and in the dark scheme."""
    with served(site) as home, chromium() as browser:
        for name, address in PAGES.items():
            with visit(browser, home, viewport=PHONE, device_scale_factor=2) as seen:
                seen.open(address)
                seen.page.screenshot(path=PICTURES / f"{name}-360.png")
        with visit(browser, home, viewport=DESK) as seen:
            seen.open("")
            seen.page.screenshot(path=PICTURES / "home-1280.png")
        with visit(browser, home, viewport=PHONE, device_scale_factor=2, color_scheme="dark") as seen:
            seen.open("aanbod/soep-met-babbels/")
            seen.page.screenshot(path=PICTURES / "offer-360-dark.png")


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
    _beside([_page(folder / "buurtkaart.pdf", 0, 80)], "map")


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
    table.quantize(64).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    take_pages(ROOT / "site")
    take_sheets(ROOT / "site" / "print")
