"""A file of translations (content/translations/fr.po) -> translations, or what is wrong in it, and back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.fields import FIRST_LANGUAGE, known_languages
from generator.model.translations import OUTDATED, UNREVIEWED, Translation
from generator.problems import Problem
from generator.reading.decoding import decode
from generator.reading.findings import Findings
from generator.reading.po import Entry, parse_po, render_po
from generator.wording.words import Words

_NAMES_A_TEXT = re.compile(r'\s*msgctxt\s*"([^"\\]+)"')
MOST = 10
"""Damaged lines of one file that are worth naming: more of them is another file."""


@dataclass(frozen=True)
class TranslationFile:
    """All translations into one language."""

    language: str
    translations: tuple[Translation, ...]
    obsolete: tuple[Translation, ...] = ()
    """Translations of texts that are gone; they serve again when a text comes back."""
    comments: tuple[str, ...] = ()
    """What stands at the top of the file."""
    header: str = ""
    """What translators' programs say of the file: a line for each field, such as Last-Translator."""


def read_translations(
    raw: bytes, language: str, name: str, words: Words
) -> tuple[TranslationFile, tuple[Problem, ...]]:
    """The translations in a file; without any when there are problems."""
    _ = words.gettext
    decoded = decode(raw)
    findings = Findings(name, decoded.lines)
    if language not in known_languages() or language == FIRST_LANGUAGE:
        findings.error(
            0,
            0,
            _("The name of this file is not the code of a language to translate into."),
            _("Name it after the language, such as fr.po for French."),
        )
    if decoded.encoding != "utf-8":
        findings.error(
            decoded.line,
            decoded.column,
            _("This file of translations is not saved as UTF-8: accents get lost."),
            _("In your editor, choose Save as, and UTF-8 as the encoding."),
        )
        return TranslationFile(language, ()), findings.problems
    damaged: list[int] = []
    entries = parse_po(decoded.lines, damaged.append)
    for line in damaged[:MOST]:
        findings.error(
            line,
            1,
            _("This line does not belong in a file of translations, or it is damaged."),
            _('A text stands between two signs ", and a sign " within it is written as \\".'),
        )
    if not damaged:
        _check_entries(entries, findings, words)
    if findings.problems:
        return TranslationFile(language, ()), findings.problems
    header = next((entry for entry in entries if entry.context is None), Entry())
    made = [(entry, _translation(entry)) for entry in entries if entry.context is not None]
    current = tuple(translation for entry, translation in made if not entry.obsolete)
    gone = tuple(translation for entry, translation in made if entry.obsolete and translation.text)
    return TranslationFile(language, current, gone, header.comments, header.msgstr or ""), ()


def lines_of_translations(raw: bytes) -> Iterator[tuple[str, int]]:
    """Path of each text, and the line that names it; reading the whole file takes a hundred times as long."""
    for number, line in enumerate(decode(raw).lines, 1):
        if found := _NAMES_A_TEXT.match(line):
            yield found[1], number


def _check_entries(entries: Sequence[Entry], findings: Findings, words: Words) -> None:
    _ = words.gettext
    seen: set[str | None] = set()
    for entry in entries:
        only_comments = entry.context is entry.msgid is entry.msgstr is None
        if not entry.whole and not only_comments:
            findings.error(
                entry.line,
                1,
                _("Something is missing in this translation."),
                _("The three lines msgctxt, msgid and msgstr belong together."),
            )
        elif not entry.obsolete and not only_comments:
            if entry.context in seen:
                findings.error(
                    entry.line,
                    1,
                    _("This text has a translation above already: {path}").format(path=entry.context or '""'),
                    _("Keep one of the two."),
                )
            seen.add(entry.context)


def _translation(entry: Entry) -> Translation:
    translated_from = entry.previous if entry.fuzzy and entry.previous else entry.msgid
    return Translation(
        path=entry.context or "",
        dutch=translated_from or "",
        text=(entry.msgstr or "").strip(),
        checked=not entry.fuzzy,
        comments=entry.comments,
        noted=entry.noted,
    )


def render_translations(file: TranslationFile, today: dict[str, str]) -> bytes:
    """The bytes of a file, for the Dutch texts of today (path -> text)."""
    ours = f"Language: {file.language}\nMIME-Version: 1.0\n"
    ours += "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit"
    fields = {line.partition(":")[0]: line for line in f"{file.header}\n{ours}".split("\n") if line}
    header = "".join(f"{line}\n" for line in fields.values())
    entries = [Entry(msgid="", msgstr=header, comments=file.comments)]
    entries += [_entry(translation, today[translation.path]) for translation in file.translations]
    entries += [replace(_entry(gone, gone.dutch), obsolete=True) for gone in file.obsolete]
    return render_po(entries)


def _entry(translation: Translation, dutch: str) -> Entry:
    state = translation.state_beside(dutch) if translation.text else ""
    return Entry(
        context=translation.path,
        msgid=dutch,
        msgstr=translation.text,
        fuzzy=state in (UNREVIEWED, OUTDATED),
        previous=translation.dutch if state == OUTDATED else "",
        comments=translation.comments,
        noted=translation.noted,
    )
