"""The streets as a net to walk on: points, and the stretches between them, in metres.

Lines are joined where they share a point, as OpenStreetMap joins them: a street that passes
under a bridge shares none with it. An end that only just misses a line, because the extract
cuts and rounds, is joined to it all the same.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import hypot

import numpy
import shapely
from numpy.typing import NDArray

from generator.cartography.geodata import Layer
from generator.model.fields import Coordinates
from generator.model.geo import metres_per_degree

Points = NDArray[numpy.float64]
"""Rows of metres from west to east and from south to north."""
Spot = tuple[float, float]
"""Metres from west to east and from south to north."""
Segment = tuple[int, int]
"""Two points of the net that a straight stretch connects."""
Neighbours = tuple[tuple[tuple[int, float], ...], ...]
"""Per point: the points next to it and the metres to them."""

_ON_FOOT = frozenset(("primary", "secondary", "tertiary", "minor", "service", "pedestrian", "path", "track"))
"""Classes of the OpenMapTiles schema; motorways and trunk roads have no pavement."""
_PRIVATE = frozenset(("driveway",))
_TOUCH_M = 1.0
"""An end that is so close to a line was meant to be on it."""
_ISLAND_M = 250.0
"""A piece of the net that is shorter than this in all is a loose end in the data: nobody starts there."""
_WIDEST_GAP_M = 150.0
"""A place that is further from any street is not on this net."""


@dataclass(frozen=True)
class Footing:
    """Where a point meets the net: somewhere on a segment."""

    segment: Segment
    spot: Spot
    ends: tuple[tuple[int, float], tuple[int, float]]
    """Both points of the segment, and the metres to them."""


@dataclass(frozen=True, eq=False)
class WalkingNet:
    """A net of streets. `factors` are the metres in a degree of longitude and of latitude."""

    factors: tuple[float, float]
    points: Points
    neighbours: Neighbours
    segments: tuple[Segment, ...]
    """Where a way may start or end: at ground level, and on no island."""

    def footing(
        self,
        point: Coordinates,
        within: float = _WIDEST_GAP_M,
        fits: Callable[[Spot, Spot], bool] = lambda start, end: True,
    ) -> Footing | None:
        """The nearest spot on a segment that fits; None if there is none within so many metres."""
        here = shapely.Point(point.lon * self.factors[0], point.lat * self.factors[1])
        near = self._tree.query(here, predicate="dwithin", distance=within).tolist()
        for number in sorted(near, key=lambda number: (self._lines[number].distance(here), number)):
            one, other = self.segments[number]
            if fits(self.spot(one), self.spot(other)):
                line = self._lines[number]
                along = line.project(here)
                spot = line.interpolate(along)
                return Footing((one, other), (spot.x, spot.y), ((one, along), (other, line.length - along)))
        return None

    def spot(self, point: int) -> Spot:
        x, y = self.points[point].tolist()
        return x, y

    def coordinates(self, x: float, y: float) -> Coordinates:
        """Back to degrees, to a decimetre."""
        return Coordinates(round(y / self.factors[1], 6), round(x / self.factors[0], 6))

    @cached_property
    def _lines(self) -> list[shapely.LineString]:
        return straight_lines(self.points[numpy.array(self.segments)]) if self.segments else []

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._lines)


def straight_lines(pairs: NDArray[numpy.float64]) -> list[shapely.LineString]:
    """A line for each pair of points."""
    lines = shapely.linestrings(pairs)
    assert isinstance(lines, numpy.ndarray)
    made: list[shapely.LineString] = lines.tolist()
    return made


def build_net(streets: Layer) -> WalkingNet:
    """The net of the lines that people may walk on; empty without any."""
    lines = _lines_on_foot(streets)
    if not lines:
        return WalkingNet((1.0, 1.0), numpy.empty((0, 2)), (), ())
    degrees = numpy.vstack([line for line, _ in lines])
    unique, numbers = numpy.unique(degrees, axis=0, return_inverse=True)
    factors = metres_per_degree(float(numpy.median(unique[:, 1])))
    points = unique * factors
    chains = _chains(lines, numbers.ravel().tolist())
    pieces = _joined(chains, points)
    neighbours: list[list[tuple[int, float]]] = [[] for _ in range(len(points))]
    for one, other, _ in pieces:
        metres = _apart(points, one, other)
        neighbours[one].append((other, metres))
        neighbours[other].append((one, metres))
    net = tuple(map(tuple, neighbours))
    mainland = _mainland(net)
    ground = tuple((one, other) for one, other, level in pieces if level == "" and one in mainland)
    return WalkingNet(factors, points, net, ground)


def _lines_on_foot(streets: Layer) -> list[tuple[NDArray[numpy.float64], str]]:
    """Points in degrees of each line, and its level: bridge, tunnel or empty."""
    return [
        (shapely.get_coordinates(part), properties.get("brunnel", ""))
        for properties, geometry in zip(streets.properties, streets.geometries, strict=True)
        if properties.get("class") in _ON_FOOT and properties.get("subclass") not in _PRIVATE
        for part in getattr(geometry, "geoms", (geometry,))
        if part.geom_type == "LineString"
    ]


_Chain = tuple[tuple[int, ...], str]
"""A line as numbers of points, and its level."""
_Piece = tuple[int, int, str]
"""A segment and its level."""


def _chains(lines: list[tuple[NDArray[numpy.float64], str]], numbers: list[int]) -> list[_Chain]:
    chains: list[_Chain] = []
    start = 0
    for line, level in lines:
        run = numbers[start : start + len(line)]
        start += len(line)
        chains.append(((*run[:1], *(b for a, b in pairwise(run) if a != b)), level))
    return chains


def _joined(chains: list[_Chain], points: Points) -> list[_Piece]:
    """All segments; one that a loose end touches takes the way through that end."""
    pieces = [(a, b, level) for run, level in chains for a, b in pairwise(run)]
    uses = Counter(point for a, b, _ in pieces for point in (a, b))
    levels = {point: level for a, b, level in pieces for point in (a, b)}
    ends = frozenset(end for run, _ in chains for end in (run[0], run[-1]))
    lines = straight_lines(points[numpy.array([piece[:2] for piece in pieces])])
    tree = shapely.STRtree(lines)
    cuts: defaultdict[int, list[int]] = defaultdict(list)

    def meets(end: int, piece: _Piece) -> bool:
        """A bridge is met where it ends; below its middle the way goes on."""
        a, b, level = piece
        at_its_end = any(point in ends and _apart(points, point, end) <= _TOUCH_M for point in (a, b))
        return end not in (a, b) and (level == levels[end] or at_its_end)

    for end in sorted(point for point in ends if uses[point] == 1):
        spot = shapely.Point(points[end])
        near = tree.query(spot, predicate="dwithin", distance=_TOUCH_M).tolist()
        met = [
            (tree.geometries[number].distance(spot), number) for number in near if meets(end, pieces[number])
        ]
        if met:
            cuts[min(met)[1]].append(end)
    return [
        part for number, piece in enumerate(pieces) for part in _through(piece, cuts.get(number, ()), points)
    ]


def _through(piece: _Piece, ends: Iterable[int], points: Points) -> Iterator[_Piece]:
    """The segment by way of these points near it."""
    a, b, level = piece
    for one, other in pairwise((a, *sorted(ends, key=lambda end: _apart(points, a, end)), b)):
        yield one, other, level


def _apart(points: Points, one: int, other: int) -> float:
    return hypot(*(points[one] - points[other]))


def _mainland(neighbours: Neighbours) -> frozenset[int]:
    """The points of all connected pieces that are long enough to be no loose end of the data."""
    seen: set[int] = set()
    mainland: set[int] = set()
    for start in range(len(neighbours)):
        if start in seen:
            continue
        piece, waiting = {start}, [start]
        while waiting:
            for near, _ in neighbours[waiting.pop()]:
                if near not in piece:
                    piece.add(near)
                    waiting.append(near)
        seen |= piece
        if sum(metres for point in piece for _, metres in neighbours[point]) / 2 >= _ISLAND_M:
            mainland |= piece
    return frozenset(mainland)
