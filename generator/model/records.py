"""The records that people write in offers.yaml and socialmap.yaml.

Keys use the terms of the field (Open Referral HSDS, iCalendar, schema.org). Every
record is frozen; lists are tuples. What the records say of each other (a place that
does not exist) is checked in `references`, where all records are known.
"""

import re
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.editor import Editor
from generator.model.fields import (
    CalendarDate,
    Coordinates,
    Count,
    Duration,
    Email,
    FileName,
    Language,
    Money,
    Period,
    Phone,
    Point,
    Slug,
    SmallLength,
    WebAddress,
    Wording,
    YesNo,
    as_tuple_or_none,
    parse_word,
)
from generator.model.inclusion import Inclusion
from generator.model.opening import Opened
from generator.model.phones import international
from generator.model.record import Checked, Kept, Many, Record, SourceField
from generator.model.schedule import Schedule
from generator.model.uitdatabank import EventType, PlaceType
from generator.model.vocabulary import (
    Access,
    Audience,
    BrochureOrder,
    Document,
    Function,
    OfferKind,
    OrganisationKind,
    SignupNeed,
    Status,
    Tariff,
)
from generator.model.ways import Doorstep


class Price(Record):
    """`price: free`, an amount, or a mapping with reduced tariffs and a note.

    Amounts are euros. Nothing known is no `price` at all.
    """

    free: YesNo = False
    amount: Money | None = None
    reduced: Money | None = None
    tariffs: Annotated[tuple[Annotated[Tariff, BeforeValidator(partial(parse_word, Tariff))], ...], Many] = ()
    note: Wording | None = None

    @model_validator(mode="after")
    def _reduced_is_less(self) -> Self:
        if self.free and self.amount:
            raise PydanticCustomError("free_and_amount", "free, and yet an amount", {"at": "amount"})
        if self.amount is not None and self.reduced is not None and self.reduced > self.amount:
            raise PydanticCustomError(
                "reduced_is_more", "the reduced tariff is more than the price", {"at": "reduced"}
            )
        return self


def _price(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return {"free": "yes"} if value.strip().lower() in ("free", "gratis") else {"amount": value}


class Signup(Record):
    """`signup: required`, or a mapping that also says how."""

    needed: Annotated[SignupNeed, BeforeValidator(partial(parse_word, SignupNeed))]
    how: Wording | None = None


def _signup(value: Any) -> Any:
    return {"needed": value} if isinstance(value, str) else value


Documents = Annotated[
    tuple[Annotated[Document, BeforeValidator(partial(parse_word, Document))], ...] | None,
    BeforeValidator(as_tuple_or_none),
]
"""`documents: [identity card]`, or `documents: none` when they ask for no papers: (). Not known: None."""


class Notice(Record):
    """A short-term message, shown from `from` to `until` (both days included)."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    text: Wording
    since: CalendarDate | None = Field(default=None, alias="from")
    until: CalendarDate | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise PydanticCustomError("end_before_start", "ends before it starts", {"at": "until"})
        return self


class Flyer(Record):
    """What holds for the sheet on paper, not for the offer itself."""

    valid_until: CalendarDate | None = None
    """The last day on which it may be handed out."""
    file: FileName | None = None
    """A partner's own flyer, in print/flyers/; it comes beside our leaf, and the date is its own then."""
    summary: Wording | None = None
    """What is on that file, in words; else that of the offer."""


class Ending(Record):
    """When and why a record ended, and what to do instead."""

    on: CalendarDate | None = None
    reason: Wording | None = None
    instead: Wording | None = None
    replaced_by: Slug | None = None


class Route(Record):
    """A walk past places, in the order of `stops`; with `loop` it ends where it began.

    Only the stops are typed: the streets in between are those of the map.
    """

    stops: Annotated[tuple[Slug, ...], Many]
    loop: YesNo = False
    note: Wording | None = None
    """What one must know of it: that it is only a suggestion, for instance."""

    @model_validator(mode="after")
    def _goes_somewhere(self) -> Self:
        if len(set(self.stops)) < 2:
            raise PydanticCustomError("too_few_stops", "a walk needs two stops", {"at": "stops"})
        return self


def _dutch_level(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if text in ("1", "2", "3", "4"):
        return int(text)
    raise PydanticCustomError("dutch_level", "1 to 4")


class Offer(Kept):
    """An activity, a service or a feast (HSDS: service; schema.org: Event, Service, Festival)."""

    name: Wording
    summary: Wording
    simple: Wording | None = None
    """The same in very plain words (A1 or A2), one short sentence a line."""
    description: Wording | None = None
    kind: Annotated[OfferKind, BeforeValidator(partial(parse_word, OfferKind))]
    functions: Annotated[
        tuple[Annotated[Function, BeforeValidator(partial(parse_word, Function))], ...], Many
    ]
    themes: Annotated[tuple[Slug, ...], Many]
    pictogram: str | None = None
    """Name of a bundled Material icon (`pot-steam`); else that of the first theme."""
    audience: Annotated[
        tuple[Annotated[Audience, BeforeValidator(partial(parse_word, Audience))], ...], Many
    ] = ()
    when: Annotated[tuple[Schedule, ...], Many] = ()
    place: Slug | None = None
    place_note: Wording | None = None
    """Where, if it is not (only) one of the places: "bij je thuis"."""
    route: Route | None = None
    """A walk that people can do by themselves."""
    organiser: Slug | None = None
    partners: Annotated[tuple[Slug, ...], Many] = ()
    contacts: Annotated[tuple[Slug, ...], Many] = ()
    price: Annotated[Price, BeforeValidator(_price)] | None = None
    signup: Annotated[Signup, BeforeValidator(_signup)] | None = None
    dutch_needed: Annotated[Literal[1, 2, 3, 4], BeforeValidator(_dutch_level)] | None = None
    languages: Annotated[tuple[Language, ...], Many] = ()
    accessibility: Annotated[
        tuple[Annotated[Access, BeforeValidator(partial(parse_word, Access))], ...], Many
    ] = ()
    documents: Documents = None
    """Papers that one is asked for."""
    bring: Annotated[tuple[Wording, ...], Many] = ()
    """What else to bring."""
    remark: Wording | None = None
    """A lasting remark, such as that the project behind the offer has closed."""
    notice: Notice | None = None
    flyer: Flyer | None = None
    event_type: Annotated[EventType, BeforeValidator(partial(parse_word, EventType))] | None = None
    """What it is called in UiTdatabank; without it, it does not go there."""
    status: Annotated[Status, BeforeValidator(partial(parse_word, Status))] = Status.RUNNING
    ended: Ending | None = None


def _check_whatsapp(whatsapp: bool, phone: str | None, key: str) -> None:
    if whatsapp and not international(phone or ""):
        at = key if phone else "whatsapp"
        raise PydanticCustomError("whatsapp_number", "no number for WhatsApp", {"at": at, "key": key})


class Telephone(Record):
    """A number, for whom or what, the languages spoken there, and whether WhatsApp reaches it."""

    number: Phone
    label: Wording | None = None
    languages: Annotated[tuple[Language, ...], Many] = ()
    whatsapp: YesNo = False

    @model_validator(mode="after")
    def _whatsapp_has_a_number(self) -> Self:
        _check_whatsapp(self.whatsapp, self.number, "number")
        return self


def _telephone(value: Any) -> Any:
    return {"number": value} if isinstance(value, str) else value


TelephoneField = Annotated[Telephone, BeforeValidator(_telephone)]


class Organisation(Opened):
    """An organisation of the social map (HSDS: organization)."""

    name: Wording
    kind: Annotated[OrganisationKind, BeforeValidator(partial(parse_word, OrganisationKind))]
    themes: Annotated[tuple[Slug, ...], Many] = ()
    summary: Wording
    """What they do for you, in one plain sentence."""
    simple: Wording | None = None
    """The same in very plain words, as for offers."""
    description: Wording | None = None
    pictogram: str | None = None
    audience: Annotated[
        tuple[Annotated[Audience, BeforeValidator(partial(parse_word, Audience))], ...], Many
    ] = ()
    part_of: Slug | None = None
    place: Slug | None = None
    contacts: Annotated[tuple[Slug, ...], Many] = ()
    phones: Annotated[tuple[TelephoneField, ...], Many] = ()
    email: Email | None = None
    website: WebAddress | None = None
    appointment: Annotated[Signup, BeforeValidator(_signup)] | None = None
    price: Annotated[Price, BeforeValidator(_price)] | None = None
    languages: Annotated[tuple[Language, ...], Many] = ()
    documents: Documents = None
    """Papers that one is asked for."""
    bring: Annotated[tuple[Wording, ...], Many] = ()
    """What else to bring."""
    referral: Wording | None = None
    """How a worker refers someone there."""
    remark: Wording | None = None
    status: Annotated[Status, BeforeValidator(partial(parse_word, Status))] = Status.RUNNING
    ended: Ending | None = None


class Place(Opened):
    """A place where things happen (HSDS: location).

    `address` is "Dorpsstraat 9": the address file gives its coordinates, unless the
    record gives them itself. `number` is permanent: it is on the pin of every map.
    """

    name: Wording
    number: Count
    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    coordinates: Point | None = None
    summary: Wording | None = None
    pictogram: str | None = None
    accessibility: Annotated[
        tuple[Annotated[Access, BeforeValidator(partial(parse_word, Access))], ...], Many
    ] = ()
    directions: Wording | None = None
    confidential: YesNo = False
    """Hides the address and the pin everywhere."""
    place_type: Annotated[PlaceType, BeforeValidator(partial(parse_word, PlaceType))] | None = None
    """What it is called in UiTdatabank, if it is not there yet."""
    uitdatabank: WebAddress | None = None
    """Its address in UiTdatabank, which wants no place twice."""
    remark: Wording | None = None
    status: Annotated[Status, BeforeValidator(partial(parse_word, Status))] = Status.RUNNING
    ended: Ending | None = None

    @property
    def public_point(self) -> Coordinates | None:
        """Where it is, if that is known, public and still so."""
        return None if self.confidential or self.status is Status.ENDED else self.coordinates

    @property
    def doorstep(self) -> Doorstep | None:
        """Where one arrives on foot: in the street of its address."""
        street = re.split(r"\s*\d", self.address or "", maxsplit=1)[0]
        return Doorstep(self.public_point, street) if self.public_point else None


class Contact(Record):
    """A worker; appears nowhere unless `publish: yes` (role excepted)."""

    id: Slug
    name: str
    role: Wording
    organisation: Slug | None = None
    phone: Phone | None = None
    whatsapp: YesNo = False
    email: Email | None = None
    publish: YesNo = False
    source: Annotated[tuple[SourceField, ...], Many] = ()
    checked: Checked | None = None
    internal: str | None = None

    @model_validator(mode="after")
    def _whatsapp_has_a_number(self) -> Self:
        _check_whatsapp(self.whatsapp, self.phone, "phone")
        return self


class Theme(Record):
    """A theme of life (work, housing...), with the words that people use for it."""

    id: Slug
    name: Wording
    pictogram: str
    synonyms: Annotated[tuple[Wording, ...], Many] = ()


class Helpline(Record):
    """A number to call, at any hour or in an emergency."""

    id: Slug
    name: Wording
    number: Phone
    purpose: Wording
    website: WebAddress | None = None
    emergency: YesNo = False
    source: Annotated[tuple[SourceField, ...], Many] = ()
    checked: Checked | None = None


def _far_apart(one: Coordinates, other: Coordinates) -> bool:
    """Farther than any neighbourhood or region is large."""
    return max(abs(one.lat - other.lat), abs(one.lon - other.lon)) > 10


class MapArea(Record):
    """The part of the world that the neighbourhood's map shows, in WGS 84 degrees."""

    south_west: Point
    north_east: Point

    @model_validator(mode="after")
    def _has_an_area(self) -> Self:
        south_west, north_east = self.south_west, self.north_east
        if _far_apart(south_west, north_east) and not _far_apart(south_west.exchanged, north_east):
            # The one that is exchanged lies south of the other, as in all of Europe.
            at = "south_west" if south_west.lat < north_east.lat else "north_east"
            raise PydanticCustomError("exchanged", "latitude and longitude are exchanged", {"at": at})
        if self.north_east.lat <= self.south_west.lat or self.north_east.lon <= self.south_west.lon:
            raise PydanticCustomError(
                "map_corners", "the north-east corner lies south or west", {"at": "north_east"}
            )
        return self


class Fallback(Record):
    """ "If in doubt, ask here": shown wherever a contact is unknown or a record is old."""

    name: Wording
    place: Slug | None = None
    organisation: Slug | None = None
    phone: Phone | None = None
    whatsapp: YesNo = False
    email: Email | None = None

    @model_validator(mode="after")
    def _whatsapp_has_a_number(self) -> Self:
        _check_whatsapp(self.whatsapp, self.phone, "phone")
        return self


class Tally(Record):
    """What workers count on a round besides the themes, on paper and without names; in their own words."""

    answers: Annotated[tuple[str, ...], Many] = ()
    """Kinds of answer: advice, a listening ear."""
    referrals: Annotated[tuple[str, ...], Many] = ()
    """Whom they refer people to."""


class Brochure(Record):
    """How the welcome brochure is put together."""

    order: Annotated[BrochureOrder, BeforeValidator(partial(parse_word, BrochureOrder))] = (
        BrochureOrder.FUNCTION
    )
    creep: SmallLength = Decimal("0.1")
    """Millimetres by which each inner sheet of the booklet moves to the fold: the thickness of its paper.

    80 g/m² is some 0.1 mm thick, 120 g/m² some 0.15 mm.
    """


class Neighbourhood(Record):
    """What the whole guide is about."""

    name: Wording
    """The name of the guide's neighbourhood: "Voorbeeldwijk Noord"."""
    municipality: str
    postal_code: str | None = None
    publisher: Wording
    """Who publishes the guide, for the colophon."""
    meeting_house: Slug
    fallback: Fallback
    languages: Annotated[tuple[Language, ...], Many] = ("nl",)
    map: MapArea
    security: Email | None = None
    """Where to write about a hole in the website; it is published in security.txt."""
    brochure: Brochure = Brochure()
    tally: Tally = Tally()
    editor: Editor | None = None
    """The form for staff at /beheer/; None means that there is none."""
    include: Annotated[tuple[Inclusion, ...], Many] = ()
    """Guides of which records are taken over: those of a region, for instance."""
    review_offers_every: Duration = Period(6, "months")
    review_organisations_every: Duration = Period(12, "months")
