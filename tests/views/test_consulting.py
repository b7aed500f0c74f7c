"""The preview keeps a view as long as all that it was made of is the same: no longer, and no shorter."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.cartography import surroundings
from generator.model.fields import Text
from generator.model.guide import Guide
from generator.project import Project
from generator.serving.memory import Memory
from generator.source import load, view_context
from generator.views.agenda import view_agenda
from generator.views.context import ViewContext
from generator.views.records import view_offer, view_organisation
from generator.views.shapes import OrganisationView
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED

SOURCE = load(Project(INVENTED), date.fromisoformat(TODAY))
AROUND = surroundings(SOURCE.geodata)
SHELVES = ("themes", "organisations", "places", "contacts")


def views(guide: Guide, memory: Memory | None = None) -> tuple[object, ...]:
    """Each offer and each organisation as it is shown, and the dates of all offers."""
    recall: dict[str, Any] = {"recall": memory.recall} if memory else {}
    context = replace(view_context(SOURCE, "fr", AROUND), guide=guide, **recall)
    offers = tuple(view_offer(context, offer) for offer in guide.offers)
    current = {offer.id for offer in guide.current_offers}
    shown = tuple(view for view in offers if view.id in current)
    return *offers, *_organisations(context), view_agenda(context, shown)


def _organisations(context: ViewContext) -> tuple[OrganisationView, ...]:
    return tuple(view_organisation(context, organisation) for organisation in context.guide.organisations)


def _other(value: object, default: object) -> object:
    """What somebody might have written in its place."""
    if isinstance(value, Text):
        return Text(tuple((language, f"{text} (anders)") for language, text in value.versions))
    return default


def _edits(shelf: str) -> Iterator[tuple[str, Guide]]:
    """For each key, the guide in which it says something else in all records, or nothing."""
    records = getattr(SOURCE.guide, shelf)
    for key, info in type(records[0]).model_fields.items():
        default = info.get_default(call_default_factory=True)
        edited = tuple(
            record
            if info.is_required() and not isinstance(getattr(record, key), Text)
            else record.model_copy(update={key: _other(getattr(record, key), default)})
            for record in records
        )
        if edited != records:
            news: dict[str, Any] = {shelf: edited}
            yield key, replace(SOURCE.guide, **news)


@pytest.mark.parametrize("shelf", SHELVES)
def test_whatever_changes_the_views_are_those_that_would_be_made_anew(shelf: str) -> None:
    memory = Memory()
    assert views(SOURCE.guide, memory) == views(SOURCE.guide)
    edits = dict(_edits(shelf))
    assert edits
    for key, guide in edits.items():
        memory.begin()
        assert views(guide, memory) == views(guide), f"another {key} in {shelf}"


def test_the_fallback_and_the_meeting_house_are_looked_at_too() -> None:
    here, memory = SOURCE.guide.neighbourhood, Memory()
    views(SOURCE.guide, memory)
    for news in (
        {"fallback": here.fallback.model_copy(update={"phone": "056 00 00 00"})},
        {"municipality": "Elders"},
        {"meeting_house": SOURCE.guide.places[-1].id},
    ):
        guide = replace(SOURCE.guide, neighbourhood=here.model_copy(update=news))
        assert views(guide, memory) == views(guide)
    guide = replace(SOURCE.guide, holidays={})
    assert views(guide, memory) == views(guide)


def test_only_what_shows_a_changed_record_is_made_anew() -> None:
    guide, memory = SOURCE.guide, Memory()
    context = replace(view_context(SOURCE, "nl", AROUND), recall=memory.recall)
    before = _organisations(context)
    publisher = guide.neighbourhood.model_copy(update={"publisher": Text((("nl", "Iemand anders"),))})
    same = _organisations(replace(context, guide=replace(guide, neighbourhood=publisher)))
    assert all(one is other for one, other in zip(before, same, strict=True))
    # The address of the meeting house stands in many views.
    place = guide.place["luchtkasteel"]
    moved = place.model_copy(update={"address": "Verzinstraat 99"})
    places = tuple(moved if one is place else one for one in guide.places)
    after = _organisations(replace(context, guide=replace(guide, places=places)))
    anew = [other.id for one, other in zip(before, after, strict=True) if one is not other]
    assert anew == [organisation.id for organisation in guide.organisations if organisation.place == place.id]
