"""Days and times as they are said in Turkish: small letters, and endings that fit the word."""

from datetime import date
from typing import Any

import pytest

from generator.model.schedule import Schedule
from generator.project import words_of
from generator.wording.dates import day_and_date, weekday_name
from generator.wording.schedules import schedule_lines

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (
            {"every": "week", "on": "friday", "part": "morning", "from": "9:30", "until": "11:30"},
            "Her cuma sabahı saat 9.30 ile 11.30 arası",
        ),
        ({"every": "week", "on": ["monday", "sunday"]}, "Her pazartesi ve pazar"),
        ({"every": "2 weeks", "on": "tuesday", "part": "afternoon"}, "2 haftada bir, salı öğleden sonra"),
        ({"every": "month", "on": "first thursday"}, "Her ayın ilk perşembesi"),
        ({"every": "3 months", "on": "last saturday"}, "3 ayda bir, ayın son cumartesisi"),
        ({"every": "month", "on": "second wednesday", "part": "evening"}, "Her ayın ikinci çarşamba akşamı"),
        ({"on": "first sunday"}, "İlk pazar"),
        ({"dates": ["2026-12-24"]}, "24 Aralık 2026 Perşembe"),
    ],
)
def test_a_schedule_is_said_as_a_person_would(schedule: dict[str, Any], said: str) -> None:
    (line,) = schedule_lines(words_of("tr"), Schedule.model_validate(schedule), TODAY)
    assert line.text == said


def test_a_day_has_a_capital_in_a_date_only() -> None:
    words = words_of("tr")
    assert weekday_name(words, 4) == "cuma"
    assert day_and_date(words, date(2026, 11, 27)) == "27 Kasım Cuma"


def test_a_dutch_text_keeps_its_dutch_capital() -> None:
    schedule = Schedule.model_validate({"text": "in de zomer"})
    assert [line.text for line in schedule_lines(words_of("tr"), schedule, TODAY)] == ["In de zomer"]
