"""The newsletter on paper: always two sides, however much or little there is to tell."""

import re
from pathlib import Path

import pytest

from generator.sheets import render_newsletter
from generator.views.programme_shapes import NewsletterView
from tests.sheets.factory import ASK, dutch_words, make_guide, make_offer, make_stationery
from tests.sheets.programmes import make_newsletter
from tests.tools.pdf import Sheet, texts_of
from tests.tools.soak import soaked
from tests.tools.verapdf import failed_rules

FOREWORD = "Dag buur,\n\nHet is **bijna** zover.\n\n- Kom.\n- Breng iets mee.\n\n## Tot dan\n\nZita\n"


def made(view: NewsletterView) -> bytes:
    return render_newsletter(make_guide((make_offer(0),)), view, make_stationery(), dutch_words())


def sides(view: NewsletterView) -> list[str]:
    return texts_of(made(view))


@pytest.mark.parametrize("days", [0, 4, 16, *soaked(1, 10, 30)])
def test_it_is_two_sides_whatever_there_is(days: int) -> None:
    assert len(sides(make_newsletter(days, foreword=FOREWORD, news=True))) == 2


def test_it_begins_with_the_foreword_and_then_tells_everything() -> None:
    front, back = sides(make_newsletter(4, foreword=FOREWORD, news=True))
    assert front.index("december 2026?") < front.index("Het is bijna zover") < front.index("Elke week")
    whole = front + back
    for said in (
        "Elke vrijdag",
        "Maandag 23 november",
        "Verzonnen aanbod 30",
        "Kerstvakantie: van maandag",
        "Wat is er nieuw?",
        "Verzonnen koor",
        "Vraag het eerst na",
        "Waar is het?",
        "Noodnummer",
    ):
        assert said in whole, said
    assert ASK in back
    assert "voorbeeldwijk.example/Q/WEEK" in back.replace(" ", "")


def test_without_a_foreword_it_begins_with_the_days() -> None:
    front, _back = sides(make_newsletter(4))
    assert front.index("december 2026?") < front.index("Elke week")


def test_a_month_that_is_too_full_counts_what_does_not_fit() -> None:
    view = make_newsletter(30, lines_a_day=3)
    front, back = sides(view)
    found = re.search(r"Er is nog meer: (\d+) andere staan in de kalender", back)
    assert found
    lines = [line for part in view.sections for group in part.groups for line in group.lines]
    shown = len(re.findall(r"Verzonnen aanbod", front + back))
    assert shown + int(found[1]) == len(lines)
    assert shown > 20


def test_it_is_accessible_and_its_code_can_be_read(tmp_path: Path) -> None:
    paths = []
    for name, view in {
        "leeg": make_newsletter(0),
        "gewoon": make_newsletter(6, foreword=FOREWORD, news=True),
        "vol": make_newsletter(30, lines_a_day=3),
    }.items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(made(view))
        sheet = Sheet(paths[-1])
        assert set(sheet.sizes) == {(210, 297)}
        (code,) = sheet.codes()
        assert code.text == "HTTPS://VOORBEELDWIJK.EXAMPLE/Q/WEEK/"
        assert code.side > 26
    assert [str(rule) for rule in failed_rules(paths)] == []
