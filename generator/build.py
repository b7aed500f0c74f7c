"""A whole build, as a table of contents: read, view, draw, typeset, render, publish.

Everything is gathered in a new folder beside the old one, which then takes its place in
one step: whoever looks sees one whole build, the old or the new.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from generator import project as outside
from generator.downloads import downloads, swap_downloads
from generator.editions import bind, stamped
from generator.editor import editor_files, host_of
from generator.feeds.calendars import Calendars
from generator.feeds.shapes import FeedSource
from generator.feeds.structured import Structured
from generator.maps import draw_cutouts, draw_route_maps, draw_web_maps
from generator.model.geo import frame_of
from generator.newsletters import with_newsletters
from generator.open_data import open_data_of
from generator.printing import SheetsUnderWay, plain_stationery, start_sheets
from generator.problems import BuildStopped, FilesChangedError, Problem
from generator.project import Project, staff_words
from generator.qr import kept_qr_svg
from generator.sheets import render_cards
from generator.site import SiteInput, TakenError, build_site, former_addresses
from generator.source import Source, load, view_languages
from generator.state import state_of
from generator.views.editions import Standing
from generator.views.plain_facts import view_plain_facts
from generator.views.series import view_series
from generator.views.shapes import GuideView

Part = Literal["site", "print"]
PARTS: tuple[Part, ...] = ("site", "print")
TRIES = 3
"""How often a build begins anew because somebody saved a file meanwhile."""
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

    Raises BuildStopped with all mistakes of the input, FilesChangedError if the files are never
    at rest, UnfitFolderError if something else is in `out`, AlreadyBuildingError while another process builds
    there; `out` then stays as it was.
    """
    for _again in range(TRIES - 1):
        with suppress(FilesChangedError):
            return _build_once(project, out, today, progress, parts)
        progress(staff_words().gettext("A file was changed meanwhile: once more, from the start."))
    return _build_once(project, out, today, progress, parts)


@contextmanager
def _at_rest(project: Project) -> Iterator[Callable[[], None]]:
    """Gives a last look at the files: FilesChangedError if any is no longer what it was.

    Whatever else went wrong then, went wrong for that: a file was half saved, or gone.
    """
    before = project.state()

    def look() -> None:
        if project.state() != before:
            raise FilesChangedError

    try:
        yield look
    except Exception:
        look()
        raise


def _build_once(
    project: Project, out: Path, today: date, progress: Progress, parts: tuple[Part, ...]
) -> Report:
    _ = staff_words().gettext
    started = outside.seconds()

    with ExitStack() as whole:
        last_look = whole.enter_context(_at_rest(project))
        progress(_("Reading offers.yaml and socialmap.yaml..."))
        source = load(project, today)
        guides = view_languages(source, source.languages)
        bound = bind(source, guides[source.languages[0]])
        guides = {
            language: with_newsletters(source, stamped(source, guide, bound.standing), bound.standing)
            for language, guide in guides.items()
        }
        first = guides[source.languages[0]]

        # At the end of this block the result takes the place of the old one.
        stage = whole.enter_context(outside.replacing(out, project.root))
        sheets = SheetsUnderWay()
        pages = 0
        if "print" in parts:
            progress(_("Typesetting the brochure, the binder, the flyers and the map..."))
            # They are set while the website is made.
            sheets = whole.enter_context(start_sheets(source, guides, bound, stage / "print"))
        if "site" in parts:
            progress(_("Making the pages of the website..."))
            _refuse_taken(project, (f"print/{name}" for name in sheets.names))
            site = site_input(source, guides, bound.standing, sheets.names)
            site = replace(site, size_of=partial(_size_of, sheets))
            try:
                pages = build_site(site, project.root / "mkdocs.yml", stage)
            except TakenError as taken:
                raise BuildStopped((_taken(taken.name),)) from taken
            form = form_files(source, progress)
            _refuse_taken(project, (f"beheer/{name}" for name in form))
            outside.write_files(stage / "beheer", form)
        sheets.finish()
        last_look()
    outside.forget_unused()

    return Report(
        out=out,
        records=len(source.guide.offers) + len(source.guide.organisations) + len(source.guide.places),
        pages=pages,
        sheets=tuple(f"print/{name}" for name in sheets.names),
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


def _refuse_taken(project: Project, names: Iterable[str]) -> None:
    """Raises BuildStopped if content/ has files with these paths: neither should win by chance."""
    theirs = {path for path, *_state in project.state("content")}
    if taken := [name for name in names if str(project.root / "content" / name) in theirs]:
        raise BuildStopped(tuple(map(_taken, taken)))


def _taken(name: str) -> Problem:
    _ = staff_words().gettext
    return Problem(
        f"content/{name}",
        0,
        0,
        _("The website has a file of its own with this name."),
        _("Give yours another name."),
    )


def _size_of(sheets: SheetsUnderWay, href: str) -> int:
    """How many bytes the large sheet at that address has; 0 if it is none of them. Waits for it."""
    return sheets.size_of(href.removeprefix("print/"))


def form_files(source: Source, progress: Progress) -> dict[str, bytes]:
    """The form of /beheer/: nothing, unless the neighbourhood asks for it and `make beheer` fetched it."""
    editor = source.guide.neighbourhood.editor
    if editor is None:
        return {}
    libraries = outside.form_libraries()
    if libraries is None:
        progress(staff_words().gettext("The form /beheer/ is not in it: make it with make beheer."))
        return {}
    return editor_files(host_of(editor), libraries, source.settings.url, staff_words())


def site_input(
    source: Source, guides: Mapping[str, GuideView], standing: Standing, sheets: Iterable[str]
) -> SiteInput:
    """All that the website is made of; `sheets` are the names of those that it offers."""
    frame = frame_of(source.guide.neighbourhood.map)
    words = {language: outside.words_of(language) for language in guides}
    first = guides[source.languages[0]]
    feeds = FeedSource(
        guides=guides,
        words=words,
        series=view_series(source.guide, source.today),
        facts=view_plain_facts(source.guide),
        site_url=source.settings.url,
        site_name=source.settings.name,
    )
    return SiteInput(
        guides=guides,
        words=words,
        site_url=source.settings.url,
        site_name=source.settings.name,
        map_svg=draw_web_maps(source.geodata, frame, guides, words, base="../", keep=outside.kept),
        route_maps=draw_route_maps(source.geodata, guides, words, base="../../", keep=outside.kept),
        cutouts=draw_cutouts(source.geodata, first, keep=outside.kept),
        icons=lambda name: outside.icon(name).decode(),
        downloads=downloads(sheets),
        fonts=outside.fonts(),
        keep=outside.kept,
        qr_svg=kept_qr_svg(outside.kept),
        renamed=former_addresses(first),
        calendars=Calendars(feeds, outside.kept),
        structured=Structured(feeds),
        printed_codes=standing.codes,
        editions=standing.editions,
        swap_sheets=swap_downloads(sheets, standing),
        state=partial(state_of, source),
        manual=outside.manual(),
        manual_pictures=outside.manual_pictures(),
        pictures=render_cards(guides, words, plain_stationery(source)),
        open_data=partial(open_data_of, source, guides, words),
    )


def load_site_input(root: Path, today: date, *, all_languages: bool = False) -> SiteInput:
    """For other builders than our own: the site in Dutch, or in all languages, without the sheets."""
    source = load(Project(root), today)
    guides = view_languages(source, source.languages if all_languages else source.languages[:1])
    standing = bind(source, guides[source.languages[0]]).standing
    guides = {
        language: with_newsletters(source, stamped(source, guide, standing), standing)
        for language, guide in guides.items()
    }
    return site_input(source, guides, standing, ())


__all__ = [
    "PARTS",
    "BuildStopped",
    "FilesChangedError",
    "Part",
    "Report",
    "build",
    "load_site_input",
    "site_input",
]
