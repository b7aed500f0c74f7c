"""Looks at a PDF as a reader with weak eyes and an office printer do: sizes, contrast, margins, overlap."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

import numpy
import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4
_DPI = 144
_PIXELS = _DPI / 72
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Box:
    """In points, from the left and the foot of the page."""

    left: float
    foot: float
    right: float
    top: float

    @property
    def area(self) -> float:
        return max(0.0, self.right - self.left) * max(0.0, self.top - self.foot)

    def joined(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.foot, other.foot),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def common(self, other: "Box") -> "Box":
        return Box(
            max(self.left, other.left),
            max(self.foot, other.foot),
            min(self.right, other.right),
            min(self.top, other.top),
        )


@dataclass(frozen=True)
class Word:
    """A word as it is drawn on a page."""

    page: int
    text: str
    size: float
    """Points."""
    colour: Colour
    box: Box
    """Of its ink."""

    def __str__(self) -> str:
        return f"page {self.page + 1}: {self.text!r} ({self.size:.1f} pt)"


@dataclass(frozen=True)
class _Letter:
    text: str
    size: float
    colour: Colour
    box: Box
    piece: int
    """Letters of one piece of text are drawn together."""


class LegiblePage:
    """One page: its words, and its picture."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int) -> None:
        self._page = document[number]
        self.number = number
        self.width, self.height = self._page.get_size()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(self._words())

    @cached_property
    def _picture(self) -> numpy.ndarray:
        """Its pixels, each as red, green, blue and a byte that says nothing."""
        drawn = self._page.render(scale=_PIXELS, prefer_bgrx=True, rev_byteorder=True)
        return numpy.asarray(drawn.to_numpy())

    def contrast(self, word: Word) -> float:
        """Between the letters and what is behind them, as WCAG counts it (1 to 21).

        In colour or on a black-and-white copy, whichever is less.
        """
        around = self._around(word.box, 1.5)
        if not around.size:
            return 1
        # As one number, for counting: three are compared far slower.
        packed, counts = numpy.unique(around.copy().view("<u4"), return_counts=True)
        most = int(packed[counts.argmax()])
        behind = (most & 255, most >> 8 & 255, most >> 16 & 255)
        return min(_contrast(word.colour, behind), _contrast(_grey(word.colour), _grey(behind)))

    def shows(self, word: Word) -> bool:
        """Whether it can be seen: not cut off, nor beneath something else."""
        pixels = self._around(word.box, 0)[..., :3]
        apart = numpy.abs(pixels - numpy.array(word.colour, numpy.int16))
        return bool((apart < 90).all(axis=-1).any())

    def ink_outside(self, margin: float) -> bool:
        """Whether anything is drawn nearer to the edge than `margin` mm, where printers cannot print."""
        edge = int(margin * MM * _PIXELS)
        sheet = self._picture
        edges = (sheet[:edge], sheet[-edge:], sheet[:, :edge], sheet[:, -edge:])
        return any(bool((strip[..., :3] < 250).any()) for strip in edges)

    def overlaps(self) -> list[tuple[Word, Word]]:
        """Words that run into each other. Names on a map are set letter by letter: they are no words here.

        Arabic letters reach over and under their neighbours, and are drawn in several pieces.
        """
        found = []
        upright = sorted((word for word in self.words if len(word.text) > 1), key=lambda word: word.box.left)
        for at, one in enumerate(upright):
            for other in upright[at + 1 :]:
                if other.box.left >= one.box.right:
                    break
                if other.box.foot >= one.box.top or other.box.top <= one.box.foot:
                    continue
                if _is_arabic(one) and _is_arabic(other):
                    continue
                common = one.box.common(other.box)
                if common.area > 0.1 * min(one.box.area, other.box.area):
                    found.append((one, other))
        return found

    def _around(self, box: Box, points: float) -> numpy.ndarray:
        """The pixels of a box, and of so much around it."""
        rows = [(self.height - side) * _PIXELS for side in (box.top + points, box.foot - points)]
        columns = [side * _PIXELS for side in (box.left - points, box.right + points)]
        (first, last), (left, right) = ((max(0, int(a)), max(0, int(b) + 1)) for a, b in (rows, columns))
        return self._picture[first:last, left:right]

    def _words(self) -> Iterator[Word]:
        def key(letter: _Letter | None) -> object:
            return letter and (letter.piece, round(letter.size, 2), letter.colour)

        for _key, letters in groupby(self._letters(), key):
            run = [letter for letter in letters if letter]
            if not run:
                continue
            box = run[0].box
            for letter in run[1:]:
                box = box.joined(letter.box)
            text = "".join(letter.text for letter in run)
            yield Word(self.number, text, run[0].size, run[0].colour, box)

    def _letters(self) -> Iterator[_Letter | None]:
        """The letters in the order in which they are drawn; None for each space."""
        text = self._page.get_textpage()
        left, right, foot, top = box = tuple(ctypes.c_double() for _ in range(4))
        piece, size, colour = 0, 0.0, (0, 0, 0)
        for index in range(text.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(text, index))
            if character.isspace() or not character.isprintable() or raw.FPDFText_IsGenerated(text, index):
                yield None
                continue
            raw.FPDFText_GetCharBox(text, index, *box)
            if right.value <= left.value or top.value <= foot.value:
                yield None
                continue
            drawn_in = ctypes.addressof(raw.FPDFText_GetTextObject(text, index).contents)
            if drawn_in != piece:  # a piece has one size and one colour
                piece, size, colour = drawn_in, _size(text, index), _colour(text, index)
            yield _Letter(character, size, colour, Box(left.value, foot.value, right.value, top.value), piece)


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Of a letter as it is drawn, in points."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    scale: float = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    return float(raw.FPDFText_GetFontSize(text, index)) * scale


def _colour(text: pypdfium2.PdfTextPage, index: int) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(text, index, *parts)
    red, green, blue = (part.value for part in parts[:3])
    return red, green, blue


def _is_arabic(word: Word) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in word.text)


def pages(path: Path) -> Iterator[LegiblePage]:
    document = pypdfium2.PdfDocument(path)
    return (LegiblePage(document, number) for number in range(len(document)))


def some_pages(path: Path, most: int) -> Iterator[LegiblePage]:
    """All pages, or as many as `most`, at even distances."""
    document = pypdfium2.PdfDocument(path)
    # An odd step, so that it does not take the fronts of the leaves only.
    step = -(-len(document) // most) | 1
    return (LegiblePage(document, number) for number in range(0, len(document), step))


def _contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _grey(colour: Colour) -> Colour:
    """What printers and copiers make of a colour."""
    red, green, blue = colour
    level = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return level, level, level


def _luminance(colour: Sequence[int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
