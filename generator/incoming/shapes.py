"""What a feed says, in the form of our own records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.model.records import Contact, Offer, Organisation, Place
from generator.reading.traps import Gettext

Data = dict[str, Any]
"""A record as somebody would type it: texts, lists and mappings of them."""

MODELS: Mapping[str, type[BaseModel]] = {
    "offers": Offer,
    "organisations": Organisation,
    "places": Place,
    "contacts": Contact,
}
"""The lists that a feed can fill, in the order in which people look at them."""
REFERENCES: Mapping[str, Mapping[str, str]] = {
    "offers": {"place": "places", "organiser": "organisations", "contacts": "contacts"},
    "organisations": {"place": "places", "part_of": "organisations", "contacts": "contacts"},
    "places": {},
    "contacts": {"organisation": "organisations"},
}
"""Which key of a record names a record of which list."""
_FILLED: Mapping[str, Data] = {
    "offers": {"summary": "?", "kind": "activity", "functions": "ontmoeten", "themes": "x"},
    "organisations": {"summary": "?", "kind": "association"},
    "places": {"number": "1"},
    "contacts": {"role": "?"},
}
"""What a record needs and few feeds say: staff fill it in. A place gets its number when it is taken over."""


class FeedError(Exception):
    """Nothing can be read; message and remedy are in the language of staff."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True)
class Incoming:
    """A record out of a feed."""

    shelf: str
    key: str
    """Its id in the feed."""
    data: Data
    left_out: tuple[str, ...] = ()
    """What the feed says and our record does not, in sentences."""

    @property
    def id(self) -> str:
        return str(self.data["id"])

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that staff have to fill in."""
        keys = [key for key in _FILLED[self.shelf] if key not in self.data and key != "number"]
        return tuple(sorted(keys, key=("summary", "role", "kind", "functions", "themes").index))

    @property
    def record(self) -> Any:
        """As a record of the guide; stand-ins where something is missing."""
        return MODELS[self.shelf].model_validate({**_FILLED[self.shelf], **self.data})


@dataclass(frozen=True)
class Feed:
    """All that one source gave."""

    title: str
    """What to call the source in the guide: "Open data van partner.example"."""
    records: tuple[Incoming, ...]
    notes: tuple[str, ...] = ()
    """What somebody should know of the feed as a whole."""

    def of(self, shelf: str) -> tuple[Incoming, ...]:
        return tuple(record for record in self.records if record.shelf == shelf)


Ask = Callable[[str], bytes]
"""Gives what stands at an address or in a file; raises FeedError."""


@dataclass
class Making:
    """A record that is being made of what a feed says."""

    shelf: str
    key: str
    data: Data = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def put(self, key: str, value: Any) -> None:
        """Nothing known is no key at all."""
        if value not in (None, "", [], {}):
            self.data[key] = value

    def done(self, _: Gettext) -> Incoming | None:
        """The record without the values that no record of ours can have; None if nothing is left of it."""
        made = Incoming(self.shelf, self.key, self.data)
        for _turn in range(len(self.data)):
            try:
                made.record  # noqa: B018 - it is asked whether it can be made
            except ValidationError as error:
                bad = {str(found["loc"][0]) for found in error.errors() if found["loc"]}
                if not bad or bad & {"id", "name", "key"} or not bad & made.data.keys():
                    return None
                for key in sorted(bad & made.data.keys()):
                    said = _("{key} cannot be read: {value}")
                    self.left_out.append(said.format(key=key, value=str(made.data[key])[:80]))
                left = {key: value for key, value in made.data.items() if key not in bad}
                made = replace(made, data=left)
            else:
                return replace(made, left_out=tuple(dict.fromkeys(self.left_out)))
        return None


class Identities:
    """Ids for what a feed brings: readable, always the same, and none that is taken."""

    def __init__(self, taken: Mapping[str, frozenset[str]]) -> None:
        self._taken = {shelf: set(taken.get(shelf, ())) for shelf in MODELS}
        self._known: dict[tuple[str, str], str] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        """List and id -> the number that was behind it last."""

    def of(self, shelf: str, key: str, wished: str) -> str:
        """The id for a record of the feed; at a second call the same one."""
        if (shelf, key) not in self._known:
            base = (wished or shelf.removesuffix("s"))[:70].strip("-")
            found, number = base, self._numbers.get((shelf, base), 1)
            while found in self._taken[shelf]:
                number += 1
                found = f"{base}-{number}"
            self._numbers[shelf, base] = number
            self._taken[shelf].add(found)
            self._known[shelf, key] = found
        return self._known[shelf, key]

    def known(self, shelf: str, key: str) -> str | None:
        return self._known.get((shelf, key))
