"""What stays the same from edit to edit."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

V = TypeVar("V")
_REMEMBERED = 6_000


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
