"""Bytes of a file -> text, also when it was saved in another encoding than UTF-8.

A file in another encoding is a mistake, yet it is read all the same, so that its
other mistakes come out in the same round.
"""

from dataclasses import dataclass

from generator.reading.traps import Gettext

MAX_BYTES = 20_000_000
"""Far above 5,000 records (3 MB); more than this is not a file that people typed."""

BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
"""The rare line ends of Unicode, which would make YAML count other lines than we do."""


@dataclass(frozen=True)
class Decoded:
    """The text, with line ends as `\\n`; `encoding` is "utf-8" when all is well.

    `line` and `column` (from 1) tell where the first character stands that is not UTF-8.
    """

    text: str
    encoding: str = "utf-8"
    line: int = 0
    column: int = 0

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


def decode(raw: bytes) -> Decoded:
    """Text of a file in UTF-8, UTF-16 or Windows-1252; never fails."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Decoded(_normal(raw.decode("utf-16", errors="replace")), "utf-16")
    if raw[:200].count(0) > len(raw[:200]) // 4:
        order = "utf-16-le" if raw[1:2] == b"\0" else "utf-16-be"
        return Decoded(_normal(raw.decode(order, errors="replace")), "utf-16")
    try:
        return Decoded(_normal(raw.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        before = _normal(raw[: error.start].decode("utf-8-sig", errors="replace"))
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Decoded(_normal(raw.decode("cp1252", errors="replace")), "windows-1252", line, column)


def told_encoding(decoded: Decoded, _: Gettext) -> tuple[str, str]:
    """What is said of a file in another encoding than UTF-8, and what to do."""
    name = decoded.encoding.upper() if decoded.encoding.startswith("utf") else "Windows-1252"
    return (
        _("This file is saved as {encoding}, not as UTF-8: accents get lost.").format(encoding=name),
        _("In your editor, choose Save as, and UTF-8 as the encoding."),
    )


def _normal(text: str) -> str:
    """One kind of line end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(BREAKS)
