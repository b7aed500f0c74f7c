"""Whether a font says the same of its letters' widths within its file and beside it.

PDF/UA asks for that (ISO 14289-1, 7.21.5): programs that place letters by the one, and programs that
reckon with the other, would come to different pages.
"""

from collections.abc import Iterator
from io import BytesIO

from fontTools.agl import UV2AGL
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.ttLib import TTFont
from pypdf.generic import ArrayObject, NameObject, PdfObject, StreamObject

from generator.partners.lookup import number_of, value_of
from generator.partners.postscript_widths import Letters, letters_of

_TOLERANCE = 1
"""Thousandths of the height of the type."""
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_OF_SIGNS = 0xF000
"""Where a font of signs has its codes from 0 to 255."""
_MOST_LETTERS = 65_536


def widths_agree(font: PdfObject | None) -> bool:
    """Raises whatever damage makes of it."""
    return all(
        # A width of nothing is one that the file leaves out: the letter is not used.
        not width or not advance or abs(advance - width) <= _TOLERANCE
        for width, advance in _pairs(font)
    )


def _pairs(font: PdfObject | None) -> Iterator[tuple[float, float]]:
    """For each letter its width beside the file and within it."""
    descriptor = value_of(font, "/FontDescriptor")
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        file = value_of(descriptor, key)
        if isinstance(file, StreamObject):
            return (
                _of_outlines(font, file) if key == "/FontFile2" else _of_letters(font, letters_of(file, key))
            )
    return iter(())


def _of_outlines(font: PdfObject | None, file: StreamObject) -> Iterator[tuple[float, float]]:
    with TTFont(BytesIO(file.get_data()), lazy=True) as within:
        scale = 1000 / within["head"].unitsPerEm
        advances, order = within["hmtx"].metrics, within.getGlyphOrder()
        kind = value_of(font, "/Subtype")
        said = _by_number(font) if kind == "/CIDFontType2" else _by_code(font, within)
        for glyph, width in said:
            if 0 < glyph < len(order):
                yield width, advances[order[glyph]][0] * scale


def _of_letters(font: PdfObject | None, letters: Letters) -> Iterator[tuple[float, float]]:
    names = set(letters.order)
    if value_of(font, "/Subtype") == "/CIDFontType0":
        said = ((_name_of(number, letters), width) for number, width in _by_number(font))
    else:
        encoding = _names(value_of(font, "/Encoding"), letters)
        said = ((encoding[code], width) for code, width in _codes(font))
    for name, width in said:
        if name in names and name != ".notdef":
            yield width, letters.width(name)


def _name_of(number: int, letters: Letters) -> str:
    if letters.by_cid:
        return f"cid{number:05d}"
    return letters.order[number] if number < len(letters.order) else ".notdef"


def _names(encoding: PdfObject | None, letters: Letters) -> list[str]:
    """Name of the letter for each of 256 codes."""
    base = encoding if isinstance(encoding, NameObject) else value_of(encoding, "/BaseEncoding")
    if base in _CODECS:
        signs = (bytes((code,)).decode(_CODECS[base], "replace") for code in range(256))
        names = [UV2AGL.get(ord(sign), ".notdef") for sign in signs]
    else:
        names = list(letters.encoding or StandardEncoding)
    code = 0
    for item in value_of(encoding, "/Differences") or ():
        named = item.get_object()
        if isinstance(named, NameObject):
            names[code] = named.removeprefix("/")
            code += 1
        else:
            code = int(named)
    return names


def _codes(font: PdfObject | None) -> Iterator[tuple[int, float]]:
    """Code and width, as a font with a code for each letter says them."""
    first = number_of(font, "/FirstChar")
    for code, width in enumerate(value_of(font, "/Widths") or (), start=first):
        if 0 <= code < 256:
            yield code, float(width)


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
    for code, width in _codes(font):
        if codec and (3, 1) in maps:
            letter = bytes((code,)).decode(codec, "replace")
            name = maps[3, 1].get(ord(letter))
        elif (3, 0) in maps and not codec:
            name = maps[3, 0].get(_OF_SIGNS + code, maps[3, 0].get(code))
        else:
            name = maps.get((1, 0), {}).get(code) if not codec else None
        if name is not None:
            yield within.getGlyphID(name), width
