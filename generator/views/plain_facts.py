"""Facts as other programs want them: a number, a code, a part of an address. Only what may be public."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.guide import Guide
from generator.model.phones import dialled
from generator.model.records import Place, Price
from generator.model.vocabulary import OrganisationKind


@dataclass(frozen=True)
class OfferFacts:
    amount: str
    """In euros, "0" or "2.50"; empty when not known."""
    languages: tuple[str, ...]
    """Codes of the languages spoken there."""


@dataclass(frozen=True)
class OrganisationFacts:
    kind: OrganisationKind
    phones: tuple[str, ...]
    """ "+3256000000"."""
    email: str


@dataclass(frozen=True)
class AddressFacts:
    street: str
    """ "Dorpsstraat 9"."""
    postal_code: str
    town: str


@dataclass(frozen=True)
class PlainFacts:
    """By id. A place without a public address is not among the addresses."""

    offers: Mapping[str, OfferFacts]
    organisations: Mapping[str, OrganisationFacts]
    addresses: Mapping[str, AddressFacts]


def view_plain_facts(guide: Guide) -> PlainFacts:
    return PlainFacts(
        {offer.id: OfferFacts(_amount(offer.price), offer.languages) for offer in guide.current_offers},
        {
            organisation.id: OrganisationFacts(
                organisation.kind,
                tuple(dialled(phone.number) for phone in organisation.phones),
                organisation.email or "",
            )
            for organisation in guide.organisations
        },
        {
            place.id: _address(guide, place)
            for place in guide.places
            if place.address and not place.confidential
        },
    )


def _amount(price: Price | None) -> str:
    if price is None:
        return ""
    if price.free:
        return "0"
    return "" if price.amount is None else f"{price.amount.normalize():f}"


def _address(guide: Guide, place: Place) -> AddressFacts:
    """A place without a town of its own lies in the municipality of the guide."""
    here = guide.neighbourhood
    postal_code = place.postal_code or ("" if place.city else here.postal_code)
    return AddressFacts(place.address or "", postal_code or "", place.city or here.municipality)
