"""Whether a TrueType font says the same of its letters' widths within its file and beside it.

PDF/UA asks for that (ISO 14289-1, 7.21.5): programs that place letters by the one, and programs that
reckon with the other, would come to different pages.
"""

from collections.abc import Iterator
from io import BytesIO

from fontTools.ttLib import TTFont
from pypdf.generic import ArrayObject, PdfObject, StreamObject

from generator.partners.lookup import number_of, value_of

_TOLERANCE = 1
"""Thousandths of the height of the type."""
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_OF_SIGNS = 0xF000
"""Where a font of signs has its codes from 0 to 255."""
_MOST_LETTERS = 65_536


def widths_agree(font: PdfObject | None) -> bool:
    """Raises whatever damage makes of it. Of other kinds of fonts nothing is known: they agree."""
    file = value_of(value_of(font, "/FontDescriptor"), "/FontFile2")
    if not isinstance(file, StreamObject):
        return True
    with TTFont(BytesIO(file.get_data()), lazy=True) as within:
        scale = 1000 / within["head"].unitsPerEm
        advances, order = within["hmtx"].metrics, within.getGlyphOrder()
        kind = value_of(font, "/Subtype")
        said = _by_number(font) if kind == "/CIDFontType2" else _by_code(font, within)
        for glyph, width in said:
            if not 0 < glyph < len(order):
                continue
            advance = advances[order[glyph]][0] * scale
            # A width of nothing is one that the file leaves out: the letter is not used.
            if width and advance and abs(advance - width) > _TOLERANCE:
                return False
    return True


def _by_number(font: PdfObject | None) -> Iterator[tuple[int, float]]:
    """Number of the glyph and width, of a font with thousands of them: `c [w1 w2]` or `first last w`."""
    table = value_of(font, "/CIDToGIDMap")
    glyphs = table.get_data() if isinstance(table, StreamObject) else None

    def glyph(number: int) -> int:
        if glyphs is None:
            return number
        return int.from_bytes(glyphs[2 * number : 2 * number + 2], "big")

    items = [item.get_object() for item in value_of(font, "/W") or ()]
    while len(items) > 1:
        first, second = int(items.pop(0)), items.pop(0)
        if isinstance(second, ArrayObject):
            yield from ((glyph(first + step), float(width)) for step, width in enumerate(second))
        elif items:
            width = float(items.pop(0))
            last = min(int(second), first + _MOST_LETTERS)
            yield from ((glyph(number), width) for number in range(first, last + 1))


def _by_code(font: PdfObject | None, within: TTFont) -> Iterator[tuple[int, float]]:
    """Number of the glyph and width, of a font with a code for each letter."""
    codec = _CODECS.get(value_of(font, "/Encoding"))
    maps = {(table.platformID, table.platEncID): table.cmap for table in within["cmap"].tables}
    first = number_of(font, "/FirstChar")
    for code, width in enumerate(value_of(font, "/Widths") or (), start=first):
        if not 0 <= code < 256:
            continue
        if codec and (3, 1) in maps:
            letter = bytes((code,)).decode(codec, "replace")
            name = maps[3, 1].get(ord(letter))
        elif (3, 0) in maps and not codec:
            name = maps[3, 0].get(_OF_SIGNS + code, maps[3, 0].get(code))
        else:
            name = maps.get((1, 0), {}).get(code) if not codec else None
        if name is not None:
            yield within.getGlyphID(name), float(width)
