"""Numbers of the sheets in the binder: "3.2" is the second sheet behind tab 3, for ever.

A number on paper is never given to another sheet, and a new sheet makes no other one
change its number: it comes after its neighbour, as 3.2a.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

_POSITION = re.compile(r"(\d{1,6})([a-z]{0,3})")


@dataclass(frozen=True, order=True)
class SheetNumber:
    """Tab, position behind it, and which of those that came in after that position (0: none)."""

    tab: int
    position: int
    later: int = 0

    @classmethod
    def parse(cls, tab: int, position: str) -> Self | None:
        """`SheetNumber.parse(3, "2a")`; None for what is no position."""
        found = _POSITION.fullmatch(position)
        if not found:
            return None
        later = 0
        for letter in found[2]:
            later = 26 * later + ord(letter) - ord("a") + 1
        return cls(tab, int(found[1]), later)

    @property
    def place(self) -> str:
        """The part after the dot: "2a"."""
        letters, rest = "", self.later
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("a") + letter) + letters
        return f"{self.position}{letters}"

    def __str__(self) -> str:
        return f"{self.tab}.{self.place}"


@dataclass(frozen=True)
class Numbers:
    """The numbers that paper carries already."""

    tabs: Mapping[str, int] = field(default_factory=dict)
    """Tab -> its number."""
    sheets: Mapping[str, tuple[SheetNumber, ...]] = field(default_factory=dict)
    """Sheet -> the numbers it ever had, the latest first."""

    @property
    def taken(self) -> frozenset[SheetNumber]:
        return frozenset(number for numbers in self.sheets.values() for number in numbers)


def number_tabs(tabs: Iterable[str], known: Numbers) -> dict[str, int]:
    """A number for each tab: the one it has, or the next one that no tab ever had."""
    numbers: dict[str, int] = {}
    last = max(known.tabs.values(), default=0)
    for tab in tabs:
        if tab in known.tabs:
            numbers[tab] = known.tabs[tab]
        else:
            last += 1
            numbers[tab] = last
    return numbers


def number_sheets(tab: int, sheets: Sequence[str], known: Numbers) -> dict[str, SheetNumber]:
    """A number for each sheet behind a tab. `sheets` come in the order of a first edition.

    Given in the order of their numbers.
    """
    numbers = {}
    for sheet in sheets:
        here = [number for number in known.sheets.get(sheet, ()) if number.tab == tab]
        if here:
            numbers[sheet] = here[0]
    free = _Free(tab, numbers.values(), known.taken)
    before: SheetNumber | None = None
    for sheet in sheets:
        if sheet not in numbers:
            numbers[sheet] = free.after(before)
        before = numbers[sheet]
    return dict(sorted(numbers.items(), key=lambda item: item[1]))


class _Free:
    """The numbers behind a tab that no sheet ever had."""

    def __init__(self, tab: int, present: Collection[SheetNumber], taken: Iterable[SheetNumber]) -> None:
        self._tab = tab
        self._first = min(present, default=None)
        self._last = max(present, default=None)
        self._later: dict[int, int] = {}
        """Position -> the last one that came in after it."""
        self._position = 0
        """The last one that is taken."""
        for number in taken:
            if number.tab == tab:
                self._take(number)

    def after(self, before: SheetNumber | None) -> SheetNumber:
        """The next one after the neighbour `before`; without one, after the first that there is."""
        neighbour = before or self._first
        if neighbour is None or neighbour == self._last:
            number = SheetNumber(self._tab, self._position + 1)
        else:
            number = SheetNumber(self._tab, neighbour.position, self._later[neighbour.position] + 1)
        self._take(number)
        self._first = min(self._first or number, number)
        self._last = max(self._last or number, number)
        return number

    def _take(self, number: SheetNumber) -> None:
        self._later[number.position] = max(self._later.get(number.position, 0), number.later)
        self._position = max(self._position, number.position)
