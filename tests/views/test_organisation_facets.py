"""The facets of the social map: nothing unknown is said, nothing known is lost."""

import pytest

from generator.views.finding_shapes import FacetView
from generator.views.shapes import GuideView
from tests.views.invented import view_invented


@pytest.fixture(scope="module")
def guide() -> GuideView:
    return view_invented()


def facet(guide: GuideView, key: str) -> FacetView:
    return next(facet for facet in guide.organisation_facets if facet.id == key)


def counts(guide: GuideView, key: str) -> dict[str, int]:
    return {choice.id: choice.count for choice in facet(guide, key).choices}


def test_who_has_ended_is_not_sought(guide: GuideView) -> None:
    active = {view.id for view in guide.organisations if view.status != "ended"}
    assert set(guide.organisations_sought) == active
    assert "opgeheven-dienst" not in active
    assert {view.id for group in guide.organisation_kinds for view in group.organisations} == active
    assert "project" not in counts(guide, "soort")


def test_papers_count_who_does_not_ask_for_them(guide: GuideView) -> None:
    """Of five, one says nothing; two ask for none at all."""
    papers = facet(guide, "papieren")
    assert papers.without
    assert counts(guide, "papieren") == {
        "identiteitskaart": 2,
        "bewijs-van-inkomen": 3,
        "attest-gezinssamenstelling": 3,
        "brief": 3,
    }
    assert papers.choices[0].text == "geen identiteitskaart"
    known = dict(guide.organisations_sought["veilige-haven"].values)
    assert known["papieren"] == ("geen",)
    assert "papieren" not in dict(guide.organisations_sought["nooit-nagekeken"].values)


def test_languages_are_those_of_the_house_and_of_its_numbers(guide: GuideView) -> None:
    known = dict(guide.organisations_sought["verzinselhuis-vzw"].values)
    assert known["taal"] == ("nl", "fr", "ar", "tr")


def test_appointments_and_prices(guide: GuideView) -> None:
    assert counts(guide, "afspraak") == {"geen": 1, "aanbevolen": 1, "verplicht": 1}
    assert counts(guide, "prijs") == {"gratis": 1, "korting": 1}


def test_open_now_is_told_by_the_browser(guide: GuideView) -> None:
    assert facet(guide, "nu").timely
    assert all("nu" not in dict(sought.values) for sought in guide.organisations_sought.values())


def test_the_offer_has_papers_too(guide: GuideView) -> None:
    papers = next(facet for facet in guide.facets if facet.id == "papieren")
    assert {choice.id: choice.count for choice in papers.choices} == {"identiteitskaart": 1, "brief": 1}


def test_counts_are_those_of_the_attributes(guide: GuideView) -> None:
    for facet in guide.organisation_facets:
        for choice in facet.choices if not facet.timely else ():
            known = [dict(s.values).get(facet.id, ()) for s in guide.organisations_sought.values()]
            found = [values for values in known if values and (choice.id in values) != facet.without]
            assert len(found) == choice.count, (facet.id, choice.id)
