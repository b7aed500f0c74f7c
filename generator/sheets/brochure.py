"""What the welcome brochure shows."""

from collections.abc import Mapping
from dataclasses import asdict

from generator.sheets.enlarging import enlarge
from generator.sheets.facts import card_rows
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, places_data, prose_data, qr_data
from generator.views.shapes import GuideView, OfferView, RoleView
from generator.wording.casing import sentence_case
from generator.wording.words import Words

PAGES = ("welkom", "afspraken", "over-ons", "colofon")
A4 = (210, 297)
"""Width and height in millimetres."""
LARGE_PRINT = 1.5
"""How many times as large: the smallest type is then 18 pt."""
CUT = 8.5
"""Millimetres that large print loses at the top. A5 is a little longer for its width."""


def in_large_print(brochure: bytes, guide: GuideView, words: Words) -> bytes:
    """The same on A4: who reads along with others finds the same on the same page."""
    title = f"{words.gettext('Welcome brochure in large print')} {guide.name}"
    return enlarge(brochure, LARGE_PRINT, A4, cut=CUT, title=title)


def brochure_data(guide: GuideView, drawing: str, prose: Mapping[str, str], words: Words) -> Data:
    """The data of `brochure.typ`; `drawing` is the SVG of the map."""
    _ = words.gettext
    house = guide.meeting_house
    title = _("Welcome brochure")
    return {
        **sheet_data(guide, f"{title} {guide.name}", words),
        "house": {
            "name": asdict(house.name),
            "address": ", ".join(line.text for line in house.where.lines[1:]),
        },
        "qr": qr_data(guide.home),
        "functions": [
            {"function": asdict(group.function), "explanation": group.explanation}
            for group in guide.by_function
        ],
        "groups": _by_day(guide, words) if guide.brochure.by_day else _by_function(guide, words),
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
        "places": places_data(guide),
        "roles": [_role(role) for role in guide.roles],
        "helplines": [asdict(line) for line in guide.helplines],
        "prose": prose_data(prose, PAGES),
    }


def _by_function(guide: GuideView, words: Words) -> list[Data]:
    return [
        {
            "function": asdict(group.function),
            "explanation": group.explanation,
            "offers": [_card(offer, guide, words) for offer in group.offers],
            "also": [],
        }
        for group in guide.by_function
    ]


def _by_day(guide: GuideView, words: Words) -> list[Data]:
    """An offer stands with the first of its days; with its other days stands where to look for it."""
    first: dict[str, str] = {}
    groups: list[Data] = []
    for day in guide.by_weekday:
        name = sentence_case(guide.language, day.name)
        new = [offer for offer in day.offers if offer.id not in first]
        also = [offer for offer in day.offers if offer.id in first]
        groups.append(
            {
                "function": None,
                "day": name,
                "offers": [_card(offer, guide, words) for offer in new],
                "also": [{"name": asdict(offer.name), "day": first[offer.id]} for offer in also],
            }
        )
        first |= {offer.id: day.name for offer in new}
    return groups


def _card(offer: OfferView, guide: GuideView, words: Words) -> Data:
    return {
        "id": offer.id,
        "name": asdict(offer.name),
        "summary": asdict(offer.summary),
        "pictogram": offer.pictogram,
        "function": asdict(offer.function),
        "notice": asdict(offer.notice) if offer.notice else None,
        "status": offer.status_text,
        "checked": {"state": offer.checked.state, "text": offer.checked.short},
        "rows": [asdict(row) for row in card_rows(offer, guide.fallback, words)],
    }


def _role(role: RoleView) -> Data:
    organisation = role.organisation.text.text if role.organisation else ""
    detail = " · ".join(part for part in (organisation, role.phone, role.email) if part)
    return {"role": asdict(role.role), "name": role.name, "detail": detail}
