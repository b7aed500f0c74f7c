"""When an organisation or a place is open: in words, and as data that tells whether it is open now."""

from collections.abc import Collection, Iterable
from datetime import date, time, timedelta

from generator.model.fields import FIRST_LANGUAGE, Period, Text
from generator.model.freshness import due_date
from generator.model.opening import (
    ClosedPeriod,
    Exceptional,
    Holiday,
    Opened,
    OpeningHours,
    Span,
    exceptional_days,
    weekly_spans,
)
from generator.model.records import Organisation, Place
from generator.model.vocabulary import Closure, Status, Weekday
from generator.views.context import ViewContext
from generator.views.opening_shapes import (
    ComingView,
    ExceptionView,
    OpeningLineView,
    OpeningRowView,
    OpeningView,
)
from generator.views.when import HORIZON
from generator.wording.dates import full_date, hour, short_span
from generator.wording.labels import enumerate_words, label
from generator.wording.opening import closures_said, days_said

HOLIDAYS_NAMED = timedelta(days=91)
"""Holidays of the coming quarter are named; what somebody wrote down is named at any time."""


def view_opening(
    context: ViewContext,
    key: str,
    opened: Organisation | Place,
    closed: tuple[ClosedPeriod, ...],
    review: Period,
) -> OpeningView | None:
    """Its hours, and what differs in the coming year; None when none are known, or while it does not run.

    `closed` are the closed periods that count: its own, and those of its place.
    """
    if not opened.opening_hours or opened.status is not Status.RUNNING:
        return None
    closures = {hours.closures for hours in opened.opening_hours}
    until = _known_until(context, frozenset().union(*closures))
    exceptions = exceptional_days(opened, closed, context.guide.holidays, context.today, until)
    week = weekly_spans(opened.opening_hours)
    rows = _rows(context, opened.opening_hours, alike=len(closures) == 1)
    not_on = _sentence(closures_said(context.words, *closures)) if len(closures) == 1 else ""
    due = due_date(opened.checked, review)
    return OpeningView(
        key=key,
        rows=rows,
        not_on=not_on,
        lines=(*(_in_a_line(row) for row in rows), *((not_on,) if not_on else ())),
        coming=_coming(context, exceptions),
        due=due.isoformat() if due else "",
        until=until.isoformat(),
        week=tuple(_as_data(spans) for spans in week),
        exceptions=tuple(
            ExceptionView(
                e.first.isoformat(), e.last.isoformat(), _reason(context, e.reason), _as_data(e.spans)
            )
            for e in exceptions
        ),
        hours=_hours(context, (*week, *(e.spans for e in exceptions))),
    )


def view_closed(
    context: ViewContext, opened: Opened, closed: tuple[ClosedPeriod, ...]
) -> tuple[ComingView, ...]:
    """What is known of closed periods and special hours, where no ordinary hours are known."""
    exceptions = exceptional_days(opened, closed, {}, context.today, context.today + HORIZON)
    return _coming(context, exceptions)


def _known_until(context: ViewContext, closures: Collection[Closure]) -> date:
    """The last day that we look ahead, and of which we know the holidays that matter."""
    known = (days.spans for kind, days in context.guide.holidays.items() if kind in closures and days.spans)
    return min((context.today + HORIZON, *(spans[-1][1] for spans in known)))


def _rows(
    context: ViewContext, hours: tuple[OpeningHours, ...], *, alike: bool
) -> tuple[OpeningRowView, ...]:
    """Days with the same hours on one line; what holds of all hours (`alike`) is not said of each."""
    days: dict[tuple[OpeningLineView, ...], list[int]] = {}
    for number, day in enumerate(Weekday):
        there = sorted((h for h in hours if day in h.on), key=lambda h: (h.opens, h.closes))
        if there:
            lines = tuple(_line(context, h, alike=alike) for h in there)
            days.setdefault(lines, []).append(number)
    return tuple(
        OpeningRowView(days_said(context.words, tuple(numbers)), lines, tuple(numbers))
        for lines, numbers in days.items()
    )


def _line(context: ViewContext, hours: OpeningHours, *, alike: bool) -> OpeningLineView:
    return OpeningLineView(
        short_span(context.words, hours.opens, hours.closes),
        "" if alike else closures_said(context.words, hours.closures),
        context.said_or_none(hours.note),
    )


def _in_a_line(row: OpeningRowView) -> str:
    said = []
    for line in row.lines:
        more = ", ".join(part for part in (line.not_on, line.note.text if line.note else "") if part)
        said.append(f"{line.hours} ({more})" if more else line.hours)
    return _sentence(f"{row.days}: {', '.join(said)}")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _coming(context: ViewContext, exceptions: tuple[Exceptional, ...]) -> tuple[ComingView, ...]:
    """The next ones in words; a holiday within a closed period goes without saying."""
    said = [
        e
        for n, e in enumerate(exceptions)
        if (not isinstance(e.reason, Holiday) or e.first <= context.today + HOLIDAYS_NAMED)
        and not any(not o.spans and o.first <= e.first and e.last <= o.last for o in exceptions[:n])
    ]
    said.sort(key=lambda e: (e.first, e.last))
    return tuple(ComingView(_in_words(context, e), e.last.isoformat()) for e in said)


def _in_words(context: ViewContext, exception: Exceptional) -> str:
    _ = context.words.gettext
    first, last = (full_date(context.words, day) for day in (exception.first, exception.last))
    if exception.spans:
        spans = tuple(short_span(context.words, opens, closes) for opens, closes in exception.spans)
        hours = enumerate_words(context.words, spans)
        text = _("On {date}: {hours}").format(date=first, hours=hours)
        reason = _reason(context, exception.reason)
        return f"{text} ({reason})" if reason else text
    text = _("Closed on {date}").format(date=first)
    if exception.first != exception.last:
        text = _("Closed from {first} to {last}").format(first=first, last=last)
    reason = _reason(context, exception.reason)
    return f"{text}: {reason}" if reason else text


def _reason(context: ViewContext, reason: Text | Holiday | None) -> str:
    """Holidays have a Dutch name only: other languages say which kind it is."""
    if isinstance(reason, Holiday):
        dutch = context.words.language == FIRST_LANGUAGE
        return reason.name if dutch else label(context.words, reason.kind)
    return context.said(reason).text if reason else ""


def _as_data(spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in spans)


def _hours(context: ViewContext, days: Iterable[tuple[Span, ...]]) -> tuple[tuple[str, str], ...]:
    """Every hour at which something opens or closes, as people say it."""
    moments: set[time] = {moment for spans in days for span in spans for moment in span}
    return tuple((f"{moment:%H:%M}", hour(context.words, moment)) for moment in sorted(moments))
