"""Partners' own flyers: files that others made, which come into the binder beside our own leaves."""

from typing import Annotated

from generator.model.fields import CalendarDate, FileName, Slug, Wording
from generator.model.record import Many, Record
from generator.model.records import Offer


class PartnerFlyer(Record):
    """A partner's file and what there is to say of it, as in print/flyers/flyers.yaml."""

    id: Slug
    previous_ids: Annotated[tuple[Slug, ...], Many] = ()
    title: Wording
    theme: Slug
    """The tab that it is behind."""
    organisation: Slug | None = None
    """Whose flyer it is."""
    valid_until: CalendarDate | None = None
    """The last day on which it may be handed out."""
    summary: Wording
    """What is on it, in words: for who cannot see the page."""
    file: FileName
    """Its name in print/flyers/."""


def flyer_of(offer: Offer) -> PartnerFlyer | None:
    """The partner's flyer that an offer has, told as if it stood by itself; None if it has none.

    Its theme is empty where the offer has no theme.
    """
    if offer.flyer is None or offer.flyer.file is None:
        return None
    return PartnerFlyer.model_construct(
        id=offer.id,
        previous_ids=offer.previous_ids,
        title=offer.name,
        theme=offer.themes[0] if offer.themes else "",
        organisation=offer.organiser,
        valid_until=offer.flyer.valid_until,
        summary=offer.flyer.summary or offer.summary,
        file=offer.flyer.file,
    )
