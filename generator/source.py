"""A neighbourhood as read: its guide, its map and its settings, or all its mistakes at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from generator import project as outside
from generator.cartography import (
    AddressBook,
    Geodata,
    MapDataError,
    read_addresses,
    read_geodata,
    surroundings,
)
from generator.model.guide import Guide
from generator.model.holidays import public_holidays, read_school_holidays
from generator.model.ledger import Ledger
from generator.model.schedule import Holidays
from generator.model.translations import translate_guide
from generator.model.vocabulary import Closure
from generator.model.ways import Surroundings
from generator.partners import CleanFile, cleaner
from generator.problems import BuildStopped, Problem, Severity
from generator.project import Project, SiteSettings, staff_words
from generator.reading.flyers import FlyerFolder
from generator.reading.ledger import LedgerFile, check_codes, read_ledger
from generator.reading.reader import Reading, read_guide
from generator.reading.sources import Sources
from generator.reading.translations import TranslationFile, read_translations
from generator.reading.whereabouts import Whereabouts
from generator.recalling import Recall, make_anew
from generator.sharing.records import read_shared
from generator.unreadable import find_unreadable
from generator.views.context import ViewContext
from generator.views.guide import view_guide
from generator.views.shapes import GuideView
from generator.wording.words import Words

# How many years of public holidays a build looks ahead and back.
YEARS_AROUND = 3


@dataclass(frozen=True)
class Source:
    """A neighbourhood as read: its guide, its map, its settings."""

    project: Project
    settings: SiteSettings
    today: date
    guide: Guide
    geodata: Geodata
    ledger: Ledger
    """The editions that were printed."""
    problems: tuple[Problem, ...]
    """Warnings only."""
    flyers: Mapping[str, CleanFile] = field(default_factory=dict)
    """Name of a partner's file -> the file, as far as it can be used."""
    whereabouts: Whereabouts = field(default_factory=Whereabouts)
    """Where each record stands, to edit it."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages of the site, Dutch first."""
        own = self.guide.neighbourhood.languages
        first = outside.FIRST_LANGUAGE
        return (first, *(code for code in own if code != first))


@dataclass(frozen=True)
class Found:
    """All that people wrote, as far as it could be read, with every problem in it."""

    guide: Guide | None
    """None when any problem is a mistake."""
    geodata: Geodata
    ledger: Ledger
    problems: tuple[Problem, ...]
    flyers: Mapping[str, CleanFile] = field(default_factory=dict)
    """As of a source."""
    whereabouts: Whereabouts = field(default_factory=Whereabouts)


def read_project(project: Project, today: date, recall: Recall = make_anew) -> Found:
    """Read and check everything that people wrote; `recall` may know what did not change."""
    unreadable = find_unreadable(project, staff_words())
    if unreadable:
        return Found(None, read_geodata({}), Ledger(()), unreadable)
    reading, geodata = read_records(project, today, recall=recall)
    files, damaged = read_translation_files(project)
    ledger = read_ledger(project.ledger(), staff_words())
    dead = _check_ledger(ledger, reading, project)
    misnamed = _misnamed_forewords(project)
    problems = tuple(sorted((*reading.problems, *damaged, *ledger.problems, *dead, *misnamed)))
    if reading.guide is None or any(problem.severity is Severity.ERROR for problem in problems):
        return Found(None, geodata, ledger.ledger, problems)
    languages = reading.guide.neighbourhood.languages
    translations = {file.language: file.translations for file in files if file.language in languages}
    translated = translate_guide(reading.guide, translations)
    return Found(translated, geodata, ledger.ledger, problems, reading.flyers, reading.whereabouts)


def _misnamed_forewords(project: Project) -> tuple[Problem, ...]:
    _ = staff_words().gettext
    return tuple(
        Problem(
            file=file,
            line=0,
            column=0,
            message=_("This file belongs to no month, so no newsletter has it."),
            remedy=_("Name it after its month: {example}").format(example="2026-12.md"),
            severity=Severity.WARNING,
        )
        for file in project.misnamed_forewords()
    )


def _check_ledger(file: LedgerFile, reading: Reading, project: Project) -> tuple[Problem, ...]:
    if reading.guide is None or not file.ledger.editions:
        return ()
    return check_codes(file, reading.guide, project.settings().url, staff_words())


def read_translation_files(project: Project) -> tuple[tuple[TranslationFile, ...], tuple[Problem, ...]]:
    """The translations of the records, a file for each language, with all mistakes in them."""
    read = [_translation_file(raw, language) for language, raw in project.translations().items()]
    return tuple(file for file, _ in read), tuple(problem for _, found in read for problem in found)


@lru_cache(maxsize=64)
def _translation_file(raw: bytes, language: str) -> tuple[TranslationFile, tuple[Problem, ...]]:
    """The preview reads all files again and again, and most of them are what they were."""
    return read_translations(raw, language, outside.translation_file(language), staff_words())


def read_records(
    project: Project, today: date, sources: Sources | None = None, recall: Recall = make_anew
) -> tuple[Reading, Geodata]:
    """Read and check the records, as they are in their own files: mostly in Dutch.

    `sources` are other texts than those on disk: files that are about to be written.
    """
    words = staff_words()
    geodata, addresses, map_problems = _read_map(tuple(project.map_files().items()))
    reading = read_guide(
        sources or project.sources(),
        words,
        today=today,
        site_url=project.settings().url,
        holidays=_holidays(today),
        locate=addresses.find if addresses else None,
        icons=outside.icon_names(),
        folder=FlyerFolder(project.flyer_files(), cleaner(outside.kept)),
        shared=read_shared(project.included()),
        recall=recall,
    )
    problems = tuple(sorted(_placed(problem, project) for problem in (*map_problems, *reading.problems)))
    stopped = any(problem.severity is Severity.ERROR for problem in problems)
    return replace(reading, guide=None if stopped else reading.guide, problems=problems), geodata


def _placed(problem: Problem, project: Project) -> Problem:
    """With the line of `site_url`, of which the reader only gets the value."""
    if problem.file != "mkdocs.yml" or problem.line:
        return problem
    lines = project.text(problem.file).splitlines()
    line = next((number for number, line in enumerate(lines, 1) if line.startswith("site_url:")), 0)
    if not line:
        return problem
    return replace(problem, line=line, column=len("site_url: ") + 1, excerpt=lines[line - 1])


@lru_cache(maxsize=2)
def _read_map(
    found: tuple[tuple[str, bytes], ...],
) -> tuple[Geodata, AddressBook | None, tuple[Problem, ...]]:
    files, words = dict(found), staff_words()
    layers = {name: data for name, data in files.items() if name.endswith(".geojson")}
    problems = []
    try:
        geodata = read_geodata(layers)
    except MapDataError as error:
        geodata = read_geodata({})
        problems.append(_map_problem(error, words))
    addresses = None
    if "addresses.csv" in files:
        try:
            addresses = read_addresses(files["addresses.csv"])
        except MapDataError as error:
            problems.append(_map_problem(error, words))
    return geodata, addresses, tuple(problems)


def _map_problem(error: MapDataError, words: Words) -> Problem:
    _ = words.gettext
    return Problem(
        file=f"content/map/{error.file}",
        line=0,
        column=0,
        message=_("This map file is damaged and cannot be read."),
        remedy=_("Put back the file as it was, from the version before."),
    )


@lru_cache(maxsize=2)
def _holidays(today: date) -> Holidays:
    return {
        Closure.SCHOOL_HOLIDAYS: read_school_holidays(outside.school_holidays_csv()),
        Closure.PUBLIC_HOLIDAYS: public_holidays(today.year - YEARS_AROUND, today.year + YEARS_AROUND),
    }


def load(project: Project, today: date, recall: Recall = make_anew) -> Source:
    """The neighbourhood, ready to show; BuildStopped with all mistakes if there is any."""
    found = read_project(project, today, recall)
    if found.guide is None:
        raise BuildStopped(found.problems)
    return Source(
        project,
        project.settings(),
        today,
        found.guide,
        found.geodata,
        found.ledger,
        found.problems,
        found.flyers,
        found.whereabouts,
    )


def view_languages(source: Source, languages: tuple[str, ...]) -> dict[str, GuideView]:
    """The guide in each of these languages."""
    around = surroundings(source.geodata)
    return {
        language: view_guide(
            view_context(source, language, around),
            languages,
        )
        for language in languages
    }


def view_context(
    source: Source, language: str, around: Surroundings | None = None, recall: Recall = make_anew
) -> ViewContext:
    """What the views need to know; `around` are the streets to walk, where they are known already."""
    words = outside.words_of(language)
    around = around or surroundings(source.geodata)
    usable = frozenset(source.flyers)
    return ViewContext(source.guide, words, source.today, source.settings.url, around, usable, recall)
