"""The pieces of the guide as open data: texts in all languages, schedules, prices, checks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from generator.model.fields import Text
from generator.model.freshness import due_date, freshness
from generator.model.guide import Guide
from generator.model.opening import Opened, OpeningHours
from generator.model.phones import dialled
from generator.model.record import Kept
from generator.model.records import Notice, Offer, Organisation, Price, Signup, Telephone
from generator.model.reviews import review_period
from generator.model.schedule import Schedule, first_day, skipped
from generator.model.translations import OUTDATED, unreviewed_languages
from generator.model.vocabulary import Status
from generator.views.context import published
from generator.views.finding_shapes import AgendaTimes
from generator.views.published_values import (
    PublishedCancellation,
    PublishedCheck,
    PublishedContact,
    PublishedDate,
    PublishedDay,
    PublishedEnding,
    PublishedException,
    PublishedHome,
    PublishedHours,
    PublishedNotice,
    PublishedPhone,
    PublishedPrice,
    PublishedSchedule,
    PublishedSignup,
    PublishedSource,
    PublishedTimes,
    Texts,
)
from generator.views.shapes import GuideView
from generator.views.when import HORIZON, schedule_occurrences
from generator.wording.schedules import schedule_lines
from generator.wording.words import Words


@dataclass(frozen=True)
class PublishingContext:
    """One guide on one day, in all languages of the site, the first one first.

    `site_url` is the address of the site's root, with a trailing slash.
    """

    guide: Guide
    views: Mapping[str, GuideView]
    words: Mapping[str, Words]
    site_url: str
    today: date

    @property
    def first_words(self) -> Words:
        return self.words[next(iter(self.views))]

    def texts(self, text: Text | None) -> Texts:
        """The Dutch, and the translations that still say the same as the Dutch."""
        if text is None:
            return {}
        outdated = {code for code, state in text.states if state == OUTDATED}
        return {
            code: version
            for code, version in text.versions
            if code in self.views and code not in outdated and version
        }

    def unreviewed(self, record: Kept) -> tuple[str, ...]:
        found = unreviewed_languages(record)
        return tuple(code for code in self.views if code in found)

    def check(self, record: Kept) -> PublishedCheck:
        review = review_period(record, self.guide)
        return PublishedCheck(
            freshness(record.checked, review, self.today),
            record.checked.on if record.checked else None,
            due_date(record.checked, review),
        )


def clock(moment: time | None) -> str | None:
    return f"{moment:%H:%M}" if moment else None


def schedules(context: PublishingContext, offer: Offer) -> tuple[PublishedSchedule, ...]:
    return tuple(_schedule(context, offer, schedule) for schedule in offer.when)


def _schedule(context: PublishingContext, offer: Offer, schedule: Schedule) -> PublishedSchedule:
    lines = schedule_lines(context.first_words, schedule, context.today)
    return PublishedSchedule(
        wording="\n".join(line.text for line in lines),
        every=schedule.every.count if schedule.every else None,
        unit=schedule.every.unit if schedule.every else None,
        on=tuple(PublishedDay(rule.weekday.value, rule.nth) for rule in schedule.on),
        part=schedule.part.value if schedule.part else None,
        starts=clock(schedule.starts),
        ends=clock(schedule.ends),
        since=schedule.since,
        last=schedule.last,
        closed=tuple(closure.value for closure in schedule.closed),
        dates=tuple(
            PublishedDate(extra.on, clock(extra.starts), clock(extra.ends), context.texts(extra.note))
            for extra in schedule.dates
        ),
        cancelled=tuple(
            PublishedCancellation(entry.on, context.texts(entry.reason)) for entry in schedule.cancelled
        ),
        by_appointment=schedule.by_appointment,
        said=context.texts(schedule.text),
        first=first_day(schedule),
        not_on=_left_out(context, offer, schedule),
    )


def _left_out(context: PublishingContext, offer: Offer, schedule: Schedule) -> tuple[date, ...]:
    """The dates that a holiday, its author or its place takes away."""
    if offer.status not in (Status.RUNNING, Status.PLANNED):
        return ()
    span = (context.today, context.today + HORIZON)
    taken = {day for day, _ in skipped(schedule, context.guide.holidays, *span)}
    coming = schedule_occurrences(context.guide, offer, schedule, *span)
    taken |= {found.day for found in coming if found.cancelled}
    return tuple(sorted(taken))


def times(known: Iterable[AgendaTimes]) -> tuple[PublishedTimes, ...]:
    return tuple(
        PublishedTimes(
            entry.starts or None,
            entry.ends or None,
            tuple(map(date.fromisoformat, entry.on)),
            tuple(map(date.fromisoformat, entry.off)),
        )
        for entry in known
    )


def price(context: PublishingContext, price: Price | None, wording: Texts) -> PublishedPrice | None:
    if price is None:
        return None
    return PublishedPrice(
        free=price.free or price.amount == 0,
        amount=float(price.amount) if price.amount is not None else None,
        reduced=float(price.reduced) if price.reduced is not None else None,
        tariffs=tuple(tariff.value for tariff in price.tariffs),
        note=context.texts(price.note),
        wording=wording,
    )


def signup(context: PublishingContext, signup: Signup | None) -> PublishedSignup | None:
    return PublishedSignup(signup.needed.value, context.texts(signup.how)) if signup else None


def phone(context: PublishingContext, number: Telephone) -> PublishedPhone:
    return PublishedPhone(
        number.number,
        dialled(number.number),
        context.texts(number.label),
        number.languages,
        number.whatsapp,
    )


def contacts(context: PublishingContext, ids: tuple[str, ...]) -> tuple[PublishedContact, ...]:
    """Workers who agreed to be named."""
    return tuple(
        PublishedContact(
            contact.id,
            contact.name,
            context.texts(contact.role),
            contact.organisation,
            contact.phone or "",
            contact.email or "",
        )
        for contact in published(context.guide.contact[i] for i in ids)
    )


def notice(context: PublishingContext, notice: Notice | None) -> PublishedNotice | None:
    """What the pages show today: what is to come is not announced here either."""
    today = context.today
    if notice is None or not (notice.since or today) <= today <= (notice.until or today):
        return None
    return PublishedNotice(context.texts(notice.text), notice.since, notice.until)


def ending(context: PublishingContext, record: Offer | Organisation) -> PublishedEnding | None:
    ended = record.ended
    if ended is None or record.status not in (Status.ENDED, Status.PAUSED):
        return None
    return PublishedEnding(
        ended.on, context.texts(ended.reason), context.texts(ended.instead), ended.replaced_by
    )


def sources(record: Kept) -> tuple[PublishedSource, ...]:
    return tuple(PublishedSource(source.title, source.url or "") for source in record.source)


def home(context: PublishingContext, shelf: str, name: str) -> PublishedHome | None:
    """Who keeps a record that was taken over."""
    found = context.guide.homes.get((shelf, name))
    return PublishedHome(context.texts(found.name), found.site, found.url, found.fetched) if found else None


def opening_hours(context: PublishingContext, opened: Opened) -> tuple[PublishedHours, ...]:
    return tuple(_hours(context, hours) for hours in opened.opening_hours)


def _hours(context: PublishingContext, hours: OpeningHours) -> PublishedHours:
    return PublishedHours(
        on=tuple(day.value for day in hours.on),
        opens=f"{hours.opens:%H:%M}",
        closes=f"{hours.closes:%H:%M}",
        closed=tuple(sorted(closure.value for closure in hours.closures)),
        note=context.texts(hours.note),
    )


def exceptions(
    context: PublishingContext, opened: Opened, place: Opened | None = None
) -> tuple[PublishedException, ...]:
    """Special hours and closed periods that are not over; where its place is closed, it is too."""
    special = [
        PublishedException(day, day, clock(hours.opens), clock(hours.closes), context.texts(hours.reason))
        for hours in opened.special_hours
        for day in hours.on
        if day >= context.today
    ]
    closed = [
        PublishedException(period.since, period.until, None, None, context.texts(period.reason))
        for period in (*opened.closed, *(place.closed if place else ()))
        if period.until >= context.today
    ]
    return (
        *sorted(special, key=lambda found: (found.first, found.opens or "")),
        *sorted(closed, key=lambda found: (found.first, found.last)),
    )
