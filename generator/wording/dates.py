"""How a date, a time and a span are said in a language (CLDR, through Babel)."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names

from generator.model.vocabulary import Weekday
from generator.wording.words import Words

DAY_CASES = ("every", "on")
"""Contexts in which a catalogue may decline the days: as after "every", and as after "on"."""
IN_A_SENTENCE = "in a sentence"
"""The context of the days where they differ from those of a date: Turkish "her cuma", but "27 Kasım Cuma"."""
# The year in a pattern of the CLDR, with the word behind it ("y 'р'." in Ukrainian).
_YEAR = re.compile(r"[\s,]*\by+(?:\s*'[^']*'\.?)?")


def weekday_name(words: Words, number: int) -> str:
    """ "vrijdag" for 4 (0 is Monday), as it stands in a sentence."""
    usual = str(get_day_names("wide", locale=words.locale)[number])
    return words.form(IN_A_SENTENCE, tuple(Weekday)[number].value, usual)


def declined_weekday(words: Words, weekday: Weekday, case: str) -> str:
    """The name in a case of DAY_CASES: Ukrainian says "у середу" for "on", and "щосереди" for "every"."""
    return words.form(case, weekday.value, weekday_name(words, weekday.number))


def full_date(words: Words, day: date) -> str:
    """ "23 november 2026"."""
    return _full_date(words.locale, day)


@lru_cache(maxsize=4096)
def _full_date(locale: Locale, day: date) -> str:
    """Many records were checked, and begin and end, on the same days."""
    return format_date(day, "long", locale=locale)


def day_and_date(words: Words, day: date, *, year: bool = False) -> str:
    """ "vrijdag 27 november", with the year on request."""
    return _day_and_date(words.locale, day, year)


@lru_cache(maxsize=4096)
def _day_and_date(locale: Locale, day: date, year: bool) -> str:
    """Many offers are on the same days."""
    pattern = locale.date_formats["full"].pattern
    # The CLDR's own forms without a year shorten the names: "ven. 27 nov.".
    return format_date(day, pattern if year else _YEAR.sub("", pattern), locale=locale)


def date_span(words: Words, first: date, last: date) -> str:
    """ "23–29 november 2026", "30 november – 6 december 2026"; the CLDR's own spans shorten the names."""
    until = full_date(words, last)
    day_comes_first = words.locale.date_formats["long"].pattern.startswith("d")
    if first.month == last.month and day_comes_first:
        return f"{first.day}–{until}"
    return f"{format_skeleton('MMMMd', first, locale=words.locale)} – {until}"


def clock(words: Words, moment: time) -> str:
    """ "9.30": hours without a leading zero, as the language writes them."""
    separator = words.pgettext("between hours and minutes", ".")
    return f"{moment.hour}{separator}{moment.minute:02}"


def hour(words: Words, moment: time) -> str:
    """ "12 uur", "9.30 uur": an hour on its own."""
    if moment.minute == 0:
        return words.pgettext("time of day", "{hour}:00").format(hour=moment.hour)
    return words.pgettext("time of day", "{time}").format(time=clock(words, moment))


def time_span(words: Words, starts: time | None, ends: time | None) -> str:
    """ "van 9.30 tot 11.30 uur", "vanaf 14.00 uur", or empty."""
    _ = words.gettext
    if starts and ends:
        return _("from {start} to {end}").format(start=clock(words, starts), end=clock(words, ends))
    if starts:
        return _("from {start}").format(start=clock(words, starts))
    return ""


@lru_cache(maxsize=4096)
def short_span(words: Words, starts: time | None, ends: time | None) -> str:
    """ "9.30-11.30 uur", for lists: an offer is mostly at the same hours."""
    _ = words.gettext
    if starts and ends:
        return _("{start}-{end}").format(start=clock(words, starts), end=clock(words, ends))
    if starts:
        return _("{start} onwards").format(start=clock(words, starts))
    return ""


def day_names(words: Words, numbers: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(weekday_name(words, number) for number in numbers)


def days_from(first: date, count: int) -> tuple[date, ...]:
    """That many days, from `first` on."""
    return tuple(first + timedelta(days=n) for n in range(count))


@dataclass(frozen=True)
class DateLeaf:
    """A date as on a leaf of a calendar: "vrijdag", "27", "nov"."""

    weekday: str
    day: str
    month: str


def date_leaf(words: Words, day: date) -> DateLeaf:
    return DateLeaf(weekday_name(words, day.weekday()), str(day.day), format_date(day, "MMM", words.locale))
