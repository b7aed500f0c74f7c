"""How to get to a place: on foot from what people know, or with the map of their own phone."""

from collections.abc import Iterator
from urllib.parse import quote

from generator.model.records import Place
from generator.model.ways import LANDMARK_KINDS, Doorstep, Way
from generator.views.context import ViewContext
from generator.views.shapes import Said
from generator.views.walking_shapes import ReachView
from generator.wording.distances import walk

_THERE_ALREADY_M = 40.0
"""Who is so close sees the place."""


def reach(context: ViewContext, place: Place) -> tuple[ReachView, ...]:
    """The walk from the nearest station and bus stop, and from the meeting house; only what the map knows."""
    if place.id not in context.walks:
        context.walks[place.id] = context.recalled("walks", place, lambda context: _walks(context, place))
    return context.walks[place.id]


def _walks(context: ViewContext, place: Place) -> tuple[ReachView, ...]:
    door = place.doorstep
    if door is None:
        return ()
    walks = (*_from_landmarks(context, door), *_from_house(context, door))
    return tuple(
        ReachView(kind, _label(context, kind), start, walk(context.words, way.metres))
        for kind, start, way in walks
        if way.metres > _THERE_ALREADY_M
    )


def _from_landmarks(context: ViewContext, door: Doorstep) -> Iterator[tuple[str, Said, Way]]:
    for kind in LANDMARK_KINDS:
        found = context.surroundings.nearest(kind, door)
        if found:
            landmark, way = found
            yield kind, context.as_on_map(landmark.name), way


def _from_house(context: ViewContext, door: Doorstep) -> Iterator[tuple[str, Said, Way]]:
    house = context.guide.place[context.guide.neighbourhood.meeting_house]
    way = context.surroundings.find_way(house.doorstep, door) if house.doorstep else None
    if way:
        yield "house", context.said(house.name), way


def _label(context: ViewContext, kind: str) -> str:
    _ = context.words.gettext
    return {"station": _("Train:"), "bus_stop": _("Bus:"), "house": _("On foot from")}[kind]


def whole_address(context: ViewContext, place: Place) -> str:
    """ "Dorpsstraat 9, 8000 Dorp", as one types it in the map of a phone; empty if there is none to show."""
    if not place.address or place.confidential:
        return ""
    here = context.guide.neighbourhood
    postal_code = place.postal_code or (None if place.city else here.postal_code)
    town = " ".join(part for part in (postal_code, place.city or here.municipality) if part)
    return f"{place.address}, {town}"


def map_link(place: Place, name: Said) -> str:
    """The point for the map of the phone itself (RFC 5870, with the label that Android shows); or empty."""
    point = place.public_point
    if point is None:
        return ""
    spot = f"{point.lat},{point.lon}"
    return f"geo:{spot}?q={spot}({quote(name.text, safe='')})"
