"""All sheets of a guide, in one language."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context

from generator.sheets.binder import Part, Sheet, binder_parts, binder_sheets
from generator.sheets.brochure import brochure_data
from generator.sheets.flyer import flyer_data
from generator.sheets.imposition import impose_booklet
from generator.sheets.joining import join_parts, page_count
from generator.sheets.offers import Data
from generator.sheets.partners import partner_data
from generator.sheets.placing import place_pages
from generator.sheets.stationery import Stationery
from generator.sheets.swap import swap_sheets
from generator.sheets.typesetting import Typesetter, forget_documents, icon_names
from generator.sheets.wallmap import wallmap_data
from generator.views.binder import BinderView, offer_record, view_binder
from generator.views.editions import SwapView
from generator.views.shapes import GuideView
from generator.wording.words import Words

FLYERS_AT_ONCE = 50
"""With more than twice as many flyers, processes of their own do the typesetting, two at a time."""
Typeset = Callable[[str, Data], bytes]


def render_sheets(
    guide: GuideView,
    stationery: Stationery,
    words: Words,
    binder: BinderView | None = None,
    swaps: Sequence[SwapView] = (),
) -> dict[str, bytes]:
    """File name ("flyers/<id>.pdf", "partners/<id>.pdf") -> PDF, each PDF/UA-1 but the imposed booklet.

    `binder` gives the sheets their numbers and marks (None: nothing was ever printed), `swaps`
    what changed since editions on paper.
    """
    binder = binder or view_binder(guide, words)
    valid = [offer for offer in guide.offers if not offer.flyer_over]
    names = [f"flyers/{offer.id}.pdf" for offer in valid]
    flyers = [
        flyer_data(offer, guide, stationery.cutouts, words, binder.marks.get(offer_record(offer.id)))
        for offer in valid
    ]
    runs = [flyers[at : at + FLYERS_AT_ONCE] for at in range(0, len(flyers), FLYERS_AT_ONCE)]
    if len(runs) <= 2:
        made = [_typeset(stationery, "flyer", run) for run in runs]
        products = {
            **_brochure(guide, stationery, words, partial(_typeset_one, stationery)),
            **_binder_and_map(guide, binder, swaps, stationery, words, partial(_typeset_one, stationery)),
        }
    else:
        with _process() as first, _process() as second, _process() as third:
            waiting = [first.submit(_typeset, _sent(stationery, run), "flyer", run) for run in runs]
            # Typst keeps the memory that it ever took, so each of the large ones starts afresh.
            products = _brochure(guide, stationery, words, partial(_elsewhere, second, stationery))
            second.shutdown()
            there = partial(_elsewhere, third, stationery)
            products |= _binder_and_map(guide, binder, swaps, stationery, words, there)
            made = [run.result() for run in waiting]
    flyers_made = dict(zip(names, (pdf for run in made for pdf in run), strict=True))
    return {**products, **flyers_made, **_partners(guide, stationery, words)}


def _partners(guide: GuideView, stationery: Stationery, words: Words) -> dict[str, bytes]:
    """Partners' own flyers as they are, but clean: "partners/<id>.pdf"."""
    shown = [flyer for flyer in guide.flyers if not flyer.over]
    files = [stationery.flyers[flyer.file] for flyer in shown]
    sheets = [partner_data(flyer, file, guide, words) for flyer, file in zip(shown, files, strict=True)]
    made = _typeset(stationery, "partner", sheets) if sheets else []
    return {
        f"partners/{flyer.id}.pdf": place_pages(pdf, (file,))
        for flyer, file, pdf in zip(shown, files, made, strict=True)
    }


def _brochure(guide: GuideView, stationery: Stationery, words: Words, typeset: Typeset) -> dict[str, bytes]:
    brochure = typeset("brochure", brochure_data(guide, stationery.map_a5, stationery.prose, words))
    title = words.gettext("Welcome brochure")
    return {
        "onthaalbrochure.pdf": brochure,
        "onthaalbrochure-boekje.pdf": impose_booklet(brochure, f"{title} {guide.name}"),
    }


def _binder_and_map(
    guide: GuideView,
    binder: BinderView,
    swaps: Sequence[SwapView],
    stationery: Stationery,
    words: Words,
    typeset: Typeset,
) -> dict[str, bytes]:
    return {
        "flyermap.pdf": render_binder(binder, guide, stationery, words, typeset),
        "buurtkaart.pdf": typeset("map", wallmap_data(guide, stationery.map_a3, words)),
        **{swap_name(swap): render_swap(swap, binder, guide, stationery, words, typeset) for swap in swaps},
    }


def render_binder(
    binder: BinderView,
    guide: GuideView,
    stationery: Stationery,
    words: Words,
    typeset: Typeset | None = None,
) -> bytes:
    """The binder, set by `typeset` (in this process, if none is given)."""
    sheets = _binder_sheets(binder, guide, stationery, words)
    parts = binder_parts(sheets, binder, guide, words)
    return _joined(parts, typeset or partial(_typeset_one, stationery), stationery)


def render_swap(
    swap: SwapView,
    binder: BinderView,
    guide: GuideView,
    stationery: Stationery,
    words: Words,
    typeset: Typeset | None = None,
) -> bytes:
    """The sheets that make the binder of an edition the binder of today, a checklist on top."""
    sheets = _binder_sheets(binder, guide, stationery, words)
    parts = swap_sheets(swap, sheets, binder, guide, words)
    return _joined(parts, typeset or partial(_typeset_one, stationery), stationery)


def _binder_sheets(
    binder: BinderView, guide: GuideView, stationery: Stationery, words: Words
) -> tuple[Sheet, ...]:
    return binder_sheets(
        binder,
        guide,
        stationery.map_a4,
        stationery.cutouts,
        stationery.prose,
        words,
        stationery.flyers,
    )


def swap_name(swap: SwapView) -> str:
    """ "wisselbladen-1-naar-3.pdf"."""
    return f"wisselbladen-{swap.since}-naar-{swap.until or 'ontwerp'}.pdf"


def _joined(parts: Iterable[Part], typeset: Typeset, stationery: Stationery) -> bytes:
    """One document, however many parts it is set in: its page numbers go on. With partners' pages in it."""
    made: list[bytes] = []
    used: set[object] = set()
    first = 1
    for part in parts:
        made.append(typeset("binder", {**part.data, "first": first}))
        used |= part.files
        # The front matter in a part of its own has Roman numbers, and does not count.
        if not part.roman:
            first += page_count(made[-1])
    files = {file.digest: file for file in stationery.flyers.values() if file.digest in used}
    return place_pages(join_parts(made), files.values())


def _typeset(stationery: Stationery, template: str, sheets: Sequence[Data]) -> list[bytes]:
    typesetter = Typesetter(
        stationery.templates, stationery.fonts, stationery.icons, stationery.today, stationery.keep
    )
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
    return replace(
        stationery, icons=icons.__getitem__, map_a3="", map_a4="", map_a5="", cutouts={}, prose={}, flyers={}
    )
