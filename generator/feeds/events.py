"""One offer as VEVENTs: a rule with its exceptions, or a time by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Event

from generator.feeds.writing import clean
from generator.model.schedule import Occurrence
from generator.views.series_shapes import Repeat, Series
from generator.views.shapes import Label, OfferView, WhereView
from generator.wording.words import Words

_ZONE = ZoneInfo("Europe/Brussels")
"""Schedules are wall-clock times here; the zone goes along, so a change of clocks cannot shift them."""
_FREQUENCIES = {"days": "DAILY", "weeks": "WEEKLY", "months": "MONTHLY", "years": "YEARLY"}
_COUNTED_FROM = date(2000, 1, 1)


@dataclass(frozen=True)
class Address:
    """Where the site is, and where the page of the offer is."""

    root: str
    page: str


def offer_events(
    offer: OfferView,
    series: tuple[Series, ...],
    access_of_place: tuple[Label, ...],
    words: Words,
    address: Address,
    today: date,
) -> bytes:
    """All VEVENTs of an offer, written out."""
    accessible = dict.fromkeys(label.text for label in (*offer.accessibility, *access_of_place))
    writer = _Writer(offer, tuple(accessible), words, address, today)
    return b"".join(event.to_ical() for one in series for event in writer.events(one))


@dataclass(frozen=True)
class _Writer:
    offer: OfferView
    accessible: tuple[str, ...]
    words: Words
    address: Address
    today: date

    def events(self, series: Series) -> Iterator[Event]:
        if series.repeat is None:
            yield self._event(series.key, series.first)
            return
        event = self._event(series.key, series.first)
        event.add("rrule", _rule(series, series.repeat))
        if series.skipped:
            event.add("exdate", [_moment(day, series.first.starts) for day in series.skipped])
        yield event
        for occurrence in series.changed:
            other = self._event(series.key, occurrence)
            other.add("recurrence-id", _moment(occurrence.day, series.first.starts))
            yield other

    def _event(self, key: str, occurrence: Occurrence) -> Event:
        """Who fetches the calendar again gets the same event, changed, thanks to its id."""
        offer, name, event = self.offer, clean(self.offer.name.text), Event()
        event.add("uid", f"{key}@{self._site()}")
        event.add("dtstamp", datetime.combine(self.today, time(), UTC))
        # Any newer calendar goes before any older one: what a build changed, it cannot know.
        event.add("sequence", (self.today - _COUNTED_FROM).days)
        event.add("dtstart", _moment(occurrence.day, occurrence.starts))
        if occurrence.starts and occurrence.ends:
            event.add("dtend", _moment(occurrence.day, occurrence.ends))
        # Many calendars show no status: the title says it too.
        off = self.words.gettext("does not take place")
        event.add("summary", f"{name}: {off}" if occurrence.cancelled else name)
        event.add("status", self._status(occurrence))
        # It is to be seen, and keeps nobody's own day occupied.
        event.add("transp", "TRANSPARENT")
        if offer.where.known:
            event.add("location", clean(_location(offer.where)))
        if offer.where.map_link and offer.where.lat is not None and offer.where.lon is not None:
            event.add("geo", (offer.where.lat, offer.where.lon))
        event.add("description", clean("\n".join(self._description(occurrence))))
        if offer.themes:
            event.add("categories", [clean(theme.text.text) for theme in offer.themes])
        event.add("url", self.address.page)
        return event

    def _site(self) -> str:
        """Two neighbourhoods may share a host."""
        parts = urlsplit(self.address.root)
        return f"{parts.netloc}{parts.path}".rstrip("/")

    def _description(self, occurrence: Occurrence) -> Iterator[str]:
        offer, _ = self.offer, self.words.gettext
        if occurrence.remark:
            yield occurrence.remark.in_language(self.words.language)
        yield offer.summary.text
        if offer.price.known:
            question = _("What does it cost?")
            yield f"{question} {offer.price.text}"
        if offer.signup.known:
            yield offer.signup.text
        if self.accessible:
            easy = _("Easy to use")
            yield f"{easy}: {', '.join(self.accessible)}"
        if offer.checked.state != "fresh":
            yield offer.checked.text
        yield self.address.page

    def _status(self, occurrence: Occurrence) -> str:
        """A record that nobody confirmed lately is no promise."""
        if occurrence.cancelled:
            return "CANCELLED"
        return "CONFIRMED" if self.offer.checked.state == "fresh" else "TENTATIVE"


def _rule(series: Series, repeat: Repeat) -> dict[str, object]:
    assert series.last is not None
    assert series.first.starts is not None
    until = datetime.combine(series.last, series.first.starts, _ZONE).astimezone(UTC)
    rule: dict[str, object] = {"FREQ": _FREQUENCIES[repeat.frequency], "UNTIL": until}
    if repeat.interval > 1:
        rule["INTERVAL"] = repeat.interval
    rule["BYDAY"] = list(repeat.days)
    if repeat.month:
        rule["BYMONTH"] = repeat.month
    if repeat.frequency == "weeks":
        # What is every two weeks, counts its weeks from Monday.
        rule["WKST"] = "MO"
    return rule


def _moment(day: date, at: time | None) -> date | datetime:
    """Without an hour: the whole day."""
    return datetime.combine(day, at, _ZONE) if at else day


def _location(where: WhereView) -> str:
    """On one line; with the town, so that a phone finds the way."""
    lines = [line.text for line in where.lines]
    if where.address:
        lines = [where.address if where.address.startswith(line) else line for line in lines]
    return ", ".join(lines)
