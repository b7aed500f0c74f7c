"""The one renderer: a whole map, or a cut-out around a place, as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy
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
from generator.cartography.tracks import Track, draw_tracks
from generator.model.fields import Coordinates
from generator.model.geo import MapFrame, metres_per_degree
from generator.wording.words import Words

_SMALL = 0.1
"""Corners that a small map leaves out, in mm from the line."""


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
    (svg,) = _draw(geodata, canvas, style, [(name, pins)], letterings(geodata, canvas, style))
    return DrawnMap(svg, canvas.width, canvas.height, canvas.scale, streets_and_cells(geodata, canvas))


def render_alike(
    geodata: Geodata,
    frame: MapFrame,
    style: MapStyle,
    said: Sequence[tuple[str, Sequence[Pin]]],
    tracks: Sequence[Track] = (),
) -> list[str]:
    """The frame for the screen, once for each name and pins: the same places in other words.

    Drawing it takes seconds, and only the words differ from language to language. `tracks`
    are ways to follow, drawn in the style's accent.
    """
    canvas = canvas_for(frame, style)
    return _draw(geodata, canvas, style, said, letterings(geodata, canvas, style), tracks)


def render_route(
    geodata: Geodata, frame: MapFrame, pins: Sequence[Pin], style: MapStyle, tracks: Sequence[Track]
) -> DrawnMap:
    """Ways to follow, on paper."""
    canvas = replace(canvas_for(frame, style), tolerance=_SMALL)
    (svg,) = _draw(geodata, canvas, style, [("", pins)], letterings(geodata, canvas, style), tracks)
    return DrawnMap(svg, canvas.width, canvas.height, canvas.scale, ())


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
    canvas = Canvas(frame, scale, 0, tolerance=_SMALL)
    middle = Point(canvas.place(centre.lat, centre.lon))
    names = letterings(geodata, canvas, style, near=middle)
    (svg,) = _draw(geodata, canvas, style, [("", pins)], names)
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
    style: MapStyle,
    said: Sequence[tuple[str, Sequence[Pin]]],
    names: list[Lettering],
    tracks: Sequence[Track] = (),
) -> list[str]:
    laid_out = [(zoom, place_pins(said[0][1], canvas, style, zoom)) for zoom in style.zooms]
    furniture, taken = _furniture(canvas, style)
    labels = lay_out_labels(names, laid_out, taken, canvas)
    below_pins = (
        draw_ground(geodata, canvas)
        + (draw_grid(canvas) if style.grid else "")
        + draw_tracks(tracks, canvas, style)
        + draw_labels(labels, style)
        + (draw_margin(canvas, style) if style.grid else "")
        + furniture
    )
    return [
        f"{_opening(canvas, style, name)}{below_pins}{draw_pins(_as_said(laid_out, pins), style)}</svg>"
        for name, pins in said
    ]


def _as_said(
    layouts: Sequence[tuple[float, Sequence[PlacedPin]]], pins: Sequence[Pin]
) -> list[tuple[float, list[PlacedPin]]]:
    """The same places with these pins, told apart by their numbers."""
    said = {pin.number: pin for pin in pins}
    return [(zoom, [replace(one, pin=said[one.pin.number]) for one in placed]) for zoom, placed in layouts]


def lay_out_labels(
    names: list[Lettering],
    layouts: Sequence[tuple[float, Sequence[PlacedPin]]],
    taken: list[Circle],
    canvas: Canvas,
) -> list[Label]:
    """The labels of every zoom: further in, names and pins are smaller, and more names fit.

    A name stays where it is, for the eye to hold on to, until a pin stands in its way.
    """
    gone: list[Label] = []
    staying: list[Label] = []
    for zoom, placed in layouts:
        room = Room()
        room.take(taken)
        for pin in placed:
            room.take(pin.circles())
        before, staying = staying, []
        for label in before:
            if room.is_free(label.circles(zoom / label.zoom)):
                staying.append(label)
            else:
                gone.append(replace(label, until=zoom))
        for label in staying:
            room.take(label.circles(zoom / label.zoom))
        staying += place_labels(names, room, canvas.box, zoom, staying)
    return sorted(gone + staying, key=lambda label: (label.zoom, label.until))


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
        look = f'class="map-drawing" direction="ltr" role="group" aria-label="{attribute(name)}"'
        size = f"{look} {_measures(canvas)}"
    else:
        size = f'width="{mm(canvas.width)}mm" height="{mm(canvas.height)}mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {size}>'


def _measures(canvas: Canvas) -> str:
    """What the script needs to find a point on the drawing: its origin, a degree, a metre, its edge."""
    (x0, y0), (x1, y1) = canvas.project(numpy.array([(0.0, 0.0), (1.0, 1.0)])).tolist()
    right, down = x1 - x0, y1 - y0
    return (
        f'data-longitude="{-x0 / right:.6f} {right:.3f}" data-latitude="{-y0 / down:.6f} {down:.3f}" '
        f'data-metre="{1000 / canvas.scale:.5f}" data-edge="{mm(canvas.margin)}"'
    )
