"""A calendar file -> its events, each with its rule and its exceptions, by the wall clock of Belgium."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from generator.incoming import texts
from generator.incoming.rules import Rule
from generator.incoming.shapes import FeedError
from generator.reading.traps import Gettext

HOME = ZoneInfo("Europe/Brussels")
MOST_EVENTS = 5000
_LONGEST = timedelta(days=31)


@dataclass(frozen=True)
class Moment:
    """A time of an event: a day, perhaps with hours."""

    on: date
    starts: time | None = None
    ends: time | None = None


@dataclass(frozen=True)
class Happening:
    """One VEVENT with the changes of single times that belong to it."""

    uid: str
    name: str
    first: Moment
    days: int = 1
    """How many whole days it takes."""
    rule: Rule | None = None
    off: tuple[date, ...] = ()
    """Days of the rule that are left out without a word (EXDATE)."""
    cancelled: tuple[date, ...] = ()
    extra: tuple[Moment, ...] = ()
    description: str = ""
    location: str = ""
    point: tuple[float, float] | None = None
    page: str = ""
    words: tuple[str, ...] = ()
    """Its categories."""
    notes: tuple[str, ...] = field(default=(), compare=False)


def read_calendar(raw: bytes, _: Gettext) -> list[Happening]:
    """All events. Raises FeedError if it is no calendar."""
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype", b"<html")):
        raise FeedError(
            _("This is a page to read, not a calendar."),
            _("Ask the partner for the address of the calendar. It often ends in .ics."),
        )
    broken = FeedError(
        _("This is not a calendar (iCalendar), or it breaks off in the middle."),
        _("Fetch it again, and look whether it is all there."),
    )
    if not start.startswith(b"begin:vcalendar") or b"END:VCALENDAR" not in raw.upper()[-200:]:
        raise broken
    try:
        calendar = Calendar.from_ical(_decoded(raw))
        events = [found for found in calendar.walk("VEVENT") if isinstance(found, Event)][:MOST_EVENTS]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise broken from error
    return list(_together(events, _))


def _decoded(raw: bytes) -> str:
    """UTF-8, as the standard has it; old programs of Windows write their own."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("windows-1252", "replace")


def _together(events: Iterable[Event], _: Gettext) -> Iterator[Happening]:
    whole: dict[str, Happening] = {}
    changes: list[tuple[str, date, Happening, bool]] = []
    for number, event in enumerate(events):
        try:
            found = _happening(event, number, _)
            # The day of the rule that it stands for; the time of day is of no matter to us.
            of = _local(_value(event["RECURRENCE-ID"]))[0] if "RECURRENCE-ID" in event else None
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            continue
        if found is None:
            continue
        off = str(event.get("STATUS", "")).upper() == "CANCELLED"
        if of:
            changes.append((found.uid, of, found, off))
        elif found.uid in whole:
            whole[f"{found.uid}/{number}"] = _off(found) if off else found
        else:
            whole[found.uid] = _off(found) if off else found
    for uid, day, changed, off in changes:
        if uid in whole:
            whole[uid] = _changed(whole[uid], day, changed, off)
        else:
            # The event itself is not there: this time stands by itself.
            whole[f"{uid}/{day}"] = _off(changed) if off else changed
    yield from whole.values()


def _off(found: Happening) -> Happening:
    return replace(found, cancelled=(*found.cancelled, found.first.on), rule=None)


def _changed(found: Happening, day: date, changed: Happening, off: bool) -> Happening:
    if off:
        return replace(found, cancelled=(*found.cancelled, day))
    extra = (*found.extra, changed.first)
    if changed.first.on == day:
        return replace(found, extra=extra)
    return replace(found, extra=extra, cancelled=(*found.cancelled, day))


def _happening(event: Event, number: int, _: Gettext) -> Happening | None:
    name = texts.one_line(str(event.get("SUMMARY", "")))
    if not name or "DTSTART" not in event:
        return None
    notes: list[str] = []
    value = _value(event["DTSTART"])
    on, starts = _local(value)
    notes += _zone_notes(event["DTSTART"], value, "RRULE" in event, _)
    ends, days = _end(event, value, notes, _)
    first = Moment(on, starts, ends)
    rule = _rule(event, first, notes, _)
    off = tuple(sorted({_local(day)[0] for day in _all(event, "EXDATE")}))
    extra = tuple(
        Moment(day, at or starts, ends if at in (None, starts) else None)
        for day, at in (_local(found) for found in _all(event, "RDATE"))
    )
    return Happening(
        uid=texts.one_line(str(event.get("UID", ""))) or f"event-{number}",
        name=name,
        first=first,
        days=days,
        rule=rule,
        off=off,
        extra=extra,
        description=texts.paragraphs(str(event.get("DESCRIPTION", ""))),
        location=texts.one_line(str(event.get("LOCATION", ""))),
        point=_point(event),
        page=texts.web(str(event.get("URL", ""))),
        words=_categories(event),
        notes=tuple(notes),
    )


def _end(event: Event, start: Any, notes: list[str], _: Gettext) -> tuple[time | None, int]:
    """The hour at which it ends, and for how many whole days it goes on."""
    found: Any = _value(event["DTEND"]) if "DTEND" in event else None
    if found is None and "DURATION" in event:
        found = start + _value(event["DURATION"])
    if found is None:
        return None, 1
    (first, starts), (last, ends) = _local(start), _local(found)
    if starts is None:
        days = max(1, min((last - first).days, _LONGEST.days))
        if (last - first) > _LONGEST:
            notes.append(
                _("It takes until {date}: only its first month is taken.").format(date=last.isoformat())
            )
        return None, days
    if last > first:
        notes.append(_("It ends on another day ({date}): its end is left out.").format(date=last.isoformat()))
        return None, 1
    return (ends if ends and ends > starts else None), 1


def _rule(event: Event, first: Moment, notes: list[str], _: Gettext) -> Rule | None:
    found: Any = event.get("RRULE")
    if isinstance(found, list):
        notes.append(_("It has more than one rule: only the first one is taken."))
        found = found[0]
    if not found:
        return None
    parts = []
    last = None
    for name, value in found.items():
        values = value if isinstance(value, list) else [value]
        if name.upper() == "UNTIL":
            last = _local(values[0])[0]
        else:
            parts.append((name.upper(), ",".join(str(each) for each in values)))
    return Rule(tuple(parts), first.on, first.starts, first.ends, last)


def _zone_notes(prop: Any, value: Any, repeats: bool, _: Gettext) -> Iterator[str]:
    if not isinstance(value, datetime):
        return
    zone = texts.one_line(str(prop.params.get("TZID", "")), 60)
    if value.tzinfo is None:
        if zone:
            yield _("The time zone {zone} is unknown: I take its hours as hours of here.").format(zone=zone)
        return
    there = value.utcoffset()
    if repeats and there != value.replace(tzinfo=HOME).utcoffset():
        name = zone or "UTC"
        yield _(
            "It repeats in the time of {zone}. I take the hour of its first day, here, for all days."
        ).format(zone=name)
    elif repeats and not zone:
        yield _(
            "It repeats in the time of {zone}. I take the hour of its first day, here, for all days."
        ).format(zone="UTC")


def _local(value: Any) -> tuple[date, time | None]:
    """The day and the hour here; RDATE may be a period, which begins with its hour."""
    if isinstance(value, tuple):
        value = value[0]
    if isinstance(value, datetime):
        here = value.astimezone(HOME) if value.tzinfo else value
        return here.date(), here.time().replace(second=0, microsecond=0)
    if isinstance(value, date):
        return value, None
    raise ValueError(value)


def _value(prop: Any) -> Any:
    if isinstance(prop, list):
        prop = prop[0]
    return prop.dt


def _all(event: Event, name: str) -> Iterator[Any]:
    found: Any = event.get(name, ())
    for each in found if isinstance(found, list | tuple) else (found,):
        yield from (moment.dt for moment in each.dts)


def _point(event: Event) -> tuple[float, float] | None:
    geo: Any = event.get("GEO")
    try:
        return (float(geo.latitude), float(geo.longitude)) if geo else None
    except (AttributeError, ValueError):
        return None


def _categories(event: Event) -> tuple[str, ...]:
    found: Any = event.get("CATEGORIES", ())
    each = found if isinstance(found, list | tuple) else (found,)
    return tuple(texts.one_line(str(word)) for group in each for word in getattr(group, "cats", ()))
