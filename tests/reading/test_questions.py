"""Mistakes in the finder: paths that go too far, lead nowhere, or cannot be told apart."""

import pytest

from generator.reading.report import render_problem
from tests.reading.samples import ENGLISH, SOCIALMAP, errors, find_sign, read

BANK = """\
      - id: brief-van-de-bank
        question: Een brief van de bank.
        pictogram: laptop
"""
BANK_LEADS = """\
        answer: Breng hem mee.
        go_to: voorbeeldvzw
        helplines: [noodnummer]
"""
REPORT = """\
          - id: rapport
            question: Het rapport.
            pictogram: needle
"""
FOURTH = """\
            choices:
              ¶- {id: vierde, question: Nog iets?, pictogram: needle, answer: Kom langs.}
"""


def test_three_steps_are_read_as_typed() -> None:
    guide = read().guide
    assert guide is not None
    question = guide.questions[0]
    assert [choice.id for choice in question.choices] == ["brief-van-de-bank", "brief-van-de-school"]
    assert [last.id for last in question.choices[1].choices] == ["schoolrekening", "rapport"]
    assert question.choices[1].choices[0].question.first == "De rekening."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (REPORT, REPORT + FOURTH, "fourth step. The finder has three at most."),
        ("id: schoolrekening", "id: ¶mijn-brief", "mijn-brief is there twice"),
        ("- id: rapport", "- id: ¶afdrukken", "afdrukken is taken"),
        ("offers: [breiclub]", "offers: [¶breiklub]", "Did you mean breiclub?"),
        ("go_to: voorbeeldvzw", "go_to: ¶voorbeeldvwz", "Did you mean voorbeeldvzw?"),
        ("helplines: [noodnummer]", "helplines: [¶noodnumer]", "Did you mean noodnummer?"),
        (BANK + BANK_LEADS, BANK.replace("- id", "- ¶id"), "leads nowhere"),
        (BANK, BANK + "        ¶ask: Welke bank?\n", "there are no choices"),
        ("ask: Wat staat erin?", "¶offers: [breiclub]", "has choices, so offers would be shown nowhere"),
        ("synonyms: [betalen]", "¶synoniemen: [betalen]", "Did you mean synonyms?"),
        ("ask: Wat staat erin?", "¶vervolgvraag: Wat staat erin?", "Did you mean ask?"),
        (REPORT, REPORT.replace("needle", "¶neelde"), "no pictogram with the name neelde"),
        (REPORT, REPORT + "            ¶checked: {on: 2026-10-01}\n", "checked belongs further to the left"),
        ("synonyms: [betalen]", "previous_ids: [¶rapport]", "rapport is in use"),
    ],
)
def test_a_mistake_in_a_path(old: str, new: str, said: str) -> None:
    """It is reported at its own line, and nothing else with it."""
    text = SOCIALMAP.replace(old, new, 1)
    line, _ = find_sign(text)
    found = errors(read(socialmap=text.replace("¶", "")))
    assert [problem.line for problem in found] == [line], found
    assert said in render_problem(found[0], ENGLISH)


def test_a_choice_of_one_is_no_choice() -> None:
    """Not wrong, but somebody should look at it."""
    reading = read(socialmap=SOCIALMAP.replace(REPORT + "            offers: [breiclub]\n", ""))
    assert errors(reading) == []
    assert [problem.message for problem in reading.problems if problem.kind == "one-choice"] == [
        "With one choice there is nothing to choose."
    ]
