"""Activities and feasts as UiTdatabank takes new events."""

from collections.abc import Iterator, Mapping

from generator.feeds.hsds.ids import filled
from generator.feeds.texts import LANGUAGE, Gettext, dutch, signup_said
from generator.feeds.uitdatabank.calendars import Moment, Remarks, calendar_of
from generator.feeds.uitdatabank.languages import localised, named
from generator.feeds.uitdatabank.scope import type_of
from generator.feeds.uitdatabank.terms import dutch_labels, event_terms
from generator.feeds.uitdatabank.weeks import Json
from generator.views.published_shapes import PublishedGuide, PublishedOffer, PublishedOrganisation
from generator.views.published_values import PublishedPrice

_BASE = {"nl": "Basistarief", "fr": "Tarif de base", "de": "Basisrate", "en": "Base tariff"}
"""As the documentation says that it must be called."""
_OF_THE_SYSTEM = "UiTPAS"
"""A reduced price that UiTdatabank works out itself, and that nobody may send."""
_MEMBERS = {"volunteers"}


class Events:
    """Makes the events of one guide."""

    def __init__(self, guide: PublishedGuide, _: Gettext) -> None:
        self._guide, self._say = guide, _
        self._organisations = {found.id: found for found in guide.organisations}
        self._places = {place.id: place for place in guide.places}

    def event(self, offer: PublishedOffer, moments: list[Moment], location: str) -> Json:
        """The body of `POST /events`. `location` is the address of its place there."""
        kind = type_of(offer)
        assert kind is not None
        place = self._places[offer.place or ""]
        name = named(offer.name)
        organiser = self._organisations.get(offer.organiser or "")
        remarks = Remarks(offer, place.exceptions, self._guide.holidays)
        members = bool(offer.audience) and set(offer.audience) <= _MEMBERS
        return filled(
            {
                "mainLanguage": LANGUAGE,
                "name": name,
                "terms": event_terms(kind),
                "location": {"@id": location},
                "attendanceMode": "offline",
                **calendar_of(offer, moments, remarks),
                "audience": {"audienceType": "members" if members else "everyone"},
                "description": self._description(offer, name, moments),
                "priceInfo": self._prices(offer.price),
                "contactPoint": {
                    "phone": _phones(offer, organiser),
                    "email": _emails(offer, organiser),
                    "url": [offer.url, *([organiser.website] if organiser and organiser.website else [])],
                },
                "bookingInfo": self._booking(offer, organiser),
                "labels": dutch_labels(offer.dutch_needed),
            }
        )

    def _description(
        self, offer: PublishedOffer, name: Mapping[str, str], moments: list[Moment]
    ) -> dict[str, str]:
        """Plain text. In Dutch it also says what has no key of its own."""
        parts = [localised(text, name) for text in (offer.summary, offer.description)]
        found = {
            code: "\n\n".join(part[code] for part in parts if code in part)
            for code in name
            if any(code in part for part in parts)
        }
        more = "\n".join(self._more(offer, moments))
        said = "\n\n".join(text for text in (self._first(offer), found.get(LANGUAGE, ""), more) if text)
        return found | ({LANGUAGE: said} if said else {})

    def _first(self, offer: PublishedOffer) -> str:
        """What must be read first: that nobody confirmed it in time."""
        if offer.checked.state == "fresh":
            return ""
        _, on = self._say, offer.checked.on
        if on is None:
            return _("Nobody has checked this yet. Ask first.")
        return _("Nobody has confirmed this since {date}. Ask first.").format(date=f"{on:%d/%m/%Y}")

    def _more(self, offer: PublishedOffer, moments: list[Moment]) -> Iterator[str]:
        _ = self._say
        words = {(word.list, word.id): dutch(word.name) for word in self._guide.words}
        if offer.place_note:
            yield _("Where: {text}").format(text=dutch(offer.place_note))
        if offer.signup:
            yield _("Sign up: {text}").format(text=signup_said(offer.signup, _))
        if offer.price and offer.price.note:
            yield _("Price: {text}").format(text=dutch(offer.price.wording))
        if offer.bring:
            yield _("Bring along: {things}").format(things=", ".join(map(dutch, offer.bring)))
        if offer.accessibility:
            access = (words["accessibility", word] for word in offer.accessibility)
            yield _("Access: {text}").format(text=", ".join(access))
        on = {moment.day for moment in moments if not moment.cancelled}
        for schedule in offer.when:
            for extra in schedule.dates:
                if extra.note and extra.on in on:
                    yield f"{extra.on:%d/%m/%Y}: {dutch(extra.note)}"
        if offer.remark:
            yield dutch(offer.remark)

    def _prices(self, price: PublishedPrice | None) -> list[Json]:
        """Exactly one basic price, or none at all."""
        if price is None or not (price.free or price.amount is not None):
            return []
        _ = self._say
        found: list[Json] = [_tariff("base", _BASE, 0.0 if price.free else price.amount or 0.0)]
        others = [tariff for tariff in price.tariffs if tariff != _OF_THE_SYSTEM]
        if price.reduced is not None and (others or not price.tariffs):
            which = f" ({', '.join(others)})" if others else ""
            found.append(_tariff("tariff", {LANGUAGE: _("Reduced tariff") + which}, price.reduced))
        return found

    def _booking(self, offer: PublishedOffer, organiser: PublishedOrganisation | None) -> Json:
        """Whom to tell that one comes, where one must or had better."""
        if offer.signup is None or offer.signup.needed == "none":
            return {}
        phones, emails = _phones(offer, organiser), _emails(offer, organiser)
        return filled({"phone": next(iter(phones), ""), "email": next(iter(emails), "")})


def _tariff(category: str, name: Mapping[str, str], price: float) -> Json:
    return {"category": category, "name": dict(name), "price": price, "priceCurrency": "EUR"}


def _phones(offer: PublishedOffer, organiser: PublishedOrganisation | None) -> list[str]:
    """Of who agreed to be named, then of who organises it."""
    found = [contact.phone for contact in offer.contacts if contact.phone]
    return list(dict.fromkeys([*found, *(phone.number for phone in (organiser.phones if organiser else ()))]))


def _emails(offer: PublishedOffer, organiser: PublishedOrganisation | None) -> list[str]:
    found = [contact.email for contact in offer.contacts if contact.email]
    return list(dict.fromkeys([*found, *([organiser.email] if organiser and organiser.email else ())]))
