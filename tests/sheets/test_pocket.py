"""All offers on one sheet that folds to A6: which panel is where, and when it needs more paper."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from generator.sheets.pocket import pocket_data
from generator.sheets.template_data import as_read
from generator.sheets.typesetting import Typesetter
from generator.views.shapes import CheckedView, GuideView, Link, OfferView, PlaceDayView, Said
from tests.sheets.factory import (
    drawing,
    dutch_words,
    make_guide,
    make_offer,
    make_stationery,
    make_unknown_offer,
)
from tests.tools.legible import pages as legible_pages
from tests.tools.soak import soaked
from tests.tools.verapdf import failed_rules

POINT = 72 / 25.4
LONG = "Groepswerk rond schuldhulpverlening en budgetbegeleiding voor nieuwe inwoners van de wijk"


def guide_of(offers: tuple[OfferView, ...]) -> GuideView:
    """The first of every four is on Friday, the rest has no fixed day."""
    entries = tuple(("9.30-11.30 uur", Link(o.id, o.name, o.href)) for o in offers[::4])
    return replace(make_guide(offers), by_hour=(PlaceDayView("vrijdag", entries),))


def offers(count: int) -> tuple[OfferView, ...]:
    return tuple(make_offer(n) if n % 4 == 0 else make_unknown_offer(n) for n in range(count))


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    stationery = make_stationery()
    return Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)


def pocket(typesetter: Typesetter, guide: GuideView) -> bytes:
    return typesetter.typeset("pocket", pocket_data(guide, drawing(92, 66), dutch_words()))


def pages(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(BytesIO(pdf)).pages)


def size(page: PageObject) -> tuple[int, int]:
    return round(float(page.mediabox.width) / POINT), round(float(page.mediabox.height) / POINT)


def where(page: PageObject, wanted: str) -> tuple[float, float, bool]:
    """Millimetres from the left and the top of a text, and whether it stands upright."""
    found: list[tuple[float, float, bool]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if wanted in text:
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            upright = tm[0] * cm[0] > 0
            found.append((x / POINT, (float(page.mediabox.height) - y) / POINT, upright))

    page.extract_text(visitor_text=visit)
    assert found, wanted
    return found[0]


def test_fifty_two_offers_fit_on_one_sheet_of_a4(typesetter: Typesetter) -> None:
    made = pages(pocket(typesetter, guide_of(offers(52))))
    assert [size(page) for page in made] == [(210, 297)] * 2
    inside = " ".join(made[1].extract_text().split())
    assert all(f"Verzonnen aanbod {n}" in inside for n in range(52))


def test_every_panel_stands_upright_when_it_is_read(typesetter: Typesetter) -> None:
    """Upper half backwards, left half backwards: the cover is in front, the back behind it."""
    outside, inside = pages(pocket(typesetter, guide_of(offers(20))))
    x, y, upright = where(outside, "dag per dag?")
    assert (x > 105, y > 148.5, upright) == (True, True, True), "the cover, lower right"
    x, y, upright = where(outside, "Vragen?")
    assert (x < 105, y > 148.5, upright) == (True, True, True), "the back, beside it"
    x, y, upright = where(outside, "Buurtkaart")
    assert (x > 105, y < 148.5, upright) == (True, True, False), "the left of the spread, upside down above"
    x, y, upright = where(inside, "Vrijdag")
    assert (x < 105, y < 148.5, upright) == (True, True, True), "the inside begins at its upper left"


def test_an_entry_says_when_where_what_it_costs_and_how_much_dutch() -> None:
    friday, other = as_read(pocket_data(guide_of(offers(5)), "", dutch_words()))["days"]
    assert friday["name"] == "Vrijdag"
    first = friday["entries"][0]
    assert (first["when"], first["pin"], first["price"], first["level"]) == ("9.30-11.30 uur", 1, "gratis", 2)
    assert other["name"] == "Geen vaste dag"
    assert [entry["name"]["text"] for entry in other["entries"]] == [
        f"Verzonnen aanbod {n}" for n in (1, 2, 3)
    ]
    assert [entry["sure"] for entry in other["entries"]] == [False] * 3


def test_too_many_offers_get_larger_paper_and_then_more_of_it(typesetter: Typesetter) -> None:
    def one(count: int) -> list[PageObject]:
        return pages(
            pocket(typesetter, guide_of(tuple(make_offer(n, name=Said(LONG)) for n in range(count))))
        )

    assert [size(page) for page in one(90)] == [(420, 297)] * 2
    several = one(260)
    assert {size(page) for page in several} == {(420, 297)}
    count = len(several) // 2
    assert count > 1
    assert f"Blad {count} van {count}" in several[-2].extract_text()


@pytest.mark.parametrize("count", [0, 60, 90, *soaked(1)])
def test_it_can_be_read_printed_and_folded(typesetter: Typesetter, tmp_path: Path, count: int) -> None:
    overdue = CheckedView("overdue", "Niet bevestigd sinds 19 december 2022.")
    some = tuple(
        make_offer(n, name=Said(LONG if n % 5 == 0 else "Naailes"), checked=overdue) for n in range(count)
    )
    path = tmp_path / "blad.pdf"
    path.write_bytes(pocket(typesetter, guide_of(some)))
    for page in legible_pages(path):
        assert min(word.size for word in page.words) >= 9.95
        assert page.overlaps() == []
        assert not page.ink_outside(5)
        folds = [105 * POINT * n for n in range(1, round(page.width / (105 * POINT)))]
        for word in page.words:
            assert all(word.box.right < fold or word.box.left > fold for fold in folds), str(word)
            assert word.box.top < 148.5 * POINT or word.box.foot > 148.5 * POINT, str(word)
    assert [str(rule) for rule in failed_rules([path])] == []
