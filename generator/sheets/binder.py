"""What the binder shows: tabs by theme, the leaves behind them, and the ways to find one.

A sheet has a number "tab.position". An offer with several themes has its leaf behind the
first; behind the others, its number refers there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from babel.lists import format_list

from generator.sheets.facts import contact_lines
from generator.sheets.finder import finder_data
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, face_data, places_data, prose_data, qr_data
from generator.sheets.workers import worker_rows
from generator.views.shapes import FunctionView, GuideView, OfferView, OrganisationView, Said, ThemeView
from generator.wording.casing import sentence_case
from generator.wording.words import Words

LEAVES_PER_TAB = 18
"""As many lines as the front of a tab sheet holds; a theme with more has more tab sheets."""
LEAVES_PER_PART = 48
"""Typst needs some ten megabytes for each leaf, so a larger binder is set in parts."""


def binder_parts(
    guide: GuideView, drawing: str, cutouts: Mapping[str, str], prose: Mapping[str, str], words: Words
) -> Iterator[Data]:
    """The data of `binder.typ` for each part of the binder; `drawing` is the SVG of the map.

    A part has `front`, or the `tabs` of a run of leaves, or the `helplines`; the binder of a
    small neighbourhood has all in one part. Together they are one document.
    """
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

    def listed(number: int, theme: ThemeView) -> Data:
        return {
            "number": number,
            "name": asdict(theme.name),
            "pictogram": theme.pictogram,
            "leaves": [entry(offer) for offer in theme.offers if _home(offer) == theme.id],
            "others": [entry(offer) for offer in theme.offers if _home(offer) != theme.id],
            "synonyms": ", ".join(synonym.text for synonym in theme.synonyms),
        }

    def tab(sheet: TabSheet) -> Data:
        whole = listed(sheet.number, sheet.theme)
        first, last = (numbers[sheet.leaves[at].id] if sheet.leaves else "" for at in (0, -1))
        return {
            **whole,
            "range": "" if sheet.whole else f"{first} – {last}",
            "leaves": [leaf(offer) for offer in sheet.leaves],
            "others": whole["others"] if sheet.first else [],
            "helpers": [_helper(organisation, words) for organisation in sheet.theme.organisations]
            if sheet.first
            else [],
        }

    def front() -> Data:
        return {
            "qr": qr_data(guide.home),
            "functions": [asdict(function) for function in _functions(guide)],
            "prose": prose_data(prose, ("flyermap",)),
            "days": [
                {
                    "name": sentence_case(words.language, day.name),
                    "entries": [entry(offer) for offer in day.offers],
                }
                for day in guide.by_weekday
                if day.offers
            ],
            "index": [listed(number, theme) for number, theme in enumerate(themes, start=1)],
            "finder": finder_data(guide),
            "places": places_data(guide, numbers),
        }

    title = words.gettext("Binder of flyers")
    common = {**sheet_data(guide, f"{title} {guide.name}", words), "themes": len(themes)}
    runs = _runs(_tab_sheets(themes))
    if len(runs) > 1:
        runs.insert(0, [])
    for place, run in enumerate(runs):
        yield {
            **common,
            **({"front": front(), "map": drawing} if place == 0 else {"front": None}),
            "tabs": [tab(sheet) for sheet in run],
            "helplines": [asdict(line) for line in guide.helplines] if place == len(runs) - 1 else [],
        }


@dataclass(frozen=True)
class TabSheet:
    """A tab of the binder and the leaves behind it."""

    number: int
    theme: ThemeView
    leaves: tuple[OfferView, ...]
    first: bool = True
    """Of its theme."""
    whole: bool = True
    """All leaves of the theme are behind it."""


def _tab_sheets(themes: tuple[ThemeView, ...]) -> list[TabSheet]:
    sheets = []
    for number, theme in enumerate(themes, start=1):
        own = tuple(offer for offer in theme.offers if _home(offer) == theme.id)
        starts = range(0, max(1, len(own)), LEAVES_PER_TAB)
        sheets += [
            TabSheet(number, theme, own[at : at + LEAVES_PER_TAB], first=at == 0, whole=len(starts) == 1)
            for at in starts
        ]
    return sheets


def _runs(sheets: list[TabSheet]) -> list[list[TabSheet]]:
    """Tab sheets that are set together."""
    runs: list[list[TabSheet]] = [[]]
    for sheet in sheets:
        leaves = sum(len(other.leaves) for other in runs[-1])
        if runs[-1] and leaves + len(sheet.leaves) > LEAVES_PER_PART:
            runs.append([])
        runs[-1].append(sheet)
    return runs


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
    if organisation.opening:
        rows.append((_("Open"), "; ".join(organisation.opening.lines)))
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
