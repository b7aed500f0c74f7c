"""The brochure and the front of the binder in parts are the same as in one piece."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from generator.sheets import brochure, front
from tests.sheets.factory import make_guide, make_offer, set_binder, set_brochure
from tests.tools.verapdf import failed_rules

PROSE = {
    "welkom": "# Welkom\n\nHallo.\n",
    "afspraken": "# Afspraken\n\nWees lief.\n",
    "flyermap": "# Zo werkt het\n\nBlader.\n",
}
GUIDE = make_guide(tuple(make_offer(n) for n in range(14)))


@dataclass(frozen=True)
class Both:
    """The same document, set in one piece and in parts."""

    whole: bytes
    joined: bytes


@pytest.fixture(scope="module", params=[set_brochure, set_binder])
def both(request: pytest.FixtureRequest) -> Both:
    with pytest.MonkeyPatch.context() as patch:
        whole = request.param(GUIDE, PROSE)
        patch.setattr(brochure, "PAGES_PER_PART", 1)
        patch.setattr(front, "PAGES_PER_PART", 1)
        patch.setattr(front, "ENTRIES_AT_ONCE", 0)
        return Both(whole, request.param(GUIDE, PROSE))


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


def test_they_have_the_same_pages(both: Both) -> None:
    one, other = (pypdfium2.PdfDocument(pdf) for pdf in (both.whole, both.joined))
    texts = [[page.get_textpage() for page in document] for document in (one, other)]
    assert [text.get_text_bounded() for text in texts[0]] == [text.get_text_bounded() for text in texts[1]]
    # On the back of a sheet the inner margin is at the other side.
    assert [text.get_charbox(0) for text in texts[0]] == [text.get_charbox(0) for text in texts[1]]
    assert PdfReader(BytesIO(both.whole)).page_labels == PdfReader(BytesIO(both.joined)).page_labels


def test_they_have_the_same_bookmarks_and_headings(both: Both) -> None:
    assert bookmarks(both.whole) == bookmarks(both.joined)
    assert headings(both.whole) == headings(both.joined)
    assert {level for level, _ in headings(both.joined)} >= {"/H1", "/H2"}


def test_they_are_pdf_ua(both: Both, tmp_path: Path) -> None:
    path = tmp_path / "joined.pdf"
    path.write_bytes(both.joined)
    assert failed_rules([path]) == ()
