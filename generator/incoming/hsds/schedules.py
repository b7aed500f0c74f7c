"""Schedules of HSDS -> `when` and `opening_hours`; our own words in it are read back."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations, product
from typing import Any

from generator.incoming.rules import Rule, as_schedule, coming, with_closures
from generator.incoming.shapes import Data
from generator.incoming.texts import clock, day, one_line, paragraphs, typed
from generator.model.fields import parse_clock
from generator.model.schedule import Holidays, Schedule
from generator.model.vocabulary import Closure, DayPart, Weekday
from generator.wording.dates import day_and_date
from generator.wording.schedules import schedule_lines
from generator.wording.words import Words

Json = Mapping[str, Any]
_DAYS = {weekday.value[:2].upper(): weekday.value for weekday in Weekday}
_CLOSURES = ((), *(tuple(each) for n in (1, 2) for each in combinations(Closure, n)))
_EXCEPTION = re.compile(r"(\d{4}-\d\d-\d\d)(?: - (\d{4}-\d\d-\d\d))?: (\S+)(?: \((.*)\))?")
_HOURS = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")


class Schedules:
    """Reads the schedules of one feed. `left_out` gets what our schedules cannot say."""

    def __init__(self, words: Words, today: date, holidays: Holidays) -> None:
        self._words, self._today, self._holidays = words, today, holidays

    # Of an offer

    def when(self, schedules: Iterable[Json], left_out: list[str]) -> list[Data]:
        """Each rule is a schedule, and all loose dates together are one."""
        loose: list[Json] = []
        rules: list[Json] = []
        for found in schedules:
            (loose if one_line(found.get("count")) == "1" and day(found.get("dtstart")) else rules).append(
                found
            )
        dates = [_dated(on, found) for found in loose if (on := day(found.get("dtstart")))]
        made = [said for found in rules if (said := self._schedule(found, dates, left_out))]
        if dates:
            made.append({"dates": dates})
        return made

    def _schedule(self, found: Json, dates: list[Data], left_out: list[str]) -> Data | None:
        _ = self._words.gettext
        described = paragraphs(found.get("description"))
        if not one_line(found.get("freq")):
            return self._free(described)
        rule = _rule(found)
        made = as_schedule(rule)
        if made is None:
            days = [d.isoformat() for d in coming(rule, self._today)]
            said = _("Our schedules cannot say {rule}, so the dates of the coming year stand there instead.")
            if not days:
                said = _("Our schedules cannot say {rule}, so it is left out.")
            left_out.append(said.format(rule=rule.said))
            hours = {
                key: typed(moment) for key, moment in (("from", rule.starts), ("until", rule.ends)) if moment
            }
            loose = {**hours, "dates": days} if days else {}
            return {**loose, **({"text": described} if described else {})} or None
        return self._with_words(made, described, dates)

    def _free(self, described: str) -> Data | None:
        if not described:
            return None
        _ = self._words.gettext
        appointment = (_("By appointment"), _("Also by appointment"))
        rest = "\n".join(line for line in described.split("\n") if line not in appointment)
        asked = {"by_appointment": "yes"} if rest != described else {}
        return {**asked, **({"text": rest} if rest else {})}

    def _with_words(self, made: Data, described: str, dates: list[Data]) -> Data:
        """The rule, with what the description says besides: our own words for it say nothing new.

        Dates that it tells as extra are its own, and leave the loose ones.
        """
        off, others = self._days_off(described)
        made, off = self._as_told(made, off, others)
        _ = self._words.gettext
        appointment = _("Also by appointment")
        if appointment in others:
            made["by_appointment"] = "yes"
        if cancelled := [self._cancelled(on, others) for on in off if on >= self._today]:
            made["cancelled"] = cancelled
        plain = {*self._lines(made)}
        told = {*others}
        # A date that is past has no line.
        lines = [({*self._lines({**made, "dates": [each]})} - plain, each) for each in dates]
        if extra := [each for new, each in lines if new and new <= told]:
            made["dates"] = extra
            dates[:] = [each for each in dates if each not in extra]
        spent = {*self._lines(made), *(self._not_on(on) for on in off), appointment}
        rest = [line for line in others if line not in spent and line.split(": ")[0] not in spent]
        return {**made, "text": "\n".join(rest)} if rest else made

    def _lines(self, made: Data) -> list[str]:
        schedule = Schedule.model_validate(made)
        return [line.text for line in schedule_lines(self._words, schedule, self._today)]

    def _as_told(self, made: Data, off: list[date], lines: list[str]) -> tuple[Data, list[date]]:
        """With the holidays and the part of the day as our own words tell them, or as the days off show."""
        for closures, part in product(_CLOSURES, ("", *DayPart)):
            told = {**made, **({"part": part} if part else {})}
            told |= {"except": [kind.value for kind in closures]} if closures else {}
            said = self._lines(told)[0]
            if (closures or part) and said in lines:
                lines.remove(said)
                known = [self._holidays[kind] for kind in closures if kind in self._holidays]
                return told, [on for on in off if not any(spans.reason(on) for spans in known)]
        return with_closures(dict(made), off, self._holidays)

    def _days_off(self, described: str) -> tuple[list[date], list[str]]:
        start = self._words.gettext("Not on: {dates}").format(dates="")
        lines = [line for line in described.split("\n") if line.strip()]
        told = [line for line in lines if line.startswith(start)]
        days = [day(part.strip()) for line in told for part in line.removeprefix(start).split(",")]
        return [on for on in days if on], [line for line in lines if line not in told]

    def _not_on(self, on: date) -> str:
        said = self._words.gettext("Not on {date}").format(date=day_and_date(self._words, on))
        return said

    def _cancelled(self, on: date, lines: Iterable[str]) -> str | Data:
        start = f"{self._not_on(on)}: "
        reason = next((line.removeprefix(start) for line in lines if line.startswith(start)), "")
        return {"on": on.isoformat(), "reason": reason} if reason else on.isoformat()

    # Of an organisation or a place

    def opening(self, schedules: Iterable[Json], left_out: list[str]) -> Data:
        """`opening_hours`, `special_hours` and `closed`."""
        _ = self._words.gettext
        hours: list[Data] = []
        special: list[Data] = []
        closed: list[Data] = []
        for found in schedules:
            days = [_DAYS[part] for part in one_line(found.get("byday")).upper().split(",") if part in _DAYS]
            opens, closes = clock(found.get("opens_at")), clock(found.get("closes_at"))
            weekly = one_line(found.get("freq")).upper() == "WEEKLY" and one_line(found.get("interval")) in (
                "",
                "1",
            )
            if not (weekly and days and opens and closes and parse_clock(opens) < parse_clock(closes)):
                said = paragraphs(found.get("description")) or Rule(_parts(found)).said
                left_out.append(_("These opening hours cannot be read: {hours}").format(hours=one_line(said)))
                continue
            span: Data = {"on": days if len(days) > 1 else days[0], "opens": opens, "closes": closes}
            ours = _("All times are local time: {zone}.").format(zone="Europe/Brussels")
            if one_line(found.get("notes")) == ours:
                span["except"] = "none"
            notes = []
            for line in filter(None, paragraphs(found.get("description")).split("\n")):
                if line == _("Closed on public holidays."):
                    span.pop("except", None)
                elif line == _("Closed on public holidays and in school holidays."):
                    span["except"] = [Closure.SCHOOL_HOLIDAYS.value, Closure.PUBLIC_HOLIDAYS.value]
                elif not _excepted(line, special, closed, _("closed")):
                    notes.append(line)
            hours.append({**span, "note": "\n".join(notes)} if notes else span)
        kept = {"opening_hours": hours, "special_hours": special, "closed": closed}
        return {key: value for key, value in kept.items() if value}


def _excepted(line: str, special: list[Data], closed: list[Data], word: str) -> bool:
    found = _EXCEPTION.fullmatch(line)
    if not found or not (found[3] == word or _HOURS.fullmatch(found[3])):
        return False
    reason = {"reason": found[4]} if found[4] else {}
    if span := _HOURS.fullmatch(found[3]):
        made: Data = {"on": found[1], "opens": span[1], "closes": span[2], **reason}
        special += [] if made in special else [made]
    else:
        made = {"from": found[1], "until": found[2] or found[1], **reason}
        closed += [] if made in closed else [made]
    return True


def _dated(on: date, found: Json) -> Data:
    hours = {"from": clock(found.get("opens_at")), "until": clock(found.get("closes_at"))}
    note = one_line(found.get("description"))
    made = {"on": on.isoformat(), **hours, "note": note}
    return {key: value for key, value in made.items() if value}


def _parts(found: Json) -> tuple[tuple[str, str], ...]:
    names = ("freq", "interval", "byday", "byweekno", "bymonthday", "byyearday", "count", "wkst")
    said = ((name.upper(), one_line(found.get(name))) for name in names)
    return tuple((name, value.upper()) for name, value in said if value)


def _rule(found: Json) -> Rule:
    first, valid = day(found.get("dtstart")), day(found.get("valid_from"))
    last = min(filter(None, (day(found.get("until")), day(found.get("valid_to")))), default=None)
    starts, ends = clock(found.get("opens_at")), clock(found.get("closes_at"))
    times = [parse_clock(text) if text else None for text in (starts, ends)]
    if times[0] and times[1] and times[1] <= times[0]:
        times[1] = None
    rule = Rule(_parts(found), first or valid, times[0], times[1], last)
    # Two starts: the day from which it holds, and its first time. Weeks are counted from the latter.
    if first and valid and valid < first and rule.interval == 1:
        return Rule(rule.parts, valid, rule.starts, rule.ends, last)
    return rule
