"""The records of both files as they were typed, before they are known to be right.

What records say of each other is checked on these, so that a mistake in one field of
a record does not hide its other mistakes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pydantic import BaseModel

from generator.model.flyers import PartnerFlyer
from generator.model.questions import MOST_STEPS, Question
from generator.model.records import Contact, Helpline, Offer, Organisation, Place, Theme
from generator.reading.findings import Findings
from generator.reading.likely import slugified
from generator.reading.marks import Path, Tree
from generator.reading.sources import FLYERS_FILE

MODELS: Mapping[str, type[BaseModel]] = {
    "offers": Offer,
    "themes": Theme,
    "organisations": Organisation,
    "places": Place,
    "contacts": Contact,
    "questions": Question,
    "helplines": Helpline,
    "flyers": PartnerFlyer,
}
"""The top-level lists, and the kind of record in each."""


FILES: Mapping[str, str] = {
    **dict.fromkeys(MODELS, "socialmap.yaml"),
    "offers": "offers.yaml",
    "flyers": FLYERS_FILE,
}
"""The file in which each of them stands."""


@dataclass(frozen=True)
class Raw:
    """One record as typed, with the file that it stands in."""

    shelf: str
    data: dict[str, object]
    path: Path
    tree: Tree
    findings: Findings

    def text(self, key: str) -> str | None:
        value = self.data.get(key)
        return value.strip() if isinstance(value, str) else None

    @property
    def id(self) -> str | None:
        return self.text("id")

    def named(self, *keys: str) -> Iterator[tuple[str, Path]]:
        """Every id that the record names under a key (or key in key), and where."""
        value: object = self.data
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        here = (*self.path, *keys)
        if isinstance(value, str):
            yield value.strip(), here
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, str):
                    yield item.strip(), (*here, index)

    def under(self, key: str) -> Iterator["Raw"]:
        """The records that stand within this one, under a key."""
        value = self.data.get(key)
        items = enumerate(value) if isinstance(value, list) else ((None, value),)
        for index, item in items:
            if isinstance(item, dict):
                path = (*self.path, key) if index is None else (*self.path, key, index)
                yield replace(self, data=item, path=path)


def with_choices(records: Iterable[Raw], steps: int = MOST_STEPS) -> Iterator[Raw]:
    """Each question of the finder with the choices below it; other records have none."""
    for raw in records:
        yield raw
        if steps > 1:
            yield from with_choices(raw.under("choices"), steps - 1)


@dataclass(frozen=True)
class Shelves:
    """All records as typed, per top-level list; a list that could not be read is absent."""

    records: Mapping[str, tuple[Raw, ...]]
    """As they stand in the list; `all` gives the choices of the finder too."""
    lost_ids: Mapping[str, frozenset[str]]
    incomplete: frozenset[str] = frozenset()
    """Lists of which records of other guides are missing."""

    def all(self, shelf: str) -> tuple[Raw, ...]:
        """Every record of a list that has an id of its own."""
        return tuple(with_choices(self.records.get(shelf, ())))

    def ids(self, shelf: str) -> frozenset[str]:
        """Every id of a list, also of records that hold other mistakes; a wrong id as it was meant too."""
        return self._ids.get(shelf, frozenset())

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        return {
            shelf: frozenset(
                name for raw in self.all(shelf) if raw.id for name in (raw.id, slugified(raw.id))
            )
            | self.lost_ids.get(shelf, frozenset())
            for shelf in sorted({*self.records, *self.lost_ids})
        }

    def called(self, shelf: str) -> Mapping[str, str]:
        """What else people call the records of a list, as a slug, and their ids: name, address, number."""
        return self._called.get(shelf, {})

    @cached_property
    def _called(self) -> Mapping[str, Mapping[str, str]]:
        return {shelf: _called(self.all(shelf)) for shelf in self.records}

    def knows(self, shelf: str) -> bool:
        """Whether the list could be read at all: only then can an id be missing from it."""
        return shelf in self.records and shelf not in self.incomplete


_CALLED = ("name", "question", "title", "address", "number", "synonyms")
"""What people may call a record by; the first ones go before."""


def _called(records: Iterable[Raw]) -> Mapping[str, str]:
    """Only what is said of one record."""
    found: dict[str, str | None] = {}
    kept = [raw for raw in records if raw.id]
    for key in _CALLED:
        said: dict[str, set[str]] = {}
        for raw in kept:
            for name, _path in (*raw.named(key), *raw.named(key, "nl")):
                if slug := slugified(name):
                    said.setdefault(slug, set()).add(raw.id or "")
        for slug, ids in said.items():
            found.setdefault(slug, ids.pop() if len(ids) == 1 else None)
    return {slug: an_id for slug, an_id in found.items() if an_id}
