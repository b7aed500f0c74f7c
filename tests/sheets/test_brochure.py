"""The brochure in parts is the same as in one piece."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.sheets import brochure
from tests.sheets.factory import make_guide, make_offer, set_brochure
from tests.tools.verapdf import failed_rules

PROSE = {"welkom": "# Welkom\n\nHallo.\n", "afspraken": "# Afspraken\n\nWees lief.\n"}
GUIDE = make_guide(tuple(make_offer(n) for n in range(14)))


@pytest.fixture(scope="module")
def whole() -> bytes:
    return set_brochure(GUIDE, PROSE)


@pytest.fixture(scope="module")
def joined() -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(brochure, "PAGES_PER_PART", 1)
        return set_brochure(GUIDE, PROSE)


def bookmarks(pdf: bytes) -> list[tuple[object, ...]]:
    reader = PdfReader(BytesIO(pdf))

    def listed(items: list[object], depth: int) -> list[tuple[object, ...]]:
        return [
            bookmark
            for item in items
            for bookmark in (
                listed(item, depth + 1)
                if isinstance(item, list)
                else [(depth, item.title, reader.get_destination_page_number(item), item["/Top"])]
                if isinstance(item, Destination)
                else []
            )
        ]

    return listed(reader.outline, 0)  # type: ignore[arg-type]


def headings(pdf: bytes) -> list[tuple[str, str]]:
    """Level and text of each heading, in the order in which they are read aloud."""
    reader = PdfReader(BytesIO(pdf))
    (document,) = reader.root_object["/StructTreeRoot"]["/K"]  # type: ignore[index]
    tags = [kid.get_object() for kid in document.get_object()["/K"]]
    return [
        (tag["/S"], str(tag["/T"]).replace("\N{NO-BREAK SPACE}", " "))
        for tag in tags
        if tag["/S"][:2] == "/H"
    ]


def test_it_has_the_same_pages(whole: bytes, joined: bytes) -> None:
    one, other = (PdfReader(BytesIO(pdf)) for pdf in (whole, joined))
    assert [page.extract_text() for page in one.pages] == [page.extract_text() for page in other.pages]
    assert one.page_labels == other.page_labels


def test_it_has_the_same_bookmarks_and_headings(whole: bytes, joined: bytes) -> None:
    assert bookmarks(whole) == bookmarks(joined)
    assert headings(whole) == headings(joined)
    assert {level for level, _ in headings(joined)} >= {"/H1", "/H2"}


def test_it_is_pdf_ua(joined: bytes, tmp_path: Path) -> None:
    path = tmp_path / "onthaalbrochure.pdf"
    path.write_bytes(joined)
    assert failed_rules([path]) == ()
