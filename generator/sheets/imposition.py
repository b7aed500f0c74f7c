"""Lays the pages of a booklet in the order in which sheets are printed, folded and stapled."""

from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import ArrayObject, ByteStringObject

A4_LANDSCAPE = (841.8898, 595.2756)
"""Width and height in points."""
CREEP = 0.1
"""Millimetres by which each inner sheet moves to the fold, for the thickness of the paper around it."""


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


def impose_booklet(pdf: bytes, title: str) -> bytes:
    """Two A5 pages on each A4 side. It loses the tags, so it is for printing only."""
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter()
    half = A4_LANDSCAPE[0] / 2
    for number, (left, right) in enumerate(folding_order(len(reader.pages))):
        side = writer.add_blank_page(*A4_LANDSCAPE)
        creep = CREEP * 72 / 25.4 * (number // 2)
        if left is not None:
            _place(side, reader.pages[left], creep)
        if right is not None:
            _place(side, reader.pages[right], half - creep)
    writer.compress_identical_objects()
    dates = {key: str(reader.metadata[key]) for key in ("/CreationDate",) if reader.metadata}
    writer.metadata = {"/Title": title, "/Producer": "pypdf", **dates}
    # The same input gives the same bytes: the identity is the brochure's own, not a random one.
    identity = reader.trailer.get("/ID")
    if identity:
        writer._ID = ArrayObject([ByteStringObject(part.original_bytes) for part in identity])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _place(side: PageObject, page: PageObject, left: float) -> None:
    box = page.mediabox
    scale = min(A4_LANDSCAPE[0] / 2 / float(box.width), A4_LANDSCAPE[1] / float(box.height))
    move = Transformation().translate(-float(box.left), -float(box.bottom)).scale(scale).translate(left, 0)
    side.merge_transformed_page(page, move, expand=False)
