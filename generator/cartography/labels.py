"""Names on the map: along the streets and the river, in the parks, never over each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import atan2, degrees, dist, inf, pi

import numpy
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from generator.cartography.geodata import Box
from generator.cartography.lettering import text_width
from generator.cartography.room import Circle, Room, circles_along

Line = NDArray[numpy.float64]
"""Rows of x and y, in mm."""

_STEP = 0.8
"""mm between the points at which a street's course is judged."""
_STRAIGHT = 0.2
"""A stretch that strays less than this part of the letter size is set straight."""
_SHARPEST_TURN = 0.38
"""Radians that a name may turn over the length of one letter size; letters collide beyond."""
_STRAY = 0.6
"""The smooth curve of a name may stray this part of the letter size from its street."""
_LARGEST_TURN = 1.3
"""Radians that a whole name may turn."""
_OVERHANG = 1.3
"""A name may be this much longer than its street."""
_MOST_PIECES = 16
"""Stretches that are tried on one line; more would cost time and look the same."""


@dataclass(frozen=True)
class Lettering:
    """A name to be placed: `kind` is its class in the drawing, `size` in mm."""

    text: str
    kind: str
    size: float
    lines: tuple[LineString, ...]
    """Along which it may run; the longest first."""
    repeat: float = 0
    """mm after which the name may stand again; 0 for once only."""


@dataclass(frozen=True)
class Label:
    """A placed name: straight (two points) or along a curve; the points run through its middle."""

    text: str
    kind: str
    size: float
    points: tuple[tuple[float, float], ...]
    zoom: float = 1.0
    """On screen: shown from this zoom on."""
    until: float = inf
    """On screen: from this zoom on a pin stands in its way."""

    @property
    def is_straight(self) -> bool:
        return len(self.points) == 2

    @cached_property
    def middle(self) -> tuple[float, float]:
        (x, y) = shapely.get_coordinates(LineString(self.points).interpolate(0.5, normalized=True))[0]
        return float(x), float(y)

    @property
    def angle(self) -> float:
        """Degrees clockwise, of the straight line from start to end."""
        (x1, y1), (x2, y2) = self.points[0], self.points[-1]
        return degrees(atan2(y2 - y1, x2 - x1))

    def circles(self, shrunk: float = 1.0) -> list[Circle]:
        """The room it takes, when it is set that many times smaller around its middle."""
        x0, y0 = self.middle
        points = [(x0 + (x - x0) / shrunk, y0 + (y - y0) / shrunk) for x, y in self.points]
        return circles_along(points, self.size / shrunk * 0.56)


def place_labels(
    letterings: Iterable[Lettering], room: Room, box: Box, zoom: float = 1.0, taken: Iterable[Label] = ()
) -> list[Label]:
    """Each name where it reads best and covers nothing; a name without room is left out.

    Names come in order of importance. `taken` holds labels that stand already, so that
    the same name is not set again beside them.
    """
    placed: list[Label] = []
    stands: defaultdict[str, list[Label]] = defaultdict(list)
    for label in taken:
        stands[label.text].append(label)
    for lettering in letterings:
        others = stands[lettering.text]
        if others and not lettering.repeat:
            continue
        size = lettering.size / zoom
        candidates = sorted(_candidates(lettering, size), key=lambda candidate: candidate[0])
        for _, points in candidates:
            label = Label(lettering.text, lettering.kind, size, points, zoom)
            if any(dist(label.middle, other.middle) < lettering.repeat / zoom for other in others):
                continue
            circles = label.circles()
            if all(_inside(circle, box) for circle in circles) and room.is_free(circles):
                room.take(circles)
                placed.append(label)
                others.append(label)
                if not lettering.repeat:
                    break
    return placed


def _inside(circle: Circle, box: Box) -> bool:
    x, y, radius = circle
    left, top, right, bottom = box
    return left + radius <= x <= right - radius and top + radius <= y <= bottom - radius


def _candidates(lettering: Lettering, size: float) -> Iterator[tuple[float, tuple[tuple[float, float], ...]]]:
    """Stretches of the lines that the name fits on, each with its penalty.

    A name stands on its street from end to end, straight or curved; where no stretch is
    long enough it may reach a little beyond a shorter, straight one.
    """
    width = text_width(lettering.text, size) + size * 0.2
    longest = max((line.length for line in lettering.lines), default=0)
    for line in lettering.lines:
        course = _course(line)
        shorter = 4 * (1 - line.length / longest)
        for reach, penalty in ((width, 0.0), (width / _OVERHANG, 6.0)):
            for piece, off_centre in _pieces(course, reach / line.length):
                if stretch := _straight(piece, width, size):
                    yield penalty + shorter + off_centre + _slope(stretch), stretch
                elif not penalty and (stretch := _curved(piece, size)):
                    yield 2 + shorter + off_centre + _slope(stretch), stretch


def _pieces(course: Line, share: float) -> Iterator[tuple[Line, float]]:
    """Stretches of that share of a course, and how far each is off its centre (0 to 0.5)."""
    if share > 1:
        return
    steps = round(share * (len(course) - 1))
    stride = max(1, steps // 8, (len(course) - steps) // _MOST_PIECES)
    for start in range(0, len(course) - steps, stride):
        off_centre = abs((start + steps / 2) / (len(course) - 1) - 0.5)
        yield course[start : start + steps + 1], off_centre


def _course(line: LineString) -> Line:
    """Points at even steps along the line, a little smoothed."""
    count = max(2, round(line.length / _STEP)) + 1
    points = shapely.get_coordinates(
        shapely.line_interpolate_point(line, numpy.linspace(0, 1, count), normalized=True)
    )
    if count > 4:
        points[1:-1] = (points[:-2] + points[1:-1] + points[2:]) / 3
    return points


def _straight(piece: Line, width: float, size: float) -> tuple[tuple[float, float], ...] | None:
    """Start and end of a straight name on this stretch, if the stretch is straight."""
    start, end = piece[0], piece[-1]
    along = end - start
    length = float(numpy.hypot(*along))
    if length < 0.5:
        return None
    along = along / length
    offsets = piece - start
    if float(numpy.abs(offsets[:, 0] * along[1] - offsets[:, 1] * along[0]).max()) > _STRAIGHT * size:
        return None
    middle = (start + end) / 2
    if _leads_back(along):
        along = -along
    first, last = (middle - along * width / 2).tolist(), (middle + along * width / 2).tolist()
    return ((first[0], first[1]), (last[0], last[1]))


def _curved(piece: Line, size: float) -> tuple[tuple[float, float], ...] | None:
    """A smooth curve close to the stretch, running to the right, if no letter has to turn sharply."""
    if _leads_back(piece[-1] - piece[0]):
        piece = piece[::-1]
    if len(piece) < 6:
        return None
    curve = _smoothing(len(piece)) @ piece
    if float(numpy.hypot(*(curve - piece).T).max()) > _STRAY * size:
        return None
    steps = numpy.diff(curve, axis=0)
    lengths = numpy.hypot(steps[:, 0], steps[:, 1])
    headings = numpy.unwrap(numpy.arctan2(steps[:, 1], steps[:, 0]))
    if float(numpy.ptp(headings)) > _LARGEST_TURN:
        return None
    turns = numpy.abs(numpy.diff(headings)) / numpy.maximum(lengths[1:], 1e-6) * size
    if float(turns.max()) > _SHARPEST_TURN:
        return None
    return tuple((x, y) for x, y in curve.tolist())


@lru_cache(maxsize=256)
def _smoothing(count: int) -> Line:
    """The matrix that turns so many points into those of the nearest cubic curve."""
    bends = numpy.vander(numpy.linspace(-1, 1, count), 4)
    smoothing: Line = bends @ numpy.linalg.pinv(bends)
    return smoothing


def _leads_back(along: Line) -> bool:
    """Whether a text in this direction would stand on its head; straight up is read upwards."""
    x, y = float(along[0]), float(along[1])
    return x < -1e-6 or (abs(x) <= 1e-6 and y > 0)


def _slope(points: tuple[tuple[float, float], ...]) -> float:
    """A small penalty for steep names: 0 flat, 0.6 upright."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    return abs(atan2(y2 - y1, x2 - x1)) / (pi / 2) * 0.6
