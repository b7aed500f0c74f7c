"""Puts partners' pages on our sheets: each takes the place of the small picture that holds it.

Typst sets the sheets, and knows nothing of partners' PDFs. Numbers, bookmarks, tags and the words
for who cannot see the page are all in its document, and stay; only what is drawn changes.
"""

from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from generator.partners import CleanFile

_HOLDER = 2
"""Pixels along the side of the picture that holds a place."""


def place_pages(pdf: bytes, files: Iterable[CleanFile]) -> bytes:
    """The same document, with the pages of these files in their places. Each has one at least."""
    drawings: dict[bytes, PdfObject] = {}
    for file in files:
        pages = PdfReader(BytesIO(file.pdf)).pages
        for number, page in enumerate(pages):
            drawings[file.holder(number).encode()] = _drawn(page).raw_get("/P").get_object()
    if not drawings:
        return pdf
    writer = PdfWriter(clone_from=BytesIO(pdf))
    placed = set()
    for page in writer.pages:
        pictures = _drawn(page)
        for name in list(pictures):
            holder = _held(pictures[name])
            if holder in drawings:
                reference = pictures.raw_get(name)
                writer._replace_object(reference, drawings[holder].clone(writer, force_duplicate=True))
                placed.add(holder)
    assert placed == set(drawings), "every page has its place"
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()


def _drawn(page: PdfObject) -> DictionaryObject:
    """The pictures and drawings of a page, by name."""
    assert isinstance(page, DictionaryObject)
    resources = page["/Resources"] if "/Resources" in page else DictionaryObject()
    assert isinstance(resources, DictionaryObject)
    found = resources["/XObject"] if "/XObject" in resources else DictionaryObject()
    assert isinstance(found, DictionaryObject)
    return found


def _held(picture: PdfObject) -> bytes | None:
    """What the pixels of a picture of two by two spell; None for any other picture."""
    if isinstance(picture, StreamObject) and picture.get("/Width") == picture.get("/Height") == _HOLDER:
        return picture.get_data()
    return None
