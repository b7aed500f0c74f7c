"""Facets: by what a list of records can be narrowed, and what is known of each record.

A record of which the day or the price is not known is never silently left out: it has no
value there, and the page shows it apart, below what fits for sure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, TypeVar

from generator.model.records import Offer, Organisation, Price
from generator.model.vocabulary import Audience, Document, Function, Vocabulary
from generator.views.context import ViewContext
from generator.views.finding_shapes import ChoiceView, FacetView
from generator.views.parts import place_link, theme_link
from generator.views.pictograms import PICTOGRAMS
from generator.wording.alphabet import sort_key
from generator.wording.labels import label, language_name

NOT_EVERYONE = (Audience.EVERYONE, Audience.VOLUNTEERS, Audience.WORKERS)
"""Who is not meant by "everyone": itself, and those who come to work."""
NO_PAPERS = "geen"
Values = tuple[str, ...]
R = TypeVar("R", bound=Offer | Organisation)


@dataclass(frozen=True)
class Facet(Generic[R]):
    """A facet before it is counted."""

    id: str
    name: str
    choices: tuple[ChoiceView, ...]
    """All that there could be, in order."""
    fits: Callable[[R], Values]
    """The values that a record fits; none when nothing is known."""
    first: bool = False
    open: bool = False
    without: bool = False
    """A choice leaves out the records that have the value."""
    timely: bool = False
    """What fits depends on the moment: the browser tells."""
    named: Callable[[R], Values] | None = None
    """The values that a record names, where these are fewer than those that it fits."""


@cache
def address_word(word: Vocabulary) -> str:
    """A word of a closed list as it stands in an address: "older people" -> "ouderen"."""
    dutch = (alias for alias, value in word.aliases().items() if value == word.value)
    return (word.value if isinstance(word, Function) else next(dutch, word.value)).replace(" ", "-")


def count_facets(facets: Iterable[Facet[R]], records: tuple[R, ...]) -> tuple[FacetView, ...]:
    """The facets that divide the records, with the values that at least one of them has."""
    counted = (_count(facet, records) for facet in facets)
    return tuple(facet for facet in counted if _divides(facet, len(records)))


def values_of(facets: Iterable[Facet[R]], record: R) -> tuple[tuple[str, Values], ...]:
    """Key of a facet -> the values that the record fits, where anything is known."""
    values = ((facet.id, facet.fits(record)) for facet in facets)
    return tuple((key, found) for key, found in values if found)


def _count(facet: Facet[R], records: tuple[R, ...]) -> FacetView:
    named = {value for record in records for value in (facet.named or facet.fits)(record)}
    fits = [values for record in records if (values := facet.fits(record))]
    choices = tuple(
        replace(choice, count=sum((choice.id in values) != facet.without for values in fits))
        for choice in facet.choices
        if choice.id in named
    )
    return FacetView(facet.id, facet.name, choices, facet.first, facet.open, facet.without, facet.timely)


def _divides(facet: FacetView, records: int) -> bool:
    """One value that all records have leaves nothing to choose."""
    if len(facet.choices) == 1 and not facet.timely:
        return facet.choices[0].count != records
    return bool(facet.choices)


# The facets that every list has


def themes_facet(context: ViewContext, *, first: bool) -> Facet[R]:
    links = (theme_link(context, theme.id) for theme in context.guide.themes)
    return Facet(
        "thema",
        context.words.gettext("About what?"),
        tuple(
            ChoiceView(link.id, link.text.text, 0, link.text.lang, link.pictogram or "", href=link.href)
            for link in links
        ),
        lambda record: record.themes,
        first,
    )


def audience_facet(context: ViewContext, pages: str = "") -> Facet[R]:
    """`pages` is the folder of the pages that show the same without script, if there are any."""
    return Facet(
        "voor",
        context.words.gettext("For whom?"),
        tuple(
            ChoiceView(
                word,
                label(context.words, audience),
                0,
                pictogram=PICTOGRAMS[audience],
                href=f"{pages}{word}/" if pages else "",
            )
            for audience, word in ((a, address_word(a)) for a in Audience)
        ),
        lambda record: _audience(record.audience),
        named=lambda record: tuple(address_word(audience) for audience in record.audience),
    )


def price_facet(context: ViewContext, *, first: bool) -> Facet[R]:
    _ = context.words.gettext
    return Facet(
        "prijs",
        _("What does it cost?"),
        (ChoiceView("gratis", _("free"), 0), ChoiceView("korting", _("with a reduced tariff"), 0)),
        lambda record: _price(record.price),
        first,
    )


def languages_facet(
    context: ViewContext, records: tuple[R, ...], languages: Callable[[R], Values]
) -> Facet[R]:
    codes = {code for record in records for code in languages(record)}
    named = [(language_name(context.words, code), code) for code in codes]
    named.sort(key=lambda language: sort_key(context.words, language[0]))
    return Facet(
        "taal",
        context.words.gettext("Which language?"),
        tuple(ChoiceView(code, name, 0) for name, code in named),
        languages,
    )


def places_facet(context: ViewContext) -> Facet[R]:
    places = sorted(context.guide.places, key=lambda place: place.number)
    links = (place_link(context, place) for place in places)
    return Facet(
        "plaats",
        context.words.gettext("Where?"),
        tuple(ChoiceView(link.id, link.text.text, 0, link.text.lang, href=link.href) for link in links),
        lambda record: (record.place,) if record.place else (),
    )


def papers_facet(context: ViewContext) -> Facet[R]:
    """What somebody does not have: it leaves out who asks for it."""
    _ = context.words.gettext
    return Facet(
        "papieren",
        _("Which papers do you not have?"),
        tuple(
            ChoiceView(address_word(paper), _("no {paper}").format(paper=label(context.words, paper)), 0)
            for paper in Document
        ),
        lambda record: _papers(record.documents),
        without=True,
    )


def _audience(named: tuple[Audience, ...]) -> Values:
    audience = set(named)
    if Audience.EVERYONE in audience:
        audience |= set(Audience) - set(NOT_EVERYONE)
    return tuple(address_word(word) for word in Audience if word in audience)


def _price(price: Price | None) -> Values:
    """A note alone does not say what it costs."""
    if price is None:
        return ()
    if price.free or price.amount == 0:
        return ("gratis",)
    if price.reduced is not None or price.tariffs:
        return ("korting",)
    return ("betalend",) if price.amount is not None else ()


def _papers(documents: tuple[Document, ...] | None) -> Values:
    if documents is None:
        return ()
    return tuple(address_word(paper) for paper in documents) or (NO_PAPERS,)
