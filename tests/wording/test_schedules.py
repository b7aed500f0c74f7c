"""How a schedule is said, in a language that leaves its words alone and in one that declines them."""

from datetime import date
from typing import Any

import pytest

from generator.model.schedule import Schedule
from generator.project import words_of
from generator.wording.schedules import schedule_lines

TODAY = date(2026, 3, 2)


def said(language: str, **typed: Any) -> str:
    """`starts` and `ends` stand for the keys `from` and `until`, which Python keeps for itself."""
    keys = {"starts": "from", "ends": "until", "closed": "except"}
    schedule = Schedule.model_validate({keys.get(key, key): value for key, value in typed.items()})
    lines = schedule_lines(words_of(language), schedule, TODAY)
    return "; ".join(line.text for line in lines).replace("\u202f", " ")


@pytest.mark.parametrize(
    ("typed", "dutch", "ukrainian"),
    [
        (
            {"every": "week", "on": "friday", "starts": "9:30", "ends": "11:30"},
            "Elke vrijdag van 9.30 tot 11.30 uur",
            "Щопʼятниці з 9:30 до 11:30",
        ),
        (
            {"every": "week", "on": ["monday", "wednesday"], "closed": "school holidays"},
            "Elke maandag en woensdag, niet in de schoolvakanties",
            "Щопонеділка і щосереди, крім шкільних канікул",
        ),
        ({"on": ["tuesday", "sunday"]}, "Op dinsdag en zondag", "У вівторок і неділю"),
        (
            {"every": "2 weeks", "on": "monday", "part": "afternoon"},
            "Om de 2 weken op maandagnamiddag",
            "Раз на 2 тижні, у понеділок після обіду",
        ),
        # Thursday is masculine in Ukrainian, Saturday feminine.
        (
            {"every": "month", "on": "first thursday", "last": "2027-06-30"},
            "Elke eerste donderdag van de maand tot en met 30 juni 2027",
            "Щомісяця в перший четвер до 30 червня 2027 р. включно",
        ),
        (
            {"every": "month", "on": "last saturday"},
            "Elke laatste zaterdag van de maand",
            "Щомісяця в останню суботу",
        ),
        (
            {"every": "3 months", "on": "second wednesday", "part": "evening"},
            "Om de 3 maanden, op de tweede woensdagavond",
            "Раз на 3 місяці в другу середу увечері",
        ),
        (
            {"dates": "2026-05-08", "starts": "14:00"},
            "Vrijdag 8 mei 2026 vanaf 14.00 uur",
            "Пʼятниця, 8 травня 2026 р. з 14:00",
        ),
    ],
)
def test_a_schedule_reads_as_people_say_it(typed: dict[str, Any], dutch: str, ukrainian: str) -> None:
    assert said("nl", **typed) == dutch
    assert said("uk", **typed) == ukrainian


@pytest.mark.parametrize(
    ("every", "ukrainian"),
    [
        ("day", "Щодня"),
        ("2 days", "Раз на 2 дні"),
        ("5 days", "Раз на 5 днів"),
        ("11 days", "Раз на 11 днів"),
        ("21 days", "Раз на 21 день"),
        ("22 days", "Раз на 22 дні"),
        ("week", "Щотижня"),
        ("month", "Щомісяця"),
        ("6 months", "Раз на 6 місяців"),
        ("2 years", "Раз на 2 роки"),
    ],
)
def test_ukrainian_has_three_plurals_and_a_word_for_each(every: str, ukrainian: str) -> None:
    assert said("uk", every=every) == ukrainian
