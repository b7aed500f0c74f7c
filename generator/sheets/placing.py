"""Puts partners' pages on our sheets: each takes the place of the small picture that holds it.

Typst sets the sheets, and knows nothing of partners' PDFs. Numbers, bookmarks, tags and the words
for who cannot see the page are all in its document, and stay; only what is drawn changes. So the document
stays as it is, byte for byte, and what changes is added below it (ISO 32000-1, 7.5.6, incremental updates):
to read and write the binder of a thousand offers anew takes a gibibyte.
"""

import re
from collections.abc import Container, Iterable, Mapping
from hashlib import md5
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from generator.partners import CleanFile
from generator.partners.lookup import number_of, value_of

_HOLDER = 2
"""Pixels along the side of the picture that holds a place."""
_PICTURE = re.compile(rb"\n(\d+) 0 obj\n<<[^>\n]*/Width %d/Height %d\b" % (_HOLDER, _HOLDER))
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
    reader = PdfReader(BytesIO(pdf))
    places = _places(reader, pdf, drawings)
    assert set(places.values()) == set(drawings), "every page has its place"
    return pdf + _update(reader, pdf, {number: drawings[holder] for number, holder in places.items()})


def _places(reader: PdfReader, pdf: bytes, holders: Container[bytes]) -> dict[int, bytes]:
    """Number of the object -> what it holds the place of.

    Looks for the pictures themselves: to go through all pages of a large binder takes seconds.
    """
    found: dict[int, bytes] = {}
    for match in _PICTURE.finditer(pdf):
        number = int(match[1])
        held = _held(reader.get_object(number))
        if held is not None and held in holders:
            found[number] = held
    return found


def _update(reader: PdfReader, pdf: bytes, changed: Mapping[int, PdfObject]) -> bytes:
    """Objects in place of those of the document, what they need, and where all of these are."""
    copies = PdfWriter()
    trailer = reader.trailer
    free = number_of(trailer, "/Size")
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
    identity = md5(pdf + out.getvalue(), usedforsecurity=False).digest()
    update = DictionaryObject(
        {
            NameObject("/Size"): NumberObject(len(copies._objects) + 1),
            NameObject("/Prev"): NumberObject(int(pdf[pdf.rindex(b"startxref") :].split()[1])),
            NameObject("/ID"): ArrayObject([value_of(trailer, "/ID")[0], ByteStringObject(identity)]),
            **{NameObject(key): trailer.raw_get(key) for key in ("/Root", "/Info")},
        }
    )
    out.write(b"xref\n" + table + b"trailer\n")
    update.write_to_stream(out)
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


def _held(picture: PdfObject | None) -> bytes | None:
    """What the pixels of a picture of two by two spell; None for any other picture."""
    if isinstance(picture, StreamObject) and picture.get("/Width") == picture.get("/Height") == _HOLDER:
        return picture.get_data()
    return None
