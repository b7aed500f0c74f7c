"""Where each value stands in its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""The way to a value: `("offers", 3, "when", 0, "from")`."""


@dataclass(frozen=True)
class Mark:
    """Line and column (from 1) of a value, and of its key where it has one."""

    line: int
    column: int
    key_line: int
    key_column: int


@dataclass
class Tree:
    """What one file says: plain dicts, lists and strings, and where each of them stands.

    `lost_ids` are ids of records that could not be read because of their syntax; a
    reference to one of them is not a mistake.
    """

    data: object = None
    marks: dict[Path, Mark] = field(default_factory=dict)
    lost_ids: dict[str, set[str]] = field(default_factory=dict)
    empty: dict[Path, list[str]] = field(default_factory=dict)
    """Keys without a value, by the way to their record: they are not in `data`."""
    damaged: set[Path] = field(default_factory=set)
    """Records that were read without a line of theirs: what they lack may stand there."""

    def find(self, path: Path, other_names: Mapping[str, str]) -> Path:
        """The longest part of a path that really stands in the file.

        Where one value stands instead of a list, the file has no index 0; where a key
        has two names (`from`, `since`), the file may hold the other one.
        """
        found: Path = ()
        for part in path:
            if (*found, part) in self.marks:
                found = (*found, part)
            elif isinstance(part, str) and (*found, other_names.get(part, part)) in self.marks:
                found = (*found, other_names[part])
            elif part != 0:
                break
        return found

    def at(self, line: int, column: int) -> Path:
        """The innermost value that begins at or before a place."""
        begun = [
            (mark.key_line, mark.key_column, len(path), path)
            for path, mark in self.marks.items()
            if (mark.key_line, mark.key_column) <= (line, column)
        ]
        return max(begun, key=lambda found: found[:3], default=(0, 0, 0, ()))[3]

    def value(self, path: Path) -> tuple[int, int]:
        mark = self._mark(path)
        return mark.line, mark.column

    def key(self, path: Path) -> tuple[int, int]:
        mark = self._mark(path)
        return mark.key_line, mark.key_column

    def _mark(self, path: Path) -> Mark:
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Mark(1, 1, 1, 1))
