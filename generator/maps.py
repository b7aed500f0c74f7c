"""The drawings of one build: the whole map at each size, and the surroundings of each place.

The same pins, with the same permanent numbers, on every drawing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.cartography import (
    A3_SHEET,
    A4_SHEET,
    A5_SHEET,
    A6_PANEL,
    CUTOUT,
    ROUTE,
    WEB,
    Geodata,
    MapStyle,
    Pin,
    render_alike,
    render_cutout,
    render_map,
    render_route,
)
from generator.model.fields import Coordinates
from generator.model.geo import MapFrame, frame_around
from generator.views.shapes import GuideView, PlaceView
from generator.views.walking_shapes import RouteView, Track
from generator.wording.words import Words

CUTOUT_RADIUS_M = 160
ROUTE_MARGIN_M = 90
"""What a map of a walk shows beside it."""
ROUTE_WINDOWS = 1.3, 1 / 1.12
"""How many times as wide as tall the windows are in which a walk is shown: on a desk, on a phone."""
FLYER_WINDOW = 1.25


def draw_web_maps(
    geodata: Geodata, frame: MapFrame, guides: Mapping[str, GuideView], words: Mapping[str, Words], base: str
) -> dict[str, str]:
    """Language -> the map of the page /kaart/; pins lead to `base` + the place's address."""
    said = [
        (words[language].gettext("Map of the neighbourhood"), _pins(_mapped(guide.places), base))
        for language, guide in guides.items()
    ]
    return dict(zip(guides, render_alike(geodata, frame, WEB, said), strict=True))


def draw_route_maps(
    geodata: Geodata, guides: Mapping[str, GuideView], words: Mapping[str, Words], base: str
) -> dict[str, dict[str, str]]:
    """Language -> offer id -> the walk of that offer on its own map."""
    drawings: dict[str, dict[str, str]] = {language: {} for language in guides}
    by_language = [
        {offer.id: offer.route for offer in guide.offers if offer.route} for guide in guides.values()
    ]
    for offer_id, route in by_language[0].items():
        said = [
            (words[language].gettext("Map of the walk"), _stop_pins(routes[offer_id], base))
            for language, routes in zip(guides, by_language, strict=True)
        ]
        frame, tracks = _frame_and_tracks(route, ROUTE_WINDOWS)
        style = replace(ROUTE, id_prefix=f"{ROUTE.id_prefix}-{offer_id}")
        drawn = render_alike(geodata, frame, style, said, tracks)
        for language, svg in zip(guides, drawn, strict=True):
            drawings[language][offer_id] = svg
    return drawings


def draw_route_cutouts(geodata: Geodata, guide: GuideView) -> dict[str, str]:
    """Address of an offer -> its walk, small, for paper."""
    drawings = {}
    for offer in guide.offers:
        if offer.route and offer.route.distance:
            frame, tracks = _frame_and_tracks(offer.route, (FLYER_WINDOW, FLYER_WINDOW))
            drawings[offer.href] = render_route(
                geodata, frame, _stop_pins(offer.route, ""), replace(CUTOUT, pin_mm=5.5), tracks
            ).svg
    return drawings


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
) -> tuple[str, str, str, str]:
    """The whole map for an A3, an A4 and an A5 sheet, and for a panel of the pocket sheet (A6)."""
    pins = _pins(_mapped(guide.places))
    sheets = (A3_SHEET, A4_SHEET, A5_SHEET, A6_PANEL)
    a3, a4, a5, a6 = (render_map(geodata, frame, pins, sheet, words).svg for sheet in sheets)
    return a3, a4, a5, a6


def _mapped(places: Iterable[PlaceView]) -> tuple[PlaceView, ...]:
    """Places that have a pin: a public address within the map, and still in use."""
    return tuple(place for place in places if place.where.number)


def _frame_and_tracks(route: RouteView, windows: tuple[float, float]) -> tuple[MapFrame, list[Track]]:
    tracks = [stop.leg.track for stop in route.stops if stop.leg]
    corners = [(stop.lat, stop.lon) for stop in route.stops] + [
        corner for track in tracks for corner in track
    ]
    frame = frame_around((Coordinates(*corner) for corner in corners), ROUTE_MARGIN_M, *windows)
    return frame, tracks


def _routes(guide: GuideView) -> dict[str, RouteView]:
    return {offer.id: offer.route for offer in guide.offers if offer.route}


def _stop_pins(route: RouteView, base: str) -> tuple[Pin, ...]:
    """A pin for each stop; the one where a loop comes back is there already."""
    stops = {stop.number: stop for stop in route.stops}
    return tuple(
        Pin(stop.number, stop.lat, stop.lon, stop.place.text.text, href=base + stop.place.href)
        for stop in stops.values()
    )


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
