"""Makes a document larger, as a copier does: the same pages, words and tags on larger paper.

So large print has the same on each page as the normal one, and costs next to nothing. Everything that is
a place on a page grows: what is drawn, where bookmarks and links lead, the frames of pictures in the tags.
"""

import re
from html import escape

from generator.sheets.plain_pdf import END, STREAM, PlainPdf, refilled, refilled_stream, rewriter

_POINTS = 72 / 25.4
_PLACES = rb"(/XYZ|/(?:BBox|Rect|QuadPoints) ?\[) ?(-?[\d.]+(?: -?[\d.]+)*)"
_PAGE = b"/Type/Page/"
_NAMED = b'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
_TITLE = re.compile(rb"/Title ?(\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f]*>)", re.DOTALL)


def enlarge(
    pdf: bytes, times: float, page: tuple[float, float], *, cut: float | None = None, title: str = ""
) -> bytes:
    """Gives the PDF so many times as large, on paper of `page` (width and height in mm).

    What does not fit falls off: left and right alike, and `cut` mm at the top (where None: as at the foot).
    Without a `title` it keeps its own.
    """
    old = PlainPdf(pdf)
    width, height = (side * _POINTS for side in page)
    objects = {number: old.body(number) for number in range(1, len(old.starts) + 1)}
    box = next(_numbers(body) for body in objects.values() if _PAGE in body)
    left = (width - times * box[2]) / 2
    foot = (height - times * box[3]) * (0.5 if cut is None else 1) + (cut or 0) * _POINTS

    def grown(found: re.Match[bytes]) -> bytes:
        mark, numbers = found.groups()
        values = [float(number) for number in numbers.split()]
        # The third number of a place to go to says how much to zoom in.
        last = 2 if mark == b"/XYZ" else len(values)
        grown = [times * value + (foot if at % 2 else left) for at, value in enumerate(values[:last])]
        gap = b" " if mark == b"/XYZ" else b""
        return mark + gap + b" ".join(_said(value) for value in (*grown, *values[last:]))

    grow = rewriter(_PLACES, grown)
    before, after = len(objects) + 1, len(objects) + 2
    for number, body in objects.items():
        head, stream, rest = body.partition(STREAM)
        if _PAGE in head:
            head = refilled(head, b"/MediaBox[", b"0 0 %s %s" % (_said(width), _said(height)), b"]")
            head = re.sub(rb"/Contents (\d+ 0 R)", rb"/Contents[%d 0 R \1 %d 0 R]" % (before, after), head)
        objects[number] = grow(head) + stream + rest
    matrix = b" ".join(_said(value) for value in (times, 0, 0, times, left, foot))
    objects[before] = _stream(b"q %s cm" % matrix)
    objects[after] = _stream(b"Q")
    if title:
        objects[old.info] = _TITLE.sub(lambda _: b"/Title" + _text(title), objects[old.info], count=1)
        about = old.once("Metadata")
        objects[about] = refilled_stream(objects[about], _NAMED, escape(title, quote=False).encode(), b"<")
    return old.written(objects[number] for number in sorted(objects))


def _numbers(page: bytes) -> list[float]:
    """The corners of a page in points."""
    found = re.search(rb"/MediaBox\[([^]]*)\]", page)
    assert found, "every page has a size"
    return [float(number) for number in found[1].split()]


def _said(value: float) -> bytes:
    return (b"%.5f" % value).rstrip(b"0").rstrip(b".")


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>" % len(content) + STREAM + content + END


def _text(title: str) -> bytes:
    """A text as a PDF has it."""
    return b"<FEFF%s>" % title.encode("utf-16-be").hex().upper().encode()
