"""The shortest way on foot between two points, and the streets that it follows.

Dijkstra's search on the standard library's heap: networkx does the same in Python, but its
import alone (0.3 s) takes longer than the net and all the ways of a neighbourhood.
"""

from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import groupby, pairwise
from math import hypot, inf

from shapely.geometry import Point

from generator.cartography.geodata import Geodata
from generator.cartography.street_names import StreetNames, plain_name
from generator.cartography.walking_net import Footing, Neighbours, Spot, WalkingNet, build_net
from generator.model.fields import Coordinates
from generator.model.ways import LANDMARK_KINDS, Doorstep, Landmark, Stretch, Surroundings, Way

_PASSING_M = 20.0
"""Who is on a street for so short only crosses it, and does not read its name."""
_OWN_STREET_M = 120.0
"""Of the addresses of Harelbeke 199 in 200 are nearer than this to their street."""


def surroundings(geodata: Geodata) -> Surroundings:
    """What the map knows around the places. The net is made when a way is first asked for."""
    layer = geodata.layer("landmarks")
    landmarks = tuple(
        Landmark(kind, properties.get("name", ""), Coordinates(point.y, point.x))
        for properties, point in zip(layer.properties, layer.geometries, strict=True)
        for kind in LANDMARK_KINDS
        if properties.get("class") == kind and isinstance(point, Point)
    )
    return Surroundings(_Walker(geodata).find, landmarks)


@dataclass(frozen=True)
class _Search:
    """All shortest ways from one spot: per point of the net the metres, and the point before it."""

    start: Footing
    metres: list[float]
    before: list[int | None]


class _Walker:
    """Finds ways; what was found is kept, for every language asks the same."""

    def __init__(self, geodata: Geodata) -> None:
        self._geodata = geodata
        self._searches: dict[Doorstep, _Search | None] = {}
        self._ways: dict[tuple[Doorstep, Doorstep], Way | None] = {}

    def find(self, start: Doorstep, end: Doorstep) -> Way | None:
        """The shortest way from door to door; None where no street is near, or no way leads there."""
        asked = start, end
        if asked not in self._ways:
            self._ways[asked] = self._find(start, end)
        return self._ways[asked]

    @cached_property
    def _net(self) -> WalkingNet:
        return build_net(self._geodata.layer("streets"))

    @cached_property
    def _names(self) -> StreetNames:
        return StreetNames(self._geodata.layer("street-names"), self._net.factors)

    def _find(self, start: Doorstep, end: Doorstep) -> Way | None:
        if start not in self._searches:
            footing = self._footing(start)
            self._searches[start] = _search(self._net.neighbours, footing) if footing else None
        search, goal = self._searches[start], self._footing(end)
        spots = _spots(search, goal, self._net) if search and goal else ()
        if not spots:
            return None
        points = tuple(self._net.coordinates(*spot) for spot in spots)
        return Way(points, _stretches(spots, self._names))

    def _footing(self, door: Doorstep) -> Footing | None:
        """The nearest spot on the door's own street, if that is near, else on any street."""

        def is_own(start: Spot, end: Spot) -> bool:
            return plain_name(self._names.at(start, end)) == plain_name(door.street)

        own = self._net.footing(door.point, _OWN_STREET_M, is_own) if door.street else None
        return own or self._net.footing(door.point)


def _search(neighbours: Neighbours, start: Footing) -> _Search:
    """Dijkstra's search from a spot on a segment."""
    metres = [inf] * len(neighbours)
    before: list[int | None] = [None] * len(neighbours)
    waiting: list[tuple[float, int]] = []
    for point, first in start.ends:
        metres[point] = first
        heappush(waiting, (first, point))
    while waiting:
        walked, point = heappop(waiting)
        if walked > metres[point]:
            continue
        for near, step in neighbours[point]:
            if walked + step < metres[near]:
                metres[near] = walked + step
                before[near] = point
                heappush(waiting, (walked + step, near))
    return _Search(start, metres, before)


def _spots(search: _Search, goal: Footing, net: WalkingNet) -> tuple[Spot, ...]:
    """Every spot of the shortest way, from footing to footing; none if no way leads there."""
    start = search.start
    if set(start.segment) == set(goal.segment):
        return start.spot, goal.spot
    metres, last = min((search.metres[point] + rest, point) for point, rest in goal.ends)
    if metres == inf:
        return ()
    passed: list[int] = []
    point: int | None = last
    while point is not None:
        passed.append(point)
        point = search.before[point]
    return start.spot, *(net.spot(point) for point in reversed(passed)), goal.spot


def _stretches(spots: tuple[Spot, ...], names: StreetNames) -> tuple[Stretch, ...]:
    """The way by street; what is only crossed counts with the street before or after it."""
    steps = [Stretch(names.at(a, b), hypot(b[0] - a[0], b[1] - a[1])) for a, b in pairwise(spots)]
    stretches = _together(steps)
    while len(stretches) > 1:
        shortest = min(range(len(stretches)), key=lambda at: stretches[at].metres)
        if stretches[shortest].metres >= _PASSING_M:
            break
        beside = [at for at in (shortest - 1, shortest + 1) if 0 <= at < len(stretches)]
        along = max(beside, key=lambda at: stretches[at].metres)
        stretches[shortest] = Stretch(stretches[along].street, stretches[shortest].metres)
        stretches = _together(stretches)
    return tuple(stretches)


def _together(steps: list[Stretch]) -> list[Stretch]:
    return [
        Stretch(street, sum(step.metres for step in run))
        for street, run in groupby(steps, key=lambda step: step.street)
    ]
