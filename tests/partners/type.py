"""Fonts with a code for each letter, of each kind that a PDF may hold: all have an "a"."""

from collections.abc import Callable
from io import BytesIO
from typing import Literal

from fontTools.fontBuilder import FontBuilder
from fontTools.misc import eexec
from fontTools.misc.psCharStrings import T1CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen

from tests.tools.paths import ROOT

FontKind = Literal["TrueType", "Type 1", "CFF"]
A_WIDE = 525
"""The width of an "a" in each of them, in thousandths."""
Parts = tuple[bytes, bytes, bytes, bytes]
"""Subtype of the font, key of its file, the file, and what its stream says beside its length."""


def truetype() -> Parts:
    file = (ROOT / "print" / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf").read_bytes()
    return b"TrueType", b"FontFile2", file, b"/Length1 %d" % len(file)


def compact() -> Parts:
    """As Adobe's programs write it."""

    def letter(width: int, drawn: bool) -> object:
        pen = T2CharStringPen(width, None)
        if drawn:
            pen.moveTo((50, 0))
            pen.lineTo((450, 0))
            pen.lineTo((250, 500))
            pen.closePath()
        return pen.getCharString()

    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCFF("Letter", {}, {".notdef": letter(500, False), "a": letter(A_WIDE, True)}, {})
    out = BytesIO()
    builder.font["CFF "].cff.compile(out, builder.font)
    return b"Type1", b"FontFile3", out.getvalue(), b"/Subtype/Type1C"


def type_1() -> Parts:
    """As LaTeX writes it: one part to read, one that is encrypted, and zeros."""

    def letter(*program: int | str) -> bytes:
        drawn = T1CharString(program=list(program))
        drawn.compile()
        secret, _key = eexec.encrypt(bytes(4) + drawn.bytecode, 4330)
        return b"%d RD %s" % (len(secret), secret)

    clear = b"""%!PS-AdobeFont-1.0: Letter
11 dict begin
/FontType 1 def /PaintType 0 def /FontName /Letter def
/FontMatrix [0.001 0 0 0.001 0 0] readonly def /Encoding StandardEncoding def
/FontBBox {0 0 1000 1000} readonly def
currentdict end
currentfile eexec
"""
    triangle = (0, A_WIDE, "hsbw", 50, 0, "rmoveto", 400, 0, "rlineto", -200, 500, "rlineto", "closepath")
    secret = b"""dup /Private 8 dict dup begin
/RD {string currentfile exch readstring pop} executeonly def
/ND {noaccess def} executeonly def
/NP {noaccess put} executeonly def
/BlueValues [] def /password 5839 def /MinFeature {16 16} def
/Subrs 1 array
dup 0 %s NP
ND
2 index /CharStrings 2 dict dup begin
/.notdef %s ND
/a %s ND
end end readonly put noaccess put
dup /FontName get exch definefont pop
mark currentfile closefile
""" % (letter("return"), letter(0, 500, "hsbw", "endchar"), letter(*triangle, "endchar"))
    hidden, _key = eexec.encrypt(b"abcd" + secret, 55665)
    zeros = (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"
    lengths = b"/Length1 %d/Length2 %d/Length3 %d" % (len(clear), len(hidden), len(zeros))
    return b"Type1", b"FontFile", clear + hidden + zeros, lengths


ONE_LETTER: dict[FontKind, Callable[[], Parts]] = {"TrueType": truetype, "Type 1": type_1, "CFF": compact}
