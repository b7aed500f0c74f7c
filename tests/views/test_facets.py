"""What the facets know of the invented neighbourhood: nothing unknown is said, nothing known is lost."""

import pytest

from generator.model.vocabulary import Access, Audience, Function, SignupNeed, Weekday
from generator.views.facets import address_word
from generator.views.finding_shapes import FacetView
from generator.views.shapes import GuideView
from tests.views.invented import view_invented


@pytest.fixture(scope="module")
def guide() -> GuideView:
    return view_invented()


def facet(guide: GuideView, key: str) -> FacetView:
    return next(facet for facet in guide.facets if facet.id == key)


def counts(guide: GuideView, key: str) -> dict[str, int]:
    return {choice.id: choice.count for choice in facet(guide, key).choices}


def test_values_that_no_offer_has_are_left_out(guide: GuideView) -> None:
    assert counts(guide, "dag") == {"maandag": 3, "woensdag": 2, "donderdag": 3, "vrijdag": 1, "zaterdag": 2}
    assert set(counts(guide, "voor")) == {"iedereen", "jongeren", "ouderen", "vrouwen"}
    assert "betalend" not in counts(guide, "prijs")


def test_counts_are_those_of_the_attributes(guide: GuideView) -> None:
    for facet in guide.facets:
        for choice in facet.choices:
            if facet.id in ("dag", "dagdeel"):
                half = 0 if facet.id == "dag" else 1
                found = [
                    s for s in guide.sought.values() if choice.id in {m.split(".")[half] for m in s.moments}
                ]
            else:
                found = [s for s in guide.sought.values() if choice.id in dict(s.values).get(facet.id, ())]
            assert len(found) == choice.count, (facet.id, choice.id)


def test_every_current_offer_is_sought_and_no_other(guide: GuideView) -> None:
    assert set(guide.sought) == {offer.id for offer in guide.offers}


def test_what_is_unknown_has_no_value(guide: GuideView) -> None:
    sought = guide.sought["bijna-niets-bekend"]
    assert [key for key, values in sought.values] == ["functie", "thema"]
    assert (sought.moments, sought.next, sought.lat) == ((), (), None)


def test_day_and_part_of_the_day_stay_together(guide: GuideView) -> None:
    assert guide.sought["een-heel-lange-naam"].moments == (
        "maandag.voormiddag",
        "woensdag.namiddag",
        "donderdag.avond",
    )


def test_what_is_for_everyone_is_for_older_people_too(guide: GuideView) -> None:
    values = dict(guide.sought["koffie-met-koek"].values)["voor"]
    assert "vrouwen" in values
    assert "vrijwilligers" not in values
    women = next(audience for audience in guide.audiences if audience.id == "vrouwen")
    assert [offer.id for offer in women.offers] == ["veilig-gesprek"]
    assert [offer.id for offer in women.everyone] == ["koffie-met-koek"]


def test_who_speaks_more_dutch_can_go_wherever_less_is_needed(guide: GuideView) -> None:
    assert counts(guide, "nederlands") == {"1": 1, "2": 2}


def test_the_access_of_the_place_counts_for_the_offer(guide: GuideView) -> None:
    places = {place.id: {label.id for label in place.accessibility} for place in guide.places}
    assert "lift" in places["luchtkasteel"]
    assert "lift" in dict(guide.sought["gepland-aanbod"].values)["toegang"]


def test_a_confidential_place_gives_no_point(guide: GuideView) -> None:
    assert guide.sought["veilig-gesprek"].lat is None


def test_addresses_are_dutch_words() -> None:
    assert address_word(Audience.OLDER_PEOPLE) == "ouderen"
    assert address_word(Weekday.FRIDAY) == "vrijdag"
    assert address_word(Function.MEET) == "ontmoeten"
    assert address_word(SignupNeed.NONE) == "geen"
    assert address_word(Access.ACCESSIBLE_TOILET) == "toegankelijk-toilet"


def test_every_page_of_a_choice_is_of_offers_that_fit(guide: GuideView) -> None:
    monday = next(day for day in guide.weekdays if day.id == "maandag")
    assert len(monday.offers) == counts(guide, "dag")["maandag"]
    assert monday.offers[0].id == "een-heel-lange-naam"
