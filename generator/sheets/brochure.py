"""What the welcome brochure shows."""

from collections.abc import Mapping
from dataclasses import asdict

from generator.sheets.facts import card_rows
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, places_data, prose_data, qr_data
from generator.views.shapes import GuideView, OfferView, RoleView
from generator.wording.words import Words

PAGES = ("welkom", "afspraken", "over-ons", "colofon")


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
        "groups": [
            {
                "function": asdict(group.function),
                "explanation": group.explanation,
                "offers": [_card(offer, guide, words) for offer in group.offers],
            }
            for group in guide.by_function
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
        "places": places_data(guide),
        "roles": [_role(role) for role in guide.roles],
        "helplines": [asdict(line) for line in guide.helplines],
        "prose": prose_data(prose, PAGES),
    }


def _card(offer: OfferView, guide: GuideView, words: Words) -> Data:
    return {
        "id": offer.id,
        "name": asdict(offer.name),
        "summary": asdict(offer.summary),
        "pictogram": offer.pictogram,
        "function": asdict(offer.function),
        "notice": asdict(offer.notice) if offer.notice else None,
        "status": offer.status_text,
        "rows": [asdict(row) for row in card_rows(offer, guide.fallback, words)],
    }


def _role(role: RoleView) -> Data:
    organisation = role.organisation.text.text if role.organisation else ""
    detail = " · ".join(part for part in (organisation, role.phone, role.email) if part)
    return {"role": asdict(role.role), "name": role.name, "detail": detail}
