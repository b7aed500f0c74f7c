"""The ground of the map, from the bottom up: land, green, water, buildings, streets, rail."""

from collections import defaultdict

from shapely.geometry.base import BaseGeometry

from generator.cartography.canvas import Canvas, in_units, mm, scaled_group
from generator.cartography.geodata import Feature, Geodata
from generator.cartography.style import (
    AREAS,
    BUILDING,
    LAND,
    ROADS_BOTTOM_UP,
    WATER,
    Area,
    Road,
    road_of,
)

_RAIL = "#6F675C"
_BORDER = "#8C8172"
_WATERWAY_METRES = {"river": 14.0, "canal": 14.0, "stream": 3.0}


def draw_ground(geodata: Geodata, canvas: Canvas) -> str:
    """Everything below the names and pins."""
    left, top, right, bottom = canvas.box
    land = (
        f'<rect class="map-{LAND.name}" x="{mm(left)}" y="{mm(top)}" width="{mm(right - left)}" '
        f'height="{mm(bottom - top)}" fill="{LAND.fill}"/>'
    )
    return land + scaled_group(
        _areas(geodata, canvas)
        + _water(geodata, canvas)
        + _surface(BUILDING, [f.geometry for f in canvas.features(geodata, "buildings")], canvas)
        + _border(geodata, canvas)
        + _streets_and_rail(geodata, canvas)
    )


def _surface(area: Area, geometries: list[BaseGeometry], canvas: Canvas) -> str:
    d = canvas.path(geometries)
    return f'<path class="map-{area.name}" fill="{area.fill}" fill-rule="evenodd" d="{d}"/>' if d else ""


def _areas(geodata: Geodata, canvas: Canvas) -> str:
    found: defaultdict[tuple[str, str], list[BaseGeometry]] = defaultdict(list)
    for layer in ("landuse", "green"):
        for feature in canvas.features(geodata, layer):
            found[layer, feature["class"]].append(feature.geometry)
    return "".join(_surface(area, found[kind], canvas) for kind, area in AREAS.items())


def _water(geodata: Geodata, canvas: Canvas) -> str:
    surface = _surface(WATER, [f.geometry for f in canvas.features(geodata, "water")], canvas)
    streams: defaultdict[float, list[BaseGeometry]] = defaultdict(list)
    for feature in canvas.features(geodata, "waterway"):
        if feature["brunnel"] != "tunnel":
            metres = _WATERWAY_METRES.get(feature["class"], 1.5)
            streams[max(0.25, metres * 1000 / canvas.scale)].append(feature.geometry)
    lines = "".join(
        _line("waterway", canvas.path(geometries), width, WATER.fill)
        for width, geometries in sorted(streams.items())
    )
    return surface + lines


def _border(geodata: Geodata, canvas: Canvas) -> str:
    d = canvas.path(f.geometry for f in canvas.features(geodata, "boundary"))
    return _line("border", d, 0.4, _BORDER, dash=(3, 1, 0.6, 1), opacity=0.8)


def _streets_and_rail(geodata: Geodata, canvas: Canvas) -> str:
    """Streets in tunnels, streets, rail; then bridges over both, with casings of their own."""
    levels: dict[str, defaultdict[Road, list[Feature]]] = {
        level: defaultdict(list) for level in ("tunnel", "", "bridge")
    }
    for feature in canvas.features(geodata, "streets"):
        level = feature["brunnel"] if feature["brunnel"] in levels else ""
        levels[level][road_of(feature["class"], feature["subclass"])].append(feature)
    rail = [f for f in canvas.features(geodata, "rail") if f["brunnel"] != "tunnel"]
    platforms = canvas.path(f.geometry for f in rail if f["class"] == "platform")
    tracks = {
        level: canvas.path(
            f.geometry for f in rail if f["class"] == "rail" and (f["brunnel"] == "bridge") == level
        )
        for level in (False, True)
    }
    return (
        _roads(levels["tunnel"], canvas, opacity=0.5)
        + _roads(levels[""], canvas)
        + _line("platform", platforms, max(0.6, 3000 / canvas.scale), "#C9BEAE")
        + _rail(tracks[False])
        + _roads(levels["bridge"], canvas)
        + _rail(tracks[True])
    )


def _roads(found: defaultdict[Road, list[Feature]], canvas: Canvas, opacity: float = 1.0) -> str:
    """All casings first, then all fills, so that crossings are open."""
    drawn = [
        (road, canvas.path(f.geometry for f in found[road]), road.width(canvas.scale))
        for road in ROADS_BOTTOM_UP
        if road in found
    ]
    casings = "".join(
        _line(f"{road.name}-casing", d, width + 0.3, road.casing, opacity=opacity)
        for road, d, width in drawn
        if road.casing
    )
    fills = "".join(
        _line(road.name, d, width, road.fill, dash=road.dash or (), opacity=opacity)
        for road, d, width in drawn
    )
    return casings + fills


def _rail(d: str) -> str:
    """The sign that everyone knows: a dark line with light stretches."""
    return _line("rail", d, 0.75, _RAIL) + _line("rail-light", d, 0.45, "#FFFFFF", dash=(1.6, 1.6))


def _line(
    name: str, d: str, width: float, colour: str, dash: tuple[float, ...] = (), opacity: float = 1.0
) -> str:
    if not d:
        return ""
    dashes = f' stroke-dasharray="{" ".join(in_units(length) for length in dash)}"' if dash else ""
    ends = "butt" if dash else "round"
    faint = f' stroke-opacity="{mm(opacity)}"' if opacity < 1 else ""
    return (
        f'<path class="map-{name}" fill="none" stroke="{colour}" stroke-width="{in_units(width)}" '
        f'stroke-linecap="{ends}" stroke-linejoin="round"{dashes}{faint} d="{d}"/>'
    )
