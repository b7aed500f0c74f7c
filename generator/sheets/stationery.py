"""What the sheets are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.keeping import Keep, make_anew
from generator.partners import CleanFile


@dataclass(frozen=True)
class Stationery:
    """Templates, fonts, pictures and texts; the build gathers them."""

    templates: str
    """Folder with the Typst templates."""
    fonts: str
    """Folder with the fonts (TTF)."""
    icons: Callable[[str], bytes]
    """Name of a pictogram -> its SVG."""
    map_a3: str
    map_a4: str
    map_a5: str
    map_a6: str
    """SVG of the whole neighbourhood, drawn for each of these sheets."""
    cutouts: Mapping[str, str]
    """Id of a place -> SVG of its surroundings; address of an offer -> SVG of its walk."""
    prose: Mapping[str, str]
    """Name of a content page ("welkom") -> its Markdown, front matter included."""
    today: date
    flyers: Mapping[str, CleanFile] = field(default_factory=dict)
    """Name of a partner's file -> its pages."""
    keep: Keep = make_anew
    """May give a sheet that was set before, of the same data with the same templates."""
