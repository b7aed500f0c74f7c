"""Places that are not in UiTdatabank yet, as it takes new ones: always there, with their opening hours."""

from collections.abc import Iterable
from datetime import date

from generator.feeds.hsds.ids import filled
from generator.feeds.texts import LANGUAGE
from generator.feeds.uitdatabank.languages import localised, named
from generator.feeds.uitdatabank.terms import place_terms
from generator.feeds.uitdatabank.weeks import (
    WEEKDAYS,
    Hours,
    Json,
    Week,
    differing,
    exceptions,
    opening_hours,
)
from generator.views.published_shapes import PublishedGuide, PublishedHoliday, PublishedPlace
from generator.views.when import HORIZON

_COUNTRY = "BE"


def place_json(place: PublishedPlace, guide: PublishedGuide) -> Json:
    """The body of `POST /places`. The place has an address and a type."""
    assert place.place_type is not None
    name = named(place.name)
    return filled(
        {
            "mainLanguage": LANGUAGE,
            "name": name,
            "terms": place_terms(place.place_type),
            "address": {
                LANGUAGE: {
                    "addressCountry": _COUNTRY,
                    "addressLocality": place.city,
                    "postalCode": place.postal_code,
                    "streetAddress": place.address,
                }
            },
            "calendarType": "permanent",
            **_hours(place, guide),
            "description": localised(place.summary, name),
            "contactPoint": {"phone": [], "email": [], "url": [place.url]},
        }
    )


def _hours(place: PublishedPlace, guide: PublishedGuide) -> Json:
    if not place.opening_hours:
        return {}
    opened = _Opened(place, guide.holidays)
    different = differing(opened.week, opened.hours, guide.date, guide.date + HORIZON)
    return {
        "openingHours": opening_hours(opened.week),
        **exceptions(opened.week, different, opened.reason),
    }


class _Opened:
    """When a place is open on a day, and why not."""

    def __init__(self, place: PublishedPlace, holidays: Iterable[PublishedHoliday]) -> None:
        self._place, self._holidays = place, tuple(holidays)
        self.week: Week = {
            number: hours for number, day in enumerate(WEEKDAYS) if (hours := self._usual(day, frozenset()))
        }

    def hours(self, day: date) -> list[Hours]:
        special = [found for found in self._place.exceptions if found.first <= day <= found.last]
        if special:
            # Special hours come first, and go before a period in which it is closed.
            open_then = [(each.opens, each.closes or each.opens) for each in special if each.opens]
            return sorted(open_then) if special[0].opens else []
        kinds = frozenset(holiday.kind for holiday in self._on(day))
        return self._usual(WEEKDAYS[day.weekday()], kinds)

    def reason(self, day: date) -> dict[str, str]:
        special = [found.reason for found in self._place.exceptions if found.first <= day <= found.last]
        return localised(next(iter((*special, *(holiday.name for holiday in self._on(day)))), {}))

    def _on(self, day: date) -> list[PublishedHoliday]:
        return [holiday for holiday in self._holidays if holiday.first <= day <= holiday.last]

    def _usual(self, weekday: str, holidays: frozenset[str]) -> list[Hours]:
        return sorted(
            (hours.opens, hours.closes)
            for hours in self._place.opening_hours
            if weekday in hours.on and holidays.isdisjoint(hours.closed)
        )
