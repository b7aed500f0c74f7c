"""A whole build, as a table of contents: read, view, draw, typeset, render, publish.

Everything is gathered in a new folder beside the old one, which then takes its place in
one step: whoever looks sees one whole build, the old or the new.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from generator import project as outside
from generator.maps import (
    draw_cutouts,
    draw_paper_maps,
    draw_route_cutouts,
    draw_route_maps,
    draw_web_maps,
)
from generator.model.geo import frame_of
from generator.problems import Problem
from generator.project import Project
from generator.qr import qr_svg
from generator.sheets import Stationery, render_sheets
from generator.site import Download, SiteInput, build_site
from generator.source import BuildStopped, Source, load, staff_words, view_languages
from generator.views.finder_shapes import QuestionView
from generator.views.shapes import GuideView, OfferView, OrganisationView, PlaceView
from generator.views.when import dates_of_the_year
from generator.wording.labels import N_

Part = Literal["site", "print"]
PARTS: tuple[Part, ...] = ("site", "print")
Progress = Callable[[str], None]


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

    with outside.replacing(out) as stage:
        sheets: dict[str, bytes] = {}
        pages = 0
        if "print" in parts:
            progress(_("Typesetting the brochure, the binder, the flyers and the map..."))
            sheets = make_sheets(source, guides[source.languages[0]])
        if "site" in parts:
            progress(_("Making the pages of the website..."))
            pages = build_site(
                site_input(source, guides, downloads(sheets)), project.root / "mkdocs.yml", stage
            )
        outside.write_files(stage / "print", sheets)

    return Report(
        out=out,
        records=len(source.guide.offers) + len(source.guide.organisations) + len(source.guide.places),
        pages=pages,
        sheets=tuple(f"print/{name}" for name in sheets),
        problems=source.problems,
        seconds=outside.seconds() - started,
    )


def make_sheets(source: Source, guide: GuideView) -> dict[str, bytes]:
    """Everything on paper, in one language: path below print/ -> PDF."""
    words = outside.words_of(guide.language)
    a3, a4, a5 = draw_paper_maps(source.geodata, frame_of(source.guide.neighbourhood.map), guide, words)
    stationery = Stationery(
        templates=str(outside.TEMPLATES),
        fonts=str(outside.FONTS),
        icons=outside.icon,
        map_a3=a3,
        map_a4=a4,
        map_a5=a5,
        cutouts=draw_cutouts(source.geodata, guide) | draw_route_cutouts(source.geodata, guide),
        prose=source.project.prose(),
        today=source.today,
    )
    return render_sheets(guide, stationery, words)


def downloads(sheets: Mapping[str, bytes]) -> tuple[Download, ...]:
    """The sheets as the website offers them, the flyers with the offer they belong to."""
    titles = {
        "onthaalbrochure.pdf": N_("Welcome brochure"),
        "onthaalbrochure-boekje.pdf": N_("Welcome brochure as a booklet, to print and staple"),
        "flyermap.pdf": N_("Binder of flyers"),
        "buurtkaart.pdf": N_("Map of the neighbourhood"),
    }
    return tuple(
        Download(
            href=f"print/{name}",
            title=titles.get(name, N_("Flyer")),
            size=len(pdf),
            offer=name.removeprefix("flyers/").removesuffix(".pdf") if name.startswith("flyers/") else "",
        )
        for name, pdf in sheets.items()
    )


def site_input(
    source: Source, guides: Mapping[str, GuideView], downloads: tuple[Download, ...] = ()
) -> SiteInput:
    """All that the website is made of."""
    frame = frame_of(source.guide.neighbourhood.map)
    words = {language: outside.words_of(language) for language in guides}
    first = guides[source.languages[0]]
    records: tuple[OfferView | OrganisationView | PlaceView | QuestionView, ...]
    records = (*first.offers, *first.past_offers, *first.organisations, *first.places, *first.steps)
    return SiteInput(
        guides=guides,
        words=words,
        site_url=source.settings.url,
        site_name=source.settings.name,
        map_svg=draw_web_maps(source.geodata, frame, guides, words, base="../"),
        route_maps=draw_route_maps(source.geodata, guides, words, base="../../"),
        cutouts=draw_cutouts(source.geodata, first),
        icons=lambda name: outside.icon(name).decode(),
        downloads=downloads,
        fonts=outside.fonts(),
        keep=outside.kept,
        qr_svg=qr_svg,
        renamed=tuple((former.href, record.href) for record in records for former in record.former),
        dates=dates_of_the_year(source.guide, source.today),
    )


def load_site_input(root: Path, today: date) -> SiteInput:
    """For MkDocs's own commands: the site in Dutch, without the sheets."""
    source = load(Project(root), today)
    return site_input(source, view_languages(source, source.languages[:1]))


__all__ = ["PARTS", "BuildStopped", "Part", "Report", "build", "load_site_input", "make_sheets", "site_input"]
