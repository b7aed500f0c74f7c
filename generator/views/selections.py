"""Pages of the offer by what it has in common: what the facets do, without script."""

from generator.model.vocabulary import Audience, Weekday
from generator.views.context import ViewContext
from generator.views.facets import NOT_EVERYONE, address_word
from generator.views.offer_facets import moments
from generator.views.shapes import OfferView, SelectionView
from generator.views.when import by_time
from generator.wording.dates import weekday_name
from generator.wording.labels import label


def view_audiences(context: ViewContext, views: tuple[OfferView, ...]) -> tuple[SelectionView, ...]:
    """Everyone whom an offer says that it is for, with those offers."""
    by_id = context.guide.offer
    everyone = tuple(view for view in views if Audience.EVERYONE in by_id[view.id].audience)
    found = []
    for audience in Audience:
        named = tuple(view for view in views if audience in by_id[view.id].audience)
        if named:
            word = address_word(audience)
            others = () if audience in NOT_EVERYONE else tuple(v for v in everyone if v not in named)
            found.append(
                SelectionView(word, f"voor-wie/{word}/", label(context.words, audience), named, others)
            )
    return tuple(found)


def view_weekdays_sought(context: ViewContext, views: tuple[OfferView, ...]) -> tuple[SelectionView, ...]:
    """The days of the week on which something is, with those offers by hour."""
    found = []
    days_of = [(v, {day for day, _part in moments(context, context.guide.offer[v.id])}) for v in views]
    for day in Weekday:
        word = address_word(day)
        there = [view for view, days in days_of if word in days]
        if there:
            there.sort(key=by_time)
            name = weekday_name(context.words, day.number)
            found.append(SelectionView(word, f"per-dag/{word}/", name, tuple(there)))
    return tuple(found)
