"""All dates that are known: the agenda as data, and the weeks and months of the calendar."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from babel.dates import format_interval, format_skeleton, get_day_names

from generator.model.freshness import due_date
from generator.model.records import Offer
from generator.model.reviews import review_period
from generator.model.vocabulary import Weekday
from generator.views.context import ViewContext
from generator.views.facets import address_word
from generator.views.finding_shapes import (
    AgendaTimes,
    AgendaView,
    CalendarDayView,
    CalendarView,
    EntryView,
    HolidayView,
)
from generator.views.parts import offer_link
from generator.views.shapes import OfferView
from generator.views.when import HORIZON, coming_times, part_of
from generator.wording.dates import day_and_date, short_span
from generator.wording.holidays import holiday_name

WEEKS = 5
MONTHS = 3
_UNKNOWN_HOUR = "99"


def view_agenda(context: ViewContext, offers: tuple[OfferView, ...]) -> tuple[AgendaView, ...]:
    """The dates of every current offer that has dates, in the order of the offers."""
    found = (_recalled(context, context.guide.offer[view.id]) for view in offers)
    return tuple(agenda for agenda in found if agenda.times)


def _recalled(context: ViewContext, offer: Offer) -> AgendaView:
    return context.recalled("agenda", offer, lambda context: _agenda_of(context, offer))


def _agenda_of(context: ViewContext, offer: Offer) -> AgendaView:
    by_hours: dict[tuple[time | None, time | None], tuple[list[str], list[str]]] = {}
    for occurrence in coming_times(context, offer):
        dates = by_hours.setdefault((occurrence.starts, occurrence.ends), ([], []))
        dates[occurrence.cancelled].append(occurrence.day.isoformat())
    review = review_period(offer, context.guide)
    due = due_date(offer.checked, review)
    return AgendaView(
        link=offer_link(context, offer),
        functions=tuple(function.value for function in offer.functions),
        themes=offer.themes,
        due=due.isoformat() if due else "",
        times=tuple(
            AgendaTimes(
                f"{starts:%H:%M}" if starts else "",
                f"{ends:%H:%M}" if ends else "",
                short_span(context.words, starts, ends),
                tuple(on),
                tuple(off),
            )
            for (starts, ends), (on, off) in by_hours.items()
        ),
    )


def view_holidays(context: ViewContext) -> tuple[HolidayView, ...]:
    """The holidays that the agenda touches, in order; a day may have two names."""
    first, last = _monday(context.today), context.today + HORIZON
    spans = {
        span
        for days in context.guide.holidays.values()
        for span in days.spans
        if span[0] <= last and span[1] >= first
    }
    return tuple(
        HolidayView(a.isoformat(), b.isoformat(), holiday_name(context.words, name))
        for a, b, name in sorted(spans)
    )


def view_calendar(
    context: ViewContext, agenda: Sequence[AgendaView], holidays: Sequence[HolidayView]
) -> tuple[CalendarView, ...]:
    """This week and the next four, this month and the next two."""
    monday, months = _monday(context.today), list(_months(context.today))
    last = max(_last_of_month(months[-1]), monday + timedelta(weeks=WEEKS))
    shelf = _Shelf(context, _entries_by_day(agenda, context.today, last), holidays)
    weeks = (
        _week(shelf, "agenda/" if n == 0 else f"agenda/week-{n + 1}/", monday + timedelta(weeks=n))
        for n in range(WEEKS)
    )
    pages = (
        _month(shelf, "agenda/maand/" if n == 0 else f"agenda/maand-{n + 1}/", first)
        for n, first in enumerate(months)
    )
    return (*weeks, *pages)


@dataclass(frozen=True)
class _Shelf:
    """What every page of the calendar takes its days from."""

    context: ViewContext
    entries: dict[str, list[EntryView]]
    holidays: Sequence[HolidayView]


def _entries_by_day(agenda: Sequence[AgendaView], today: date, last: date) -> dict[str, list[EntryView]]:
    """ISO date -> what is on, the confirmed first, then by hour; until the last day that is shown."""
    end = last.isoformat()
    timed: dict[str, list[tuple[bool, str, str, EntryView]]] = {}
    for offer in agenda:
        sure = bool(offer.due) and today.isoformat() <= offer.due
        for times in offer.times:
            for dates, cancelled in ((times.on, False), (times.off, True)):
                entry = EntryView(
                    offer.link,
                    offer.functions[0],
                    address_word(part_of(time.fromisoformat(times.starts))) if times.starts else "",
                    times.hours,
                    offer.due,
                    sure,
                    cancelled,
                )
                hour = times.starts or _UNKNOWN_HOUR
                for day in dates:
                    if day > end:
                        break
                    timed.setdefault(day, []).append((not sure, hour, offer.link.text.text, entry))
    return {
        day: [line[3] for line in sorted(lines, key=lambda line: line[:3])] for day, lines in timed.items()
    }


def _week(shelf: _Shelf, href: str, monday: date) -> CalendarView:
    words, sunday = shelf.context.words, monday + timedelta(days=6)
    name = format_interval(monday, sunday, "yMMMMd", locale=words.locale)
    return _calendar(shelf, href, "week", name, monday, sunday)


def _month(shelf: _Shelf, href: str, first: date) -> CalendarView:
    last = _last_of_month(first)
    name = format_skeleton("yMMMM", first, locale=shelf.context.words.locale)
    # Weeks that are over are left out: the agenda no longer knows them.
    return _calendar(shelf, href, "month", name, max(first, _monday(shelf.context.today)), last)


def _calendar(shelf: _Shelf, href: str, kind: str, name: str, first: date, last: date) -> CalendarView:
    locale = shelf.context.words.locale
    short, full = get_day_names("abbreviated", locale=locale), get_day_names("wide", locale=locale)
    days = [_monday(first) + timedelta(days=n) for n in range(42)]
    weeks = (days[n : n + 7] for n in range(0, 42, 7))
    return CalendarView(
        href,
        kind,
        name,
        first.isoformat(),
        last.isoformat(),
        tuple((str(short[n]), str(full[n])) for n in range(7)),
        tuple(tuple(_day(shelf, day, first, last) for day in week) for week in weeks if week[0] <= last),
    )


def _day(shelf: _Shelf, day: date, first: date, last: date) -> CalendarDayView:
    key, inside = day.isoformat(), first <= day <= last
    return CalendarDayView(
        date=key,
        number=day.day,
        name=day_and_date(shelf.context.words, day),
        weekday=address_word(list(Weekday)[day.weekday()]),
        inside=inside,
        holidays=tuple(h.name for h in shelf.holidays if h.first <= key <= h.last) if inside else (),
        entries=tuple(shelf.entries.get(key, ())) if inside else (),
    )


def _last_of_month(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _months(today: date) -> Iterator[date]:
    first = today.replace(day=1)
    for _n in range(MONTHS):
        yield first
        first = (first + timedelta(days=31)).replace(day=1)
