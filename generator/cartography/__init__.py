"""One map renderer for the A3 sheet, the binder, the flyer's cut-out and the web."""

from generator.cartography.addresses import AddressBook, read_addresses
from generator.cartography.geodata import Geodata, MapDataError, read_geodata
from generator.cartography.render import DrawnMap, render_alike, render_cutout, render_map, render_route
from generator.cartography.style import (
    A3_SHEET,
    A4_SHEET,
    A5_SHEET,
    A6_PANEL,
    CUTOUT,
    ROUTE,
    WEB,
    MapStyle,
    Pin,
)
from generator.cartography.walking import surroundings

__all__ = [
    "A3_SHEET",
    "A4_SHEET",
    "A5_SHEET",
    "A6_PANEL",
    "CUTOUT",
    "ROUTE",
    "WEB",
    "AddressBook",
    "DrawnMap",
    "Geodata",
    "MapDataError",
    "MapStyle",
    "Pin",
    "read_addresses",
    "read_geodata",
    "render_alike",
    "render_cutout",
    "render_map",
    "render_route",
    "surroundings",
]
