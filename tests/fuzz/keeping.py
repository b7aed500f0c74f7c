"""The corpus: of all inputs that were found, a few small ones that together reach as much as can be."""

import sys
from collections.abc import Callable, Iterable
from hashlib import sha1
from pathlib import Path
from types import FrameType
from typing import Any

from tests.tools.paths import ROOT

CORPUS = ROOT / "tests" / "fuzz" / "corpus"
_OURS = str(ROOT / "generator")
MOST_FILES = 40
MOST_BYTES = 65_000
"""Of one target."""
Step = tuple[str, int, int]


def reached(target: Callable[[bytes], None], data: bytes) -> frozenset[Step]:
    """The steps from line to line that an input takes in our own modules."""
    steps: set[Step] = set()

    def within(frame: FrameType) -> Callable[[FrameType, str, Any], Any]:
        name, last = frame.f_code.co_filename, 0

        def line(frame: FrameType, event: str, _argument: Any) -> Any:
            nonlocal last
            if event == "line":
                steps.add((name, last, frame.f_lineno))
                last = frame.f_lineno
            return line

        return line

    def call(frame: FrameType, _event: str, _argument: Any) -> Any:
        return within(frame) if frame.f_code.co_filename.startswith(_OURS) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        target(data)
    finally:
        sys.settrace(before)
    return frozenset(steps)


def keep(name: str, target: Callable[[bytes], None], found: Iterable[Path]) -> tuple[int, int, int]:
    """Puts the best of `found` in the corpus; returns how many files, bytes and steps that are."""
    inputs = {path.read_bytes() for path in found}
    target(next(iter(inputs)))  # what is made once should count for none
    steps = {data: reached(target, data) for data in sorted(inputs, key=lambda data: (len(data), data))}
    chosen: list[bytes] = []
    known: set[Step] = set()
    left = MOST_BYTES
    while len(chosen) < MOST_FILES:
        fitting = [data for data in steps if len(data) <= left]
        # Of what brings as much, the shortest: they are in that order.
        best = max(fitting, key=lambda data: len(steps[data] - known) / (len(data) + 200), default=b"")
        if not steps.get(best, frozenset()) - known:
            break
        chosen.append(best)
        known |= steps[best]
        left -= len(best)
    folder = CORPUS / name
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if not path.name.startswith("fixed-"):
            path.unlink()
    for data in chosen:
        (folder / sha1(data).hexdigest()[:12]).write_bytes(data)
    return len(chosen), MOST_BYTES - left, len(known)
