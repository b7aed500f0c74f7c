"""Places as locations of HSDS. Of a confidential one there is a name, and nothing that tells where it is."""

from generator.feeds.hsds.ids import Ids, filled
from generator.feeds.hsds.schedules import opening_of
from generator.feeds.texts import Gettext, dutch
from generator.views.published_shapes import PublishedPlace
from generator.views.published_values import Texts

COUNTRY = "BE"
_PROVINCES = (
    (1000, "Brussels Hoofdstedelijk Gewest"), (1300, "Waals-Brabant"), (1500, "Vlaams-Brabant"),
    (2000, "Antwerpen"), (3000, "Vlaams-Brabant"), (3500, "Limburg"), (4000, "Luik"), (5000, "Namen"),
    (6000, "Henegouwen"), (6600, "Luxemburg"), (7000, "Henegouwen"), (8000, "West-Vlaanderen"),
    (9000, "Oost-Vlaanderen"),
)  # fmt: skip
"""The first postal code of each row, and its province (or region)."""


def location(ids: Ids, place: PublishedPlace, access: dict[str, Texts], _: Gettext) -> dict[str, object]:
    """A location with all that is known of it."""
    hidden = _("The address is not public.") if place.confidential else ""
    texts = (dutch(place.summary), hidden, dutch(place.remark))
    return filled(
        {
            "id": ids.of("location", place.id),
            "location_type": "physical",
            "name": dutch(place.name),
            "description": "\n\n".join(text for text in texts if text),
            "transportation": dutch(place.directions),
            "latitude": place.lat,
            "longitude": place.lon,
            "external_identifier": place.id,
            "external_identifier_type": "Stekwijzer",
            "addresses": _addresses(ids, place),
            "accessibility": [
                {"id": ids.of("accessibility", place.id, word), "description": dutch(access[word])}
                for word in place.accessibility
            ],
            "schedules": opening_of(ids, ("place", place.id), place.opening_hours, place.exceptions, _),
        }
    )


def _addresses(ids: Ids, place: PublishedPlace) -> list[dict[str, object]]:
    """HSDS wants a postal code and a province with every address; what is not known is empty."""
    if not place.address:
        return []
    return [
        {
            "id": ids.of("address", place.id),
            "address_1": place.address,
            "city": place.city,
            "state_province": _province(place.postal_code),
            "postal_code": place.postal_code,
            "country": COUNTRY,
            "address_type": "physical",
        }
    ]


def _province(postal_code: str) -> str:
    if not (postal_code.isascii() and postal_code.isdigit() and len(postal_code) == 4):
        return ""
    return next((name for first, name in reversed(_PROVINCES) if int(postal_code) >= first), "")
