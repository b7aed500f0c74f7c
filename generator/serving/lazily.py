"""What is made when somebody asks for it, and what stays the same from edit to edit."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")
_REMEMBERED = 6_000


class Lazily(Mapping[K, V]):
    """A mapping of which the keys are known, and each value is made at its first use."""

    def __init__(self, keys: Iterable[K], make: Callable[[K], V]) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Memory:
    """Costly things by all that they are made of: after an edit most of them are what they were."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, Any] = OrderedDict()

    def recall(self, recipe: Hashable, make: Callable[[], V]) -> V:
        """What was made of the same recipe before, or else what `make` gives."""
        if recipe not in self._known:
            self._known[recipe] = make()
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        self._known.move_to_end(recipe)
        found: V = self._known[recipe]
        return found
