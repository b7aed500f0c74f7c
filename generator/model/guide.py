"""The Guide: all records of a neighbourhood, with lookups by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

from generator.model.flyers import PartnerFlyer, flyer_of
from generator.model.inclusion import Home
from generator.model.questions import Question
from generator.model.records import (
    Contact,
    Helpline,
    Neighbourhood,
    Offer,
    Organisation,
    Place,
    Theme,
)
from generator.model.schedule import Holidays, Occurrence
from generator.model.vocabulary import Status


@dataclass(frozen=True)
class Times:
    """When an offer takes place, from the first to the last of these days."""

    offer: Offer
    first: date
    last: date
    of_schedules: tuple[tuple[Occurrence, ...], ...]
    """For each of its schedules, in their order."""

    @cached_property
    def together(self) -> tuple[Occurrence, ...]:
        """Those of all its schedules; no time twice."""
        if len(self.of_schedules) == 1:
            # At most one a day, in order.
            return self.of_schedules[0]
        found = dict.fromkeys(occurrence for times in self.of_schedules for occurrence in times)
        return tuple(sorted(found, key=lambda o: (o.day, o.starts or time.max, o.ends or time.max)))


@dataclass(frozen=True)
class Guide:
    """Everything that the two YAML files say, checked; records in the order typed.

    Every id that a record names is the id of a record that exists. Places have their
    coordinates filled in from the address file where that was possible.
    """

    neighbourhood: Neighbourhood
    themes: tuple[Theme, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    contacts: tuple[Contact, ...]
    questions: tuple[Question, ...]
    helplines: tuple[Helpline, ...]
    offers: tuple[Offer, ...]
    holidays: Holidays = field(default_factory=dict)
    flyers: tuple[PartnerFlyer, ...] = ()
    """Partners' flyers that belong to no offer."""
    homes: Mapping[tuple[str, str], Home] = field(default_factory=dict)
    """List and id of each record that was taken over from another guide -> who keeps it."""

    def keeper(self, shelf: str, name: str) -> Home | None:
        """Who is to ask whether a record is still right; None where that is this neighbourhood."""
        home = self.homes.get((shelf, name))
        return home if home and home.keeps_the_check else None

    @cached_property
    def theme(self) -> Mapping[str, Theme]:
        return {record.id: record for record in self.themes}

    @cached_property
    def organisation(self) -> Mapping[str, Organisation]:
        return {record.id: record for record in self.organisations}

    @cached_property
    def place(self) -> Mapping[str, Place]:
        return {record.id: record for record in self.places}

    @cached_property
    def contact(self) -> Mapping[str, Contact]:
        return {record.id: record for record in self.contacts}

    @cached_property
    def offer(self) -> Mapping[str, Offer]:
        return {record.id: record for record in self.offers}

    @cached_property
    def times(self) -> dict[str, Times]:
        """Id of an offer -> when it takes place, as far as somebody asked."""
        return {}

    @cached_property
    def partner_flyers(self) -> tuple[tuple[PartnerFlyer, Offer | None], ...]:
        """All partners' flyers, each with the offer that it belongs to."""
        of_offers = ((flyer_of(offer), offer) for offer in self.offers)
        return (*((flyer, None) for flyer in self.flyers), *((f, offer) for f, offer in of_offers if f))

    @cached_property
    def current_offers(self) -> tuple[Offer, ...]:
        """Offers that run or are planned: what lists, binder and brochure show."""
        return tuple(o for o in self.offers if o.status in (Status.RUNNING, Status.PLANNED))

    @cached_property
    def offers_of_organisations(self) -> Mapping[str, tuple[Offer, ...]]:
        """Id of an organisation -> the current offers that it organises or is a partner of."""
        found: dict[str, list[Offer]] = {}
        for offer in self.current_offers:
            for organisation in dict.fromkeys((offer.organiser, *offer.partners)):
                if organisation:
                    found.setdefault(organisation, []).append(offer)
        return {organisation: tuple(offers) for organisation, offers in found.items()}
