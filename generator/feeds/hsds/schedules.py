"""Schedules and opening hours as HSDS has them: the RRULE of iCalendar in keys of its own.

HSDS knows only WEEKLY and MONTHLY, and has no key for exceptions (openreferral/specification#440): what
it cannot say stands in the description. Its times carry an offset from UTC, which no single schedule
has in a country with summer time; ours are the wall clock, and say so.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.feeds.hsds.ids import Ids, filled
from generator.feeds.texts import Gettext, dutch
from generator.views.published_values import (
    PublishedDate,
    PublishedException,
    PublishedHours,
    PublishedSchedule,
)

ZONE = "Europe/Brussels"


def schedules_of(
    ids: Ids, owner: tuple[str, ...], schedules: Iterable[PublishedSchedule], _: Gettext
) -> list[dict[str, object]]:
    """The schedules of a service; each of its dates besides a rule is one of its own."""
    found = []
    for number, schedule in enumerate(schedules, 1):
        name = ("schedule", *owner, str(number))
        if _says_itself(schedule):
            found.append({"id": ids.of(*name), **_schedule(schedule, _)})
        for extra in schedule.dates:
            if extra.on not in schedule.not_on:
                found.append({"id": ids.of(*name, extra.on.isoformat()), **_date(schedule, extra, _)})
    return found


def _says_itself(schedule: PublishedSchedule) -> bool:
    """Whether it says more than its dates do."""
    return bool(schedule.on or schedule.part or schedule.by_appointment or schedule.said)


def _schedule(schedule: PublishedSchedule, _: Gettext) -> dict[str, object]:
    rule = _rule(schedule)
    if not rule:
        return filled({"description": _described(schedule, _)})
    return filled(
        {
            "valid_from": _iso(schedule.since),
            "valid_to": _iso(schedule.last),
            "dtstart": _iso(schedule.first),
            "until": _iso(schedule.last),
            "wkst": "MO",
            **rule,
            "description": _described(schedule, _),
            "opens_at": schedule.starts,
            "closes_at": schedule.ends,
            "notes": _zone(_) if schedule.starts else "",
        }
    )


def _rule(schedule: PublishedSchedule) -> dict[str, object]:
    """FREQ, INTERVAL and BYDAY; nothing where they would say too much or something else."""
    if schedule.every is None or not schedule.on:
        return {}
    every, unit = schedule.every, schedule.unit
    if unit == "days" and every % 7 == 0:
        every, unit = every // 7, "weeks"
    if unit == "days" and every == 1:
        unit = "weeks"
    if unit == "years":
        every, unit = every * 12, "months"
    # Without a first date nobody can tell which weeks or months are meant.
    if unit == "days" or (every > 1 and schedule.first is None):
        return {}
    return {
        "freq": "WEEKLY" if unit == "weeks" else "MONTHLY",
        "interval": every,
        "byday": ",".join(f"{day.nth or ''}{_code(day.weekday)}" for day in schedule.on),
    }


def _described(schedule: PublishedSchedule, _: Gettext) -> str:
    lines = [schedule.wording]
    if schedule.not_on:
        days = ", ".join(day.isoformat() for day in schedule.not_on)
        lines.append(_("Not on: {dates}").format(dates=days))
    return "\n".join(line for line in lines if line)


def _date(schedule: PublishedSchedule, extra: PublishedDate, _: Gettext) -> dict[str, object]:
    starts = extra.starts or schedule.starts
    ends = extra.ends if extra.starts else extra.ends or schedule.ends
    day = extra.on.isoformat()
    return filled(
        {
            "valid_from": day,
            "valid_to": day,
            "dtstart": day,
            "count": 1,
            "freq": "WEEKLY",
            "interval": 1,
            "description": dutch(extra.note),
            "opens_at": starts,
            "closes_at": ends,
            "notes": _zone(_) if starts else "",
        }
    )


def opening_of(
    ids: Ids,
    owner: tuple[str, ...],
    hours: Iterable[PublishedHours],
    exceptions: Iterable[PublishedException],
    _: Gettext,
) -> list[dict[str, object]]:
    """Opening hours by day of the week; what differs is said with each of them."""
    special = list(_exceptions(exceptions, _))
    return [
        filled(
            {
                "id": ids.of("schedule", *owner, str(number)),
                "freq": "WEEKLY",
                "interval": 1,
                "wkst": "MO",
                "byday": ",".join(_code(day) for day in span.on),
                "opens_at": span.opens,
                "closes_at": span.closes,
                "description": "\n".join(
                    line for line in (dutch(span.note), _holidays(span, _), *special) if line
                ),
                "notes": _zone(_),
            }
        )
        for number, span in enumerate(hours, 1)
    ]


def _holidays(span: PublishedHours, _: Gettext) -> str:
    if span.closed == ("public holidays",):
        return _("Closed on public holidays.")
    return _("Closed on public holidays and in school holidays.") if span.closed else ""


def _exceptions(exceptions: Iterable[PublishedException], _: Gettext) -> Iterator[str]:
    for exception in exceptions:
        days = " - ".join(dict.fromkeys((exception.first.isoformat(), exception.last.isoformat())))
        hours = f"{exception.opens}-{exception.closes}" if exception.opens else _("closed")
        reason = dutch(exception.reason)
        yield f"{days}: {hours}" + (f" ({reason})" if reason else "")


def _zone(_: Gettext) -> str:
    return _("All times are local time: {zone}.").format(zone=ZONE)


def _code(weekday: str) -> str:
    """ "MO" for monday, as iCalendar writes it."""
    return weekday[:2].upper()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
