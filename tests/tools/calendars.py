"""Reads calendar files as calendar programs do."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import recurring_ical_events
from icalendar import Calendar, Event

from generator.model.schedule import Occurrence

Time = tuple[date, time | None, time | None, bool]
"""Day, start, end, and whether it is cancelled; by the wall clock."""


def read(data: bytes) -> Calendar:
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    return calendar


def events(data: bytes) -> list[Event]:
    return read(data).events


def expanded(data: bytes, first: date, last: date) -> Counter[Time]:
    """Every time in a calendar from first to last, both included, as another program works it out."""
    found = recurring_ical_events.of(read(data)).between(first, last + timedelta(days=1))
    return Counter(_time(event) for event in found)


def _time(event: Event) -> Time:
    start, end, off = event["DTSTART"].dt, event.get("DTEND"), str(event["STATUS"]) == "CANCELLED"
    if not isinstance(start, datetime):
        return start, None, None, off
    # What has no end gets one when it is expanded: its beginning.
    ends = end.dt.time() if end and end.dt.time() != start.time() else None
    return start.date(), start.time(), ends, off


def times(occurrences: Iterable[Occurrence]) -> Counter[Time]:
    return Counter((one.day, one.starts, one.ends, one.cancelled) for one in occurrences)
