"""The newsletter of a month: what is there every week, told once; and the other days, one by one."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from babel.dates import format_skeleton

from generator.model.fields import Period
from generator.model.records import Offer
from generator.model.schedule import Occurrence, Schedule, skipped
from generator.model.vocabulary import Closure, Weekday
from generator.views.context import ViewContext
from generator.views.lazily import Later
from generator.views.news import NewsSource, view_news
from generator.views.programme import (
    Order,
    day_group,
    is_sure,
    offer_line,
    school_holidays,
    timed_line,
    view_undated,
)
from generator.views.programme_shapes import DayGroup, LineView, NewsletterView, ProgrammeSection
from generator.views.prose import view_prose
from generator.views.shapes import OfferView, Said
from generator.views.when import schedule_occurrences
from generator.wording.casing import sentence_case
from generator.wording.dates import full_date, short_span
from generator.wording.holidays import holiday_name
from generator.wording.schedules import every_weekday, not_on_days, schedule_lines

_WEEKLY = Period(1, "weeks")
_TOLD_ONCE = 2
"""So many times in the month make a time of every week."""


@dataclass(frozen=True)
class Foreword:
    """What somebody wrote for the month: Markdown, and its language."""

    text: str
    language: str


@dataclass(frozen=True)
class _Month:
    """The month, and the offers as they are in it."""

    context: ViewContext
    first: date
    last: date
    offers: tuple[tuple[Offer, OfferView], ...]

    @property
    def from_day(self) -> date:
        """The first day of which the newsletter can still tell something."""
        return max(self.first, min(self.context.today, self.last))


def month_name(context: ViewContext, first: date) -> str:
    """ "december 2026"."""
    return format_skeleton("yMMMM", first, locale=context.words.locale)


def view_newsletter(
    context: ViewContext,
    offers: tuple[OfferView, ...],
    first: date,
    foreword: Foreword | None = None,
    news: NewsSource | None = None,
) -> NewsletterView:
    """The newsletter of the month that begins on `first`; without a foreword it begins with the days."""
    _ = context.words.gettext
    last = first.replace(day=monthrange(first.year, first.month)[1])
    pairs = tuple((context.guide.offer[view.id], view) for view in offers)
    month = _Month(context, first, last, pairs)
    name = month_name(context, first)
    page = view_prose(foreword.text) if foreword else None
    return NewsletterView(
        month=f"{first:%Y-%m}",
        href=f"nieuwsbrief/{first:%Y-%m}/",
        name=name,
        title=_("What is on in {month}?").format(month=name),
        foreword=page,
        foreword_language=foreword.language
        if foreword and foreword.language != context.words.language
        else None,
        holiday_lines=school_holidays(context, first, last),
        sections=Later(lambda: (section for section in _sections(month) if section.groups)),
        news=view_news(context, news, first) if news else None,
        if_nothing=_("We know of nothing with a fixed hour in these days."),
        past=last < context.today,
    )


def _sections(month: _Month) -> Iterable[ProgrammeSection]:
    _ = month.context.words.gettext
    weekly, dated, unsure = _told(month)
    feasts = {
        day: [entry for entry in lines if entry[1].feast and not entry[1].cancelled]
        for day, lines in dated.items()
    }
    yield ProgrammeSection("feasts", _("Celebrations"), "", _days(month, feasts))
    yield ProgrammeSection("weekly", _("Every week"), "", _weekdays(month, weekly))
    yield ProgrammeSection("days", _("On one day"), "", _days(month, dated, holidays=True))
    undated = view_undated(month.context, tuple(view for _offer, view in month.offers), month.last)
    yield _list(
        "undated",
        _("Ask when"),
        _("The day or the hour is not sure."),
        [line for line in undated if line.sure],
    )
    apart = [*unsure, *(line for line in undated if not line.sure)]
    lead = _("Nobody confirmed this lately. {ask}").format(ask=month.context.ask)
    yield _list("unsure", _("Ask first"), lead, apart)


def _list(section: str, title: str, lead: str, lines: list[LineView]) -> ProgrammeSection:
    return ProgrammeSection(section, title, lead, (DayGroup("", tuple(lines)),) if lines else ())


Weekly = dict[Weekday, list[tuple[Order, LineView]]]
Dated = dict[date, list[tuple[Order, LineView]]]


def _told(month: _Month) -> tuple[Weekly, Dated, list[LineView]]:
    """What is told by day of the week, what by date, and what has to be asked first."""
    weekly: Weekly = {}
    dated: Dated = {}
    unsure: list[LineView] = []
    for offer, view in month.offers:
        if not is_sure(month.context, offer, month.from_day):
            unsure += _wording(month, offer, view)
            continue
        for schedule in offer.when:
            times = schedule_occurrences(month.context.guide, offer, schedule, month.first, month.last)
            for weekday in Weekday:
                on_rule = [t for t in times if t.day.weekday() == weekday.number and not t.extra]
                if _is_weekly(schedule, on_rule):
                    line = _weekly_line(month, view, schedule, on_rule)
                    weekly.setdefault(weekday, []).append((_order(on_rule[0], view), line))
                    times = tuple(each for each in times if each not in on_rule)
            for occurrence in times:
                line = timed_line(month.context, view, occurrence)
                dated.setdefault(occurrence.day, []).append((_order(occurrence, view), line))
    return weekly, dated, unsure


def _order(occurrence: Occurrence, view: OfferView) -> Order:
    return occurrence.starts or time.max, view.name.text


def _is_weekly(schedule: Schedule, times: list[Occurrence]) -> bool:
    return schedule.every == _WEEKLY and sum(not each.cancelled for each in times) >= _TOLD_ONCE


def _weekly_line(month: _Month, view: OfferView, schedule: Schedule, times: list[Occurrence]) -> LineView:
    """A time of every week, with the dates on which it is not."""
    words = month.context.words
    hours = short_span(words, times[0].starts, times[0].ends)
    line = offer_line(month.context, view, (hours,) if hours else (), sure=True)
    notes = [*line.notes, *(Said(text) for text in _exceptions(month, schedule, times))]
    return replace(line, notes=tuple(notes))


def _exceptions(month: _Month, schedule: Schedule, times: list[Occurrence]) -> list[str]:
    """When it begins or ends within the month, and each row of times that fall away."""
    context, words = month.context, month.context.words
    weekday = times[0].day.weekday()
    off = {
        day: holiday_name(words, name)
        for day, name in skipped(schedule, context.guide.holidays, month.first, month.last)
        if day.weekday() == weekday
    }
    off |= {
        each.day: context.said(each.remark).text if each.remark else "" for each in times if each.cancelled
    }
    notes: list[str] = []
    if schedule.since and schedule.since > month.first:
        notes.append(words.gettext("starting on {date}").format(date=full_date(words, schedule.since)))
    row: list[tuple[date, str]] = []
    for day in sorted({each.day for each in times} | set(off)):
        if row and (day not in off or off[day] != row[-1][1]):
            notes.append(not_on_days(words, row))
            row = []
        if day in off:
            row.append((day, off[day]))
    if row:
        notes.append(not_on_days(words, row))
    if schedule.last and schedule.last < month.last:
        notes.append(words.gettext("until {date} included").format(date=full_date(words, schedule.last)))
    return [sentence_case(words.language, note) for note in notes]


def _wording(month: _Month, offer: Offer, view: OfferView) -> list[LineView]:
    """What nobody confirmed, as one says it: no list of dates that would look like a promise."""
    context = month.context
    said: list[str] = []
    for schedule in offer.when:
        if schedule_occurrences(context.guide, offer, schedule, month.first, month.last):
            lines = schedule_lines(context.words, schedule, month.from_day, more=bool(said))
            said += [line.text for line in lines if line.until is None or line.until <= month.last]
    return [offer_line(context, view, tuple(said), sure=False)] if said else []


def _weekdays(month: _Month, weekly: Weekly) -> tuple[DayGroup, ...]:
    return tuple(
        DayGroup(every_weekday(month.context.words, weekday), _in_order(weekly[weekday]))
        for weekday in Weekday
        if weekday in weekly
    )


def _in_order(lines: list[tuple[Order, LineView]]) -> tuple[LineView, ...]:
    return tuple(line for _order, line in sorted(lines, key=lambda entry: entry[0]))


def _days(month: _Month, dated: Dated, *, holidays: bool = False) -> tuple[DayGroup, ...]:
    """The days on which there is something to tell; with `holidays` also the public ones."""
    context = month.context
    public = context.guide.holidays.get(Closure.PUBLIC_HOLIDAYS)
    days = {day for day, lines in dated.items() if lines}
    if holidays and public:
        days |= {first for first, _last, _name in public.spans if month.first <= first <= month.last}
    return tuple(day_group(context, day, dated.get(day, [])) for day in sorted(days))
