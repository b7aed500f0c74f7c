"""Changes a file that people typed: the values that are named, and not one byte besides.

Comments, quotes, order, blank lines, line ends and byte order mark stay as they are. Each
change is made on the text itself, at the places that YAML gives; afterwards the new text is
read, and must say exactly what was asked for. A tool that reads the file and writes it anew
(ruamel.yaml) keeps comments too, but sets quotes, line breaks and indentation its own way.

    text = append_record(text, "offers", {"id": "thee", "name": "Thee"})
    text = set_value(text, ("offers", "thee", "price"), "free")

Several changes at once, in one reading: `Editing`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from sys import maxsize
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.records import Neighbourhood
from generator.reading.keys import keys_in_order, model_at
from generator.reading.marks import Path
from generator.reading.nodes import NodeText, as_read, plain, stands_below_its_key, start, value_of
from generator.reading.shelves import MODELS
from generator.reading.writing import Style, Value, behind_key, entry, inline, list_item, record_item

Record = Mapping[str, Value]
_BOM = "\ufeff"


class EditError(Exception):
    """The text cannot be changed this way: it has mistakes, or lacks what the path names."""


def append_record(text: str, shelf: str, record: Record, *, after: str | None = None) -> str:
    """The text of a file with one more record in a top-level list ("offers").

    It comes at the end of the list, or below the record whose id is `after`; a list that is
    empty or not there is begun. The record is written as the records around it are: their
    indentation, and a blank line between two if they have one. Raises EditError.
    """
    editing = Editing(text)
    editing.append_record(shelf, record, after=after)
    return editing.text


def set_value(text: str, path: Path, value: Value) -> str:
    """The text of a file in which the value at a path is another one.

    A path goes along keys, numbers in lists (from 0) and, in a list of records, their ids:
    `("offers", "thee", "when", 0, "from")`. A key that is not there is added in the place
    that it has in other records, and so are the keys above it. Raises EditError.
    """
    editing = Editing(text)
    editing.set_value(path, value)
    return editing.text


def remove_key(text: str, path: Path) -> str:
    """The text of a file without the key at a path, and without its value. Raises EditError."""
    editing = Editing(text)
    editing.remove_key(path)
    return editing.text


@dataclass(frozen=True)
class _Edit:
    """Puts a text in the place of what stands from `start` to `end` (indices in the file's text)."""

    start: int
    end: int
    text: str
    column: int = maxsize
    """Of new lines: where what they say begins. The deeper ones come first: they belong to what is above."""


class Editing:
    """Changes to one file, collected; `text` is the file with all of them.

    Every path means the file as it was at first. Two changes of one value, or of a value and
    what is in it, are an EditError: set the whole value instead.
    """

    def __init__(self, text: str) -> None:
        self._mark = _BOM if text.startswith(_BOM) else ""
        try:
            self._file = NodeText(text.removeprefix(_BOM))
            self._wanted: Any = plain(self._file.text)
        except yaml.YAMLError as error:
            raise EditError("the file has mistakes") from error
        self._edits: list[_Edit] = []
        self._new: dict[str, list[tuple[str | None, Record]]] = {}

    @property
    def text(self) -> str:
        """The file with all changes; raises EditError if it would not say exactly what was asked for."""
        edits = [*self._edits, *(edit for shelf in self._new for edit in self._appended(shelf))]
        edits.sort(key=lambda edit: (edit.start, edit.end > edit.start, -edit.column))
        if any(one.end > other.start for one, other in pairwise(edits)):
            raise EditError("two changes of one value")
        text = self._file.text
        for edit in reversed(edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
        try:
            same = plain(text) == self._all_wanted()
        except yaml.YAMLError:
            same = False
        if not same:
            raise EditError("the text would not say what was asked for")
        return self._mark + text

    def append_record(self, shelf: str, record: Record, *, after: str | None = None) -> None:
        """As the function of this name; records below the same one keep the order of the calls."""
        self._list_to_extend(shelf)
        if after is not None:
            self._find((shelf, after))
        self._new.setdefault(shelf, []).append((after, record))

    def set_value(self, path: Path, value: Value) -> None:
        """As the function of this name."""
        found, rest = self._find(path)
        if not rest:
            if len(found) < 2:
                raise EditError("a path needs a key")
            self._replace(found[-2], found[-1], value)
        else:
            node, made = found[-1] if found else None, value
            if not all(isinstance(part, str) for part in rest):
                raise EditError(f"no list at {path}: set the whole of it")
            for part in reversed(rest[1:]):
                made = {str(part): made}
            if isinstance(node, MappingNode):
                self._add(node, path[: len(path) - len(rest)], str(rest[0]), made)
            elif isinstance(node, ScalarNode) and not node.value.strip() and len(found) > 1:
                self._replace(found[-2], node, {str(rest[0]): made})
            else:
                raise EditError(f"no keys at {path[: len(path) - len(rest)]}")
        above, last = self._wanted_at(path)
        above[last] = as_read(value)

    def remove_key(self, path: Path) -> None:
        """As the function of this name. The last key of a record cannot go."""
        found, rest = self._find(path)
        above = found[-2] if len(found) > 1 else None
        if rest or not isinstance(above, MappingNode) or len(above.value) < 2:
            raise EditError(f"nothing to remove at {path}")
        self._edits.append(self._removal(above, found[-1]))
        holder, last = self._wanted_at(path)
        del holder[last]

    def block_keys(self, path: Path) -> tuple[str, ...]:
        """The keys below a path, if each has a line of its own; none for anything else."""
        found, rest = self._find(path)
        node = found[-1] if found and not rest else None
        if not isinstance(node, MappingNode) or node.flow_style:
            return ()
        return tuple(str(key.value).strip() for key, _value in node.value)

    def _find(self, path: Path) -> tuple[list[Node], Path]:
        try:
            return self._file.find(path)
        except LookupError as error:
            raise EditError(f"nothing at {path}") from error

    @property
    def _style(self) -> Style:
        return self._file.style

    # What the new text has to say

    def _wanted_at(self, path: Path) -> tuple[Any, str | int]:
        """The list or dict that holds the end of a path, and its key or number in there."""
        found, _rest = self._find(path[:-1])
        here, lists = self._wanted, [node for node in found if isinstance(node, SequenceNode)]
        for part in path[:-1]:
            if isinstance(here, list):
                here = here[self._file.position(lists.pop(0), part)]
            elif part != 0:
                here[part] = here.get(part) or {}
                here = here[part]
        if isinstance(here, list):
            return here, self._file.position(lists.pop(0), path[-1])
        if path[-1] == 0:
            raise EditError(f"no list at {path}: set the whole of it")
        return here, path[-1]

    def _list_to_extend(self, shelf: str) -> list[Any]:
        data = {} if self._wanted in (None, "") else self._wanted
        found = (data.get(shelf) or []) if isinstance(data, dict) else None
        if not isinstance(found, list):
            raise EditError(f"no list at {shelf}")
        return found

    def _all_wanted(self) -> Any:
        """What was there, with the changes and the new records."""
        if not self._new:
            return self._wanted
        wanted = dict(self._wanted or {})
        for shelf, new in self._new.items():
            below: dict[int, list[Any]] = {}
            records = self._list_to_extend(shelf)
            for after, record in new:
                at = len(records) if after is None else self._position(shelf, after) + 1
                below.setdefault(at, []).append(as_read(record))
            wanted[shelf] = [
                record
                for number in range(len(records) + 1)
                for record in (*below.get(number, ()), *records[number : number + 1])
            ]
        return wanted

    def _position(self, shelf: str, name: str) -> int:
        found, _rest = self._find((shelf,))
        node = found[-1]
        assert isinstance(node, SequenceNode)
        return self._file.position(node, name)

    # Changes of values

    def _add(self, node: MappingNode, path: Path, key: str, value: Value) -> None:
        """A key that is not there yet, below the one that usually comes before it."""
        if not node.value:
            at = start(node) + 1
            self._edits.append(_Edit(at, at, f"{key}: {inline(value)}"))
            return
        before = _value_before(node, path, key)
        if node.flow_style:
            end = self._file.end(before)
            self._edits.append(_Edit(end, end, f", {key}: {inline(value)}"))
            return
        column = node.value[0][0].start_mark.column
        self._edits.append(
            self._below(self._file.end(before), entry(key, value, column, self._style), column)
        )

    def _replace(self, above: Node, node: Node, value: Value) -> None:
        begin, end = start(node), self._file.end(node)
        if not stands_below_its_key(above):
            written = inline(value)
            self._edits.append(_Edit(begin, end, written if end > begin else f" {written}"))
        elif isinstance(above, SequenceNode):
            lines = list_item(value, above.start_mark.column, self._style)
            dash = above.start_mark.column + (1 if end == begin else 2)
            lines[0] = lines[0][dash:]
            self._edits.append(_Edit(begin, end, self._file.break_.join(lines)))
        else:
            key = next(name for name, item in above.value if item is node)
            column = key.start_mark.column
            used = column + self._file.colon_end(key) - start(key)
            first, *more = behind_key(value, column, used, self._style)
            self._edits += self._behind_key(key, node, first, more)

    def _behind_key(self, key: Node, node: Node, first: str, more: Sequence[str]) -> Iterator[_Edit]:
        """Puts a value behind a colon and on the lines below, where another one stands now.

        A remark behind the key stays where it is.
        """
        colon, begin, end = self._file.colon_end(key), start(node), self._file.end(node)
        if stands_below_its_key(node):
            yield _Edit(colon, colon, first)
            # From the end of the line above it, so that a value of one line leaves no empty line.
            top = len(self._file.text[:begin].rstrip(" -").rstrip("\r\n"))
            yield _Edit(top, end, self._joined(more))
        elif isinstance(node, ScalarNode) and node.style in ("|", ">"):
            header = self._file.header_end(node)
            yield _Edit(colon, header, first)
            yield _Edit(self._file.line_end(header), end, self._joined(more))
        else:
            yield _Edit(colon, end, first)
            if more:
                yield self._below(end, more, key.start_mark.column + 1)

    def _removal(self, above: MappingNode, node: Node) -> _Edit:
        at = next(number for number, (_key, value) in enumerate(above.value) if value is node)
        key = above.value[at][0]
        if at + 1 < len(above.value) and (above.flow_style or at == 0):
            # Up to the next key, which then stands behind the dash or the brace.
            return _Edit(start(key), start(above.value[at + 1][0]), "")
        end = self._file.end(node)
        before = self._file.end(above.value[at - 1][1])
        below = self._file.next_line(end)
        if above.flow_style:
            return _Edit(before, end, "")
        if not self._file.is_line_start(below):
            # The file ends without a line end, and goes on doing so.
            return _Edit(self._file.line_end(before), end, "")
        return _Edit(self._file.line(start(key)), below, "")

    def _below(self, index: int, lines: Sequence[str], column: int) -> _Edit:
        """Puts lines below the line of this index; what they say begins at this column."""
        at = self._file.next_line(index)
        if self._file.is_line_start(at):
            return _Edit(at, at, "".join(line + self._file.break_ for line in lines), column)
        return _Edit(at, at, self._joined(lines), column)

    def _joined(self, lines: Sequence[str]) -> str:
        return "".join(self._file.break_ + line for line in lines)

    # New records

    def _appended(self, shelf: str) -> Iterator[_Edit]:
        """The edits that add the new records of a list."""
        found, rest = self._find((shelf,))
        node = None if rest or not found else found[-1]
        if isinstance(node, SequenceNode) and node.value:
            for after, records in groupby(self._new[shelf], key=lambda new: new[0]):
                for _after, record in records:
                    yield self._among(node, after, record)
            return
        lines: list[str] = []
        for _after, record in self._new[shelf]:
            lines += [*([""] if lines else []), *record_item(record, 2, 2, self._style)]
        if node is None:
            text = self._file.text
            parted = not text.strip() or text.endswith(2 * self._file.break_)
            yield self._below(len(text), [*([] if parted else [""]), f"{shelf}:", *lines], 0)
            return
        # The key is there, with nothing or with [] behind it.
        begin, end = start(node), self._file.end(node)
        if end > begin:
            yield _Edit(len(self._file.text[:begin].rstrip(" ")), end, "")
        yield self._below(end, lines, 1)

    def _among(self, node: SequenceNode, after: str | None, record: Record) -> _Edit:
        """A record below another one of its list, written as that one is."""
        above = node.value[-1 if after is None else self._file.position(node, after)]
        if node.flow_style:
            end = self._file.end(above)
            return _Edit(end, end, f", {inline(record)}")
        dash = node.start_mark.column
        inset = 2
        if isinstance(above, MappingNode) and not above.flow_style:
            inset = above.start_mark.column - dash
        blank = [""] if self._file.parts_records(node) else []
        lines = record_item(record, dash, inset, self._style)
        return self._below(self._file.end_with_remarks(above, dash + inset), [*blank, *lines], dash + inset)


def _value_before(node: MappingNode, path: Path, key: str) -> Node:
    """The value below which a new key belongs: that of the last key that comes before it in a record."""
    order = _order(path)
    if key in order:
        for earlier in reversed(order[: order.index(key)]):
            if (value := value_of(node, earlier)) is not None:
                return value
    return node.value[-1][1]  # type: ignore[no-any-return]


def _order(path: Path) -> tuple[str, ...]:
    """The keys of the record at a path, in the order in which people write them."""
    shelf, *inner = path or ("",)
    if shelf == "neighbourhood":
        return keys_in_order(model_at(Neighbourhood, tuple(inner)))
    # The first step after a list is a number, or an id that may look like a key.
    return keys_in_order(model_at(MODELS[str(shelf)], tuple(inner[1:]))) if shelf in MODELS and inner else ()
