"""What a shared page looks like in a message: a picture for each offer, and one for each kind of page."""

from collections.abc import Mapping

from generator.sheets.offers import Data
from generator.sheets.stationery import Stationery
from generator.sheets.typesetting import Typesetter
from generator.views.lazily import Lazily
from generator.views.shapes import FunctionView, GuideView, OfferView, Said
from generator.wording.casing import sentence_case
from generator.wording.words import Words

CARDS_AT_MOST = 250
"""A card takes some 30 ms and 50 kB: of more offers, none has its own, but that of its function."""
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
) -> Mapping[str, bytes]:
    """Name (see `card_data`) -> PNG of 1200 x 630 pixels, drawn at its first use."""
    typesetter = Typesetter(
        stationery.templates, stationery.fonts, stationery.icons, stationery.today, stationery.keep
    )
    cards = card_data(guides, words)
    return Lazily(cards, lambda name: typesetter.draw("card", cards[name]))


def card_data(guides: Mapping[str, GuideView], words: Mapping[str, Words]) -> dict[str, Data]:
    """Name -> data of `card.typ`.

    "home" and "leren" are those of a kind of page and of a function, for its pages in every language;
    "aanbod/digipunt" that of an offer in the first language of the guides, "ar/aanbod/digipunt" that in
    another one into which it is translated.
    """
    first, *others = guides.values()
    cards = card_data_of_first(first, words[first.language])
    for other in others:
        cards |= card_data_of_other(other, words[other.language])
    return cards


def card_data_of_first(guide: GuideView, words: Words) -> dict[str, Data]:
    """Those of the first language, and those that have no words."""
    cards = {name: _sign_card(guide, pictogram, _PLAIN) for name, pictogram in _SIGNS.items()}
    for group in guide.by_function:
        cards[group.function.id] = _sign_card(guide, _SIGNS["offers"], group.function)
    return cards | {f"aanbod/{offer.id}": _offer_card(guide, offer, words) for offer in _with_own_card(guide)}


def card_data_of_other(guide: GuideView, words: Words) -> dict[str, Data]:
    """Those of another language: of the offers that are translated."""
    return {
        f"{guide.language}/aanbod/{offer.id}": _offer_card(guide, offer, words)
        for offer in _with_own_card(guide)
        if offer.is_translated
    }


def _with_own_card(guide: GuideView) -> tuple[OfferView, ...]:
    offers = (*guide.offers, *guide.past_offers)
    return offers if len(offers) <= CARDS_AT_MOST else ()


def _sign_card(guide: GuideView, pictogram: str, function: FunctionView) -> Data:
    return _card(guide, pictogram=pictogram, function=function, name=None)


def _offer_card(guide: GuideView, offer: OfferView, words: Words) -> Data:
    """What does not age: no next date, no message, no mark of a check."""
    if offer.status_text:
        facts = [("information-outline", Said(offer.status_text))]
    else:
        facts = []
        if offer.when.known:
            line = sentence_case(words.language, offer.when.lines[0])
            facts.append(("calendar-clock", Said(line)))
        if offer.where.known:
            facts.append(("map-marker", offer.where.lines[0]))
    return _card(
        guide,
        pictogram=offer.pictogram,
        function=offer.function,
        name=offer.name,
        facts=[{"icon": icon, "said": said} for icon, said in facts],
    )


def _card(guide: GuideView, **card: object) -> Data:
    """The card, and the little that every template needs."""
    return {
        "language": guide.language,
        "direction": guide.direction,
        "title": str(guide.name),
        "guide": guide.name,
        "publisher": guide.publisher,
        "edition": {"label": "", "proof": ""},
        "labels": {},
        "card": card,
    }
