"""A QR code beside every page that shows none of its own: a worker shows it to the phone opposite."""

from collections.abc import Iterable

from generator.site.addresses import absolute
from generator.site.shapes import Page, SiteInput

FILE = "qr.svg"
_OWN_CODE = 'class="code"'


def is_page_code(path: str) -> bool:
    """Whether this file is the code of a page, and not that of a record (Q/)."""
    return path.rpartition("/")[2] == FILE and not path.startswith("Q/")


def render_page_codes(site: SiteInput, pages: Iterable[Page]) -> dict[str, str]:
    """Path ("aanbod/qr.svg") -> the code of that page's address; records have a short code in their page."""
    without = [page.path for page in pages if _OWN_CODE not in page.body]
    without += [page.path for page in site.handwritten]
    return {f"{path}{FILE}": site.qr_svg(absolute(site.site_url, path)) for path in without}
