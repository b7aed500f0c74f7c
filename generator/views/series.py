"""The dates of the offers as few rules and exceptions: what a calendar can subscribe to.

The dates themselves come from `when`, as everywhere; here they are only written shorter. So
each rule ends where our knowledge does: nobody knows yet what the holidays after that will be.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.model.guide import Guide
from generator.model.records import Offer
from generator.model.schedule import DayRule, Occurrence, Schedule, rule_days
from generator.model.vocabulary import Weekday
from generator.views.series_shapes import Repeat, Series
from generator.views.when import schedule_occurrences

TWO_YEARS = timedelta(days=731)
_DAYS = dict(zip(Weekday, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))


def view_series(guide: Guide, today: date) -> Mapping[str, tuple[Series, ...]]:
    """Id of a current offer that has any -> its series, from the Monday of this week on for two years."""
    found = {offer.id: tuple(series_of(guide, offer, today)) for offer in guide.current_offers}
    return {offer_id: series for offer_id, series in found.items() if series}


def series_of(guide: Guide, offer: Offer, today: date) -> Iterator[Series]:
    """One for each rule, and one for each time beside the rules; no time twice."""
    first, seen = today - timedelta(days=today.weekday()), set[Occurrence]()
    for number, schedule in enumerate(offer.when, 1):
        last = known_until(guide, schedule, today)
        times = {
            time.day: time
            for time in schedule_occurrences(guide, offer, schedule, first, last)
            if not (seen and time in seen)
        }
        if number < len(offer.when):
            seen |= set(times.values())
        yield from _series(f"{offer.id}-{number}", schedule, times, first, last)


def known_until(guide: Guide, schedule: Schedule, today: date) -> date:
    """Two years from now, or the last day of which we know the holidays that matter to it."""
    matter = (guide.holidays[kind] for kind in schedule.closed if kind in guide.holidays)
    ends = (max(last for _first, last, _name in days.spans) for days in matter if days.spans)
    return min((today + TWO_YEARS, *ends))


def _series(
    key: str, schedule: Schedule, times: Mapping[date, Occurrence], first: date, last: date
) -> Iterator[Series]:
    days = [*rule_days(schedule, first, last)] if schedule.has_rule else []
    kept = [day for day in days if day in times]
    if kept:
        # From the first to the last day that takes place: what is before or after needs no exception.
        days = [day for day in days if kept[0] <= day <= kept[-1]]
        yield Series(
            key,
            Occurrence(kept[0], schedule.starts, schedule.ends),
            _repeat(schedule),
            kept[-1],
            tuple(day for day in days if day not in times),
            tuple(times[day] for day in kept if _differs(times[day], schedule)),
        )
    for day in sorted(times.keys() - set(kept)):
        yield Series(f"{key}-{day:%Y%m%d}", times[day])


def _differs(time: Occurrence, schedule: Schedule) -> bool:
    """Whether it is not one like the others of its rule."""
    ordinary = (time.starts, time.ends) == (schedule.starts, schedule.ends)
    return not ordinary or time.cancelled or time.remark is not None


def _repeat(schedule: Schedule) -> Repeat:
    assert schedule.every is not None
    assert schedule.since is not None
    month = schedule.since.month if schedule.every.unit == "years" else None
    days = tuple(dict.fromkeys(_day(rule) for rule in schedule.on))
    return Repeat(schedule.every.unit, schedule.every.count, days, month)


def _day(rule: DayRule) -> str:
    return f"{rule.nth or ''}{_DAYS[rule.weekday]}"
