"""The text of a file, and the place of every value in it: for who changes it by hand, as it were."""

import re
from functools import cached_property
from itertools import pairwise
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.reading.decoding import BREAKS
from generator.reading.marks import Path
from generator.reading.writing import Style

_BREAK = re.compile(r"\r\n|[\r\n]")
_LAST_BREAK = re.compile(r"(?:\r\n|[\r\n])?\Z")
_HEADER = re.compile(r"[|>][+-]?\d?[+-]?")
_A_FEW = 10
"""Records that tell how a list is written: the last ones, for these are the newest."""


class NodeText:
    """A text that is good YAML, without a byte order mark. All places are indices in it.

    Raises yaml.YAMLError.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._seen = as_the_reader_sees(text)
        self.root: Node | None = yaml.compose(self._seen, Loader=yaml.CBaseLoader)
        found = _BREAK.search(text)
        self.break_ = found[0] if found else "\n"
        self._ids: dict[int, dict[str, int]] = {}

    # Values

    def find(self, path: Path) -> tuple[list[Node], Path]:
        """The nodes from the top along a path, as far as they are there, and the rest of the path.

        A record or an item that is not there is a LookupError: it cannot be made by naming it.
        """
        if self.root is None:
            return [], path
        found = [self.root]
        for number, part in enumerate(path):
            node = found[-1]
            if isinstance(node, SequenceNode):
                found.append(node.value[self.position(node, part)])
            elif isinstance(node, MappingNode) and (under := value_of(node, part)) is not None:
                found.append(under)
            elif part != 0:  # one value may stand where a list is possible
                return found, path[number:]
        return found, ()

    def position(self, node: SequenceNode, part: str | int) -> int:
        """The number of an item in a list, by that number or by the id of the record. LookupError if none."""
        if isinstance(part, int):
            if not 0 <= part < len(node.value):
                raise LookupError(part)
            return part
        if id(node) not in self._ids:
            names = ((number, value_of(item, "id")) for number, item in enumerate(node.value))
            self._ids[id(node)] = {name.value.strip(): number for number, name in names if name is not None}
        return self._ids[id(node)][part]

    def end(self, node: Node) -> int:
        """Behind the last character of a value, before the blank lines and remarks that follow it."""
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            return self._end_of_block_text(node)
        if stands_below_its_key(node):
            last = node.value[-1]
            return self.end(last[1] if isinstance(node, MappingNode) else last)
        return int(node.end_mark.index)

    def _end_of_block_text(self, node: Node) -> int:
        begin, behind = start(node), int(node.end_mark.index)
        text = self._seen[begin:behind]
        if "+" in self._seen[begin : self.header_end(node)]:
            # Its blank lines belong to it; the last line end does not.
            return behind - len(_LAST_BREAK.search(text)[0])  # type: ignore[index]
        return begin + len(text.rstrip())

    def header_end(self, node: Node) -> int:
        """Behind the `|` or `>` of a text of several lines."""
        return _HEADER.match(self._seen, start(node)).end()  # type: ignore[union-attr]

    def colon_end(self, key: Node) -> int:
        """Behind the colon of a key."""
        return self._seen.index(":", key.end_mark.index) + 1

    # Lines

    def line(self, index: int) -> int:
        """The start of the line."""
        return max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1

    def line_end(self, index: int) -> int:
        """The line end, or the end of the file."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def next_line(self, index: int) -> int:
        """The start of the next line, or the end of the file."""
        found = _BREAK.search(self.text, index)
        return found.end() if found else len(self.text)

    def is_line_start(self, index: int) -> bool:
        return index == 0 or self.text[index - 1] in "\r\n"

    def end_with_remarks(self, node: Node, column: int) -> int:
        """As `end`, but past the remarks right below that stand as far to the right as this column."""
        end = self.end(node)
        at = self.next_line(end)
        while at < len(self.text):
            line = self.text[at : self.line_end(at)]
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) < column:
                break
            end, at = at, self.next_line(at)
        return end

    # Habits

    def parts_records(self, records: SequenceNode) -> bool:
        """Whether the records of a list have a blank line between them."""
        gaps = [
            self.text[self.next_line(self.end(one)) : self.line(start(other))]
            for one, other in pairwise(records.value[-_A_FEW:])
        ]
        blank = sum(any(not line.strip() for line in _BREAK.split(gap)[:-1]) for gap in gaps)
        return 2 * blank >= len(gaps)

    @cached_property
    def style(self) -> Style:
        """How this file indents, by the first keys below keys and dashes below keys in its records."""
        steps: list[int] = []
        dashes: list[int] = []
        if self.root is not None:
            _indents(self.root, steps, dashes, 0)
        return Style(*(next(iter(found), 2) for found in (steps, dashes)))


def lines_of(text: str, path: Path) -> range:
    """The numbers, from 1, of the lines on which a record or item stands; as `NodeText` and its `find`."""
    file = NodeText(text.removeprefix("\ufeff"))
    node = file.find(path)[0][-1]
    first = node.start_mark.line + 1
    return range(first, first + 1 + len(_BREAK.findall(file.text, start(node), file.end(node))))


def as_the_reader_sees(text: str) -> str:
    """YAML takes the rare line ends of Unicode for real ones; the reader does not."""
    return text.translate(BREAKS)


def start(node: Node) -> int:
    return int(node.start_mark.index)


def value_of(node: Node, key: str | int) -> Node | None:
    for name, value in node.value if isinstance(node, MappingNode) else ():
        if isinstance(name, ScalarNode) and name.value.strip() == key:
            return value  # type: ignore[no-any-return]
    return None


def stands_below_its_key(node: Node) -> bool:
    """Whether a value has a line for each of its parts."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def _indents(node: Node, steps: list[int], dashes: list[int], depth: int) -> None:
    """Adds the indents of all that stands in records; the top level has habits of its own."""
    if isinstance(node, SequenceNode):
        for item in node.value:
            _indents(item, steps, dashes, depth + 1)
    if isinstance(node, MappingNode) and not node.flow_style:
        for key, value in node.value:
            if depth and stands_below_its_key(value):
                found = dashes if isinstance(value, SequenceNode) else steps
                found.append(value.start_mark.column - key.start_mark.column)
            _indents(value, steps, dashes, depth + 1)


def plain(text: str) -> Any:
    """What a text says: lists and dicts of texts. Line ends behind a text do not count: no field minds."""
    return as_read(yaml.load(as_the_reader_sees(text), Loader=yaml.CBaseLoader))


def as_read(value: Any) -> Any:
    """A value as it is read back."""
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, dict):
        return {str(key).strip(): as_read(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(item) for item in value]
    return value
