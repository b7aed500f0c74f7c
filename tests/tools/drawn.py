"""What is drawn on a page: outlines and letters with their colours, wherever and however large they are."""

import ctypes
from collections.abc import Container, Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

Colour = tuple[int, int, int]
Outline = tuple[tuple[float, float], ...]
_DEPTH = 8


@dataclass(frozen=True)
class Shape:
    """A filled path of so many points across."""

    colour: Colour
    outline: Outline
    """Its corners, in a square of 1 by 1."""
    width: float
    top: float
    """Points from the foot of the page."""


def shapes(page: pypdfium2.PdfPage, colours: Container[Colour] | None = None) -> Iterator[Shape]:
    """Every filled path; in one of these colours, if any are given: a map has thousands of paths."""
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH):
        colour = _colour(path)
        if colours is not None and colour not in colours:
            continue
        corners = [_corner(path, n) for n in range(raw.FPDFPath_CountSegments(path.raw))]
        left, foot = (min(values) for values in zip(*corners, strict=True))
        right, top = (max(values) for values in zip(*corners, strict=True))
        if right > left and top > foot:
            outline = tuple(
                (round((x - left) / (right - left), 1), round((y - foot) / (top - foot), 1))
                for x, y in corners
            )
            bounds = path.get_bounds()
            yield Shape(colour, outline, bounds[2] - bounds[0], bounds[3])


def colours_of_letters(page: pypdfium2.PdfPage) -> set[Colour]:
    """The colours in which something is written."""
    return {_colour(o) for o in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEPTH)}


def mirrored(outline: Outline) -> Outline:
    """The same as it is drawn where one reads from right to left."""
    return tuple((round(1 - x, 1), y) for x, y in outline)


def _corner(path: pypdfium2.PdfObject, number: int) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path.raw, number), x, y)
    return x.value, y.value


def _colour(drawn: pypdfium2.PdfObject) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(drawn.raw, *parts)
    red, green, blue = (part.value for part in parts[:3])
    return red, green, blue
