"""The places as GeoJSON (RFC 7946): points, longitude first. A confidential place is not among them."""

from generator.feeds.indented import indented
from generator.feeds.texts import dutch
from generator.views.published_shapes import PublishedGuide, PublishedPlace

FILE = "data/places.geojson"
_DECIMALS = 6
"""A tenth of a metre."""


def render_places(guide: PublishedGuide) -> bytes:
    shown = [place for place in guide.places if place.lat is not None and place.lon is not None]
    there: dict[str, dict[str, list[str]]] = {
        place.id: {"offers": [], "organisations": []} for place in guide.places
    }
    for key, records in (("offers", guide.offers), ("organisations", guide.organisations)):
        for record in records:
            if record.place and record.status in ("running", "planned"):
                there[record.place][key].append(record.id)
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(place, there[place.id]) for place in shown],
    }
    return indented(collection)


def _feature(place: PublishedPlace, there: dict[str, list[str]]) -> dict[str, object]:
    point = [round(degrees, _DECIMALS) for degrees in (place.lon, place.lat) if degrees is not None]
    town = " ".join(part for part in (place.postal_code, place.city) if part)
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": {
            "name": dutch(place.name),
            "names": place.name,
            "number": place.number,
            "address": ", ".join(part for part in (place.address, town) if part),
            "accessibility": place.accessibility,
            "url": place.url,
            "home": place.home.url if place.home else None,
            "checked": place.checked.on.isoformat() if place.checked.on else None,
            **there,
        },
    }
