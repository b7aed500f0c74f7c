"""In which file and on which line a record stands, or one of its fields: for whoever goes to edit it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.fields import FIRST_LANGUAGE
from generator.problems import Location
from generator.reading.marks import Path
from generator.reading.shelves import Raw, with_choices


@dataclass(frozen=True)
class Whereabouts:
    """Every record by its list and its id; the choices of the finder too."""

    records: Mapping[tuple[str, str], Raw] = field(default_factory=dict)

    def find(self, shelf: str, name: str, *keys: str | int) -> Location:
        """Where that field stands; where it is not there, the record. The neighbourhood has no id."""
        raw = self.records.get((shelf, name))
        if raw is None:
            return Location("")
        path = raw.tree.find((*raw.path, *keys, FIRST_LANGUAGE), {})
        line, _ = raw.tree.key(path) if len(path) > len(raw.path) else raw.tree.value(raw.path)
        return Location(raw.findings.file, line)

    def find_text(self, path: str) -> Location:
        """Where a text stands that translators know by this path: "offers/soep/when/0/text"."""
        parts = path.removeprefix("socialmap/").split("/")
        shelf, *rest = parts
        if shelf == "neighbourhood":
            return self.find(shelf, "", *_keys(rest))
        return self.find(shelf, rest[0], *_keys(rest[1:]))


def _keys(parts: Iterable[str]) -> Path:
    return tuple(int(part) if part.isdigit() else part for part in parts)


def whereabouts(records: Mapping[str, Iterable[Raw]]) -> Whereabouts:
    """Of all records as they were typed, by list."""
    return Whereabouts(
        {(shelf, raw.id or ""): raw for shelf, typed in records.items() for raw in with_choices(typed)}
    )
