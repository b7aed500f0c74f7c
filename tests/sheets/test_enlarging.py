"""Large print is the normal brochure, enlarged: everything that has a place on a page grows with it."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.sheets.brochure import in_large_print
from generator.sheets.enlarging import enlarge
from tests.sheets.factory import dutch_words, make_guide, make_offer, set_brochure
from tests.tools.pdf import Sheet
from tests.tools.verapdf import failed_rules

A4 = (210, 297)


@pytest.fixture(scope="module")
def normal() -> bytes:
    welcome = "# Welkom /BBox[1 2 3 4]\n\nMail naar [ons](mailto:wij@verzonnen.example).\n"
    return set_brochure(make_guide((make_offer(0), make_offer(1))), {"welkom": welcome})


@pytest.fixture(scope="module")
def large(normal: bytes) -> bytes:
    return in_large_print(normal, make_guide(()), dutch_words())


def bookmarks(pdf: bytes) -> list[Destination]:
    return [item for item in PdfReader(BytesIO(pdf)).outline if isinstance(item, Destination)]


def test_it_is_on_a4_with_its_own_title_and_pdf_ua(large: bytes, tmp_path: Path) -> None:
    path = tmp_path / "groot.pdf"
    path.write_bytes(large)
    assert set(Sheet(path).sizes) == {A4}
    reader = PdfReader(path, strict=True)
    assert reader.metadata
    assert reader.xmp_metadata
    title = "Onthaalbrochure in grote letters Voorbeeldwijk"
    assert reader.metadata.title == (reader.xmp_metadata.dc_title or {})["x-default"] == title
    assert failed_rules([path]) == ()


def test_bookmarks_and_links_lead_where_the_words_are(normal: bytes, large: bytes) -> None:
    for one, other in zip(bookmarks(normal), bookmarks(large), strict=True):
        assert one.title == other.title
        assert float(str(other["/Left"])) == pytest.approx(1.5 * float(str(one["/Left"])) - 17.01, abs=0.1)
    (link,), (grown,) = (
        [
            annotation.get_object()["/Rect"]
            for page in PdfReader(BytesIO(pdf)).pages
            for annotation in page.get("/Annots", ())
        ]
        for pdf in (normal, large)
    )
    assert float(grown[2]) - float(grown[0]) == pytest.approx(
        1.5 * (float(link[2]) - float(link[0])), abs=0.01
    )


def test_words_that_look_like_a_place_stay_words(large: bytes) -> None:
    assert any("/BBox[1 2 3 4]" in str(item.title) for item in bookmarks(large))


def test_a_title_of_any_letters(normal: bytes) -> None:
    made = PdfReader(BytesIO(enlarge(normal, 2, A4, title="Groot (<&>) العربية")))
    assert made.metadata
    assert made.metadata.title == "Groot (<&>) العربية"
    assert made.xmp_metadata
    assert made.xmp_metadata.dc_title == {"x-default": "Groot (<&>) العربية"}
