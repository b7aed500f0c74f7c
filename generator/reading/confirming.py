"""Writes "still right" into the text that people typed: a record's `checked`, and not one byte besides."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_PLAIN = re.compile(r"[^\W\d_]['’.\w-]*( [\w'’.()-]+)*")
"""Names that need no quotes."""
_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*(\r\n|[\r\n\x85\u2028\u2029])?")
_WORDS_OF_YAML = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"}
_BOM = "\ufeff"


@dataclass(frozen=True)
class Confirmation:
    """That somebody says that records are still right."""

    on: date
    by: str
    how: str | None = None

    @property
    def fields(self) -> dict[str, str]:
        """Key -> value, as YAML."""
        told = {"by": self.by, "how": self.how}
        return {"on": self.on.isoformat(), **{key: _scalar(text) for key, text in told.items() if text}}

    @property
    def written(self) -> str:
        return "{" + ", ".join(f"{key}: {value}" for key, value in self.fields.items()) + "}"


@dataclass(frozen=True, order=True)
class _Edit:
    """Puts a text in the place of what stands from `start` to `end` (indices in the file's text)."""

    start: int
    end: int
    text: str


def confirm_records(text: str, shelf: str, ids: Collection[str], confirmation: Confirmation) -> str:
    """The text of a file in which these records of a list ("offers") are confirmed.

    The file must be one that reads without mistakes, and hold every one of them.
    """
    plain = text.removeprefix(_BOM)
    file = _File(plain)
    edits = [edit for record in file.records(shelf, ids) for edit in file.edits(record, confirmation)]
    for edit in sorted(edits, reverse=True):
        plain = plain[: edit.start] + edit.text + plain[edit.end :]
    return text[: len(text) - len(text.removeprefix(_BOM))] + plain


class _File:
    """One file, with the place of every node in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for line in _LINE.finditer(text):
            if line[1]:
                self._starts.append(line.end())
        self._root = yaml.compose(text, Loader=yaml.CSafeLoader)

    def records(self, shelf: str, ids: Collection[str]) -> Iterator[MappingNode]:
        records = _value(self._root, shelf)
        assert isinstance(records, SequenceNode)
        for record in records.value:
            name = _value(record, "id")
            if isinstance(name, ScalarNode) and name.value.strip() in ids:
                yield record

    def edits(self, record: MappingNode, confirmation: Confirmation) -> Iterator[_Edit]:
        checked = _value(record, "checked")
        if isinstance(checked, MappingNode) and not checked.flow_style and checked.value:
            yield from self._in_a_block(checked, confirmation)
        elif checked is not None:
            start, end = self._start(checked), self._end(checked)
            yield _Edit(start, end, confirmation.written if end > start else f" {confirmation.written}")
        elif record.flow_style:
            # Before the brace that ends it.
            end = self._end(record) - 1
            yield _Edit(end, end, f", checked: {confirmation.written}")
        else:
            yield self._new_line(record, f"checked: {confirmation.written}")

    def _in_a_block(self, checked: MappingNode, confirmation: Confirmation) -> Iterator[_Edit]:
        """Field by field, so that a remark behind one of them stays."""
        fields = dict(confirmation.fields)
        for key, value in checked.value:
            new = fields.pop(key.value, None)
            if new is not None:
                yield _Edit(self._start(value), self._end(value), new)
            elif key.value == "how":
                # How it was checked the last time says nothing of this time.
                first = key.start_mark.line
                yield _Edit(self._starts[first], self._next_line(first), "")
        last, _value = checked.value[0]
        column = " " * last.start_mark.column
        end = self._next_line(last.start_mark.line)
        for key, new in fields.items():
            yield _Edit(end, end, f"{column}{key}: {new}{self._break()}")

    def _new_line(self, record: MappingNode, line: str) -> _Edit:
        """Below the last line of a record, or above its last field if that is longer than a line."""
        key, value = record.value[-1]
        indent = " " * record.value[0][0].start_mark.column
        longer = value.start_mark.line != value.end_mark.line or value.start_mark.line != key.start_mark.line
        if longer and len(record.value) > 1:
            at = self._starts[key.start_mark.line]
            return _Edit(at, at, f"{indent}{line}{self._break()}")
        number = value.end_mark.line
        at = self._next_line(number)
        if at == len(self._text) and not self._text.endswith(("\n", "\r")):
            return _Edit(at, at, f"{self._break()}{indent}{line}")
        return _Edit(at, at, f"{indent}{line}{self._break()}")

    def _start(self, node: Node) -> int:
        return self._starts[node.start_mark.line] + node.start_mark.column

    def _end(self, node: Node) -> int:
        return self._starts[node.end_mark.line] + node.end_mark.column

    def _next_line(self, number: int) -> int:
        return self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)

    def _break(self) -> str:
        return "\r\n" if "\r\n" in self._text else "\n"


def _value(node: Node | None, key: str) -> Node | None:
    if not isinstance(node, MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _scalar(text: str) -> str:
    """A text as YAML: with quotes only where it needs them."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)
