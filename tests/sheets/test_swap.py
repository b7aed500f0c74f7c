"""The swap sheets: a checklist, and whole sheets of the binder, ready for both sides of the paper."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.sheets import render_swap
from generator.sheets.flyer import flyer_data
from generator.views.binder import Mark, view_binder
from generator.views.editions import SwapEntry, SwapView
from tests.sheets.factory import dutch_words, make_guide, make_offer, make_stationery
from tests.tools.pdf import texts_of
from tests.tools.verapdf import failed_rules

OFFERS = tuple(make_offer(n) for n in range(54))


def swap(*numbers: int, **groups: tuple[SwapEntry, ...]) -> bytes:
    """The sheets for a binder in which these offers changed."""
    guide, words = make_guide(OFFERS), dutch_words()
    binder = view_binder(guide, words)
    replaced = tuple(
        SwapEntry(leaf.record, leaf.offer.name.text, str(leaf.number), changed=("when",))
        for leaf in binder.offers
        if int(leaf.offer.id.removeprefix("aanbod-")) in numbers
    )
    view = SwapView(1, 2, replaced=(*groups.pop("first", ()), *replaced), front=True, **groups)
    return render_swap(view, binder, guide, make_stationery(), words)


@pytest.fixture(scope="module")
def few() -> bytes:
    return swap(3, 4, first=(SwapEntry("map", ""), SwapEntry("theme/thema-1", "Wonen", "2")))


def test_the_first_page_is_the_checklist(few: bytes) -> None:
    first = texts_of(few)[0]
    assert "Wisselbladen Zo gaat je map van editie 1 naar editie 2." in first
    assert "Wissel Haal het oude blad eruit. Steek het nieuwe op dezelfde plek." in first
    assert "Verzonnen aanbod 3 Anders: de dag of het uur" in first
    assert "Wonen (tabblad)" in first
    assert "Buurtkaart" in first
    assert "Vooraan Haal alles vóór de kaart eruit" in first


def test_every_sheet_has_both_its_sides_and_begins_on_a_front(few: bytes) -> None:
    said = texts_of(few)
    fronts = [said[n] for n in range(0, len(said), 2)]
    backs = [said[n] for n in range(1, len(said), 2)]
    assert len(fronts) == len(backs)
    assert fronts[0].endswith("Wisselbladen")
    assert fronts[1].endswith("Buurtkaart")
    for front, back in zip(fronts, backs, strict=True):
        if found := re.search(r"Voor de werker · (\S+)", back):
            assert front.endswith(f" {found[1]}")
    assert sum("Voor de werker" in back for back in backs) == 2
    assert sum("Bladen achter dit tabblad" in front for front in fronts) == 1


def test_the_new_front_comes_last_with_its_own_page_numbers(few: bytes) -> None:
    said = texts_of(few)
    cover = next(n for n, text in enumerate(said) if "Alle flyers van de buurt" in text)
    assert cover % 2 == 0
    assert [text.rsplit(" ", 1)[1] for text in said[cover + 1 : cover + 3]] == ["ii", "iii"]
    assert all("Voor de werker" not in text for text in said[cover:])


@pytest.mark.soak
def test_many_sheets_are_set_in_parts_and_are_one_accessible_document(tmp_path: Path) -> None:
    made = swap(*range(len(OFFERS)))
    said = texts_of(made)
    assert sum("Voor de werker" in text for text in said) == len(OFFERS)
    assert len(said) % 2 == 0
    path = tmp_path / "wisselbladen.pdf"
    path.write_bytes(made)
    assert [str(rule) for rule in failed_rules([path])] == []


def test_a_flyer_carries_the_mark_of_its_leaf() -> None:
    """The same edition at its foot, and a code that knows it."""
    guide, words = make_guide(OFFERS[:1]), dutch_words()
    mark = Mark(
        "editie 1, 3 mei 2026", replace(OFFERS[0].qr, content="HTTPS://VOORBEELD/Q/A-1/", typed="Q/A-1")
    )
    data = flyer_data(OFFERS[0], guide, {}, words, mark)
    assert data["label"] == "editie 1, 3 mei 2026"
    assert data["offer"]["qr"]["typed"] == "Q/A-1"  # type: ignore[index]
    assert flyer_data(OFFERS[0], guide, {}, words)["label"] == guide.edition.label
