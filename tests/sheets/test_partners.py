"""Partners' own flyers in the binder, beside our leaves: of every odd kind, on sheets like any other."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from generator.sheets import Stationery, product_names, render_binder, render_partners, render_swap
from generator.sheets.placing import place_pages
from generator.views.binder import PartnerLeaf, flyer_record, view_binder
from generator.views.editions import SwapEntry, SwapView
from generator.views.flyers import FlyerView
from generator.views.shapes import GuideView, Link, Said
from tests.partners.files import BODY, GOOD, good, unpacked
from tests.sheets.factory import dutch_words, make_guide, make_offer, make_stationery, qr
from tests.tools.pdf import Sheet
from tests.tools.verapdf import failed_rules

NAMES = tuple(GOOD)
OFFERS = tuple(make_offer(n) for n in range(4))
ACTIVE = ("/JavaScript", "/JS'", "/Launch", "/EmbeddedFile", "/AcroForm", "/URI", "app.alert", "calc.exe")


def make_flyer(number: int, name: str, **changes: object) -> FlyerView:
    flyer = FlyerView(
        id=f"flyer-{number}",
        href=f"flyers/flyer-{number}/",
        qr=qr(f"FL{number:03}"),
        title=Said(f"Flyer nummer {number:02}"),
        summary=Said(f"Wat op flyer {number} staat, in woorden."),
        theme=f"thema-{number % 4}",
        organisation=Link("organisatie-1", Said("Verzonnen vzw 1"), "sociale-kaart/organisatie-1/"),
        offer=None,
        file=name,
        valid="Geldig tot en met 30 juni 2027.",
        over="",
    )
    return replace(flyer, **changes)  # type: ignore[arg-type]


FLYERS = tuple(make_flyer(number, name) for number, name in enumerate(NAMES))


def guide_with(*flyers: FlyerView) -> GuideView:
    return replace(make_guide(OFFERS), flyers=flyers)


@pytest.fixture(scope="module")
def stationery() -> Stationery:
    return replace(make_stationery(), flyers={name: good(name) for name in NAMES})


@pytest.fixture(scope="module")
def path(stationery: Stationery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A binder with all of them."""
    guide, words = guide_with(*FLYERS), dutch_words()
    path = tmp_path_factory.mktemp("binder") / "flyermap.pdf"
    path.write_bytes(render_binder(view_binder(guide, words), guide, stationery, words))
    return path


@pytest.fixture(scope="module")
def sheet(path: Path) -> Sheet:
    return Sheet(path)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def front_of(sheet: Sheet, number: int) -> int:
    """The page on which a flyer begins."""
    title = f"Flyer nummer {number:02} Flyer van"
    return next(n for n, text in enumerate(sheet.texts) if title in squeezed(text))


def test_the_binder_with_every_odd_kind_is_accessible(path: Path) -> None:
    assert len(NAMES) >= 25
    assert [str(rule) for rule in failed_rules([path])] == []


def test_nothing_in_it_does_anything_of_itself(path: Path) -> None:
    said = unpacked(path.read_bytes())
    assert [word for word in ACTIVE if word in said] == []
    assert "Verzonnen camera" not in said


def test_each_flyer_begins_on_a_front_and_ends_on_a_back(sheet: Sheet) -> None:
    assert len(sheet) % 2 == 0
    assert set(sheet.sizes) == {(210, 297)}
    for number, name in enumerate(NAMES):
        front, count = front_of(sheet, number), len(good(name).pages)
        assert front % 2 == 0, name
        rest = [squeezed(sheet.texts[front + page]) for page in range(1, count + count % 2)]
        for page, text in enumerate(rest[: count - 1], start=2):
            assert f"Flyer nummer {number:02} · {page}/{count}" in text
        if count % 2:
            assert "Voor de werker" in rest[-1]
            assert "Verzonnen vzw 1" in rest[-1]
            assert f"Wat op flyer {number} staat, in woorden." in rest[-1]


def test_each_has_heading_date_number_and_a_code_that_a_camera_reads(sheet: Sheet) -> None:
    codes = {code.page: code for code in sheet.codes()}
    outline = {str(item.title) for item in PdfReader(sheet.path).outline if not isinstance(item, list)}
    outline |= {
        str(entry.title)
        for items in PdfReader(sheet.path).outline
        if isinstance(items, list)
        for entry in items
        if not isinstance(entry, list)
    }
    for number in range(len(NAMES)):
        front = front_of(sheet, number)
        text = squeezed(sheet.texts[front])
        assert "Geldig tot en met 30 juni 2027." in text
        assert re.search(r"ontwerp van 23 november 2026 proefdruk \d\.\d+", text), text
        assert codes[front].text == f"HTTPS://VOORBEELDWIJK.EXAMPLE/Q/FL{number:03}/"
        assert codes[front].side > 26, "35 mm with its quiet zone"
        # A number stays on the line of its word.
        assert any(f"Flyer nummer\xa0{number:02}" in title for title in outline)


def test_the_text_of_a_flyer_is_on_its_sheet(sheet: Sheet) -> None:
    for name in ("a4.pdf", "a5.pdf", "gedraaid-90.pdf", "beperkt.pdf", "getagd.pdf", "links.pdf"):
        text = squeezed(sheet.texts[front_of(sheet, NAMES.index(name))])
        assert BODY in text, name


def test_what_is_on_it_can_be_heard(path: Path) -> None:
    """The words for who does not see the page are those of the description."""
    said = unpacked(path.read_bytes())
    for number in range(len(NAMES)):
        assert f"Wat op flyer {number} staat, in woorden." in said


def test_a_flyer_stands_with_its_offer_and_in_the_lists(sheet: Sheet) -> None:
    offer = Link("aanbod-1", Said("Verzonnen aanbod 1"), "aanbod/aanbod-1/")
    own = make_flyer(50, "a4.pdf", offer=offer, theme="thema-1")
    binder = view_binder(guide_with(make_flyer(51, "a5.pdf", theme="thema-1"), own), dutch_words())
    (tab,) = (tab for tab in binder.tabs if tab.theme.id == "thema-1")
    records = [leaf.record for leaf in tab.leaves]
    assert records == ["offer/aanbod-1", flyer_record("flyer-50"), flyer_record("flyer-51")]
    contents = " ".join(squeezed(text) for text in sheet.texts[:14])
    assert contents.count("Flyer nummer 07") >= 2, "in the contents and in the index by theme"


def test_one_that_is_over_is_left_out(stationery: Stationery) -> None:
    words = dutch_words()
    guide = guide_with(make_flyer(1, "a4.pdf", over="De flyer was geldig tot gisteren."))
    binder = view_binder(guide, words)
    assert not any(isinstance(leaf, PartnerLeaf) for leaf in binder.leaves)
    assert render_partners(guide, stationery, words) == {}
    assert not any(name.startswith("partners/") for name in product_names(guide))


def test_the_website_offers_the_flyer_alone_clean_and_accessible(
    stationery: Stationery, tmp_path: Path
) -> None:
    some = ("drieluik.pdf", "actief.pdf", "foto.jpg", "zonder-lettertype.pdf")
    guide = guide_with(*(make_flyer(n, name) for n, name in enumerate(some)))
    sheets = render_partners(guide, stationery, dutch_words())
    assert set(sheets) == {name for name in product_names(guide) if name.startswith("partners/")}
    paths = []
    for number, name in enumerate(some):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(sheets[f"partners/flyer-{number}.pdf"])
        paths.append(path)
        sizes = [tuple(map(float, page.mediabox[2:])) for page in PdfReader(path).pages]
        assert sizes == [pytest.approx(size, abs=0.1) for size in good(name).pages]
        said = unpacked(path.read_bytes())
        assert [word for word in ACTIVE if word in said] == []
    assert BODY in squeezed(Sheet(paths[0]).text)
    assert [str(rule) for rule in failed_rules(paths)] == []


def test_a_changed_flyer_is_among_the_swap_sheets(stationery: Stationery, tmp_path: Path) -> None:
    guide, words = guide_with(*FLYERS[:9]), dutch_words()
    binder = view_binder(guide, words)
    changed = next(leaf for leaf in binder.leaves if leaf.record == "flyer/flyer-8")
    entry = SwapEntry(changed.record, changed.name.text, str(changed.number), changed=("other",))
    path = tmp_path / "wisselbladen.pdf"
    path.write_bytes(render_swap(SwapView(1, None, replaced=(entry,)), binder, guide, stationery, words))
    texts = [squeezed(text) for text in Sheet(path).texts]
    assert len(texts) == 2 + 2
    assert f"{changed.number} Flyer nummer 08" in texts[0]
    assert "Flyer nummer 08 Flyer van" in texts[2]
    assert BODY in texts[2]
    assert [str(rule) for rule in failed_rules([path])] == []


def test_the_same_flyers_give_the_same_bytes(stationery: Stationery) -> None:
    guide, words = guide_with(FLYERS[0], FLYERS[8]), dutch_words()
    one, other = (render_binder(view_binder(guide, words), guide, stationery, words) for _ in range(2))
    assert one == other


def test_a_page_without_a_place_is_a_mistake_of_ours(path: Path) -> None:
    empty = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(empty)
    assert place_pages(empty.getvalue(), ()) == empty.getvalue()
    with pytest.raises(AssertionError, match="place"):
        place_pages(empty.getvalue(), (good("a4.pdf"),))
