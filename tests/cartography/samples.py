"""An invented village of eight streets, a river, a park and a railway, at sea where nobody lives."""

import json
from typing import Any

from generator.model.fields import Coordinates
from generator.model.geo import MapFrame

WEST, SOUTH = 2.5, 51.6
FRAME = MapFrame(Coordinates(SOUTH, WEST), Coordinates(SOUTH + 0.009, WEST + 0.02), 6, 4)


def feature(kind: str, coordinates: Any, **properties: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _line(*points: tuple[float, float], **properties: str) -> dict[str, Any]:
    """A line through points that are given in thousandths of a degree from the corner."""
    return feature("LineString", [[WEST + x / 1000, SOUTH + y / 1000] for x, y in points], **properties)


def _block(x: float, y: float, side: float, **properties: str) -> dict[str, Any]:
    ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    return feature("Polygon", [[[WEST + a / 1000, SOUTH + b / 1000] for a, b in ring]], **properties)


STREETS = [
    _line((-1, 5), (21, 5), name="Verzonnen Steenweg", **{"class": "primary"}),
    _line((5, -1), (5, 10), name="Nergensstraat", **{"class": "minor"}),
    _line((10, -1), (10, 10), name="Dwaallichtstraat", **{"class": "minor"}),
    _line((15, -1), (15, 10), name="Luchtkasteelstraat", **{"class": "tertiary"}),
    _line((5, 2), (15, 2), name="Zeemeerminlaan", **{"class": "minor"}),
    _line((5, 8), (10, 8.2), (15, 8), name="Spookschipweg", **{"class": "minor"}),
    _line(
        (15.5, 2.6),
        (16.4, 2.4),
        (17.3, 2.5),
        (18.2, 2.9),
        (18.9, 3.6),
        name="Slingerende Bochtenlaan",
        **{"class": "path"},
    ),
    _line((1, 1), (1.2, 1), name="Veeltelangenaamsteegje", **{"class": "service"}),
]


def layer(*features: dict[str, Any]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


FILES = {
    "streets.geojson": layer(*STREETS),
    "street-names.geojson": layer(*STREETS),
    "water.geojson": layer(_block(0, 0, 3)),
    "waterway.geojson": layer(_line((0, 3), (4, 4), (20, 3.6), name="Nepbeek", **{"class": "river"})),
    "green.geojson": layer(_block(11, 6, 1.5, name="Droompark", **{"class": "park"})),
    "buildings.geojson": layer(_block(6, 6, 0.4), _block(7, 6, 0.4)),
    "rail.geojson": layer(_line((0, 9), (20, 1), **{"class": "rail"})),
}
