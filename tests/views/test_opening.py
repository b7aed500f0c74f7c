"""Opening hours of the invented neighbourhood, in words and as data."""

import pytest

from generator.views.opening_shapes import OpeningView
from generator.views.shapes import GuideView, OrganisationView, PlaceView
from tests.views.invented import view_invented


@pytest.fixture(scope="module")
def guide() -> GuideView:
    return view_invented()


def organisation(guide: GuideView, name: str) -> OrganisationView:
    return next(view for view in guide.organisations if view.id == name)


def place(guide: GuideView, name: str) -> PlaceView:
    return next(view for view in guide.places if view.id == name)


def opening(guide: GuideView, name: str) -> OpeningView:
    found = organisation(guide, name).opening
    assert found
    return found


def test_a_week_in_words(guide: GuideView) -> None:
    rows = [
        (row.days, [line.hours for line in row.lines]) for row in opening(guide, "verzinselhuis-vzw").rows
    ]
    assert rows == [
        ("maandag", ["9.00–12.30 uur", "13.30–16.00 uur"]),
        ("dinsdag", ["9.00–12.30 uur"]),
        ("vrijdag", ["13.00–16.30 uur"]),
    ]
    assert opening(guide, "verzinselhuis-vzw").not_on == "Niet op feestdagen"
    assert opening(guide, "verzinselhuis-vzw").lines == (
        "Maandag: 9.00–12.30 uur, 13.30–16.00 uur",
        "Dinsdag: 9.00–12.30 uur",
        "Vrijdag: 13.00–16.30 uur (Bel eerst aan.)",
        "Niet op feestdagen",
    )
    assert [row.days for row in opening(guide, "afdeling-dromen").rows] == ["maandag tot vrijdag"]


def test_what_does_not_hold_of_all_hours_stands_with_its_own(guide: GuideView) -> None:
    names = opening(guide, "een-naam-waar-geen-einde-aan-komt")
    said = [line.not_on for row in names.rows for line in row.lines]
    assert said == ["niet in de schoolvakanties en op feestdagen", "ook op feestdagen"]
    assert names.not_on == ""


def test_what_is_coming_is_said_in_order_and_once(guide: GuideView) -> None:
    """The place's own closing too; Christmas lies within it, and Easter is far away."""
    assert [change.text for change in opening(guide, "verzinselhuis-vzw").coming] == [
        "Op 18 december 2026: 10.00–12.00 uur (koekjesfeest)",
        "Gesloten van 21 december 2026 tot en met 3 januari 2027: wintersluiting",
    ]
    assert opening(guide, "verzinselhuis-vzw").coming[1].last == "2027-01-03"


def test_the_data_say_the_same(guide: GuideView) -> None:
    data = opening(guide, "verzinselhuis-vzw")
    assert data.week[0] == ("09:00-12:30", "13:30-16:00")
    assert data.week[2] == ()
    special = data.exceptions[0]
    assert (special.first, special.reason, special.spans) == ("2026-12-18", "koekjesfeest", ("10:00-12:00",))
    assert "Paasmaandag" in {exception.reason for exception in data.exceptions}
    said = dict(data.hours)
    assert (said["12:00"], said["12:30"]) == ("12 uur", "12.30 uur")
    assert data.due == "2027-10-01"
    assert opening(guide, "afdeling-dromen").due == "2020-01-01"


def test_the_data_end_where_the_holidays_are_no_longer_known() -> None:
    """But only for those whom the school holidays concern."""
    later = view_invented("2029-06-01")
    assert opening(later, "afdeling-dromen").until == "2029-08-31"
    assert opening(later, "verzinselhuis-vzw").until == "2030-07-06"


def test_without_hours_there_is_nothing_to_reckon_with(guide: GuideView) -> None:
    assert organisation(guide, "nooit-nagekeken").opening is None
    park = place(guide, "droompark")
    assert park.opening is None
    assert [change.text for change in park.closed] == [
        "Gesloten van 24 december 2026 tot en met 25 december 2026: De bomen slapen.",
        "Op 1 januari 2027: 10.00–12.00 uur (nieuwjaarswandeling)",
    ]


def test_papers_stand_with_what_to_bring(guide: GuideView) -> None:
    brought = [thing.text for thing in organisation(guide, "verzinselhuis-vzw").bring]
    assert brought == ["identiteitskaart", "brief of factuur", "Een vriend als je wil"]
    assert [t.text for t in organisation(guide, "veilige-haven").bring] == ["je hebt geen papieren nodig"]
    assert organisation(guide, "nooit-nagekeken").bring == ()


def test_an_organisation_is_reached_by_its_numbers_and_its_workers(guide: GuideView) -> None:
    people = organisation(guide, "verzinselhuis-vzw").contacts
    assert [(p.role, p.tel, p.whatsapp, p.languages) for p in people] == [
        ("", "+3250000000", "", ()),
        ("gsm van het onthaal", "+32499000000", "32499000000", ("Nederlands", "Frans", "Turks")),
        ("buurtwerker", "+32499000002", "32499000002", ()),
    ]


def test_a_place_says_what_is_there_by_day_and_who(guide: GuideView) -> None:
    house = place(guide, "verzinselhuis")
    assert [(day.name, [(when, link.id) for when, link in day.entries]) for day in house.days] == [
        (
            "donderdag",
            [
                (
                    "Elke eerste donderdag van de maand van 19.00 tot 21.00 uur tot en met 30 juni 2027",
                    "eerste-donderdag",
                )
            ],
        ),
        (
            "vrijdag",
            [("9.30–11.30 uur, niet in de schoolvakanties en op feestdagen", "koffie-met-koek")],
        ),
    ]
    assert [view.id for view in house.organisations] == ["verzinselhuis-vzw"]
    assert [person.name for person in house.people] == ["Zita Zichtbaar"]
    assert place(guide, "veilige-haven").people == (), "Odiel did not agree to be named"
