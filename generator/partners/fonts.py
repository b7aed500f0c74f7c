"""Whether a font is all there: in the file, with a letter for each of its signs, and with their right widths.

PDF/UA asks for that, and a font that is not in the file looks otherwise on each printer. What
is not surely right counts as wrong: the page then becomes a picture, which always prints.
"""

import re

from pypdf.generic import ArrayObject, PdfObject, StreamObject

from generator.partners.lookup import number_of, value_of
from generator.partners.widths import widths_agree

_ENCODINGS = ("/WinAnsiEncoding", "/MacRomanEncoding")
_SYMBOLIC = 0b100
_NO_LETTER = re.compile(rb"<[0-9A-Fa-f]+>\s*<(?:0000|FEFF|FFFE)>", re.IGNORECASE)
"""Signs that a font says to be no letter at all."""


def is_complete(font: PdfObject | None) -> bool:
    match value_of(font, "/Subtype"):
        case "/Type0":
            return _composite(font)
        case "/Type1" | "/MMType1":
            return _embedded(font) and (_has_letters(font) or _has_encoding(font)) and widths_agree(font)
        case "/TrueType":
            return _embedded(font) and _suits_its_flags(font) and widths_agree(font)
    # The glyphs of a Type 3 font are drawings, which may hold anything.
    return False


def _composite(font: PdfObject | None) -> bool:
    descendants = value_of(font, "/DescendantFonts")
    if not isinstance(descendants, ArrayObject) or len(descendants) != 1:
        return False
    descendant = descendants[0].get_object()
    identity = value_of(font, "/Encoding") in ("/Identity-H", "/Identity-V")
    mapped = (
        value_of(descendant, "/Subtype") == "/CIDFontType0"
        or value_of(descendant, "/CIDToGIDMap") is not None
    )
    return identity and mapped and _embedded(descendant) and _has_letters(font) and widths_agree(descendant)


def _embedded(font: PdfObject | None) -> bool:
    descriptor = value_of(font, "/FontDescriptor")
    keys = ("/FontFile", "/FontFile2", "/FontFile3")
    return any(isinstance(value_of(descriptor, key), StreamObject) for key in keys)


def _has_letters(font: PdfObject | None) -> bool:
    table = value_of(font, "/ToUnicode")
    return isinstance(table, StreamObject) and not _NO_LETTER.search(table.get_data())


def _has_encoding(font: PdfObject | None) -> bool:
    return value_of(font, "/Encoding") in _ENCODINGS


def _suits_its_flags(font: PdfObject | None) -> bool:
    """A TrueType font of letters has one of two encodings, one of signs has none (ISO 14289-1, 7.21.6)."""
    if number_of(value_of(font, "/FontDescriptor"), "/Flags") & _SYMBOLIC:
        return value_of(font, "/Encoding") is None and _has_letters(font)
    return _has_encoding(font) and (value_of(font, "/ToUnicode") is None or _has_letters(font))
