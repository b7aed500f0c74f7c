"""The .po format, as gettext, Poedit and Weblate write it, and as accidents leave it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reading.po import Entry, parse_po, render_po
from generator.reading.translations import MOST
from tests.translations.samples import FRENCH, HEADER, SUMMARY, entry, read_po


def problem(text: str | bytes, language: str = "fr") -> Problem:
    file, problems = read_po(text, language)
    assert len(problems) == 1, problems
    assert file.translations == ()
    return problems[0]


def test_states_are_those_of_gettext() -> None:
    text = HEADER
    text += entry("a", "Een", "Un")
    text += entry("b", "Twee", "Deux", "#, fuzzy, max-length:10\n")
    text += entry("c", "Drie", "Trois", '#, fuzzy\n#| msgid "Dri"\n#| "e?"\n')
    text += entry("d", "Vier", "Quatre", '#| msgid "Vijf"\n')
    file, problems = read_po(text)
    assert problems == ()
    found = [(t.path, t.dutch, t.text, t.checked) for t in file.translations]
    assert found == [
        ("a", "Een", "Un", True),
        ("b", "Twee", "Deux", False),
        ("c", "Drie?", "Trois", False),
        ("d", "Vier", "Quatre", True),
    ]


def test_lines_and_comments_of_other_programs() -> None:
    text = (
        '# Van Piet\nmsgid ""\nmsgstr ""\n"X-Generator: Poedit 3\\n"\n\n'
        '#. uitleg\n#: offers.yaml:3\n#| msgctxt "vroeger"\n# Opgelet: soep\nmsgctxt ""\n"offers/"\n"soep"\n'
        'msgid ""\n"Soep met\\n"\n"\\"brood\\" \\\\ \\tzout"\nmsgstr "Soupe"\n'
        '#~ msgctxt "weg"\n#~ msgid ""\n#~ "Oud"\n#~ msgstr "Vieux"\n#~|\n'
    ).removesuffix("#~|\n")
    file, problems = read_po(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert problems == ()
    assert file.comments == ("Van Piet",)
    (soup,) = file.translations
    assert (soup.path, soup.dutch, soup.comments) == (
        "offers/soep",
        'Soep met\n"brood" \\ \tzout',
        ("Opgelet: soep",),
    )
    assert [(t.path, t.dutch, t.text) for t in file.obsolete] == [("weg", "Oud", "Vieux")]


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        ('msgctxt "a"\nmsgid "Een\nmsgstr "Un"\n', 6),
        ('msgctxt "a"\nmsgid "Een"\nmsgstr "Un "plus" un"\n', 7),
        ("<<<<<<< HEAD\n", 5),
        ('msgctxt "a"\nmsgid "Een"\nmsgid_plural "Enen"\nmsgstr "Un"\n', 7),
        ('msgctxt "a"\nmsgctxt "b"\nmsgid "Een"\nmsgstr "Un"\n', 6),
        ('msgctxt "a"\nmsgid "Een"\nmsgstr "U\x00n"\n', 7),
        ("offers:\n", 5),
    ],
)
def test_a_damaged_line_is_named(damage: str, line: int) -> None:
    found = problem(HEADER + "\n" + damage)
    assert (found.file, found.line) == ("content/translations/fr.po", line)
    assert found.remedy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('\nmsgid "Een"\nmsgstr "Un"\n', 5),
        ('\nmsgctxt "a"\nmsgstr "Un"\n', 5),
        ('\nmsgctxt "a"\nmsgid "Een"\n', 5),
        (entry("a", "Een", "Un") + entry("a", "Twee", "Deux"), 9),
    ],
)
def test_an_entry_that_is_not_whole_is_named(text: str, line: int) -> None:
    assert problem(HEADER + text).line == line


def test_other_files_are_one_story() -> None:
    assert "UTF-8" in problem((HEADER + entry("a", "Een", "Été")).encode("cp1252")).message
    assert "fr.po" in problem(HEADER, "frans").remedy
    assert "fr.po" in problem(HEADER, "nl").remedy
    _, problems = read_po("naam: waarde\n" * 1000)
    assert len(problems) == MOST


def test_an_empty_file_is_an_empty_list() -> None:
    assert read_po(b"")[1] == ()
    assert read_po("# niets\n")[1] == ()


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    read_po(raw)


@given(st.data())
def test_no_damage_breaks_the_reader(data: st.DataObject) -> None:
    raw = FRENCH.read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    length = data.draw(st.integers(0, 40))
    read_po(raw[:at] + data.draw(st.binary(max_size=5)) + raw[at + length :])


_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"))
_LONG = st.lists(_TEXT.filter(bool), min_size=1).map(" \n".join)


_ENTRIES = st.builds(
    Entry,
    context=_LONG,
    msgid=_LONG,
    msgstr=_LONG,
    fuzzy=st.booleans(),
    previous=_LONG,
    obsolete=st.booleans(),
)


@given(st.lists(_ENTRIES))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    wrong: list[int] = []
    read = parse_po(render_po(entries).decode().split("\n"), wrong.append)
    assert wrong == []
    assert [(e.context, e.msgid, e.msgstr, e.fuzzy, e.previous, e.obsolete) for e in read] == [
        (e.context, e.msgid, e.msgstr, e.fuzzy, e.previous, e.obsolete) for e in entries
    ]


def test_hostile_texts_are_texts() -> None:
    hostile = "</script><script>alert(1)</script> %s {x} {{ 7 * 7 }} #panic() ${HOME}"
    file, problems = read_po(HEADER + entry(SUMMARY, "Soep", hostile))
    assert problems == ()
    assert file.translations[0].text == hostile
