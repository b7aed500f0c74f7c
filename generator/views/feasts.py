"""The feasts of the neighbourhood: when the next one is, and of which nobody knows the date yet."""

from generator.model.vocabulary import OfferKind
from generator.views.context import ViewContext
from generator.views.shapes import FeastView, Link, OfferView
from generator.views.when import next_time, occurrence_view
from generator.wording.dates import day_and_date

_NEVER = "9999"


def view_feasts(context: ViewContext, offers: tuple[OfferView, ...]) -> tuple[FeastView, ...]:
    """The feasts among the current offers; no date is made up for one that has none."""
    feasts = [view for view in offers if context.guide.offer[view.id].kind == OfferKind.FEAST]
    found = (_feast(context, view) for view in feasts)
    return tuple(sorted(found, key=lambda feast: feast.next.date if feast.next else _NEVER))


def _feast(context: ViewContext, view: OfferView) -> FeastView:
    soonest = next_time(context, context.guide.offer[view.id])
    return FeastView(
        link=Link(view.id, view.name, view.href, view.pictogram),
        function=view.function,
        next=occurrence_view(context, soonest) if soonest else None,
        day=day_and_date(context.words, soonest.day) if soonest else "",
        when=view.when.lines[0] if view.when.known else "",
        where=view.where.lines[0] if view.where.known else None,
        sure=view.checked.state == "fresh",
    )
