"""Offers and organisations as services and organizations of HSDS 3.0.

Every offer is a service. Every organisation is an organization, and what it does for people is a
service of its own: only a service has costs, papers to bring and people for whom it is meant.
"""

from collections.abc import Iterable
from functools import cached_property

from generator.feeds.hsds.ids import Ids, filled
from generator.feeds.hsds.places import location
from generator.feeds.hsds.schedules import opening_of, schedules_of
from generator.feeds.hsds.taxonomies import THEMES, Taxonomies
from generator.feeds.texts import Gettext, dutch, signup_said
from generator.views.published_shapes import PublishedGuide, PublishedOffer, PublishedOrganisation
from generator.views.published_values import (
    PublishedContact,
    PublishedPhone,
    PublishedPrice,
    PublishedSignup,
    Texts,
)

_STATUS = {
    "running": "active",
    "planned": "inactive",
    "paused": "temporarily closed",
    "ended": "defunct",
}
_Record = PublishedOffer | PublishedOrganisation


class Records:
    """All records of a guide as HSDS has them, by their own id."""

    def __init__(self, guide: PublishedGuide, language_names: dict[str, str], _: Gettext) -> None:
        self._guide = guide
        self._languages = language_names
        self._say = _
        self._ids = Ids(guide.site)
        self._homes = {found.id: Ids(found.home.site) for found in guide.organisations if found.home}
        self.taxonomies = Taxonomies(self._ids, guide, _)
        self._words: dict[str, dict[str, Texts]] = {}
        for word in guide.words:
            self._words.setdefault(word.list, {})[word.id] = word.name

    @cached_property
    def locations(self) -> dict[str, dict[str, object]]:
        access = self._words["accessibility"]
        return {place.id: location(self._ids, place, access, self._say) for place in self._guide.places}

    @cached_property
    def organizations(self) -> dict[str, dict[str, object]]:
        return {
            organisation.id: self._organization(organisation) for organisation in self._guide.organisations
        }

    def services(self) -> Iterable[dict[str, object]]:
        """One by one: a thousand of them with all that is in them is much."""
        for offer in self._guide.offers:
            yield self._offered(offer)
        for organisation in self._guide.organisations:
            # What was taken over is published by its home: here it would count twice.
            if organisation.home is None:
                yield self._helping(organisation)

    def _organization(self, organisation: PublishedOrganisation) -> dict[str, object]:
        owner = ("organisation", organisation.id)
        part_of = organisation.part_of
        kind = (("organisation kinds", organisation.kind),)
        return filled(
            {
                "id": self._organization_id(organisation.id),
                "name": dutch(organisation.name),
                "description": _joined(organisation.summary, organisation.description),
                "email": organisation.email,
                "website": organisation.website,
                "uri": organisation.home.url if organisation.home else organisation.url,
                "parent_organization_id": self._organization_id(part_of) if part_of else None,
                "contacts": self._contacts(owner, organisation.contacts),
                "phones": [self._phone(owner, phone) for phone in organisation.phones],
                "locations": [self.locations[organisation.place]] if organisation.place else [],
                "attributes": self.taxonomies.attributes(owner, kind, "organization"),
            }
        )

    def _offered(self, offer: PublishedOffer) -> dict[str, object]:
        owner = ("offer", offer.id)
        words = [
            *(("functions", word) for word in offer.functions),
            ("offer kinds", offer.kind),
            *(("accessibility", word) for word in offer.accessibility),
            *((("dutch needed", str(offer.dutch_needed)),) if offer.dutch_needed else ()),
        ]
        return filled(
            {
                **self._common(owner, offer, words),
                "organization_id": self._organization_id(offer.organiser) if offer.organiser else None,
                "organization": self._bare_organization(offer.organiser),
                "application_process": self._application(offer.signup, offer.bring),
                "alert": dutch(offer.notice.text) if offer.notice else "",
                "contacts": self._contacts(owner, offer.contacts),
                # Who reads the dates alone must not stand before a closed door.
                "schedules": schedules_of(self._ids, owner, offer.when, self._say) if _goes_on(offer) else [],
                "service_at_locations": self._at(owner, offer.place, dutch(offer.place_note)),
            }
        )

    def _helping(self, organisation: PublishedOrganisation) -> dict[str, object]:
        """What an organisation does for people."""
        owner = ("help", organisation.id)
        opening = organisation.opening_hours if _goes_on(organisation) else ()
        hours = opening_of(self._ids, owner, opening, organisation.exceptions, self._say)
        words = [("organisation kinds", organisation.kind)]
        return filled(
            {
                **self._common(owner, organisation, words),
                "organization_id": self._organization_id(organisation.id),
                "organization": self._bare_organization(organisation.id),
                "email": organisation.email,
                "application_process": self._application(organisation.appointment, organisation.bring),
                "phones": [self._phone(owner, phone) for phone in organisation.phones],
                "contacts": self._contacts(owner, organisation.contacts),
                "schedules": hours,
                "service_at_locations": self._at(owner, organisation.place, ""),
            }
        )

    def _common(
        self, owner: tuple[str, ...], record: _Record, words: list[tuple[str, str]]
    ) -> dict[str, object]:
        filed = [*((THEMES, theme) for theme in record.themes), *words]
        filed += [("audience", word) for word in record.audience]
        audience = self._words["audience"]
        papers = self._words["documents"]
        return {
            "id": self._ids.of("service", *owner),
            "name": dutch(record.name),
            "description": _joined(record.summary, record.description, record.remark),
            "url": record.url,
            "status": _STATUS[record.status],
            "eligibility_description": ", ".join(dutch(audience[word]) for word in record.audience),
            "assured_date": record.checked.on.isoformat() if record.checked.on else None,
            "fees_description": dutch(record.price.wording) if record.price else "",
            "cost_options": self._costs(owner, record.price),
            "languages": self._spoken(owner, record.languages),
            "required_documents": [
                {"id": self._ids.of("required_document", *owner, word), "document": dutch(papers[word])}
                for word in record.documents or ()
            ],
            "attributes": self.taxonomies.attributes(("service", *owner), filed, "service"),
        }

    def _application(self, signup: PublishedSignup | None, bring: tuple[Texts, ...]) -> str:
        _ = self._say
        said = signup_said(signup, _)
        things = ", ".join(map(dutch, bring))
        brought = _("Bring along: {things}").format(things=things) if things else ""
        return "\n".join(line for line in (said, brought) if line)

    def _costs(self, owner: tuple[str, ...], price: PublishedPrice | None) -> list[dict[str, object]]:
        if price is None:
            return []
        _ = self._say
        reduced = ", ".join(price.tariffs) or _("reduced tariff")
        known = (
            ("", 0.0 if price.free else price.amount),
            (reduced, price.reduced),
        )
        return [
            filled(
                {
                    "id": self._ids.of("cost_option", *owner, option),
                    "option": option,
                    "currency": "EUR",
                    "amount": int(amount) if amount == int(amount) else amount,
                }
            )
            for option, amount in known
            if amount is not None
        ]

    def _spoken(self, owner: tuple[str, ...], codes: Iterable[str]) -> list[dict[str, object]]:
        return [
            {
                "id": self._ids.of("language", *owner, code),
                "name": self._languages.get(code, code),
                "code": code,
            }
            for code in codes
        ]

    def _contacts(
        self, owner: tuple[str, ...], contacts: Iterable[PublishedContact]
    ) -> list[dict[str, object]]:
        return [
            filled(
                {
                    "id": self._ids.of("contact", *owner, contact.id),
                    "name": contact.name,
                    "title": dutch(contact.role),
                    "email": contact.email,
                    "phones": [{"id": self._ids.of("phone", *owner, contact.id), "number": contact.phone}]
                    if contact.phone
                    else [],
                }
            )
            for contact in contacts
        ]

    def _phone(self, owner: tuple[str, ...], phone: PublishedPhone) -> dict[str, object]:
        name = ("phone", *owner, phone.tel)
        return filled(
            {
                "id": self._ids.of(*name),
                "number": phone.number,
                "type": "voice",
                "description": dutch(phone.label),
                "languages": self._spoken(name, phone.languages),
            }
        )

    def _at(self, owner: tuple[str, ...], place: str | None, note: str) -> list[dict[str, object]]:
        if place is None and not note:
            return []
        return [
            filled(
                {
                    "id": self._ids.of("service_at_location", *owner),
                    "service_id": self._ids.of("service", *owner),
                    "location_id": self._ids.of("location", place) if place else None,
                    "description": note,
                    "location": self.locations[place] if place else None,
                }
            )
        ]

    def _organization_id(self, organisation: str) -> str:
        """One that was taken over has the id that its home gives it: the two are the same."""
        return self._homes.get(organisation, self._ids).of("organisation", organisation)

    def _bare_organization(self, organisation: str | None) -> dict[str, object] | None:
        """As services carry it: without its own lists."""
        return one_to_one(self.organizations[organisation]) if organisation else None


def _goes_on(record: _Record) -> bool:
    return record.status in ("running", "planned")


def one_to_one(record: dict[str, object]) -> dict[str, object]:
    """A record as lists have it: without what it has more than one of."""
    return {key: value for key, value in record.items() if not isinstance(value, list)}


def _joined(*texts: Texts) -> str:
    return "\n\n".join(text for text in map(dutch, texts) if text)
