"""The poster of a week: two sizes, everything of the week on it, and a second sheet only when it must."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.sheets import render_poster
from generator.views.programme_shapes import PosterView
from generator.views.shapes import Said
from tests.sheets.factory import ASK, dutch_words, make_guide, make_offer, make_stationery
from tests.sheets.programmes import make_day, make_line, make_poster
from tests.tools.pdf import Sheet, texts_of
from tests.tools.soak import soaked
from tests.tools.verapdf import failed_rules

A4, A3 = (210, 297), (297, 420)


def posters(view: PosterView) -> dict[str, bytes]:
    guide = replace(make_guide((make_offer(0),)), poster=view)
    return render_poster(guide, make_stationery(), dutch_words())


def poster(view: PosterView) -> list[str]:
    """The text of each of its pages, on A4."""
    return texts_of(posters(view)["weekblad.pdf"])


def test_the_two_sizes_are_the_same_sheet(tmp_path: Path) -> None:
    made = posters(make_poster(2))
    assert list(made) == ["weekblad.pdf", "weekblad-a3.pdf"]
    sheets = []
    for name, pdf in made.items():
        (tmp_path / name).write_bytes(pdf)
        sheets.append(Sheet(tmp_path / name))
    assert [set(sheet.sizes) for sheet in sheets] == [{A4}, {A3}]
    small, large = (re.sub(r"\s+", "", sheet.text) for sheet in sheets)
    assert small == large
    for sheet in sheets:
        (code,) = sheet.codes()
        assert code.text == "HTTPS://VOORBEELDWIJK.EXAMPLE/Q/WEEK/"
        assert code.side > 32
    assert [str(rule) for rule in failed_rules([sheet.path for sheet in sheets])] == []


def test_it_says_what_when_where_and_the_price() -> None:
    (page,) = poster(make_poster(1))
    for said in ("Wat is er te doen?", "23–29 november 2026", "Maandag 23 november", "Zondag 29 november"):
        assert said in page
    assert re.search(r"8\.30-9\.45 uur Verzonnen aanbod 0 Voorbeeldhuis\s*1 · gratis", page)
    assert ASK in page
    assert "Gemaakt op 23 november 2026" in page
    assert "proefdruk" in page


def test_what_is_not_sure_stands_apart_and_says_so() -> None:
    day = make_day(0, (make_line(4), make_line(1)))
    (page,) = poster(PosterView("2026-11-23", "week", (), (day,), ()))
    assert page.index("aanbod 1") < page.index("Vraag het eerst na") < page.index("aanbod 4")
    (sure,) = poster(PosterView("2026-11-23", "week", (), (make_day(0, (make_line(1),)),), ()))
    assert "Vraag het eerst na" not in sure


def test_a_time_without_a_date_has_its_wording_below_the_days() -> None:
    (page,) = poster(make_poster(0, undated=1))
    assert page.index("Zondag") < page.index("Vraag wanneer") < page.index("Elke donderdagvoormiddag")


def test_holidays_and_marks_are_there() -> None:
    line = make_line(1, mark="gaat niet door", cancelled=True, notes=(Said("de koekjes zijn op"),))
    day = make_day(4, (line, make_line(2, mark="extra")), holidays=("Kerstmis",))
    (page,) = poster(PosterView("2026-11-23", "week", (), (day,), ()))
    for said in ("Kerstmis", "gaat niet door", "de koekjes zijn op", "extra"):
        assert said in page


def test_an_empty_week_says_so() -> None:
    (page,) = poster(make_poster(0, undated=0))
    assert "Voor deze dagen kennen we niets met een vast uur." in page


@pytest.mark.parametrize(("lines", "sheets"), [(1, 1), (3, 1), (4, 2), (8, 4), *soaked((20, 7))])
def test_nothing_is_left_out_however_much_there_is(lines: int, sheets: int) -> None:
    """More columns, then smaller type, then more sheets."""
    view = make_poster(lines, undated=2)
    pages = poster(view)
    assert len(pages) <= sheets
    whole = " ".join(pages)
    for day in view.days:
        for line in day.lines:
            assert re.search(rf"{line.link.text}\b", whole), line.link.text
    for page in pages:
        assert "voorbeeldwijk.example/Q/WEEK" in page.replace(" ", "")
