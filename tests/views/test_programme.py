"""The poster of a week: the days of the invented neighbourhood, and which week it is for."""

from datetime import date
from pathlib import Path

import pytest

from generator.project import Project
from generator.source import load, view_context
from generator.views.guide import view_guide
from generator.views.poster import poster_week, view_poster
from generator.views.programme_shapes import DayGroup, PosterView
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED


def poster(monday: str, root: Path = INVENTED, today: str = TODAY) -> PosterView:
    source = load(Project(root), date.fromisoformat(today))
    context = view_context(source, "nl")
    return view_poster(context, view_guide(context, ("nl",)).offers, date.fromisoformat(monday))


def said(day: DayGroup) -> list[tuple[str, str, str]]:
    return [(line.times, line.link.id, line.mark) for line in day.lines]


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-26", "2026-11-23"),
        ("2026-11-27", "2026-11-30"),
        ("2026-11-29", "2026-11-30"),
        ("2026-12-31", "2026-12-28"),
        ("2027-01-01", "2027-01-04"),
    ],
)
def test_from_friday_on_the_poster_is_for_the_week_to_come(today: str, monday: str) -> None:
    assert poster_week(date.fromisoformat(today)).isoformat() == monday


def test_a_week_has_seven_days_with_what_is_sure_before_what_is_not() -> None:
    week = poster("2026-11-23")
    assert [day.date for day in week.days] == [f"2026-11-{n}" for n in range(23, 30)]
    assert week.days[0].weekday == "maandag"
    assert week.days[0].day == "23 november"
    assert said(week.days[0]) == [
        ("9.00–12.00 uur", "een-heel-lange-naam", ""),
        ("13.30–16.00 uur", "naaien-om-de-twee-weken", ""),
    ]
    assert [line.link.id for line in week.days[0].sure] == ["een-heel-lange-naam"]
    assert [line.link.id for line in week.days[0].unsure] == ["naaien-om-de-twee-weken"]
    assert week.days[1].lines == ()


def test_what_is_cancelled_stays_and_says_why() -> None:
    friday = poster("2026-11-23").days[4]
    assert said(friday) == [("9.30–11.30 uur", "koffie-met-koek", "gaat niet door")]
    assert [str(note) for note in friday.lines[0].notes] == ["de koekjes zijn op", "Deze week geen suiker."]


def test_a_line_says_where_it_is_and_what_it_costs() -> None:
    line = poster("2026-11-23").days[4].lines[0]
    assert (str(line.where), line.number, line.price) == ("Het Verzinselhuis", 1, "gratis")


def test_holidays_have_their_names() -> None:
    week = poster("2026-12-21")
    assert week.holiday_lines == ("Kerstvakantie: van maandag 21 december tot en met zondag 3 januari",)
    assert [day.holidays for day in week.days] == [(), (), (), (), ("Kerstmis",), (), ()]
    assert poster("2026-11-23").holiday_lines == ()


def test_a_schedule_without_start_or_hour_gives_its_wording_and_no_date(invented_copy: Path) -> None:
    week = poster("2026-11-23")
    (line,) = week.undated
    assert line.link.id == "een-heel-lange-naam"
    assert line.when == ("Elke donderdagavond",)
    assert week.days[3].lines == ()


def test_an_extra_date_is_marked_and_a_closed_house_cancels_it(invented_copy: Path) -> None:
    thursday = poster("2026-12-21", invented_copy).days[3]
    assert said(thursday) == [("14.00–15.30 uur", "koffie-met-koek", "gaat niet door")]
    assert [str(note) for note in thursday.lines[0].notes] == ["wintersluiting"]
    path = invented_copy / "offers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-12-24", "2026-12-17"), encoding="utf-8")
    thursday = poster("2026-12-14", invented_copy).days[3]
    assert said(thursday) == [("14.00–15.30 uur", "koffie-met-koek", "extra")]
    assert [str(note) for note in thursday.lines[0].notes] == ["met kerstkoek"]


def test_what_will_be_overdue_by_then_is_not_sure() -> None:
    """Paper hangs for a week: the check must hold on the day itself."""
    lines = [line for day in poster("2027-02-15").days for line in day.lines if "koffie" in line.link.id]
    assert [line.sure for line in lines] == [False]
