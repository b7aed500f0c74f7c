"""A way to follow on the map: one line in the style's accent, with arrows that tell the direction."""

from collections.abc import Sequence
from math import atan2, cos, sin

import numpy
from shapely.geometry import LineString

from generator.cartography.canvas import Canvas, mm
from generator.cartography.style import PAPER, MapStyle

Track = Sequence[tuple[float, float]]
"""Latitude and longitude of each corner."""

_WIDTH, _OUTER, _STROKE = 0.42, 0.76, 0.11
"""Of the line, of it with its light edge, and of its arrows, as parts of the letter size."""
_ARROW_EVERY = 4.0
"""Letter sizes from one arrow to the next."""
_BARB, _SWEPT = 0.19, 2.4
"""Length of an arrow's barbs in letter sizes, and the radians that they turn back."""


def draw_tracks(tracks: Sequence[Track], canvas: Canvas, style: MapStyle) -> str:
    """All ways, the edges below the lines, the arrows on top; nothing without any."""
    lines = [canvas.project(numpy.array(track)[:, ::-1]) for track in tracks if len(track) > 1]
    if not lines:
        return ""
    d = "".join("M" + "L".join(f"{mm(x)} {mm(y)}" for x, y in line.tolist()) for line in lines)
    round_line = f'fill="none" stroke-linejoin="round" stroke-linecap="round" d="{d}"'
    size = style.label_mm
    arrows = "".join(_arrows(LineString(line), size) for line in lines)
    return (
        f'<path class="map-track-edge" stroke="{PAPER}" stroke-width="{mm(_OUTER * size)}" {round_line}/>'
        f'<path class="map-track" stroke="{style.accent}" stroke-width="{mm(_WIDTH * size)}" {round_line}/>'
        f'<path class="map-track-arrow" fill="none" stroke="{PAPER}" stroke-width="{mm(_STROKE * size)}" '
        f'd="{arrows}"/>'
    )


def _arrows(line: LineString, size: float) -> str:
    """Open arrowheads along a line, all pointing to its end."""
    count = max(1, round(line.length / (_ARROW_EVERY * size)))
    return "".join(_arrow(line, line.length * (number + 0.5) / count, size) for number in range(count))


def _arrow(line: LineString, along: float, size: float) -> str:
    before, here, beyond = (line.interpolate(along + step * size) for step in (-0.12, 0.06, 0.12))
    heading = atan2(beyond.y - before.y, beyond.x - before.x)
    barbs = [
        f"{mm(here.x + _BARB * size * cos(heading + turn))} {mm(here.y + _BARB * size * sin(heading + turn))}"
        for turn in (_SWEPT, -_SWEPT)
    ]
    return f"M{barbs[0]}L{mm(here.x)} {mm(here.y)}L{barbs[1]}"
