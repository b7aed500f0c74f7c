"""All fixed words of the templates, and what every sheet carries."""

from functools import lru_cache

from generator.sheets.form_words import form_words
from generator.views.shapes import GuideView
from generator.wording.words import Words

SIGNS = (
    "account",
    "account-arrow-right",
    "account-group",
    "alert",
    "calendar-clock",
    "check-circle-outline",
    "clipboard-edit-outline",
    "content-cut",
    "delete-outline",
    "file-document-outline",
    "forum",
    "hand-coin",
    "help-circle-outline",
    "map-marker",
    "pencil",
    "phone",
    "qrcode-scan",
    "shield-account-outline",
    "tally-mark-5",
)
"""The pictograms that the templates name themselves."""


def sheet_data(guide: GuideView, title: str, words: Words) -> dict[str, object]:
    """What every template gets: language, title of the document, edition, words."""
    return {
        "language": guide.language,
        "direction": guide.direction,
        "title": title,
        "guide": guide.name,
        "municipality": guide.municipality,
        "publisher": guide.publisher,
        "ask": guide.ask,
        "edition": guide.edition,
        "labels": labels(words),
        "signs": [{"icon": name} for name in SIGNS],
    }


@lru_cache(maxsize=16)
def labels(words: Words) -> dict[str, str]:
    """The words on the sheets, by the name that the templates use."""
    _ = words.gettext
    return {
        **form_words(words),
        "agreement_what": _("What?"),
        "agreement_when": _("When?"),
        "agreement_where": _("Where, with whom?"),
        "also": _("Other words:"),
        "also_behind": _("Also for this theme"),
        "ask_first": _("Ask first"),
        "also_on": _("{name}: see {day}"),
        "attribution": _("Map: © OpenStreetMap contributors"),
        "back_worker": _("For the worker"),
        "by_day": _("What is there on which day?"),
        "by_question": _("Who helps with which question?"),
        "by_theme": _("What is there for which theme?"),
        "cell": _("Square"),
        "code_alt": _("QR code to {address}"),
        "colophon": _("Colophon"),
        "contents": _("Contents"),
        "flyer_of": _("Flyer of {name}"),
        "first_stop": _("Go here first"),
        "helplines": _("Help by phone"),
        "helplines_lead": _("In danger? Always call the emergency number first."),
        "icons": _("What do the signs mean?"),
        "leaves": _("Sheets behind this tab"),
        "map": _("Map of the neighbourhood"),
        "map_alt": _("Map of {name} with numbered places; the list of places says the same in words"),
        "more": _("Want to know more?"),
        "more_lines": _("There is more: {count} other lines are in the calendar. Scan the code."),
        "newsletter": _("Newsletter"),
        "my_agreements": _("My appointments"),
        "my_notes": _("My notes"),
        "my_contacts": _("Who can I call?"),
        "contact_name": _("Name"),
        "contact_phone": _("Phone"),
        "no_leaves": _("There is no sheet behind this tab yet."),
        "notes": _("Notes"),
        "nothing_dated": _("We know of nothing with a fixed hour in these days."),
        "number": _("No."),
        "offer": _("What is there to do?"),
        "page": _("Page"),
        "pin_legend": _("The number of a place: it is the same on every map."),
        "places": _("The places on the map"),
        "place": _("Place"),
        "swap_done": _("Throw the old sheets away: what is on them is no longer right."),
        "swap_lead": _("So your binder goes from {old} to {new}."),
        "swap_print": _("To print: A4, on both sides, flip on the long edge, at 100 %."),
        "swap_sheets": _("Swap sheets"),
        "rest": _("More: scan the code."),
        "scan": _("Scan the code, or type:"),
        "scan_calendar": _("The calendar, up to date:"),
        "scan_question": _("Scan a code, or type {address} and the letters behind the question."),
        "scan_map": _("The map on your phone: scan the code, or type:"),
        "where_is_it": _("Where is it?"),
        "who_helps": _("Who helps with this?"),
        "who": _("Who is who?"),
        "see_you": _("See you soon!"),
        "undated": _("Ask when"),
        "undated_lead": _("The day or the hour is not sure."),
        "to_fill_in": _("To write yourself"),
        "what_is_on_it": _("What is on it?"),
        "whose": _("Whose flyer is it?"),
        "welcome_brochure": _("Welcome brochure"),
        "binder": _("Binder of flyers"),
        "brochure_lead": _("What is there to do, who helps you, and where do you go?"),
        "binder_lead": _("All flyers of the neighbourhood, with a map, for who goes to people."),
        "wall_map": _("The neighbourhood on one map"),
        "unknown_hint": _("Do you see no day, hour or price?"),
    }
