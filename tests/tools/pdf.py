"""Looks at a PDF as a reader, a printer and a phone's camera do."""

import ctypes
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image
from pypdfium2 import raw

MM_PER_POINT = 25.4 / 72
QR_CODE = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def texts_of(pdf: bytes) -> list[str]:
    """The text of each page on one line, single spaces within; pypdf takes ten times as long to read it."""
    document = pypdfium2.PdfDocument(pdf)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()).strip() for page in document]


@dataclass(frozen=True)
class Code:
    """A QR code as it was decoded, with the side of its symbol (without quiet zone) in mm."""

    page: int
    text: str
    side: float
    left: float
    top: float
    """Where it begins, in mm from the left side and from the top of the page."""


@dataclass(frozen=True)
class Sheet:
    """One PDF file."""

    path: Path

    @cached_property
    def document(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.path)

    def __len__(self) -> int:
        return len(self.document)

    @cached_property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """Width and height of each page, in whole millimetres."""
        sizes = (self.document.get_page_size(number) for number in range(len(self)))
        return tuple((round(width * MM_PER_POINT), round(height * MM_PER_POINT)) for width, height in sizes)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each page, in the order in which it is drawn."""
        return tuple(page.get_textpage().get_text_bounded() for page in self.document)

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def lines(self, page: int) -> tuple[str, ...]:
        """What stands on each line of a page as an eye sees it, from left to right, in any language."""
        text = self.document[page].get_textpage()
        rows: dict[int, list[tuple[float, str]]] = {}
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(text.count_chars()):
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            letter = text.get_text_range(index, 1)
            if letter.strip():
                rows.setdefault(round(y.value), []).append((x.value, letter))
        return tuple(
            "".join(letter for _, letter in sorted(row)) for _, row in sorted(rows.items(), reverse=True)
        )

    def image(self, page: int, dpi: int) -> Image.Image:
        """A page as a grey picture."""
        picture: Image.Image = self.document[page].render(scale=dpi / 72, grayscale=True).to_pil()
        return picture

    def piece(self, code: Code, around: float, dpi: int) -> Image.Image:
        """A code and what is around it, so many mm on each side, as a grey picture."""
        page = self.document[code.page]
        width, height = (side * MM_PER_POINT for side in page.get_size())
        right, foot = width - code.left - code.side, height - code.top - code.side
        cut = (max(0, side - around) / MM_PER_POINT for side in (code.left, foot, right, code.top))
        picture: Image.Image = page.render(scale=dpi / 72, grayscale=True, crop=tuple(cut)).to_pil()
        return picture

    def codes(self, dpi: int = 150, step: int = 1) -> tuple[Code, ...]:
        """Every QR code that a camera finds, page by page; with a step of 2 on the fronts only."""
        mm = 25.4 / dpi
        found = []
        for number in range(0, len(self), step):
            for barcode in zxingcpp.read_barcodes(self.image(number, dpi), formats=QR_CODE):
                box = barcode.position
                one, other = box.top_left, box.bottom_right
                # A code on a panel that is folded stands upside down.
                left, top = min(one.x, other.x) * mm, min(one.y, other.y) * mm
                found.append(Code(number, barcode.text, abs(box.top_right.x - one.x) * mm, left, top))
        return tuple(found)
