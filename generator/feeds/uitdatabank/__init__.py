"""The public activities for UiTdatabank (publiq), as its Entry API takes them.

`events/<id>.json` and `places/<id>.json` are bodies of requests; nothing is sent from here. A place that is
in UiTdatabank already has no file: the events name its address there. `index.json` has the list, and all that
is left out with its reason, in Dutch. What the keys mean: docs.publiq.be, and publiq/udb3-json-schemas.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.feeds.indented import indented
from generator.feeds.texts import Gettext, dutch
from generator.feeds.uitdatabank.calendars import moments_of
from generator.feeds.uitdatabank.events import Events
from generator.feeds.uitdatabank.places import place_json
from generator.feeds.uitdatabank.scope import why_not
from generator.feeds.uitdatabank.weeks import Json
from generator.views.published_shapes import PublishedGuide, PublishedOffer

FOLDER = "data/uitdatabank/"
INDEX = f"{FOLDER}index.json"
_DOCUMENTATION = "https://docs.publiq.be/docs/uitdatabank/entry-api/introduction"


@dataclass(frozen=True)
class LeftOut:
    """An offer that does not go to UiTdatabank."""

    id: str
    name: str
    url: str
    reason: str


@dataclass(frozen=True)
class Selection:
    """What goes there, by path below `FOLDER`, and what does not."""

    events: Mapping[str, Json]
    places: Mapping[str, Json]
    left_out: tuple[LeftOut, ...]
    attention: tuple[LeftOut, ...]
    """What does go, but should be looked at before it is sent."""


def select(guide: PublishedGuide, _: Gettext) -> Selection:
    """Every offer is in `events`, or in `left_out` with its reason."""
    places = {place.id: place for place in guide.places}
    maker = Events(guide, _)
    events: dict[str, Json] = {}
    used: dict[str, Json] = {}
    left_out, attention = [], []
    for offer in guide.offers:
        moments = moments_of(offer, guide.date)
        if why := why_not(offer, moments, places, _):
            left_out.append(_told(offer, why))
            continue
        place = places[offer.place or ""]
        path = f"places/{place.id}.json"
        if not place.uitdatabank:
            used.setdefault(path, place_json(place, guide))
        location = place.uitdatabank or f"{guide.site}{FOLDER}{path}"
        events[f"events/{offer.id}.json"] = maker.event(offer, moments, location)
        attention += [_told(offer, why) for why in _to_look_at(offer, bool(place.uitdatabank), _)]
    return Selection(events, used, tuple(left_out), tuple(attention))


def render_uitdatabank(guide: PublishedGuide, _: Gettext) -> dict[str, bytes]:
    """Path from the root of the site -> JSON. `_` is in the words of staff."""
    found = select(guide, _)
    index: Json = {
        "date": guide.date.isoformat(),
        "licence": guide.licence,
        "documentation": _DOCUMENTATION,
        "note": _about(_),
        "events": [FOLDER + path for path in found.events],
        "places": [FOLDER + path for path in found.places],
        "left_out": [vars(entry) for entry in found.left_out],
        "attention": [vars(entry) for entry in found.attention],
    }
    files = {FOLDER + path: indented(content) for path, content in {**found.places, **found.events}.items()}
    return {INDEX: indented(index)} | files


def _about(_: Gettext) -> str:
    return _(
        "Nothing has been sent to UiTdatabank. Search for each place there first: if it is there, put its "
        "address behind uitdatabank. Else create it, and then put the address that you get in the events. "
        "Our tests check these files against what publiq's documentation says; publiq's own schemas and test "
        "environment have not seen them."
    )


def _to_look_at(offer: PublishedOffer, known_there: bool, _: Gettext) -> list[str]:
    found = []
    if not known_there:
        found.append(_("Search first whether UiTdatabank has the place {place}.").format(place=offer.place))
    if offer.checked.state != "fresh":
        found.append(_("Nobody has confirmed it in time: check it first."))
    if offer.price and offer.price.reduced is not None and offer.price.tariffs == ("UiTPAS",):
        found.append(_("The price with UiTPAS is not in it: UiTdatabank works it out."))
    if any(schedule.by_appointment or schedule.said or schedule.part for schedule in offer.when) or any(
        times.starts is None for times in offer.times
    ):
        found.append(_("Some of its times are not in it: their hour or date is not known."))
    return found


def _told(offer: PublishedOffer, reason: str) -> LeftOut:
    return LeftOut(offer.id, dutch(offer.name), offer.url, reason)
