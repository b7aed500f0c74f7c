"""Which names the map carries, and how they are drawn."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from math import inf

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from generator.cartography.canvas import Canvas, attribute, lines_and_polygons, mm
from generator.cartography.geodata import Geodata
from generator.cartography.labels import Label, Lettering
from generator.cartography.lettering import CAP_HEIGHT, text_width
from generator.cartography.style import FONT, HIDDEN, MapStyle, road_of

_COLOURS = {"street": "#3A362F", "water": "#174866", "green": "#3D5A27", "landmark": "#5A4A3A"}
_HALOES = {"street": "#FFFCF5", "water": "#D6E6F0", "green": "#E6F0DA", "landmark": "#FFFCF5"}


def letterings(
    geodata: Geodata, canvas: Canvas, style: MapStyle, near: Point | None = None
) -> list[Lettering]:
    """All names within the drawing, the most important first.

    `near` is a point on the drawing around which streets go first, instead of the
    larger streets.
    """
    return [
        *_waters(geodata, canvas, style),
        *_parks(geodata, canvas, style),
        *_landmarks(geodata, canvas, style),
        *_streets(geodata, canvas, style, near),
    ]


def _lines(geometries: Sequence[BaseGeometry]) -> tuple[LineString, ...]:
    """The single lines in the geometries, joined end to end, the longest first."""
    parts = [
        part
        for geometry in geometries
        for part in lines_and_polygons(geometry)
        if isinstance(part, LineString) and part.length > 0
    ]
    if len(parts) > 1:
        joined = shapely.line_merge(shapely.multilinestrings(parts))
        parts = [part for part in lines_and_polygons(joined) if isinstance(part, LineString)]
    return tuple(sorted(parts, key=lambda line: (-line.length, line.bounds)))


def _waters(geodata: Geodata, canvas: Canvas, style: MapStyle) -> list[Lettering]:
    found: defaultdict[str, list[BaseGeometry]] = defaultdict(list)
    rivers = set()
    for feature in canvas.features(geodata, "waterway"):
        if feature["name"] and feature["brunnel"] != "tunnel":
            found[feature["name"]].append(feature.geometry)
            if feature["class"] in ("river", "canal"):
                rivers.add(feature["name"])
    names = sorted(found, key=lambda name: (name not in rivers, name))
    return [
        Lettering(
            name,
            "water",
            style.label_mm * (1.25 if name in rivers else 1),
            _lines(found[name]),
            style.repeat_mm if name in rivers else 0,
        )
        for name in names
    ]


def _parks(geodata: Geodata, canvas: Canvas, style: MapStyle) -> list[Lettering]:
    named = []
    for feature in canvas.features(geodata, "green"):
        if feature["name"]:
            for part in lines_and_polygons(feature.geometry):
                if isinstance(part, Polygon):
                    named.append((-part.area, feature["name"], part))
    result = []
    for _, name, polygon in sorted(named, key=lambda entry: entry[:2]):
        size = style.label_mm * 1.05
        middle = shapely.get_coordinates(polygon.representative_point())[0]
        half = text_width(name, size) / 2 + size
        spots = []
        for down in (0, -1.2, 1.2, -2.4, 2.4):
            y = middle[1] + down * size
            spots.append(LineString([(middle[0] - half, y), (middle[0] + half, y)]))
        result.append(Lettering(name, "green", size, tuple(spots)))
    return result


def _landmarks(geodata: Geodata, canvas: Canvas, style: MapStyle) -> list[Lettering]:
    result = []
    for feature in canvas.features(geodata, "landmarks"):
        point = shapely.get_coordinates(feature.geometry)[0]
        width = text_width(feature["name"], style.label_mm) + style.label_mm
        x, y = float(point[0]), float(point[1])
        spots = []
        for down in (0, 1.3, -1.3, 2.6, -2.6):
            level = y + down * style.label_mm
            spots.append(LineString([(x - width / 2, level), (x + width / 2, level)]))
        result.append(Lettering(feature["name"], "landmark", style.label_mm, tuple(spots)))
    return result


def _streets(geodata: Geodata, canvas: Canvas, style: MapStyle, near: Point | None) -> list[Lettering]:
    found: defaultdict[str, list[BaseGeometry]] = defaultdict(list)
    importance: dict[str, int] = {}
    for feature in canvas.features(geodata, "street-names"):
        name = feature["name"]
        if name:
            found[name].append(feature.geometry)
            rank = road_of(feature["class"], feature["subclass"]).importance
            importance[name] = max(rank, importance.get(name, 0))
    ranked = []
    for name in sorted(found):
        lines = _lines(found[name])
        if not lines:
            continue
        length = sum(line.length for line in lines)
        if near is None:
            order = (-float(importance[name]), -length)
        else:
            order = (round(min(line.distance(near) for line in lines), 1), -length)
        repeat = style.repeat_mm if importance[name] >= 3 else 0
        ranked.append((order, Lettering(name, "street", style.label_mm, lines, repeat)))
    return [lettering for _, lettering in sorted(ranked, key=lambda entry: (entry[0], entry[1].text))]


def streets_and_cells(geodata: Geodata, canvas: Canvas) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every street within the frame and the cells of the grid that it runs through, in order."""
    left, top, right, bottom = canvas.box
    across = canvas.map_width / canvas.frame.columns
    down = canvas.map_height / canvas.frame.rows
    cells: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for feature in canvas.features(geodata, "street-names"):
        if not feature["name"]:
            continue
        inside = shapely.clip_by_rect(feature.geometry, left, top, right, bottom)
        for line in lines_and_polygons(inside):
            points = shapely.get_coordinates(shapely.segmentize(line, min(across, down) / 8))
            for x, y in points.tolist():
                column = min(int((x - left) / across), canvas.frame.columns - 1)
                row = min(int((y - top) / down), canvas.frame.rows - 1)
                cells[feature["name"]].add((column, row))
    return tuple(
        (name, tuple(f"{chr(ord('A') + column)}{row + 1}" for column, row in sorted(cells[name])))
        for name in sorted(cells, key=lambda name: (name.casefold(), name))
    )


def draw_labels(labels: Sequence[Label], style: MapStyle) -> str:
    """The names, in one group for all that come and go at the same zooms.

    All sizes are in em of the group, so that a script holds them by one attribute.
    """
    groups = []
    number = 0
    for (zoom, until), together in groupby(labels, key=lambda label: (label.zoom, label.until)):
        size = style.label_mm / zoom
        drawn = []
        for label in together:
            number += 1
            drawn.append(_label(label, f"{style.id_prefix}-name-{number}", size))
        # Without a script the names of other zooms stay hidden: they would be too small to read.
        hidden = "" if zoom <= 1 < until else HIDDEN
        end = "" if until == inf else f' data-until="{mm(until)}"'
        zoomed = f' data-zoom="{mm(zoom)}"{end}{hidden}' if style.medium == "web" else ""
        groups.append(
            f'<g class="map-names"{zoomed} font-family="{FONT}" font-size="{mm(style.label_mm)}" '
            f'stroke-linejoin="round">{"".join(drawn)}</g>'
        )
    return "".join(groups)


def _label(label: Label, name: str, size: float) -> str:
    """One name; its halo is its own outline, below its own letters."""
    larger = f' font-size="{mm(label.size / size)}em"' if abs(label.size - size) > 0.01 else ""
    look = (
        f'class="map-name-{label.kind}"{larger} fill="{_COLOURS[label.kind]}" '
        f'stroke="{_HALOES[label.kind]}" stroke-width=".3em" paint-order="stroke" text-anchor="middle"'
    )
    baseline = f"{mm(CAP_HEIGHT / 2)}em"
    text = attribute(label.text)
    if label.is_straight:
        x, y = label.middle
        turn = f" rotate({mm(label.angle)})" if abs(label.angle) > 0.05 else ""
        return f'<text transform="translate({mm(x)} {mm(y)}){turn}" y="{baseline}" {look}>{text}</text>'
    return (
        f'<path id="{name}" d="{_course_path(label)}" fill="none" stroke="none"/>'
        f'<text {look}><textPath href="#{name}" startOffset="50%"><tspan dy="{baseline}">{text}</tspan>'
        "</textPath></text>"
    )


def _course_path(label: Label) -> str:
    """The line through the middle of the letters, longer than the name at both ends."""
    (x1, y1), (x2, y2) = label.points[:2]
    (x3, y3), (x4, y4) = label.points[-2:]
    before = (x1 - (x2 - x1) * 2, y1 - (y2 - y1) * 2)
    after = (x4 + (x4 - x3) * 2, y4 + (y4 - y3) * 2)
    line = shapely.simplify(LineString([before, *label.points, after]), 0.01)
    return "M" + "L".join(f"{mm(x)} {mm(y)}" for x, y in shapely.get_coordinates(line).tolist())
