"""The shapes of opening hours; plain and frozen, as in `shapes`."""

from dataclasses import dataclass

from generator.views.small_shapes import Said


@dataclass(frozen=True)
class OpeningLineView:
    """One span of a day."""

    hours: str
    """ "9.00-12.00 uur"."""
    not_on: str
    """ "niet in schoolvakanties", where that does not hold of all hours alike; else empty."""
    note: Said | None


@dataclass(frozen=True)
class OpeningRowView:
    """Days that have the same hours."""

    days: str
    """ "maandag en dinsdag"."""
    lines: tuple[OpeningLineView, ...]
    numbers: tuple[int, ...]
    """0 for Monday."""


@dataclass(frozen=True)
class ComingView:
    """Days that are not as usual, in words."""

    text: str
    last: str
    """The last of these days (ISO): after it nobody needs to know."""


@dataclass(frozen=True)
class ExceptionView:
    """Days that are not as usual, as data; both ends included, ISO."""

    first: str
    last: str
    reason: str
    spans: tuple[str, ...]
    """ "09:00-12:00"; empty when it is closed."""


@dataclass(frozen=True)
class OpeningView:
    """When it is open: in words, and as data from which the browser tells whether it is open now."""

    key: str
    """ "s:verzinselhuis", "p:verzinselhuis": as in a visitor's own list."""
    rows: tuple[OpeningRowView, ...]
    not_on: str
    """ "Niet op feestdagen", if it holds of all hours alike."""
    lines: tuple[str, ...]
    """The same in a few lines: "Maandag en dinsdag: 9.00-12.00 uur"."""
    coming: tuple[ComingView, ...]
    """The closures and other hours of the next months."""
    due: str
    """The last day on which its check holds (ISO); empty when it was never checked."""
    until: str
    """The last day (ISO) that the data tell of."""
    week: tuple[tuple[str, ...], ...]
    """ "09:00-12:00" of each day, Monday first."""
    exceptions: tuple[ExceptionView, ...]
    """From today on; of two that meet, the first one holds."""
    hours: tuple[tuple[str, str], ...]
    """Every hour in the data, and how people say it: ("12:00", "12 uur")."""
