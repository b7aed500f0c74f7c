"""Brings the files of translations up to date with the records of today.

Nothing that a translator wrote gets lost: a translation of a text that changed is kept
and marked, and one of a text that is gone moves to the end of the file.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from generator.model.guide import Guide
from generator.model.translations import Translation, match_translations, texts_to_translate
from generator.problems import BuildStopped
from generator.project import Project, staff_words, translation_file
from generator.reading.translations import TranslationFile, render_translations
from generator.source import read_records, read_translation_files
from generator.unreadable import stop_if_unreadable


@dataclass(frozen=True)
class Tally:
    """How far a language is: numbers of texts, which together are all texts there are."""

    file: str
    translated: int
    """Checked by a speaker, and still right."""
    unreviewed: int
    outdated: int
    missing: int


def update_translations(project: Project, today: date, new: str | None = None) -> tuple[Tally, ...]:
    """Rewrite each file of translations, and make one for the language `new`.

    Raises BuildStopped with all mistakes of the input, and SavedMeanwhileError: nothing is written then.
    """
    stop_if_unreadable(project, staff_words())
    before = {translation_file(language): raw for language, raw in project.translations().items()}
    reading, _geodata = read_records(project, today)
    files, problems = read_translation_files(project)
    if reading.guide is None or problems:
        raise BuildStopped(tuple(sorted((*reading.problems, *problems))))
    if new and all(file.language != new for file in files):
        files = tuple(sorted((*files, _new_file(new)), key=lambda file: file.language))
    updated = [_up_to_date(file, reading.guide) for file in files]
    written = {}
    tallies = []
    for file in updated:
        dutch = texts_to_translate(reading.guide, file.language)
        written[translation_file(file.language)] = render_translations(file, dutch)
        tallies.append(_tally(file, dutch))
    project.save(written, before)
    return tuple(tallies)


def _new_file(language: str) -> TranslationFile:
    _ = staff_words().gettext
    comments = (
        _("Translations of the texts in offers.yaml and socialmap.yaml."),
        _("Write the translation after msgstr. Leave a name that stays the same empty."),
        _('"fuzzy" means: not checked yet by somebody who speaks the language. Take it away after a check.'),
    )
    return TranslationFile(language, (), comments=comments)


def _up_to_date(file: TranslationFile, guide: Guide) -> TranslationFile:
    """One translation for each text of today, empty where there is none yet; the rest is obsolete."""
    matched = match_translations(guide, file.language, (*file.translations, *file.obsolete))
    before = {translation.path: translation for translation in file.translations}
    translations = []
    for path, dutch in texts_to_translate(guide, file.language).items():
        found = matched.get(path)
        if found is None:
            empty = before.get(path)
            found = empty if empty and not empty.text else Translation(path, dutch, "")
        translations.append(replace(found, path=path))
    used = {id(translation) for translation in matched.values()}
    every = (*file.obsolete, *file.translations)
    gone = {(t.path, t.dutch, t.text): t for t in every if t.text and id(t) not in used}
    return replace(file, translations=tuple(translations), obsolete=tuple(gone.values()))


def _tally(file: TranslationFile, dutch: dict[str, str]) -> Tally:
    count = Counter(
        translation.state_beside(dutch[translation.path]) if translation.text else "missing"
        for translation in file.translations
    )
    return Tally(
        translation_file(file.language), count[""], count["unreviewed"], count["outdated"], count["missing"]
    )
