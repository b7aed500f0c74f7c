"""Ways on foot along real streets, and the landmarks that people start from.

Found on the map data by the cartographers; the views only know what is said here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from generator.model.fields import Coordinates

LandmarkKind = Literal["station", "bus_stop"]
"""The `class` of a landmark on the map from which people walk on (OpenStreetMap's own words)."""
LANDMARK_KINDS: tuple[LandmarkKind, ...] = get_args(LandmarkKind)


@dataclass(frozen=True)
class Stretch:
    """A part of a way that keeps to one street; `street` is empty where it has no name."""

    street: str
    metres: float


@dataclass(frozen=True)
class Way:
    """The shortest way on foot, from the street at its start to the street at its end."""

    points: tuple[Coordinates, ...]
    stretches: tuple[Stretch, ...]

    @property
    def metres(self) -> float:
        return sum(stretch.metres for stretch in self.stretches)

    @property
    def streets(self) -> tuple[str, ...]:
        """The names of the streets in the order walked, each once in a row."""
        named = [stretch.street for stretch in self.stretches if stretch.street]
        return tuple(name for at, name in enumerate(named) if at == 0 or named[at - 1] != name)


@dataclass(frozen=True)
class Doorstep:
    """Where one sets out or arrives: a point, and the street that it is reached from, if that is known.

    A deep plot can lie nearer to the street behind it.
    """

    point: Coordinates
    street: str = ""


@dataclass(frozen=True)
class Landmark:
    """A point of the map that people know by name."""

    kind: LandmarkKind
    name: str
    point: Coordinates


FindWay = Callable[[Doorstep, Doorstep], Way | None]
"""From here to there; None where no street is near or no way is known."""


@dataclass(frozen=True)
class Surroundings:
    """What the map knows around the places."""

    find_way: FindWay
    landmarks: tuple[Landmark, ...] = ()

    def nearest(self, kind: LandmarkKind, door: Doorstep) -> tuple[Landmark, Way] | None:
        """The landmark of that kind from which the walk to the door is shortest, and the walk."""
        found = list(self._ways_from(kind, door))
        return min(found, key=lambda pair: (pair[1].metres, pair[0].name), default=None)

    def _ways_from(self, kind: LandmarkKind, door: Doorstep) -> Iterator[tuple[Landmark, Way]]:
        for landmark in self.landmarks:
            way = self.find_way(Doorstep(landmark.point), door) if landmark.kind == kind else None
            if way:
                yield landmark, way


NOTHING_AROUND = Surroundings(lambda start, end: None)
"""Of a neighbourhood without map data: no way is known, so none is claimed."""
