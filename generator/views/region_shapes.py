"""What the pages of a region show; their templates know nothing else."""

from dataclasses import dataclass

from generator.views.finding_shapes import FacetView, SoughtView
from generator.views.shapes import FunctionView, Said


@dataclass(frozen=True)
class RegionRecordView:
    """An offer or an organisation of one of the neighbourhoods; all else stands on its own page there."""

    name: Said
    summary: Said
    href: str
    """Its page, on the website of its neighbourhood."""
    function: FunctionView | None
    """None for an organisation."""
    when: str
    where: str
    neighbourhood: Said
    sought: SoughtView
    words: str
    """All by which it is found, in small letters."""


@dataclass(frozen=True)
class RegionNeighbourhoodView:
    id: str
    name: Said
    href: str
    date: str
    """ "Zoals op 23 november 2026."."""
    records: tuple[RegionRecordView, ...]


@dataclass(frozen=True)
class PinView:
    """A place on the plain map, in the units of the drawing."""

    x: float
    y: float
    name: str
    href: str
    neighbourhood: int
    """Its number in the list, from 1."""


@dataclass(frozen=True)
class RegionMapView:
    """Places without streets: a region has no map data of its own."""

    width: int
    height: int
    pins: tuple[PinView, ...]
    frames: tuple[tuple[float, float, float, float, int], ...]
    """Each neighbourhood's piece of the map: x, y, width, height, number."""


@dataclass(frozen=True)
class RegionView:
    """The whole region in one language."""

    language: str
    direction: str
    name: str
    neighbourhoods: tuple[RegionNeighbourhoodView, ...]
    facets: tuple[FacetView, ...]
    map: RegionMapView
    total: int
    languages: tuple[tuple[str, str], ...]
    """Code and own name of each language."""
