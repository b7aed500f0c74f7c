"""The dates of an activity as UiTdatabank says them.

`single` and `multiple` name every time; `periodic` is an ordinary week with its exceptions: days on which it
is closed, and days with other hours. Either way the dates are those of the site, none more and none less,
from the day of the build to the last day that is sure. A week is said as a week only where that is shorter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from generator.feeds.things import ZONE
from generator.feeds.uitdatabank.languages import localised
from generator.feeds.uitdatabank.weeks import (
    WEEKDAYS,
    Hours,
    Json,
    Week,
    differing,
    exceptions,
    opening_hours,
)
from generator.views.published_shapes import PublishedHoliday, PublishedOffer
from generator.views.published_values import PublishedException, PublishedSchedule, Texts

_ZONE = ZoneInfo(ZONE)
_EACH_WEEK = (("weeks", 1), ("days", 1), ("days", 7))


@dataclass(frozen=True)
class Moment:
    """One time of an activity."""

    day: date
    hours: Hours
    cancelled: bool


def moments_of(offer: PublishedOffer, first: date) -> list[Moment]:
    """All times whose hour is known, from a day on, in order."""
    found = {
        Moment(day, (times.starts, times.ends or times.starts), cancelled)
        for times in offer.times
        if times.starts
        for days, cancelled in ((times.on, False), (times.cancelled, True))
        for day in days
        if day >= first
    }
    return sorted(found, key=lambda moment: (moment.day, moment.hours, moment.cancelled))


class Remarks:
    """What is to be said of a day that is not like the others of an offer.

    Its own date says it, or the closing of its place, or the name of a holiday.
    """

    def __init__(
        self,
        offer: PublishedOffer,
        closings: Iterable[PublishedException],
        holidays: Iterable[PublishedHoliday],
    ) -> None:
        self._notes = {extra.on: extra.note for schedule in offer.when for extra in schedule.dates}
        self._cancelled = {found.on: found.reason for schedule in offer.when for found in schedule.cancelled}
        kinds = {kind for schedule in offer.when for kind in schedule.closed}
        self._closed: list[tuple[date, date, Texts]] = [
            *((found.first, found.last, found.reason) for found in closings if found.opens is None),
            *((found.first, found.last, found.name) for found in holidays if found.kind in kinds),
        ]

    def note(self, day: date) -> dict[str, str]:
        return localised(self._notes.get(day, {}))

    def reason(self, day: date) -> dict[str, str]:
        """Why it is not on."""
        closed = (said for first, last, said in self._closed if first <= day <= last)
        return localised(self._cancelled.get(day) or next(closed, {}))


def calendar_of(offer: PublishedOffer, moments: list[Moment], remarks: Remarks) -> Json:
    """`calendarType` and all that belongs to it. `moments` are not empty."""
    week = _week(offer.when)
    on: dict[date, list[Hours]] = {}
    for moment in moments:
        if not moment.cancelled:
            on.setdefault(moment.day, []).append(moment.hours)
    first, last = moments[0].day, moments[-1].day
    different = differing(week, lambda day: on.get(day, []), first, last)
    if not week or len(different) >= len(moments) - 1:
        times = [_sub_event(moment, remarks) for moment in moments]
        return {"calendarType": "single" if len(times) == 1 else "multiple", "subEvent": times}
    return {
        "calendarType": "periodic",
        "startDate": _moment(first, time(0)),
        "endDate": _moment(last, time(23, 59, 59)),
        "openingHours": opening_hours(week),
        **exceptions(
            week, different, lambda day: remarks.note(day) if different[day] else remarks.reason(day)
        ),
    }


def _week(schedules: Iterable[PublishedSchedule]) -> Week:
    """What is on each week."""
    found: dict[int, list[Hours]] = {}
    for schedule in schedules:
        if schedule.starts is None or (schedule.unit, schedule.every) not in _EACH_WEEK:
            continue
        for rule in schedule.on:
            hours = found.setdefault(WEEKDAYS.index(rule.weekday), [])
            if (span := (schedule.starts, schedule.ends or schedule.starts)) not in hours:
                hours.append(span)
    return {day: sorted(hours) for day, hours in found.items()}


def _sub_event(moment: Moment, remarks: Remarks) -> Json:
    status: Json = {"type": "Unavailable" if moment.cancelled else "Available"}
    if moment.cancelled and (reason := remarks.reason(moment.day)):
        status["reason"] = reason
    starts, ends = (time.fromisoformat(hour) for hour in moment.hours)
    return {"startDate": _moment(moment.day, starts), "endDate": _moment(moment.day, ends), "status": status}


def _moment(day: date, hour: time) -> str:
    """With the offset from UTC that the clocks have then."""
    return datetime.combine(day, hour, _ZONE).isoformat()
