"""What of a feed is in the guide already, and what looks like it: by name, phone, address, distance."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import urlsplit

from generator.incoming.shapes import REFERENCES, Feed, Incoming
from generator.model.fields import Coordinates
from generator.model.geo import distance
from generator.model.guide import Guide
from generator.model.phones import dialled
from generator.model.records import Contact, Offer, Organisation, Place
from generator.reading.likely import slugified
from generator.reading.traps import Gettext

NEAR = 100
"""Metres within which two places may be one."""
_ALIKE = 0.85
_LONG_ID = 16
"""An id of so many characters is of one record in the world (a UUID); a shorter one of one feed."""
_ENOUGH, _SURE, _MOST = 3, 5, 3
_WEIGHTS: Mapping[str, Mapping[str, int]] = {
    "offers": {"phone": 1, "email": 1, "website": 3, "address": 1, "near": 1},
    "organisations": {"phone": 3, "email": 3, "website": 3, "address": 1, "near": 0},
    "places": {"phone": 0, "email": 0, "website": 0, "address": 3, "near": 1},
    "contacts": {"phone": 3, "email": 3, "website": 0, "address": 0, "near": 0},
}
"""How much it says when something is the same. The name and the id always say most."""


@dataclass(frozen=True)
class Marks:
    """By what a record can be known."""

    id: str
    name: str
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    address: str = ""
    point: Coordinates | None = None
    sources: frozenset[tuple[str, str]] = frozenset()
    """Title and id in there."""


@dataclass(frozen=True)
class Likeness:
    """A record of the guide that something looks like."""

    record: Any
    reasons: tuple[str, ...]
    """In the language of staff: "same phone"."""
    score: int

    @property
    def sure(self) -> bool:
        return self.score >= _SURE


@dataclass(frozen=True)
class Compared:
    """A record of a feed, with what is like it in the guide, most alike first."""

    incoming: Incoming
    like: tuple[Likeness, ...] = ()


@dataclass(frozen=True)
class Beside:
    """A feed beside the guide."""

    new: tuple[Compared, ...]
    """What was never taken over; what it names is by the id that it has in the guide, if it is there."""
    known: tuple[tuple[Incoming, Any], ...] = field(default=())
    """What was taken over before, with our record."""


def lay_beside(feed: Feed, guide: Guide, _: Gettext) -> Beside:
    """Compares every record of a feed with those of the guide."""
    theirs = {
        shelf: {incoming.id: incoming.record for incoming in feed.of(shelf)}
        for shelf in ("places", "contacts")
    }
    ours: dict[str, list[tuple[Any, Marks]]] = {
        shelf: [(record, _marks(record, guide.place, guide.contact)) for record in getattr(guide, shelf)]
        for shelf in REFERENCES
    }
    new: list[Compared] = []
    known: list[tuple[Incoming, Any]] = []
    for incoming in feed.records:
        marks = _marks(incoming.record, theirs["places"], theirs["contacts"])
        own = ours[incoming.shelf]
        if (same := next((record for record, found in own if _same_source(marks, found)), None)) is not None:
            known.append((incoming, same))
            continue
        found = [_likeness(incoming.shelf, marks, record, mark, _) for record, mark in own]
        like = sorted((each for each in found if each.score >= _ENOUGH), key=lambda each: -each.score)
        new.append(Compared(incoming, tuple(like[:_MOST])))
    renamed = {(incoming.shelf, incoming.id): record.id for incoming, record in known}
    return Beside(
        tuple(replace(one, incoming=with_ids(one.incoming, renamed)) for one in new),
        tuple((with_ids(incoming, renamed), record) for incoming, record in known),
    )


def with_ids(incoming: Incoming, renamed: Mapping[tuple[str, str], str]) -> Incoming:
    """The same record, which calls what it names by other ids: (list, id) -> id."""
    data = dict(incoming.data)
    for key, shelf in REFERENCES[incoming.shelf].items():
        value = data.get(key)
        if isinstance(value, str):
            data[key] = renamed.get((shelf, value), value)
        elif isinstance(value, list):
            data[key] = list(dict.fromkeys(renamed.get((shelf, each), each) for each in value))
    return replace(incoming, data=data)


def _marks(record: Any, places: Mapping[str, Place], contacts: Mapping[str, Contact]) -> Marks:
    sources = frozenset((found.title, found.lines) for found in record.source if found.lines)
    pages = frozenset(filter(None, (_page(found.url) for found in record.source if found.url)))
    match record:
        case Contact():
            return Marks(
                record.id, record.name, _numbers([record.phone]), _mails([record.email]), sources=sources
            )
        case Place():
            return Marks(
                record.id, record.name.first, sources=sources,
                address=_address(record.address), point=record.coordinates,
            )  # fmt: skip
    people = [contacts[id_] for id_ in record.contacts if id_ in contacts]
    place = places.get(record.place or "")
    address, point = (_address(place.address), place.coordinates) if place else ("", None)
    if isinstance(record, Organisation):
        return Marks(
            record.id, record.name.first, sources=sources,
            phones=_numbers(phone.number for phone in record.phones), emails=_mails([record.email]),
            pages=frozenset(filter(None, [_page(record.website)])), address=address, point=point,
        )  # fmt: skip
    assert isinstance(record, Offer)
    return Marks(
        record.id, record.name.first, sources=sources, phones=_numbers(person.phone for person in people),
        emails=_mails(person.email for person in people), pages=pages, address=address, point=point,
    )  # fmt: skip


def _same_source(one: Marks, other: Marks) -> bool:
    for title, key in one.sources:
        for known, same in other.sources:
            if key == same and (title == known or len(key) >= _LONG_ID):
                return True
    return False


def _likeness(shelf: str, theirs: Marks, record: Any, ours: Marks, _: Gettext) -> Likeness:
    found = list(_reasons(shelf, theirs, ours, _))
    return Likeness(
        record, tuple(reason for _points, reason in found), sum(points for points, _reason in found)
    )


def _reasons(shelf: str, theirs: Marks, ours: Marks, _: Gettext) -> Iterator[tuple[int, str]]:
    weight = _WEIGHTS[shelf]
    one, other = slugified(theirs.name) or theirs.name, slugified(ours.name) or ours.name
    if one == other:
        yield 4, _("same name")
    elif _alike(one, other):
        yield 3, _("name looks like it")
    if theirs.id == ours.id and one != other:
        yield 3, _("same id")
    if theirs.phones & ours.phones and weight["phone"]:
        yield weight["phone"], _("same phone")
    if theirs.emails & ours.emails and weight["email"]:
        yield weight["email"], _("same e-mail")
    if theirs.pages & ours.pages and weight["website"]:
        yield weight["website"], _("same website")
    if theirs.address and theirs.address == ours.address:
        yield weight["address"], _("same address")
    elif theirs.point and ours.point and (metres := distance(theirs.point, ours.point)) < NEAR:
        yield weight["near"], _("{metres} m from each other").format(metres=round(metres))


def _alike(one: str, other: str) -> bool:
    """Words in another order or a few letters are no other name; nor is a name with something behind it."""
    words, others = set(one.split("-")), set(other.split("-"))
    if len(words & others) >= 2 and (words <= others or others <= words):
        return True
    if min(len(one), len(other)) < 4:
        return False
    sorted_words = "-".join(sorted(words)), "-".join(sorted(others))
    return any(_ratio(*pair) >= _ALIKE for pair in ((one, other), sorted_words))


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _numbers(numbers: Iterable[str | None]) -> frozenset[str]:
    return frozenset(dialled(number) for number in numbers if number)


def _mails(found: Iterable[str | None]) -> frozenset[str]:
    return frozenset(mail.casefold() for mail in found if mail)


def _page(address: str | None) -> str:
    """Host and path, without what makes one page look like two."""
    parts = urlsplit(address or "")
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}"


def _address(address: str | None) -> str:
    """Street and number, as everybody writes them."""
    return slugified((address or "").split(",")[0])
