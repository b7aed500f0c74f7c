"""The wording of a schedule, as a person would say it: "elke vrijdag van 9.30 tot 11.30 uur"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model.fields import Period
from generator.model.schedule import DayRule, Schedule
from generator.model.vocabulary import DayPart, Weekday
from generator.wording.casing import sentence_case
from generator.wording.dates import day_and_date, declined_weekday, full_date, time_span
from generator.wording.labels import N_, enumerate_words
from generator.wording.opening import not_on
from generator.wording.words import Words

GENDER = "gender"
"""The context in which a catalogue may name the gender of a day; that is the context of its ordinals."""
NTH = "nth of the month"
"""The context in which a catalogue may decline a day behind its ordinal: Turkish "ayın ilk cuması"."""
ORDINALS = {
    1: N_("first {day}"),
    2: N_("second {day}"),
    3: N_("third {day}"),
    4: N_("fourth {day}"),
    -1: N_("last {day}"),
}


@dataclass(frozen=True)
class ScheduleLine:
    """A sentence of a schedule; `until` is the last day on which it says anything."""

    text: str
    until: date | None = None


def schedule_lines(
    words: Words, schedule: Schedule, today: date, *, more: bool = False
) -> tuple[ScheduleLine, ...]:
    """A schedule in sentences: the rule, its exceptions, the dates, by appointment.

    Dates that are past are not said; a free text stands as its author wrote it. With
    `more`, another schedule of the same offer was said before.
    """
    _ = words.gettext
    lines: list[ScheduleLine] = []
    rule = _rule(words, schedule, today)
    if rule:
        lines.append(ScheduleLine(rule))
    if schedule.text:
        said_in = schedule.text.language_for(words.language)
        lines.append(ScheduleLine(sentence_case(said_in, schedule.text.in_language(words.language))))
    lines += _dates(words, schedule, today)
    if schedule.by_appointment:
        lines.append(ScheduleLine(_("Also by appointment") if lines or more else _("By appointment")))
    for entry in schedule.cancelled:
        if entry.on >= today:
            reason = entry.reason.in_language(words.language) if entry.reason else ""
            lines.append(ScheduleLine(_cancelled(words, entry.on, reason), entry.on))
    return tuple(replace(line, text=sentence_case(words.language, line.text)) for line in lines)


def _rule(words: Words, schedule: Schedule, today: date) -> str:
    _ = words.gettext
    days = _days(words, schedule)
    if not days and schedule.dates:
        return ""  # the hours are those of the dates, which say them
    parts = [days, time_span(words, schedule.starts, schedule.ends)]
    if schedule.since and schedule.since > today:
        parts.append(_("starting on {date}").format(date=full_date(words, schedule.since)))
    if schedule.last:
        parts.append(_("until {date} included").format(date=full_date(words, schedule.last)))
    said = " ".join(part for part in parts if part)
    exceptions = not_on(words, schedule.closed)
    return f"{said}, {exceptions}" if said and exceptions else said


def _days(words: Words, schedule: Schedule) -> str:
    """ "elke vrijdagvoormiddag", "om de 2 weken op maandag", "elke eerste donderdag van de maand"."""
    _ = words.gettext
    every = schedule.every
    ordinal = any(rule.nth for rule in schedule.on)
    each = not ordinal and every in (Period(1, "weeks"), Period(1, "days"), Period(1, "months"))
    case = "every" if each else "on"
    days = tuple(_day(words, rule, schedule, case) for rule in schedule.on)
    said = enumerate_words(words, days) if days else ""
    if not said:
        return _without_day(words, schedule)
    if each:
        return _("every {day}").format(day=said)
    if every is None:
        return _("on {days}").format(days=said)
    if ordinal and every == Period(1, "months"):
        return _("every {ordinal_day} of the month").format(ordinal_day=said)
    if ordinal and every.unit == "months":
        return _("{every}, on the {ordinal_day}").format(every=period(words, every), ordinal_day=said)
    return _("{every} on {days}").format(every=period(words, every), days=said)


def every_weekday(words: Words, weekday: Weekday) -> str:
    """ "elke vrijdag"."""
    return words.gettext("every {day}").format(day=declined_weekday(words, weekday, "every"))


def _without_day(words: Words, schedule: Schedule) -> str:
    """ "elke week in de voormiddag"."""
    parts = []
    if schedule.every:
        parts.append(period(words, schedule.every))
    if schedule.part:
        parts.append(_in_the(words, schedule.part))
    return " ".join(parts)


def period(words: Words, every: Period) -> str:
    """ "elke week", "om de 2 weken"."""
    ngettext, count = words.ngettext, every.count
    match every.unit:
        case "days":
            said = ngettext("every day", "every {count} days", count)
        case "weeks":
            said = ngettext("every week", "every {count} weeks", count)
        case "months":
            said = ngettext("every month", "every {count} months", count)
        case "years":
            said = ngettext("every year", "every {count} years", count)
    return said.format(count=count)


def _day(words: Words, rule: DayRule, schedule: Schedule, case: str) -> str:
    """ "vrijdagvoormiddag", "eerste donderdag"; in the case that the sentence asks for."""
    _ = words.gettext
    day = declined_weekday(words, rule.weekday, case)
    match schedule.part:
        case DayPart.MORNING:
            day = _("{day} morning").format(day=day)
        case DayPart.AFTERNOON:
            day = _("{day} afternoon").format(day=day)
        case DayPart.EVENING:
            day = _("{day} evening").format(day=day)
    if rule.nth is None:
        return day
    if schedule.part is None and schedule.every and schedule.every.unit == "months":
        day = words.form(NTH, rule.weekday.value, day)
    ordinal = ORDINALS[rule.nth]
    gender = words.form(GENDER, rule.weekday.value, "")
    return words.form(gender, ordinal, _(ordinal)).format(day=day)


def _in_the(words: Words, part: DayPart) -> str:
    _ = words.gettext
    match part:
        case DayPart.MORNING:
            return _("in the morning")
        case DayPart.AFTERNOON:
            return _("in the afternoon")
        case DayPart.EVENING:
            return _("in the evening")


def _dates(words: Words, schedule: Schedule, today: date) -> list[ScheduleLine]:
    """The fixed or extra dates from today on, one line each."""
    _ = words.gettext
    cancelled = {entry.on for entry in schedule.cancelled}
    lines = []
    for entry in sorted(schedule.dates, key=lambda extra: extra.on):
        if entry.on < today or entry.on in cancelled:
            continue
        starts = entry.starts or schedule.starts
        ends = entry.ends if entry.starts else entry.ends or schedule.ends
        said = " ".join(
            part
            for part in (day_and_date(words, entry.on, year=True), time_span(words, starts, ends))
            if part
        )
        if schedule.every:
            said = _("extra: {date}").format(date=said)
        if entry.note:
            said += f" ({entry.note.in_language(words.language)})"
        lines.append(ScheduleLine(said, entry.on))
    return lines


def _cancelled(words: Words, day: date, reason: str) -> str:
    _ = words.gettext
    if reason:
        return _("Not on {date}: {reason}").format(date=day_and_date(words, day), reason=reason)
    return _("Not on {date}").format(date=day_and_date(words, day))


def not_on_days(words: Words, days: Sequence[tuple[date, str]]) -> str:
    """ "Niet van vrijdag 18 december tot en met vrijdag 1 januari: Kerstvakantie".

    `days` are times in a row that fall away, each with its reason (which may be empty); nothing takes
    place between them.
    """
    _ = words.gettext
    if not days:
        return ""
    first, last = (day_and_date(words, days[at][0]) for at in (0, -1))
    reason = ", ".join(dict.fromkeys(reason for _day, reason in days if reason))
    if first == last:
        return _cancelled(words, days[0][0], reason)
    if not reason:
        return _("Not from {first} to {last}").format(first=first, last=last)
    return _("Not from {first} to {last}: {reason}").format(first=first, last=last, reason=reason)


def regular_weekdays(schedules: tuple[Schedule, ...]) -> tuple[int, ...]:
    """Weekdays (0 Monday) on which the rules fall, in order."""
    return tuple(sorted({rule.weekday.number for schedule in schedules for rule in schedule.on}))
