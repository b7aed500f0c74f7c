"""When an offer takes place: its wording, its next dates, and what is on in a week."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date, time, timedelta

from generator.model.fields import Period
from generator.model.guide import Guide, Times
from generator.model.records import Offer, Place
from generator.model.schedule import Occurrence, Schedule, occurrences, skipped
from generator.model.vocabulary import DayPart, Weekday
from generator.views.context import ViewContext
from generator.views.shapes import (
    DayView,
    Link,
    OccurrenceView,
    OfferView,
    PlaceDayView,
    WeekdayView,
    WhenView,
)
from generator.wording.dates import day_and_date, days_from, short_span, weekday_name
from generator.wording.holidays import holiday_name
from generator.wording.opening import not_on
from generator.wording.schedules import ScheduleLine, not_on_days, regular_weekdays, schedule_lines

NEXT_DATES = 4
LATER_DATES = 8
WEEK_DAYS = 8
"""Today and the seven days after it: on a Friday, also the Friday to come."""
# A yearly offer still has its next date within this many days.
HORIZON = timedelta(days=400)
_PART_ENDS = ((time(12), DayPart.MORNING), (time(18), DayPart.AFTERNOON))
_PART_ORDER = {"": "24", "morning": "08", "afternoon": "13", "evening": "18"}


def when(context: ViewContext, offer: Offer) -> WhenView:
    """The wording of all schedules of an offer, and its next dates where they are sure."""
    lines: tuple[ScheduleLine, ...] = ()
    for schedule in offer.when:
        lines += schedule_lines(context.words, schedule, context.today, more=bool(lines))
    if not lines:
        return WhenView((context.ask_briefly,), known=False)
    shown, later = _next_dates(context, offer)
    starts = [schedule.starts for schedule in offer.when if schedule.starts]
    parts = day_parts(offer.when)
    return WhenView(
        tuple(line.text for line in lines),
        known=True,
        until=tuple(line.until.isoformat() if line.until else "" for line in lines),
        next=shown,
        later=later,
        weekdays=regular_weekdays(offer.when),
        parts=parts,
        sort_time=f"{min(starts):%H:%M}" if starts else "",
    )


def _from_today(context: ViewContext, offer: Offer) -> tuple[Occurrence, ...]:
    times, today = coming_times(context, offer), context.today
    return times[bisect_left(times, today, key=_day_of) :]


def coming_times(context: ViewContext, offer: Offer) -> tuple[Occurrence, ...]:
    """When an offer takes place from the Monday of this week on, for the calendar shows whole weeks."""
    monday = context.today - timedelta(days=context.today.weekday())
    return offer_occurrences(context.guide, offer, monday, context.today + HORIZON)


def _day_of(occurrence: Occurrence) -> date:
    return occurrence.day


def _next_dates(
    context: ViewContext, offer: Offer
) -> tuple[tuple[OccurrenceView, ...], tuple[OccurrenceView, ...]]:
    """The first dates, until four of them take place, and the ones after them."""
    coming = _from_today(context, offer)
    sure = [number for number, occurrence in enumerate(coming) if not occurrence.cancelled]
    first, most = (
        sure[count - 1] + 1 if len(sure) >= count else len(coming)
        for count in (NEXT_DATES, NEXT_DATES + LATER_DATES)
    )
    views = view_dates(context, offer, coming[:most])
    return views[:first], views[first:]


def next_time(context: ViewContext, offer: Offer) -> Occurrence | None:
    """The first time from today on that is not cancelled."""
    return next((time for time in _from_today(context, offer) if not time.cancelled), None)


def offer_occurrences(guide: Guide, offer: Offer, first: date, last: date) -> tuple[Occurrence, ...]:
    """All occurrences of an offer, first to last; those in a closed period of its place are cancelled."""
    return _within(_times(guide, offer, first, last).together, first, last)


def schedule_occurrences(
    guide: Guide, offer: Offer, schedule: Schedule, first: date, last: date
) -> tuple[Occurrence, ...]:
    """The same for one of its schedules."""
    of_schedules = _times(guide, offer, first, last).of_schedules
    return _within(of_schedules[offer.when.index(schedule)], first, last)


def _within(times: tuple[Occurrence, ...], first: date, last: date) -> tuple[Occurrence, ...]:
    return times[bisect_left(times, first, key=_day_of) : bisect_right(times, last, key=_day_of)]


def _times(guide: Guide, offer: Offer, first: date, last: date) -> Times:
    """What is known of these days or more. Every language, page and calendar shows the same times, so
    they are worked out once: who looks further ahead adds to what is known.
    """
    known = guide.times.get(offer.id)
    if known is None or known.offer is not offer:
        known = guide.times[offer.id] = _worked_out(guide, offer, first, last)
    if not known.first <= first <= known.last:
        # An older newsletter, say.
        return _worked_out(guide, offer, first, last)
    if last > known.last:
        more = _worked_out(guide, offer, known.last + timedelta(days=1), last).of_schedules
        both = tuple(now + later for now, later in zip(known.of_schedules, more, strict=True))
        known = guide.times[offer.id] = Times(offer, known.first, last, both)
    return known


def _worked_out(guide: Guide, offer: Offer, first: date, last: date) -> Times:
    place = guide.place.get(offer.place or "")
    of_schedules = tuple(occurrences(schedule, guide.holidays, first, last) for schedule in offer.when)
    if place is not None and place.closed:
        of_schedules = tuple(
            tuple(_cancelled_when_closed(occurrence, place) for occurrence in times) for times in of_schedules
        )
    return Times(offer, first, last, of_schedules)


def _cancelled_when_closed(occurrence: Occurrence, place: Place) -> Occurrence:
    span = next((span for span in place.closed if span.since <= occurrence.day <= span.until), None)
    return (
        replace(occurrence, cancelled=True, remark=span.reason or occurrence.remark) if span else occurrence
    )


def view_dates(
    context: ViewContext, offer: Offer, dates: tuple[Occurrence, ...]
) -> tuple[OccurrenceView, ...]:
    """Dates from today on, in order; each says what a holiday took away before it."""
    gaps = _gaps(context, offer, [occurrence.day for occurrence in dates])
    return tuple(
        occurrence_view(context, occurrence, gap) for occurrence, gap in zip(dates, gaps, strict=True)
    )


def _gaps(context: ViewContext, offer: Offer, days: list[date]) -> list[str]:
    """For each day which times a holiday took away since the day before it, or since today."""
    first, last = context.today, days[-1] if days else context.today
    taken = sorted(
        (day, holiday_name(context.words, name))
        for schedule in offer.when
        for day, name in skipped(schedule, context.guide.holidays, first, last)
    )
    since = [first, *days]
    return [
        not_on_days(context.words, [entry for entry in taken if before <= entry[0] < day])
        for before, day in zip(since, days, strict=False)
    ]


def occurrence_view(context: ViewContext, occurrence: Occurrence, gap: str = "") -> OccurrenceView:
    words = context.words
    span = short_span(words, occurrence.starts, occurrence.ends)
    named = day_and_date(words, occurrence.day, year=occurrence.day.year != context.today.year)
    return OccurrenceView(
        date=occurrence.day.isoformat(),
        weekday=occurrence.day.weekday(),
        starts=occurrence.starts.isoformat("minutes") if occurrence.starts else "",
        ends=occurrence.ends.isoformat("minutes") if occurrence.ends else "",
        text=", ".join(part for part in (named, span) if part),
        hours=span,
        cancelled=occurrence.cancelled,
        remark=context.said_or_none(occurrence.remark),
        gap=gap,
    )


def day_parts(schedules: tuple[Schedule, ...]) -> tuple[str, ...]:
    """morning, afternoon, evening: as typed, or as the hour of the start tells."""
    found = set()
    for schedule in schedules:
        if schedule.part:
            found.add(schedule.part)
        for starts in (schedule.starts, *(extra.starts for extra in schedule.dates)):
            if starts:
                found.add(part_of(starts))
    return tuple(part.value for part in DayPart if part in found)


def part_of(starts: time) -> DayPart:
    """In which part of the day an hour falls."""
    return next((part for end, part in _PART_ENDS if starts < end), DayPart.EVENING)


def view_week(context: ViewContext, offers: tuple[OfferView, ...]) -> tuple[DayView, ...]:
    """Today and the next seven days; records that nobody confirmed in time stand apart."""
    days = days_from(context.today, WEEK_DAYS)
    by_id = {view.id: view for view in offers}
    on_day: dict[date, list[tuple[OccurrenceView, OfferView]]] = {}
    for offer in context.guide.current_offers:
        for occurrence in offer_occurrences(context.guide, offer, days[0], days[-1]):
            entry = (occurrence_view(context, occurrence), by_id[offer.id])
            on_day.setdefault(occurrence.day, []).append(entry)
    return tuple(_day(context, day, on_day.get(day, [])) for day in days)


def _day(context: ViewContext, day: date, entries: list[tuple[OccurrenceView, OfferView]]) -> DayView:
    entries.sort(key=lambda entry: (entry[0].starts or "99", entry[1].name.text))
    holidays = [days.reason(day) for _, days in sorted(context.guide.holidays.items())]
    names = [holiday_name(context.words, name) for name in holidays if name]

    def links(fresh: bool) -> tuple[tuple[OccurrenceView, Link], ...]:
        return tuple(
            (occurrence, Link(view.id, view.name, view.href, view.pictogram))
            for occurrence, view in entries
            if (view.checked.state == "fresh") == fresh
        )

    return DayView(
        day.isoformat(), day_and_date(context.words, day), links(True), links(False), ", ".join(names)
    )


def view_weekdays(context: ViewContext, offers: tuple[OfferView, ...]) -> tuple[WeekdayView, ...]:
    """The index by day: Monday to Sunday as far as something is on, then what has no fixed day."""
    _ = context.words.gettext
    days: list[WeekdayView] = []
    for number in range(7):
        found = sorted((o for o in offers if number in o.when.weekdays), key=by_time)
        if found:
            days.append(WeekdayView(number, weekday_name(context.words, number), tuple(found)))
    rest = tuple(offer for offer in offers if not offer.when.weekdays)
    if rest:
        days.append(WeekdayView(None, _("no fixed day"), rest))
    return tuple(days)


def view_days(context: ViewContext, offers: tuple[OfferView, ...]) -> tuple[PlaceDayView, ...]:
    """What regularly is on, Monday to Sunday, by hour."""
    days = []
    for day in Weekday:
        found = [
            (schedule.starts or time.max, _on_that_day(context, schedule), offer)
            for offer in offers
            for schedule in context.guide.offer[offer.id].when
            if any(rule.weekday == day for rule in schedule.on)
            and not (schedule.last and schedule.last < context.today)
        ]
        found.sort(key=lambda entry: (entry[0], entry[2].name.text))
        entries = tuple(
            (text, Link(offer.id, offer.name, offer.href, offer.pictogram)) for _, text, offer in found
        )
        if entries:
            days.append(PlaceDayView(weekday_name(context.words, day.number), entries))
    return tuple(days)


def _on_that_day(context: ViewContext, schedule: Schedule) -> str:
    """The hours, for whoever knows the day; all of it where it is not simply each week."""
    coming = schedule.since and schedule.since > context.today
    if schedule.every != Period(1, "weeks") or not schedule.starts or schedule.last or coming:
        return schedule_lines(context.words, schedule, context.today)[0].text
    hours = short_span(context.words, schedule.starts, schedule.ends)
    return ", ".join(part for part in (hours, not_on(context.words, schedule.closed)) if part)


def by_time(offer: OfferView) -> str:
    """What sorts the offers of one day by their hour."""
    return offer.when.sort_time or _PART_ORDER[offer.when.parts[0] if offer.when.parts else ""]
