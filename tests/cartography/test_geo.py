"""Metres and cells."""

import pytest

from generator.model.fields import Coordinates
from generator.model.geo import MapFrame, distance, frame_around, frame_of
from generator.model.records import MapArea

SOUTH_WEST, NORTH_EAST = Coordinates(51.6, 2.5), Coordinates(51.61, 2.52)
FRAME = MapFrame(SOUTH_WEST, NORTH_EAST, columns=4, rows=3)


def test_letters_run_from_the_west_and_numbers_from_the_north() -> None:
    assert FRAME.cell(51.6099, 2.5001) == "A1"
    assert FRAME.cell(51.6001, 2.5199) == "D3"
    assert FRAME.cell(51.605, 2.5101) == "C2"


def test_the_edges_belong_to_the_frame_and_beyond_there_is_no_cell() -> None:
    assert FRAME.cell(51.61, 2.52) == "D1"
    assert FRAME.cell(51.6, 2.5) == "A3"
    assert FRAME.cell(51.6101, 2.51) is None
    assert FRAME.cell(51.605, 2.4999) is None


def test_lengths_are_those_of_the_earth() -> None:
    assert FRAME.height == pytest.approx(1112.6, abs=1)
    assert FRAME.width == pytest.approx(1384.7, abs=2)
    assert distance(SOUTH_WEST, NORTH_EAST) == pytest.approx(1776, abs=3)


@pytest.mark.parametrize(("lat", "lon"), [(0.006, 0.009), (0.02, 0.01), (0.0115, 0.0255), (0.1, 0.2)])
def test_cells_are_about_square_and_few(lat: float, lon: float) -> None:
    area = MapArea(south_west=SOUTH_WEST, north_east=Coordinates(51.6 + lat, 2.5 + lon))
    frame = frame_of(area)
    assert 1 <= frame.columns <= 12
    assert 1 <= frame.rows <= 12
    assert frame.width / frame.columns == pytest.approx(frame.height / frame.rows, rel=0.25)
    if frame.width < 2500:
        assert 170 < frame.width / frame.columns < 290


@pytest.mark.parametrize("far", [(0.0, 0.0), (0.01, 0.0), (0.0, 0.01), (0.004, 0.006)])
def test_a_frame_around_points_holds_them_in_a_wide_and_in_a_tall_window(far: tuple[float, float]) -> None:
    points = SOUTH_WEST, Coordinates(SOUTH_WEST.lat + far[0], SOUTH_WEST.lon + far[1])
    frame = frame_around(points, 90, widest=1.3, narrowest=0.9)
    spots = [frame.to_metres(point.lat, point.lon) for point in points]
    for x, y in spots:
        assert 89 < x < frame.width - 89
        assert 89 < y < frame.height - 89
    across, down = abs(spots[0][0] - spots[1][0]), abs(spots[0][1] - spots[1][1])
    assert frame.width >= 1.3 * (down + 180) - 1
    assert frame.height >= (across + 180) / 0.9 - 1
