"""Whether a record has been checked recently enough.

A check holds for a period (`review_every`, or the default of the neighbourhood);
the day on which the period is over still counts as fresh.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from generator.model.fields import Period
from generator.model.record import Checked
from generator.model.records import Offer

Freshness = Literal["fresh", "overdue", "unchecked"]


def add_period(day: date, period: Period) -> date:
    """The day that lies a period later; 31 January plus a month is the last of February.

    Stops at the last date that Python knows (31 December 9999).
    """
    try:
        match period.unit:
            case "days":
                return day + timedelta(days=period.count)
            case "weeks":
                return day + timedelta(weeks=period.count)
            case "months":
                return _add_months(day, period.count)
            case "years":
                return _add_months(day, 12 * period.count)
    except (ValueError, OverflowError):
        return date.max


def _add_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_date(checked: Checked | None, review_every: Period) -> date | None:
    """The last day on which the check still holds; None when there was none."""
    return add_period(checked.on, review_every) if checked else None


def freshness(checked: Checked | None, review_every: Period, today: date) -> Freshness:
    """Whether the check of a record still holds today."""
    due = due_date(checked, review_every)
    if due is None:
        return "unchecked"
    return "fresh" if today <= due else "overdue"


def flyer_end(offer: Offer, today: date) -> date | None:
    """The last day on which our own flyer was valid, if that day is over; a partner's has its own date."""
    return over(offer.flyer.valid_until, today) if offer.flyer and not offer.flyer.file else None


def over(end: date | None, today: date) -> date | None:
    """A last day, if it is over."""
    return end if end and end < today else None
