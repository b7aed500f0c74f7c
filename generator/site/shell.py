"""The page shell: MkDocs renders the frame once per language, and we fill it per record.

The frame carries marks where pages differ. Splitting it once and joining the parts is
ten times faster than rendering the theme for every record.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

MARKS = frozenset(
    {
        "title",
        "description",
        "canonical",
        "alternates",
        "languages",
        "root",
        "home",
        "kind",
        "picture",
        "search",
        "body",
        "current-home",
        "current-offers",
        "current-map-of-help",
        "current-finder",
        "current-map",
        "current-neighbourhoods",
    }
)
_MARK = re.compile(r"@@site:([a-z-]+)@@")


def mark(name: str) -> str:
    """The mark as it stands in the frame."""
    if name not in MARKS:
        raise KeyError(name)
    return f"@@site:{name}@@"


@dataclass(frozen=True)
class Shell:
    """A frame, split at its marks: text, name, text, name ... text."""

    parts: tuple[str, ...]

    @classmethod
    def from_frame(cls, html: str) -> Self:
        """Splits the frame; a mark that we do not know would stay in every page: a bug."""
        parts = tuple(_MARK.split(html))
        unknown = set(parts[1::2]) - MARKS
        missing = {"title", "body", "root"} - set(parts[1::2])
        if unknown or missing:
            raise ValueError(f"marks in the frame: unknown {sorted(unknown)}, missing {sorted(missing)}")
        return cls(parts)

    def fill(self, values: Mapping[str, str]) -> str:
        """The page: each mark replaced once, so that values are never searched for marks."""
        return "".join(values[part] if i % 2 else part for i, part in enumerate(self.parts))
