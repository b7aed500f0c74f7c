"""Numbers for links: a foreign phone reaches them too, and nothing is made up."""

import pytest

from generator.model.phones import dialled, international


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("056 00 00 00", "+3256000000"),
        ("056/00.00.00", "+3256000000"),
        ("(056) 00 00 00", "+3256000000"),
        ("02 000 00 00", "+3220000000"),
        ("0470 00 00 00", "+32470000000"),
        ("+32 (0)56 00 00 00", "+3256000000"),
        ("+32 056 00 00 00", "+3256000000"),
        ("0032 470/00.00.00", "+32470000000"),
        ("+31 (0)20 000 00 00", "+31200000000"),
        ("+39 06 0000 0000", "+390600000000"),
    ],
)
def test_numbers_that_can_be_called_from_everywhere(typed: str, wanted: str) -> None:
    assert international(typed) == wanted
    assert dialled(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("112", "112"),
        ("1712", "1712"),
        ("0800 00 000", "080000000"),
        ("0900 00 000", "090000000"),
        ("078 00 00 00", "078000000"),
        ("000 00", "00000"),
        ("056 00 00 0", "05600000"),
        ("0470 00 00", "04700000"),
    ],
)
def test_other_numbers_are_dialled_as_they_are(typed: str, wanted: str) -> None:
    assert international(typed) == ""
    assert dialled(typed) == wanted
