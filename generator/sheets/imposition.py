"""Lays the pages of a booklet in the order in which sheets are printed, folded and stapled."""

from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    EncodedStreamObject,
    FloatObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
)

A4_LANDSCAPE = (841.8898, 595.2756)
"""Width and height in points."""
CREEP = 0.1
"""Millimetres: how thick paper of 80 g/m² is. Each sheet around an inner one pushes it out by that much."""


def folding_order(pages: int) -> list[tuple[int | None, int | None]]:
    """For each side, in printing order, the pages left and right (from 0; None is blank).

    For duplex printing, flipped on the short edge.
    """
    whole = -(-pages // 4) * 4

    def page(index: int) -> int | None:
        return index if index < pages else None

    sides = []
    for sheet in range(whole // 4):
        sides.append((page(whole - 1 - 2 * sheet), page(2 * sheet)))
        sides.append((page(2 * sheet + 1), page(whole - 2 - 2 * sheet)))
    return sides


def impose_booklet(pdf: bytes, title: str, creep: float = CREEP) -> bytes:
    """Two A5 pages on each A4 side. It loses the tags, so it is for printing only.

    `creep` is how far (mm) each sheet moves to the fold, from the cover inwards: so the outer margins are
    alike when the booklet is folded and trimmed.
    """
    # As it is not strict, it would look for every object first.
    reader = PdfReader(BytesIO(pdf), strict=True)
    writer = PdfWriter()
    half = A4_LANDSCAPE[0] / 2
    for number, (left, right) in enumerate(folding_order(len(reader.pages))):
        moved = creep * 72 / 25.4 * (number // 2)
        halves = ((left, "/Left", moved), (right, "/Right", half - moved))
        placed = [(reader.pages[index], name, offset) for index, name, offset in halves if index is not None]
        _place(writer, writer.add_blank_page(*A4_LANDSCAPE), placed)
    made = reader.metadata.get("/CreationDate") if reader.metadata else None
    dates = {"/CreationDate": str(made)} if made else {}
    writer.metadata = {"/Title": title, "/Producer": "pypdf", **dates}
    # The same input gives the same bytes: the identity is the brochure's own, not a random one.
    identity = reader.trailer.get("/ID")
    if isinstance(identity, ArrayObject):
        writer._ID = ArrayObject(ByteStringObject(part.original_bytes) for part in identity)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _place(writer: PdfWriter, side: PageObject, placed: list[tuple[PageObject, str, float]]) -> None:
    """Puts whole pages as drawings on a side, each at its distance in points from the left."""
    drawings: dict[PdfObject, PdfObject] = {}
    strokes = []
    for page, name, offset in placed:
        box = page.mediabox
        scale = min(A4_LANDSCAPE[0] / 2 / float(box.width), A4_LANDSCAPE[1] / float(box.height))
        x, y = offset - scale * float(box.left), -scale * float(box.bottom)
        strokes.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.4f} {y:.4f} cm {name} Do Q")
        drawings[NameObject(name)] = writer._add_object(_drawing(writer, page))
    side[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject(drawings)})
    content = StreamObject()
    content.set_data("\n".join(strokes).encode())
    side[NameObject("/Contents")] = writer._add_object(content)


def _drawing(writer: PdfWriter, page: PageObject) -> StreamObject:
    """A page as a Form XObject. Its content is taken as it is, packed: to unpack it would take seconds."""
    content = page.get("/Contents", NullObject()).get_object()
    form = StreamObject()
    # Typst packs all of a page in one stream; a blank page has none.
    if isinstance(content, EncodedStreamObject):
        form._data = content._data
        form[NameObject("/Filter")] = content["/Filter"]
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(FloatObject(value) for value in page.mediabox),
        }
    )
    if "/Resources" in page:
        form[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return form
