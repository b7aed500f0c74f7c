"""Who and what one finds at a place, and what of it the map can be narrowed by."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.records import Place
from generator.model.vocabulary import Status
from generator.views.context import ViewContext
from generator.views.finding_shapes import SoughtView
from generator.views.lazily import Later
from generator.views.parts import offer_link, organisation_link, theme_link
from generator.views.shapes import Link, MapView, OnMapView, PlaceView


def found_at(context: ViewContext, place: Place) -> Iterator[Link]:
    """Organisations and current offers; an organisation named as the place goes without saying."""
    guide, name = context.guide, context.said(place.name).text
    for organisation in guide.organisations:
        if organisation.place == place.id and organisation.status != Status.ENDED:
            link = organisation_link(context, organisation)
            if link.text.text != name:
                yield link
    for offer in guide.current_offers:
        if offer.place == place.id:
            yield offer_link(context, offer)


def view_map(
    context: ViewContext, places: tuple[PlaceView, ...], sought: Mapping[str, SoughtView]
) -> MapView:
    """The places with a pin, by number, and the themes of what is there."""
    shown = Later(lambda: (_on_map(context, view, sought) for view in places if view.where.number))
    return MapView(shown, Later(lambda: _themes(context, shown)))


def _themes(context: ViewContext, shown: Iterable[OnMapView]) -> Iterator[Link]:
    used = {theme for view in shown for theme in view.themes}
    return (theme_link(context, theme.id) for theme in context.guide.themes if theme.id in used)


def _on_map(context: ViewContext, view: PlaceView, sought: Mapping[str, SoughtView]) -> OnMapView:
    guide = context.guide
    offers = [guide.offer[offer.id] for offer in view.offers]
    organisations = [
        organisation
        for organisation in guide.organisations
        if organisation.place == view.id and organisation.status != Status.ENDED
    ]
    themes = {theme for offer in offers for theme in offer.themes}
    themes |= {theme for organisation in organisations for theme in organisation.themes}
    days = {day for offer in offers if offer.id in sought for day in sought[offer.id].next}
    return OnMapView(
        place=view,
        here=tuple(found_at(context, guide.place[view.id])),
        themes=tuple(sorted(themes)),
        days=tuple(sorted(days)),
    )
