"""The agenda and the calendar of the invented neighbourhood, on Monday 23 November 2026."""

import pytest

from generator.views.finding_shapes import AgendaView, CalendarDayView
from generator.views.shapes import GuideView
from tests.views.invented import view_invented


@pytest.fixture(scope="module")
def guide() -> GuideView:
    return view_invented()


def agenda(guide: GuideView, offer: str) -> AgendaView:
    return next(one for one in guide.agenda if one.link.id == offer)


def day(guide: GuideView, href: str, date: str) -> CalendarDayView:
    calendar = next(calendar for calendar in guide.calendar if calendar.href == href)
    return next(day for week in calendar.weeks for day in week if day.date == date)


def test_the_agenda_knows_what_is_cancelled_and_until_when_it_is_sure(guide: GuideView) -> None:
    coffee = agenda(guide, "koffie-met-koek")
    fridays = next(times for times in coffee.times if times.starts == "09:30")
    assert coffee.due == "2027-02-16"
    assert fridays.off == ("2026-11-27",)
    assert fridays.on[:2] == ("2026-12-04", "2026-12-11")
    assert "2026-12-25" not in fridays.on


def test_what_has_no_dates_is_not_in_the_agenda(guide: GuideView) -> None:
    ids = {one.link.id for one in guide.agenda}
    assert not ids & {"bijna-niets-bekend", "vrije-tekst", "gestopt-aanbod", "veilig-gesprek"}


def test_weeks_and_months_follow_each_other(guide: GuideView) -> None:
    hrefs = [(calendar.href, calendar.first, calendar.last) for calendar in guide.calendar]
    assert hrefs[0] == ("agenda/", "2026-11-23", "2026-11-29")
    assert hrefs[4] == ("agenda/week-5/", "2026-12-21", "2026-12-27")
    # The month begins with this week: earlier days are no longer known.
    assert hrefs[5] == ("agenda/maand/", "2026-11-23", "2026-11-30")
    assert hrefs[7] == ("agenda/maand-3/", "2027-01-01", "2027-01-31")
    assert all(len(week) == 7 for calendar in guide.calendar for week in calendar.weeks)


def test_a_day_has_the_sure_first_then_what_must_be_asked(guide: GuideView) -> None:
    entries = day(guide, "agenda/", "2026-11-23").entries
    assert [(entry.link.id, entry.sure) for entry in entries] == [
        ("een-heel-lange-naam", True),
        ("naaien-om-de-twee-weken", False),
    ]


def test_a_cancelled_date_is_shown_as_such(guide: GuideView) -> None:
    assert [entry.cancelled for entry in day(guide, "agenda/", "2026-11-27").entries] == [True]


def test_holidays_have_their_names(guide: GuideView) -> None:
    assert day(guide, "agenda/maand-2/", "2026-12-25").holidays == ("Kerstvakantie", "Kerstmis")
    assert day(guide, "agenda/maand-2/", "2026-12-01").holidays == ()


def test_days_of_another_month_are_empty(guide: GuideView) -> None:
    outside = day(guide, "agenda/maand-2/", "2027-01-01")
    assert (outside.inside, outside.entries, outside.holidays) == (False, (), ())
