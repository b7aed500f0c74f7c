"""All sheets of a guide, in one language."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from generator.sheets.binder import binder_parts
from generator.sheets.brochure import brochure_data
from generator.sheets.flyer import flyer_data
from generator.sheets.imposition import impose_booklet
from generator.sheets.joining import join_parts, page_count
from generator.sheets.offers import Data
from generator.sheets.stationery import Stationery
from generator.sheets.typesetting import Typesetter
from generator.sheets.wallmap import wallmap_data
from generator.views.shapes import GuideView
from generator.wording.words import Words

FLYERS_AT_ONCE = 50
"""With more flyers than this, a second process sets them, while the first sets all other sheets."""


def render_sheets(guide: GuideView, stationery: Stationery, words: Words) -> dict[str, bytes]:
    """File name ("flyers/<id>.pdf") -> PDF, each PDF/UA-1 but the imposed booklet."""
    names = [f"flyers/{offer.id}.pdf" for offer in guide.offers]
    flyers = [flyer_data(offer, guide, stationery.cutouts, words) for offer in guide.offers]
    runs = [flyers[at : at + FLYERS_AT_ONCE] for at in range(0, len(flyers), FLYERS_AT_ONCE)]
    if len(runs) <= 2:
        made = [_flyers(stationery, run) for run in runs]
        products = _products(guide, stationery, words)
    else:
        # A new process, not a copy of this one: Typst's own threads do not survive being copied.
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as other:
            waiting = [other.submit(_flyers, stationery, run) for run in runs]
            products = _products(guide, stationery, words)
            made = [run.result() for run in waiting]
    return {**products, **dict(zip(names, (pdf for run in made for pdf in run), strict=True))}


def _typesetter(stationery: Stationery) -> Typesetter:
    return Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)


def _flyers(stationery: Stationery, flyers: Sequence[Data]) -> list[bytes]:
    typesetter = _typesetter(stationery)
    return [typesetter.typeset("flyer", data) for data in flyers]


def _products(guide: GuideView, stationery: Stationery, words: Words) -> dict[str, bytes]:
    """Everything but the flyers."""
    typesetter = _typesetter(stationery)
    cutouts, prose = stationery.cutouts, stationery.prose
    brochure = typesetter.typeset("brochure", brochure_data(guide, stationery.map_a5, prose, words))
    typesetter.forget()
    title = words.gettext("Welcome brochure")
    binder = binder_parts(guide, stationery.map_a4, cutouts, prose, words)
    return {
        "onthaalbrochure.pdf": brochure,
        "onthaalbrochure-boekje.pdf": impose_booklet(brochure, f"{title} {guide.name}"),
        "flyermap.pdf": _binder(typesetter, binder),
        "buurtkaart.pdf": typesetter.typeset("map", wallmap_data(guide, stationery.map_a3, words)),
    }


def _binder(typesetter: Typesetter, parts: Iterable[Data]) -> bytes:
    """One document, however many parts it is set in: its page numbers go on."""
    made: list[bytes] = []
    first = 1
    for data in parts:
        pdf = typesetter.typeset("binder", {**data, "first": first})
        # The front matter in a part of its own has Roman numbers, and does not count.
        if data["tabs"] or made:
            first += page_count(pdf)
        made.append(pdf)
        typesetter.forget()
    return join_parts(made)
