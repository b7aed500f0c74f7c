"""What is on, day by day, in any span of days: the lines of the poster and of the newsletter.

The dates are those of `views.when`, which the calendar has too.
"""

from dataclasses import replace
from datetime import date, time

from babel.dates import format_skeleton

from generator.model.freshness import due_date
from generator.model.records import Offer
from generator.model.schedule import Occurrence, Schedule
from generator.model.vocabulary import Closure, OfferKind
from generator.views.context import ViewContext
from generator.views.programme_shapes import DayGroup, LineView
from generator.views.shapes import Link, OfferView, Said
from generator.views.when import offer_occurrences
from generator.wording.casing import sentence_case
from generator.wording.dates import day_and_date, days_from, short_span, weekday_name
from generator.wording.holidays import holiday_name
from generator.wording.schedules import schedule_lines

Order = tuple[time, str]


def is_sure(context: ViewContext, offer: Offer, day: date) -> bool:
    """Whether the check of an offer still holds on a day to come."""
    review = offer.review_every or context.guide.neighbourhood.review_offers_every
    due = due_date(offer.checked, review)
    return due is not None and max(day, context.today) <= due


def offer_line(context: ViewContext, view: OfferView, when: tuple[str, ...], *, sure: bool) -> LineView:
    """An offer as a line; what holds on each of its times."""
    offer = context.guide.offer[view.id]
    status = (Said(view.status_text),) if view.status_text else ()
    return LineView(
        link=Link(view.id, view.name, view.href, view.pictogram),
        function=view.function,
        when=tuple(sentence_case(context.words.language, line) for line in when),
        where=view.where.lines[0] if view.where.known else None,
        number=view.where.number,
        price=view.price.short,
        sure=sure,
        feast=offer.kind == OfferKind.FEAST,
        notes=status,
    )


def timed_line(context: ViewContext, view: OfferView, occurrence: Occurrence) -> LineView:
    """One time of an offer."""
    _ = context.words.gettext
    offer = context.guide.offer[view.id]
    hours = short_span(context.words, occurrence.starts, occurrence.ends) or _("ask for the time")
    line = offer_line(context, view, (hours,), sure=is_sure(context, offer, occurrence.day))
    mark = _("does not take place") if occurrence.cancelled else _("extra") if occurrence.extra else ""
    said = (context.said_or_none(occurrence.remark), _notice(context, offer, occurrence.day))
    notes = (*line.notes, *(text for text in said if text))
    return replace(line, mark=mark, cancelled=occurrence.cancelled, notes=notes)


def _notice(context: ViewContext, offer: Offer, day: date) -> Said | None:
    notice = offer.notice
    holds = notice and (notice.since or day) <= day <= (notice.until or day)
    return context.said(notice.text) if notice and holds else None


def view_days(
    context: ViewContext, offers: tuple[OfferView, ...], first: date, last: date
) -> tuple[DayGroup, ...]:
    """Each day of a span with all that is on, by hour; what is sure before what is not."""
    by_day: dict[date, list[tuple[Order, LineView]]] = {}
    for view in offers:
        for occurrence in offer_occurrences(context.guide, context.guide.offer[view.id], first, last):
            order = (occurrence.starts or time.max, view.name.text)
            by_day.setdefault(occurrence.day, []).append((order, timed_line(context, view, occurrence)))
    days = days_from(first, (last - first).days + 1)
    return tuple(day_group(context, day, by_day.get(day, [])) for day in days)


def day_group(context: ViewContext, day: date, lines: list[tuple[Order, LineView]]) -> DayGroup:
    """A day and its lines, in their order; of the holidays the public ones, see `school_holidays`."""
    words = context.words
    in_order = sorted(lines, key=lambda entry: (not entry[1].sure, *entry[0]))
    public = context.guide.holidays.get(Closure.PUBLIC_HOLIDAYS)
    name = public.reason(day) if public else None
    return DayGroup(
        title=day_and_date(words, day),
        lines=tuple(line for _order, line in in_order),
        date=day.isoformat(),
        weekday=weekday_name(words, day.weekday()),
        day=format_skeleton("MMMMd", day, locale=words.locale),
        holidays=(holiday_name(words, name),) if name else (),
    )


def school_holidays(context: ViewContext, first: date, last: date) -> tuple[str, ...]:
    """Those that touch a span, told once: "Kerstvakantie: van maandag 21 december tot en met ..."."""
    _ = context.words.gettext
    school = context.guide.holidays.get(Closure.SCHOOL_HOLIDAYS)
    lines = []
    for begins, ends, name in school.spans if school else ():
        if begins <= last and ends >= first:
            days = day_and_date(context.words, begins)
            if begins != ends:
                span = _("From {first} until {last}").format(
                    first=days, last=day_and_date(context.words, ends)
                )
                days = span[:1].lower() + span[1:]
            said = holiday_name(context.words, name)
            lines.append(_("{holiday}: {days}").format(holiday=said, days=days))
    return tuple(lines)


def view_undated(context: ViewContext, offers: tuple[OfferView, ...], last: date) -> tuple[LineView, ...]:
    """What is on some day of the week, but without a start or an hour: its wording, by day.

    Half a date would send somebody to a closed door. `last` is the last day of the span.
    """
    found: list[tuple[tuple[bool, int, str], LineView]] = []
    for view in offers:
        offer = context.guide.offer[view.id]
        schedules = [schedule for schedule in offer.when if _is_undated(schedule, context.today, last)]
        if schedules:
            lines = tuple(
                line.text
                for schedule in schedules
                for line in schedule_lines(context.words, schedule, context.today)
            )
            sure = is_sure(context, offer, last)
            weekday = min(rule.weekday.number for schedule in schedules for rule in schedule.on)
            found.append(((not sure, weekday, view.name.text), offer_line(context, view, lines, sure=sure)))
    return tuple(line for _order, line in sorted(found, key=lambda entry: entry[0]))


def _is_undated(schedule: Schedule, today: date, last: date) -> bool:
    is_over = schedule.last is not None and schedule.last < today
    is_to_come = schedule.since is not None and schedule.since > last
    return bool(schedule.on) and not (schedule.has_rule or is_over or is_to_come)
