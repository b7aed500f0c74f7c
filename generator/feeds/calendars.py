"""Calendars to subscribe to: of everything, and of each offer, theme and place that has dates.

Each is an `agenda.ics` in the folder of its page. A server should send it as `text/calendar`;
phones open it through a webcal: address.
"""

from collections.abc import Iterator
from datetime import date

from generator.feeds.events import Address, offer_events
from generator.feeds.shapes import FeedSource
from generator.feeds.writing import write_calendar
from generator.views.series_shapes import CALENDAR_FILE, CALENDAR_PAGE
from generator.views.shapes import GuideView, OfferView, PlaceView, ThemeView


def render_calendars(source: FeedSource) -> dict[str, bytes]:
    """Path ("agenda.ics", "fr/aanbod/digipunt/agenda.ics") -> iCalendar (RFC 5545, 7986)."""
    return {path: data for language in source.guides for path, data in _in_language(source, language)}


def _in_language(source: FeedSource, language: str) -> Iterator[tuple[str, bytes]]:
    guide, words = source.guides[language], source.words[language]
    root, folder = source.root, source.folder(language)
    today = date.fromisoformat(guide.today)
    access = {place.id: place.accessibility for place in guide.places}
    # Each event is written once, and then stands in several calendars.
    events = {
        offer.id: offer_events(
            offer,
            source.series[offer.id],
            access.get(offer.where.place.id, ()) if offer.where.place else (),
            words,
            Address(root, f"{root}{folder}{offer.href}"),
            today,
        )
        for offer in guide.offers
        if offer.id in source.series
    }
    for path, page, name, offers in _calendars(guide, source.site_name):
        found = [events[offer.id] for offer in offers if offer.id in events]
        if found:
            address = f"{root}{folder}"
            yield folder + path, write_calendar(name, language, address + page, address + path, found)


def _calendars(guide: GuideView, site_name: str) -> Iterator[tuple[str, str, str, tuple[OfferView, ...]]]:
    """Path of a calendar, its page, its name, and the offers in it."""
    yield CALENDAR_FILE, CALENDAR_PAGE, site_name, guide.offers
    for offer in guide.offers:
        yield offer.href + CALENDAR_FILE, offer.href, str(offer.name), (offer,)
    groups: tuple[ThemeView | PlaceView, ...] = (*guide.themes, *guide.places)
    for group in groups:
        yield group.href + CALENDAR_FILE, group.href, f"{group.name} · {site_name}", group.offers
