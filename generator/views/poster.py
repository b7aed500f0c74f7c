"""The poster for the door: one week at a glance."""

from datetime import date, timedelta

from generator.views.context import ViewContext
from generator.views.lazily import Later
from generator.views.programme import school_holidays, view_days, view_undated
from generator.views.programme_shapes import PosterView
from generator.views.shapes import OfferView
from generator.wording.dates import date_span

_FRIDAY = 4


def poster_week(today: date) -> date:
    """The Monday of the week that a poster of today is for: from Friday on, the week to come.

    Whoever prints it on a Friday hangs it up for Monday.
    """
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=1) if today.weekday() >= _FRIDAY else monday


def view_poster(context: ViewContext, offers: tuple[OfferView, ...], monday: date) -> PosterView:
    """The week that begins on that Monday."""
    sunday = monday + timedelta(days=6)
    return PosterView(
        first=monday.isoformat(),
        title=date_span(context.words, monday, sunday),
        holiday_lines=school_holidays(context, monday, sunday),
        days=Later(lambda: view_days(context, offers, monday, sunday)),
        undated=Later(lambda: view_undated(context, offers, sunday)),
    )
