"""The wording of opening hours: "maandag tot vrijdag", "niet op feestdagen"."""

from collections.abc import Collection

from generator.model.vocabulary import Closure
from generator.wording.dates import day_names, weekday_name
from generator.wording.labels import enumerate_words
from generator.wording.words import Words

_RUN = 3
"""From so many days in a row on, the first and the last one say it."""


def days_said(words: Words, numbers: tuple[int, ...]) -> str:
    """ "maandag en dinsdag", "maandag tot vrijdag" (0 is Monday)."""
    if len(numbers) >= _RUN and numbers[-1] - numbers[0] == len(numbers) - 1:
        first, last = (weekday_name(words, number) for number in (numbers[0], numbers[-1]))
        return words.gettext("{first} to {last}").format(first=first, last=last)
    return enumerate_words(words, day_names(words, numbers))


def closures_said(words: Words, closures: Collection[Closure]) -> str:
    """ "niet op feestdagen"; that it is open even then is said too."""
    return not_on(words, closures) or words.gettext("also on public holidays")


def not_on(words: Words, closures: Collection[Closure]) -> str:
    """ "niet in schoolvakanties"; empty when there is nothing to except."""
    _ = words.gettext
    kinds = set(closures)
    if kinds == {Closure.SCHOOL_HOLIDAYS, Closure.PUBLIC_HOLIDAYS}:
        return _("not in school holidays or on public holidays")
    if Closure.SCHOOL_HOLIDAYS in kinds:
        return _("not in school holidays")
    return _("not on public holidays") if kinds else ""
