"""The map data of a neighbourhood: one GeoJSON file per layer, clipped to what is drawn.

The files follow the OpenMapTiles schema (`class`, `subclass`, `brunnel`, `name`), so an
extract of OpenStreetMap serves any neighbourhood. A layer that is not there is not drawn.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

import numpy
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

LAYERS = (
    "landuse",
    "green",
    "water",
    "waterway",
    "buildings",
    "rail",
    "streets",
    "street-names",
    "boundary",
    "landmarks",
)

Projection = Callable[[NDArray[numpy.float64]], NDArray[numpy.float64]]
"""Rows of longitude and latitude -> rows of x and y on the drawing, in mm."""
Box = tuple[float, float, float, float]
"""West, south, east, north or left, top, right, bottom."""


class MapDataError(ValueError):
    """A file with map data that cannot be read; `file` is its name."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


@dataclass(frozen=True)
class Feature:
    """A geometry on the drawing, in mm, and what is known about it."""

    properties: Mapping[str, str]
    geometry: BaseGeometry

    def __getitem__(self, key: str) -> str:
        return self.properties.get(key, "")


@dataclass(frozen=True, eq=False)
class Layer:
    """The features of one file, in degrees, findable by box."""

    properties: tuple[Mapping[str, str], ...]
    geometries: tuple[BaseGeometry, ...]

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.geometries)

    def within(self, degrees: Box, drawing: Box, project: Projection) -> Iterator[Feature]:
        """The features that touch the box in degrees, projected and clipped to the drawing."""
        found = numpy.sort(self._tree.query(shapely.box(*degrees)))
        if not len(found):
            return
        projected = shapely.transform(numpy.array(self.geometries, dtype=object)[found], project)
        clipped = shapely.clip_by_rect(projected, *drawing)
        for index, geometry in zip(found.tolist(), clipped.tolist(), strict=True):
            if not geometry.is_empty:
                yield Feature(self.properties[index], geometry)


_NOTHING = Layer((), ())


@dataclass(frozen=True, eq=False)
class Geodata:
    """All layers of a neighbourhood, by name."""

    layers: Mapping[str, Layer]
    digest: str = ""
    """Tells the files apart that it was read from."""

    def layer(self, name: str) -> Layer:
        return self.layers.get(name, _NOTHING)


def read_geodata(files: Mapping[str, bytes]) -> Geodata:
    """The layers out of their GeoJSON files (file name -> bytes); other files are passed over.

    Raises MapDataError for a file that is not GeoJSON in degrees.
    """
    layers, digest = {}, sha256()
    for file in sorted(files):
        name = PurePosixPath(file)
        if name.suffix == ".geojson" and name.stem in LAYERS:
            layers[name.stem] = _read_layer(file, files[file])
            digest.update(repr((name.stem, len(files[file]))).encode() + files[file])
    return Geodata(layers, digest.hexdigest())


def _read_layer(file: str, content: bytes) -> Layer:
    try:
        collection = json.loads(content)
    except (RecursionError, ValueError) as error:
        raise MapDataError(file, f"no JSON: {error}") from error
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise MapDataError(file, "no GeoJSON FeatureCollection")
    properties, geometries = [], []
    for number, feature in enumerate(collection["features"], start=1):
        try:
            geometry = shape(feature["geometry"])
            if geometry.is_empty:
                continue
            if not geometry.is_valid:
                geometry = shapely.make_valid(geometry)
            properties.append(_texts(feature.get("properties") or {}))
        except (
            AttributeError,
            KeyError,
            RecursionError,
            TypeError,
            ValueError,
            shapely.errors.ShapelyError,
        ) as error:
            raise MapDataError(file, f"feature {number} has no usable geometry") from error
        geometries.append(geometry)
    if geometries:
        west, south, east, north = shapely.total_bounds(geometries).tolist()
        if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
            raise MapDataError(file, "coordinates are not in degrees (WGS 84)")
    return Layer(tuple(properties), tuple(geometries))


def _texts(properties: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in properties.items() if value is not None}
