"""What follows from opening hours for each day: holidays, closed periods, special hours."""

from collections.abc import Mapping
from datetime import date, time

import pytest

from generator.model.opening import (
    ClosedPeriod,
    Exceptional,
    Holiday,
    Opened,
    Span,
    exceptional_days,
    weekly_spans,
)
from generator.model.schedule import ClosedDays, Holidays
from generator.model.vocabulary import Closure

FIRST, LAST = date(2026, 11, 23), date(2027, 11, 23)
WINTER = (date(2026, 12, 21), date(2027, 1, 3), "Kerstvakantie")
CHRISTMAS = (date(2026, 12, 25), date(2026, 12, 25), "Kerstmis")
SUNDAY = (date(2026, 11, 29), date(2026, 11, 29), "Verzonnen zondagsfeest")
HOLIDAYS: Holidays = {
    Closure.PUBLIC_HOLIDAYS: ClosedDays((SUNDAY, CHRISTMAS)),
    Closure.SCHOOL_HOLIDAYS: ClosedDays((WINTER,)),
}
FRIDAY = {"on": "friday", "opens": "9:00", "closes": "12:00"}
MORNING = (time(9), time(12))


def opened(*hours: Mapping[str, object], **more: object) -> Opened:
    return Opened.model_validate({"id": "huis", "opening_hours": hours, **more})


def exceptions(house: Opened, closed: tuple[ClosedPeriod, ...] = ()) -> tuple[Exceptional, ...]:
    return exceptional_days(house, closed, HOLIDAYS, FIRST, LAST)


def spans_on(house: Opened, day: date) -> tuple[Span, ...]:
    """As the browser looks it up: the first exception that holds, else the week."""
    for exception in exceptions(house, house.closed):
        if exception.first <= day <= exception.last:
            return exception.spans
    return weekly_spans(house.opening_hours)[day.weekday()]


def test_several_spans_a_day_and_spans_that_touch() -> None:
    house = opened(
        {"on": "monday", "opens": "13:00", "closes": "16:00"},
        {"on": ["monday", "tuesday"], "opens": "9:00", "closes": "12:00"},
        {"on": "tuesday", "opens": "12:00", "closes": "14:00"},
    )
    week = weekly_spans(house.opening_hours)
    assert week[0] == (MORNING, (time(13), time(16)))
    assert week[1] == ((time(9), time(14)),)
    assert week[2:] == ((),) * 5


def test_it_is_closed_on_public_holidays_unless_the_record_says_otherwise() -> None:
    christmas = Exceptional(*CHRISTMAS[:2], (), Holiday(Closure.PUBLIC_HOLIDAYS, "Kerstmis"))
    assert exceptions(opened(FRIDAY)) == (christmas,), "and a holiday on another day says nothing"
    assert exceptions(opened({**FRIDAY, "except": "none"})) == ()
    assert exceptions(opened({**FRIDAY, "except": []})) == (christmas,), "an empty list says nothing"


def test_who_is_closed_in_school_holidays_is_closed_on_public_holidays_too() -> None:
    found = exceptions(opened({**FRIDAY, "except": "schoolvakanties"}))
    assert [(e.first, e.last, e.spans) for e in found] == [(*CHRISTMAS[:2], ()), (*WINTER[:2], ())]


def test_hours_that_go_on_in_a_holiday_stay() -> None:
    evening = {"on": "friday", "opens": "18:00", "closes": "20:00", "except": "none"}
    house = opened({**FRIDAY, "except": "school holidays"}, evening)
    assert spans_on(house, date(2026, 12, 18)) == (MORNING, (time(18), time(20)))
    for day in (date(2026, 12, 25), date(2027, 1, 1)):
        assert spans_on(house, day) == ((time(18), time(20)),)
    assert spans_on(house, date(2026, 12, 23)) == (), "a Wednesday is as ever"


def test_a_closed_period_goes_before_the_week_and_special_hours_before_all() -> None:
    house = opened(
        FRIDAY,
        closed=[{"from": "2026-12-14", "until": "2026-12-31", "reason": "verbouwing"}],
        special_hours=[
            {"on": "2026-12-18", "opens": "10:00", "closes": "11:00", "reason": "kijkdag"},
            {"on": ["2026-12-18", "2026-12-25"], "opens": "14:00", "closes": "15:00"},
            {"on": "2027-01-08", "closed": "yes"},
        ],
    )
    assert spans_on(house, date(2026, 12, 11)) == (MORNING,)
    assert spans_on(house, date(2026, 12, 18)) == ((time(10), time(11)), (time(14), time(15)))
    assert spans_on(house, date(2026, 12, 25)) == ((time(14), time(15)),)
    assert spans_on(house, date(2027, 1, 8)) == ()
    assert spans_on(house, date(2027, 1, 15)) == (MORNING,)
    period = next(e for e in exceptions(house, house.closed) if e.first == date(2026, 12, 14))
    assert str(getattr(period.reason, "first", "")) == "verbouwing"


@pytest.mark.parametrize("year", [2025, 2029])
def test_what_is_over_or_far_away_is_left_out(year: int) -> None:
    house = opened(FRIDAY, special_hours=[{"on": f"{year}-01-08", "closed": "yes"}])
    closed = (ClosedPeriod.model_validate({"from": f"{year}-01-01", "until": f"{year}-01-31"}),)
    assert [e.first.year for e in exceptions(house, closed)] == [2026]
