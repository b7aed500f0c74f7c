"""The shapes of what is done on foot: how to get somewhere, and a walk past places; as in `shapes`."""

from dataclasses import dataclass

from generator.views.small_shapes import Link, Said

Track = tuple[tuple[float, float], ...]
"""Latitude and longitude of each corner of a way."""


@dataclass(frozen=True)
class ReachView:
    """How far it is on foot from something that people know."""

    kind: str
    """station, bus_stop or house."""
    label: str
    """What comes before its name: "Trein:", "Bus:", "Te voet vanaf"."""
    start: Said
    """ "Station", the name of the stop, or of the meeting house."""
    text: str
    """ "6 minuten stappen (390 meter)"."""


@dataclass(frozen=True)
class StretchView:
    """A part of a leg that keeps to one street."""

    street: Said
    """Its name; empty where the map knows none."""
    distance: str
    """ "260 meter"."""


@dataclass(frozen=True)
class LegView:
    """From one stop to the next."""

    text: str
    """ "4 minuten stappen (260 meter)"."""
    stretches: tuple[StretchView, ...]
    track: Track


@dataclass(frozen=True)
class StopView:
    """A place that a walk leads past, and what one finds there."""

    place: Link
    number: int
    """The permanent number on its pin."""
    lat: float
    lon: float
    address: str
    summary: Said | None
    here: tuple[Link, ...]
    """Organisations and current offers there."""
    leg: LegView | None
    """How one gets here from the stop before; None at the start, or if no way is known."""


@dataclass(frozen=True)
class RouteView:
    """A walk past places, for whoever wants to do it alone or together."""

    stops: tuple[StopView, ...]
    """In the order walked; of a loop the last one is the first again."""
    loop: bool
    note: Said | None
    distance: str
    """ "1,9 kilometer"; empty if a part of the way is not known."""
    time: str
    """ "30 minuten", at an easy pace; empty likewise."""
