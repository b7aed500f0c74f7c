"""The list beside the map: every place with a pin, what is there, and what it can be narrowed by."""

from tests.views.invented import view_invented

ON_MAP = {entry.place.id: entry for entry in view_invented().on_map.places}


def test_the_list_holds_the_pins_by_number_and_no_hidden_place() -> None:
    assert list(ON_MAP) == ["verzinselhuis", "luchtkasteel", "droompark"]


def test_what_is_at_a_place_is_named_but_not_the_house_itself() -> None:
    """The house and its organisation have one name: that goes without saying."""
    assert [link.id for link in ON_MAP["verzinselhuis"].here] == ["koffie-met-koek", "eerste-donderdag"]
    assert [link.id for link in ON_MAP["droompark"].here] == ["vaste-data"]


def test_a_place_knows_its_themes_and_the_days_on_which_something_is_on() -> None:
    house = ON_MAP["verzinselhuis"]
    assert house.themes == ("leren", "samen")
    assert "2026-12-03" in house.days
    assert "2026-11-27" not in house.days  # cancelled
    assert ON_MAP["droompark"].days[0] == "2026-12-21"


def test_only_themes_that_are_somewhere_can_be_chosen() -> None:
    assert [link.id for link in view_invented().on_map.themes] == ["samen", "leren", "wonen"]
