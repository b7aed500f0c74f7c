"""The maps of a build are drawn again only when what they are made of has changed."""

from collections.abc import Callable
from dataclasses import replace

from generator.cartography import read_geodata
from generator.maps import draw_cutouts
from generator.views.shapes import GuideView
from tests.cartography.samples import FILES
from tests.views.invented import view_invented


class _Shelf:
    """Keeps in memory, and counts what had to be made."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self.made = 0

    def __call__(self, name: str, make: Callable[[], bytes]) -> bytes:
        if name not in self._kept:
            self.made += 1
            self._kept[name] = make()
        return self._kept[name]


def _moved(guide: GuideView) -> GuideView:
    """The same guide, with the first place a few metres to the north."""
    first, *others = guide.places
    assert first.where.lat
    return replace(
        guide, places=(replace(first, where=replace(first.where, lat=first.where.lat + 0.0001)), *others)
    )


def test_a_kept_map_is_the_map_that_would_be_drawn() -> None:
    guide, geodata, keep = view_invented(), read_geodata(FILES), _Shelf()
    drawn = draw_cutouts(geodata, guide)
    assert draw_cutouts(geodata, guide, keep) == drawn
    assert draw_cutouts(read_geodata(FILES), guide, keep) == drawn
    assert keep.made == 1


def test_a_place_that_moved_and_another_street_are_drawn_anew() -> None:
    guide, keep = view_invented(), _Shelf()
    fewer = {name: data for name, data in FILES.items() if name != "water.geojson"}
    for files, shown in ((FILES, guide), (FILES, _moved(guide)), (fewer, guide)):
        geodata = read_geodata(files)
        assert draw_cutouts(geodata, shown, keep) == draw_cutouts(geodata, shown)
    assert keep.made == 3
