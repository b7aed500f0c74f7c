"""Where things lie on the map: a local projection in metres, and the cells of the grid.

Equirectangular around the middle of the frame: within a metre over a few kilometres,
which is less than the width of a line on paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import cos, hypot, radians
from string import ascii_uppercase

from generator.model.fields import Coordinates
from generator.model.records import MapArea

_CELL_METRES = 225
"""The size of a cell aimed at: two or three minutes on foot."""
_MOST_ROWS = 12
"""A bigger area gets bigger cells, so that the letters in the margin stay few."""


def metres_per_degree(lat: float) -> tuple[float, float]:
    """Length in metres of a degree of longitude and of latitude there (WGS 84 series)."""
    angle = radians(lat)
    east = 111412.84 * cos(angle) - 93.5 * cos(3 * angle) + 0.118 * cos(5 * angle)
    north = 111132.92 - 559.82 * cos(2 * angle) + 1.175 * cos(4 * angle)
    return east, north


def distance(a: Coordinates, b: Coordinates) -> float:
    """Metres between two points of the same neighbourhood, as the crow flies."""
    east, north = metres_per_degree((a.lat + b.lat) / 2)
    return hypot((b.lon - a.lon) * east, (b.lat - a.lat) * north)


@dataclass(frozen=True)
class MapFrame:
    """The rectangle that a map shows, and its grid: columns A, B, ... and rows 1, 2, ..."""

    south_west: Coordinates
    north_east: Coordinates
    columns: int
    rows: int

    @cached_property
    def _degree(self) -> tuple[float, float]:
        return metres_per_degree((self.south_west.lat + self.north_east.lat) / 2)

    def to_metres(self, lat: float, lon: float) -> tuple[float, float]:
        """Metres east and north of the south-west corner."""
        east, north = self._degree
        return (lon - self.south_west.lon) * east, (lat - self.south_west.lat) * north

    @property
    def width(self) -> float:
        """Metres from west to east."""
        return self.to_metres(self.south_west.lat, self.north_east.lon)[0]

    @property
    def height(self) -> float:
        """Metres from south to north."""
        return self.to_metres(self.north_east.lat, self.south_west.lon)[1]

    def contains(self, lat: float, lon: float) -> bool:
        x, y = self.to_metres(lat, lon)
        return 0 <= x <= self.width and 0 <= y <= self.height

    def cell(self, lat: float, lon: float) -> str | None:
        """The cell of the grid, such as "C4": C from the west, 4 from the north; None outside."""
        if not self.contains(lat, lon):
            return None
        x, y = self.to_metres(lat, lon)
        column = min(int(x / self.width * self.columns), self.columns - 1)
        row = min(int((self.height - y) / self.height * self.rows), self.rows - 1)
        return f"{ascii_uppercase[column]}{row + 1}"


def frame_of(map_area: MapArea) -> MapFrame:
    """The frame of a neighbourhood's map, with cells that are about square."""
    plain = MapFrame(map_area.south_west, map_area.north_east, 1, 1)
    longest = max(plain.width, plain.height)
    side = max(_CELL_METRES, longest / _MOST_ROWS)
    return MapFrame(
        plain.south_west,
        plain.north_east,
        max(1, round(plain.width / side)),
        max(1, round(plain.height / side)),
    )


def frame_around(points: Iterable[Coordinates], margin: float, widest: float, narrowest: float) -> MapFrame:
    """A frame without a grid around points, with so many metres to spare.

    It fills windows from so many times as wide as tall to so many times.
    """
    known = tuple(points)
    south, north = min(point.lat for point in known), max(point.lat for point in known)
    west, east = min(point.lon for point in known), max(point.lon for point in known)
    per_lon, per_lat = metres_per_degree((south + north) / 2)
    width, height = (east - west) * per_lon + 2 * margin, (north - south) * per_lat + 2 * margin
    half_lon = max(width, height * widest) / 2 / per_lon
    half_lat = max(height, width / narrowest) / 2 / per_lat
    lat, lon = (south + north) / 2, (west + east) / 2
    return MapFrame(
        Coordinates(lat - half_lat, lon - half_lon), Coordinates(lat + half_lat, lon + half_lon), 1, 1
    )
