"""How the map looks: sizes, colours and widths, on paper and on screen alike.

Colours stay light and warm, so that ink-coloured pins and names stand out, also on a
grey copy. On screen each thing has a class besides its colour, for the dark scheme.
"""

from dataclasses import dataclass, replace
from typing import Literal

INK = "#22201C"
PAPER = "#FFFCF5"
FONT = "Atkinson Hyperlegible Next"
HIDDEN = ' display="none"'
"""On what the script shows at another zoom."""


@dataclass(frozen=True)
class Pin:
    """A numbered place; `label` is its name, `href` its page (on screen)."""

    number: int
    lat: float
    lon: float
    label: str
    href: str = ""
    highlighted: bool = False


@dataclass(frozen=True)
class MapStyle:
    """The sheet that a map is drawn for; the drawing is at most this large and keeps its shape."""

    width_mm: float
    height_mm: float
    medium: Literal["paper", "web"] = "paper"
    grid: bool = True
    """Lines, and letters and numbers in a margin around the map."""
    scale_bar: bool = True
    north_arrow: bool = True
    label_mm: float = 2.7
    """Size of the street names; 2.5 mm is 7 pt, the least on paper."""
    repeat_mm: float = 85
    """A long street is named again after this many mm."""
    pin_mm: float = 6.0
    """Diameter of a pin."""
    zooms: tuple[float, ...] = (1.0,)
    """On screen: from each of these zooms on more names, and pins closer to their place; names
    and pins keep their size for the eye. 1 is the size at which the drawing is made."""
    accent: str = INK
    """Colour of the highlighted pin, such as the colour of the flyer's function."""
    id_prefix: str = "map"
    """Start of every id in the drawing; two drawings on one page need two prefixes."""

    @property
    def margin_mm(self) -> float:
        """Room around the map for the letters and numbers of the grid."""
        return 1.9 * self.label_mm if self.grid else 0.0


A3_SHEET = MapStyle(292, 208, label_mm=2.8, pin_mm=7)
A4_SHEET = MapStyle(175, 225, label_mm=2.5, pin_mm=6)
A5_SHEET = MapStyle(124, 148, label_mm=2.5, pin_mm=5.5)
A6_PANEL = MapStyle(92, 110, grid=False, north_arrow=False, label_mm=2.5, pin_mm=5.5)
CUTOUT = MapStyle(62, 52, grid=False, north_arrow=False, label_mm=2.5, pin_mm=6.5)
WEB = MapStyle(
    320,
    240,
    medium="web",
    label_mm=4,
    repeat_mm=55,
    pin_mm=9.4,
    zooms=(0.3, 0.5, 0.7, 0.85, 1, 1.5, 2.2, 3.4),
)
ROUTE = replace(
    WEB, width_mm=150, height_mm=120, grid=False, scale_bar=False, id_prefix="route", zooms=WEB.zooms[2:]
)
"""Ready-made sheets; `dataclasses.replace` makes variants."""


@dataclass(frozen=True)
class Area:
    """A filled surface: the class of the feature -> its colour."""

    name: str
    fill: str


# Also in grey: land, green, buildings and water are each darker than the one before.
LAND = Area("land", "#F7F2E7")
WATER = Area("water", "#9CC3DD")
BUILDING = Area("building", "#D8CCB8")
AREAS = {
    ("landuse", "industrial"): Area("industrial", "#EFE9E1"),
    ("landuse", "school"): Area("school", "#F5E8D2"),
    ("landuse", "cemetery"): Area("cemetery", "#DFE5D0"),
    ("landuse", "playground"): Area("pitch", "#DCE7C8"),
    ("landuse", "pitch"): Area("pitch", "#DCE7C8"),
    ("green", "farmland"): Area("farmland", "#F3EEDC"),
    ("green", "meadow"): Area("grass", "#E8ECD4"),
    ("green", "grass"): Area("grass", "#E8ECD4"),
    ("green", "wood"): Area("wood", "#D3E1BF"),
    ("green", "park"): Area("park", "#D3E7BE"),
}


@dataclass(frozen=True)
class Road:
    """A kind of street: metres in the world, and the least and most mm on the drawing."""

    name: str
    metres: float
    least_mm: float
    most_mm: float
    fill: str
    casing: str = ""
    dash: tuple[float, float] | None = None
    importance: int = 0
    """Names of important streets are placed first."""

    def width(self, scale: float) -> float:
        """mm on a drawing at 1:scale."""
        return min(self.most_mm, max(self.least_mm, self.metres * 1000 / scale))


MAJOR = Road("major", 13, 1.3, 3.4, "#F9DFA6", "#BE9749", importance=5)
MIDDLE = Road("middle", 10.5, 1.1, 2.9, "#FDF1CF", "#C4B084", importance=4)
MINOR = Road("minor", 7.5, 0.8, 2.3, "#FFFFFF", "#CBC0AE", importance=3)
SQUARE = Road("square", 6.5, 0.8, 2.1, "#FBF3EA", "#CBC0AE", importance=3)
SERVICE = Road("service", 3.5, 0.45, 1.2, "#FFFFFF", "#D6CDBE", importance=1)
ALLEY = Road("alley", 2.5, 0.3, 0.8, "#FFFFFF", importance=0)
CYCLE = Road("cycle", 2.5, 0.4, 0.8, "#8C7A55", dash=(1.7, 0.7), importance=1)
PATH = Road("path", 1.6, 0.28, 0.5, "#B09C80", dash=(0.8, 0.6), importance=0)

ROADS_BOTTOM_UP = (PATH, ALLEY, SERVICE, SQUARE, MINOR, MIDDLE, MAJOR, CYCLE)


def road_of(street_class: str, subclass: str = "") -> Road:
    """The kind of street of a `class` and `subclass` of the OpenMapTiles schema."""
    if subclass == "cycleway":
        return CYCLE
    if subclass in ("driveway", "parking_aisle"):
        return ALLEY
    match street_class:
        case "motorway" | "trunk" | "primary" | "secondary":
            return MAJOR
        case "tertiary":
            return MIDDLE
        case "minor" | "busway":
            return MINOR
        case "pedestrian":
            return SQUARE
        case "service":
            return SERVICE
        case _:
            return PATH
