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

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from generator.keeping import Keep

QUIET_ZONE = 4
"""Modules of white on each side, as the standard asks."""

Point = tuple[int, int]


def _code(content: str) -> QRCode:  # type: ignore[type-arg]
    code: QRCode = QRCode(error_correction=ERROR_CORRECT_M, border=0)  # type: ignore[type-arg]
    code.add_data(content)
    code.make(fit=True)
    return code


@lru_cache(maxsize=4096)
def qr_version(content: str) -> int:
    """The size of the symbol, 1 (21 modules) to 40; upper-case text needs a smaller one."""
    return int(_code(content).version or 0)


@lru_cache(maxsize=4096)
def qr_svg(content: str) -> str:
    """An SVG of the code, quiet zone included; one unit of its viewBox is one module."""
    modules = [[bool(module) for module in row] for row in _code(content).get_matrix()]
    side = len(modules) + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path fill="#000" fill-rule="evenodd" d="{_outline(modules)}"/></svg>'
    )


def kept_qr_svg(keep: Keep) -> Callable[[str], str]:
    """`qr_svg`, asking `keep` first: finding the best mask for a code takes longer than reading a file."""
    tools = sha256(version("qrcode").encode() + Path(__file__).read_bytes()).hexdigest()

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
    size = len(modules)

    def dark(x: int, y: int) -> bool:
        return 0 <= x < size and 0 <= y < size and modules[y][x]

    following: dict[Point, list[Point]] = {}
    for y in range(size):
        for x in range(size):
            if not modules[y][x]:
                continue
            if not dark(x, y - 1):
                following.setdefault((x, y), []).append((x + 1, y))
            if not dark(x + 1, y):
                following.setdefault((x + 1, y), []).append((x + 1, y + 1))
            if not dark(x, y + 1):
                following.setdefault((x + 1, y + 1), []).append((x, y + 1))
            if not dark(x - 1, y):
                following.setdefault((x, y + 1), []).append((x, y))
    return following


def _loop_path(loop: list[Point]) -> str:
    """One loop as a path; corners only, the points along a straight edge fall away."""
    corners = []
    for index, (x, y) in enumerate(loop):
        before, after = loop[index - 1], loop[(index + 1) % len(loop)]
        if not (before[0] == x == after[0] or before[1] == y == after[1]):
            corners.append((x, y))
    x, y = corners[0]
    steps = [f"M{x + QUIET_ZONE} {y + QUIET_ZONE}"]
    for next_x, next_y in corners[1:]:
        steps.append(f"h{next_x - x}" if next_y == y else f"v{next_y - y}")
        x, y = next_x, next_y
    return "".join(steps) + "z"
