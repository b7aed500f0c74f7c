"""YAML nodes -> plain dicts, lists and texts, with a mark for each."""

import re

import yaml

from generator.reading.composing import Composed, Piece
from generator.reading.findings import Findings
from generator.reading.marks import Mark, Part, Path, Said, Tree
from generator.reading.traps import CONTROL, Gettext

_ORDINARY_TAGS = frozenset(("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"))

MOST_CHARACTERS = 20_000
"""Ten pages: more than this is no text of a record, and no sheet of paper holds it."""


class _Absent:
    """An empty value: as if the key were not there, yet its place is known."""


ABSENT = _Absent()


def grow_tree(composed: Composed, findings: Findings, _: Gettext) -> Tree:
    """What the nodes say. Of a key that is there twice the first counts."""
    return _Grower(findings, _).grow(composed)


def grow_part(value: yaml.Node, key: yaml.Node, _: Gettext) -> Said | None:
    """What a node says by itself, with the node of its key or else itself; None if there is anything wrong.

    The data may be `ABSENT`.
    """
    findings = Findings("", ())
    said = _Grower(findings, _).grow_part(value, key)
    return None if findings.problems else said


class _Grower:
    def __init__(self, findings: Findings, _: Gettext) -> None:
        self._findings = findings
        self._ = _
        self._tree = Tree()
        self._marks: dict[Path, Mark] = {}
        self._empty: dict[Path, list[str]] = {}
        self._offset = 0
        self._seen: set[int] = set()
        self._damaged = False

    def grow_part(self, value: yaml.Node, key: yaml.Node) -> Said:
        self._mark((), value, key)
        return Said(self._plain(value, ()), self._marks, self._empty)

    def grow(self, composed: Composed) -> Tree:
        self._tree.data = self._whole(composed)
        self._tree.parts[()] = Part(0, Said(self._tree.data, self._marks, self._empty))
        return self._tree

    def _whole(self, composed: Composed) -> object:
        if len(composed.pieces) == 1 and composed.pieces[0].key is None:
            piece = composed.pieces[0]
            self._lose(piece)
            data = None if piece.node is None else self._plain(piece.node, ())
            return None if data is ABSENT else data
        whole: dict[str, object] = {}
        for piece in composed.pieces:
            self._offset = piece.offset
            self._damaged = piece.damaged
            self._lose(piece)
            if piece.key is None:
                self._merge(whole, piece)
            else:
                self._append(whole, piece, piece.key)
        return whole

    def _lose(self, piece: Piece) -> None:
        self._tree.lost_ids.setdefault(piece.key or "", set()).update(piece.lost_ids)

    def _merge(self, whole: dict[str, object], piece: Piece) -> None:
        if not isinstance(piece.node, yaml.MappingNode):
            return
        for key_node, value_node in piece.node.value:
            if piece.damaged:
                self._tree.damaged.add((str(key_node.value).strip(),))
            self._entry(whole, (), key_node, value_node)

    def _append(self, whole: dict[str, object], piece: Piece, key: str) -> None:
        """One more item (or some) of a top-level list that is read in pieces."""
        items = whole.setdefault(key, [])
        self._marks.setdefault((key,), Mark(piece.offset, 1, piece.offset, 1))
        if isinstance(items, list) and isinstance(piece.node, yaml.SequenceNode):
            for node in piece.node.value:
                if piece.damaged:
                    self._tree.damaged.add((key, len(items)))
                self._item(items, (key, len(items)), node)

    def _plain(self, node: yaml.Node, path: Path) -> object:
        if id(node) in self._seen:
            self._say(
                node,
                self._("A reference with * or & is not possible here."),
                self._("Type the text again, or put it between double quotes."),
            )
            return ABSENT
        self._seen.add(id(node))
        if node.tag not in _ORDINARY_TAGS:
            self._say(
                node,
                self._("A text cannot begin with {sign}: that means something else here.").format(sign="!"),
                self._("Put the text between double quotes."),
            )
        if isinstance(node, yaml.MappingNode):
            found: dict[str, object] = {}
            for key_node, value_node in self._of_one_record(node, path):
                self._entry(found, path, key_node, value_node)
            return found
        if isinstance(node, yaml.SequenceNode):
            items: list[object] = []
            for item in node.value:
                self._item(items, (*path, len(items)), item)
            return items
        text = str(node.value)
        # Typed as an escape ("\\x07"); as itself it is found before the file is read as YAML.
        if isinstance(node, yaml.ScalarNode) and node.style == '"' and CONTROL.search(text):
            self._say(
                node,
                self._("An invisible character stands here, which came along with pasted text."),
                self._("Delete that character, or type the line again."),
            )
        if len(text) > MOST_CHARACTERS:
            self._say(
                node,
                self._("This text is far too long: {count} characters.").format(count=len(text)),
                self._("Make it shorter: nobody reads more than some pages."),
            )
            return text[:MOST_CHARACTERS]
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        empty = not text.strip() or (plain and text in ("~", "null"))
        return ABSENT if empty else text

    def _of_one_record(self, node: yaml.MappingNode, path: Path) -> list[tuple[yaml.Node, yaml.Node]]:
        """The keys of a record, without those of a next one that lost its dash: one mistake, one message."""
        pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
        lines: dict[str, int] = {}
        again = []
        for number, (key_node, _value) in enumerate(pairs):
            line = key_node.start_mark.line + 1 + self._offset
            if lines.setdefault(str(key_node.value).strip(), line) != line:
                again.append(number)
        if not path or not isinstance(path[-1], int) or len(again) < 2:
            return pairs
        key_node = pairs[again[0]][0]
        key = str(key_node.value).strip()
        if not self._damaged:
            self._say(
                key_node,
                self._("{key} is there twice: it already stands on line {line}.").format(
                    key=key, line=lines[key]
                ),
                self._("A new record seems to begin here. Write a dash before its first line: - id: ..."),
            )
        lost = {str(value.value).strip() for name, value in pairs[again[0] :] if name.value == "id"}
        self._tree.lost_ids.setdefault(str(path[0]), set()).update(lost)
        return pairs[: again[0]]

    def _entry(self, into: dict[str, object], path: Path, key_node: yaml.Node, value_node: yaml.Node) -> None:
        if not isinstance(key_node, yaml.ScalarNode):
            self._say(
                key_node,
                self._("A list or brackets cannot be a key."),
                self._("Put the text between double quotes."),
            )
            return
        key = str(key_node.value).strip()
        here = (*path, key)
        if here in self._marks and key in self._empty.get(path, ()) and not value_node.value:
            return  # two halves of values that a comma cuts: `{amount: 3,50, reduced: 1,50}`
        if here in self._marks:
            first = self._marks[here]
            self._say(
                key_node,
                self._("{key} is there twice: it already stands on line {line}.").format(
                    key=key, line=first.key_line
                ),
                self._("Keep one of the two, and delete the other."),
            )
            return
        self._mark(here, value_node, key_node)
        value = self._plain(value_node, here)
        if value is not ABSENT:
            into[key] = value
        elif glued := re.match(r"^([\w-]+):(\S.*)$", key):
            self._say(
                key_node,
                self._("There is no space after the colon."),
                self._("Write: {line}").format(line=f"{glued[1]}: {glued[2]}"),
            )
            into.setdefault(glued[1], glued[2])
            self._marks.setdefault((*path, glued[1]), self._marks[here])
        else:
            self._empty.setdefault(path, []).append(key)

    def _item(self, items: list[object], path: Path, node: yaml.Node) -> None:
        self._mark(path, node, node)
        value = self._plain(node, path)
        if value is not ABSENT:
            items.append(value)
        elif isinstance(node, yaml.ScalarNode):
            self._say(
                node, self._("Nothing stands after this dash."), self._("Fill it in, or delete the dash.")
            )

    def _mark(self, path: Path, value: yaml.Node, key: yaml.Node) -> None:
        at, name = value.start_mark, key.start_mark
        self._marks[path] = Mark(
            at.line + 1 + self._offset, at.column + 1, name.line + 1 + self._offset, name.column + 1
        )

    def _say(self, node: yaml.Node, message: str, remedy: str) -> None:
        mark = node.start_mark
        self._findings.error(mark.line + 1 + self._offset, mark.column + 1, message, remedy)
