"""The facets of the offer: by day, by theme, by price..."""

from collections.abc import Iterable, Mapping
from datetime import time

from generator.model.records import Offer
from generator.model.schedule import Schedule
from generator.model.vocabulary import Access, DayPart, Function, SignupNeed, Weekday
from generator.views.context import ViewContext
from generator.views.facets import (
    Facet,
    Values,
    address_word,
    audience_facet,
    count_facets,
    languages_facet,
    papers_facet,
    places_facet,
    price_facet,
    themes_facet,
    values_of,
)
from generator.views.finding_shapes import ChoiceView, FacetView, SoughtView
from generator.views.lazily import Lazily
from generator.views.pictograms import PICTOGRAMS
from generator.views.records import function_view
from generator.views.shapes import OfferView
from generator.views.when import part_of
from generator.wording.dates import weekday_name
from generator.wording.labels import label


def view_offer_facets(context: ViewContext) -> tuple[FacetView, ...]:
    """The facets that divide the current offers."""
    return count_facets(_facets(context), context.guide.current_offers)


def view_offers_sought(context: ViewContext, views: Iterable[OfferView]) -> Mapping[str, SoughtView]:
    """Id of an offer -> what the facets know of it."""
    # Day and part of the day are known together, as moments.
    facets = tuple(facet for facet in _facets(context) if facet.id not in ("dag", "dagdeel"))
    known = {view.id: view for view in views}
    return Lazily(known, lambda offer: _sought(context, facets, known[offer]))


def moments(context: ViewContext, offer: Offer) -> tuple[tuple[str, str], ...]:
    """(day, part of the day) of all schedules; what is not known of the two is empty."""
    found: set[tuple[Weekday | None, DayPart | None]] = set()
    for schedule in offer.when:
        found |= _moments_of(context, schedule)
    return tuple(
        (address_word(day) if day else "", address_word(part) if part else "")
        for day, part in sorted(found, key=_moment_order)
    )


def _sought(context: ViewContext, facets: tuple[Facet[Offer], ...], view: OfferView) -> SoughtView:
    offer = context.guide.offer[view.id]
    return SoughtView(
        values=values_of(facets, offer),
        moments=tuple(f"{day}.{part}" for day, part in moments(context, offer)),
        next=tuple(occurrence.date for occurrence in view.when.next if not occurrence.cancelled),
        lat=view.where.lat,
        lon=view.where.lon,
    )


def _facets(context: ViewContext) -> tuple[Facet[Offer], ...]:
    """All facets, in the order of the page."""
    _ = context.words.gettext
    return (
        Facet(
            "functie",
            _("What for?"),
            tuple(
                ChoiceView(view.id, view.text, 0, shape=view.shape)
                for view in (function_view(context, function) for function in Function)
            ),
            lambda offer: tuple(function.value for function in offer.functions),
            first=True,
        ),
        Facet(
            "dag",
            _("Which day?"),
            tuple(
                ChoiceView(word, weekday_name(context.words, day.number), 0, href=f"per-dag/{word}/")
                for day, word in ((day, address_word(day)) for day in Weekday)
            ),
            lambda offer: tuple(sorted({day for day, part in moments(context, offer) if day})),
            first=True,
        ),
        price_facet(context, first=True),
        themes_facet(context, first=True),
        Facet(
            "dagdeel",
            _("Which part of the day?"),
            tuple(ChoiceView(address_word(part), _part_name(context, part), 0) for part in DayPart),
            lambda offer: tuple(sorted({part for day, part in moments(context, offer) if part})),
        ),
        audience_facet(context, pages="voor-wie/"),
        Facet(
            "nederlands",
            _("How much Dutch do you speak?"),
            (
                ChoiceView("1", _("none yet"), 0),
                ChoiceView("2", _("a little"), 0),
                ChoiceView("3", _("some"), 0),
                ChoiceView("4", _("quite well"), 0),
            ),
            lambda offer: tuple("1234"[offer.dutch_needed - 1 :]) if offer.dutch_needed else (),
            named=lambda offer: (str(offer.dutch_needed),) if offer.dutch_needed else (),
        ),
        languages_facet(context, context.guide.current_offers, lambda offer: offer.languages),
        places_facet(context),
        Facet(
            "toegang",
            _("What do you need there?"),
            tuple(
                ChoiceView(
                    address_word(access), label(context.words, access), 0, pictogram=PICTOGRAMS[access]
                )
                for access in Access
            ),
            lambda offer: _access(context, offer),
            open=True,
        ),
        papers_facet(context),
        Facet(
            "inschrijven",
            _("Do you have to sign up?"),
            (
                ChoiceView(address_word(SignupNeed.NONE), _("just come along"), 0),
                ChoiceView(address_word(SignupNeed.RECOMMENDED), _("please sign up"), 0),
                ChoiceView(address_word(SignupNeed.REQUIRED), _("sign up first"), 0),
            ),
            lambda offer: (address_word(offer.signup.needed),) if offer.signup else (),
        ),
    )


def _part_name(context: ViewContext, part: DayPart) -> str:
    _ = context.words.gettext
    return {
        DayPart.MORNING: _("in the morning"),
        DayPart.AFTERNOON: _("in the afternoon"),
        DayPart.EVENING: _("in the evening"),
    }[part]


def _access(context: ViewContext, offer: Offer) -> Values:
    """What the offer says of itself, and what its place says."""
    place = context.guide.place.get(offer.place or "")
    known = {*offer.accessibility, *(place.accessibility if place else ())}
    return tuple(address_word(access) for access in Access if access in known)


def _moments_of(context: ViewContext, schedule: Schedule) -> set[tuple[Weekday | None, DayPart | None]]:
    part = schedule.part or _part_of(schedule.starts)
    found: set[tuple[Weekday | None, DayPart | None]] = {(rule.weekday, part) for rule in schedule.on}
    cancelled = {entry.on for entry in schedule.cancelled}
    days = list(Weekday)
    for extra in schedule.dates:
        if extra.on >= context.today and extra.on not in cancelled:
            found.add((days[extra.on.weekday()], _part_of(extra.starts) or part))
    if not found and part:
        found.add((None, part))
    return found


def _part_of(starts: time | None) -> DayPart | None:
    return part_of(starts) if starts else None


def _moment_order(moment: tuple[Weekday | None, DayPart | None]) -> tuple[int, int]:
    day, part = moment
    return (day.number if day else 7, list(DayPart).index(part) if part else 3)
