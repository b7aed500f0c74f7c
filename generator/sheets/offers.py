"""An offer as the templates take it: its face, its rows, its code."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.sheets.facts import flyer_rows
from generator.views.binder import Mark
from generator.views.prose import view_prose
from generator.views.shapes import GuideView, OfferView, QrView, Said
from generator.wording.words import Words

Data = dict[str, object]
Job = tuple[str, Data]
"""The name of a template, and what it shows."""
Typeset = Callable[[Sequence[Job]], list[bytes]]
"""Gives a PDF for each; of a template that makes a plan, the plan as JSON."""


def face_data(
    offer: OfferView,
    guide: GuideView,
    cutouts: Mapping[str, str],
    words: Words,
    mark: Mark | None = None,
) -> Data:
    """What the resident's side of a leaf shows; `mark` has the code of its edition, if it has one."""
    return {
        "id": offer.id,
        "name": offer.name,
        "summary": offer.summary,
        "simple": list(plain_words(offer)),
        "pictogram": offer.pictogram,
        "function": offer.function,
        "notice": offer.notice,
        "notice-dates": offer.notice_dates,
        "status": offer.status_text,
        "rows": list(flyer_rows(offer, guide.fallback, words)),
        **_small_map(offer, guide, cutouts, words),
        "qr": qr_data(mark.qr if mark and mark.qr else offer.qr),
        "checked": {"state": offer.checked.state, "text": checked_sentence(offer)},
    }


def plain_words(offer: OfferView) -> tuple[Said, ...]:
    """What stands for the summary, a sentence a line; not in another language than the summary is in."""
    return tuple(line for line in offer.simple if line.lang == offer.summary.lang)


def checked_sentence(offer: OfferView) -> str:
    """When it was last confirmed, and what there is to say of its translation."""
    return " ".join(said for said in (offer.checked.text, offer.translation) if said)


def _small_map(offer: OfferView, guide: GuideView, cutouts: Mapping[str, str], words: Words) -> Data:
    """The walk of the offer, the surroundings of its place, or those of the house to ask at."""
    _ = words.gettext
    place, house = offer.where.place, guide.meeting_house
    asks_at_house = offer.contacts == (guide.fallback,) and guide.fallback.name == house.name.text
    shown, alt, caption = "", "", ""
    if offer.href in cutouts:
        shown, alt = offer.href, _("Map of the walk")
    elif place and offer.where.number:
        shown, alt = place.id, _("Map of the surroundings of {place}").format(place=place.text)
    elif not offer.where.known and asks_at_house:
        # Where nobody knows the place, the map shows the house to ask at, and says so.
        shown, alt = house.id, _("Map of the surroundings of {place}").format(place=house.name)
        caption = _("Ask here: {name}").format(name=house.name)
    return {"cutout": cutouts.get(shown, ""), "cutout-alt": alt, "cutout-caption": caption}


def qr_data(qr: QrView) -> Data:
    """What a code says, and what a person can type instead. The typesetter adds its drawing."""
    return {"content": qr.content, "typed": qr.typed}


def places_data(guide: GuideView, sheets: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """The places with a pin on the map, by number: name, address, square and what is there.

    `sheets` gives the number of the sheet of each offer, where the product has such numbers: then
    only offers that have a sheet.
    """
    return [
        {
            "number": place.where.number,
            "name": place.name,
            "address": ", ".join(line.text for line in place.where.lines[1:]),
            "cell": place.where.cell,
            "offers": [
                {
                    "id": offer.id,
                    "name": offer.name,
                    "when": offer.when.lines[0] if offer.when.known else "",
                    "sheet": sheets[offer.id] if sheets else "",
                }
                for offer in place.offers
                if sheets is None or offer.id in sheets
            ],
        }
        for place in guide.places
        if place.where.number is not None
    ]


def prose_data(prose: Mapping[str, str], names: tuple[str, ...]) -> Data:
    """The content pages that there are; a sheet leaves out a section whose page is missing."""
    return {name: view_prose(prose[name], name) for name in names if name in prose}
