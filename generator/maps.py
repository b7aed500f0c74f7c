"""The drawings of one build: the whole map at each size, and the surroundings of each place.

The same pins, with the same permanent numbers, on every drawing. They take seconds and seldom change: `keep`
may have them from an earlier build.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy
import shapely

from generator import cartography
from generator.cartography import (
    A3_SHEET,
    A4_SHEET,
    A5_SHEET,
    A6_PANEL,
    CUTOUT,
    ROUTE,
    WEB,
    Geodata,
    Pin,
    render_alike,
    render_cutout,
    render_map,
    render_route,
)
from generator.keeping import Keep, make_anew
from generator.model import geo
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
    geodata: Geodata,
    frame: MapFrame,
    guides: Mapping[str, GuideView],
    words: Mapping[str, Words],
    base: str,
    keep: Keep = make_anew,
) -> dict[str, str]:
    """Language -> the map of the page /kaart/; pins lead to `base` + the place's address."""
    said = [
        (words[language].gettext("Map of the neighbourhood"), pins_of(guide, base))
        for language, guide in guides.items()
    ]
    recipe = ("web", frame, WEB, said)
    drawn = _kept(keep, geodata, recipe, lambda: render_alike(geodata, frame, WEB, said))
    return dict(zip(guides, drawn, strict=True))


def draw_route_maps(
    geodata: Geodata,
    guides: Mapping[str, GuideView],
    words: Mapping[str, Words],
    base: str,
    keep: Keep = make_anew,
) -> dict[str, dict[str, str]]:
    """Language -> offer id -> the walk of that offer on its own map."""
    drawings: dict[str, dict[str, str]] = {language: {} for language in guides}
    by_language = [routes_of(guide) for guide in guides.values()]
    for offer_id in by_language[0]:
        said = [
            (words[language], routes[offer_id]) for language, routes in zip(guides, by_language, strict=True)
        ]
        for language, svg in zip(guides, draw_route_map(geodata, offer_id, said, base, keep), strict=True):
            drawings[language][offer_id] = svg
    return drawings


def routes_of(guide: GuideView) -> dict[str, RouteView]:
    """Offer id -> its walk."""
    return {offer.id: offer.route for offer in guide.offers if offer.route}


def draw_route_map(
    geodata: Geodata,
    offer_id: str,
    said: Sequence[tuple[Words, RouteView]],
    base: str,
    keep: Keep = make_anew,
) -> list[str]:
    """One walk on its own map, in each of these languages."""
    frame, tracks = _frame_and_tracks(said[0][1], ROUTE_WINDOWS)
    style = replace(ROUTE, id_prefix=f"{ROUTE.id_prefix}-{offer_id}")
    titles = [(words.gettext("Map of the walk"), _stop_pins(route, base)) for words, route in said]
    recipe = ("route", frame, style, titles, tracks)
    return _kept(keep, geodata, recipe, lambda: render_alike(geodata, frame, style, titles, tracks))


def draw_route_cutouts(geodata: Geodata, guide: GuideView, keep: Keep = make_anew) -> dict[str, str]:
    """Address of an offer -> its walk, small, for paper."""
    routes = {offer.href: offer.route for offer in guide.offers if offer.route and offer.route.distance}
    recipe = ("routes on paper", list(routes.values()))

    def draw() -> list[str]:
        return [draw_route_cutout(geodata, route) for route in routes.values()]

    return dict(zip(routes, _kept(keep, geodata, recipe, draw), strict=True))


def draw_route_cutout(geodata: Geodata, route: RouteView) -> str:
    """One walk, small, for paper."""
    frame, tracks = _frame_and_tracks(route, (FLYER_WINDOW, FLYER_WINDOW))
    return render_route(geodata, frame, _stop_pins(route, ""), replace(CUTOUT, pin_mm=5.5), tracks).svg


def draw_cutouts(geodata: Geodata, guide: GuideView, keep: Keep = make_anew) -> dict[str, str]:
    """The surroundings of each place that is on the map, its own pin highlighted."""
    pins, places = pins_of(guide), mapped(guide.places)
    # A place is where its pin is.
    recipe = ("cutouts", [place.id for place in places], pins)

    def draw() -> list[str]:
        return [draw_cutout(geodata, place, pins) for place in places]

    ids = (place.id for place in places)
    return dict(zip(ids, _kept(keep, geodata, recipe, draw), strict=True))


def draw_cutout(geodata: Geodata, place: PlaceView, pins: tuple[Pin, ...]) -> str:
    """The surroundings of one place that is on the map, among the pins of all."""
    lat, lon = place.where.lat, place.where.lon
    assert lat is not None
    assert lon is not None
    marked = tuple(replace(pin, highlighted=pin.number == place.number) for pin in pins)
    own = replace(CUTOUT, id_prefix=f"{CUTOUT.id_prefix}-{place.id}")
    return render_cutout(geodata, Coordinates(lat, lon), CUTOUT_RADIUS_M, marked, own).svg


def draw_paper_maps(
    geodata: Geodata, frame: MapFrame, guide: GuideView, words: Words, keep: Keep = make_anew
) -> tuple[str, str, str, str]:
    """The whole map for an A3, an A4 and an A5 sheet, and for a panel of the pocket sheet (A6)."""
    pins = pins_of(guide)
    sheets = (A3_SHEET, A4_SHEET, A5_SHEET, A6_PANEL)

    def draw() -> list[str]:
        return [render_map(geodata, frame, pins, sheet, words).svg for sheet in sheets]

    # On paper the map has no name, so it is the same in all languages.
    a3, a4, a5, a6 = _kept(keep, geodata, ("paper", frame, pins), draw)
    return a3, a4, a5, a6


def mapped(places: Iterable[PlaceView]) -> tuple[PlaceView, ...]:
    """Places that have a pin: a public address within the map, and still in use."""
    return tuple(place for place in places if place.where.number)


def _frame_and_tracks(route: RouteView, windows: tuple[float, float]) -> tuple[MapFrame, list[Track]]:
    tracks = [stop.leg.track for stop in route.stops if stop.leg]
    corners = [(stop.lat, stop.lon) for stop in route.stops] + [
        corner for track in tracks for corner in track
    ]
    frame = frame_around((Coordinates(*corner) for corner in corners), ROUTE_MARGIN_M, *windows)
    return frame, tracks


def _stop_pins(route: RouteView, base: str) -> tuple[Pin, ...]:
    """A pin for each stop; the one where a loop comes back is there already."""
    stops = {stop.number: stop for stop in route.stops}
    return tuple(
        Pin(stop.number, stop.lat, stop.lon, stop.place.text.text, href=base + stop.place.href)
        for stop in stops.values()
    )


def pins_of(guide: GuideView, base: str | None = None) -> tuple[Pin, ...]:
    """A pin for each place that has one; with `base` they lead to its page."""
    return tuple(
        Pin(
            place.number,
            place.where.lat or 0.0,
            place.where.lon or 0.0,
            place.name.text,
            href="" if base is None else base + place.href,
        )
        for place in mapped(guide.places)
    )


def _kept(
    keep: Keep, geodata: Geodata, recipe: tuple[object, ...], draw: Callable[[], list[str]]
) -> list[str]:
    """What `draw` makes; `recipe` tells all that it depends on but the map data, in plain values."""
    made_of = sha256(repr((_tools(), geodata.digest, recipe)).encode()).hexdigest()
    kept = keep(f"maps/{made_of[:32]}.json", lambda: json.dumps(draw()).encode())
    return [str(drawing) for drawing in json.loads(kept)]


@cache
def _tools() -> str:
    """Changes with the code of the maps, and with the libraries that draw them."""
    assert cartography.__file__
    code = sorted(Path(cartography.__file__).parent.glob("*.py"))
    versions = (shapely.__version__, shapely.geos_version, numpy.__version__)
    bytes_of_all = (file.read_bytes() for file in (*code, Path(geo.__file__), Path(__file__)))
    return sha256(repr(versions).encode() + b"".join(bytes_of_all)).hexdigest()
