"""Straightens the layout of a file that people typed, and changes nothing else.

Spaces and line ends are all that moves: indentation (two spaces a level, dashes under their
key), the space after a colon or a dash, spaces at the end of a line, blank lines between
records, line ends, the byte order mark and the end of the file. Comments, quotes, order, line
breaks in a text and all that stands between brackets stay. Whether that holds is not trusted
but looked at: without their white space both texts must be the same, and so must all that they say.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.reading.nodes import as_the_reader_sees, stands_below_its_key

STEP = 2
_BREAK = re.compile(r"\r\n|[\r\n]")


class LayoutError(Exception):
    """The layout of this text cannot be straightened without changing what it says."""


def straighten(text: str) -> str:
    """The text with a straight layout; the same again for what is straight. Raises LayoutError."""
    plain = "\n".join(_BREAK.split(text.removeprefix("\ufeff")))
    before = _meaning(plain)
    straight = _parted(_Layout(plain).lines)
    if _meaning(straight) != before or _ink(straight) != _ink(plain):
        raise LayoutError
    return straight


def _ink(text: str) -> str:
    return re.sub(r"[ \t\n\u2028\u2029\x85]+", "", text)


def _meaning(text: str) -> object:
    """All that a text says, with the way in which each value was typed."""
    try:
        node = yaml.compose(as_the_reader_sees(text), Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise LayoutError from error
    return _typed(node)


def _typed(node: Node | None) -> object:
    if isinstance(node, MappingNode):
        return node.tag, bool(node.flow_style), [(_typed(key), _typed(value)) for key, value in node.value]
    if isinstance(node, SequenceNode):
        return node.tag, bool(node.flow_style), [_typed(item) for item in node.value]
    if isinstance(node, ScalarNode):
        return node.tag, node.style, node.value
    return None


@dataclass
class _Line:
    """One line, with where it begins now and where it should; `inside` a text or brackets, or not."""

    text: str
    inside: bool = False
    kept: bool = False
    """Whether the spaces at its end and its blank lines are part of a text."""
    column: int | None = None
    """Where its first key or dash has to stand, if it has one."""
    by: int = 0
    """How far it moves to the right, with what it goes on from."""
    gaps: list[tuple[int, int]] = field(default_factory=list)
    """White space within the line (from, until) that should be one space."""
    record: bool = False
    """Whether a record of several lines of a top-level list begins here."""


class _Layout:
    """Works out for each line where it has to stand."""

    def __init__(self, text: str) -> None:
        self._lines = [_Line(line) for line in text.split("\n")]
        root = yaml.compose(as_the_reader_sees(text), Loader=yaml.CBaseLoader)
        if root is not None and stands_below_its_key(root):
            self._place(root, 0)
            if isinstance(root, MappingNode):
                for _key, value in root.value:
                    self._note_records(value)

    @property
    def lines(self) -> list[_Line]:
        """The lines, each where it should be."""
        self._place_remarks()
        for line in self._lines:
            line.text = self._straight(line)
        return self._lines

    def _straight(self, line: _Line) -> str:
        text = line.text
        if not line.kept:
            text = text.rstrip(" \t")
        if not text.strip(" "):
            return text if line.kept else ""
        for begin, end in sorted(line.gaps, reverse=True):
            if text[end:].strip() and text[end] != "#":
                text = f"{text[:begin]} {text[end:]}"
        indent = len(text) - len(text.lstrip(" "))
        wanted = line.column if line.column is not None else max(indent + line.by, 0)
        return " " * wanted + text.lstrip(" ")

    def _place(self, node: Node, column: int) -> None:
        """Gives the lines of a block collection their columns; `column` is that of its keys or dashes."""
        old = node.start_mark.column
        for entry in node.value:
            if isinstance(node, MappingNode):
                key, value = entry
                number = key.start_mark.line
                self._colon(key, value)
            elif isinstance(node, SequenceNode):
                value, number = entry, self._dash_of(node, entry)
                self._gap(number, old + 1, value)
            self._begin(number, old, column)
            if stands_below_its_key(value):
                self._place(value, column + STEP)
            else:
                self._continue(value, number, old, column)

    def _dash_of(self, sequence: SequenceNode, item: Node) -> int:
        """The line of the dash of an item: its own, or the nearest one above it."""
        for number in range(item.start_mark.line, -1, -1):
            text = self._lines[number].text
            if re.match(rf" {{{sequence.start_mark.column}}}-(\s|$)", text) or (
                text[sequence.start_mark.column : sequence.start_mark.column + 1] == "-"
                and not text[: sequence.start_mark.column].strip(" -")
            ):
                return number
        raise LayoutError

    def _begin(self, number: int, old: int, column: int) -> None:
        line = self._lines[number]
        if line.column is None and not line.text[:old].strip():
            line.column = column
            line.by = column - old

    def _continue(self, node: Node, number: int, old: int, column: int) -> None:
        """The lines on which a text or a pair of brackets goes on move along with their key."""
        last, by = node.end_mark.line - (node.end_mark.column == 0), column - old
        block = isinstance(node, ScalarNode) and node.style in ("|", ">")
        if block:
            header = self._lines[node.start_mark.line].text[node.start_mark.column :].split("#")[0]
            while "+" not in header and not self._lines[last].text.strip():
                last -= 1
            first = next((line.text for line in self._lines[number + 1 : last + 1] if line.text.strip()), "")
            if not re.search(r"\d", header):  # a number there counts from the key
                by = column + STEP - (len(first) - len(first.lstrip(" ")))
        for line in self._lines[number + 1 : last + 1]:
            line.inside, line.kept, line.by = True, block, by

    def _gap(self, number: int, begin: int, item: Node) -> None:
        """One space after a dash."""
        if item.start_mark.line == number and item.start_mark.column > begin:
            self._lines[number].gaps.append((begin, item.start_mark.column))

    def _colon(self, key: Node, value: Node) -> None:
        """One space after a colon."""
        line = self._lines[key.end_mark.line]
        found = re.compile(r"[ \t]*:[ \t]+").match(line.text, key.end_mark.column)
        if found and key.end_mark.line == value.start_mark.line and value.start_mark.column >= found.end():
            begin = line.text.index(":", key.end_mark.column) + 1
            line.gaps.append((begin, found.end()))

    def _note_records(self, value: Node) -> None:
        if isinstance(value, SequenceNode) and stands_below_its_key(value):
            several = any(
                one.start_mark.line + 1 < other.start_mark.line for one, other in pairwise(value.value)
            )
            for item in value.value[1:]:
                self._lines[self._dash_of(value, item)].record = several

    def _place_remarks(self) -> None:
        """A remark moves with the line below it that stands in the same column, or with the one above."""
        for number, line in enumerate(self._lines):
            if line.inside or not line.text.lstrip().startswith("#"):
                continue
            indent = len(line.text) - len(line.text.lstrip(" "))
            near = self._same_column(number, indent)
            if near is not None:
                line.column = near

    def _same_column(self, number: int, indent: int) -> int | None:
        """Where the nearest key or dash of a column goes: first below, then above."""
        for numbers in (range(number + 1, len(self._lines)), range(number - 1, -1, -1)):
            for line in (self._lines[each] for each in numbers):
                if line.column is None:
                    continue
                if line.column - line.by == indent:
                    return line.column
                if line.column - line.by < indent:
                    break
        return 0 if indent == 0 else None


def _parted(lines: list[_Line]) -> str:
    """The lines as one text: one blank line between records, never two, and a line end at the end."""
    texts: list[str] = []
    for line in lines:
        blank = not line.text and not line.kept
        if blank and (not texts or not texts[-1]):
            continue
        if line.record:
            _part(texts, line.column or 0)
        texts.append(line.text)
    while texts and not texts[-1].strip():
        texts.pop()
    return "\n".join(texts) + "\n" if texts else ""


def _part(texts: list[str], dash: int) -> None:
    """A blank line above a record, and above the remarks right above it that stand as its dash does."""
    at = len(texts)
    while at and re.match(rf" {{0,{dash}}}#", texts[at - 1]):
        at -= 1
    if at and texts[at - 1]:
        texts.insert(at, "")
