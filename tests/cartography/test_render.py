"""The drawing: every pin is on it, no name covers another, the same input gives the same bytes."""

from dataclasses import replace
from html import escape
from itertools import combinations, pairwise
from math import hypot
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from generator.cartography import (
    A3_SHEET,
    A5_SHEET,
    CUTOUT,
    WEB,
    MapStyle,
    Pin,
    read_geodata,
    render_alike,
    render_cutout,
    render_map,
    render_route,
)
from generator.cartography.canvas import canvas_for
from generator.cartography.labels import Label
from generator.cartography.names import letterings
from generator.cartography.pins import place_pins
from generator.cartography.render import lay_out_labels
from generator.cartography.style import AREAS, BUILDING, LAND, ROADS_BOTTOM_UP, WATER
from generator.model.fields import Coordinates
from generator.wording.words import read_words
from tests.cartography.samples import FILES, FRAME, SOUTH, WEST

SVG = "{http://www.w3.org/2000/svg}"
WORDS = read_words("nl", {})
GEODATA = read_geodata(FILES)
MIDDLE = Coordinates(SOUTH + 0.005, WEST + 0.01)
PINS = (
    Pin(1, MIDDLE.lat, MIDDLE.lon, "Het <Verzonnen> Huis & Co", "plaatsen/huis/", highlighted=True),
    Pin(2, MIDDLE.lat, MIDDLE.lon, "Op dezelfde plek", "plaatsen/plek/"),
    Pin(3, MIDDLE.lat + 0.0001, MIDDLE.lon + 0.0001, "Ernaast", "plaatsen/ernaast/"),
    Pin(104, SOUTH + 0.00001, WEST + 0.00001, "In de hoek", "plaatsen/hoek/"),
    Pin(5, SOUTH + 1, WEST, "Buiten de kaart", "plaatsen/buiten/"),
)
SHEETS = pytest.mark.parametrize("style", [A3_SHEET, A5_SHEET, WEB], ids=["A3", "A5", "web"])


def _texts(svg: str) -> list[str]:
    """Every text that is seen as the drawing stands."""
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for hidden in [child for child in parent if child.get("display") == "none"]:
            parent.remove(hidden)
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


@SHEETS
def test_the_same_input_gives_the_same_bytes(style: MapStyle) -> None:
    first = render_map(GEODATA, FRAME, PINS, style, WORDS)
    again = render_map(read_geodata(FILES), FRAME, PINS, style, WORDS)
    same = first == again
    assert same


@SHEETS
def test_every_place_within_the_frame_has_its_number_and_no_other_has(style: MapStyle) -> None:
    texts = _texts(render_map(GEODATA, FRAME, PINS, style, WORDS).svg)
    rows = [str(row + 1) for row in range(FRAME.rows)] * 2
    numbers = sorted(text for text in texts if text.isdigit())
    assert numbers == sorted([*rows, "1", "2", "3", "104"])


@SHEETS
def test_the_drawing_fits_the_sheet_and_keeps_the_shape_of_the_frame(style: MapStyle) -> None:
    drawn = render_map(GEODATA, FRAME, PINS, style, WORDS)
    assert drawn.width <= style.width_mm + 1e-6
    assert drawn.height <= style.height_mm + 1e-6
    across = (drawn.width - 2 * style.margin_mm) / FRAME.width
    assert across == pytest.approx((drawn.height - 2 * style.margin_mm) / FRAME.height)


def _label_shape(label: Label, shrunk: float) -> BaseGeometry:
    """What a label really covers when it is set that many times smaller: capitals, no halo."""
    x, y = label.middle
    points = [(x + (a - x) / shrunk, y + (b - y) / shrunk) for a, b in label.points]
    return LineString(points).buffer(label.size / shrunk * 0.4, cap_style="flat")


@SHEETS
def test_no_two_names_overlap_and_none_lies_under_a_pin(style: MapStyle) -> None:
    canvas = canvas_for(FRAME, style)
    layouts = [(zoom, place_pins(PINS, canvas, style, zoom)) for zoom in style.zooms]
    labels = lay_out_labels(letterings(GEODATA, canvas, style), layouts, [], canvas)
    assert {"Verzonnen Steenweg", "Nepbeek"} <= {label.text for label in labels}
    for zoom, placed in layouts:
        shown = [label for label in labels if label.zoom <= zoom < label.until]
        shapes = [_label_shape(label, zoom / label.zoom) for label in shown]
        for one, other in combinations(shapes, 2):
            assert not one.intersects(other)
        for pin in placed:
            badge = Point(pin.badge_x, pin.badge_y).buffer(pin.radius)
            assert not any(badge.intersects(shape) for shape in shapes)


def test_a_curved_street_carries_its_name_along_the_curve() -> None:
    svg = render_map(GEODATA, FRAME, (), A3_SHEET, WORDS).svg
    root = ElementTree.fromstring(svg)
    curved = {"".join(path.itertext()) for path in root.iter(f"{SVG}textPath")}
    assert "Slingerende Bochtenlaan" in curved
    assert "Veeltelangenaamsteegje" not in _texts(svg)


def test_no_name_stands_on_its_head() -> None:
    canvas = canvas_for(FRAME, A3_SHEET)
    for label in lay_out_labels(letterings(GEODATA, canvas, A3_SHEET), [(1.0, ())], [], canvas):
        assert -90 <= label.angle < 90


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=2, max_size=25))
def test_badges_never_overlap_and_stay_on_the_map(spots: list[tuple[int, int]]) -> None:
    pins = [
        Pin(number, MIDDLE.lat + y * 0.00005, MIDDLE.lon + x * 0.00005, "plek")
        for number, (x, y) in enumerate(spots, start=1)
    ]
    canvas = canvas_for(FRAME, A3_SHEET)
    placed = place_pins(pins, canvas, A3_SHEET)
    left, top, right, bottom = canvas.box
    assert {pin.pin.number for pin in placed} == {pin.number for pin in pins}
    for pin in placed:
        assert left <= pin.badge_x <= right
        assert top <= pin.badge_y <= bottom
    for one, other in combinations(placed, 2):
        apart = hypot(one.badge_x - other.badge_x, one.badge_y - other.badge_y)
        assert apart > (one.radius + other.radius) * 0.95


def test_on_screen_each_pin_is_a_link_with_a_name_and_ids_are_unique() -> None:
    root = ElementTree.fromstring(render_map(GEODATA, FRAME, PINS, WEB, WORDS).svg)
    pins = [link for link in root.iter(f"{SVG}a") if "map-pin" in link.attrib["class"].split()]
    assert {link.attrib["href"] for link in pins} == {pin.href for pin in PINS[:4]}
    assert "1. Het <Verzonnen> Huis & Co" in {link.attrib["aria-label"] for link in pins}
    ids = [node.attrib["id"] for node in root.iter() if "id" in node.attrib]
    assert len(ids) == len(set(ids))


def test_on_screen_a_badge_makes_way_where_the_whole_map_is_small() -> None:
    """Each pin has a drawing for every zoom at which its badge moves, and shows that of zoom 1."""
    near = tuple(Pin(n, MIDDLE.lat + n * 0.0002, MIDDLE.lon, "plek", "plek/") for n in range(1, 6))
    root = ElementTree.fromstring(render_map(GEODATA, FRAME, near, WEB, WORDS).svg)
    drawings = {
        pin.attrib["data-number"]: [
            (float(group.attrib["data-zoom"]), group.get("display")) for group in pin.iter(f"{SVG}g")
        ]
        for pin in root.iter(f"{SVG}a")
        if "data-number" in pin.attrib
    }
    assert any(len(zooms) > 1 for zooms in drawings.values())
    for zooms in drawings.values():
        assert zooms[0][0] == min(WEB.zooms)
        shown = [zoom for zoom, display in zooms if display is None]
        assert shown == [max(zoom for zoom, _ in zooms if zoom <= 1)]


def test_the_script_can_find_any_place_on_the_drawing() -> None:
    root = ElementTree.fromstring(render_map(GEODATA, FRAME, PINS, WEB, WORDS).svg)
    (west, right), (north, down) = (
        map(float, root.attrib[name].split()) for name in ("data-longitude", "data-latitude")
    )
    at = {
        pin.attrib["data-number"]: pin.attrib["transform"]
        for pin in root.iter(f"{SVG}a")
        if "id" in pin.attrib
    }
    for pin in PINS[:4]:
        x, y = (float(part) for part in at[str(pin.number)].removeprefix("translate(").rstrip(")").split())
        assert ((pin.lon - west) * right, (pin.lat - north) * down) == pytest.approx((x, y), abs=0.05)


def test_the_same_map_in_other_words_differs_in_its_words_only() -> None:
    other = tuple(replace(pin, label=f"Ailleurs {pin.number}.") for pin in PINS)
    dutch, french = render_alike(GEODATA, FRAME, WEB, [("Kaart", PINS), ("Plan", other)])
    for number, pin in enumerate(PINS[:4]):
        french = french.replace(escape(other[number].label), escape(pin.label))
    same = french.replace("Plan", "Kaart") == dutch
    assert same


def test_a_way_is_drawn_from_start_to_end_with_its_direction() -> None:
    track = [(MIDDLE.lat, MIDDLE.lon - 0.004), (MIDDLE.lat, MIDDLE.lon + 0.004)]
    svg = render_route(GEODATA, FRAME, PINS, replace(CUTOUT, accent="#17683F"), [track, track[:1]]).svg
    root = ElementTree.fromstring(svg)
    paths = {path.get("class"): path for path in root.iter(f"{SVG}path")}
    line, arrows = paths["map-track"], paths["map-track-arrow"].attrib["d"]
    assert line.attrib["stroke"] == "#17683F"
    (x1, y1), (x2, y2) = (map(float, end.split()) for end in line.attrib["d"].removeprefix("M").split("L"))
    assert x1 < x2
    assert y1 == pytest.approx(y2)
    (arrows,) = (
        path.attrib["d"] for path in root.iter(f"{SVG}path") if path.get("class") == "map-track-arrow"
    )
    for arrow in arrows.split("M")[1:]:
        barb, tip, _ = (float(spot.split()[0]) for spot in arrow.split("L"))
        assert barb < tip


def test_names_are_never_smaller_than_seven_points_on_paper() -> None:
    for style in (A3_SHEET, A5_SHEET, CUTOUT):
        assert style.label_mm >= 7 * 25.4 / 72 - 0.03


def test_streets_are_listed_with_the_cells_they_run_through() -> None:
    streets = dict(render_map(GEODATA, FRAME, (), A3_SHEET, WORDS).streets)
    assert streets["Nergensstraat"] == ("B1", "B2", "B3", "B4")
    assert streets["Verzonnen Steenweg"] == tuple(f"{column}2" for column in "ABCDEF")


def test_the_cutout_names_the_street_of_the_place_and_marks_it() -> None:
    drawn = render_cutout(GEODATA, MIDDLE, 160, PINS[:1], replace(CUTOUT, accent="#A63C12"))
    assert (drawn.width, drawn.height) == pytest.approx((CUTOUT.width_mm, CUTOUT.height_mm), abs=0.01)
    texts = _texts(drawn.svg)
    assert {"Verzonnen Steenweg", "1", "© OpenStreetMap"} <= set(texts)
    assert 'fill="#A63C12"' in drawn.svg


def test_a_map_without_any_layer_still_shows_its_pins() -> None:
    texts = _texts(render_map(read_geodata({}), FRAME, PINS, A3_SHEET, WORDS).svg)
    assert "104" in texts


def _grey(colour: str) -> float:
    """How light a colour comes out of a black-and-white printer, 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_what_the_map_tells_by_colour_it_tells_in_grey_too() -> None:
    park = AREAS["green", "park"]
    greys = [_grey(area.fill) for area in (LAND, park, BUILDING, WATER)]
    assert [lighter - darker >= 12 for lighter, darker in pairwise(greys)] == [True] * 3
    # Kinds of lines differ in width, in dashes, or in their edges.
    looks = [(road.width(5_000), road.dash, bool(road.casing)) for road in ROADS_BOTTOM_UP]
    assert len(set(looks)) == len(looks)
