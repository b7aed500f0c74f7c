"""The letters of a PostScript font (Type 1 or CFF) that is within a PDF: their names and how wide each is.

The fonts of Adobe's programs and of LaTeX are of this kind. Sources: Adobe Type 1 Font Format,
Adobe Technical Notes 5176 and 5177; ISO 32000-1, 9.6.2, 9.7.4 and 9.9.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from fontTools.cffLib import CFFFontSet
from fontTools.misc import eexec, psLib
from fontTools.misc.psCharStrings import T1CharString
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont
from pypdf.generic import StreamObject

from generator.partners.lookup import value_of

_KEY = 4_330
"""Of the cipher in which a Type 1 font keeps its letters."""
_LEAD = 4
"""Bytes at the start of such a letter that mean nothing, unless the font says otherwise."""


@dataclass(frozen=True)
class Letters:
    """What a font's file says of its own letters."""

    order: Sequence[str]
    """Names, by the number of the glyph."""
    by_cid: bool
    """A font of thousands of letters, which have numbers for names: cid00001."""
    encoding: Sequence[str]
    """Name of the letter for each code from 0 to 255; empty if the font says StandardEncoding."""
    width: Callable[[str], float]
    """In thousandths of the height of the type; raises KeyError for a name that is not in the font."""


def letters_of(file: StreamObject, key: str) -> Letters:
    """Of the file that a font descriptor has under `key`: /FontFile or /FontFile3.

    Raises whatever damage makes of it.
    """
    if key == "/FontFile":
        return _type_1(file)
    data = file.get_data()
    if value_of(file, "/Subtype") == "/OpenType":
        with TTFont(BytesIO(data), lazy=True) as within:
            data = within.getTableData("CFF ")
    return _compact(data)


def _compact(data: bytes) -> Letters:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    top: Any = fonts[0]
    letters = top.CharStrings
    scale = 1000 * _across(top)

    def width(name: str) -> float:
        letter = letters[name]
        letter.draw(NullPen())
        return float(letter.width) * scale

    by_cid = hasattr(top, "ROS")
    encoding = () if by_cid or isinstance(top.Encoding, str) else top.Encoding
    return Letters(order=top.charset, by_cid=by_cid, encoding=encoding, width=width)


def _across(top: Any) -> float:
    """The size of a font's unit, of its fonts within too: 0.001 nearly always."""
    if not hasattr(top, "FDArray") or "FontMatrix" in top.rawDict:
        return float(top.FontMatrix[0])
    (size,) = {float(within.FontMatrix[0]) for within in top.FDArray}
    return size


def _type_1(file: StreamObject) -> Letters:
    font = psLib.suckfont(file.get_data())
    private = font["Private"]
    lead = private.get("lenIV", _LEAD)

    def opened(letter: bytes) -> T1CharString:
        plain, _key = eexec.decrypt(letter, _KEY)
        return T1CharString(plain[lead:], subrs=routines)

    routines: list[T1CharString] = []
    routines.extend(opened(routine) for routine in private.get("Subrs", ()))
    letters, scale = font["CharStrings"], 1000 * float(font["FontMatrix"][0])

    def width(name: str) -> float:
        letter = opened(letters[name])
        letter.draw(NullPen())
        return float(letter.width) * scale

    encoding = font["Encoding"]
    return Letters(
        order=tuple(letters),
        by_cid=False,
        encoding=() if isinstance(encoding, str) else encoding,
        width=width,
    )
