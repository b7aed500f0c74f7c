"""A QR code beside every page that shows none of its own: a worker shows it to the phone opposite."""

from collections.abc import Iterable

from generator.site.addresses import absolute
from generator.site.shapes import Handwritten, Page, SiteInput

FILE = "qr.svg"
_OWN_CODE = 'class="code"'


def is_page_code(path: str) -> bool:
    """Whether this file is the code of a page, and not that of a record (Q/)."""
    return path.rpartition("/")[2] == FILE and not path.startswith("Q/")


def render_page_codes(site: SiteInput, pages: Iterable[Page | Handwritten]) -> dict[str, str]:
    """Path ("aanbod/qr.svg") -> the code of that page's address; records have a short code in their page."""
    return {
        f"{page.folder if isinstance(page, Handwritten) else page.path}{FILE}": page_code(site, page.path)
        for page in pages
        if isinstance(page, Handwritten) or not has_own_code(page)
    }


def has_own_code(page: Page) -> bool:
    """Whether a code stands in the page itself: that of its record."""
    return _OWN_CODE in page.body


def page_code(site: SiteInput, path: str) -> str:
    """The code of the address of a page."""
    return site.qr_svg(absolute(site.site_url, path))
