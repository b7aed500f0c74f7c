"""The drawings of one build: the whole map at each size, and the surroundings of each place.

The same pins, with the same permanent numbers, on every drawing.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.cartography import (
    A3_SHEET,
    A4_SHEET,
    A5_SHEET,
    CUTOUT,
    WEB,
    Geodata,
    MapStyle,
    Pin,
    render_cutout,
    render_map,
)
from generator.model.fields import Coordinates
from generator.model.geo import MapFrame
from generator.views.shapes import GuideView, PlaceView
from generator.wording.words import Words

CUTOUT_RADIUS_M = 160


def draw_web_map(geodata: Geodata, frame: MapFrame, guide: GuideView, words: Words, base: str) -> str:
    """The map of the page /kaart/; pins lead to `base` + the place's address."""
    return render_map(geodata, frame, _pins(_mapped(guide.places), base), WEB, words).svg


def draw_cutouts(geodata: Geodata, guide: GuideView, style: MapStyle = CUTOUT) -> dict[str, str]:
    """The surroundings of each place that is on the map, its own pin highlighted."""
    places = _mapped(guide.places)
    pins = _pins(places)
    drawings = {}
    for place in places:
        lat, lon = place.where.lat, place.where.lon
        assert lat is not None
        assert lon is not None
        marked = tuple(replace(pin, highlighted=pin.number == place.number) for pin in pins)
        own = replace(style, id_prefix=f"{style.id_prefix}-{place.id}")
        drawings[place.id] = render_cutout(geodata, Coordinates(lat, lon), CUTOUT_RADIUS_M, marked, own).svg
    return drawings


def draw_paper_maps(
    geodata: Geodata, frame: MapFrame, guide: GuideView, words: Words
) -> tuple[str, str, str]:
    """The whole map for an A3, an A4 and an A5 sheet."""
    pins = _pins(_mapped(guide.places))
    a3, a4, a5 = (
        render_map(geodata, frame, pins, sheet, words).svg for sheet in (A3_SHEET, A4_SHEET, A5_SHEET)
    )
    return a3, a4, a5


def _mapped(places: Iterable[PlaceView]) -> tuple[PlaceView, ...]:
    """Places that have a pin: a public address within the map, and still in use."""
    return tuple(place for place in places if place.where.number)


def _pins(places: Iterable[PlaceView], base: str | None = None) -> tuple[Pin, ...]:
    return tuple(
        Pin(
            place.number,
            place.where.lat or 0.0,
            place.where.lon or 0.0,
            place.name.text,
            href="" if base is None else base + place.href,
        )
        for place in places
    )
