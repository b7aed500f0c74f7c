"""All sheets of a guide, in one language."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context

from generator.sheets.binder import Part, binder_parts, binder_sheets
from generator.sheets.brochure import brochure_data
from generator.sheets.flyer import flyer_data
from generator.sheets.forms import FormRecord, every_form, form_file, single_form
from generator.sheets.imposition import impose_booklet
from generator.sheets.joining import join_parts, page_count
from generator.sheets.offers import Data
from generator.sheets.pocket import pocket_data
from generator.sheets.stationery import Stationery
from generator.sheets.swap import swap_sheets
from generator.sheets.typesetting import Typesetter, forget_documents, icon_names
from generator.sheets.wallmap import wallmap_data
from generator.views.binder import BinderView, offer_record, view_binder
from generator.views.editions import SwapView
from generator.views.shapes import GuideView
from generator.wording.words import Words

SHEETS_AT_ONCE = 50
"""With more than twice as many small sheets, processes of their own do the typesetting, two at a time."""
Typeset = Callable[[str, Data], bytes]
Job = tuple[str, Data]
"""The name of a template, and what it shows."""


def render_sheets(
    guide: GuideView,
    stationery: Stationery,
    words: Words,
    binder: BinderView | None = None,
    swaps: Sequence[SwapView] = (),
) -> dict[str, bytes]:
    """File name ("flyers/<id>.pdf") -> PDF, each PDF/UA-1 but the imposed booklet.

    `binder` gives the sheets their numbers and marks (None: nothing was ever printed), `swaps`
    what changed since editions on paper.
    """
    binder = binder or view_binder(guide, words)
    single = dict(_single_sheets(guide, stationery, words, binder))
    jobs = list(single.values())
    runs = [jobs[at : at + SHEETS_AT_ONCE] for at in range(0, len(jobs), SHEETS_AT_ONCE)]
    if len(runs) <= 2:
        made = [_typeset(stationery, run) for run in runs]
        products = {
            **_brochure(guide, stationery, words, partial(_typeset_one, stationery)),
            **_binder_and_map(guide, binder, swaps, stationery, words, partial(_typeset_one, stationery)),
        }
    else:
        with _process() as first, _process() as second, _process() as third:
            waiting = [first.submit(_typeset, _sent(stationery, run), run) for run in runs]
            # Typst keeps the memory that it ever took, so each of the large ones starts afresh.
            products = _brochure(guide, stationery, words, partial(_elsewhere, second, stationery))
            second.shutdown()
            there = partial(_elsewhere, third, stationery)
            products |= _binder_and_map(guide, binder, swaps, stationery, words, there)
            made = [run.result() for run in waiting]
    return {**products, **dict(zip(single, (pdf for run in made for pdf in run), strict=True))}


def _single_sheets(
    guide: GuideView, stationery: Stationery, words: Words, binder: BinderView
) -> Iterator[tuple[str, Job]]:
    """The small sheets by file name: a flyer for each offer, and the sheets to fill in."""
    for offer in guide.offers:
        if not offer.flyer_over:
            mark = binder.marks.get(offer_record(offer.id))
            data = flyer_data(offer, guide, stationery.cutouts, words, mark)
            yield f"flyers/{offer.id}.pdf", ("flyer", data)
    for kind, record in every_form(guide):
        yield form_file(kind, record), ("form", single_form(kind, record, guide, words))


def render_form(
    kind: str, record: FormRecord, guide: GuideView, stationery: Stationery, words: Words
) -> bytes:
    """One sheet to fill in: for an offer, an organisation, or the general one."""
    return _typeset_one(stationery, "form", single_form(kind, record, guide, words))


def _brochure(guide: GuideView, stationery: Stationery, words: Words, typeset: Typeset) -> dict[str, bytes]:
    brochure = typeset("brochure", brochure_data(guide, stationery.map_a5, stationery.prose, words))
    title = words.gettext("Welcome brochure")
    return {
        "onthaalbrochure.pdf": brochure,
        "onthaalbrochure-boekje.pdf": impose_booklet(brochure, f"{title} {guide.name}", guide.brochure.creep),
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
        "aanbod-op-een-blad.pdf": typeset("pocket", pocket_data(guide, stationery.map_a6, words)),
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
    sheets = binder_sheets(binder, guide, stationery.map_a4, stationery.cutouts, stationery.prose, words)
    parts = binder_parts(sheets, binder, guide, words)
    return _joined(parts, typeset or partial(_typeset_one, stationery))


def render_swap(
    swap: SwapView,
    binder: BinderView,
    guide: GuideView,
    stationery: Stationery,
    words: Words,
    typeset: Typeset | None = None,
) -> bytes:
    """The sheets that make the binder of an edition the binder of today, a checklist on top."""
    sheets = binder_sheets(binder, guide, stationery.map_a4, stationery.cutouts, stationery.prose, words)
    parts = swap_sheets(swap, sheets, binder, guide, words)
    return _joined(parts, typeset or partial(_typeset_one, stationery))


def swap_name(swap: SwapView) -> str:
    """ "wisselbladen-1-naar-3.pdf"."""
    return f"wisselbladen-{swap.since}-naar-{swap.until or 'ontwerp'}.pdf"


def _joined(parts: Iterable[Part], typeset: Typeset) -> bytes:
    """One document, however many parts it is set in: its page numbers go on."""
    made: list[bytes] = []
    first = 1
    for part in parts:
        made.append(typeset("binder", {**part.data, "first": first}))
        # The front matter in a part of its own has Roman numbers, and does not count.
        if not part.roman:
            first += page_count(made[-1])
    return join_parts(made)


def _typeset(stationery: Stationery, jobs: Sequence[Job]) -> list[bytes]:
    typesetter = Typesetter(
        stationery.templates, stationery.fonts, stationery.icons, stationery.today, stationery.keep
    )
    return [typesetter.typeset(template, data) for template, data in jobs]


def _typeset_one(stationery: Stationery, template: str, data: Data) -> bytes:
    return _typeset(stationery, ((template, data),))[0]


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
        stationery,
        icons=icons.__getitem__,
        map_a3="",
        map_a4="",
        map_a5="",
        map_a6="",
        cutouts={},
        prose={},
    )
