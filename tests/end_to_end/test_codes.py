"""A printed code never dies: every code on every sheet leads to a page that exists."""

from urllib.parse import urlsplit

import pytest

from generator.model.codes import code_of
from tests.tools.builds import Built, site_address
from tests.tools.pdf import Code, Sheet
from tests.tools.photocopy import reads_from_copy
from tests.tools.records import current_offers

# The smallest symbol in a square of 35 mm with a quiet zone of four modules: 25 of 33 modules.
LEAST_SIDE_ON_A_LEAF = 35 * 25 / 33 - 1
LEAST_SIDE = 0.9 * 25 - 1


def page_of(code: Code, built: Built) -> str:
    """The address within the site that a code leads to; it must be on the site's own host."""
    content, site = urlsplit(code.text), urlsplit(site_address(built.root))
    assert content.scheme.lower() == site.scheme
    assert content.netloc.lower() == site.netloc
    assert content.path.startswith(site.path), f"{code.text} lies outside {site.path}"
    return content.path.removeprefix(site.path)


@pytest.fixture(scope="session")
def codes(built: Built) -> dict[str, tuple[Code, ...]]:
    """All codes by sheet; of the translated flyers a sample."""
    return {p.relative_to(built.print).as_posix(): Sheet(p).codes(dpi=100) for p in built.some_sheets()}


def test_every_code_leads_to_a_page_of_the_site(built: Built, codes: dict[str, tuple[Code, ...]]) -> None:
    addresses = built.addresses()
    assert [
        f"{sheet}, page {code.page + 1}: {code.text}"
        for sheet, found in codes.items()
        for code in found
        if page_of(code, built) not in addresses
    ] == []


def test_every_sheet_has_a_code(codes: dict[str, tuple[Code, ...]]) -> None:
    # A blank form is about nothing yet, and a partner's flyer is as its partner made it.
    without = {"aanmelding.pdf", "doorverwijzing.pdf", "turfblad.pdf"}
    assert [
        sheet
        for sheet, found in codes.items()
        if not found and sheet not in without and not sheet.startswith("partners/")
    ] == []


def test_a_flyer_carries_the_code_of_its_own_offer(built: Built, codes: dict[str, tuple[Code, ...]]) -> None:
    for offer in current_offers(built.root):
        wanted = f"Q/{code_of('offer', offer['id'])}/"
        found = codes[f"flyers/{offer['id']}.pdf"]
        assert wanted in {page_of(code, built) for code in found}, offer["id"]
        assert max(code.side for code in found) >= LEAST_SIDE_ON_A_LEAF, offer["id"]


def test_a_translated_flyer_carries_the_code_of_the_dutch_one(codes: dict[str, tuple[Code, ...]]) -> None:
    translated = [name for name in codes if name.count(".") == 2]
    assert translated
    for name in translated:
        dutch = codes[f"{name.partition('.')[0]}.pdf"]
        assert {code.text for code in codes[name]} == {code.text for code in dutch}, name
        assert max(code.side for code in codes[name]) >= LEAST_SIDE_ON_A_LEAF, name


def test_the_binder_carries_a_code_for_every_current_offer(
    built: Built, codes: dict[str, tuple[Code, ...]]
) -> None:
    found = {page_of(code, built) for code in codes["flyermap.pdf"]}
    wanted = {f"Q/{code_of('offer', offer['id'])}/" for offer in current_offers(built.root)}
    assert wanted - found == set()


def test_no_code_is_too_small_for_a_phone(codes: dict[str, tuple[Code, ...]]) -> None:
    assert [
        f"{sheet}, page {code.page + 1}: {code.side:.1f} mm"
        for sheet, found in codes.items()
        for code in found
        if code.side < LEAST_SIDE
    ] == []


def test_the_page_of_a_code_leads_to_its_offer(built: Built) -> None:
    for offer in current_offers(built.root):
        page = built.out / "Q" / code_of("offer", offer["id"]) / "index.html"
        html = page.read_text(encoding="utf-8")
        assert f"aanbod/{offer['id']}/" in html, offer["id"]
        assert "<script" not in html, offer["id"]


def test_every_code_survives_a_photocopier(built: Built, codes: dict[str, tuple[Code, ...]]) -> None:
    """Blurred, noisy, pale, askew and squeezed, at 100 dpi. The same code in the same size is copied once."""
    found = {(code.text, round(code.side)): (sheet, code) for sheet, some in codes.items() for code in some}
    assert [
        f"{sheet}, page {code.page + 1}: {code.text}"
        for sheet, code in found.values()
        if not reads_from_copy(Sheet(built.print / sheet), code)
    ] == []
