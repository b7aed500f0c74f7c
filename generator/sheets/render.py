"""All sheets of a guide, in one language."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context

from generator.sheets.binder import binder_parts
from generator.sheets.brochure import brochure_data
from generator.sheets.flyer import flyer_data
from generator.sheets.imposition import impose_booklet
from generator.sheets.joining import join_parts, page_count
from generator.sheets.offers import Data
from generator.sheets.stationery import Stationery
from generator.sheets.typesetting import Typesetter, forget_documents, icon_names
from generator.sheets.wallmap import wallmap_data
from generator.views.shapes import GuideView
from generator.wording.words import Words

FLYERS_AT_ONCE = 50
"""With more than twice as many flyers, processes of their own do the typesetting, two at a time."""
Typeset = Callable[[str, Data], bytes]


def render_sheets(guide: GuideView, stationery: Stationery, words: Words) -> dict[str, bytes]:
    """File name ("flyers/<id>.pdf") -> PDF, each PDF/UA-1 but the imposed booklet."""
    names = [f"flyers/{offer.id}.pdf" for offer in guide.offers]
    flyers = [flyer_data(offer, guide, stationery.cutouts, words) for offer in guide.offers]
    runs = [flyers[at : at + FLYERS_AT_ONCE] for at in range(0, len(flyers), FLYERS_AT_ONCE)]
    if len(runs) <= 2:
        made = [_typeset(stationery, "flyer", run) for run in runs]
        products = {
            **_brochure(guide, stationery, words, partial(_typeset_one, stationery)),
            **_binder_and_map(guide, stationery, words, partial(_typeset_one, stationery)),
        }
    else:
        with _process() as first, _process() as second, _process() as third:
            waiting = [first.submit(_typeset, _sent(stationery, run), "flyer", run) for run in runs]
            # Typst keeps the memory that it ever took, so each of the large ones starts afresh.
            products = _brochure(guide, stationery, words, partial(_elsewhere, second, stationery))
            second.shutdown()
            products |= _binder_and_map(guide, stationery, words, partial(_elsewhere, third, stationery))
            made = [run.result() for run in waiting]
    return {**products, **dict(zip(names, (pdf for run in made for pdf in run), strict=True))}


def _brochure(guide: GuideView, stationery: Stationery, words: Words, typeset: Typeset) -> dict[str, bytes]:
    brochure = typeset("brochure", brochure_data(guide, stationery.map_a5, stationery.prose, words))
    title = words.gettext("Welcome brochure")
    return {
        "onthaalbrochure.pdf": brochure,
        "onthaalbrochure-boekje.pdf": impose_booklet(brochure, f"{title} {guide.name}"),
    }


def _binder_and_map(
    guide: GuideView, stationery: Stationery, words: Words, typeset: Typeset
) -> dict[str, bytes]:
    """The binder is one document, however many parts it is set in: its page numbers go on."""
    made: list[bytes] = []
    first = 1
    for data in binder_parts(guide, stationery.map_a4, stationery.cutouts, stationery.prose, words):
        made.append(typeset("binder", {**data, "first": first}))
        # The front matter in a part of its own has Roman numbers, and does not count.
        if data["tabs"] or len(made) > 1:
            first += page_count(made[-1])
    return {
        "flyermap.pdf": join_parts(made),
        "buurtkaart.pdf": typeset("map", wallmap_data(guide, stationery.map_a3, words)),
    }


def _typeset(stationery: Stationery, template: str, sheets: Sequence[Data]) -> list[bytes]:
    typesetter = Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)
    return [typesetter.typeset(template, data) for data in sheets]


def _typeset_one(stationery: Stationery, template: str, data: Data) -> bytes:
    return _typeset(stationery, template, (data,))[0]


def _typeset_and_forget(stationery: Stationery, template: str, data: Data) -> bytes:
    made = _typeset_one(stationery, template, data)
    forget_documents()
    return made


def _elsewhere(process: ProcessPoolExecutor, stationery: Stationery, template: str, data: Data) -> bytes:
    return process.submit(_typeset_and_forget, _sent(stationery, data), template, data).result()


def _process() -> ProcessPoolExecutor:
    # A new process, not a copy of this one: Typst's own threads do not survive being copied.
    return ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))


def _sent(stationery: Stationery, data: object) -> Stationery:
    """What another process needs to set that data, and no more."""
    icons = {name: stationery.icons(name) for name in sorted(set(icon_names(data)))}
    return replace(stationery, icons=icons.__getitem__, map_a3="", map_a4="", map_a5="", cutouts={}, prose={})
