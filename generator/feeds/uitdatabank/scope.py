"""What does not go to UiTdatabank, and why, in the words of staff.

It takes public leisure on known dates at a known address (docs.publiq.be, "Content scope"): no services, and
nothing that is by appointment.
"""

from collections.abc import Mapping

from generator.feeds.texts import Gettext
from generator.feeds.uitdatabank.calendars import Moment
from generator.model.uitdatabank import EventType
from generator.views.published_shapes import PublishedOffer, PublishedPlace

_CURRENT = ("running", "planned")
_AMONG_STAFF = {"workers"}


def type_of(offer: PublishedOffer) -> str | None:
    """A feast is a festivity; of anything else its author must say what form it has."""
    return offer.event_type or (EventType.FESTIVITY.value if offer.kind == "feast" else None)


def why_no_place(place: PublishedPlace, _: Gettext) -> str:
    """Why nothing can be there; empty if it can."""
    if place.confidential:
        return _("The address of the place is secret.")
    if place.status not in _CURRENT:
        return _("The place is no longer there.")
    if place.uitdatabank:
        return ""
    needed = {
        _("street and number"): place.address,
        _("postal code"): place.postal_code,
        _("town"): place.city,
    }
    if missing := [name for name, known in needed.items() if not known]:
        return _("Of the place {place} is missing: {things}.").format(
            place=place.id, things=", ".join(missing)
        )
    if place.place_type is None:
        return _("Say with the place {place}: uitdatabank (its address there), or place_type.").format(
            place=place.id
        )
    return ""


def why_not(
    offer: PublishedOffer, moments: list[Moment], places: Mapping[str, PublishedPlace], _: Gettext
) -> str:
    """Why an offer does not go there; empty if it does."""
    if offer.status not in _CURRENT:
        return _("It has stopped, or is paused.")
    if offer.kind == "service":
        return _("It is a service. UiTdatabank is for leisure.")
    if offer.audience and set(offer.audience) <= _AMONG_STAFF:
        return _("It is only for workers.")
    if not moments:
        return _no_dates(offer, _)
    if offer.place is None:
        return _("No place is given, so no address.")
    if why := why_no_place(places[offer.place], _):
        return why
    if type_of(offer) is None:
        return _("Say with event_type what form it has.")
    return ""


def _no_dates(offer: PublishedOffer, _: Gettext) -> str:
    if not offer.when:
        return _("Nobody knows when it is.")
    if any(times.starts is None for times in offer.times):
        return _("The hour is not known.")
    if any(schedule.by_appointment for schedule in offer.when):
        return _("It is by appointment. UiTdatabank only takes what has a date.")
    if all(schedule.every is None and not schedule.on and not schedule.dates for schedule in offer.when):
        return _("When it is stands in words only: no dates follow from it.")
    if any(schedule.dates or schedule.last for schedule in offer.when):
        return _("No dates are to come.")
    return _("The hour or the first day is not known, so no date is sure.")
