"""Joins the parts of one large document, each a tagged PDF, without losing a tag.

Typst sets a document of a thousand leaves in ten gibibytes, and in a tenth of that when it
comes in parts. The objects of each part move up in number, and the few that a
document has once (catalogue, tree of pages, tree of tags, outline) become those of the first part.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, pairwise

from generator.sheets.plain_pdf import (
    STREAM,
    PlainPdf,
    between,
    reference,
    refilled,
    refilled_stream,
    rewriter,
)

# What moves with a part: references to objects, and the keys of pages in the tree of tags.
_KEY = rb"(/StructParents?) (\d+)"
_MOVING = rb"(\d+) 0 R\b|" + _KEY
_EACH_KEY = re.compile(_KEY)
_BETWEEN = b"\nendobj\n"
_PAIR = re.compile(rb"(\d+) (\d+ 0 R)")
_HEADING = re.compile(rb"(?<=/StructElem/S/H)(\d)")
_CELLS = b"/IDTree<</Names["
_NUMBER = re.compile(rb"/S/(\w+)/St (\d+)")


@dataclass(frozen=True)
class _Part(PlainPdf):
    """A part of the document."""

    nested: bool = False
    """Its bookmarks stand below the last one of the part before."""
    levels: Mapping[int, int] | None = None
    """Its levels of headings, and what they become."""


ONE_LOWER = {level: level + 1 for level in range(1, 6)}
"""All headings one level lower."""


def join_parts(
    pdfs: Sequence[bytes],
    nested: Collection[int] = (),
    levels: Mapping[int, Mapping[int, int] | None] | None = None,
) -> bytes:
    """One PDF with the pages, tags, bookmarks and page labels of all parts, in their order.

    Page labels of the same style go on. The bookmarks of the `nested` parts, given by their number from 0,
    come below the last one of the part before. `levels` tells what the levels of headings of a part become.
    """
    if len(pdfs) == 1:
        return pdfs[0]
    # One at a time: what is known of the objects of all parts takes more memory than the parts.
    parts = (_Part(pdf, number in nested, (levels or {}).get(number)) for number, pdf in enumerate(pdfs))
    return _Joint(parts).written()


class _Joint:
    """The objects of all parts, under their new numbers."""

    def __init__(self, parts: Iterator[_Part]) -> None:
        self._first = next(parts)
        self._objects: dict[int, bytes] = {}
        self._kids: list[bytes] = []
        self._spoken: list[bytes] = []
        self._keys: list[bytes] = []
        self._labels: list[bytes] = []
        self._chapters = _Chapters(self._objects, self._first.once("Outlines"))
        self._cells = b""
        self._numbered: Counter[bytes] = Counter()
        self._pages = 0
        for part in chain((self._first,), parts):
            self._add(part)
        self._unite()

    def _add(self, part: _Part) -> None:
        own = self._first
        shared = {part.catalogue: own.catalogue, part.tags: own.tags}
        shared[part.named("Info", part.trailer)] = own.named("Info", own.trailer)
        for key in ("Pages", "StructTreeRoot", "Outlines", "PageLabels", "Metadata"):
            shared[part.once(key)] = own.once(key)
        moves, keys = part is not own, len(self._keys)
        numbers = dict(shared) if moves else {}
        free = count(len(self._objects) + 1)
        for number in range(1, len(part.starts) + 1):
            if number not in numbers:
                numbers[number] = next(free)
        references = {b"%d" % old: b"%d 0 R" % new for old, new in numbers.items()}
        cut = [body.partition(STREAM) for body in part.bodies]
        heads = [head for head, _stream, _rest in cut]
        if levels := part.levels:
            heads = [
                _HEADING.sub(lambda level: b"%d" % levels[int(level[0])], head)
                if b"/StructElem/S/H" in head
                else head
                for head in heads
            ]
        moved = zip(_moved(heads, references, keys), cut, strict=True)
        for number, (head, (_head, stream, rest)) in enumerate(moved, start=1):
            if not (moves and number in shared):
                self._objects[numbers[number]] = head + stream + rest
        move = _mover(references, keys)
        self._kids.append(between(move(part.body(part.once("Pages"))), b"/Kids[", b"]"))
        self._spoken.append(between(move(part.body(part.tags)), b"/K[", b"]"))
        tree = move(part.body(part.once("StructTreeRoot")))
        if _CELLS in tree:
            assert not self._cells, "only one part has tables, whose cells are named"
            self._cells = between(tree, _CELLS, b"]")
        for key, array in _PAIR.findall(between(tree, b"/Nums[", b"]")):
            self._keys.append(b"%d %s" % (int(key) + keys, array))
        self._number(move(part.body(part.once("PageLabels"))))
        self._chapters.add(move(part.body(part.once("Outlines"))), part.nested)
        self._pages += part.pages

    def _number(self, labels: bytes) -> None:
        """Page numbers go on, for each style of their own."""
        there = self._numbered.copy()
        for page, label in _PAIR.findall(between(labels, b"/Nums[", b"]")):
            self._labels.append(b"%d %s" % (int(page) + self._pages, label))
            number = int(label.split()[0])
            found = _NUMBER.search(self._objects[number])
            assert found, "Typst numbers each page"
            style, start = found.groups()
            new = b"/S/%s/St %d" % (style, int(start) + there[style])
            self._objects[number] = self._objects[number].replace(found.group(), new)
            self._numbered[style] += 1

    def _unite(self) -> None:
        """What a document has once, for all parts together."""
        own = self._first
        self._refill(own.once("Pages"), b"/Kids[", b" ".join(self._kids), b"]")
        self._refill(own.once("Pages"), b"/Count ", b"%d" % self._pages, b"/")
        self._refill(own.tags, b"/K[", b" ".join(self._spoken), b"]")
        self._refill(own.once("StructTreeRoot"), b"/Nums[", b" ".join(self._keys), b"]")
        if self._cells and _CELLS not in self._objects[own.once("StructTreeRoot")]:
            named = _CELLS + self._cells + b"]>>/ParentTreeNextKey"
            self._objects[own.once("StructTreeRoot")] = self._objects[own.once("StructTreeRoot")].replace(
                b"/ParentTreeNextKey", named
            )
        self._refill(own.once("StructTreeRoot"), b"NextKey ", b"%d" % len(self._keys), b">")
        self._refill(own.once("PageLabels"), b"/Nums[", b" ".join(self._labels), b"]")
        self._chapters.unite()
        said = own.once("Metadata")
        self._objects[said] = refilled_stream(self._objects[said], b"NPages>", b"%d" % self._pages, b"<")

    def _refill(self, number: int, before: bytes, filling: bytes, after: bytes) -> None:
        self._objects[number] = refilled(self._objects[number], before, filling, after)

    def written(self) -> bytes:
        """The whole file, once: each object is forgotten when it is written."""
        return self._first.written(map(self._objects.pop, range(1, len(self._objects) + 1)))


class _Chapters:
    """The bookmarks of all parts: a list of lists, each closed, so that only the upper ones count."""

    def __init__(self, objects: dict[int, bytes], outline: int) -> None:
        self._objects, self._outline = objects, outline
        self._runs: list[tuple[int, int]] = []
        """First and last of each part, on the upper level."""
        self._count = 0

    def add(self, outline: bytes, nested: bool) -> None:
        """The bookmarks of one more part; some have none."""
        first, last = (reference(key, outline) for key in (b"First", b"Last"))
        if not first or not last:
            return
        count = int(between(outline, b"/Count ", b">"))
        if not nested:
            self._runs.append((first, last))
            self._count += count
            return
        parent = self._runs[-1][1]
        above = b"/Parent %d 0 R" % self._outline
        at = first
        while at:
            self._objects[at] = self._objects[at].replace(above, b"/Parent %d 0 R" % parent)
            at = reference(b"Next", self._objects[at])
        head = self._objects[parent]
        if before := reference(b"Last", head):
            self._link(before, first)
            head = refilled(head, b"/Last ", b"%d 0 R" % last, b"/")
            inside = int(between(head, b"/Count ", b"/")) - count
            head = refilled(head, b"/Count ", b"%d" % inside, b"/")
        else:
            links = b"<</First %d 0 R/Last %d 0 R/Count -%d" % (first, last, count)
            head = head.replace(b"<<", links, 1)
        self._objects[parent] = head

    def unite(self) -> None:
        """Makes one list of the upper level."""
        for (_, last), (first, _) in pairwise(self._runs):
            self._link(last, first)
        whole = self._objects[self._outline]
        whole = refilled(whole, b"/Last ", b"%d 0 R" % self._runs[-1][1], b"/")
        self._objects[self._outline] = refilled(whole, b"/Count ", b"%d" % self._count, b">")

    def _link(self, one: int, next_one: int) -> None:
        self._objects[one] = self._objects[one].replace(b"<<", b"<</Next %d 0 R" % next_one, 1)
        self._objects[next_one] = self._objects[next_one].replace(b"<<", b"<</Prev %d 0 R" % one, 1)


def _moved(heads: Sequence[bytes], references: Mapping[bytes, bytes], keys: int) -> Sequence[bytes]:
    """What `_mover` makes of each. All that have no text in parentheses at once: that is much faster."""
    *before, last = _BETWEEN.join(b"" if b"(" in head else head for head in heads).split(b" 0 R")
    pieces: list[bytes] = []
    for piece in before:
        text = piece.rstrip(b"0123456789")
        pieces += (text, references[piece[len(text) :]])
    whole = _EACH_KEY.sub(lambda found: _key(found[1], found[2], keys), b"".join((*pieces, last)))
    move = _mover(references, keys)
    return [
        move(head) if b"(" in head else new for head, new in zip(heads, whole.split(_BETWEEN), strict=True)
    ]


def _mover(references: Mapping[bytes, bytes], keys: int) -> Callable[[bytes], bytes]:
    """Gives a dictionary or array the new numbers of its objects; `keys` are in use in the tree of tags."""

    def move(found: re.Match[bytes]) -> bytes:
        return references[number] if (number := found[1]) else _key(found[2], found[3], keys)

    return rewriter(_MOVING, move)


def _key(mark: bytes, number: bytes, keys: int) -> bytes:
    return b"%s %d" % (mark, int(number) + keys)
