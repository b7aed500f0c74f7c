"""Addresses -> coordinates, and whether a place lies on the map."""

from collections.abc import Callable, Iterable

from generator.model.fields import Coordinates
from generator.model.records import MapArea, Neighbourhood, Place
from generator.reading.traps import Gettext
from generator.reading.upkeep import Placed

Locate = Callable[[str], Coordinates | None]


def locate_places(
    placed: Iterable[Placed], neighbourhood: Neighbourhood, locate: Locate | None, _: Gettext
) -> tuple[Place, ...]:
    """The places, with coordinates from the address file where they have none themselves.

    A confidential place gets none: what is not there cannot leak.
    """
    return tuple(
        _located(entry, entry.record, neighbourhood, locate, _)
        for entry in placed
        if isinstance(entry.record, Place)
    )


def _located(
    entry: Placed, place: Place, neighbourhood: Neighbourhood, locate: Locate | None, _: Gettext
) -> Place:
    here = place.city is None or place.city.lower() == neighbourhood.municipality.lower()
    if place.address and place.coordinates is None and not place.confidential and locate and here:
        found = locate(place.address)
        if found is None:
            entry.warn(
                ("address",),
                _("The address file does not know {address}.").format(address=place.address),
                _("Look at the spelling, or add: {example}").format(example="coordinates: 50.8512, 3.3094"),
                "address",
            )
            return place
        place = place.model_copy(update={"coordinates": found})
    if place.coordinates and not place.confidential and not _inside(place.coordinates, neighbourhood.map):
        entry.warn(
            ("coordinates",) if "coordinates" in entry.raw.data else ("address",),
            _("{id} lies outside the map.").format(id=place.id),
            _("Look at the coordinates (latitude comes first), or make the map larger."),
            "outside",
        )
    return place


def _inside(point: Coordinates, area: MapArea) -> bool:
    south_west, north_east = area.south_west, area.north_east
    return south_west.lat <= point.lat <= north_east.lat and south_west.lon <= point.lon <= north_east.lon
