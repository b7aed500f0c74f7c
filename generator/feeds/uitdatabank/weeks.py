"""An ordinary week and the days that differ from it, as UiTdatabank says them of activities and of places."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

Hours = tuple[str, str]
"""Opens and closes; both the same when the end is not known: UiTdatabank wants one, and none is made up."""
Week = Mapping[int, list[Hours]]
"""Number of a weekday, from 0 for Monday -> its hours, in order."""
Said = Mapping[str, str]
Json = dict[str, object]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ONE_DAY = timedelta(days=1)


def differing(
    week: Week, on: Callable[[date], list[Hours]], first: date, last: date
) -> dict[date, list[Hours]]:
    """The days that are not as their weekday is, with their hours; without any, it is closed."""
    days = (first + n * _ONE_DAY for n in range((last - first).days + 1))
    found = ((day, on(day)) for day in days)
    return {day: hours for day, hours in found if hours != week.get(day.weekday(), [])}


def opening_hours(week: Week) -> list[Json]:
    """Days with the same hours together."""
    by_hours: dict[Hours, list[str]] = {}
    for day in sorted(week):
        for hours in week[day]:
            by_hours.setdefault(hours, []).append(WEEKDAYS[day])
    return [
        {"opens": opens, "closes": closes, "dayOfWeek": days} for (opens, closes), days in by_hours.items()
    ]


def exceptions(
    week: Week, different: Mapping[date, list[Hours]], why: Callable[[date], Said]
) -> dict[str, list[Json]]:
    """`openingHoursClosedDays` and `openingHoursAdjustedDays`, if any; `why` a day differs."""
    closed = [(day, why(day)) for day, hours in different.items() if not hours]
    found = {
        "openingHoursClosedDays": list(_spans(week, closed, different)),
        "openingHoursAdjustedDays": [
            _span(day, day, why(day)) | {"openingHours": opening_hours({day.weekday(): hours})}
            for day, hours in different.items()
            if hours
        ],
    }
    return {key: days for key, days in found.items() if days}


def _spans(week: Week, closed: list[tuple[date, Said]], different: Mapping[date, object]) -> Iterator[Json]:
    """Days with one reason are one span, if on no day between them anything is on."""
    first = closed[0][0] if closed else date.max
    for (day, reason), (following, reason_then) in pairwise([*closed, (date.max, {})]):
        if following < date.max and reason == reason_then:
            between = (day + n * _ONE_DAY for n in range(1, (following - day).days))
            if not any(other in different or week.get(other.weekday()) for other in between):
                continue
        yield _span(first, day, reason)
        first = following


def _span(first: date, last: date, said: Said) -> Json:
    described = {"description": dict(said)} if said else {}
    return {"startDate": first.isoformat(), "endDate": last.isoformat(), **described}
