"""Calendars to subscribe to: of everything, and of each offer, theme and place that has dates.

Each is an `agenda.ics` in the folder of its page. A server should send it as `text/calendar`;
phones open it through a webcal: address.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.feeds.events import Address, offer_events
from generator.feeds.shapes import FeedSource
from generator.feeds.writing import events_in, write_calendar
from generator.keeping import Keep, keeping, make_anew
from generator.views.series_shapes import CALENDAR_FILE, CALENDAR_PAGE
from generator.views.shapes import GuideView, Label, OfferView, PlaceView, ThemeView


@dataclass(frozen=True)
class _Subject:
    """What a calendar is about: its page, its name, and the offers in it."""

    page: str
    name: str
    offers: tuple[OfferView, ...]


class Calendars(Mapping[str, bytes]):
    """Path ("agenda.ics", "fr/aanbod/digipunt/agenda.ics") -> iCalendar (RFC 5545, 7986), made at its use."""

    def __init__(self, source: FeedSource, keep: Keep = make_anew) -> None:
        self._source = source
        self._keep = keeping(keep, "calendars", ".ics", ["icalendar"])
        self._subjects: dict[str, dict[str, _Subject]] = {}
        self._known: dict[tuple[str, str], bytes] = {}
        self._access: dict[str, dict[str, tuple[Label, ...]]] = {}

    def __getitem__(self, path: str) -> bytes:
        language, below = self._source.split(path)
        subject = self._subjects_in(language).get(below)
        dated = tuple(self._dated(subject))
        if subject is None or not dated:
            raise KeyError(path)
        if subject.page == dated[0].href:
            return self._own(language, dated[0])
        events = [events_in(self._own(language, offer)) for offer in dated]
        return self._written(subject, language, below, events)

    def __contains__(self, path: object) -> bool:
        if not isinstance(path, str):
            return False
        language, below = self._source.split(path)
        return any(True for _ in self._dated(self._subjects_in(language).get(below)))

    def __iter__(self) -> Iterator[str]:
        for language in self._source.guides:
            folder = self._source.folder(language)
            paths = (folder + below for below in self._subjects_in(language))
            yield from (path for path in paths if path in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _dated(self, subject: _Subject | None) -> Iterator[OfferView]:
        return (offer for offer in (subject.offers if subject else ()) if offer.id in self._source.series)

    def _subjects_in(self, language: str) -> dict[str, _Subject]:
        if language not in self._subjects:
            self._subjects[language] = _subjects(self._source.guides[language], self._source.site_name)
        return self._subjects[language]

    def _accessibility(self, language: str) -> dict[str, tuple[Label, ...]]:
        """What each place has for people with a disability, by its id."""
        if language not in self._access:
            places = self._source.guides[language].places
            self._access[language] = {place.id: place.accessibility for place in places}
        return self._access[language]

    def _own(self, language: str, offer: OfferView) -> bytes:
        """That of an offer. Its events stand in others too, so it is written once."""
        if (language, offer.id) not in self._known:
            source = self._source
            place = offer.where.place
            series = source.series[offer.id]
            access = self._accessibility(language).get(place.id, ()) if place else ()
            address = Address(source.root, source.base(language) + offer.href)
            today = date.fromisoformat(source.guides[language].today)

            def make() -> bytes:
                events = offer_events(offer, series, access, source.words[language], address, today)
                return self._written(_subject_of(offer), language, offer.href + CALENDAR_FILE, [events])

            # Views are plain and frozen: as Python writes them, they tell all that they hold.
            told = f"{language} {offer!r} {series!r} {access!r} {address!r} {today}"
            self._known[language, offer.id] = self._keep(told, make)
        return self._known[language, offer.id]

    def _written(self, subject: _Subject, language: str, below: str, events: Iterable[bytes]) -> bytes:
        base = self._source.base(language)
        return write_calendar(subject.name, language, base + subject.page, base + below, events)


def _subject_of(offer: OfferView) -> _Subject:
    return _Subject(offer.href, str(offer.name), (offer,))


def _subjects(guide: GuideView, site_name: str) -> dict[str, _Subject]:
    """By the path of the calendar. Only current offers."""
    found = {CALENDAR_FILE: _Subject(CALENDAR_PAGE, site_name, guide.offers)}
    for offer in guide.offers:
        found[offer.href + CALENDAR_FILE] = _subject_of(offer)
    groups: tuple[ThemeView | PlaceView, ...] = (*guide.themes, *guide.places)
    for group in groups:
        name = f"{group.name} · {site_name}"
        found[group.href + CALENDAR_FILE] = _Subject(group.href, name, group.offers)
    return found
