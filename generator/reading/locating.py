"""Addresses -> coordinates, and whether a place lies on the map."""

from collections.abc import Callable, Iterable

from generator.model.fields import Coordinates
from generator.model.records import MapArea, Neighbourhood, Place
from generator.reading.traps import Gettext
from generator.reading.upkeep import Placed

Locate = Callable[[str], Coordinates | str | None]
"""The point of an address; of one that is not known the address that was probably meant, if any."""


def locate_places(
    placed: Iterable[Placed], neighbourhood: Neighbourhood, locate: Locate | None, _: Gettext
) -> tuple[Place, ...]:
    """The places, with coordinates from the address file where they have none themselves.

    A confidential place gets none: what is not there cannot leak.
    """
    entries = list(placed)
    places = tuple(
        (entry, _located(entry, entry.record, neighbourhood, locate, _))
        for entry in entries
        if isinstance(entry.record, Place)
    )
    shown = [
        (entry, place.coordinates) for entry, place in places if place.coordinates and not place.confidential
    ]
    outside = [(entry, point) for entry, point in shown if not _inside(point, neighbourhood.map)]
    if outside:
        _tell_outside(outside, len(outside) == len(shown), entries, neighbourhood.map, _)
    return tuple(place for _entry, place in places)


def _located(
    entry: Placed, place: Place, neighbourhood: Neighbourhood, locate: Locate | None, _: Gettext
) -> Place:
    here = place.city is None or place.city.lower() == neighbourhood.municipality.lower()
    if place.address and place.coordinates is None and not place.confidential and locate and here:
        found = locate(place.address)
        if not isinstance(found, Coordinates):
            entry.warn(
                ("address",),
                _("The address file does not know {address}.").format(address=place.address),
                (_("Did you mean {meant}?").format(meant=found) if found else _("Look at the spelling."))
                + " "
                + _("Or write the coordinates: a right click in a map on the web gives both numbers."),
                "" if found else "address",  # of one kind only the first remedy is told
            )
            return place
        place = place.model_copy(update={"coordinates": found})
    return place


def _tell_outside(
    outside: list[tuple[Placed, Coordinates]],
    all_of_them: bool,
    placed: list[Placed],
    area: MapArea,
    _: Gettext,
) -> None:
    """Each place that lies outside the map; once, at the map itself, if that is the one that is wrong."""
    corners = MapArea.model_construct(
        south_west=area.south_west.exchanged, north_east=area.north_east.exchanged
    )
    if all_of_them and all(_inside(point, corners) for _entry, point in outside):
        entry = next(entry for entry in placed if isinstance(entry.record, Neighbourhood))
        entry.warn(
            ("map",),
            _("All places lie outside the map: latitude and longitude of its corners are exchanged."),
            _("Latitude comes first. Write: {line}").format(
                line=f"south_west: {_written(corners.south_west)}, north_east: {_written(corners.north_east)}"
            ),
            "exchanged",
        )
        return
    for entry, point in outside:
        if "coordinates" in entry.raw.data and _inside(point.exchanged, area):
            entry.warn(
                ("coordinates",),
                _("{id} lies outside the map: latitude and longitude are exchanged.").format(id=entry.raw.id),
                _("Latitude comes first. Write: {line}").format(
                    line=f"coordinates: {_written(point.exchanged)}"
                ),
                "exchanged",
            )
            continue
        entry.warn(
            ("coordinates",) if "coordinates" in entry.raw.data else ("address",),
            _("{id} lies outside the map.").format(id=entry.raw.id),
            _("Look at the coordinates (latitude comes first), or make the map larger."),
            "outside",
        )


def _written(point: Coordinates) -> str:
    return f"{point.lat}, {point.lon}"


def _inside(point: Coordinates, area: MapArea) -> bool:
    south_west, north_east = area.south_west, area.north_east
    return south_west.lat <= point.lat <= north_east.lat and south_west.lon <= point.lon <= north_east.lon
