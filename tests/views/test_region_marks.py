"""On the map of a region every place is there once at every zoom, and no two marks lie under one finger."""

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from generator.views.region_marks import ZOOMS, view_marks
from generator.views.region_shapes import MarkView, PinView

_SPOTS = st.floats(0, 100).map(lambda spot: round(spot, 3))


def _seen(marks: tuple[MarkView, ...], zoom: int) -> list[MarkView]:
    return [mark for mark in marks if mark.since <= zoom and (not mark.until or zoom < mark.until)]


@given(st.lists(st.tuples(_SPOTS, _SPOTS), max_size=40))
def test_every_place_is_there_at_every_zoom(spots: list[tuple[float, float]]) -> None:
    pins = [
        PinView(x, y, f"Plaats {at}", f"https://wijk.example/{at}/", 1) for at, (x, y) in enumerate(spots)
    ]
    marks = view_marks(pins)
    for zoom in ZOOMS:
        seen = _seen(marks, zoom)
        assert sum(mark.count for mark in seen) == len(pins)
        assert all(hypot(a.x - b.x, a.y - b.y) >= 12.5 / zoom for a, b in combinations(seen, 2))
        assert all((mark.pin is not None) == (mark.count == 1) for mark in seen)


def test_places_far_apart_are_told_apart_at_once() -> None:
    near, far = PinView(1, 1, "Hier", "a", 1), PinView(90, 1, "Daar", "b", 2)
    assert {mark.pin for mark in view_marks([near, far])} == {near, far}
    assert {(mark.since, mark.until) for mark in view_marks([near, far])} == {(1, 0)}
