"""Pictures for a shared page: of the right size, one for each offer, and never too many."""

from io import BytesIO

import pytest
from PIL import Image

from generator.sheets import cards, render_cards
from generator.views.shapes import Said
from tests.sheets.factory import dutch_words, make_guide, make_offer, make_stationery, make_unknown_offer

OFFERS = (
    make_offer(0),
    make_offer(1, name=Said("Samen nadenken over een naam die zo lang is dat hij nergens op past " * 2)),
    make_unknown_offer(2),
)
SIGNS = {"home", "offers", "map-of-help", "finder", "map"}


def drawn(languages: tuple[str, ...] = ("nl",)) -> dict[str, bytes]:
    guide, words = make_guide(OFFERS), dutch_words()
    return render_cards(dict.fromkeys(languages, guide), dict.fromkeys(languages, words), make_stationery())


def test_each_offer_has_one_and_each_kind_of_page_and_function() -> None:
    pictures = drawn()
    functions = {offer.function.id for offer in OFFERS}
    assert set(pictures) == SIGNS | functions | {f"nl/{offer.id}" for offer in OFFERS}
    assert {Image.open(BytesIO(png)).size for png in pictures.values()} == {(1200, 630)}
    assert max(map(len, pictures.values())) < 100_000
    # The pictogram of these tests is one for all, so kinds of pages look the same here.
    assert len({pictures[f"nl/{offer.id}"] for offer in OFFERS}) == len(OFFERS)


def test_a_language_for_which_there_is_no_room_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "CARDS_AT_MOST", 13)
    assert {name.partition("/")[0] for name in drawn(("nl", "fr")) if "/" in name} == {"nl"}
