"""A walk past places, stop by stop: how one gets there, and what one finds."""

from itertools import pairwise

from generator.model.records import Offer, Place
from generator.model.ways import Way
from generator.views.at_place import found_at
from generator.views.context import ViewContext
from generator.views.parts import offer_link, place_link
from generator.views.walking_shapes import LegView, RouteView, StopView, StretchView
from generator.wording.distances import distance, walk, walking_time


def view_route(context: ViewContext, offer: Offer) -> RouteView | None:
    """The walk of an offer past its stops that are on show; None if fewer than two are."""
    if offer.route is None:
        return None
    stops = (context.guide.place[stop] for stop in offer.route.stops)
    places = tuple(place for place in stops if place.public_point)
    if len(places) < 2:
        return None
    walked = places + (places[:1] if offer.route.loop else ())
    ways = tuple(_way(context, start, end) for start, end in pairwise(walked))
    metres = sum(way.metres for way in ways if way)
    return RouteView(
        stops=tuple(
            _stop(context, offer, place, way) for place, way in zip(walked, (None, *ways), strict=True)
        ),
        loop=offer.route.loop,
        note=context.said_or_none(offer.route.note),
        distance=distance(context.words, metres) if all(ways) else "",
        time=walking_time(context.words, metres) if all(ways) else "",
    )


def _way(context: ViewContext, start: Place, end: Place) -> Way | None:
    if start.doorstep is None or end.doorstep is None:
        return None
    return context.surroundings.find_way(start.doorstep, end.doorstep)


def _stop(context: ViewContext, offer: Offer, place: Place, way: Way | None) -> StopView:
    point, own = place.public_point, offer_link(context, offer)
    assert point is not None
    return StopView(
        place=place_link(context, place),
        number=place.number,
        lat=point.lat,
        lon=point.lon,
        address=place.address or "",
        summary=context.said_or_none(place.summary),
        here=tuple(link for link in found_at(context, place) if link.href != own.href),
        leg=_leg(context, way) if way else None,
    )


def _leg(context: ViewContext, way: Way) -> LegView:
    return LegView(
        text=walk(context.words, way.metres),
        stretches=tuple(
            StretchView(context.as_on_map(stretch.street), distance(context.words, stretch.metres))
            for stretch in way.stretches
        ),
        track=tuple((point.lat, point.lon) for point in way.points),
    )
