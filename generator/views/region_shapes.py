"""What the pages of a region show; their templates know nothing else."""

from dataclasses import dataclass

from generator.views.findables import Findable
from generator.views.finding_shapes import FacetView, SoughtView
from generator.views.shapes import ContactView, FunctionView, Said


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
    within: str
    """Id of its neighbourhood."""
    themes: tuple[str, ...]
    """Ids of its themes in the region; never empty."""


@dataclass(frozen=True)
class RegionPartView:
    """A tile that leads to a list: a neighbourhood, a theme, or what they have in common."""

    href: str
    name: Said
    count: int


@dataclass(frozen=True)
class RegionListView:
    """A page with records, or with its parts where these are too many for a cheap phone."""

    path: str
    name: Said
    within: Said | None
    """The list of which it is a part."""
    back: str
    """The page above it."""
    kind: str
    """neighbourhoods or offers: what the navigation marks."""
    date: str
    """ "Zoals op 23 november 2026."; empty for more than one neighbourhood."""
    site: str
    """The website of the neighbourhood; empty for more than one."""
    facets: tuple[FacetView, ...]
    records: tuple[RegionRecordView, ...]
    """By neighbourhood, in the order of region.yaml, then by name."""
    parts: tuple[RegionPartView, ...]
    total: int


@dataclass(frozen=True)
class RegionNeighbourhoodView:
    id: str
    name: Said
    href: str


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
class MarkView:
    """A place, or several that cannot be told apart, at some zooms of the map."""

    x: float
    y: float
    count: int
    pin: PinView | None
    """The place, if it is one."""
    since: int
    """The zoom from which on it is seen."""
    until: int
    """The zoom from which on it is seen no more; 0: it is seen however close one looks."""


@dataclass(frozen=True)
class FrameView:
    """A neighbourhood's piece of the map, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float
    name: Said


@dataclass(frozen=True)
class RegionMapView:
    """Places without streets: a region has no map data of its own."""

    width: float
    height: float
    pins: tuple[PinView, ...]
    marks: tuple[MarkView, ...]
    frames: tuple[FrameView, ...]


@dataclass(frozen=True)
class RegionView:
    """The whole region in one language."""

    language: str
    direction: str
    name: str
    ask: str
    fallback: ContactView
    """Nobody: each neighbourhood has somebody of its own."""
    neighbourhoods: tuple[RegionNeighbourhoodView, ...]
    neighbourhood_tiles: tuple[RegionPartView, ...]
    theme_tiles: tuple[RegionPartView, ...]
    lists: tuple[RegionListView, ...]
    """Every page with records."""
    findables: tuple[Findable, ...]
    """All that the search knows."""
    map: RegionMapView
    total: int
    languages: tuple[tuple[str, str], ...]
    """Code and own name of each language."""
