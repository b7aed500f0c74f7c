"""All sheets of a guide: in its first language, and the flyers in the others too."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from generator.partners import CleanFile
from generator.processes import fresh_processes
from generator.sheets.binder import Part, Sheet, binder_parts, binder_sheets
from generator.sheets.brochure import in_large_print, set_brochure
from generator.sheets.flyer import flyers
from generator.sheets.forms import FormRecord, every_form, form_file, form_files, single_form
from generator.sheets.joining import join_parts
from generator.sheets.newsletter import newsletter_data, newsletter_name
from generator.sheets.offers import Data, Job, Typeset
from generator.sheets.partners import partner_data
from generator.sheets.pocket import set_pocket
from generator.sheets.poster import PAPERS, on_a3, set_poster
from generator.sheets.stationery import Stationery
from generator.sheets.swap import swap_sheets
from generator.sheets.tongue import Tongue
from generator.sheets.typesetting import Typesetter, icon_names
from generator.sheets.wallmap import wallmap_data
from generator.views.binder import BinderView
from generator.views.editions import SwapView
from generator.views.programme_shapes import NewsletterView
from generator.views.shapes import GuideView
from generator.wording.words import Words

SHEETS_AT_ONCE = 50
"""With more than twice as many small sheets, processes of their own do the typesetting, two at a time."""
FEW = 12
"""So many parts of a large document are soon set: not worth a process of their own."""
REMEMBERED_BYTES = 1_000_000
"""What Typst may still know of what it set, by the size of the PDFs. To forget it takes a tenth of the
time that it took to set, and the next document then begins afresh."""
BROCHURES = ("onthaalbrochure.pdf", "onthaalbrochure-groot.pdf", "onthaalbrochure-boekje.pdf")
Put = Callable[[str, bytes], None]
"""Takes a PDF under its file name."""
Made = Iterator[tuple[str, bytes]]
"""File name and PDF, each as it is made: whoever asks for the next holds but one."""
BINDER_AND_MAP = ("flyermap.pdf", "buurtkaart.pdf", "aanbod-op-een-blad.pdf")


@contextmanager
def small_sheets_under_way(
    first: Tongue, others: Sequence[Tongue], stationery: Stationery, put: Put
) -> Iterator[Callable[[], None]]:
    """Sets all flyers in every language, and all sheets to fill in, while the caller does something else.

    Each is `put` under its file name ("flyers/<id>.pdf"); gives what waits until all of them are.
    """
    typesetter = _typesetter(stationery)
    missing: list[tuple[str, Job]] = []
    # After one change nearly all are there already: to start other processes would take longer than to look.
    for name, job in _small_jobs(first, others, stationery):
        if (pdf := typesetter.recall(*job)) is None:
            missing.append((name, job))
        else:
            put(name, pdf)
    names = [name for name, _job in missing]
    jobs = [job for _name, job in missing]
    runs = [jobs[at : at + SHEETS_AT_ONCE] for at in range(0, len(jobs), SHEETS_AT_ONCE)]

    def put_each(made: Iterable[list[bytes]]) -> None:
        for name, pdf in zip(names, (pdf for run in made for pdf in run), strict=True):
            put(name, pdf)

    if len(runs) <= 2:
        yield lambda: put_each(_typeset(stationery, run) for run in runs)
        return
    processes = fresh_processes(2)
    try:
        waiting = deque(processes.submit(_typeset, _sent(stationery, run), run) for run in runs)
        yield lambda: put_each(waiting.popleft().result() for _ in runs)
    finally:
        processes.shutdown(cancel_futures=True)


def _small_jobs(first: Tongue, others: Sequence[Tongue], stationery: Stationery) -> Iterator[tuple[str, Job]]:
    for name, make_data in flyers(first, others, stationery.cutouts):
        yield name, ("flyer", make_data())
    for kind, record in every_form(first.guide):
        yield form_file(kind, record), ("form", single_form(kind, record, first.guide, first.words))


def small_names(first: Tongue, others: Sequence[Tongue]) -> tuple[str, ...]:
    """File names of these sheets, in their order."""
    return (*(name for name, _make_data in flyers(first, others, {})), *form_files(first.guide))


def render_products(
    guide: GuideView,
    stationery: Stationery,
    words: Words,
    binder: BinderView,
    swaps: Sequence[SwapView] = (),
) -> Made:
    """All but the flyers ("flyermap.pdf"), each PDF/UA-1 but the imposed booklet.

    `binder` gives the sheets their numbers and marks, `swaps` what changed since editions on paper.
    """
    many = len(guide.offers) > 2 * SHEETS_AT_ONCE
    typesetter = _typesetter(stationery)
    typeset = partial(_typeset_apart, typesetter, stationery) if many else partial(_typeset_large, typesetter)
    # First what pages wait for that the search should find: they tell how large these are.
    yield from render_partners(guide, stationery, words).items()
    yield from _brochure(guide, stationery, words, typeset)
    yield from _binder_and_map(guide, binder, swaps, stationery, words, typeset)
    yield from _of_the_season(guide, words, typeset)


def product_names(guide: GuideView, swaps: Sequence[SwapView] = ()) -> tuple[str, ...]:
    """File names of what `render_products` makes, as they are named to people: the most important first."""
    letters = (letter for letter in guide.newsletters if not letter.past)
    return (
        *BROCHURES,
        *BINDER_AND_MAP,
        *map(swap_name, swaps),
        *(PAPERS if guide.poster else ()),
        *(f"{newsletter_name(letter)}.pdf" for letter in letters),
        *(f"partners/{flyer.id}.pdf" for flyer in guide.flyers if not flyer.over),
    )


def render_form(
    kind: str, record: FormRecord, guide: GuideView, stationery: Stationery, words: Words
) -> bytes:
    """One sheet to fill in: for an offer, an organisation, or the general one."""
    return _typeset_one(stationery, "form", single_form(kind, record, guide, words))


def render_partners(guide: GuideView, stationery: Stationery, words: Words) -> dict[str, bytes]:
    """Partners' own flyers as they are, but clean: "partners/<id>.pdf"."""
    shown = [flyer for flyer in guide.flyers if not flyer.over]
    files = [stationery.flyers[flyer.file] for flyer in shown]
    sheets = [partner_data(flyer, file, guide, words) for flyer, file in zip(shown, files, strict=True)]
    made = _typeset(stationery, [("partner", sheet) for sheet in sheets])
    return {
        f"partners/{flyer.id}.pdf": _placed(pdf, (file,))
        for flyer, file, pdf in zip(shown, files, made, strict=True)
    }


def _brochure(guide: GuideView, stationery: Stationery, words: Words, typeset: Typeset) -> Made:
    normal = set_brochure(guide, stationery.map_a5, stationery.prose, words, typeset)
    title = words.gettext("Welcome brochure")
    ours, large, booklet = BROCHURES
    from generator.sheets.imposition import impose_booklet

    yield ours, normal
    yield large, in_large_print(normal, guide, words)
    yield booklet, impose_booklet(normal, f"{title} {guide.name}", guide.brochure.creep)


def _binder_and_map(
    guide: GuideView,
    binder: BinderView,
    swaps: Sequence[SwapView],
    stationery: Stationery,
    words: Words,
    typeset: Typeset,
) -> Made:
    bound, on_the_wall, in_the_pocket = BINDER_AND_MAP
    yield bound, render_binder(binder, guide, stationery, words, typeset)
    yield on_the_wall, typeset([("map", wallmap_data(guide, stationery.map_a3, words))])[0]
    yield in_the_pocket, set_pocket(guide, stationery.map_a6, words, typeset)
    for swap in swaps:
        yield swap_name(swap), render_swap(swap, binder, guide, stationery, words, typeset)


def render_binder(
    binder: BinderView,
    guide: GuideView,
    stationery: Stationery,
    words: Words,
    typeset: Typeset | None = None,
) -> bytes:
    """The binder, set by `typeset` (in this process, if none is given)."""
    sheets = _binder_sheets(binder, guide, stationery, words)
    typeset = typeset or partial(_typeset_large, _typesetter(stationery))
    return _joined(binder_parts(sheets, binder, guide, words, typeset), typeset, stationery)


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
    return _joined(parts, typeset or partial(_typeset_large, _typesetter(stationery)), stationery)


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


def _of_the_season(guide: GuideView, words: Words, typeset: Typeset) -> Made:
    """The poster of the week, and the newsletters of this month and later ones."""
    yield from _posters(guide, words, typeset).items()
    for letter in guide.newsletters:
        if not letter.past:
            yield (
                f"{newsletter_name(letter)}.pdf",
                typeset([("newsletter", newsletter_data(guide, letter, words))])[0],
            )


def render_poster(guide: GuideView, stationery: Stationery, words: Words) -> dict[str, bytes]:
    """The poster of the guide's week, on each of its papers; none where the guide has no week."""
    return _posters(guide, words, partial(_typeset_large, _typesetter(stationery)))


def _posters(guide: GuideView, words: Words, typeset: Typeset) -> dict[str, bytes]:
    if guide.poster is None:
        return {}
    poster = set_poster(guide, guide.poster, words, typeset)
    return dict(zip(PAPERS, (poster, on_a3(poster)), strict=True))


def render_newsletter(
    guide: GuideView, letter: NewsletterView, stationery: Stationery, words: Words
) -> bytes:
    """The newsletter of a month: two sides of an A4."""
    return _typeset_one(stationery, "newsletter", newsletter_data(guide, letter, words))


def swap_name(swap: SwapView) -> str:
    """ "wisselbladen-1-naar-3.pdf"."""
    return f"wisselbladen-{swap.since}-naar-{swap.until or 'ontwerp'}.pdf"


def _joined(parts: Iterable[Part], typeset: Typeset, stationery: Stationery) -> bytes:
    """One document, however many parts it is set in, with partners' pages in it."""
    made = list(parts)
    nested = {number for number, part in enumerate(made) if part.nested}
    levels = {number: part.levels for number, part in enumerate(made)}
    used = frozenset[str]().union(*(part.files for part in made))
    files = {file.digest: file for file in stationery.flyers.values() if file.digest in used}
    whole = join_parts(typeset([("binder", part.data) for part in made]), nested, levels)
    return _placed(whole, files.values())


def _placed(pdf: bytes, files: Iterable[CleanFile]) -> bytes:
    """With the pages of partners in their places."""
    # pypdf takes a tenth of a second to import: only who sets sheets waits for it, beside the website.
    from generator.sheets.placing import place_pages

    return place_pages(pdf, files)


def _typesetter(stationery: Stationery) -> Typesetter:
    return Typesetter(
        stationery.templates, stationery.fonts, stationery.icons, stationery.today, stationery.keep
    )


def _typeset(stationery: Stationery, jobs: Sequence[Job]) -> list[bytes]:
    typesetter = _typesetter(stationery)
    return [typesetter.typeset(template, data) for template, data in jobs]


def _typeset_one(stationery: Stationery, template: str, data: Data) -> bytes:
    return _typeset(stationery, ((template, data),))[0]


def _typeset_large(typesetter: Typesetter, jobs: Sequence[Job]) -> list[bytes]:
    """The same of large documents, in less memory: Typst remembers the last ones."""
    made: list[bytes] = []
    for template, data in jobs:
        made.append(typesetter.typeset(template, data))
        typesetter.forget(beyond=REMEMBERED_BYTES)
    return made


def _typeset_apart(typesetter: Typesetter, stationery: Stationery, jobs: Sequence[Job]) -> list[bytes]:
    """The same; what is much to set, in a process of its own: Typst keeps the memory that it ever took."""
    known, missing = _known(typesetter, jobs)
    if len(missing) <= FEW:
        return _with_new(known, _typeset_large(typesetter, missing))
    with fresh_processes(1) as one:
        return _with_new(known, one.submit(_typeset_there, _sent(stationery, missing), missing).result())


def _typeset_there(stationery: Stationery, jobs: Sequence[Job]) -> list[bytes]:
    return _typeset_large(_typesetter(stationery), jobs)


def _known(typesetter: Typesetter, jobs: Sequence[Job]) -> tuple[list[bytes | None], list[Job]]:
    """What was set before and kept, None for the others; and these."""
    known = [typesetter.recall(template, data) for template, data in jobs]
    return known, [job for job, pdf in zip(jobs, known, strict=True) if pdf is None]


def _with_new(known: Iterable[bytes | None], new: Iterable[bytes]) -> list[bytes]:
    """All of them in their order, the new ones in the place of what was None."""
    others = iter(new)
    return [next(others) if pdf is None else pdf for pdf in known]


def _sent(stationery: Stationery, data: object) -> Stationery:
    """What another process needs to set that data, and no more."""
    icons = {name: stationery.icons(name) for name in icon_names(data)}
    return replace(
        stationery,
        icons=icons.__getitem__,
        map_a3="",
        map_a4="",
        map_a5="",
        map_a6="",
        cutouts={},
        prose={},
        flyers={},
    )
