"""What the visitor's own list shows of each record: one small file per language.

The list itself is on the visitor's device only, so its page is filled in there. One file
for all records of a neighbourhood of a hundred (7 kB compressed) is lighter than the page
of a single record (9 kB), and the same bytes serve every list, without a connection too.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.site.shapes import SiteInput
from generator.views.shapes import (
    CheckedView,
    ContactView,
    GuideView,
    OfferView,
    OrganisationView,
    PlaceView,
    QrView,
    Said,
    WhereView,
)

Json = str | int | list["Json"] | dict[str, "Json"]

OFFER, ORGANISATION, PLACE = "o", "s", "p"
"""What an id in a list begins with: "o:digipunt"."""

_OVER = ("paused", "ended")


def render_records(site: SiteInput, languages: Iterable[str] | None = None) -> dict[str, str]:
    """Path ("data/records-nl.json") -> JSON: key of a record -> what its card shows."""
    return {
        f"data/records-{language}.json": json.dumps(
            dict(_records(site.guides[language], site)), ensure_ascii=False, separators=(",", ":")
        )
        for language in languages or site.guides
    }


def render_pictures(site: SiteInput) -> dict[str, str]:
    """The codes and the small maps of a printed list, each in a file of its own."""
    guide = site.guides[site.first_language]
    records: tuple[OfferView | OrganisationView | PlaceView, ...]
    records = (*guide.offers, *guide.past_offers, *guide.organisations, *guide.places)
    codes = {f"{record.qr.href}qr.svg": site.qr_svg(record.qr.content) for record in records}
    return codes | {_cutout(place): drawing for place, drawing in site.cutouts.items()}


def _cutout(place_id: str) -> str:
    return f"plaatsen/{place_id}/kaartje.svg"


def _records(guide: GuideView, site: SiteInput) -> Iterator[tuple[str, Json]]:
    for offer in (*guide.offers, *guide.past_offers):
        yield f"{OFFER}:{offer.id}", _without_empty(_offer(offer, site))
    for organisation in guide.organisations:
        yield f"{ORGANISATION}:{organisation.id}", _without_empty(_organisation(organisation, site))
    for place in guide.places:
        yield f"{PLACE}:{place.id}", _without_empty(_place(place, site))


def _offer(offer: OfferView, site: SiteInput) -> dict[str, Json]:
    basics = _basics(offer.name, offer.href, offer.qr, offer.summary) | {"look": offer.function.id}
    if offer.status in _OVER:
        return basics | {"ended": _ended(offer.status_text, offer.instead)}
    return (
        basics
        | {"when": [*offer.when.lines], "check": _check(offer.checked)}
        | _where(offer.where, site)
        | _people(offer.contacts, offer.bring)
    )


def _organisation(organisation: OrganisationView, site: SiteInput) -> dict[str, Json]:
    basics = _basics(organisation.name, organisation.href, organisation.qr, organisation.summary)
    if organisation.status in _OVER:
        return basics | {"ended": _ended(organisation.status_text, organisation.instead)}
    hours = organisation.opening.lines if organisation.opening else ()
    appointment = (organisation.appointment.text,) if organisation.appointment else ()
    return (
        basics
        | {"when": [*hours, *appointment], "check": _check(organisation.checked)}
        | _where(organisation.where, site)
        | _people(organisation.contacts, organisation.bring)
    )


def _place(place: PlaceView, site: SiteInput) -> dict[str, Json]:
    basics = _basics(place.name, place.href, place.qr, place.summary)
    if place.status in _OVER:
        return basics | {"ended": _ended(place.status_text, None)}
    # The name is the title of the card: the address says the rest.
    lines = tuple(line for line in place.where.lines if line.text != place.name.text)
    where = replace(place.where, lines=lines or place.where.lines)
    hours = place.opening.lines if place.opening else ()
    when: dict[str, Json] = {"when": [*hours], "check": _check(place.checked)}
    return basics | when | _where(where, site, place.id)


def _basics(name: Said, href: str, qr: QrView, summary: Said | None) -> dict[str, Json]:
    return {
        "name": _said(name),
        "href": href,
        "summary": _said(summary) if summary else "",
        "code": qr.href,
        "typed": qr.typed,
    }


def _where(where: WhereView, site: SiteInput, place_id: str = "") -> dict[str, Json]:
    place_id = place_id or (where.place.id if where.place else "")
    return {
        "where": [_said(line) for line in where.lines],
        "number": where.number or 0,
        "map": _cutout(place_id) if place_id in site.cutouts else "",
    }


def _people(contacts: Iterable[ContactView], bring: Iterable[Said]) -> dict[str, Json]:
    """Whom to ask; an empty list makes the page say whom to ask otherwise."""
    people: list[Json] = [
        _without_empty({"name": person.name, "phone": person.phone, "tel": person.tel, "email": person.email})
        for person in contacts
        if person.phone or person.email
    ]
    return {"ask": people, "bring": [_said(thing) for thing in bring]}


def _ended(status_text: str, instead: Said | None) -> list[Json]:
    return [status_text, _said(instead)] if instead else [status_text]


def _check(checked: CheckedView) -> str:
    """Only what warns: a card has no room to say that all is well."""
    return "" if checked.state == "fresh" else checked.text


def _said(said: Said) -> Json:
    """The text; with its language where that is not the page's."""
    return said.text if said.lang is None else {"text": said.text, "lang": said.lang}


def _without_empty(values: dict[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in values.items() if value}
