"""What goes to the typesetter: all sheets of a build, or one that somebody asks for."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import project as outside
from generator.editions import Bound, marks_in
from generator.maps import draw_cutouts, draw_paper_maps, draw_route_cutouts
from generator.model.geo import frame_of
from generator.newsletters import letter_of, mail_files
from generator.processes import beside
from generator.sheets import (
    FormRecord,
    Stationery,
    Tongue,
    form_file,
    newsletter_name,
    product_names,
    render_form,
    render_newsletter,
    render_poster,
    render_products,
    render_swap,
    small_names,
    small_sheets_under_way,
    swap_name,
)
from generator.source import Source
from generator.views.editions import SwapView
from generator.views.programme_shapes import NewsletterView
from generator.views.shapes import GuideView


@dataclass(frozen=True)
class SheetsUnderWay:
    """The sheets of a build, on their way into its folder."""

    names: tuple[str, ...] = ()
    """Paths below print/."""
    size_of: Callable[[str], int] = lambda name: 0
    """How many bytes a sheet has; 0 for flyers and sheets to fill in. Waits until it is set."""
    finish: Callable[[], None] = lambda: None
    """Waits until all of them are there."""


@contextmanager
def start_sheets(
    source: Source, guides: Mapping[str, GuideView], bound: Bound, out: Path
) -> Iterator[SheetsUnderWay]:
    """Set all sheets of a build into the folder `out`, while the caller does something else."""
    first, *others = (
        Tongue(guide, outside.words_of(language), marks_in(source, language, bound.standing))
        for language, guide in guides.items()
    )
    large = product_names(first.guide, _current_swaps(bound))
    names = (*large, *small_names(first, others))
    # The website may have files of its own there, and puts them beside what it finds.
    out.mkdir(parents=True)
    with beside(partial(_set_sheets, source, first, others, bound, out)) as steps:
        sizes: dict[str, int] = {}

        def size_of(name: str) -> int:
            if name in large and name not in sizes:
                for made, size in steps:
                    sizes[made] = size
                    if made == name:
                        break
            return sizes.get(name, 0)

        def finish() -> None:
            for made, size in steps:
                sizes[made] = size

        yield SheetsUnderWay(names, size_of, finish)


def _set_sheets(
    source: Source, first: Tongue, others: Sequence[Tongue], bound: Bound, out: Path
) -> Generator[tuple[str, int]]:
    """The large ones, each with how many bytes it has; then the others."""
    stationery = stationery_of(source, first.guide)

    def put(name: str, pdf: bytes) -> None:
        outside.write_files(out, {name: pdf})

    with small_sheets_under_way(first, others, stationery, put) as wait_for_small:
        for name, pdf in make_sheets(first.guide, bound, stationery):
            put(name, pdf)
            yield name, len(pdf)
        wait_for_small()


def make_sheets(guide: GuideView, bound: Bound, stationery: Stationery) -> Iterator[tuple[str, bytes]]:
    """Everything on paper but the flyers, in one language: path below print/, and PDF.

    With the swap sheets for every edition that somebody may still carry around.
    """
    words = outside.words_of(guide.language)
    return render_products(guide, stationery, words, bound.binder, _current_swaps(bound))


def _current_swaps(bound: Bound) -> list[SwapView]:
    return [edition.swap for edition in bound.standing.editions if edition.swap and not edition.retired]


def make_swap(source: Source, guide: GuideView, bound: Bound, swap: SwapView, out: Path) -> Path:
    """Write the swap sheets for the binder of an edition into the folder `out`; gives their path."""
    words = outside.words_of(guide.language)
    pdf = render_swap(swap, bound.binder, guide, stationery_of(source, guide), words)
    outside.write_files(out, {swap_name(swap): pdf})
    return out / swap_name(swap)


def make_poster(source: Source, guide: GuideView, out: Path) -> tuple[Path, ...]:
    """Write the poster of the guide's week into the folder `out`, on each paper; gives their paths."""
    sheets = render_poster(guide, plain_stationery(source), outside.words_of(guide.language))
    outside.write_files(out, sheets)
    return tuple(out / name for name in sheets)


def make_newsletter(source: Source, guide: GuideView, letter: NewsletterView, out: Path) -> tuple[Path, ...]:
    """Write a newsletter into the folder `out`, to print and to mail; gives the paths."""
    name = newsletter_name(letter)
    if guide.language != source.languages[0]:
        name += f"-{guide.language}"
    words = outside.words_of(guide.language)
    files = {f"{name}.pdf": render_newsletter(guide, letter, plain_stationery(source), words)}
    files |= mail_files(letter_of(source, guide, letter), name)
    outside.write_files(out, files)
    return tuple(out / name for name in files)


def make_form(source: Source, guide: GuideView, kind: str, record: FormRecord, out: Path) -> Path:
    """Write one sheet to fill in into the folder `out`; gives its path."""
    words = outside.words_of(guide.language)
    name = form_file(kind, record)
    outside.write_files(out, {name: render_form(kind, record, guide, plain_stationery(source), words)})
    return out / name


def plain_stationery(source: Source) -> Stationery:
    """What all sheets are made of: templates, fonts, texts; without any map."""
    return Stationery(
        templates=str(outside.TEMPLATES),
        fonts=str(outside.FONTS),
        icons=outside.icon,
        map_a3="",
        map_a4="",
        map_a5="",
        map_a6="",
        cutouts={},
        prose=source.project.prose(),
        today=source.today,
        flyers=source.flyers,
        keep=outside.kept,
    )


def stationery_of(source: Source, guide: GuideView) -> Stationery:
    """The same, with the maps drawn for the sheets."""
    words = outside.words_of(guide.language)
    geodata, keep = source.geodata, outside.kept
    a3, a4, a5, a6 = draw_paper_maps(geodata, frame_of(source.guide.neighbourhood.map), guide, words, keep)
    return replace(
        plain_stationery(source),
        map_a3=a3,
        map_a4=a4,
        map_a5=a5,
        map_a6=a6,
        cutouts=draw_cutouts(geodata, guide, keep) | draw_route_cutouts(geodata, guide, keep),
    )
