"""How far something is on foot, and how long that takes at an easy pace."""

from math import ceil

from babel.units import format_unit

from generator.wording.words import Words

_METRES_A_MINUTE = 4000 / 60
"""4 km/h: with a pram, a bag or a stick."""


def distance(words: Words, metres: float) -> str:
    """ "280 meter", "1,9 kilometer"."""
    if metres < 995:
        return _unit(words, max(10, round(metres, -1)), "length-meter")
    return _unit(words, round(metres / 1000, 1), "length-kilometer")


def walking_time(words: Words, metres: float) -> str:
    """ "6 minuten"; never too short, and by five minutes when it is long."""
    minutes = max(1, ceil(metres / _METRES_A_MINUTE))
    if minutes > 15:
        minutes = ceil(minutes / 5) * 5
    return _unit(words, minutes, "duration-minute")


def walk(words: Words, metres: float) -> str:
    """ "6 minuten stappen (390 meter)"."""
    return words.gettext("{minutes} on foot ({distance})").format(
        minutes=walking_time(words, metres), distance=distance(words, metres)
    )


def _unit(words: Words, amount: float, unit: str) -> str:
    whole = int(amount) if amount == int(amount) else amount
    # A number and its unit stay on one line.
    return format_unit(whole, unit, length="long", locale=words.locale).replace(" ", "\N{NO-BREAK SPACE}")
