"""When an organisation or a place is open: what people write, and what follows for each day.

Times are wall-clock times in Europe/Brussels. Whether something is open at this moment
is told in the browser; it only looks up what is computed here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from typing import Annotated, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import (
    CalendarDate,
    ClockTime,
    Text,
    Wording,
    YesNo,
    as_tuple_or_none,
    parse_word,
)
from generator.model.record import Kept, Many, Record
from generator.model.schedule import Holidays
from generator.model.vocabulary import Closure, Weekday


class OpeningHours(Record):
    """Opening hours on some weekdays (schema.org: OpeningHoursSpecification).

    On public holidays it is closed, as nearly every service in Belgium, also where `except`
    only names the school holidays; `except: none` says that it is open on all of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    on: Annotated[tuple[Annotated[Weekday, BeforeValidator(partial(parse_word, Weekday))], ...], Many]
    opens: ClockTime
    closes: ClockTime
    closed: Annotated[
        tuple[Annotated[Closure, BeforeValidator(partial(parse_word, Closure))], ...] | None,
        BeforeValidator(as_tuple_or_none),
        Field(alias="except"),
    ] = None
    note: Wording | None = None

    @model_validator(mode="after")
    def _closes_later(self) -> Self:
        if self.closes <= self.opens:
            raise PydanticCustomError("end_before_start", "closes before it opens", {"at": "closes"})
        return self

    @property
    def closures(self) -> frozenset[Closure]:
        """The holidays on which these hours do not hold."""
        if self.closed == ():
            return frozenset()
        return frozenset((Closure.PUBLIC_HOLIDAYS, *(self.closed or ())))


class SpecialHours(Record):
    """Other hours on some dates, or closed then (schema.org: specialOpeningHoursSpecification).

    They go before everything else: before holidays, and before the closed periods of the place.
    """

    on: Annotated[tuple[CalendarDate, ...], Many]
    opens: ClockTime | None = None
    closes: ClockTime | None = None
    closed: YesNo = False
    reason: Wording | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if self.closed and (self.opens or self.closes):
            raise PydanticCustomError("closed_and_open", "closed, and yet hours", {"at": "closed"})
        if not self.closed and not (self.opens and self.closes):
            half = {"at": "opens" if self.closes else "closes"} if self.opens or self.closes else {}
            raise PydanticCustomError("no_special_hours", "neither hours nor closed", half)
        if self.opens and self.closes and self.closes <= self.opens:
            raise PydanticCustomError("end_before_start", "closes before it opens", {"at": "closes"})
        return self


class ClosedPeriod(Record):
    """Days on which it is closed, both ends included."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    since: CalendarDate = Field(alias="from")
    until: CalendarDate
    reason: Wording | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.until < self.since:
            raise PydanticCustomError("end_before_start", "ends before it starts", {"at": "until"})
        return self


class Opened(Kept):
    """What has opening hours: an organisation, a place. Nothing known is no `opening_hours` at all."""

    opening_hours: Annotated[tuple[OpeningHours, ...], Many] = ()
    special_hours: Annotated[tuple[SpecialHours, ...], Many] = ()
    closed: Annotated[tuple[ClosedPeriod, ...], Many] = ()


_WEEKDAYS = tuple(Weekday)
Span = tuple[time, time]
"""Opens and closes."""


@dataclass(frozen=True)
class Holiday:
    """A holiday as the reason of being closed, with its Dutch name."""

    kind: Closure
    name: str


@dataclass(frozen=True)
class Exceptional:
    """Days, both ends included, on which it is not open as in other weeks."""

    first: date
    last: date
    spans: tuple[Span, ...]
    """Empty when it is closed."""
    reason: Text | Holiday | None = None


def weekly_spans(hours: tuple[OpeningHours, ...]) -> tuple[tuple[Span, ...], ...]:
    """The hours of an ordinary week, Monday first; spans that touch are one."""
    return tuple(_merged((h.opens, h.closes) for h in hours if day in h.on) for day in Weekday)


def exceptional_days(
    opened: Opened, closed: tuple[ClosedPeriod, ...], holidays: Holidays, first: date, last: date
) -> tuple[Exceptional, ...]:
    """What differs from an ordinary week between first and last; of two that meet, the earlier one holds.

    `closed` are the periods in which it is closed: its own, and those of its place.
    """
    periods = sorted(closed, key=lambda period: (period.since, period.until))
    near = (period for period in periods if period.since <= last and period.until >= first)
    return (
        *_special(opened.special_hours, first, last),
        *(Exceptional(period.since, period.until, (), period.reason) for period in near),
        *_holidays(opened.opening_hours, holidays, first, last),
    )


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for opens, closes in sorted(spans):
        if found and opens <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], closes))
        else:
            found.append((opens, closes))
    return tuple(found)


def _special(hours: tuple[SpecialHours, ...], first: date, last: date) -> Iterator[Exceptional]:
    for day in sorted({day for special in hours for day in special.on if first <= day <= last}):
        there = [special for special in hours if day in special.on]
        spans = _merged((s.opens, s.closes) for s in there if s.opens and s.closes)
        yield Exceptional(day, day, spans, next((s.reason for s in there if s.reason), None))


def _holidays(
    hours: tuple[OpeningHours, ...], holidays: Holidays, first: date, last: date
) -> Iterator[Exceptional]:
    """Public holidays first, for these have names that people know."""
    for kind in (Closure.PUBLIC_HOLIDAYS, Closure.SCHOOL_HOLIDAYS):
        if kind not in holidays or not any(kind in h.closures for h in hours):
            continue
        for start, end, name in holidays[kind].spans:
            if start <= last and end >= first:
                yield from _holiday(hours, holidays, start, end, Holiday(kind, name))


def _holiday(
    hours: tuple[OpeningHours, ...], holidays: Holidays, start: date, end: date, holiday: Holiday
) -> Iterator[Exceptional]:
    """The whole holiday when nothing is open then; else each day of it that is not as usual."""
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    if all(holiday.kind in h.closures for h in hours):
        if any(_on(hours, day) for day in days):
            yield Exceptional(start, end, (), holiday)
        return
    for day in days:
        kept = _kept(hours, holidays, day)
        if kept != _on(hours, day):
            yield Exceptional(day, day, _merged((h.opens, h.closes) for h in kept), holiday)


def _on(hours: tuple[OpeningHours, ...], day: date) -> list[OpeningHours]:
    weekday = _WEEKDAYS[day.weekday()]
    return [h for h in hours if weekday in h.on]


def _kept(hours: tuple[OpeningHours, ...], holidays: Holidays, day: date) -> list[OpeningHours]:
    """The hours that hold on a day in spite of its holidays."""
    there = {kind for kind, days in holidays.items() if days.reason(day)}
    return [h for h in _on(hours, day) if not h.closures & there]
