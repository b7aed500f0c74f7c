"""Ways on foot: over what is joined only, never over what only crosses, and along streets with names."""

from math import hypot
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from generator.cartography import read_geodata, surroundings
from generator.model.fields import Coordinates
from generator.model.geo import metres_per_degree
from generator.model.ways import Doorstep, Way
from tests.cartography.samples import SOUTH, WEST, feature, layer
from tests.tools.paths import ROOT

EAST, NORTH = metres_per_degree(SOUTH)
"""Metres in a degree where the invented village lies."""


def at(x: float, y: float, street: str = "") -> Doorstep:
    """So many metres east and north of the corner."""
    return Doorstep(Coordinates(SOUTH + y / NORTH, WEST + x / EAST), street)


def _degrees(x: float, y: float) -> list[float]:
    return [round(WEST + x / EAST, 6), round(SOUTH + y / NORTH, 6)]


def street(*points: tuple[float, float], **properties: str) -> dict[str, Any]:
    """A street through points in metres; a minor one if nothing else is said."""
    return feature("LineString", [_degrees(*point) for point in points], **{"class": "minor", **properties})


def landmark(x: float, y: float, kind: str, name: str) -> dict[str, Any]:
    return feature("Point", _degrees(x, y), name=name, **{"class": kind})


def way(start: Doorstep, end: Doorstep, *streets: dict[str, Any]) -> Way | None:
    files = {"streets.geojson": layer(*streets), "street-names.geojson": layer(*streets)}
    return surroundings(read_geodata(files)).find_way(start, end)


LONG = street((0, 0), (300, 0), (600, 0), name="Lange Weg")
UP = street((300, 0), (300, 300), name="Steile Steeg")


def test_a_way_has_its_length_and_its_streets_in_order() -> None:
    found = way(at(100, 8), at(310, 250), LONG, UP)
    assert found
    assert found.metres == pytest.approx(200 + 250, abs=1)
    assert [(s.street, round(s.metres, -1)) for s in found.stretches] == [
        ("Lange Weg", 200),
        ("Steile Steeg", 250),
    ]
    assert found.streets == ("Lange Weg", "Steile Steeg")


def test_two_points_on_the_same_stretch_walk_straight_to_each_other() -> None:
    found = way(at(50, 5), at(120, -5), LONG)
    assert found
    assert found.metres == pytest.approx(70, abs=0.5)
    there_and_back = way(at(120, -5), at(50, 5), LONG)
    assert there_and_back
    assert there_and_back.points == found.points[::-1]


def test_one_arrives_in_the_street_of_the_address_although_another_is_nearer() -> None:
    streets = LONG, street((0, 60), (600, 60), name="Achter-Straat"), street((600, 0), (600, 60), name="Hoek")
    for typed, last in (("achter straat", "Achter-Straat"), ("", "Lange Weg"), ("Verre Straat", "Lange Weg")):
        found = way(at(100, 0), at(500, 20, typed), *streets)
        assert found
        assert found.streets[-1] == last


def test_the_shortest_of_two_ways_is_taken() -> None:
    around = street((0, 0), (0, 200), (600, 200), (600, 0), name="Omweg")
    found = way(at(10, 0), at(590, 0), around, LONG)
    assert found
    assert found.streets == ("Lange Weg",)


RIVER_BANKS = (
    street((0, 0), (600, 0), name="Zuidoever"),
    street((0, 100), (600, 100), name="Noordoever"),
)
BRIDGE = street((600, 0), (600, 100), name="Bedachte Brug", brunnel="bridge")


def test_one_crosses_the_river_where_the_bridge_is() -> None:
    assert way(at(10, 0), at(10, 100), *RIVER_BANKS) is None
    found = way(at(10, 0), at(10, 100), *RIVER_BANKS, BRIDGE)
    assert found
    assert found.metres == pytest.approx(590 + 100 + 590, abs=1)
    assert found.streets == ("Zuidoever", "Bedachte Brug", "Noordoever")


def test_streets_that_cross_without_a_common_point_are_not_joined() -> None:
    """One passes under the other, or the data does not say; nobody is sent over a wall."""
    for brunnel in ("tunnel", "bridge", ""):
        crossing = street((150, -300), (150, 300), name="Dwars", brunnel=brunnel)
        beyond = street((150, 300), (150, 600), name="Verder")
        assert way(at(10, 0), at(150, 500), LONG, crossing, beyond) is None


def test_an_end_that_only_just_misses_a_street_is_joined_to_it() -> None:
    for gap, joined in ((0.6, True), (4, False)):
        loose = street((150, gap), (150, 300), name="Bijna")
        assert (way(at(10, 0), at(150, 290), LONG, loose) is not None) == joined
        end_to_end = street((600 + gap, 0), (900, 0), name="Vervolg")
        assert (way(at(10, 0), at(890, 0), LONG, end_to_end) is not None) == joined


def test_an_end_below_a_bridge_is_not_joined_to_it() -> None:
    bridge = street((0, 0), (300, 0), name="Hoge Brug", brunnel="bridge")
    below = street((150, 0.3), (150, 400), name="Laag")
    ramp = street((-300, 0), (0, 0), name="Oprit")
    assert way(at(-290, 0), at(150, 390), ramp, bridge, below) is None
    beyond = street((300.4, 0), (700, 0), name="Afrit")
    found = way(at(-290, 0), at(690, 0), ramp, bridge, beyond)
    assert found
    assert found.streets == ("Oprit", "Hoge Brug", "Afrit")


def test_nobody_walks_on_a_motorway_or_up_a_private_drive() -> None:
    fast = street((0, 0), (600, 0), **{"class": "motorway"})
    drive = street((0, 0), (600, 0), **{"class": "service", "subclass": "driveway"})
    assert way(at(10, 0), at(590, 0), fast) is None
    assert way(at(10, 0), at(590, 0), drive) is None


def test_a_place_far_from_any_street_has_no_way() -> None:
    assert way(at(10, 0), at(300, 500), LONG) is None
    assert way(at(10, 0), at(20, 0)) is None


def test_a_loose_piece_of_street_traps_nobody() -> None:
    yard = street((95, 20), (105, 20), **{"class": "service"})
    found = way(at(100, 19), at(500, 0), LONG, yard)
    assert found
    assert found.metres == pytest.approx(400, abs=1)


def test_a_street_that_is_only_crossed_is_not_named() -> None:
    streets = (
        street((0, 0), (300, 0), name="Eerste"),
        street((300, 0), (300, 10), name="Gekruist"),
        street((300, -200), (300, 0), name="Gekruist"),
        street((300, 10), (600, 10), name="Tweede"),
    )
    found = way(at(0, 0), at(600, 10), *streets)
    assert found
    assert found.streets == ("Eerste", "Tweede")
    assert found.metres == pytest.approx(610, abs=1)


def test_a_pavement_that_is_drawn_apart_has_the_name_of_its_street() -> None:
    pavement = street((0, 6), (300, 6), **{"class": "path"})
    square = street((150, 6), (150, 300), **{"class": "path"})
    files = {
        "streets.geojson": layer(pavement, square),
        "street-names.geojson": layer(street((0, 0), (300, 0), name="Lange Weg")),
    }
    find = surroundings(read_geodata(files)).find_way
    along, across = find(at(0, 6), at(140, 6)), find(at(150, 20), at(150, 300))
    assert along
    assert across
    assert along.streets == ("Lange Weg",)
    assert across.streets == ()


def test_the_landmark_nearest_on_foot_is_found_not_the_one_nearest_for_a_bird() -> None:
    near, far = landmark(100, 95, "station", "Overkant"), landmark(400, 0, "station", "Deze kant")
    church = landmark(100, 0, "church", "Kerk")
    streets = layer(*RIVER_BANKS, BRIDGE)
    files = {"streets.geojson": streets, "landmarks.geojson": layer(near, far, church)}
    around = surroundings(read_geodata(files))
    found = around.nearest("station", at(100, 0))
    assert found
    assert found[0].name == "Deze kant"
    assert around.nearest("bus_stop", at(100, 0)) is None


GRID = [
    street((x, y), (x + dx, y + dy), name=f"Rij {y}" if dx else f"Kolom {x}")
    for x in range(0, 500, 100)
    for y in range(0, 500, 100)
    for dx, dy in ((100, 0), (0, 100))
    if (x * 7 + y * 3 + dx) % 500
]
FIND_ON_GRID = surroundings(
    read_geodata({"streets.geojson": layer(*GRID), "street-names.geojson": layer(*GRID)})
).find_way
SPOTS = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda spot: at(*spot))


@given(SPOTS, SPOTS, SPOTS)
def test_ways_are_as_long_back_as_there_and_no_detour_is_shorter(
    a: Doorstep, b: Doorstep, c: Doorstep
) -> None:
    there, back, first, second = (FIND_ON_GRID(*pair) for pair in ((a, b), (b, a), (a, c), (c, b)))
    assert there
    assert back
    assert first
    assert second
    assert there.metres == pytest.approx(back.metres)
    assert there.metres <= first.metres + second.metres + 0.01


def test_in_the_real_neighbourhood_every_way_lies_on_its_streets() -> None:
    folder: Path = ROOT / "content" / "map"
    files = {path.name: path.read_bytes() for path in folder.glob("*.geojson")}
    geodata = read_geodata(files)
    find = surroundings(geodata).find_way
    factors = metres_per_degree(50.855)
    lines = shapely.transform(list(geodata.layer("streets").geometries), lambda points: points * factors)
    streets = shapely.union_all(lines)
    corners = [Coordinates(50.8581, 3.3139), Coordinates(50.8548, 3.3073), Coordinates(50.8542, 3.3137)]
    for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
        found = find(Doorstep(start), Doorstep(end))
        assert found
        course = shapely.LineString([(p.lon * factors[0], p.lat * factors[1]) for p in found.points])
        assert shapely.clip_by_rect(streets, *course.buffer(9).bounds).buffer(0.5).covers(course)
        crow = hypot((end.lon - start.lon) * factors[0], (end.lat - start.lat) * factors[1])
        assert crow - 60 < found.metres < 2.5 * crow
        assert found.metres == pytest.approx(course.length, abs=2)
