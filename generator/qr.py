"""The one drawing of a QR code: a compact SVG, the same on paper and on screen.

Level M, a quiet zone of four modules and a white ground of its own, so that a phone
reads it from a photocopy as well; the outline is one even-odd path, without the seams
that rows of little squares show in print.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import numpy
from numpy.typing import NDArray
from zxingcpp import BarcodeFormat, create_barcode

from generator.keeping import Keep

QUIET_ZONE = 4
"""Modules of white on each side, as the standard asks."""


@lru_cache(maxsize=4096)
def qr_version(content: str) -> int:
    """The size of the symbol, 1 (21 modules) to 40; upper-case text needs a smaller one."""
    return (len(_modules(content)) - 17) // 4


@lru_cache(maxsize=4096)
def qr_svg(content: str) -> str:
    """An SVG of the code, quiet zone included; one unit of its viewBox is one module."""
    modules = _modules(content)
    side = len(modules) + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path fill="#000" fill-rule="evenodd" d="{_outline(modules)}"/></svg>'
    )


def kept_qr_svg(keep: Keep) -> Callable[[str], str]:
    """`qr_svg`, asking `keep` first; once for a code that stands in a page and in a file of its own."""
    tools = qr_tools()

    @lru_cache(maxsize=4096)
    def drawing(content: str) -> str:
        name = f"qr/{sha256(f'{tools} {content}'.encode()).hexdigest()[:32]}.svg"
        return keep(name, lambda: qr_svg(content).encode()).decode()

    return drawing


@cache
def qr_tools() -> str:
    """Tells all but its content that a drawing depends on."""
    return sha256(version("zxing-cpp").encode() + Path(__file__).read_bytes()).hexdigest()


def _modules(content: str) -> NDArray[numpy.bool_]:
    """Rows of modules, True where dark, without the quiet zone."""
    symbol = create_barcode(content, BarcodeFormat.QRCode, ec_level="M")
    return numpy.asarray(symbol.to_image(scale=1, add_quiet_zones=False)) < 128


def _outline(modules: NDArray[numpy.bool_]) -> str:
    """The edges between dark and light as closed loops of h and v, which may cross each other.

    A loop turns where an odd number of the four modules around a point is dark. Edges are straight
    from one such point to the next, so in each row, and in each column, every two of them are an edge.
    A point is a number: its row times the length of a row, plus its column.
    """
    framed = numpy.pad(modules, 1)
    turns = framed[:-1, :-1] ^ framed[:-1, 1:] ^ framed[1:, :-1] ^ framed[1:, 1:]
    length = len(turns)
    columns, rows = numpy.divmod(numpy.flatnonzero(turns.T), length)
    in_rows, in_columns = numpy.flatnonzero(turns).tolist(), (rows * length + columns).tolist()
    across, along = _ends(in_rows), _ends(in_columns)
    steps = []
    for start in in_rows:
        if start not in across:
            continue
        y, x = divmod(start, length)
        steps.append(f"M{x + QUIET_ZONE} {y + QUIET_ZONE}")
        at = start
        while True:
            corner = across.pop(at)
            del across[corner]
            steps.append(f"h{corner - at}")
            at = along[corner]
            if at == start:
                break
            steps.append(f"v{(at - corner) // length}")
        steps.append("z")
    return "".join(steps)


def _ends(points: list[int]) -> dict[int, int]:
    """From either end of each edge to the other."""
    starts, ends = points[::2], points[1::2]
    return dict(zip((*starts, *ends), (*ends, *starts), strict=True))
