"""A file part by part: each record is read by itself, so that one that did not change need not be read again.

Only a file that says, part by part, just what it says as a whole is read so; of any other one nothing
comes of it, and it is read as a whole. What is in doubt counts as such: a typing trap, a slip, a
reference, a line that begins neither a record nor a key of the top.
"""

import re
from collections.abc import Collection, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import yaml

from generator.reading.composing import MAX_DEPTH, may_be_deep
from generator.reading.marks import Mark, Part, Said, Tree
from generator.reading.traps import Gettext, find_traps
from generator.reading.tree import ABSENT, grow_part
from generator.recalling import Recall, make_anew

_TOP = re.compile(r"([A-Za-z_]+):(?:\s|$)")
_OPENS = re.compile(r"[A-Za-z_]+:\s*(?:#.*)?$")
_ANCHOR = re.compile(r"(?:^|[\s\[{,:])&\S")
"""May be one: its name would be known in the parts that follow."""


class _Lines(NamedTuple):
    """Where a part begins, before it is read."""

    first: int
    """Its first line, from 0."""
    key: str | None
    """The key of the top that it stands below; None for what comes before the first one."""
    indent: int | None = None
    """Of the dash of a record; None for the line with the key."""


def read_by_parts(
    lines: Sequence[str], keys: Collection[str], _: Gettext, recall: Recall = make_anew
) -> Tree | None:
    """What the file says, if it can be read so; `keys` are those that any record knows."""
    parts = _split(lines)
    if parts is None:
        return None
    data: dict[str, object] = {}
    tree = Tree(data, {(): Part(0, Said())})
    empty: list[str] = []
    for part, following in pairwise([*parts, _Lines(len(lines), None)]):
        text = "\n".join(lines[part.first : following.first])
        has_list = part.indent is None and following.indent is not None
        says = _NOTHING if part.key is None or has_list else _VALUE if part.indent is None else _RECORD
        said = recall(("part", says, text), partial(_said, text, says, keys, _))
        if said is None:
            return None
        if part.key is None:
            continue
        items = data.get(part.key)
        if part.indent is not None and isinstance(items, list):
            tree.parts[part.key, len(items)] = Part(part.first, said)
            items.append(said.data)
            continue
        if (part.key,) in tree.parts:
            return None
        if has_list:
            data[part.key] = []
            mark = Mark(following.first + 1, (following.indent or 0) + 1, part.first + 1, 1)
            tree.parts[part.key,] = Part(0, Said(None, {(): mark}))
            continue
        tree.parts[part.key,] = Part(part.first, said)
        if said.data is ABSENT:
            empty.append(part.key)
        else:
            data[part.key] = said.data
    tree.parts[()] = Part(0, Said(data, {}, {(): empty} if empty else {}))
    return tree if tree.parts.keys() > {()} else None


def _split(lines: Sequence[str]) -> list[_Lines] | None:
    """The parts, which hold every line; None if their limits are not clear."""
    parts = [_Lines(0, None)]
    key: str | None = None
    dash: int | None = None
    """The indent of the list; -1 where there is none."""
    for number, line in enumerate(lines):
        body = line.lstrip(" ")
        if not body or body[0] == "#":
            continue
        indent = len(line) - len(body)
        is_dash = body[0] == "-" and body[1:2] in ("", " ")
        if indent == 0 and not is_dash:
            if not (found := _TOP.match(line)):
                return None
            key = found[1]
            dash = None if _OPENS.match(line) else -1
            parts.append(_Lines(number, key))
        elif key is None:
            return None
        elif dash is None and not is_dash:
            dash = -1
        elif is_dash and (dash is None or indent <= dash):
            if dash is not None and indent < dash:
                return None
            dash = indent
            parts.append(_Lines(number, key, indent))
    return parts


_NOTHING, _VALUE, _RECORD = "nothing", "value", "record"
"""What is read of a part: the value of a key, one record, or nothing (remarks, the key of a list)."""


def _said(text: str, says: str, keys: Collection[str], _: Gettext) -> Said | None:
    """What a part says by itself; None if that is in doubt."""
    scan = find_traps(text.split("\n"), keys, _)
    if scan.traps or scan.is_open or may_be_deep(text):
        return None
    if says == _NOTHING:
        return Said()
    node = _composed(text)
    if says == _VALUE and isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        key, value = node.value[0]
        said = grow_part(value, key, _)
    elif says == _RECORD and isinstance(node, yaml.SequenceNode) and len(node.value) == 1:
        value = node.value[0]
        said = grow_part(value, value, _)
    else:
        return None
    if said is None or (said.data is ABSENT and says == _RECORD):
        return None
    # The list and the key above a record, and what stands at the end of the longest path, nest too.
    return said if max(map(len, said.marks)) + 3 <= MAX_DEPTH else None


def _composed(text: str) -> yaml.Node | None:
    loader = yaml.CBaseLoader(text + "\n")
    try:
        node = loader.get_single_node()
        return None if _ANCHOR.search(text) and _has_anchor(text) else node
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()


def _has_anchor(text: str) -> bool:
    return any(getattr(event, "anchor", None) for event in yaml.parse(text, yaml.CBaseLoader))
