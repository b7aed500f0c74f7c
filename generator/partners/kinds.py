"""What kind of file it is, by its first bytes: what it is called says nothing."""

from pypdf import PdfWriter

from generator.partners.documents import clean_document
from generator.partners.images import clean_image
from generator.partners.refusals import Reason, RefusedError

Size = tuple[float, float]
_OTHERS = (
    (b"PK\x03\x04", "Word"),
    (b"\xd0\xcf\x11\xe0", "Word"),
    (b"{\\rtf", "Word"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WebP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
    (b"<!DOCTYPE", "HTML"),
    (b"<html", "HTML"),
    (b"%!PS", "PostScript"),
)
_BEFORE_PDF = 1024
"""Readers take a PDF that begins within its first kilobyte."""


def clean_any(data: bytes) -> tuple[PdfWriter, list[Size]]:
    """A clean PDF and the sizes of its pages in points; RefusedError if it is not taken."""
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return clean_image(data)
    if b"%PDF-" in data[:_BEFORE_PDF]:
        return clean_document(data)
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        raise RefusedError(Reason.OTHER_KIND, "HEIC")
    start = data[:_BEFORE_PDF].lstrip(b"\xef\xbb\xbf \r\n\t")
    raise RefusedError(
        Reason.OTHER_KIND, next((kind for sign, kind in _OTHERS if start.startswith(sign)), "")
    )
