"""Puts partners' pages on our sheets: each takes the place of the small picture that holds it.

Typst sets the sheets, and knows nothing of partners' PDFs. Numbers, bookmarks, tags and the words
for who cannot see the page are all in its document, and stay; only what is drawn changes. So the document
stays as it is, byte for byte, and what changes is added below it (ISO 32000-1, 7.5.6, incremental updates):
to read and write the binder of a thousand offers anew takes a gibibyte.
"""

import re
import zlib
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NullObject, PdfObject

from generator.partners import CleanFile
from generator.sheets.plain_pdf import END, ID_DIGITS, STREAM, PlainPdf, between

_HOLDER = 2
"""Pixels along the side of the picture that holds a place."""
_SIZE = b"/Width %d/Height %d" % (_HOLDER, _HOLDER)
_PICTURE = re.compile(
    rb"\n(\d+) 0 obj\n<<[^>\n]*%s\b[^\n]*\nstream\n.{,200}?\nendstream" % _SIZE,
    re.DOTALL,
)
"""As Typst writes one; a match in the middle of other data is no such object."""


def place_pages(pdf: bytes, files: Iterable[CleanFile]) -> bytes:
    """The same document, with the pages of these files in their places. Each has one at least."""
    drawings: dict[bytes, PdfObject] = {}
    for file in files:
        pages = PdfReader(BytesIO(file.pdf)).pages
        for number, page in enumerate(pages):
            drawings[file.holder(number).encode()] = _drawn(page).raw_get("/P").get_object()
    if not drawings:
        return pdf
    places = _places(pdf, drawings)
    assert set(places.values()) == set(drawings), "every page has its place"
    return pdf + _update(pdf, {number: drawings[holder] for number, holder in places.items()})


def _places(pdf: bytes, holders: Container[bytes]) -> dict[int, bytes]:
    """Number of the object -> what it holds the place of.

    Looks for the pictures themselves: to go through all of a large binder takes seconds.
    """
    found: dict[int, bytes] = {}
    at = pdf.find(_SIZE)
    while at >= 0:
        # Its number stands in the line before.
        line = pdf.rfind(b"\n", 0, at)
        match = _PICTURE.match(pdf, pdf.rfind(b"\n", 0, max(line, 0)))
        if match and (held := _held(match[0])) in holders:
            found[int(match[1])] = held
        at = pdf.find(_SIZE, at + 1)
    return found


def _held(picture: bytes) -> bytes:
    """What the pixels of a picture of two by two spell."""
    head, _, rest = picture.partition(STREAM)
    pixels = rest.removesuffix(END)
    # What only looks like a picture spells nothing.
    with suppress(zlib.error):
        return zlib.decompress(pixels) if b"/FlateDecode" in head else pixels
    return b""


def _update(pdf: bytes, changed: Mapping[int, PdfObject]) -> bytes:
    """Objects in place of those of the document, what they need, and where all of these are."""
    copies = PdfWriter()
    document = PlainPdf(pdf)
    free = int(between(document.trailer, b"/Size ", b"/"))
    # What is copied gets the numbers that the document has not used.
    copies._objects += [NullObject()] * (free - 1 - len(copies._objects))
    written = {
        number: drawing.clone(copies, force_duplicate=True) for number, drawing in sorted(changed.items())
    }
    roots = {id(copy) for copy in written.values()}
    written |= {
        number: item
        for number, item in enumerate(copies._objects[free - 1 :], start=free)
        if item is not None and id(item) not in roots
    }
    out = BytesIO()
    out.write(b"\n")
    table = b""
    for number, item in written.items():
        table += b"%d 1\n%010d 00000 n\r\n" % (number, len(pdf) + out.tell())
        out.write(b"%d 0 obj\n" % number)
        item.write_to_stream(out)
        out.write(b"\nendobj\n")
    start = len(pdf) + out.tell()
    identity = sha256(pdf)
    identity.update(out.getbuffer())
    trailer = b"<</Size %d/Prev %d/ID[%s<%s>]/Root %d 0 R/Info %d 0 R>>" % (
        len(copies._objects) + 1,
        int(document.trailer.split()[-2]),
        document.identity,
        identity.hexdigest()[:ID_DIGITS].encode(),
        document.catalogue,
        document.info,
    )
    out.write(b"xref\n" + table + b"trailer\n" + trailer)
    out.write(b"\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def _drawn(page: PdfObject) -> DictionaryObject:
    """The pictures and drawings of a page, by name."""
    assert isinstance(page, DictionaryObject)
    resources = page["/Resources"] if "/Resources" in page else DictionaryObject()
    assert isinstance(resources, DictionaryObject)
    found = resources["/XObject"] if "/XObject" in resources else DictionaryObject()
    assert isinstance(found, DictionaryObject)
    return found
