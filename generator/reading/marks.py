"""Where each value stands in its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]
"""The way to a value: `("offers", 3, "when", 0, "from")`."""


class Mark(NamedTuple):
    """Line and column (from 1) of a value, and of its key where it has one."""

    line: int
    column: int
    key_line: int
    key_column: int

    def below(self, lines: int) -> "Mark":
        """The same place, so many lines further down."""
        return Mark(self.line + lines, self.column, self.key_line + lines, self.key_column)


@dataclass(frozen=True, eq=False)
class Said:
    """What a part of a file says by itself, wherever it stands: paths and lines count from its beginning."""

    data: object = None
    marks: Mapping[Path, Mark] = field(default_factory=dict)
    empty: Mapping[Path, list[str]] = field(default_factory=dict)
    """Keys without a value, by the way to their record: they are not in `data`."""


class Part(NamedTuple):
    """What is said in one place of a file, and how many lines come before it."""

    before: int
    said: Said


_DEPTHS = (2, 1, 0)
"""A part is a record of a list, all below a top-level key, or the whole file."""


@dataclass
class Tree:
    """What one file says: plain dicts, lists and strings, and where each of them stands.

    `lost_ids` are ids of records that could not be read because of their syntax; a
    reference to one of them is not a mistake.
    """

    data: object = None
    parts: dict[Path, Part] = field(default_factory=dict)
    """By the way to what they say."""
    lost_ids: dict[str, set[str]] = field(default_factory=dict)
    damaged: set[Path] = field(default_factory=set)
    """Records that were read without a line of theirs: what they lack may stand there."""

    def __contains__(self, path: Path) -> bool:
        """Whether something stands there."""
        return self._find(path) is not None

    def said(self, path: Path, data: object) -> Said | None:
        """The part that says just these data, if they stand there and are a part of their own."""
        part = self.parts.get(path)
        return part.said if part and part.said.data is data else None

    def empty(self, path: Path) -> list[str]:
        """The keys without a value in the record at a path."""
        found = (
            part.said.empty[path[depth:]]
            for depth in _DEPTHS
            if (part := self.parts.get(path[:depth])) and path[depth:] in part.said.empty
        )
        return next(found, [])

    def empty_below(self, path: Path) -> list[Path]:
        """The keys without a value in the records within the one at a path."""
        return [
            (*path[:depth], *record, key)
            for depth in _DEPTHS
            if (part := self.parts.get(path[:depth])) and part.said.empty
            for record, keys in part.said.empty.items()
            if len(record) > len(path) - depth and record[: len(path) - depth] == path[depth:]
            for key in keys
        ]

    def find(self, path: Path, other_names: Mapping[str, str]) -> Path:
        """The longest part of a path that really stands in the file.

        Where one value stands instead of a list, the file has no index 0; where a key
        has two names (`from`, `since`), the file may hold the other one.
        """
        found: Path = ()
        for part in path:
            if (*found, part) in self:
                found = (*found, part)
            elif isinstance(part, str) and (*found, other_names.get(part, part)) in self:
                found = (*found, other_names[part])
            elif part != 0:
                break
        return found

    def at(self, line: int, column: int) -> Path:
        """The innermost value that begins at or before a place."""
        begun = [
            (mark.key_line, mark.key_column, len(path), path)
            for path, mark in self.marks()
            if (mark.key_line, mark.key_column) <= (line, column)
        ]
        return max(begun, key=lambda found: found[:3], default=(0, 0, 0, ()))[3]

    def marks(self) -> Iterator[tuple[Path, Mark]]:
        """The place of every value."""
        for way, (before, said) in self.parts.items():
            for path, mark in said.marks.items():
                yield (*way, *path), mark.below(before)

    def value(self, path: Path) -> tuple[int, int]:
        mark = self._mark(path)
        return mark.line, mark.column

    def key(self, path: Path) -> tuple[int, int]:
        mark = self._mark(path)
        return mark.key_line, mark.key_column

    def _mark(self, path: Path) -> Mark:
        while path:
            if mark := self._find(path):
                return mark
            path = path[:-1]
        return Mark(1, 1, 1, 1)

    def _find(self, path: Path) -> Mark | None:
        for depth in _DEPTHS:
            part = self.parts.get(path[:depth])
            if part and (mark := part.said.marks.get(path[depth:])):
                return mark.below(part.before) if part.before else mark
        return None
