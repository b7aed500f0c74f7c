"""When an offer takes place, in the words of schema.org: rules, exceptions, and times that stand alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from generator.feeds.things import SCHEMA, ZONE, Thing, present
from generator.model.schedule import Occurrence
from generator.views.series_shapes import Repeat, Series
from generator.views.shapes import OccurrenceView

_PERIODS = {"days": "D", "weeks": "W", "months": "M", "years": "Y"}
_DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}


def schedule_of(series: Series) -> Thing:
    """The rule (schema.org/Schedule). Days that are named by themselves are no days of the rule."""
    assert series.repeat is not None
    assert series.last is not None
    first, repeat = series.first, series.repeat
    return present(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{repeat.interval}{_PERIODS[repeat.frequency]}",
            "byDay": [_day(day) for day in repeat.days],
            "byMonth": repeat.month,
            "startDate": first.day.isoformat(),
            "endDate": series.last.isoformat(),
            "startTime": _clock(first.starts),
            "endTime": _clock(first.ends),
            "scheduleTimezone": ZONE,
            "exceptDate": [day.isoformat() for day in sorted(_off(series))],
        }
    )


def special_times(name: str, series: tuple[Series, ...], language: str) -> list[Thing]:
    """Times that are named one by one: cancelled, at another hour, or beside any rule."""
    times = sorted((time for one in series for time in one.times), key=_moment_of)
    # A single date is the event itself.
    if len(times) == 1 and len(series) == 1 and not series[0].repeat and not times[0].cancelled:
        return []
    return [_special(name, time, language) for time in times]


def _special(name: str, occurrence: Occurrence, language: str) -> Thing:
    status = "EventCancelled" if occurrence.cancelled else "EventScheduled"
    return present(
        {
            "@type": "Event",
            "name": name,
            "description": occurrence.remark.in_language(language) if occurrence.remark else "",
            "startDate": _moment(occurrence.day, occurrence.starts),
            "endDate": _moment(occurrence.day, occurrence.ends) if occurrence.ends else "",
            "eventStatus": f"{SCHEMA}{status}",
        }
    )


def start_and_end(occurrence: OccurrenceView | None) -> Thing:
    """Of the next time, with the offset that the clocks have then."""
    if occurrence is None:
        return {}
    day = date.fromisoformat(occurrence.date)
    starts, ends = (
        time.fromisoformat(hour) if hour else None for hour in (occurrence.starts, occurrence.ends)
    )
    found: Thing = {"startDate": _moment(day, starts)}
    return found | {"endDate": _moment(day, ends)} if ends else found


def service_hours(series: tuple[Series, ...]) -> list[Thing]:
    """The hours of a service that is there each week, and its exceptions.

    What comes every two weeks, or once a month, has no place in schema.org's hours.
    """
    weekly = [one for one in series if one.repeat and _is_weekly(one.repeat)]
    days = sorted(
        {day for one in weekly for day in _off(one)} | {time.day for one in series for time in one.times}
    )
    return [
        *(_hours(one, one.repeat) for one in weekly if one.repeat),
        *(hours for day in days for hours in _hours_on(day, series, weekly)),
    ]


def _hours_on(day: date, series: tuple[Series, ...], weekly: list[Series]) -> Iterator[Thing]:
    """All hours of a day that is not as usual."""
    named = [
        time for one in series for time in one.times if time.day == day and time.starts and not time.cancelled
    ]
    usual = [replace(one.first, day=day) for one in weekly if _holds(one, day)]
    # Without an hour at which it opens, it is closed on that day.
    yield from map(_on, sorted(named + usual, key=_moment_of) or [Occurrence(day)])


def _off(series: Series) -> set[date]:
    """Days on which the rule does not hold."""
    return {*series.skipped, *(time.day for time in series.changed)}


def _holds(series: Series, day: date) -> bool:
    assert series.repeat is not None
    assert series.last is not None
    there = series.first.day <= day <= series.last and tuple(_DAYS)[day.weekday()] in series.repeat.days
    return there and day not in _off(series)


def _is_weekly(repeat: Repeat) -> bool:
    return repeat.frequency == "weeks" and repeat.interval == 1


def _hours(series: Series, repeat: Repeat) -> Thing:
    assert series.last is not None
    return present(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [_day(day) for day in repeat.days],
            "opens": _clock(series.first.starts),
            "closes": _clock(series.first.ends),
            "validFrom": series.first.day.isoformat(),
            "validThrough": series.last.isoformat(),
        }
    )


def _on(occurrence: Occurrence) -> Thing:
    """The hours of one day."""
    day = occurrence.day.isoformat()
    return present(
        {
            "@type": "OpeningHoursSpecification",
            "opens": _clock(occurrence.starts),
            "closes": _clock(occurrence.ends),
            "validFrom": day,
            "validThrough": day,
        }
    )


def _day(day: str) -> str:
    """ "https://schema.org/Friday"; "1TH" stays as it is."""
    return f"{SCHEMA}{_DAYS[day]}" if day in _DAYS else day


def _moment_of(occurrence: Occurrence) -> tuple[date, time]:
    """What has no hour comes first."""
    return occurrence.day, occurrence.starts or time.min


def _clock(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _moment(day: date, at: time | None) -> str:
    """A day, or a moment with its offset from UTC."""
    return datetime.combine(day, at, ZoneInfo(ZONE)).isoformat() if at else day.isoformat()
