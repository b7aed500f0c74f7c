"""Capitals: Turkish has two letters i, each with its own."""

import pytest

from generator.project import words_of
from generator.views.findables import Findable, view_register
from generator.views.shapes import Said
from generator.wording.casing import lower, sentence_case, upper


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("nl", "elke vrijdag", "Elke vrijdag"),
        ("tr", "iki haftada bir", "İki haftada bir"),
        ("tr", "ılık çorba", "Ilık çorba"),
        ("fr", "église", "Église"),
        ("uk", "щосереди", "Щосереди"),
        ("tr", "", ""),
    ],
)
def test_a_sentence_begins_with_a_capital(language: str, text: str, said: str) -> None:
    assert sentence_case(language, text) == said


def test_turkish_capitals_and_back() -> None:
    assert upper("tr", "ışık ve iş") == "IŞIK VE İŞ"
    assert lower("tr", "IŞIK VE İŞ") == "ışık ve iş"
    assert lower("nl", "INTAKE") == "intake"


def test_the_turkish_register_has_the_turkish_letters() -> None:
    names = ("Işık", "Intake", "İş", "Çocuk", "cuma", "iş yeri", "Zil", "Şehir", "sabah", "112")
    found = [Findable("page", name, "", Said(name), "") for name in names]
    register = view_register(words_of("tr"), found)
    assert [(letter, [f.id for f in members]) for letter, members in register] == [
        ("#", ["112"]),
        ("C", ["cuma"]),
        ("Ç", ["Çocuk"]),
        ("I", ["Intake", "Işık"]),
        ("İ", ["İş", "iş yeri"]),
        ("S", ["sabah"]),
        ("Ş", ["Şehir"]),
        ("Z", ["Zil"]),
    ]
