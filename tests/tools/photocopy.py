"""A tired copier: what comes out of it is blurred, noisy, pale, askew and squeezed."""

import io

import numpy
import zxingcpp
from PIL import Image, ImageFilter

from tests.tools.pdf import QR_CODE, Code, Sheet

COPY_DPI = 100
AROUND = 12
"""Millimetres of the sheet on each side of a code: what a phone sees that is held above it."""


def photocopy(picture: Image.Image, seed: int) -> Image.Image:
    """The copy of a picture; the same seed gives the same noise."""
    noise = numpy.random.default_rng(seed)
    pixels = numpy.asarray(picture.convert("L").filter(ImageFilter.GaussianBlur(0.7)), dtype=float)
    pixels = 60 + pixels / 255 * 150 + noise.normal(0, 14, pixels.shape)
    copy = Image.fromarray(pixels.clip(0, 255).astype("uint8"))
    copy = copy.rotate(1.3, fillcolor=200, resample=Image.Resampling.BICUBIC)
    squeezed = io.BytesIO()
    copy.save(squeezed, "JPEG", quality=45)
    return Image.open(squeezed)


def reads_from_copy(sheet: Sheet, code: Code) -> bool:
    """Whether a phone still reads the code from a copy of its sheet."""
    copy = photocopy(sheet.piece(code, AROUND, COPY_DPI), seed=code.page)
    return any(found.text == code.text for found in zxingcpp.read_barcodes(copy, formats=QR_CODE))
