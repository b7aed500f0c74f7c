"""What stays the same from edit to edit."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

V = TypeVar("V")
_ROOM = 2
"""As many readings find room: so that what one of them did not ask for is there for the next one."""
_LEAST = 1_000
"""Room for this many things there always is."""


class Memory:
    """Costly things by all that they are made of: after an edit most of them are what they were.

    The more things a reading asks for, the more are remembered; what was not asked for the longest is
    forgotten first.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._reading = self._asked = self._asked_before = 0

    def begin(self) -> None:
        """A new reading begins."""
        self._reading += 1
        self._asked_before, self._asked = self._asked, 0

    def recall(self, recipe: Hashable, make: Callable[[], V]) -> V:
        """What was made of the same recipe before, or else what `make` gives."""
        reading, found = self._known.get(recipe) or (-1, None)
        if reading < 0:
            found = make()
        if reading != self._reading:
            self._asked += 1
            self._known[recipe] = self._reading, found
            room = max(_LEAST, _ROOM * max(self._asked, self._asked_before))
            while len(self._known) > room:
                self._known.popitem(last=False)
        self._known.move_to_end(recipe)
        made: V = found  # type: ignore[assignment]
        return made
