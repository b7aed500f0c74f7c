"""What a view looked at in the guide: as long as that is the same, and the record too, so is the view.

After an edit of the social map the preview makes anew what shows the changed record, however that comes
about, and nothing else. No list says what a view may depend on: the guide it is made of notes it.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import partial
from inspect import isfunction
from typing import Any, Generic, TypeVar, cast

from generator.model.guide import Guide

V = TypeVar("V")
Look = tuple[str, Hashable]
"""A part of the guide, and a key of it; None for all of that part."""
_LOOKUPS = ("theme", "organisation", "place", "contact", "offer", "homes")
_OF_FIELDS = ("neighbourhood",)


class Remembered(Generic[V]):
    """What was made of a guide, and all that was looked at in it; nothing of it may be made later."""

    def __init__(self) -> None:
        self._made: list[V] = []
        self._seen: dict[Look, object] = {}

    def of(self, guide: Guide, make: Callable[[Guide], V]) -> V:
        """What was made, if all that it was made of is the same in this guide; else made anew."""
        if not self._made or any(_differs(_look(guide, at), seen) for at, seen in self._seen.items()):
            noting = _Noting(guide)
            self._made, self._seen = [make(cast(Guide, noting))], noting.seen
        return self._made[0]


def _look(guide: Guide, at: Look) -> object:
    part, key = at
    found = getattr(guide, part)
    if key is None:
        return found
    return found.get(key) if part in _LOOKUPS else getattr(found, str(key))


def _differs(one: object, other: object) -> bool:
    return one is not other and one != other


class _Noting:
    """A guide that notes what is looked at; its dates are its own, for they follow from what is noted."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self.seen: dict[Look, object] = {}
        self.times: dict[str, object] = {}

    def note(self, part: str, key: Hashable = None) -> object:
        found = self.seen[part, key] = _look(self._guide, (part, key))
        return found

    def __getattr__(self, name: str) -> object:
        if name in _LOOKUPS:
            return _NotingLookup(self, name, getattr(self._guide, name))
        if name in _OF_FIELDS:
            return _NotingFields(self, name)
        method = vars(Guide).get(name)
        # Its own methods look at it as others do.
        return partial(method, self) if isfunction(method) else self.note(name)


class _NotingLookup(Mapping[Any, object]):
    def __init__(self, guide: _Noting, part: str, found: Mapping[Any, object]) -> None:
        self._guide, self._part, self._found = guide, part, found

    def __getitem__(self, key: Hashable) -> object:
        self._guide.note(self._part, key)
        return self._found[key]

    def __iter__(self) -> Iterator[Any]:
        self._guide.note(self._part)
        return iter(self._found)

    def __len__(self) -> int:
        self._guide.note(self._part)
        return len(self._found)


class _NotingFields:
    def __init__(self, guide: _Noting, part: str) -> None:
        self._guide, self._part = guide, part

    def __getattr__(self, name: str) -> object:
        return self._guide.note(self._part, name)
