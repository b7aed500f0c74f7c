"""Reads a GPX file as the schema of GPX 1.1 describes it, with nothing of the program that wrote it."""

from dataclasses import dataclass
from xml.etree import ElementTree

_GPX = "{http://www.topografix.com/GPX/1/1}"
_CHILDREN = {
    "gpx": ("metadata", "wpt", "rte", "trk", "extensions"),
    "metadata": ("name", "desc", "author", "copyright", "link", "time", "keywords", "bounds", "extensions"),
    "copyright": ("year", "license"),
    "link": ("text", "type"),
    "wpt": ("ele", "time", "magvar", "geoidheight", "name", "cmt", "desc", "src", "link", "sym", "type"),
    "trk": ("name", "cmt", "desc", "src", "link", "number", "type", "extensions", "trkseg"),
    "trkseg": ("trkpt", "extensions"),
    "trkpt": ("ele", "time", "name", "cmt", "desc"),
}
"""What an element may hold, in the order that the schema demands (topografix.com/GPX/1/1/gpx.xsd)."""
_ATTRIBUTES = {
    "gpx": {"version", "creator"},
    "copyright": {"author"},
    "link": {"href"},
    "wpt": {"lat", "lon"},
    "trkpt": {"lat", "lon"},
}
"""What an element must say."""


@dataclass(frozen=True)
class Gpx:
    """Latitudes and longitudes; the waypoints with their names."""

    waypoints: tuple[tuple[str, float, float], ...]
    segments: tuple[tuple[tuple[float, float], ...], ...]


def read_gpx(data: bytes) -> Gpx:
    """The file; AssertionError where it breaks the schema."""
    root = ElementTree.fromstring(data)
    assert root.tag == f"{_GPX}gpx"
    assert root.get("version") == "1.1"
    for element in root.iter():
        _check(element)
    return Gpx(
        tuple((str(w.findtext(f"{_GPX}name")), *_spot(w)) for w in root.iter(f"{_GPX}wpt")),
        tuple(
            tuple(_spot(point) for point in segment.iter(f"{_GPX}trkpt"))
            for segment in root.iter(f"{_GPX}trkseg")
        ),
    )


def _check(element: ElementTree.Element) -> None:
    name = element.tag.removeprefix(_GPX)
    order = _CHILDREN.get(name, ())
    places = [order.index(child.tag.removeprefix(_GPX)) for child in element]
    assert places == sorted(places), f"the children of {name} stand in another order than the schema's"
    missing = _ATTRIBUTES.get(name, set()) - set(element.attrib)
    assert not missing, f"{name} lacks {missing}"


def _spot(element: ElementTree.Element) -> tuple[float, float]:
    lat, lon = float(element.attrib["lat"]), float(element.attrib["lon"])
    assert -90 <= lat <= 90
    assert -180 <= lon < 180
    return lat, lon
