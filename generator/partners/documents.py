"""PDFs that somebody sent: opened with care, and each page made safe."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pypdfium2
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, IndirectObject, PdfObject

from generator.partners.images import LONG_SIDE, add_page, add_picture
from generator.partners.inert import InertCopy, NeedsPictureError
from generator.partners.lookup import number_of, value_of
from generator.partners.refusals import LIMITS, Reason, RefusedError

Size = tuple[float, float]
_PASSWORD_WANTED, _UNKNOWN_LOCK = 4, 5
"""FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY."""
_WITHOUT_LOCK = 3
"""FPDF_REMOVE_SECURITY."""
_TAIL = 8_192
"""Where a whole PDF tells where its table of objects is."""
_LINKS = ("/Link", "/Popup", "/PrinterMark", "/TrapNet")
"""Annotations that show nothing on paper, or nothing of interest."""
_HIDDEN = 0b100010
"""Flags of an annotation: hidden, or not to be shown."""
_PROOF = 100
"""Pixels along the longer side of a page that is drawn only to see whether it can be."""
_CM = 2.54 / 72


@dataclass(frozen=True)
class _Document:
    """A PDF without a lock, as two libraries know it."""

    data: bytes

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.data))

    @cached_property
    def drawn(self) -> pypdfium2.PdfDocument:
        document = pypdfium2.PdfDocument(self.data)
        # Only so are the answers in a form drawn; its scripts never run.
        document.init_forms()
        return document


def clean_document(data: bytes) -> tuple[PdfWriter, list[Size]]:
    """A clean PDF and the sizes of its pages; RefusedError if the file is not taken."""
    if b"startxref" not in data[-_TAIL:]:
        raise RefusedError(Reason.CUT_OFF)
    document = _Document(_unlocked(data))
    pages = _pages(document)
    boxes = [_Box.of(page) for page in pages]
    sizes = [box.size for box in boxes]
    writer = PdfWriter()
    copy = InertCopy(writer, _hides_layers(document))
    for number, (page, box) in enumerate(zip(pages, boxes, strict=True)):
        add_page(writer, _drawing(document, number, page, box, copy), box.size)
    writer = _with_what_is_used(writer)
    if _weight(writer) > LIMITS.made:
        writer = PdfWriter()
        for number, box in enumerate(boxes):
            add_page(writer, _pictured(writer, document, number), box.size)
    return writer, sizes


def _unlocked(data: bytes) -> bytes:
    """The same PDF without a lock that everybody may open: one that forbids printing, for instance."""
    if b"/Encrypt" not in data:
        return data
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # A lock of a kind that nobody knows is as good as a password.
        locked = error.err_code in (_PASSWORD_WANTED, _UNKNOWN_LOCK)
        raise RefusedError(Reason.LOCKED if locked else Reason.DAMAGED) from error
    open_one = BytesIO()
    document.save(open_one, flags=_WITHOUT_LOCK)
    return open_one.getvalue()


def _pages(document: _Document) -> list[PageObject]:
    try:
        count = len(document.reader.pages)
    except LimitReachedError as error:
        raise RefusedError(Reason.TOO_HEAVY) from error
    if count == 0:
        raise RefusedError(Reason.NO_PAGES)
    if count > LIMITS.pages:
        raise RefusedError(Reason.TOO_MANY_PAGES, str(count))
    return [document.reader.pages[number] for number in range(count)]


@dataclass(frozen=True)
class _Box:
    """What one sees of a page: its corner, width and height before it is turned; and how it is turned."""

    left: float
    bottom: float
    width: float
    height: float
    turned: int
    """Clockwise, in degrees: 0, 90, 180 or 270."""
    unit: float
    """Points to the unit."""

    @classmethod
    def of(cls, page: PageObject) -> "_Box":
        media, crop = page.mediabox, page.cropbox
        left, right = max(media.left, crop.left), min(media.right, crop.right)
        bottom, top = max(media.bottom, crop.bottom), min(media.top, crop.top)
        unit = float(page.get("/UserUnit", 1))
        box = cls(
            float(left), float(bottom), float(right - left), float(top - bottom), page.rotation % 360, unit
        )
        short, long = sorted(box.size)
        shown = " x ".join(f"{side * _CM:.0f}" for side in box.size)
        if long > LIMITS.longest_side:
            raise RefusedError(Reason.PAGE_TOO_LARGE, f"{shown} cm")
        if short < LIMITS.shortest_side:
            raise RefusedError(Reason.PAGE_TOO_SMALL)
        return box

    @property
    def size(self) -> Size:
        """Width and height in points, as one looks at it."""
        sides = (round(self.width * self.unit, 3), round(self.height * self.unit, 3))
        return sides[::-1] if self.turned % 180 else sides

    @property
    def to_unit_square(self) -> tuple[float, ...]:
        """The matrix that puts it on the unit square, upright."""
        left, bottom, w, h = self.left, self.bottom, self.width, self.height
        match self.turned:
            case 90:
                return (0, -1 / w, 1 / h, 0, -bottom / h, 1 + left / w)
            case 180:
                return (-1 / w, 0, 0, -1 / h, 1 + left / w, 1 + bottom / h)
            case 270:
                return (0, 1 / w, -1 / h, 0, 1 + bottom / h, -left / w)
        return (1 / w, 0, 0, 1 / h, -left / w, -bottom / h)

    @property
    def corners(self) -> tuple[float, ...]:
        return (self.left, self.bottom, self.left + self.width, self.bottom + self.height)


def _drawing(
    document: _Document, number: int, page: PageObject, box: _Box, copy: InertCopy
) -> IndirectObject:
    """A page as a drawing that stays sharp at any size, or else as a picture.

    It is drawn once in any case: what takes for ever takes it here, where the time is limited, and
    not on the phone of whoever opens the binder.
    """
    try:
        if any(_annotations(page)):
            raise NeedsPictureError
        drawing = copy.page(page, box.corners, box.to_unit_square)
    except LimitReachedError as error:
        raise RefusedError(Reason.TOO_HEAVY) from error
    except MemoryError:
        raise
    except Exception:  # odd content: a program that only draws may still make sense of it
        return _pictured(copy.writer, document, number)
    document.drawn[number].render(scale=_PROOF / max(box.size))
    return drawing


def _pictured(writer: PdfWriter, document: _Document, number: int) -> IndirectObject:
    page = document.drawn[number]
    scale = LONG_SIDE / max(page.get_size())
    return add_picture(writer, page.render(scale=scale, draw_annots=True).to_pil().convert("RGB"))


def _annotations(page: PageObject) -> Iterator[PdfObject]:
    """Notes, stamps and fields of forms that one sees on the page."""
    annotations = value_of(page, "/Annots")
    for reference in annotations if isinstance(annotations, ArrayObject) else ():
        found = reference.get_object()
        shown = value_of(found, "/Subtype") not in _LINKS and value_of(found, "/AP") is not None
        if shown and not number_of(found, "/F") & _HIDDEN:
            yield found


def _hides_layers(document: _Document) -> bool:
    """Whether any layer is off: what it holds must not come to light."""
    layers = value_of(value_of(document.reader.trailer, "/Root"), "/OCProperties")
    usual = value_of(layers, "/D")
    never = value_of(usual, "/OFF"), value_of(usual, "/AS")
    return any(never) or value_of(usual, "/BaseState") not in (None, "/ON")


def _with_what_is_used(writer: PdfWriter) -> PdfWriter:
    """The same pages, without what was made for a page that became a picture after all."""
    used = PdfWriter()
    for page in writer.pages:
        used.add_page(page)
    return used


def _weight(writer: PdfWriter) -> int:
    found = BytesIO()
    writer.write(found)
    return found.tell()
