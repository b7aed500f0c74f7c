"""Distances and times on foot, as people say them."""

import pytest

from generator.project import words_of
from generator.wording.distances import distance, walk, walking_time


def spaced(text: str) -> str:
    """With ordinary spaces; a number and its unit have one that does not break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_number_is_never_parted_from_its_unit() -> None:
    assert distance(words_of("nl"), 280) == "280\N{NO-BREAK SPACE}meter"


@pytest.mark.parametrize(
    ("metres", "far", "long"),
    [
        (1, "10 meter", "1 minuut"),
        (66, "70 meter", "1 minuut"),
        (68, "70 meter", "2 minuten"),
        (994, "990 meter", "15 minuten"),
        (996, "1 kilometer", "15 minuten"),
        (1010, "1 kilometer", "20 minuten"),
        (1943, "1,9 kilometer", "30 minuten"),
        (2010, "2 kilometer", "35 minuten"),
    ],
)
def test_no_walk_is_said_to_be_shorter_than_it_is_at_four_kilometres_an_hour(
    metres: float, far: str, long: str
) -> None:
    assert spaced(distance(words_of("nl"), metres)) == far
    assert spaced(walking_time(words_of("nl"), metres)) == long


def test_each_language_says_it_its_own_way() -> None:
    assert spaced(walk(words_of("nl"), 388)) == "6 minuten stappen (390 meter)"
    assert spaced(walk(words_of("fr"), 1234)) == "20 minutes à pied (1,2 kilomètre)"
    assert "دقائق" in walk(words_of("ar"), 300)
