"""Opening hours in the words of schema.org: those of each week, and the days that are not as usual."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.feeds.things import SCHEMA, Thing
from generator.views.opening_shapes import ExceptionView, OpeningView

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_A_DAY = timedelta(days=1)


def weekly_hours(opening: OpeningView) -> list[Thing]:
    """One specification for each span, with all days that have it."""
    days: dict[str, list[str]] = {}
    for name, spans in zip(_NAMES, opening.week, strict=True):
        for span in spans:
            days.setdefault(span, []).append(f"{SCHEMA}{name}")
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": [*names], **_opens(span)}
        for span, names in days.items()
    ]


def special_hours(opening: OpeningView) -> list[Thing]:
    """Days with other hours; those without an hour are closed. No day stands in two of them."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": first.isoformat(),
            "validThrough": last.isoformat(),
            **(_opens(span) if span else {}),
        }
        for first, last, exception in _apart(opening.exceptions)
        for span in exception.spans or ("",)
    ]


def _opens(span: str) -> Thing:
    opens, closes = span.split("-")
    return {"opens": opens, "closes": closes}


def _apart(exceptions: tuple[ExceptionView, ...]) -> list[tuple[date, date, ExceptionView]]:
    """Spans of days, in order; of two exceptions that meet, the first one holds."""
    taken: set[date] = set()
    found = []
    for exception in exceptions:
        free = [day for day in _days(exception) if day not in taken]
        taken.update(free)
        starts = [day for day in free if day - _A_DAY not in free]
        ends = [day for day in free if day + _A_DAY not in free]
        found += [(first, last, exception) for first, last in zip(starts, ends, strict=True)]
    return sorted(found, key=lambda span: span[0])


def _days(exception: ExceptionView) -> Iterator[date]:
    day, last = date.fromisoformat(exception.first), date.fromisoformat(exception.last)
    while day <= last:
        yield day
        day += _A_DAY
