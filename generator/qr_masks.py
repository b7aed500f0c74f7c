"""Which of the eight masks a QR code gets: the choice of `qrcode`, found sooner.

Its own search lays the same data out eight times and looks at each module in turn. But two masks
differ in modules that do not depend on the data, and the penalties of the standard (ISO/IEC
18004, 7.8.3) can be counted on rows of text.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

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
        self.make(fit=True)

    def best_mask_pattern(self) -> int:
        """The mask of which the symbol has the lowest penalty; of equals, the first."""
        self.makeImpl(True, 0)
        bare = _as_numbers(self.modules)
        found = [_penalty(bare, flips) for flips in _flips(self.version)]
        return found.index(min(found))


@cache
def _flips(version: int) -> tuple[tuple[int, ...], ...]:
    """For each mask the modules, row by row, that it shows otherwise than the first."""
    code: QRCode = QRCode(version, error_correction=ERROR_CORRECT_M, border=0)  # type: ignore[type-arg]
    masked = []
    for mask in _MASKS:
        code.makeImpl(True, mask)
        masked.append(_as_numbers(code.modules))
    return tuple(tuple(a ^ b for a, b in zip(rows, masked[0], strict=True)) for rows in masked)


def _as_numbers(modules: Iterable[Sequence[bool | None]]) -> list[int]:
    """Each row as a number, of which the highest bit is the module at the left."""
    return [int("".join("1" if module else "0" for module in row), 2) for row in modules]


def _penalty(bare: Sequence[int], flips: Sequence[int]) -> int:
    rows = [row ^ flip for row, flip in zip(bare, flips, strict=True)]
    side = len(rows)
    lines = [f"{row:0{side}b}" for row in rows]
    text = _EDGE.join([*lines, *map("".join, zip(*lines, strict=True))])
    runs = sum(len(run) - 2 for run in _RUNS.findall(text))
    finders = 40 * len(_LIKE_FINDERS.findall(text))
    dark = sum(row.bit_count() for row in rows) / side**2
    return runs + 3 * _blocks(rows, side) + finders + 10 * int(abs(dark * 100 - 50) / 5)


def _blocks(rows: Sequence[int], side: int) -> int:
    """Squares of two by two modules of one colour."""
    all_pairs = (1 << (side - 1)) - 1
    count = 0
    for row, below in pairwise(rows):
        differs = (row ^ row >> 1) | (below ^ below >> 1) | (row ^ below)
        count += (all_pairs & ~differs).bit_count()
    return count
