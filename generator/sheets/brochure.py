"""What the welcome brochure shows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.sheets.enlarging import enlarge
from generator.sheets.facts import card_rows
from generator.sheets.joining import join_parts
from generator.sheets.labels import sheet_data
from generator.sheets.measuring import heights_of
from generator.sheets.offers import Data, Typeset, places_data, prose_data, qr_data
from generator.views.shapes import GuideView, OfferView, RoleView
from generator.wording.casing import sentence_case
from generator.wording.words import Words

PAGES = ("welkom", "afspraken", "over-ons", "colofon")
PAGES_PER_PART = 16
"""Of the offer. A change of one offer sets its part again. But each part brings its own fonts."""
_GROUPS = ("day", "function")
A4 = (210, 297)
"""Width and height in millimetres."""
LARGE_PRINT = 1.5
"""How many times as large: the smallest type is then 18 pt."""
CUT = 8.5
"""Millimetres that large print loses at the top. A5 is a little longer for its width."""


def in_large_print(brochure: bytes, guide: GuideView, words: Words) -> bytes:
    """The same on A4: who reads along with others finds the same on the same page."""
    title = words.gettext("Welcome brochure in large print")
    return enlarge(brochure, LARGE_PRINT, A4, cut=CUT, title=f"{title} {guide.name}")


def set_brochure(
    guide: GuideView, drawing: str, prose: Mapping[str, str], words: Words, typeset: Typeset
) -> bytes:
    """The brochure; `drawing` is the SVG of the map.

    It lists every offer, so it is set in parts: a change sets again the few pages that it is on. How tall
    each offer is, and so what comes on which page, is known before.
    """
    pieces = _pieces(guide, words)
    data = {**brochure_data(guide, drawing, prose, words), "places": _places(guide)}
    common = sheet_data(guide, str(data["title"]), words)
    heights = heights_of(pieces, "offer-plan", common, lambda piece: piece.get("id"), typeset)
    items = [
        {"id": piece.get("id", ""), "keep": piece["keep"], "height": height}
        for piece, height in zip(pieces, heights, strict=True)
    ]
    plan = json.loads(typeset([("brochure-plan", {**data, "items": items})])[0])
    front, offer, rest = _documents(plan, pieces, data, common)
    if len(offer) == 1:
        return typeset([("brochure", {**front, **offer[0], **rest, "first": 1})])[0]
    made = typeset([("brochure", part) for part in (front, *offer, rest)])
    levels = {number: _tagged(part["offer"]["levels"]) for number, part in enumerate(offer[1:], start=2)}
    return join_parts(made, levels.keys(), levels)


def _documents(
    plan: Any, pieces: Sequence[Data], data: Data, common: Data
) -> tuple[Data, list[dict[str, Any]], Data]:
    """The data of `brochure.typ`: for the pages before the offer, some of its pages at a time, the rest."""
    left = iter(pieces)
    pages = [
        {"span": page["span"], "items": [next(left) for _ in range(page["pieces"])]} for page in plan["pages"]
    ]
    at = plan["first"]
    offer = []
    for start in range(0, len(pages), PAGES_PER_PART):
        some = pages[start : start + PAGES_PER_PART]
        levels = _levels([item for page in some for item in page["items"]])
        offer.append({**common, "first": at, "offer": {"pages": some, "levels": levels}})
        at += sum(page["span"] for page in some)
    of_front = {key: value for key, value in data.items() if key not in ("map", "places")}
    front = {**of_front, "first": 1, "front": {"numbers": plan["numbers"]}}
    rest = {**data, "first": at, "rest": {"page-of": plan["page-of"], "missing": plan["missing"]}}
    return front, offer, rest


def _levels(items: Sequence[Data]) -> dict[str, int]:
    """Of the headings of groups and offers: a document begins with the first level, and leaves none out."""
    first = next((item["kind"] for item in items if item["kind"] in ("title", *_GROUPS, "card")), "card")
    if first == "title":
        return {"group": 2, "card": 3}
    return {"group": 2, "card": 1} if first == "card" else {"group": 1, "card": 2}


def _tagged(levels: Mapping[str, int]) -> dict[int, int]:
    """Level in a part -> level in the whole brochure."""
    return {levels["group"]: 2, levels["card"]: 3}


def brochure_data(guide: GuideView, drawing: str, prose: Mapping[str, str], words: Words) -> Data:
    """What the brochure shows besides the offer; `drawing` is the SVG of the map."""
    _ = words.gettext
    house = guide.meeting_house
    title = _("Welcome brochure")
    return {
        **sheet_data(guide, f"{title} {guide.name}", words),
        "house": {
            "name": house.name,
            "address": ", ".join(line.text for line in house.where.lines[1:]),
        },
        "qr": qr_data(guide.home),
        "functions": [
            {"function": group.function, "explanation": group.explanation} for group in guide.by_function
        ],
        "legend": [
            {"icon": icon, "label": label}
            for icon, label in (
                ("calendar-clock", _("When")),
                ("map-marker", _("Where")),
                ("hand-coin", _("Price")),
                ("pencil", _("Sign up")),
                ("phone", _("Whom to call")),
                ("alert", _("Watch out")),
            )
        ],
        "map": drawing,
        "roles": [_role(role) for role in guide.roles],
        "helplines": list(guide.helplines),
        "prose": prose_data(prose, PAGES),
    }


def _pieces(guide: GuideView, words: Words) -> list[Data]:
    """The offer, piece by piece, in its order; `keep` holds one together with the next."""
    offer = _by_day(guide, words) if guide.brochure.by_day else _by_function(guide, words)
    return [{"kind": "title", "keep": True}, {"kind": "hint", "keep": True}, *offer]


def _by_function(guide: GuideView, words: Words) -> Iterator[Data]:
    for group in guide.by_function:
        yield {
            "kind": "function",
            "keep": bool(group.offers),
            "function": group.function,
            "explanation": group.explanation,
        }
        yield from (_card(offer, guide, words) for offer in group.offers)


def _by_day(guide: GuideView, words: Words) -> Iterator[Data]:
    """An offer stands with the first of its days; with its other days stands where to look for it."""
    first: dict[str, str] = {}
    for day in guide.by_weekday:
        yield {"kind": "day", "keep": bool(day.offers), "day": sentence_case(guide.language, day.name)}
        yield from (_card(offer, guide, words) for offer in day.offers if offer.id not in first)
        for offer in day.offers:
            if offer.id in first:
                yield {"kind": "also", "keep": False, "name": offer.name, "day": first[offer.id]}
        first |= {offer.id: day.name for offer in day.offers if offer.id not in first}


def _card(offer: OfferView, guide: GuideView, words: Words) -> Data:
    return {
        "kind": "card",
        "keep": False,
        "id": offer.id,
        "name": offer.name,
        "summary": offer.summary,
        "pictogram": offer.pictogram,
        "function": offer.function,
        "notice": offer.notice,
        "status": offer.status_text,
        "checked": {"state": offer.checked.state, "text": offer.checked.short},
        "rows": list(card_rows(offer, guide.fallback, words)),
    }


def _places(guide: GuideView) -> list[Data]:
    """The places, without the hours of what is there: a change of these leaves the list as it was."""
    return [
        {**place, "offers": [{"id": offer["id"], "name": offer["name"]} for offer in place["offers"]]}
        for place in places_data(guide)
    ]


def _role(role: RoleView) -> Data:
    organisation = role.organisation.text.text if role.organisation else ""
    detail = " · ".join(part for part in (organisation, role.phone, role.email) if part)
    return {"role": role.role, "name": role.name, "detail": detail}
