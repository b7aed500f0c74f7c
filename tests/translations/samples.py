"""Translations of the small neighbourhood of the reading tests."""

from pathlib import Path

from generator.model.guide import Guide
from generator.model.translations import Translation, texts_to_translate
from generator.problems import Problem
from generator.reading.translations import TranslationFile, read_translations
from tests.reading.samples import ENGLISH, OFFERS, SOCIALMAP, errors, read
from tests.tools.paths import INVENTED

FILE = "content/translations/fr.po"
FRENCH = INVENTED / FILE
HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n'
SUMMARY = "offers/soep-in-de-wijk/summary"


def guide(offers: str = OFFERS, socialmap: str = SOCIALMAP) -> Guide:
    """The guide of two texts without mistakes."""
    reading = read(offers, socialmap)
    assert reading.guide is not None, errors(reading)
    return reading.guide


def dutch(of: Guide, path: str, language: str = "fr") -> str:
    return texts_to_translate(of, language)[path]


def read_po(text: str | bytes, language: str = "fr") -> tuple[TranslationFile, tuple[Problem, ...]]:
    """A file of translations, and its problems with their texts in English."""
    raw = text.encode() if isinstance(text, str) else text
    return read_translations(raw, language, FILE, ENGLISH)


def entry(path: str, msgid: str, msgstr: str, before: str = "") -> str:
    """An entry of a file, as a translator's program writes it."""
    return f'\n{before}msgctxt "{path}"\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n'


def translations_in(root: Path) -> dict[str, Translation]:
    """What the French file of a neighbourhood holds: by path."""
    file, problems = read_po((root / FILE).read_bytes())
    assert problems == ()
    return {translation.path: translation for translation in file.translations}
