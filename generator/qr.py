"""The one drawing of a QR code: a compact SVG, the same on paper and on screen.

Level M, a quiet zone of four modules and a white ground of its own, so that a phone
reads it from a photocopy as well; the outline is one even-odd path, without the seams
that rows of little squares show in print.
"""

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.keeping import Keep
from generator.qr_masks import Code

QUIET_ZONE = 4
"""Modules of white on each side, as the standard asks."""

Point = tuple[int, int]


@lru_cache(maxsize=4096)
def qr_version(content: str) -> int:
    """The size of the symbol, 1 (21 modules) to 40; upper-case text needs a smaller one."""
    return int(Code(content).version or 0)


@lru_cache(maxsize=4096)
def qr_svg(content: str) -> str:
    """An SVG of the code, quiet zone included; one unit of its viewBox is one module."""
    modules = [[bool(module) for module in row] for row in Code(content).get_matrix()]
    side = len(modules) + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path fill="#000" fill-rule="evenodd" d="{_outline(modules)}"/></svg>'
    )


def kept_qr_svg(keep: Keep) -> Callable[[str], str]:
    """`qr_svg`, asking `keep` first: finding the best mask for a code takes longer than reading a file."""
    here = Path(__file__)
    sources = (file.read_bytes() for file in (here, here.with_name("qr_masks.py")))
    tools = sha256(b"".join((version("qrcode").encode(), *sources))).hexdigest()

    def drawing(content: str) -> str:
        name = f"qr/{sha256(f'{tools} {content}'.encode()).hexdigest()[:32]}.svg"
        return keep(name, lambda: qr_svg(content).encode()).decode()

    return drawing


def _outline(modules: list[list[bool]]) -> str:
    """The edges between dark and light as closed loops of h and v."""
    following = _edges(modules)
    loops = []
    while following:
        start = point = next(iter(following))
        loop = [start]
        while True:
            ends = following[point]
            end = ends.pop()
            if not ends:
                del following[point]
            if end == start:
                break
            loop.append(end)
            point = end
        loops.append(_loop_path(loop))
    return "".join(loops)


def _edges(modules: list[list[bool]]) -> dict[Point, list[Point]]:
    """From each corner of a dark module to the next, where the neighbour is light."""
    light = [False] * (len(modules) + 2)
    # With a light module on each side: row and column 0 are those at index 1.
    framed = [light, *([False, *row, False] for row in modules), light]
    following: dict[Point, list[Point]] = {}
    for y, (above, row, below) in enumerate(zip(framed, framed[1:], framed[2:], strict=False)):
        for x, (left, dark, right) in enumerate(zip(row, row[1:], row[2:], strict=False)):
            if not dark:
                continue
            if not above[x + 1]:
                following.setdefault((x, y), []).append((x + 1, y))
            if not right:
                following.setdefault((x + 1, y), []).append((x + 1, y + 1))
            if not below[x + 1]:
                following.setdefault((x + 1, y + 1), []).append((x, y + 1))
            if not left:
                following.setdefault((x, y + 1), []).append((x, y))
    return following


def _loop_path(loop: list[Point]) -> str:
    """One loop as a path; corners only, the points along a straight edge fall away."""
    corners = [
        point
        for before, point, after in zip([loop[-1], *loop], loop, [*loop[1:], loop[0]], strict=False)
        if before[0] != after[0] and before[1] != after[1]
    ]
    x, y = corners[0]
    steps = [f"M{x + QUIET_ZONE} {y + QUIET_ZONE}"]
    for next_x, next_y in corners[1:]:
        steps.append(f"h{next_x - x}" if next_y == y else f"v{next_y - y}")
        x, y = next_x, next_y
    return "".join(steps) + "z"
