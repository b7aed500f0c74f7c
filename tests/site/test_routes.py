"""The walk as a file for a walking app."""

from dataclasses import replace

from generator.site.routes import render_routes
from generator.views.shapes import Link, Said
from generator.views.walking_shapes import LegView, RouteView, StopView, StretchView
from tests.sheets.factory import make_offer
from tests.site.factory import make_site, make_site_guide
from tests.tools.gpx import read_gpx

HOSTILE = '<wpt lat="1"> & "co" ]]>'


def spot(number: int) -> tuple[float, float]:
    return round(51.4 + number / 1000, 3), 2.8


def make_stop(number: int, leg: LegView | None) -> StopView:
    place = Link(f"plek-{number}", Said(HOSTILE), f"plaatsen/plek-{number}/")
    return StopView(place, number, *spot(number), "Straat 1", Said(HOSTILE), (), leg)


def make_leg(start: int, end: int) -> LegView:
    stretch = StretchView(Said("Straat"), "100 meter")
    return LegView("2 minuten", (stretch,), (spot(start), spot(end)))


ONE_WAY = RouteView((make_stop(1, None), make_stop(2, make_leg(1, 2))), False, None, "100 meter", "2 minuten")
LOOP = replace(ONE_WAY, stops=(*ONE_WAY.stops, make_stop(1, make_leg(2, 1))), loop=True)
UNKNOWN = replace(ONE_WAY, stops=(make_stop(1, None), make_stop(2, None)), distance="", time="")


def gpx_of(route: RouteView) -> bytes:
    site = make_site(make_site_guide((make_offer(1, name=Said(HOSTILE), route=route), make_offer(2))))
    (data,) = render_routes(site).values()
    return data.encode()


def test_each_language_has_the_file_beside_its_page() -> None:
    site = make_site(make_site_guide((make_offer(1, route=LOOP), make_offer(2))), languages=("nl", "ar"))
    assert set(render_routes(site)) == {"aanbod/aanbod-1/route.gpx", "ar/aanbod/aanbod-1/route.gpx"}


def test_stops_are_waypoints_and_legs_are_segments_that_follow_each_other() -> None:
    gpx = read_gpx(gpx_of(ONE_WAY))
    assert [name for name, *_ in gpx.waypoints] == [f"1. {HOSTILE}", f"2. {HOSTILE}"]
    assert gpx.segments == ((spot(1), spot(2)),)


def test_a_loop_names_its_first_stop_once_and_comes_back() -> None:
    gpx = read_gpx(gpx_of(LOOP))
    assert len(gpx.waypoints) == 2
    assert gpx.segments[0][0] == gpx.segments[-1][-1]


def test_without_a_known_way_the_stops_remain() -> None:
    gpx = read_gpx(gpx_of(UNKNOWN))
    assert (len(gpx.waypoints), gpx.segments) == (2, ())


def test_the_same_input_gives_the_same_bytes() -> None:
    assert gpx_of(LOOP) == gpx_of(LOOP)
