"""The one renderer: a whole map, or a cut-out around a place, as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from shapely.geometry import Point

from generator.cartography.canvas import Canvas, attribute, canvas_for, mm
from generator.cartography.furniture import (
    draw_attribution,
    draw_grid,
    draw_margin,
    draw_north_arrow,
    draw_scale_bar,
)
from generator.cartography.geodata import Geodata
from generator.cartography.labels import Label, Lettering, place_labels
from generator.cartography.layers import draw_ground
from generator.cartography.names import draw_labels, letterings, streets_and_cells
from generator.cartography.pins import PlacedPin, draw_pins, place_pins
from generator.cartography.room import Circle, Room
from generator.cartography.style import CUTOUT, MapStyle, Pin
from generator.model.fields import Coordinates
from generator.model.geo import MapFrame, metres_per_degree
from generator.wording.words import Words


@dataclass(frozen=True)
class DrawnMap:
    """A map that is ready to be set; sizes in mm, scale 1:`scale`."""

    svg: str
    width: float
    height: float
    scale: float
    streets: tuple[tuple[str, tuple[str, ...]], ...]
    """Every street on it with the cells of the grid it runs through; empty for a cut-out."""


def render_map(
    geodata: Geodata, frame: MapFrame, pins: Sequence[Pin], style: MapStyle, words: Words
) -> DrawnMap:
    """The whole frame, as large as the sheet allows. On screen `words` gives its name."""
    canvas = canvas_for(frame, style)
    name = words.gettext("Map of the neighbourhood")
    svg = _draw(geodata, canvas, pins, style, name, letterings(geodata, canvas, style))
    return DrawnMap(svg, canvas.width, canvas.height, canvas.scale, streets_and_cells(geodata, canvas))


def render_cutout(
    geodata: Geodata,
    centre: Coordinates,
    radius_m: float,
    pins: Sequence[Pin],
    style: MapStyle = CUTOUT,
) -> DrawnMap:
    """The surroundings of a place, so many metres to the left and right, its nearest streets named."""
    scale = 2 * radius_m * 1000 / style.width_mm
    frame = _frame_around(centre, 2 * radius_m, style.height_mm * scale / 1000)
    canvas = Canvas(frame, scale, 0, tolerance=0.1)
    middle = Point(canvas.place(centre.lat, centre.lon))
    svg = _draw(geodata, canvas, pins, style, "", letterings(geodata, canvas, style, near=middle))
    return DrawnMap(svg, canvas.width, canvas.height, scale, ())


def _frame_around(centre: Coordinates, width: float, height: float) -> MapFrame:
    """A frame without a grid, of that many metres, with the centre a little below the middle."""
    east, north = metres_per_degree(centre.lat)
    half_width, up, down = width / 2 / east, height * 0.58 / north, height * 0.42 / north
    return MapFrame(
        Coordinates(centre.lat - down, centre.lon - half_width),
        Coordinates(centre.lat + up, centre.lon + half_width),
        1,
        1,
    )


def _draw(
    geodata: Geodata,
    canvas: Canvas,
    pins: Sequence[Pin],
    style: MapStyle,
    name: str,
    names: list[Lettering],
) -> str:
    placed = place_pins(pins, canvas, style)
    furniture, taken = _furniture(canvas, style)
    labels = lay_out_labels(names, placed, taken, canvas, style)
    return (
        _opening(canvas, style, name)
        + draw_ground(geodata, canvas)
        + (draw_grid(canvas) if style.grid else "")
        + draw_labels(labels, style)
        + (draw_margin(canvas, style) if style.grid else "")
        + furniture
        + draw_pins(placed, style)
        + "</svg>"
    )


def lay_out_labels(
    names: list[Lettering], placed: Sequence[PlacedPin], taken: list[Circle], canvas: Canvas, style: MapStyle
) -> list[Label]:
    """The labels of every zoom: further in, names and pins are smaller, and more names fit."""
    labels: list[Label] = []
    for zoom in style.label_zooms:
        room = Room()
        room.take(taken)
        for pin in placed:
            room.take(pin.circles(zoom))
        for label in labels:
            room.take(label.circles(zoom / label.zoom))
        labels += place_labels(names, room, canvas.box, zoom, labels)
    return labels


def _furniture(canvas: Canvas, style: MapStyle) -> tuple[str, list[Circle]]:
    drawn = [draw_attribution(canvas, style)]
    if style.scale_bar:
        drawn.append(draw_scale_bar(canvas, style))
    if style.north_arrow:
        drawn.append(draw_north_arrow(canvas, style))
    return "".join(svg for svg, _ in drawn), [circle for _, circles in drawn for circle in circles]


def _opening(canvas: Canvas, style: MapStyle, name: str) -> str:
    box = f'viewBox="0 0 {mm(canvas.width)} {mm(canvas.height)}"'
    if style.medium == "web":
        # On a page from right to left a map still reads from west to east.
        size = f'class="map-drawing" direction="ltr" role="group" aria-label="{attribute(name)}"'
    else:
        size = f'width="{mm(canvas.width)}mm" height="{mm(canvas.height)}mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {size}>'
