"""Which of the eight masks a QR code gets: the choice of `qrcode`, found sooner.

Its own search lays the same data out eight times and looks at each module in turn. But a module shows
one bit of the data, always the same one, and two masks differ in modules that do not depend on the
data. So a version is laid out a few times, and each code is one look-up per module; the penalties of
the standard (ISO/IEC 18004, 7.8.3) can be counted on a symbol as a number, and on its rows of text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode
from qrcode.util import create_data

_MASKS = range(8)
_RUNS = re.compile("0{5,}|1{5,}")
_LIKE_FINDERS = re.compile("(?=10111010000|00001011101)")
_EDGE = "\n"
"""Between two lines, so that nothing is found across it."""


class Code(QRCode):  # type: ignore[type-arg]
    """A QR code at level M without a border, as `qrcode` makes it."""

    def __init__(self, content: str) -> None:
        super().__init__(error_correction=ERROR_CORRECT_M, border=0)
        self.add_data(content)
        self.best_fit()
        self.data_cache = create_data(self.version, self.error_correction, self.data_list)
        layout = _layout(self.version)
        bare = layout.bare(self.data_cache)
        found = [_penalty(bare ^ flips, layout) for flips in layout.flips]
        whole = f"{bare ^ layout.whole[found.index(min(found))]:0{layout.side**2}b}"
        modules: list[bool | None] = [module == "1" for module in whole]
        self.modules_count = layout.side
        self.modules = [modules[at : at + layout.side] for at in range(0, len(modules), layout.side)]


@dataclass(frozen=True)
class _Layout:
    """Where everything is in a symbol of one version.

    A symbol is a number, of which the highest bit is the module at the top left, and the lowest the one
    at the bottom right.
    """

    side: int
    empty: int
    """With no bit of the data set, and with the first mask."""
    arranged: Callable[[str], Sequence[str]]
    """All bits of the data, behind a "0" -> what each module shows of them, row by row."""
    flips: tuple[int, ...]
    """For each mask the modules that it shows otherwise than the first, as masks are compared."""
    whole: tuple[int, ...]
    """The same with all that a finished code has: it tells its mask."""
    corners: int
    """The modules with others above and to the left of them."""

    def bare(self, data: Sequence[int]) -> int:
        """The symbol of this data with the first mask."""
        bits = "0" + "".join(f"{byte:08b}" for byte in data)
        return int("".join(self.arranged(bits)), 2) ^ self.empty


@cache
def _layout(version: int) -> _Layout:
    code: QRCode = QRCode(version, error_correction=ERROR_CORRECT_M, border=0)  # type: ignore[type-arg]
    size = 8 * len(create_data(version, ERROR_CORRECT_M, []))

    def symbol(mask: int, *, test: bool, bits: str = "0" * size) -> int:
        code.data_cache = [int(bits[at : at + 8], 2) for at in range(0, size, 8)]
        code.makeImpl(test, mask)
        return int("".join("1" if module else "0" for row in code.modules for module in row), 2)

    empty, side = symbol(0, test=True), code.modules_count
    # The bits of the data are numbered from 1. Each of these symbols shows one digit of their numbers,
    # so that together they tell which bit a module shows; 0 is none.
    digits = []
    for digit in range(size.bit_length()):
        numbered = "".join(str(number >> digit & 1) for number in range(1, size + 1))
        digits.append(f"{symbol(0, test=True, bits=numbered) ^ empty:0{side**2}b}")
    numbers = [int("".join(reversed(shown)), 2) for shown in zip(*digits, strict=True)]
    return _Layout(
        side,
        empty,
        itemgetter(*numbers),
        tuple(empty ^ symbol(mask, test=True) for mask in _MASKS),
        tuple(empty ^ symbol(mask, test=False) for mask in _MASKS),
        int("0" * side + ("0" + "1" * (side - 1)) * (side - 1), 2),
    )


def _penalty(symbol: int, layout: _Layout) -> int:
    side = layout.side
    shown = f"{symbol:0{side**2}b}"
    rows = [shown[at : at + side] for at in range(0, len(shown), side)]
    text = _EDGE.join([*rows, *(shown[column::side] for column in range(side))])
    runs = sum(len(run) - 2 for run in _RUNS.findall(text))
    finders = 40 * len(_LIKE_FINDERS.findall(text))
    dark = symbol.bit_count() / side**2
    return runs + 3 * _blocks(symbol, layout) + finders + 10 * int(abs(dark * 100 - 50) / 5)


def _blocks(symbol: int, layout: _Layout) -> int:
    """Squares of two by two modules of one colour."""
    beside = symbol ^ symbol >> 1
    above = symbol ^ symbol >> layout.side
    return (layout.corners & ~(beside | beside >> layout.side | above)).bit_count()
