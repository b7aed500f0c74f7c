"""Reads calendar files as calendar programs do."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

import recurring_ical_events
from icalendar import Calendar, Component, Event

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
    start, end, off = value(event, "DTSTART"), event.get("DTEND"), str(event["STATUS"]) == "CANCELLED"
    if not isinstance(start, datetime):
        assert isinstance(start, date)
        return start, None, None, off
    # What has no end gets one when it is expanded: its beginning.
    ends = value(event, "DTEND").time() if end else None
    return start.date(), start.time(), None if ends == start.time() else ends, off


def value(event: Event, name: str) -> Any:
    """What a property says, as Python says it: the types of `icalendar` name every kind there is."""
    found: Any = event[name]
    return found.dt


def text_of(component: Component, name: str) -> str:
    """The text of a property as it stands in the file."""
    found: Any = component[name]
    written = found.to_ical()
    return written if isinstance(written, str) else str(written.decode())


def times(occurrences: Iterable[Occurrence]) -> Counter[Time]:
    return Counter((one.day, one.starts, one.ends, one.cancelled) for one in occurrences)
