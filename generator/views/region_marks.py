"""What stands on the map of a region: places, and one mark for those that lie too near each other.

A mark holds its size for the eye, so that the closer one looks, the more of them come apart.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import product
from math import hypot

from generator.views.region_shapes import MarkView, PinView

ZOOMS = (1, 2, 4, 8, 16, 32)
"""At each of them it is worked out anew what stands apart; at 1 a unit of the drawing is 1 mm for the eye."""
_APART = 12.5
"""Units between two marks at zoom 1: what a finger tells apart."""


def view_marks(pins: Sequence[PinView]) -> tuple[MarkView, ...]:
    """For each zoom, all pins once: by themselves or in a mark of several."""
    ended: list[tuple[tuple[PinView, ...], int, int]] = []
    running: dict[tuple[PinView, ...], int] = {}
    for zoom in ZOOMS:
        now = {group: running.get(group, zoom) for group in _groups(pins, _APART / zoom)}
        ended += [(group, since, zoom) for group, since in running.items() if group not in now]
        running = now
    ended += [(group, since, 0) for group, since in running.items()]
    return tuple(
        MarkView(group[0].x, group[0].y, len(group), group[0] if len(group) == 1 else None, since, until)
        for group, since, until in ended
    )


def _groups(pins: Sequence[PinView], apart: float) -> list[tuple[PinView, ...]]:
    """Each pin with the first one near it that has others already; those first ones lie `apart`."""
    cells: dict[tuple[int, int], list[list[PinView]]] = defaultdict(list)
    groups: list[list[PinView]] = []
    for pin in pins:
        column, row = int(pin.x // apart), int(pin.y // apart)
        near = (cells[column + x, row + y] for x, y in product((-1, 0, 1), repeat=2))
        found = next(
            (g for cell in near for g in cell if hypot(g[0].x - pin.x, g[0].y - pin.y) < apart), None
        )
        if found is None:
            found = []
            cells[column, row].append(found)
            groups.append(found)
        found.append(pin)
    return [tuple(group) for group in groups]
