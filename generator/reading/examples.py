"""A correct example for each key, shown where a value does not fit or is missing."""

from collections.abc import Mapping

from generator.reading.traps import Gettext

_PLAIN = {
    "address": "Voorbeeldstraat 1",
    "amount": "2,50",
    "answers": "[Informatie, Advies, Doorverwijzing]",
    "brochure": "{order: day, creep: 0.1}",
    "by_appointment": "yes",
    "checked": "{on: 2026-11-23}",
    "choices": "[{id: huis-zoeken, question: Ik zoek een huis, pictogram: home-search, themes: wonen}]",
    "city": "Verzonnenstad",
    "closed": "{from: 2026-12-24, until: 2027-01-03}",
    "closes": "17:00",
    "contacts": "[jan-voorbeeld]",
    "coordinates": "50.8512, 3.3094",
    "dutch_needed": "2",
    "email": "naam@voorbeeld.be",
    "emergency": "yes",
    "every": "week",
    "except": "[school holidays, public holidays]",
    "from": "9:30",
    "free": "yes",
    "go_to": "wijkhuis",
    "helplines": "[noodnummer]",
    "id": "soep-in-de-wijk",
    "kind": "activity",
    "languages": "[nl, fr]",
    "last": "2026-12-24",
    "loop": "yes",
    "map": "{south_west: [50.84, 3.29], north_east: [50.87, 3.33]}",
    "meeting_house": "wijkhuis",
    "north_east": "50.87, 3.33",
    "number": "12",
    "on": "2026-12-24",
    "opening_hours": "{on: [monday, tuesday], opens: 9:00, closes: 12:00}",
    "opens": "9:00",
    "order": "day",
    "organiser": "wijkhuis",
    "phone": "056 00 00 00",
    "phones": "056 00 00 00",
    "pictogram": "pot-steam",
    "place": "wijkhuis",
    "postal_code": "8000",
    "price": "free",
    "publish": "yes",
    "reduced": "1",
    "referrals": "[Huisarts, CAW, VDAB]",
    "route": "{stops: [wijkhuis, park], loop: yes}",
    "review_every": "6 months",
    "signup": "required",
    "since": "2026-01-09",
    "south_west": "50.84, 3.29",
    "status": "running",
    "stops": "[wijkhuis, park]",
    "tally": "{answers: [Informatie, Advies], referrals: [CAW, VDAB]}",
    "tariffs": "[UiTPAS]",
    "themes": "[werk, wonen]",
    "until": "11:30",
    "url": "www.voorbeeld.be",
    "website": "www.voorbeeld.be",
    "file": "folder.pdf",
    "flyer": "{valid_until: 2027-06-30}",
    "valid_until": "2027-06-30",
    "functions": "[ontmoeten, leren]",
    "appointment": "required",
    "audience": "[everyone]",
    "documents": "[identity card]",
    "special_hours": "{on: 2026-12-24, opens: 9:00, closes: 12:00}",
    "whatsapp": "yes",
    "accessibility": "[wheelchair, toilet]",
    "when": "{every: week, on: friday, from: 9:30, until: 11:30}",
    "fallback": "{name: Wijkhuis, phone: 056 00 00 00}",
    "creep": "0.1",
    "dates": "[2026-12-24]",
    "cancelled": "[2026-12-24]",
    "replaced_by": "soep-in-de-wijk",
    "offers": "[soep-in-de-wijk]",
    "organisations": "[wijkhuis]",
    "partners": "[wijkhuis]",
    "previous_ids": "[oude-naam]",
}
"""Values that are the same in every language."""

_OF_ONE_RECORD = {
    ("Schedule", "on"): "friday",
    ("Schedule", "part"): "morning",
    ("OpeningHours", "on"): "[monday, tuesday]",
    ("OpeningHours", "except"): "school holidays",
    ("SpecialHours", "closed"): "yes",
    ("Notice", "from"): "2026-12-21",
    ("Notice", "until"): "2027-01-03",
    ("ClosedPeriod", "from"): "2026-12-24",
    ("ClosedPeriod", "until"): "2027-01-03",
    ("Telephone", "number"): "056 00 00 00",
    ("Helpline", "number"): "112",
    ("Organisation", "kind"): "association",
    ("Organisation", "part_of"): "wijkhuis",
    ("Contact", "organisation"): "wijkhuis",
    ("PartnerFlyer", "id"): "hulp-bij-huren",
    ("PartnerFlyer", "organisation"): "wijkhuis",
    ("PartnerFlyer", "theme"): "wonen",
    ("Flyer", "file"): "folder.pdf",
    ("Fallback", "organisation"): "wijkhuis",
    ("Signup", "needed"): "required",
    ("Contact", "id"): "jan-voorbeeld",
    ("Contact", "name"): "Jan Voorbeeld",
    ("Neighbourhood", "name"): "Voorbeeldwijk",
    ("Organisation", "name"): "Voorbeeldvzw",
    ("Place", "name"): "Buurthuis Voorbeeld",
}
"""Where the same key takes another kind of value: an hour here, a day there."""


def _of_records(_: Gettext) -> Mapping[str, str]:
    """Values in people's own words, in the user's language."""
    return {
        "name": _("Soup in the neighbourhood"),
        "summary": _("We make soup together and talk."),
        "description": _("Everyone is welcome. You need not cook well."),
        "simple": _("We make soup. You may just come in."),
        "question": _("I do not understand my bill."),
        "ask": _("What is it about?"),
        "publisher": _("The neighbourhood house"),
        "municipality": _("Exampletown"),
        "role": _("community worker"),
        "purpose": _("For all urgent help"),
        "title": _("Talk with the team"),
        "source": _("Talk with the team"),
        "text": _("four times a year"),
        "notice": _("{text: No soup this week, until: 2026-12-24}"),
        "ended": _("{on: 2026-06-30, instead: Come along to the coffee on Monday.}"),
        "bring": _("[your identity card]"),
        "how": _("Call the neighbourhood house."),
        "reason": _("Closed for repairs"),
    }


def example_value(key: str, record: str, _: Gettext) -> str | None:
    """A value that would be right for the key in that kind of record, as it would be typed."""
    return _OF_ONE_RECORD.get((record, key)) or _of_records(_).get(key) or _PLAIN.get(key)


def example(key: str, record: str, _: Gettext) -> str:
    """`from: 9:30`: the key with a right value behind it."""
    value = example_value(key, record, _) or _("your text")
    return f"{key}: {value}"
