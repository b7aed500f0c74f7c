"""The shapes of what repeats, in the terms of iCalendar and of schema.org's Schedule; plain and frozen."""

from dataclasses import dataclass
from datetime import date

from generator.model.schedule import Occurrence

CALENDAR_FILE = "agenda.ics"
"""The calendar of a page, in the folder of that page."""
CALENDAR_PAGE = "agenda/"
"""The page with all dates. Its calendar is at the root, where people look for it."""


@dataclass(frozen=True)
class Repeat:
    """A rule, as iCalendar's RRULE says it."""

    frequency: str
    """days, weeks, months or years."""
    interval: int
    days: tuple[str, ...]
    """ "FR"; "1TH" for the first Thursday of a month, "-1MO" for its last Monday."""
    month: int | None = None
    """Of a yearly rule."""


@dataclass(frozen=True)
class Series:
    """Times of one offer that follow from one rule, or a single time."""

    key: str
    """Stays the same from build to build: "digipunt-1", "digipunt-1-20261224"."""
    first: Occurrence
    """An ordinary time: the first one of the rule. Or the only one."""
    repeat: Repeat | None = None
    last: date | None = None
    """The last day of the rule that we know of."""
    skipped: tuple[date, ...] = ()
    """Days of the rule on which it is not: holidays."""
    changed: tuple[Occurrence, ...] = ()
    """What takes the place of the rule on its day: cancelled, at another hour, or with a remark."""

    @property
    def times(self) -> tuple[Occurrence, ...]:
        """Those that are named one by one."""
        return self.changed if self.repeat else (self.first,)
