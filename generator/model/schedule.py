"""When something takes place: what people write, and the dates that follow from it.

One model serves all wordings and all dates, so that the page, the flyer and the
calendar cannot disagree. Times are wall-clock times in Europe/Brussels; dates are
computed without a clock change in sight, because only the wall clock counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property, partial
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import (
    CalendarDate,
    ClockTime,
    Duration,
    Period,
    Text,
    Wording,
    YesNo,
    parse_word,
)
from generator.model.record import Many
from generator.model.vocabulary import Closure, DayPart, Weekday

ORDINALS = {
    "first": 1, "eerste": 1, "1st": 1, "1e": 1, "second": 2, "tweede": 2, "2nd": 2, "2e": 2,
    "third": 3, "derde": 3, "3rd": 3, "3e": 3, "fourth": 4, "vierde": 4, "4th": 4, "4e": 4,
    "last": -1, "laatste": -1,
}  # fmt: skip

_WEEK = timedelta(days=7)
_WEEKLY = Period(1, "weeks")
_LONGEST_WAIT = timedelta(days=4000)
"""Within this time every rule that people write falls on some day."""


@dataclass(frozen=True)
class DayRule:
    """A weekday, or the nth of the month (`nth` 1 to 4, -1 for the last, None for each)."""

    weekday: Weekday
    nth: int | None = None


def parse_day_rule(value: Any) -> DayRule:
    """`friday`, `vrijdag`, `first thursday`, `laatste maandag`."""
    if isinstance(value, DayRule):
        return value
    words = value.lower().split() if isinstance(value, str) else []
    nth = None
    if len(words) == 2 and words[0] in ORDINALS:
        nth = ORDINALS[words.pop(0)]
    if len(words) != 1:
        raise PydanticCustomError("day_rule", "not a day of the week", {"typed": str(value)})
    try:
        return DayRule(parse_word(Weekday, words[0]), nth)
    except PydanticCustomError as error:
        raise PydanticCustomError("day_rule", "not a day of the week", {"typed": str(value)}) from error


class ExtraDate(BaseModel):
    """A date on which it takes place besides the rule; hours if they differ."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    on: CalendarDate
    starts: ClockTime | None = Field(default=None, alias="from")
    ends: ClockTime | None = Field(default=None, alias="until")
    note: Wording | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.starts and self.ends and self.ends <= self.starts:
            raise PydanticCustomError("end_before_start", "ends before it starts", {"at": "until"})
        return self


class CancelledDate(BaseModel):
    """A date on which it does not take place, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    on: CalendarDate
    reason: Wording | None = None


def _dated(value: Any) -> Any:
    return {"on": value} if isinstance(value, str) else value


class Schedule(BaseModel):
    """What a person would write: every week, on friday, from 9:30 until 11:30.

    Without a start date or a start time it gives a wording but no dates: half a
    date on a calendar sends someone to a closed door.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    every: Duration | None = None
    on: Annotated[tuple[Annotated[DayRule, BeforeValidator(parse_day_rule)], ...], Many] = ()
    part: Annotated[DayPart, BeforeValidator(partial(parse_word, DayPart))] | None = None
    starts: ClockTime | None = Field(default=None, alias="from")
    ends: ClockTime | None = Field(default=None, alias="until")
    since: CalendarDate | None = None
    last: CalendarDate | None = None
    """The last day on which the rule still holds."""
    closed: Annotated[
        tuple[Annotated[Closure, BeforeValidator(partial(parse_word, Closure))], ...],
        Many,
        Field(alias="except"),
    ] = ()
    dates: Annotated[tuple[Annotated[ExtraDate, BeforeValidator(_dated)], ...], Many] = ()
    """Fixed dates, without any rule, or extra dates beside the rule."""
    cancelled: Annotated[tuple[Annotated[CancelledDate, BeforeValidator(_dated)], ...], Many] = ()
    by_appointment: YesNo = False
    text: Wording | None = None
    """Free wording, where dates are not known ("vier keer per jaar") or as an addition."""

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.starts and self.ends and self.ends <= self.starts:
            raise PydanticCustomError("end_before_start", "ends before it starts", {"at": "until"})
        if self.since and self.last and self.last < self.since:
            raise PydanticCustomError("end_before_start", "ends before it starts", {"at": "last"})
        says_when = self.every or self.on or self.part or self.dates or self.by_appointment or self.text
        if not says_when:
            raise PydanticCustomError("empty_schedule", "says nothing of when")
        if self.every and self.every.unit in ("days", "weeks") and any(rule.nth for rule in self.on):
            raise PydanticCustomError("nth_needs_month", "the nth day of a week", {"at": "on"})
        by_month = self.has_rule and self.every and self.every.unit in ("months", "years")
        if by_month and any(rule.nth is None for rule in self.on):
            raise PydanticCustomError("month_needs_nth", "each such day of the month", {"at": "on"})
        return self

    @property
    def has_rule(self) -> bool:
        """Whether dates follow from a rule (a wording alone does not do)."""
        return bool(self.every and self.on and self.since and self.starts)


@dataclass(frozen=True)
class ClosedDays:
    """Named spans of days, both ends included: school or public holidays."""

    spans: tuple[tuple[date, date, str], ...]

    def reason(self, day: date) -> str | None:
        """The name of the holiday on that day, or None."""
        return self.names.get(day)

    @cached_property
    def names(self) -> Mapping[date, str]:
        """Each day of a holiday -> its name; of two that meet, the earlier one in the list counts."""
        names: dict[date, str] = {}
        for first, last, name in self.spans:
            for number in range((last - first).days + 1):
                names.setdefault(first + timedelta(days=number), name)
        return names

    def covers(self, day: date) -> bool:
        """Whether we know the holidays of that day at all."""
        return bool(self.spans) and self.spans[0][0] <= day <= max(last for _, last, _ in self.spans)


Holidays = dict[Closure, ClosedDays]


@dataclass(frozen=True, order=True, slots=True)
class Occurrence:
    """One time that something takes place, in local wall-clock time."""

    day: date
    starts: time | None = None
    ends: time | None = None
    cancelled: bool = False
    remark: Text | None = field(default=None, compare=False)
    """Why it is cancelled; else what is special about this time."""
    extra: bool = field(default=False, compare=False)
    """Whether it comes besides a rule."""


def rule_days(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    """Days between first and last (included) on which the rule falls, holidays or not; it has a rule."""
    assert schedule.every is not None
    assert schedule.since is not None
    start = max(first, schedule.since)
    stop = min(last, schedule.last) if schedule.last else last
    anchor_week = schedule.since - timedelta(days=schedule.since.weekday())
    rules: dict[int, list[DayRule]] = {}
    for rule in schedule.on:
        rules.setdefault(rule.weekday.number, []).append(rule)
    weekdays = [(timedelta(days=number), rules[number]) for number in sorted(rules)]
    # Every week without "the nth" needs no more than counting: that settles most rules.
    each_week = schedule.every == _WEEKLY and all(rule.nth is None for rule in schedule.on)
    monday = start - timedelta(days=start.weekday())
    while monday <= stop:
        for after, those in weekdays:
            day = monday + after
            if start <= day <= stop and (
                each_week
                or (any(_falls_on(rule, day) for rule in those) and _in_step(schedule, anchor_week, day))
            ):
                yield day
        monday += _WEEK


def takes_place(schedule: Schedule, day: date) -> bool:
    """Whether the rule falls on that day, holidays or not, or it is one of the dates."""
    on_rule = schedule.has_rule and day in rule_days(schedule, day, day)
    return on_rule or any(extra.on == day for extra in schedule.dates)


def first_day(schedule: Schedule) -> date | None:
    """The first day of the rule, holidays aside; None where no dates follow from it."""
    if not (schedule.has_rule and schedule.since):
        return None
    days = rule_days(schedule, schedule.since, schedule.since + _LONGEST_WAIT)
    return next(days, None)


def _falls_on(rule: DayRule, day: date) -> bool:
    """Whether a day that is that weekday is also the nth."""
    if rule.nth is None:
        return True
    if rule.nth == -1:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == rule.nth


def _in_step(schedule: Schedule, anchor_week: date, day: date) -> bool:
    """Whether the week, month or year of that day is one of every `n`."""
    assert schedule.every is not None
    assert schedule.since is not None
    count = schedule.every.count
    match schedule.every.unit:
        case "days":
            return (day - schedule.since).days % count == 0
        case "weeks":
            return (day - anchor_week).days // 7 % count == 0
        case "months":
            return ((day.year - schedule.since.year) * 12 + day.month - schedule.since.month) % count == 0
        case "years":
            return day.month == schedule.since.month and (day.year - schedule.since.year) % count == 0


Closures = Sequence[Mapping[date, str]]
"""For each kind of holiday that counts: the days, with their names."""


def _closures(schedule: Schedule, holidays: Holidays) -> Closures:
    return [holidays[kind].names for kind in schedule.closed if kind in holidays]


def _closed_by(closures: Closures, day: date) -> str | None:
    """The name of the holiday for which it stays away on that day, or None."""
    for names in closures:
        if name := names.get(day):
            return name
    return None


def occurrences(schedule: Schedule, holidays: Holidays, first: date, last: date) -> tuple[Occurrence, ...]:
    """All occurrences from first to last (both included), cancelled ones marked, in order."""
    reasons = {entry.on: entry.reason for entry in schedule.cancelled}
    found: dict[date, Occurrence] = {}
    if schedule.has_rule:
        closures = _closures(schedule, holidays)
        for day in rule_days(schedule, first, last):
            if not _closed_by(closures, day):
                found[day] = Occurrence(day, schedule.starts, schedule.ends, day in reasons, reasons.get(day))
    for extra in schedule.dates:
        if first <= extra.on <= last:
            starts = extra.starts or schedule.starts
            ends = extra.ends if extra.starts else extra.ends or schedule.ends
            cancelled = extra.on in reasons
            remark = reasons[extra.on] if cancelled else extra.note
            beside_rule = schedule.every is not None
            found[extra.on] = Occurrence(extra.on, starts, ends, cancelled, remark, beside_rule)
    return tuple(sorted(found.values(), key=lambda o: (o.day, o.starts or time.min)))


def skipped(schedule: Schedule, holidays: Holidays, first: date, last: date) -> tuple[tuple[date, str], ...]:
    """The days of the rule that a holiday takes away, first to last, each with the holiday's name."""
    if not (schedule.has_rule and schedule.closed):
        return ()
    closures = _closures(schedule, holidays)
    named = ((day, _closed_by(closures, day)) for day in rule_days(schedule, first, last))
    return tuple((day, name) for day, name in named if name)
