"""From reading to reading most things are what they were: whoever makes them asks what was made before.

Only the preview remembers, in its memory; all else makes everything anew.
"""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

Made = TypeVar("Made")


class Recall(Protocol):
    """May give what was made before of the same recipe, which tells all that the thing depends on."""

    def __call__(self, recipe: Hashable, make: Callable[[], Made]) -> Made: ...


def make_anew(recipe: Hashable, make: Callable[[], Made]) -> Made:
    """Recalls nothing."""
    return make()
