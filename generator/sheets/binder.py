"""What the binder shows: tabs by theme, the leaves behind them, and the ways to find one.

A sheet has a number "tab.position". An offer with several themes has its leaf behind the
first; behind the others, its number refers there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from babel.lists import format_list

from generator.sheets.facts import contact_lines
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, face_data, places_data, prose_data, qr_data
from generator.sheets.workers import worker_rows
from generator.views.shapes import FunctionView, GuideView, OfferView, OrganisationView, Said, ThemeView
from generator.wording.words import Words


def binder_data(
    guide: GuideView, drawing: str, cutouts: Mapping[str, str], prose: Mapping[str, str], words: Words
) -> Data:
    """The data of `binder.typ`; `drawing` is the SVG of the map."""
    themes = _tabs(guide, words)
    numbers = sheet_numbers(themes)
    organisations = {organisation.id: organisation for organisation in guide.organisations}

    def entry(offer: OfferView) -> Data:
        return {
            "number": numbers[offer.id],
            "name": asdict(offer.name),
            "function": asdict(offer.function),
            "when": offer.when.lines[0] if offer.when.known else "",
        }

    def leaf(offer: OfferView) -> Data:
        organiser = organisations.get(offer.organiser.id) if offer.organiser else None
        return {
            **face_data(offer, guide, cutouts, words),
            **entry(offer),
            "theme": offer.themes[0].text.text if offer.themes else words.gettext("Other"),
            "description": [asdict(paragraph) for paragraph in offer.description],
            "back": [asdict(row) for row in worker_rows(offer, organiser, guide.fallback, words)],
        }

    def tab(number: int, theme: ThemeView) -> Data:
        own = [offer for offer in theme.offers if _home(offer) == theme.id]
        return {
            "number": number,
            "name": asdict(theme.name),
            "pictogram": theme.pictogram,
            "synonyms": ", ".join(synonym.text for synonym in theme.synonyms),
            "leaves": [leaf(offer) for offer in own],
            "others": [entry(offer) for offer in theme.offers if _home(offer) != theme.id],
            "helpers": [_helper(organisation, words) for organisation in theme.organisations],
        }

    title = words.gettext("Binder of flyers")
    return {
        **sheet_data(guide, f"{title} {guide.name}", words),
        "qr": qr_data(guide.home),
        "functions": [asdict(function) for function in _functions(guide)],
        "prose": prose_data(prose, ("flyermap",)),
        "days": [
            {"name": day.name[:1].upper() + day.name[1:], "entries": [entry(offer) for offer in day.offers]}
            for day in guide.by_weekday
            if day.offers
        ],
        "tabs": [tab(number, theme) for number, theme in enumerate(themes, start=1)],
        "map": drawing,
        "places": places_data(guide, numbers),
        "helplines": [asdict(line) for line in guide.helplines],
    }


def _tabs(guide: GuideView, words: Words) -> tuple[ThemeView, ...]:
    """The themes, and one last tab for offers that have no theme."""
    rest = tuple(offer for offer in guide.offers if not offer.themes)
    if not rest:
        return guide.themes
    return (*guide.themes, ThemeView("", Said(words.gettext("Other")), "", "dots-horizontal", (), rest, ()))


def sheet_numbers(themes: tuple[ThemeView, ...]) -> dict[str, str]:
    """Id of an offer -> "3.2": its tab, and its place behind it."""
    numbers = {}
    for tab, theme in enumerate(themes, start=1):
        own = (offer for offer in theme.offers if _home(offer) == theme.id)
        for position, offer in enumerate(own, start=1):
            numbers[offer.id] = f"{tab}.{position}"
    return numbers


def _home(offer: OfferView) -> str:
    return offer.themes[0].id if offer.themes else ""


def _functions(guide: GuideView) -> Iterable[FunctionView]:
    return (group.function for group in guide.by_function)


def _helper(organisation: OrganisationView, words: Words) -> Data:
    """An organisation on the back of a tab sheet: whom to call and how to refer."""
    _ = words.gettext
    reachable = organisation.contacts[0].phone or organisation.contacts[0].email
    rows = []
    if organisation.where.known and len(organisation.where.lines) > 1:
        rows.append((_("Where"), ", ".join(line.text for line in organisation.where.lines[1:])))
    if reachable:
        calls = "; ".join(", ".join(contact_lines(contact)) for contact in organisation.contacts)
        rows.append((_("Whom to call"), calls))
    if organisation.website:
        rows.append((_("Website"), organisation.website.removeprefix("https://").rstrip("/")))
    if organisation.appointment:
        rows.append((_("Appointment"), organisation.appointment.text))
    if organisation.bring:
        brings = format_list([item.text for item in organisation.bring], locale=words.locale)
        rows.append((_("To bring"), brings))
    if organisation.referral:
        rows.append((_("How to refer"), organisation.referral.text))
    return {
        "name": asdict(organisation.name),
        "summary": asdict(organisation.summary),
        "number": organisation.where.number,
        "rows": [{"label": label, "text": text} for label, text in rows],
    }
