"""A rule of iCalendar -> `when`, as far as that can say it; else the dates of the coming year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from generator.incoming.shapes import Data
from generator.incoming.texts import one_line, typed
from generator.model.schedule import Holidays, Schedule, skipped
from generator.model.vocabulary import Closure, Weekday

MOST_DATES = 120
"""So many dates of one offer are typed out; a list beyond that is no help to anybody."""
_MOST_YEARS = 70
"""A rule that began longer ago is not worked out."""
_REGULAR = range(1901, 2100)
"""The years in which every fourth is a leap year."""
_PART = re.compile(r"[\w,+-]{1,200}", re.ASCII)
"""Room for all weeks of a year, and none for a second rule."""
_DAYS = {day.value[:2].upper(): day for day in Weekday}
_DAY = re.compile(rf"([+-]?\d{{1,2}})?({'|'.join(_DAYS)})", re.ASCII)
_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_SAID = {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST", "BYSETPOS", "BYMONTH"}
_CLOSURES = (
    (Closure.SCHOOL_HOLIDAYS, Closure.PUBLIC_HOLIDAYS),
    (Closure.SCHOOL_HOLIDAYS,),
    (Closure.PUBLIC_HOLIDAYS,),
)


@dataclass(frozen=True)
class Rule:
    """A rule, and when it begins: by the wall clock of Belgium."""

    parts: tuple[tuple[str, str], ...]
    """As it stands there: ("FREQ", "WEEKLY"), ("BYDAY", "MO,WE"); UNTIL is `last` instead."""
    start: date | None = None
    starts: time | None = None
    ends: time | None = None
    last: date | None = None

    def part(self, name: str) -> str:
        return dict(self.parts).get(name, "")

    @property
    def interval(self) -> int:
        text = self.part("INTERVAL") or "1"
        return int(text) if text.isdecimal() and len(text) < 4 else 0

    @property
    def said(self) -> str:
        """For a message: "FREQ=MONTHLY;BYMONTHDAY=15"."""
        return one_line(";".join(f"{name}={value}" for name, value in self.parts), 120)


def as_schedule(rule: Rule) -> Data | None:
    """The rule as people type it: `every`, `on`, `from`, `until`, `since`, `last`; None if it says more."""
    found = _every_and_on(rule)
    if found is None or not rule.interval or {name for name, _value in rule.parts} - _SAID:
        return None
    if rule.start and rule.start.year not in _REGULAR:
        return None
    every, unit, on = found
    made: Data = {"every": unit if every == 1 else f"{every} {unit}s", "on": on if len(on) > 1 else on[0]}
    made |= {key: typed(moment) for key, moment in (("from", rule.starts), ("until", rule.ends)) if moment}
    if rule.start:
        made["since"] = rule.start.isoformat()
    # A year such as 9999 says that it has no end.
    if (last := _last(rule)) and last.year in _REGULAR:
        made["last"] = last.isoformat()
    return made


def _every_and_on(rule: Rule) -> tuple[int, str, list[str]] | None:
    days = _days(rule.part("BYDAY"))
    if days is None:
        return None
    plain = [day.value for nth, day in days if nth is None]
    ordinal = [f"{_NTH[nth]} {day.value}" for nth, day in days if nth in _NTH]
    own = [tuple(Weekday)[rule.start.weekday()].value] if rule.start else []
    match rule.part("FREQ").upper():
        case "DAILY" if not _besides(rule, "BYSETPOS", "BYMONTH"):
            if rule.interval == 1:
                return 1, "week", plain or [day.value for day in Weekday]
            return (rule.interval, "day", [day.value for day in Weekday]) if not days else None
        case "WEEKLY" if not ordinal and not _besides(rule, "BYSETPOS", "BYMONTH") and (plain or own):
            on = plain or own
            # Our weeks begin on Monday: with another day the weeks in between may be others.
            if rule.interval > 1 and rule.part("WKST") not in ("", "MO") and (len(on) > 1 or "sunday" in on):
                return None
            return rule.interval, "week", on
        case "MONTHLY" if not _besides(rule, "BYMONTH"):
            if place := rule.part("BYSETPOS"):
                nth = int(place) if place.removeprefix("-").isdecimal() else 0
                alone = len(plain) == 1 and not ordinal and nth in _NTH
                return (rule.interval, "month", [f"{_NTH[nth]} {plain[0]}"]) if alone else None
            if ordinal and not plain and len(ordinal) == len(days):
                return rule.interval, "month", ordinal
            return (1, "week", plain) if plain and rule.interval == 1 and not ordinal else None
        case "YEARLY" if rule.start and rule.part("BYMONTH") == str(rule.start.month):
            whole = ordinal and len(ordinal) == len(days) and not _besides(rule, "BYSETPOS")
            return (rule.interval, "year", ordinal) if whole else None
    return None


def _besides(rule: Rule, *names: str) -> bool:
    return any(rule.part(name) for name in names)


def _days(text: str) -> list[tuple[int | None, Weekday]] | None:
    found: list[tuple[int | None, Weekday]] = []
    for part in filter(None, (part.strip().upper() for part in text.split(","))):
        typed_day = _DAY.fullmatch(part)
        nth = int(typed_day[1]) if typed_day and typed_day[1] else None
        if typed_day is None or (nth is not None and nth not in _NTH):
            return None
        found.append((nth, _DAYS[typed_day[2]]))
    return found


def _last(rule: Rule) -> date | None:
    """The last day of a rule that counts its times."""
    times = rule.part("COUNT")
    if not times or rule.start is None:
        return rule.last
    end = min(rule.start.year + _MOST_YEARS, _REGULAR[-1])
    days = list(islice(days_of(rule, date(end, 12, 31)), 1000))
    return days[-1] if days and times.lstrip("0") == str(len(days)) else rule.last


def days_of(rule: Rule, end: date) -> Iterable[date]:
    """The days of a rule up to `end`, one by one; none where nobody can work them out."""
    end = min(end, rule.last or end)
    freq = rule.part("FREQ").upper()
    if rule.start is None or freq not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        return
    # Of one day there is but one place, and dateutil looks at each of hundreds.
    if rule.interval == 0 or (freq == "DAILY" and rule.part("BYSETPOS")):
        return
    if not all(_PART.fullmatch(text) for part in rule.parts for text in part):
        return
    if rule.start.year not in _REGULAR or end.year not in _REGULAR:
        return
    if end < rule.start or end.year - rule.start.year > _MOST_YEARS:
        return
    shift = _to_the_end(end.year)
    start = datetime.combine(rule.start, rule.starts or time()) + shift
    try:
        found = rrulestr(";".join(f"{name}={value}" for name, value in rule.parts), dtstart=start)
        for moment in islice(found, 20_000):
            day = (moment - shift).date()
            if day > end:
                return
            yield day
    except (ValueError, TypeError, OverflowError, IndexError):
        return


def _to_the_end(year: int) -> timedelta:
    """From a year to one with the same days, 70 years before it too, among the last that there are.

    For a day that never comes, such as 30 February, dateutil goes on to the year 9999, whatever UNTIL says.
    """
    first = date(year, 1, 1)
    others = (date(other, 1, 1) for other in range(9998, 9970, -1) if other % 4 == year % 4)
    return next(other - first for other in others if other.weekday() == first.weekday())


def coming(rule: Rule, today: date) -> list[date]:
    """The days of the coming year, for a rule that our schedules cannot say."""
    found = (day for day in days_of(rule, today + timedelta(days=366)) if day >= today)
    return list(islice(found, MOST_DATES))


def with_closures(when: Data, off: Iterable[date], holidays: Holidays) -> tuple[Data, list[date]]:
    """The same with `except` where that takes away some of the days that fall off; the others besides."""
    days = set(off)
    schedule = Schedule.model_validate(when)
    if days and schedule.has_rule and schedule.since and schedule.last:
        for closures in _CLOSURES:
            known = [holidays[kind] for kind in closures if kind in holidays]
            if len(known) < len(closures) or not all(spans.covers(schedule.last) for spans in known):
                continue
            closed = schedule.model_copy(update={"closed": closures})
            taken = {day for day, _name in skipped(closed, holidays, schedule.since, schedule.last)}
            if taken and taken <= days:
                return {**when, "except": [kind.value for kind in closures]}, sorted(days - taken)
    return when, sorted(days)
