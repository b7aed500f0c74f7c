"""One changed record makes only its own sheets again, and the lists that name it."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from generator.sheets import Stationery, Tongue
from generator.sheets.binder import LEAVES_PER_PART
from generator.sheets.typesetting import Typesetter
from generator.views.shapes import OfferView, Said, WhenView
from tests.sheets.factory import (
    dutch_words,
    make_guide,
    make_offer,
    make_stationery,
    set_everything,
    set_small_sheets,
)

OFFERS = 40


class Kept:
    """What was set before; and by template, what had to be set anew."""

    def __init__(self) -> None:
        self.sheets: dict[str, bytes] = {}
        self.anew: list[str] = []

    def __call__(self, name: str, make: Callable[[], bytes]) -> bytes:
        if name not in self.sheets:
            self.sheets[name] = make()
            self.anew.append(name.rpartition("-")[2].removesuffix(".pdf"))
        return self.sheets[name]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    """Nothing is set here: it counts what would be."""

    compiled = Typesetter._compile

    def described(self: Typesetter, template: str, written: str) -> bytes:
        if template.endswith("-plan"):
            return compiled(self, template, written)
        return json.dumps([template, written], ensure_ascii=False).encode()

    monkeypatch.setattr(Typesetter, "_compile", described)
    for module in ("render", "brochure"):
        monkeypatch.setattr(f"generator.sheets.{module}.join_parts", lambda parts, *_: b"".join(parts))
    monkeypatch.setattr("generator.sheets.brochure.PAGES_PER_PART", 2)
    monkeypatch.setattr("generator.sheets.imposition.impose_booklet", lambda pdf, title, creep: pdf)
    monkeypatch.setattr("generator.sheets.render.in_large_print", lambda pdf, guide, words: pdf)
    return Kept()


def set_all(offers: tuple[OfferView, ...], stationery: Stationery) -> None:
    set_everything(make_guide(offers), stationery)


def test_another_hour_sets_its_own_sheets_and_the_lists_again(kept: Kept) -> None:
    offers = tuple(make_offer(n) for n in range(OFFERS))
    stationery = replace(make_stationery(), keep=kept)
    set_all(offers, stationery)
    parts = kept.anew.count("binder")
    assert parts > OFFERS / LEAVES_PER_PART
    kept.anew.clear()
    later = replace(offers[17], when=WhenView(("elke maandag om 14 uur",), True, weekdays=(0,)))
    set_all((*offers[:17], later, *offers[18:]), stationery)
    # Of the binder and the brochure its part, and the front; map and pocket sheet say when, of all offers.
    assert sorted(kept.anew) == ["binder", "binder", "brochure", "flyer", "map", "plan", "pocket"]


def test_another_name_sets_the_tabs_that_name_it_too(kept: Kept) -> None:
    offers = tuple(make_offer(n) for n in range(OFFERS))
    stationery = replace(make_stationery(), keep=kept)
    set_all(offers, stationery)
    kept.anew.clear()
    renamed = replace(offers[17], name=Said("Verzonnen aanbod 17, nu beter"))
    set_all((*offers[:17], renamed, *offers[18:]), stationery)
    # The tabs of its two themes, its own part if that is another one, the front.
    assert 3 <= kept.anew.count("binder") <= 4
    assert kept.anew.count("flyer") == 1
    # Its part, and the list of places.
    assert kept.anew.count("brochure") == 2


def test_nothing_changed_sets_nothing(kept: Kept) -> None:
    offers = tuple(make_offer(n) for n in range(OFFERS))
    stationery = replace(make_stationery(), keep=kept)
    set_all(offers, stationery)
    kept.anew.clear()
    set_all(offers, stationery)
    assert kept.anew == []


def test_many_flyers_that_were_kept_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets: dict[str, bytes] = {}
    stationery = replace(make_stationery(), keep=partial(_kept_in, sheets))
    monkeypatch.setattr(Typesetter, "_compile", lambda _self, _template, data: json.dumps(data).encode())
    tongue = Tongue(make_guide(tuple(make_offer(n) for n in range(5))), dutch_words())
    made = set_small_sheets(tongue, (), stationery)
    monkeypatch.setattr("generator.sheets.render.SHEETS_AT_ONCE", 1)
    monkeypatch.setattr("generator.sheets.render.fresh_processes", pytest.fail)
    sheets.popitem()
    assert set_small_sheets(tongue, (), stationery) == made


def _kept_in(sheets: dict[str, bytes], name: str, make: Callable[[], bytes]) -> bytes:
    if name not in sheets:
        sheets[name] = make()
    return sheets[name]
