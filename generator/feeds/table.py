"""The whole guide as one table, for whoever works in a spreadsheet.

With a byte order mark, semicolons and CRLF: so Excel with Belgian settings opens it right with a double
click. A cell never begins as a formula does, whatever somebody typed in a record.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from generator.feeds.texts import Gettext, dutch, signup_said
from generator.views.published_shapes import (
    PublishedGuide,
    PublishedOffer,
    PublishedOrganisation,
    PublishedPlace,
)

FILE = "data/guide.csv"
_BYTE_ORDER_MARK = "\N{BYTE ORDER MARK}"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
            "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}", "|", "%")  # fmt: skip
Row = dict[str, str]


def render_table(guide: PublishedGuide, _: Gettext) -> bytes:
    columns = {
        "kind": _("kind"),
        "id": _("id"),
        "name": _("name"),
        "summary": _("summary"),
        "themes": _("themes"),
        "audience": _("for whom"),
        "when": _("when"),
        "place": _("place"),
        "address": _("address"),
        "lat": _("latitude"),
        "lon": _("longitude"),
        "price": _("price"),
        "signup": _("sign up"),
        "organiser": _("organiser"),
        "phone": _("phone"),
        "email": _("e-mail"),
        "website": _("website"),
        "languages": _("languages"),
        "status": _("status"),
        "checked": _("checked on"),
        "url": _("page"),
        "home": _("taken over from"),
    }
    file = StringIO()
    file.write(_BYTE_ORDER_MARK)
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns.values())
    for row in _rows(guide, _):
        writer.writerow(harmless(row.get(column, "")) for column in columns)
    return file.getvalue().encode()


def harmless(cell: str) -> str:
    """The same text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.lstrip(" \n").startswith(_FORMULA) else cell


def _rows(guide: PublishedGuide, _: Gettext) -> Iterator[Row]:
    lookup = _Lookup(guide, _)
    for offer in guide.offers:
        yield lookup.common(offer, _("offer")) | lookup.offer(offer)
    for organisation in guide.organisations:
        yield lookup.common(organisation, _("organisation")) | lookup.organisation(organisation)
    for place in guide.places:
        yield lookup.common(place, _("place")) | _where(place) | lookup.home(place)


class _Lookup:
    """What the rows say of other records."""

    def __init__(self, guide: PublishedGuide, _: Gettext) -> None:
        self._say = _
        self._status = {
            "planned": _("planned"),
            "running": _("running"),
            "paused": _("paused"),
            "ended": _("ended"),
        }
        self._themes = {theme.id: dutch(theme.name) for theme in guide.themes}
        self._places = {place.id: place for place in guide.places}
        self._organisations = {found.id: dutch(found.name) for found in guide.organisations}
        self._audience = {word.id: dutch(word.name) for word in guide.words if word.list == "audience"}

    def common(self, record: PublishedOffer | PublishedOrganisation | PublishedPlace, kind: str) -> Row:
        return {
            "kind": kind,
            "id": record.id,
            "name": dutch(record.name),
            "summary": dutch(record.summary),
            "status": self._status[record.status],
            "checked": record.checked.on.isoformat() if record.checked.on else "",
            "url": record.url,
        }

    @staticmethod
    def home(record: PublishedOrganisation | PublishedPlace) -> Row:
        return {"home": record.home.url or record.home.site} if record.home else {}

    def offer(self, offer: PublishedOffer) -> Row:
        place = self._places.get(offer.place or "")
        where = _where(place) if place else {}
        note = dutch(offer.place_note)
        return {
            **self._filed(offer),
            **where,
            "place": ", ".join(part for part in (where.get("place", ""), note) if part),
            "when": "\n".join(schedule.wording for schedule in offer.when),
            "price": dutch(offer.price.wording) if offer.price else "",
            "signup": signup_said(offer.signup, self._say),
            "organiser": self._organisations.get(offer.organiser or "", ""),
            "phone": ", ".join(contact.phone for contact in offer.contacts if contact.phone),
            "email": ", ".join(contact.email for contact in offer.contacts if contact.email),
        }

    def organisation(self, organisation: PublishedOrganisation) -> Row:
        place = self._places.get(organisation.place or "")
        return {
            **self._filed(organisation),
            **self.home(organisation),
            **(_where(place) if place else {}),
            "price": dutch(organisation.price.wording) if organisation.price else "",
            "signup": signup_said(organisation.appointment, self._say),
            "phone": ", ".join(phone.number for phone in organisation.phones),
            "email": organisation.email,
            "website": organisation.website,
        }

    def _filed(self, record: PublishedOffer | PublishedOrganisation) -> Row:
        return {
            "themes": ", ".join(self._themes[theme] for theme in record.themes),
            "audience": ", ".join(self._audience[word] for word in record.audience),
            "languages": ", ".join(record.languages),
        }


def _where(place: PublishedPlace) -> Row:
    town = " ".join(part for part in (place.postal_code, place.city) if part)
    return {
        "place": dutch(place.name),
        "address": ", ".join(part for part in (place.address, town) if part) if place.address else "",
        "lat": "" if place.lat is None else f"{place.lat:.6f}",
        "lon": "" if place.lon is None else f"{place.lon:.6f}",
    }
