"""What the pocket sheet shows: all offers by day on one sheet, to fold small.

Very many offers take more sheets. Each is set by itself then: a change sets again the few that it is on.
"""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from generator.sheets.joining import join_parts
from generator.sheets.labels import labels, sheet_data
from generator.sheets.measuring import heights_of
from generator.sheets.offers import Data, Typeset, places_data, qr_data
from generator.views.shapes import GuideView, OfferView
from generator.wording.casing import sentence_case
from generator.wording.words import Words

ENTRIES_AT_ONCE = 450
"""With more, it takes more than one sheet for certain, and is set in parts."""
PANELS = 12
"""Of each sheet then."""


def set_pocket(guide: GuideView, drawing: str, words: Words, typeset: Typeset) -> bytes:
    """The pocket sheet; `drawing` is the SVG of the map."""
    data = pocket_data(guide, drawing, words)
    items = list(_items(data))
    if len(items) <= ENTRIES_AT_ONCE:
        return typeset([("pocket", data)])[0]
    common = {key: value for key, value in data.items() if key != "days"}
    left = iter(items)
    panels = [list(islice(left, count)) for count in _plan(items, common, typeset)]
    sheets = [panels[at : at + PANELS] for at in range(0, len(panels), PANELS)]
    parts: list[Data] = [
        {**common, "panels": some, "number": number, "count": len(sheets)}
        for number, some in enumerate(sheets, start=1)
    ]
    return join_parts(typeset([("pocket", part) for part in parts]))


def _items(data: Data) -> Iterator[Data]:
    """The list, piece by piece."""
    days: Any = data["days"]
    if data["none_sure"]:
        yield {"kind": "ask"}
    for day in days:
        yield {"kind": "day", "name": day["name"], "hint": day["hint"], "first": day is days[0]}
        yield from ({"kind": "entry", **entry} for entry in day["entries"])


def _plan(items: list[Data], common: Data, typeset: Typeset) -> list[int]:
    """How many of them stand on each panel."""
    shown = {key: value for key, value in common.items() if key not in ("map", "places")}
    entries = [item for item in items if item["kind"] == "entry"]
    heights = iter(heights_of(entries, "entry-plan", shown, lambda entry: entry["name"], typeset))
    measured = [
        {"kind": "entry", "height": next(heights)} if item["kind"] == "entry" else item for item in items
    ]
    plan: list[int] = json.loads(typeset([("pocket-plan", {**shown, "items": measured})])[0])
    return plan


def pocket_data(guide: GuideView, drawing: str, words: Words) -> Data:
    """The data of `pocket.typ`; `drawing` is the SVG of the map."""
    _ = words.gettext
    house = guide.meeting_house
    title = _("What is there to do, day by day?")
    return {
        **sheet_data(guide, f"{title} {guide.name}", words),
        "labels": {**labels(words), **_pocket_words(words)},
        "functions": [group.function for group in guide.by_function],
        "house": {
            "name": house.name,
            "address": ", ".join(line.text for line in house.where.lines[1:]),
            "number": house.where.number,
        },
        "days": _days(guide, words),
        "none_sure": bool(guide.offers) and not any(offer.checked.state == "fresh" for offer in guide.offers),
        "map": drawing,
        # Without the hours of what is there.
        "places": [
            {**place, "offers": [offer["id"] for offer in place["offers"]]} for place in places_data(guide)
        ],
        "helplines": list(guide.helplines),
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
        "name": offer.name,
        "function": offer.function,
        "when": when,
        "pin": offer.where.number,
        "price": offer.price.short if offer.price.known else "",
        "level": int(offer.dutch.id) if offer.dutch and offer.dutch.id.isdigit() else None,
        "sure": offer.checked.state == "fresh",
    }
