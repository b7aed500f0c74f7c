"""Which street one is on: the name of the line that runs along, close by."""

from math import cos, radians

import numpy
import shapely

from generator.cartography.geodata import Layer
from generator.cartography.walking_net import Spot, straight_lines

_BESIDE_M = 12.0
"""A pavement or cycle path that is drawn apart lies no further than this from its street."""
_ALONG = cos(radians(30))
"""A line that turns away by more than this is a side street."""


def plain_name(street: str) -> str:
    """Without what people spell in different ways: "Twee Bruggenstraat" is "Twee-Bruggenstraat"."""
    return "".join(character for character in street.casefold() if character.isalnum())


class StreetNames:
    """The names of a neighbourhood's streets, findable by where one walks.

    `factors` are the metres in a degree of longitude and of latitude, as in the net.
    """

    def __init__(self, layer: Layer, factors: tuple[float, float]) -> None:
        self._names: list[str] = []
        runs = []
        for properties, geometry in zip(layer.properties, layer.geometries, strict=True):
            for part in getattr(geometry, "geoms", (geometry,)):
                points = shapely.get_coordinates(part) * factors
                pairs = numpy.stack([points[:-1], points[1:]], axis=1)
                runs.append(pairs)
                self._names += [properties.get("name", "")] * len(pairs)
        self._pairs = numpy.concatenate(runs) if runs else numpy.empty((0, 2, 2))
        self._lines = straight_lines(self._pairs) if runs else []
        self._tree = shapely.STRtree(self._lines)
        self._known: dict[tuple[Spot, Spot], str] = {}

    def at(self, start: Spot, end: Spot) -> str:
        """The name of the street that the straight line from start to end follows; empty if none does."""
        step = (start, end)
        if step not in self._known:
            self._known[step] = self._look_up(start, end)
        return self._known[step]

    def _look_up(self, start: Spot, end: Spot) -> str:
        along = numpy.subtract(end, start)
        length = numpy.hypot(*along)
        if not length:
            return ""
        middle = shapely.Point((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        near = numpy.sort(self._tree.query(middle, predicate="dwithin", distance=_BESIDE_M))
        course = self._pairs[near, 1] - self._pairs[near, 0]
        lengths = numpy.hypot(course[:, 0], course[:, 1])
        parallel = numpy.abs(course @ along) >= _ALONG * length * lengths
        found = near[parallel & (lengths > 0)].tolist()
        closest = min(found, key=lambda at: self._lines[at].distance(middle), default=None)
        return "" if closest is None else self._names[closest]
