"""Pictures for a shared page: of the right size, one for each offer, and never too many."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from generator.sheets import cards, render_cards
from generator.views.shapes import Said
from tests.sheets.factory import (
    dutch_words,
    make_guide,
    make_offer,
    make_stationery,
    make_unknown_offer,
    words_in,
)

OFFERS = (
    make_offer(0),
    make_offer(1, name=Said("Samen nadenken over een naam die zo lang is dat hij nergens op past " * 2)),
    make_unknown_offer(2),
)
SIGNS = {"home", "offers", "map-of-help", "finder", "map"}


def drawn() -> Mapping[str, bytes]:
    return render_cards({"nl": make_guide(OFFERS)}, {"nl": dutch_words()}, make_stationery())


def test_each_offer_has_one_and_each_kind_of_page_and_function() -> None:
    pictures = drawn()
    functions = {offer.function.id for offer in OFFERS}
    assert set(pictures) == SIGNS | functions | {f"aanbod/{offer.id}" for offer in OFFERS}
    assert {Image.open(BytesIO(png)).size for png in pictures.values()} == {(1200, 630)}
    assert max(map(len, pictures.values())) < 100_000
    # The pictogram of these tests is one for all, so kinds of pages look the same here.
    assert len({pictures[f"aanbod/{offer.id}"] for offer in OFFERS}) == len(OFFERS)


def test_a_translated_offer_has_one_in_that_language() -> None:
    translated = (replace(OFFERS[0], name=Said("مقهى")), replace(OFFERS[2], summary=Said("Een taart.", "nl")))
    arabic = replace(make_guide(translated), language="ar", direction="rtl")
    guides = {"nl": make_guide(OFFERS), "ar": arabic}
    pictures = render_cards(guides, {"nl": dutch_words(), "ar": words_in("ar")}, make_stationery())
    assert [name for name in pictures if name.startswith("ar/")] == [f"ar/aanbod/{OFFERS[0].id}"]
    assert pictures[f"ar/aanbod/{OFFERS[0].id}"] != pictures[f"aanbod/{OFFERS[0].id}"]


def test_of_too_many_offers_none_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "CARDS_AT_MOST", 2)
    assert not any("/" in name for name in drawn())
