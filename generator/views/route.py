"""A walk past places, stop by stop: how one gets there, and what one finds."""

from collections.abc import Iterator
from itertools import pairwise

from generator.model.records import Offer, Place
from generator.model.vocabulary import Status
from generator.model.ways import Way
from generator.views.context import ViewContext
from generator.views.parts import offer_link, organisation_link, place_link
from generator.views.shapes import Link
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
    if start.public_point is None or end.public_point is None:
        return None
    return context.surroundings.find_way(start.public_point, end.public_point)


def _stop(context: ViewContext, offer: Offer, place: Place, way: Way | None) -> StopView:
    point = place.public_point
    assert point is not None
    return StopView(
        place=place_link(context, place),
        number=place.number,
        lat=point.lat,
        lon=point.lon,
        address=place.address or "",
        summary=context.said_or_none(place.summary),
        here=tuple(_here(context, offer, place)),
        leg=_leg(context, way) if way else None,
    )


def _here(context: ViewContext, offer: Offer, place: Place) -> Iterator[Link]:
    """Who and what one finds there; an organisation of the same name as the place goes without saying."""
    guide, name = context.guide, context.said(place.name).text
    for organisation in guide.organisations:
        if organisation.place == place.id and organisation.status != Status.ENDED:
            link = organisation_link(context, organisation)
            if link.text.text != name:
                yield link
    for other in guide.current_offers:
        if other.place == place.id and other.id != offer.id:
            yield offer_link(context, other)


def _leg(context: ViewContext, way: Way) -> LegView:
    return LegView(
        text=walk(context.words, way.metres),
        stretches=tuple(
            StretchView(context.as_on_map(stretch.street), distance(context.words, stretch.metres))
            for stretch in way.stretches
        ),
        track=tuple((point.lat, point.lon) for point in way.points),
    )
