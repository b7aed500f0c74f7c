"""From degrees to millimetres on the drawing, and from geometries to SVG paths."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

import numpy
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from generator.cartography.geodata import Box, Feature, Geodata
from generator.cartography.style import MapStyle
from generator.model.geo import MapFrame, metres_per_degree

_OVERDRAW_MM = 2.5
"""Lines are drawn on past the edge, so that their round ends do not show."""
_UNITS = 25
"""Paths are in whole parts of a mm, of 1/25 each: shorter than decimals, and finer than a printer's dot."""


@dataclass(frozen=True)
class Canvas:
    """The drawing: where the frame lies on it, and at which scale (1:scale)."""

    frame: MapFrame
    scale: float
    margin: float
    """mm around the map for the letters of the grid."""
    tolerance: float
    """Corners closer to the line than this many mm are left out."""

    @property
    def map_width(self) -> float:
        return self.frame.width * 1000 / self.scale

    @property
    def map_height(self) -> float:
        return self.frame.height * 1000 / self.scale

    @property
    def width(self) -> float:
        """mm of the whole drawing, margins included."""
        return self.map_width + 2 * self.margin

    @property
    def height(self) -> float:
        return self.map_height + 2 * self.margin

    @property
    def box(self) -> Box:
        """Left, top, right and bottom of the map in mm."""
        return self.margin, self.margin, self.margin + self.map_width, self.margin + self.map_height

    def project(self, degrees: NDArray[numpy.float64]) -> NDArray[numpy.float64]:
        """Rows of longitude and latitude -> rows of mm from the left and from the top."""
        corner, opposite = self.frame.south_west, self.frame.north_east
        east, north = metres_per_degree((corner.lat + opposite.lat) / 2)
        factor = 1000 / self.scale
        left = self.margin + (degrees[:, 0] - corner.lon) * east * factor
        top = self.margin + (opposite.lat - degrees[:, 1]) * north * factor
        return numpy.column_stack([left, top])

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies on the drawing, in mm."""
        left, top = self.project(numpy.array([[lon, lat]]))[0].tolist()
        return left, top

    def features(self, geodata: Geodata, layer: str) -> Iterator[Feature]:
        """The features of a layer that are seen, in mm, with a little overdraw."""
        south_west, north_east = self.frame.south_west, self.frame.north_east
        left, top, right, bottom = self.box
        drawing = (
            left - _OVERDRAW_MM,
            top - _OVERDRAW_MM,
            right + _OVERDRAW_MM,
            bottom + _OVERDRAW_MM,
        )
        degrees = (south_west.lon, south_west.lat, north_east.lon, north_east.lat)
        return geodata.layer(layer).within(degrees, drawing, self.project)

    def path(self, geometries: Iterable[BaseGeometry]) -> str:
        """One path for all of them, for inside a group scaled by 1/100; points leave no trace."""
        steps: list[str] = []
        for geometry in geometries:
            for part in lines_and_polygons(geometry):
                simple = shapely.simplify(part, self.tolerance)
                if isinstance(simple, Polygon):
                    for ring in (simple.exterior, *simple.interiors):
                        steps.append(_run(shapely.get_coordinates(ring)[:-1], closed=True))
                else:
                    steps.append(_run(shapely.get_coordinates(simple), closed=False))
        return "".join(steps)


def canvas_for(frame: MapFrame, style: MapStyle) -> Canvas:
    """The largest drawing of the frame that the sheet has room for."""
    margin = style.margin_mm
    across = frame.width * 1000 / (style.width_mm - 2 * margin)
    down = frame.height * 1000 / (style.height_mm - 2 * margin)
    tolerance = 0.04 if style.medium == "paper" else 0.12
    return Canvas(frame, max(across, down), margin, tolerance)


def lines_and_polygons(geometry: BaseGeometry) -> Iterator[LineString | Polygon]:
    """The single lines and polygons in a geometry, in order; points fall away."""
    if isinstance(geometry, LineString | Polygon):
        yield geometry
    elif hasattr(geometry, "geoms"):
        for part in geometry.geoms:
            yield from lines_and_polygons(part)


def _run(points: NDArray[numpy.float64], closed: bool) -> str:
    """A line as relative steps in whole parts; what is too small to see falls away."""
    whole = numpy.rint(points * _UNITS).astype(int)
    steps = numpy.diff(whole, axis=0)
    kept = steps[(steps != 0).any(axis=1)].tolist()
    if len(kept) < (2 if closed else 1):
        return ""
    start_x, start_y = whole[0].tolist()
    moves = " ".join(f"{x} {y}" for x, y in kept).replace(" -", "-")
    return f"M{start_x} {start_y}l{moves}{'z' if closed else ''}"


def scaled_group(content: str) -> str:
    """A group for paths in parts of a mm."""
    return f'<g transform="scale({1 / _UNITS})">{content}</g>'


def in_units(length_mm: float) -> str:
    """A width for use inside a scaled group."""
    return f"{round(length_mm * _UNITS, 1):g}"


def mm(length: float) -> str:
    """A length with two decimals at most: "2.5", "0", "-3.25"."""
    text = f"{length:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attribute(text: str) -> str:
    """Text made safe for between double quotes or tags."""
    return escape(text, quote=True)
