"""An offer as the templates take it: its face, its rows, its code."""

from collections.abc import Mapping
from dataclasses import asdict

from generator.qr import qr_svg
from generator.sheets.facts import flyer_rows
from generator.views.prose import view_prose
from generator.views.shapes import GuideView, OfferView, QrView
from generator.wording.words import Words

Data = dict[str, object]


def face_data(offer: OfferView, guide: GuideView, cutouts: Mapping[str, str], words: Words) -> Data:
    """What the resident's side of a leaf shows."""
    place = offer.where.place
    return {
        "id": offer.id,
        "name": asdict(offer.name),
        "summary": asdict(offer.summary),
        "pictogram": offer.pictogram,
        "function": asdict(offer.function),
        "notice": asdict(offer.notice) if offer.notice else None,
        "status": offer.status_text,
        "rows": [asdict(row) for row in flyer_rows(offer, guide.fallback, words)],
        "cutout": cutouts.get(place.id, "") if place and offer.where.number else "",
        "place": place.text.text if place else "",
        "number": offer.where.number,
        "qr": qr_data(offer.qr),
        "checked": asdict(offer.checked),
    }


def qr_data(qr: QrView) -> Data:
    """The drawing of a code, and what a person can type instead."""
    return {"svg": qr_svg(qr.content), "typed": qr.typed}


def places_data(guide: GuideView) -> list[Data]:
    """The places with a pin on the map, by number: name, address, square and what is there."""
    return [
        {
            "number": place.where.number,
            "name": asdict(place.name),
            "address": ", ".join(line.text for line in place.where.lines[1:]),
            "cell": place.where.cell,
            "offers": [offer.id for offer in place.offers],
        }
        for place in guide.places
        if place.where.number is not None
    ]


def prose_data(prose: Mapping[str, str], names: tuple[str, ...]) -> Data:
    """The content pages that there are; a sheet leaves out a section whose page is missing."""
    return {name: asdict(view_prose(prose[name])) for name in names if name in prose}
