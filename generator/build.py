"""A whole build, as a table of contents: read, view, draw, typeset, render, publish.

Everything is gathered in a new folder beside the old one, which then takes its place in
one step: whoever looks sees one whole build, the old or the new.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from generator import project as outside
from generator.editions import Bound, bind, marks_in, stamped
from generator.maps import (
    draw_cutouts,
    draw_paper_maps,
    draw_route_cutouts,
    draw_route_maps,
    draw_web_maps,
)
from generator.model.geo import frame_of
from generator.newsletters import letter_of, mail_files, with_newsletters
from generator.problems import Problem
from generator.project import Project
from generator.qr import kept_qr_svg
from generator.sheets import (
    FLYERS,
    FormRecord,
    SmallSheets,
    Stationery,
    Tongue,
    flyer_of,
    form_file,
    newsletter_name,
    render_cards,
    render_form,
    render_newsletter,
    render_poster,
    render_products,
    render_swap,
    small_sheets_under_way,
    swap_name,
)
from generator.site import Download, SiteInput, build_site
from generator.source import BuildStopped, Source, load, staff_words, view_languages
from generator.views.editions import Standing, SwapView
from generator.views.finder_shapes import QuestionView
from generator.views.flyers import FlyerView
from generator.views.programme_shapes import NewsletterView
from generator.views.shapes import GuideView, OfferView, OrganisationView, PlaceView
from generator.views.when import dates_of_the_year
from generator.wording.labels import N_

Part = Literal["site", "print"]
PARTS: tuple[Part, ...] = ("site", "print")
Progress = Callable[[str], None]
_LETTER = "nieuwsbrief-"


@dataclass(frozen=True)
class Report:
    """What a build made."""

    out: Path
    records: int
    pages: int
    sheets: tuple[str, ...]
    """Paths of the PDFs below `out`."""
    problems: tuple[Problem, ...]
    """Warnings only; with a mistake there is no build."""
    seconds: float
    edition: str
    """What all of it is: an edition, or a draft."""
    unconfirmed: tuple[str, ...]
    """Leaves of the binder that say that nobody confirmed them in time: "3.2 Digipunt"."""
    left_out: tuple[str, ...]
    """Offers that have no leaf in the binder, and why."""


def build(
    project: Project, out: Path, today: date, progress: Progress, parts: tuple[Part, ...] = PARTS
) -> Report:
    """Build the site and the sheets of a neighbourhood into the folder `out`.

    Raises BuildStopped with all mistakes of the input; `out` then stays as it was.
    """
    _ = staff_words().gettext
    started = outside.seconds()

    progress(_("Reading offers.yaml and socialmap.yaml..."))
    source = load(project, today)
    guides = view_languages(source, source.languages)
    bound = bind(source, guides[source.languages[0]])
    guides = {
        language: with_newsletters(source, stamped(source, guide, bound.standing), bound.standing)
        for language, guide in guides.items()
    }
    first = guides[source.languages[0]]

    with outside.replacing(out) as stage, ExitStack() as presses:
        sheets: dict[str, bytes] = {}
        small = SmallSheets((), dict)
        pages = 0
        if "print" in parts:
            progress(_("Typesetting the brochure, the binder, the flyers and the map..."))
            stationery = stationery_of(source, first)
            # The small ones are by far the most sheets: they are set while the rest is made.
            small = presses.enter_context(start_small_sheets(source, guides, bound, stationery))
            sheets = make_sheets(first, bound, stationery)
        if "site" in parts:
            progress(_("Making the pages of the website..."))
            offered = {**sheets, **dict.fromkeys(small.names, b"")}
            pages = build_site(
                site_input(source, guides, bound.standing, offered), project.root / "mkdocs.yml", stage
            )
        sheets |= small.finish()
        outside.write_files(stage / "print", sheets)
    outside.forget_unused()

    return Report(
        out=out,
        records=len(source.guide.offers) + len(source.guide.organisations) + len(source.guide.places),
        pages=pages,
        sheets=tuple(f"print/{name}" for name in sheets),
        problems=source.problems,
        seconds=outside.seconds() - started,
        edition=first.edition.label,
        unconfirmed=tuple(
            f"{leaf.number} {leaf.offer.name}"
            for leaf in bound.binder.offers
            if leaf.offer.checked.state != "fresh"
        ),
        left_out=tuple(
            f"{offer.name}: {offer.status_text or offer.flyer_over}"
            for offer in (*first.past_offers, *first.offers)
            if offer.id not in bound.binder.number
        ),
    )


def make_sheets(guide: GuideView, bound: Bound, stationery: Stationery) -> dict[str, bytes]:
    """Everything on paper but the flyers, in one language: path below print/ -> PDF.

    With the swap sheets for every edition that somebody may still carry around.
    """
    words = outside.words_of(guide.language)
    swaps = [edition.swap for edition in bound.standing.editions if edition.swap and not edition.retired]
    return render_products(guide, stationery, words, bound.binder, swaps)


def start_small_sheets(
    source: Source, guides: Mapping[str, GuideView], bound: Bound, stationery: Stationery
) -> AbstractContextManager[SmallSheets]:
    """The sheets to fill in; the flyers in every language, with the marks of their leaves in the binder."""
    first, *others = (
        Tongue(guide, outside.words_of(language), marks_in(source, language, bound.standing))
        for language, guide in guides.items()
    )
    return small_sheets_under_way(first, others, stationery)


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
    a3, a4, a5, a6 = draw_paper_maps(source.geodata, frame_of(source.guide.neighbourhood.map), guide, words)
    return replace(
        plain_stationery(source),
        map_a3=a3,
        map_a4=a4,
        map_a5=a5,
        map_a6=a6,
        cutouts=draw_cutouts(source.geodata, guide) | draw_route_cutouts(source.geodata, guide),
    )


def downloads(sheets: Mapping[str, bytes]) -> tuple[Download, ...]:
    """The sheets as the website offers them, those of one record with what they are about."""
    titles = {
        "onthaalbrochure.pdf": N_("Welcome brochure"),
        "onthaalbrochure-groot.pdf": N_("Welcome brochure in large print"),
        "onthaalbrochure-boekje.pdf": N_("Welcome brochure as a booklet, to print and staple"),
        "flyermap.pdf": N_("Binder of flyers"),
        "buurtkaart.pdf": N_("Map of the neighbourhood"),
        "weekblad.pdf": N_("Poster of the week"),
        "weekblad-a3.pdf": N_("Poster of the week, A3"),
        "aanbod-op-een-blad.pdf": N_("All offers on one sheet, to fold"),
        "aanmelding.pdf": N_("Sign-up sheet"),
        "doorverwijzing.pdf": N_("Referral slip"),
        "turfblad.pdf": N_("Tally sheet"),
    }
    of_records = {
        FLYERS: N_("Flyer"),
        "aanmelding": N_("Sign-up sheet"),
        "doorverwijzing": N_("Referral slip"),
        "partners": N_("Flyer"),
    }
    found = []
    for name, pdf in sheets.items():
        folder, _slash, record = name.removesuffix(".pdf").rpartition("/")
        languages: tuple[str, ...] = ()
        if folder == FLYERS:
            record, languages = flyer_of(name, outside.FIRST_LANGUAGE)
        title = of_records.get(folder) if folder else titles.get(name)
        if name.startswith(_LETTER):
            title = N_("Newsletter")
        if title:
            found.append(
                Download(f"print/{name}", title, len(pdf), folder, record if folder else "", languages)
            )
    return tuple(found)


def swap_downloads(sheets: Mapping[str, bytes], standing: Standing) -> dict[int, Download]:
    """The swap sheets, by the edition that they are for."""
    names = {edition.number: swap_name(edition.swap) for edition in standing.editions}
    return {
        number: Download(f"print/{name}", N_("Swap sheets"), len(sheets[name]))
        for number, name in names.items()
        if name in sheets
    }


def site_input(
    source: Source, guides: Mapping[str, GuideView], standing: Standing, sheets: Mapping[str, bytes]
) -> SiteInput:
    """All that the website is made of; `sheets` are those that it offers."""
    frame = frame_of(source.guide.neighbourhood.map)
    words = {language: outside.words_of(language) for language in guides}
    first = guides[source.languages[0]]
    records: tuple[OfferView | OrganisationView | PlaceView | QuestionView | FlyerView, ...]
    records = (
        *first.offers,
        *first.past_offers,
        *first.organisations,
        *first.places,
        *first.steps,
        *first.flyers,
    )
    return SiteInput(
        guides=guides,
        words=words,
        site_url=source.settings.url,
        site_name=source.settings.name,
        map_svg=draw_web_maps(source.geodata, frame, guides, words, base="../"),
        route_maps=draw_route_maps(source.geodata, guides, words, base="../../"),
        cutouts=draw_cutouts(source.geodata, first),
        icons=lambda name: outside.icon(name).decode(),
        downloads=downloads(sheets),
        fonts=outside.fonts(),
        keep=outside.kept,
        qr_svg=kept_qr_svg(outside.kept),
        renamed=tuple((former.href, record.href) for record in records for former in record.former),
        dates=dates_of_the_year(source.guide, source.today),
        printed_codes=standing.codes,
        editions=standing.editions,
        swap_sheets=swap_downloads(sheets, standing),
        pictures=render_cards(first, words[first.language], plain_stationery(source)),
    )


def load_site_input(root: Path, today: date) -> SiteInput:
    """For MkDocs's own commands: the site in Dutch, without the sheets."""
    source = load(Project(root), today)
    guides = view_languages(source, source.languages[:1])
    standing = bind(source, guides[source.languages[0]]).standing
    guides = {
        language: with_newsletters(source, stamped(source, guide, standing), standing)
        for language, guide in guides.items()
    }
    return site_input(source, guides, standing, {})


__all__ = [
    "PARTS",
    "BuildStopped",
    "Part",
    "Report",
    "build",
    "load_site_input",
    "make_form",
    "make_newsletter",
    "make_poster",
    "make_sheets",
    "make_swap",
    "site_input",
]
