"""Accents that a program spoiled: it took UTF-8 for Windows-1252, and saved "CafÃ©"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CODEC = "cp1252"
_FOLLOWING = re.escape(bytes(range(0x80, 0xC0)).decode(_CODEC, "ignore"))
# "é" and its like, the euro, and the quotation marks and dashes of a word processor. Whatever comes first of
# another letter may also be typed before a quotation mark.
_SPOILED = re.compile(f"(?:Ã[{_FOLLOWING}]|â[€‚][{_FOLLOWING}])+")


class Spoiled(NamedTuple):
    line: int
    column: int
    """Both from 1."""
    typed: str
    meant: str


def find_spoiled(lines: Sequence[str]) -> Iterator[Spoiled]:
    """The first such in each line."""
    for number, line in enumerate(lines, start=1):
        for found in _SPOILED.finditer(line):
            try:
                meant = found[0].encode(_CODEC).decode()
            except UnicodeDecodeError:
                continue
            yield Spoiled(number, found.start() + 1, found[0], meant)
            break
