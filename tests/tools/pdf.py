"""Looks at a PDF as a reader, a printer and a phone's camera do."""

import ctypes
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy
import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter
from pypdfium2 import raw

MM_PER_POINT = 25.4 / 72
QR_CODE = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


@dataclass(frozen=True)
class Code:
    """A QR code as it was decoded, with the side of its symbol (without quiet zone) in mm."""

    page: int
    text: str
    side: float
    left: float
    """Where it begins, in mm from the left side of the page."""


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

    def codes(self, dpi: int = 150, photocopied: bool = False, step: int = 1) -> tuple[Code, ...]:
        """Every QR code that a camera finds, page by page; with a step of 2 on the fronts only."""
        found = []
        for number in range(0, len(self), step):
            picture = self.image(number, dpi)
            if photocopied:
                picture = photocopy(picture, seed=number)
            for barcode in zxingcpp.read_barcodes(picture, formats=QR_CODE):
                corners = barcode.position
                width = abs(corners.top_right.x - corners.top_left.x)
                found.append(Code(number, barcode.text, width / dpi * 25.4, corners.top_left.x / dpi * 25.4))
        return tuple(found)


def photocopy(picture: Image.Image, seed: int) -> Image.Image:
    """The same page out of a tired copier: blurred, grey, noisy, askew and squeezed."""
    noise = numpy.random.default_rng(seed)
    pixels = numpy.asarray(picture.convert("L").filter(ImageFilter.GaussianBlur(0.7)), dtype=float)
    pixels = 60 + pixels / 255 * 150 + noise.normal(0, 14, pixels.shape)
    copy = Image.fromarray(pixels.clip(0, 255).astype("uint8"))
    copy = copy.rotate(1.3, fillcolor=200, resample=Image.Resampling.BICUBIC)
    squeezed = io.BytesIO()
    copy.save(squeezed, "JPEG", quality=45)
    return Image.open(squeezed)
