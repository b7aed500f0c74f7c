"""What search engines and assistants read in a page: schema.org as JSON-LD, of each record that is current.

Unknown stays absent. A program that follows an `@id` finds the page of that record.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.feeds.schedules import schedule_of, service_hours, special_times, start_and_end
from generator.feeds.shapes import FeedSource
from generator.feeds.specified_hours import special_hours, weekly_hours
from generator.feeds.things import SCHEMA, Thing, present
from generator.model.vocabulary import Audience, OfferKind, OrganisationKind
from generator.views.plain_facts import PlainFacts
from generator.views.series_shapes import Series
from generator.views.shapes import GuideView, Label, Link, OfferView, OrganisationView, PlaceView, WhereView

Record = OfferView | OrganisationView | PlaceView
_OVER = ("paused", "ended")
_ORGANISATIONS = {
    OrganisationKind.PUBLIC_SERVICE: "GovernmentOrganization",
    OrganisationKind.EDUCATION: "EducationalOrganization",
}
_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


class Structured(Mapping[str, str]):
    """Path of a page ("fr/aanbod/digipunt/") -> JSON that may stand in a script element, made at its use."""

    def __init__(self, source: FeedSource) -> None:
        self._source = source
        self._made: dict[str, dict[str, Record]] = {}

    def __getitem__(self, path: str) -> str:
        source = self._source
        language, below = source.split(path)
        record = self._records(language)[below]
        things = _Things(source.base(language), source.guides[language], source.facts, source.series)
        return _written({"@context": SCHEMA.rstrip("/")} | things.of(record))

    def __iter__(self) -> Iterator[str]:
        for language in self._source.guides:
            yield from (self._source.folder(language) + below for below in self._records(language))

    def __len__(self) -> int:
        return sum(len(self._records(language)) for language in self._source.guides)

    def _records(self, language: str) -> dict[str, Record]:
        """What is current, by the path of its page."""
        if language not in self._made:
            guide = self._source.guides[language]
            others: tuple[OrganisationView | PlaceView, ...] = (*guide.organisations, *guide.places)
            current = (*guide.offers, *(other for other in others if other.status not in _OVER))
            self._made[language] = {record.href: record for record in current}
        return self._made[language]


def _written(thing: Thing) -> str:
    """No text can end the element that it stands in."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


@dataclass(frozen=True)
class _Things:
    base: str
    guide: GuideView
    facts: PlainFacts
    series: Mapping[str, tuple[Series, ...]]

    def of(self, record: Record) -> Thing:
        if isinstance(record, OrganisationView):
            return self._organisation(record)
        if isinstance(record, PlaceView):
            return self._place(record)
        return self._service(record) if record.kind.id == OfferKind.SERVICE else self._event(record)

    def _event(self, offer: OfferView) -> Thing:
        facts, series = self.facts.offers[offer.id], self.series.get(offer.id, ())
        next_time = next((time for time in offer.when.next if not time.cancelled), None)
        return present(
            {
                "@type": "Festival" if offer.kind.id == OfferKind.FEAST else "Event",
                "@id": self._address(offer.href),
                "name": offer.name.text,
                "description": offer.summary.text,
                "url": self._address(offer.href),
                **start_and_end(next_time),
                "eventStatus": f"{SCHEMA}EventScheduled" if next_time else None,
                "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode" if offer.where.place else None,
                "eventSchedule": [schedule_of(one) for one in series if one.repeat],
                "subEvent": special_times(offer.name.text, series, self.guide.language),
                "location": self._location(offer.where),
                "organizer": self._named(offer.organiser),
                "audience": _audience(offer.audience),
                "inLanguage": list(facts.languages),
                "isAccessibleForFree": facts.amount == "0" if facts.amount else None,
                "offers": _price(offer, facts.amount),
            }
        )

    def _service(self, offer: OfferView) -> Thing:
        facts = self.facts.offers[offer.id]
        organiser = self.facts.organisations.get(offer.organiser.id) if offer.organiser else None
        public = organiser and organiser.kind is OrganisationKind.PUBLIC_SERVICE
        channel = present(
            {"serviceLocation": self._location(offer.where), "availableLanguage": list(facts.languages)}
        )
        return present(
            {
                "@type": "GovernmentService" if public else "Service",
                "@id": self._address(offer.href),
                "name": offer.name.text,
                "description": offer.summary.text,
                "url": self._address(offer.href),
                "provider": self._named(offer.organiser),
                "audience": _audience(offer.audience),
                "availableChannel": {"@type": "ServiceChannel"} | channel if channel else None,
                "hoursAvailable": service_hours(self.series.get(offer.id, ())),
                "offers": _price(offer, facts.amount),
            }
        )

    def _organisation(self, organisation: OrganisationView) -> Thing:
        facts, opening = self.facts.organisations[organisation.id], organisation.opening
        contact = present(
            {
                "telephone": list(facts.phones),
                "email": facts.email,
                "hoursAvailable": weekly_hours(opening) + special_hours(opening) if opening else [],
            }
        )
        return present(
            {
                "@type": _type_of(facts.kind),
                "@id": self._address(organisation.href),
                "name": organisation.name.text,
                "description": organisation.summary.text,
                "url": organisation.website or self._address(organisation.href),
                "location": self._location(organisation.where),
                "sameAs": organisation.home.href if organisation.home else "",
                "parentOrganization": self._named(organisation.part_of),
                "contactPoint": {"@type": "ContactPoint"} | contact if contact else None,
            }
        )

    def _place(self, place: PlaceView) -> Thing:
        opening = place.opening
        return present(
            {
                **self._where(place.where, place.id, place.href, place.name.text),
                "description": place.summary.text if place.summary else "",
                "url": self._address(place.href),
                "amenityFeature": [
                    {"@type": "LocationFeatureSpecification", "name": access.text, "value": True}
                    for access in place.accessibility
                ],
                "openingHoursSpecification": weekly_hours(opening) if opening else [],
                "specialOpeningHoursSpecification": special_hours(opening) if opening else [],
            }
        )

    def _location(self, where: WhereView) -> Thing | None:
        place = where.place
        return self._where(where, place.id, place.href, place.text.text) if place else None

    def _where(self, where: WhereView, place_id: str, href: str, name: str) -> Thing:
        """The address and the point only where they are public."""
        address = self.facts.addresses.get(place_id)
        return present(
            {
                "@type": "Place",
                "@id": self._address(href),
                "name": name,
                "address": present(
                    {
                        "@type": "PostalAddress",
                        "streetAddress": address.street,
                        "postalCode": address.postal_code,
                        "addressLocality": address.town,
                        "addressCountry": "BE",
                    }
                )
                if address
                else None,
                "geo": {"@type": "GeoCoordinates", "latitude": where.lat, "longitude": where.lon}
                if where.map_link
                else None,
            }
        )

    def _named(self, link: Link | None) -> Thing | None:
        if link is None:
            return None
        kind = self.facts.organisations[link.id].kind
        return {"@type": _type_of(kind), "@id": self._address(link.href), "name": link.text.text}

    def _address(self, href: str) -> str:
        return self.base + href


def _type_of(kind: OrganisationKind) -> str:
    return _ORGANISATIONS.get(kind, "Organization")


def _audience(labels: tuple[Label, ...]) -> list[Thing]:
    return [
        {"@type": "Audience", "audienceType": label.text} for label in labels if label.id != Audience.EVERYONE
    ]


def _price(offer: OfferView, amount: str) -> Thing | None:
    """What it costs; reduced tariffs and remarks in words."""
    if not amount:
        return None
    return {"@type": "Offer", "price": amount, "priceCurrency": "EUR", "description": offer.price.text}
