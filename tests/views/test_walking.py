"""How to get somewhere, and the walk past places, in the invented neighbourhood."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.records import Route
from generator.project import Project, words_of
from generator.source import load, view_languages
from generator.views.context import ViewContext
from generator.views.records import view_offer
from generator.views.shapes import GuideView, PlaceView
from generator.views.walking_shapes import RouteView
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED
from tests.views.invented import view_invented
from tests.wording.test_distances import spaced

SOURCE = load(Project(INVENTED), date.fromisoformat(TODAY))


@pytest.fixture(scope="module")
def guide() -> GuideView:
    return view_invented()


def place(guide: GuideView, name: str) -> PlaceView:
    return next(one for one in guide.places if one.id == name)


def route(guide: GuideView) -> RouteView:
    found = next(offer.route for offer in guide.offers if offer.id == "vaste-data")
    assert found
    return found


def test_a_place_says_how_far_it_is_from_train_bus_and_house(guide: GuideView) -> None:
    there = [(r.kind, str(r.start), spaced(r.text)) for r in place(guide, "luchtkasteel").where.reach]
    assert there == [
        ("station", "Station", "20 minuten stappen (1,1 kilometer)"),
        ("bus_stop", "Halte Nergenshuizen", "8 minuten stappen (490 meter)"),
        ("house", "Het Verzinselhuis", "10 minuten stappen (610 meter)"),
    ]


def test_nobody_is_told_how_to_walk_from_a_house_to_itself(guide: GuideView) -> None:
    assert [r.kind for r in place(guide, "verzinselhuis").where.reach] == ["station", "bus_stop"]


def test_an_address_can_be_copied_whole_and_a_point_opened_on_the_phone(guide: GuideView) -> None:
    where = place(guide, "luchtkasteel").where
    assert where.address == "Wensstraat 10, 0000 Verzonnenstad"
    assert where.map_link == "geo:51.4031,2.8112?q=51.4031,2.8112(Zaal%20%27t%20Luchtkasteel)"
    park = place(guide, "droompark").where
    assert (park.address, park.map_link) == ("", "geo:51.4065,2.815?q=51.4065,2.815(Droompark)")


def test_nothing_is_said_of_the_way_to_a_hidden_or_closed_place(guide: GuideView) -> None:
    for name in ("veilige-haven", "gesloten-loods"):
        where = place(guide, name).where
        assert (where.reach, where.map_link) == ((), "")
    assert place(guide, "veilige-haven").where.address == ""


def test_without_a_map_no_way_is_claimed() -> None:
    context = ViewContext(SOURCE.guide, words_of("nl"), SOURCE.today, SOURCE.settings.url)
    walk = next(offer for offer in SOURCE.guide.offers if offer.id == "vaste-data")
    view = view_offer(context, walk)
    assert view.where.reach == ()
    assert view.route
    assert [stop.leg for stop in view.route.stops] == [None, None, None]
    assert (view.route.distance, view.route.time) == ("", "")


def test_a_walk_leads_past_its_public_stops_along_named_streets(guide: GuideView) -> None:
    walk = route(guide)
    assert [(stop.number, stop.place.id) for stop in walk.stops] == [
        (1, "verzinselhuis"),
        (2, "luchtkasteel"),
        (4, "droompark"),
    ]
    assert (spaced(walk.distance), spaced(walk.time)) == ("1,1 kilometer", "20 minuten")
    leg = walk.stops[1].leg
    assert leg
    assert spaced(leg.text) == "10 minuten stappen (610 meter)"
    assert [(str(s.street), spaced(s.distance)) for s in leg.stretches] == [
        ("Bedachtestraat", "80 meter"),
        ("'t Zomaar", "530 meter"),
    ]
    assert walk.stops[0].leg is None
    assert {link.id for link in walk.stops[0].here} == {"koffie-met-koek", "eerste-donderdag"}


def test_each_leg_begins_where_the_one_before_ended(guide: GuideView) -> None:
    tracks = [stop.leg.track for stop in route(guide).stops if stop.leg]
    assert tracks[0][-1] == tracks[1][0]


def test_a_loop_ends_at_its_first_stop() -> None:
    stops = ("droompark", "luchtkasteel")
    assert _walked(Route(stops=stops, loop=True)) == [*stops, "droompark"]
    assert _walked(Route(stops=stops)) == [*stops]


def test_a_walk_with_one_public_stop_is_no_walk() -> None:
    assert _walked(Route(stops=("droompark", "veilige-haven"))) == []


def _walked(walk: Route) -> list[str]:
    offers = tuple(
        offer.model_copy(update={"route": walk}) if offer.id == "vaste-data" else offer
        for offer in SOURCE.guide.offers
    )
    source = replace(SOURCE, guide=replace(SOURCE.guide, offers=offers))
    view = view_languages(source, ("nl",))["nl"]
    found = next(offer.route for offer in view.offers if offer.id == "vaste-data")
    return [stop.place.id for stop in found.stops] if found else []


def test_names_of_the_map_keep_their_language() -> None:
    french = view_languages(SOURCE, ("fr",))["fr"]
    reach = place(french, "luchtkasteel").where.reach
    assert [(str(r.start), r.start.lang) for r in reach] == [
        ("Station", "nl"),
        ("Halte Nergenshuizen", "nl"),
        ("La Maison inventée", None),
    ]
