"""Brochure, front of the binder, poster and pocket sheet in parts are the same as in one piece."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy
import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, DictionaryObject

from generator.sheets import brochure, front, pocket, poster, render_poster
from generator.views.shapes import GuideView, Link, PlaceDayView
from tests.sheets.factory import (
    drawing,
    dutch_words,
    make_guide,
    make_offer,
    make_stationery,
    set_binder,
    set_brochure,
    typeset_by,
)
from tests.sheets.programmes import make_poster
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


def set_poster(guide: GuideView, prose: dict[str, str]) -> bytes:
    week = replace(make_poster(30, undated=3), holiday_lines=("Kerstvakantie",))
    return render_poster(replace(guide, poster=week), make_stationery(prose), dutch_words())["weekblad.pdf"]


def set_pocket(guide: GuideView, prose: dict[str, str]) -> bytes:
    many = tuple(make_offer(n) for n in range(500))
    monday = tuple(("9.30-11.30 uur", Link(offer.id, offer.name, offer.href)) for offer in many[:300])
    days = (PlaceDayView("maandag", monday), PlaceDayView("dinsdag", monday[:5]))
    guide = replace(guide, offers=many, by_hour=days)
    return pocket.set_pocket(guide, drawing(92, 66), dutch_words(), typeset_by(make_stationery(prose)))


@pytest.fixture(scope="module", params=[set_brochure, set_binder, set_poster, set_pocket])
def both(request: pytest.FixtureRequest) -> Both:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(poster, "LINES_AT_ONCE", 1000)
        patch.setattr(pocket, "ENTRIES_AT_ONCE", 1000)
        whole = request.param(GUIDE, PROSE)
        patch.setattr(brochure, "PAGES_PER_PART", 1)
        patch.setattr(front, "PAGES_PER_PART", 1)
        patch.setattr(front, "ENTRIES_AT_ONCE", 0)
        patch.setattr(poster, "LINES_AT_ONCE", 0)
        patch.setattr(poster, "PAGES_PER_PART", 1)
        patch.setattr(pocket, "ENTRIES_AT_ONCE", 0)
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
    return [
        (tag["/S"], str(tag["/T"]).replace("\N{NO-BREAK SPACE}", " "))
        for tag in tags_in(document.get_object())
        if tag["/S"][:2] == "/H"
    ]


def tags_in(tag: Any) -> Iterator[Any]:
    """It and all below it, in their order."""
    yield tag
    below = tag.get("/K", [])
    for kid in below if isinstance(below, list) else [below]:
        inner = kid.get_object()
        if isinstance(inner, DictionaryObject) and "/S" in inner:
            yield from tags_in(inner)


def test_they_have_the_same_pages(both: Both) -> None:
    one, other = (pypdfium2.PdfDocument(pdf) for pdf in (both.whole, both.joined))
    texts = [[page.get_textpage() for page in document] for document in (one, other)]
    assert [text.get_text_bounded() for text in texts[0]] == [text.get_text_bounded() for text in texts[1]]
    # On the back of a sheet the inner margin is at the other side.
    assert [text.get_charbox(0) for text in texts[0]] == [text.get_charbox(0) for text in texts[1]]
    assert PdfReader(BytesIO(both.whole)).page_labels == PdfReader(BytesIO(both.joined)).page_labels
    pictures = [[page.render(scale=0.5).to_numpy() for page in document] for document in (one, other)]
    assert all(numpy.array_equal(*pair) for pair in zip(*pictures, strict=True))


def test_they_have_the_same_bookmarks_and_headings(both: Both) -> None:
    assert bookmarks(both.whole) == bookmarks(both.joined)
    assert headings(both.whole) == headings(both.joined)
    assert {level for level, _ in headings(both.joined)} >= {"/H1"}


def test_they_are_pdf_ua(both: Both, tmp_path: Path) -> None:
    path = tmp_path / "joined.pdf"
    path.write_bytes(both.joined)
    assert failed_rules([path]) == ()
