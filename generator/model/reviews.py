"""Which records are due: what somebody should look at again, and by when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from generator.model.fields import Period, Text
from generator.model.freshness import due_date
from generator.model.guide import Guide
from generator.model.inclusion import Home
from generator.model.record import Checked
from generator.model.records import Offer, Organisation
from generator.model.vocabulary import Status

SHELVES = ("offers", "organisations", "places", "contacts", "questions", "helplines")
"""The lists whose records people check."""


@dataclass(frozen=True)
class Review:
    """A record, and how long its last check holds."""

    shelf: str
    """The list in which it stands: "offers"."""
    id: str
    name: str
    checked: Checked | None
    due: date | None
    """The last day on which the check still holds; None if it was never checked."""

    def is_due(self, today: date) -> bool:
        return self.due is None or self.due < today


def reviews(guide: Guide) -> Iterator[Review]:
    """All records that people check here, but for those that ended."""
    return (review for review in _reviews(guide) if not guide.keeper(review.shelf, review.id))


def reviews_elsewhere(guide: Guide) -> Iterator[tuple[Home, Review]]:
    """Records that were taken over, and who checks them."""
    for review in _reviews(guide):
        if home := guide.keeper(review.shelf, review.id):
            yield home, review


def _reviews(guide: Guide) -> Iterator[Review]:
    for shelf in SHELVES:
        for record in getattr(guide, shelf):
            if getattr(record, "status", Status.RUNNING) is Status.ENDED:
                continue
            checked: Checked | None = record.checked
            name: Text | str = record.question if shelf == "questions" else record.name
            first = name.first if isinstance(name, Text) else name
            yield Review(shelf, record.id, first, checked, due_date(checked, review_period(record, guide)))


def record_of(review: Review, guide: Guide) -> BaseModel:
    """The record itself."""
    known: Mapping[str, Mapping[str, BaseModel]] = {
        "offers": guide.offer,
        "organisations": guide.organisation,
        "places": guide.place,
        "contacts": guide.contact,
    }
    if review.shelf in known:
        return known[review.shelf][review.id]
    found: BaseModel = next(r for r in getattr(guide, review.shelf) if r.id == review.id)
    return found


def organisation_of(review: Review, guide: Guide) -> Organisation | None:
    """Which organisation knows whether a record is right; None where only the meeting house can tell."""
    record = record_of(review, guide)
    if isinstance(record, Organisation):
        return record
    own = getattr(record, "organiser", None) or getattr(record, "organisation", None)
    by = review.checked.by if review.checked else None
    named = (organisation for organisation in guide.organisations if organisation.name.first == by)
    return guide.organisation[own] if own else next(named, None)


def review_period(record: BaseModel, guide: Guide) -> Period:
    """How long a check of this record holds: as it says itself, or else as the neighbourhood says."""
    own: Period | None = getattr(record, "review_every", None)
    if own:
        return own
    if isinstance(record, Offer):
        return guide.neighbourhood.review_offers_every
    return guide.neighbourhood.review_organisations_every
