"""What a shared page looks like in a message: a picture for each offer, and one for each kind of page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data
from generator.sheets.stationery import Stationery
from generator.sheets.typesetting import Typesetter
from generator.views.shapes import FunctionView, GuideView, OfferView
from generator.wording.casing import sentence_case
from generator.wording.words import Words

CARDS_AT_MOST = 1_000
"""More are not worth their time and room: pages without a card of their own show that of their function."""
_AT_ONCE = 26
"""Typst holds all pictures of a run in memory, three megabytes each."""
_PLAIN = FunctionView("", "", "square")
_SIGNS: Mapping[str, str] = {
    "home": "sprout",
    "offers": "calendar-heart",
    "map-of-help": "hand-heart-outline",
    "finder": "comment-question-outline",
    "map": "map-outline",
}
"""Kind of page -> its pictogram."""


def render_cards(
    guides: Mapping[str, GuideView], words: Mapping[str, Words], stationery: Stationery
) -> dict[str, bytes]:
    """(Language or nothing, name) as a path -> PNG of 1200 x 630.

    "home" and "leren" are those of kinds and functions; "nl/digipunt" is that of an offer. A language of
    which not all cards fit in CARDS_AT_MOST has none.
    """
    first = next(iter(guides))
    signs = [_sign_card(pictogram, _PLAIN) for pictogram in _SIGNS.values()]
    functions = [group.function for group in guides[first].by_function]
    signs += [_sign_card("calendar-heart", function) for function in functions]
    names = [*_SIGNS, *(function.id for function in functions)]
    drawn = dict(zip(names, _draw(signs, guides[first], words[first], stationery), strict=True))
    for language, guide in guides.items():
        offers = (*guide.offers, *guide.past_offers)
        if len(drawn) + len(offers) > CARDS_AT_MOST:
            break
        cards = [_offer_card(offer, words[language]) for offer in offers]
        pictures = _draw(cards, guide, words[language], stationery)
        drawn |= {f"{language}/{offer.id}": png for offer, png in zip(offers, pictures, strict=True)}
    return drawn


def _draw(
    cards: Sequence[Data], guide: GuideView, words: Words, stationery: Stationery
) -> Iterable[bytes]:
    typesetter = Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)
    for at in range(0, len(cards), _AT_ONCE):
        data = {**sheet_data(guide, str(guide.name), words), "cards": cards[at : at + _AT_ONCE]}
        yield from typesetter.draw("card", data)


def _sign_card(pictogram: str, function: FunctionView) -> Data:
    return {"pictogram": pictogram, "function": asdict(function), "name": None}


def _offer_card(offer: OfferView, words: Words) -> Data:
    """What does not age: no next date, no message, no mark of a check."""
    when = offer.when.lines[:1] if offer.when.known and not offer.status_text else ()
    where = offer.where.lines[:1] if offer.where.known and not offer.status_text else ()
    return {
        "pictogram": offer.pictogram,
        "function": asdict(offer.function),
        "name": asdict(offer.name),
        "when": [sentence_case(words.language, line) for line in when] or [offer.status_text][: bool(offer.status_text)],
        "where": [asdict(line) for line in where],
    }
