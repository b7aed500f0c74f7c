"""Facets: by what the offer can be narrowed, and what is known of each offer.

An offer of which the day or the price is not known is never silently left out: it has no
value there, and the page shows it apart, below what fits for sure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import time

from generator.model.records import Offer
from generator.model.schedule import Schedule
from generator.model.vocabulary import Access, Audience, DayPart, Function, SignupNeed, Vocabulary, Weekday
from generator.views.context import ViewContext
from generator.views.finding_shapes import ChoiceView, FacetView, SoughtView
from generator.views.parts import place_link, theme_link
from generator.views.pictograms import PICTOGRAMS
from generator.views.records import function_view
from generator.views.shapes import OfferView, SelectionView
from generator.views.when import by_time, part_of
from generator.wording.dates import weekday_name
from generator.wording.labels import label, language_name

_NOT_EVERYONE = (Audience.EVERYONE, Audience.VOLUNTEERS, Audience.WORKERS)
"""Who is not meant by "everyone": itself, and those who come to work."""
Values = tuple[str, ...]


@dataclass(frozen=True)
class _Facet:
    """A facet before it is counted."""

    id: str
    name: str
    choices: tuple[ChoiceView, ...]
    """All that there could be, in order."""
    fits: Callable[[Offer], Values]
    """The values that an offer fits; none when nothing is known."""
    first: bool = False
    open: bool = False
    named: Callable[[Offer], Values] | None = None
    """The values that a record names, where these are fewer than those that it fits."""


def address_word(word: Vocabulary) -> str:
    """A word of a closed list as it stands in an address: "older people" -> "ouderen"."""
    dutch = (alias for alias, value in word.aliases().items() if value == word.value)
    return (word.value if isinstance(word, Function) else next(dutch, word.value)).replace(" ", "-")


def view_facets(context: ViewContext) -> tuple[FacetView, ...]:
    """The facets that divide the current offers, with the values that at least one of them has."""
    offers = context.guide.current_offers
    counted = (_count(facet, offers) for facet in _facets(context))
    return tuple(facet for facet in counted if _divides(facet, len(offers)))


def view_sought(context: ViewContext, views: Iterable[OfferView]) -> dict[str, SoughtView]:
    """Id of an offer -> what the facets know of it."""
    facets = _facets(context)
    return {view.id: _sought(context, facets, view) for view in views}


def view_audiences(context: ViewContext, views: tuple[OfferView, ...]) -> tuple[SelectionView, ...]:
    """Everyone whom an offer says that it is for, with those offers."""
    by_id = context.guide.offer
    everyone = tuple(view for view in views if Audience.EVERYONE in by_id[view.id].audience)
    found = []
    for audience in Audience:
        named = tuple(view for view in views if audience in by_id[view.id].audience)
        if named:
            word = address_word(audience)
            others = () if audience in _NOT_EVERYONE else tuple(v for v in everyone if v not in named)
            found.append(
                SelectionView(word, f"voor-wie/{word}/", label(context.words, audience), named, others)
            )
    return tuple(found)


def view_weekdays_sought(context: ViewContext, views: tuple[OfferView, ...]) -> tuple[SelectionView, ...]:
    """The days of the week on which something is, with those offers by hour."""
    found = []
    for day in Weekday:
        word = address_word(day)
        there = [v for v in views if word in {d for d, part in _moments(context, context.guide.offer[v.id])}]
        if there:
            there.sort(key=by_time)
            name = weekday_name(context.words, day.number)
            found.append(SelectionView(word, f"per-dag/{word}/", name, tuple(there)))
    return tuple(found)


def _count(facet: _Facet, offers: tuple[Offer, ...]) -> FacetView:
    named = {value for offer in offers for value in (facet.named or facet.fits)(offer)}
    fits = [facet.fits(offer) for offer in offers]
    choices = tuple(
        replace(choice, count=sum(choice.id in values for values in fits))
        for choice in facet.choices
        if choice.id in named
    )
    return FacetView(facet.id, facet.name, choices, facet.first, facet.open)


def _divides(facet: FacetView, offers: int) -> bool:
    """One value that all offers have leaves nothing to choose."""
    return bool(facet.choices) and not (len(facet.choices) == 1 and facet.choices[0].count == offers)


def _sought(context: ViewContext, facets: tuple[_Facet, ...], view: OfferView) -> SoughtView:
    offer = context.guide.offer[view.id]
    values = ((facet.id, facet.fits(offer)) for facet in facets if facet.id not in ("dag", "dagdeel"))
    return SoughtView(
        values=tuple((key, found) for key, found in values if found),
        moments=tuple(f"{day}.{part}" for day, part in _moments(context, offer)),
        next=tuple(occurrence.date for occurrence in view.when.next if not occurrence.cancelled),
        lat=view.where.lat,
        lon=view.where.lon,
    )


def _facets(context: ViewContext) -> tuple[_Facet, ...]:
    """All facets, in the order of the page."""
    _ = context.words.gettext
    return (
        _Facet(
            "functie",
            _("What for?"),
            tuple(
                ChoiceView(view.id, view.text, 0, shape=view.shape)
                for view in (function_view(context, function) for function in Function)
            ),
            lambda offer: tuple(function.value for function in offer.functions),
            first=True,
        ),
        _Facet(
            "dag",
            _("Which day?"),
            tuple(
                ChoiceView(word, weekday_name(context.words, day.number), 0, href=f"per-dag/{word}/")
                for day, word in ((day, address_word(day)) for day in Weekday)
            ),
            lambda offer: tuple(sorted({day for day, part in _moments(context, offer) if day})),
            first=True,
        ),
        _Facet(
            "prijs",
            _("What does it cost?"),
            (ChoiceView("gratis", _("free"), 0), ChoiceView("korting", _("with a reduced tariff"), 0)),
            _price,
            first=True,
        ),
        _Facet(
            "thema",
            _("About what?"),
            tuple(
                ChoiceView(theme.id, link.text.text, 0, link.text.lang, theme.pictogram, href=link.href)
                for theme, link in ((t, theme_link(context, t.id)) for t in context.guide.themes)
            ),
            lambda offer: offer.themes,
            first=True,
        ),
        _Facet(
            "dagdeel",
            _("Which part of the day?"),
            tuple(ChoiceView(address_word(part), _part_name(context, part), 0) for part in DayPart),
            lambda offer: tuple(sorted({part for day, part in _moments(context, offer) if part})),
        ),
        _Facet(
            "voor",
            _("For whom?"),
            tuple(
                ChoiceView(
                    word,
                    label(context.words, audience),
                    0,
                    pictogram=PICTOGRAMS[audience],
                    href=f"voor-wie/{word}/",
                )
                for audience, word in ((a, address_word(a)) for a in Audience)
            ),
            _audience,
            named=lambda offer: tuple(address_word(audience) for audience in offer.audience),
        ),
        _Facet(
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
        _Facet(
            "taal",
            _("Which language?"),
            _languages(context),
            lambda offer: offer.languages,
        ),
        _Facet(
            "plaats",
            _("Where?"),
            tuple(
                ChoiceView(place.id, link.text.text, 0, link.text.lang, href=link.href)
                for place, link in (
                    (p, place_link(context, p)) for p in sorted(context.guide.places, key=lambda p: p.number)
                )
            ),
            lambda offer: (offer.place,) if offer.place else (),
        ),
        _Facet(
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
        _Facet(
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


def _price(offer: Offer) -> Values:
    """A note alone does not say what it costs."""
    price = offer.price
    if price is None:
        return ()
    if price.free or price.amount == 0:
        return ("gratis",)
    if price.reduced is not None or price.tariffs:
        return ("korting",)
    return ("betalend",) if price.amount is not None else ()


def _audience(offer: Offer) -> Values:
    audience = set(offer.audience)
    if Audience.EVERYONE in audience:
        audience |= set(Audience) - set(_NOT_EVERYONE)
    return tuple(address_word(word) for word in Audience if word in audience)


def _languages(context: ViewContext) -> tuple[ChoiceView, ...]:
    codes = {code for offer in context.guide.current_offers for code in offer.languages}
    named = sorted((language_name(context.words, code), code) for code in codes)
    return tuple(ChoiceView(code, name, 0) for name, code in named)


def _access(context: ViewContext, offer: Offer) -> Values:
    """What the offer says of itself, and what its place says."""
    place = context.guide.place.get(offer.place or "")
    known = {*offer.accessibility, *(place.accessibility if place else ())}
    return tuple(address_word(access) for access in Access if access in known)


def _moments(context: ViewContext, offer: Offer) -> tuple[tuple[str, str], ...]:
    """(day, part of the day) of all schedules; what is not known of the two is empty."""
    found: set[tuple[Weekday | None, DayPart | None]] = set()
    for schedule in offer.when:
        found |= _moments_of(context, schedule)
    return tuple(
        (address_word(day) if day else "", address_word(part) if part else "")
        for day, part in sorted(found, key=_moment_order)
    )


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
