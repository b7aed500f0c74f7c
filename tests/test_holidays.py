"""Known days are free, and have their Dutch names."""

from datetime import date
from pathlib import Path

import pytest

from generator.model.holidays import public_holidays, read_school_holidays
from generator.project import words_of
from generator.wording.holidays import holiday_name

DATA = Path(__file__).parents[1] / "generator" / "data" / "school-holidays.csv"
SCHOOL = read_school_holidays(DATA.read_text(encoding="utf-8"))
PUBLIC = public_holidays(2026, 2028)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 1), None),
        (date(2026, 11, 2), "Herfstvakantie"),
        (date(2026, 12, 20), None),
        (date(2026, 12, 21), "Kerstvakantie"),
        (date(2027, 1, 3), "Kerstvakantie"),
        (date(2027, 1, 4), None),
        (date(2027, 2, 8), "Krokusvakantie"),
        (date(2027, 4, 11), "Paasvakantie"),
        (date(2027, 8, 31), "Zomervakantie"),
        (date(2027, 9, 1), None),
    ],
)
def test_school_holidays(day: date, name: str | None) -> None:
    assert SCHOOL.reason(day) == name


def test_easter_monday_2028_is_a_public_holiday_and_no_school_holiday() -> None:
    assert SCHOOL.reason(date(2028, 4, 16)) == "Paasvakantie"
    assert SCHOOL.reason(date(2028, 4, 17)) is None
    assert PUBLIC.reason(date(2028, 4, 17)) == "Paasmaandag"


def test_only_schools_that_teach_in_dutch_count() -> None:
    rows = (
        "\ufeffId;Country;StartDate;EndDate;Type;RegionalScope;Name;Groups\n"
        "2;BE;2030-02-04;2030-02-10;School;Regional;NL Latere vakantie,FR Congé;NL\n"
        "3;BE;2030-02-25;2030-03-10;School;Regional;FR Congé de détente;FR\n"
        "1;BE;2030-01-07;2030-01-08;School;Regional;FR Congé,NL Gedeelde vakantie;FR,NL\n"
    )
    assert read_school_holidays(rows).spans == (
        (date(2030, 1, 7), date(2030, 1, 8), "Gedeelde vakantie"),
        (date(2030, 2, 4), date(2030, 2, 10), "Latere vakantie"),
    )


def test_spans_are_in_order_and_never_overlap() -> None:
    for (_, last, _), (first, _, _) in zip(SCHOOL.spans, SCHOOL.spans[1:], strict=False):
        assert last < first


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 11), "Wapenstilstand"),
        (date(2026, 12, 25), "Kerstmis"),
        (date(2027, 3, 29), "Paasmaandag"),
        (date(2027, 5, 6), "Hemelvaart"),
        (date(2027, 7, 21), "Nationale feestdag"),
        (date(2027, 8, 15), "Onze-Lieve-Vrouw-Hemelvaart"),
        (date(2027, 7, 11), None),
    ],
)
def test_public_holidays(day: date, name: str | None) -> None:
    assert PUBLIC.reason(day) == name


def test_every_holiday_can_be_said_in_another_language() -> None:
    """Words of our own for each name, and in Dutch the name itself."""
    names = {name for days in (SCHOOL, PUBLIC) for _, _, name in days.spans}
    dutch, french = words_of("nl"), words_of("fr")
    assert {name: holiday_name(dutch, name).casefold() for name in names} == {
        name: name.casefold() for name in names
    }
    assert all(holiday_name(french, name) != name for name in names)


def test_days_that_are_not_covered_are_known_to_be_so() -> None:
    assert PUBLIC.covers(date(2027, 6, 1))
    assert not PUBLIC.covers(date(2030, 6, 1))
