"""What is taken on the drawing, so that no name covers another name or a pin.

Everything is a row of circles; a hash of squares finds the near ones quickly.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil, floor, hypot

Circle = tuple[float, float, float]
"""x, y and radius, in mm."""

_SQUARE = 4.0


@dataclass
class Room:
    """The free room on a drawing."""

    _squares: defaultdict[tuple[int, int], list[Circle]] = field(default_factory=lambda: defaultdict(list))

    def is_free(self, circles: Iterable[Circle]) -> bool:
        """Whether none of the circles touches what is taken."""
        return not any(self._touches(circle) for circle in circles)

    def take(self, circles: Iterable[Circle]) -> None:
        for circle in circles:
            for square in _squares_of(circle):
                self._squares[square].append(circle)

    def _touches(self, circle: Circle) -> bool:
        x, y, radius = circle
        for square in _squares_of(circle):
            for other_x, other_y, other_radius in self._squares.get(square, ()):
                if hypot(x - other_x, y - other_y) < radius + other_radius:
                    return True
        return False


def _squares_of(circle: Circle) -> Iterable[tuple[int, int]]:
    x, y, radius = circle
    for column in range(floor((x - radius) / _SQUARE), floor((x + radius) / _SQUARE) + 1):
        for row in range(floor((y - radius) / _SQUARE), floor((y + radius) / _SQUARE) + 1):
            yield column, row


def circles_along(points: Iterable[tuple[float, float]], radius: float) -> list[Circle]:
    """Circles close together along a line of points."""
    circles: list[Circle] = []
    before: tuple[float, float] | None = None
    for x, y in points:
        if before:
            length = hypot(x - before[0], y - before[1])
            steps = max(1, ceil(length / (radius * 0.9)))
            for step in range(1, steps):
                share = step / steps
                circles.append(
                    (before[0] + (x - before[0]) * share, before[1] + (y - before[1]) * share, radius)
                )
        circles.append((x, y, radius))
        before = (x, y)
    return circles


def circles_in(left: float, top: float, right: float, bottom: float) -> list[Circle]:
    """Circles that fill a rectangle."""
    radius = min(right - left, bottom - top) / 2
    rows = max(1, ceil((bottom - top) / (2 * radius) - 1e-9))
    circles: list[Circle] = []
    for row in range(rows):
        y = top + radius if rows == 1 else top + radius + (bottom - top - 2 * radius) * row / (rows - 1)
        circles += circles_along([(left + radius, y), (right - radius, y)], radius)
    return circles
