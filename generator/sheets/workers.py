"""The facts of an offer for a worker: the back of a leaf in the binder."""

from generator.sheets.facts import (
    FactRow,
    access_row,
    audience_row,
    bring_row,
    contact_row,
    dutch_row,
    languages_row,
    price_row,
    remark_row,
    signup_row,
    unknown_row,
    when_row,
    where_row,
)
from generator.views.shapes import ContactView, OfferView, OrganisationView, Said
from generator.wording.words import Words


def worker_rows(
    offer: OfferView, organiser: OrganisationView | None, fallback: ContactView, words: Words
) -> tuple[FactRow, ...]:
    """In the order in which a worker on the doorstep needs them."""
    rows = (
        when_row(offer, words),
        _next_row(offer, words),
        where_row(offer, words),
        _reach_row(offer, words),
        contact_row(offer, fallback, words),
        unknown_row(offer, fallback, words),
        _referral_row(organiser, words),
        signup_row(offer, words),
        bring_row(offer, words),
        price_row(offer, words),
        audience_row(offer, words),
        dutch_row(offer, words),
        languages_row(offer, words),
        access_row(offer, words),
        _organiser_row(offer, words),
        remark_row(offer, words),
        _source_row(offer, words),
    )
    return tuple(row for row in rows if row)


def _next_row(offer: OfferView, words: Words) -> FactRow | None:
    coming = [occurrence.text for occurrence in offer.when.next if not occurrence.cancelled]
    if not coming:
        return None
    lines = tuple(Said(text) for text in coming)
    return FactRow("next", "calendar-month", words.gettext("Next times"), lines)


def _reach_row(offer: OfferView, words: Words) -> FactRow | None:
    """How a worker tells somebody to get there, or goes along."""
    where = offer.where
    directions = (where.directions,) if where.directions else ()
    walks = tuple(Said(f"{walk.label} {walk.start}, {walk.text}") for walk in where.reach)
    if not directions and not walks:
        return None
    return FactRow("reach", "map-marker-path", words.gettext("How to get there"), (*directions, *walks))


def _referral_row(organiser: OrganisationView | None, words: Words) -> FactRow:
    """How the organiser wants it; else what always holds: nobody is sent along without wanting it."""
    _ = words.gettext
    said = organiser.referral if organiser and organiser.referral else None
    lines = said or Said(_("Ask whether the person wants this. Call together, or go along the first time."))
    return FactRow("referral", "account-arrow-right", _("How to refer"), (lines,))


def _organiser_row(offer: OfferView, words: Words) -> FactRow | None:
    names = [link.text for link in (offer.organiser, *offer.partners) if link]
    if not names:
        return None
    said = Said(", ".join(name.text for name in names))
    return FactRow("organiser", "office-building", words.gettext("Organised by"), (said,))


def _source_row(offer: OfferView, words: Words) -> FactRow | None:
    if not offer.sources:
        return None
    said = Said("; ".join(dict.fromkeys(source.title for source in offer.sources)))
    return FactRow("source", "book-open-variant", words.gettext("Source"), (said,))
