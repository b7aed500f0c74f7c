"""What the pocket sheet shows: all offers by day on one sheet, to fold small."""

from generator.sheets.labels import labels, sheet_data
from generator.sheets.offers import Data, places_data, qr_data
from generator.sheets.plain_data import plain
from generator.views.shapes import GuideView, OfferView
from generator.wording.casing import sentence_case
from generator.wording.words import Words


def pocket_data(guide: GuideView, drawing: str, words: Words) -> Data:
    """The data of `pocket.typ`; `drawing` is the SVG of the map."""
    _ = words.gettext
    house = guide.meeting_house
    title = _("What is there to do, day by day?")
    return {
        **sheet_data(guide, f"{title} {guide.name}", words),
        "labels": {**labels(words), **_pocket_words(words)},
        "functions": [plain(group.function) for group in guide.by_function],
        "house": {
            "name": plain(house.name),
            "address": ", ".join(line.text for line in house.where.lines[1:]),
            "number": house.where.number,
        },
        "days": _days(guide, words),
        "none_sure": bool(guide.offers) and not any(offer.checked.state == "fresh" for offer in guide.offers),
        "map": drawing,
        "places": places_data(guide),
        "helplines": [plain(line) for line in guide.helplines],
        "qr": qr_data(guide.home),
    }


def _pocket_words(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "pocket": _("What is there to do, day by day?"),
        "pocket_ask": _("Ask first: nobody confirmed this lately."),
        "pocket_dutch": _("How much Dutch you need: one block is very little."),
        "pocket_fold_a3": _(
            "To print: A3, on both sides, flip on the short edge, at 100 %. Fold in half, three times."
        ),
        "pocket_fold_a4": _(
            "To print: A4, on both sides, flip on the long edge, at 100 %. Fold in half, and in half again."
        ),
        "pocket_pin": _("The place: look for the number on the map."),
        "pocket_part": _("Sheet {number} of {count}"),
        "pocket_questions": _("Questions?"),
    }


def _days(guide: GuideView, words: Words) -> list[Data]:
    """Each day with what is on, by hour; at the end what has no fixed day."""
    offers = {offer.id: offer for offer in guide.offers}
    days = [
        (day.name, [_entry(offers[link.id], text) for text, link in day.entries], "") for day in guide.by_hour
    ]
    fixed = {link.id for day in guide.by_hour for _text, link in day.entries}
    rest = [_entry(offer, _said_when(offer)) for offer in guide.offers if offer.id not in fixed]
    if rest:
        days.append((words.gettext("no fixed day"), rest, guide.ask))
    return [
        {"name": sentence_case(guide.language, name), "entries": entries, "hint": hint}
        for name, entries, hint in days
    ]


def _said_when(offer: OfferView) -> str:
    return offer.when.lines[0] if offer.when.known else ""


def _entry(offer: OfferView, when: str) -> Data:
    """An offer on one line or two: name and place, hour, price, how much Dutch."""
    return {
        "name": plain(offer.name),
        "function": plain(offer.function),
        "when": when,
        "pin": offer.where.number,
        "price": offer.price.short if offer.price.known else "",
        "level": int(offer.dutch.id) if offer.dutch and offer.dutch.id.isdigit() else None,
        "sure": offer.checked.state == "fresh",
    }
