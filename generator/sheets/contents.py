"""What the sheets of the binder say, without what ages by itself: the ledger keeps it.

Taken from the very data that the templates get, so that whatever a sheet comes to show
counts. Left out are the fixed words and the layout of the templates (a new version of the
generator makes no new sheets), what is no news (the edition, the code, the dates of
printing and checking, the next dates), and what only repeats other sheets.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.model.ledger import Content, Line
from generator.sheets.binder import Sheet
from generator.sheets.brochure import brochure_data
from generator.sheets.template_data import as_read
from generator.views.shapes import GuideView, OfferView, PlaceView
from generator.wording.words import Words

_LEFT_OUT = frozenset(
    (
        *("checked", "doubts", "edition", "qr"),  # they age
        *("cutout", "map"),  # drawings: see `_point`
        *("days", "forms", "lists", "when"),  # lists of what is on other sheets
        *("blank", "functions", "icon", "label"),  # fixed words, and room to write
        # Of a partner's page: they follow from its file and its summary.
        *("holder", "width", "height", "alt"),
        *("code", "id", "lang", "shape", "state", "typed"),  # what no reader sees, or follows from the id
    )
)
_UNSAID_ROWS = ("next", "unknown")
"""The next dates age; the question for what is not known follows from the facts."""
_APART = frozenset(
    (
        *("name", "theme", "status", "notice", "notice-dates", "cutout-alt", "cutout-caption"),
        *("rows", "back", "number", "tab"),
    )
)
_OF_THE_BROCHURE = ("title", "publisher", "house", "roles", "prose")
"""The offer and the map are in the binder too."""


def leaf_content(sheet: Sheet, offer: OfferView, guide: GuideView) -> Content:
    """A leaf. Its facts are apart, to tell a reader what changed; its number the ledger has itself."""
    data = as_read(sheet.data)
    rows = {row["id"]: row for row in (*data["rows"], *data["back"]) if row["id"] not in _UNSAID_ROWS}
    facts = {row_id: _lines(row["lines"]) for row_id, row in rows.items()}
    if offer.contacts == (guide.fallback,):
        # Its line asks for what is not known, and that follows from the other facts.
        facts["contact"] = _lines(offer.ask)
    if "when" in facts:
        facts["when"] = _while_they_hold(facts["when"], offer)
    message = [data["notice"], data["notice-dates"]]
    notice = tuple(Line(text=text, until=_day(offer.notice_until)) for text in _texts(message))
    pins = _pins(rows.values())
    return {
        **{key: _lines(value) for key, value in data.items() if key not in _APART | _LEFT_OUT},
        **facts,
        "pin": _lines([pins, _shown(data, offer, guide)]),
        "name": _lines(data["name"]),
        "theme": _lines(data["theme"]),
        "status": _lines(data["status"]),
        "notice": notice,
    }


def form_content(sheet: Sheet, offer: OfferView | None) -> Content:
    """A sheet to fill in, with the facts of the offer that it is for; nothing but fixed words is on some."""
    data = as_read(sheet.data)
    rows = data.get("rows", ())
    facts = {row["id"]: _lines(row["lines"]) for row in rows}
    if offer and "when" in facts:
        facts["when"] = _while_they_hold(facts["when"], offer)
    return {
        **{key: _lines(value) for key, value in data.items() if key not in _APART | _LEFT_OUT},
        **facts,
        "pin": _lines(_pins(rows)),
        "name": _lines(data.get("name")),
    }


def _while_they_hold(lines: tuple[Line, ...], offer: OfferView) -> tuple[Line, ...]:
    """The lines that say when, each with its last day."""
    untils = offer.when.until or ("",) * len(lines)
    return tuple(Line(text=line.text, until=_day(until)) for line, until in zip(lines, untils, strict=True))


def _pins(rows: Iterable[Any]) -> list[str]:
    """Number and square of the places in these rows."""
    return [f"{row['number']} {row['cell']}" for row in rows if row["number"]]


def sheet_content(sheet: Sheet, guide: GuideView) -> Content:
    """Any other sheet of the binder."""
    parts = {key: _lines(value) for key, value in as_read(sheet.data).items() if key not in _LEFT_OUT}
    if sheet.kind == "front":
        parts["neighbourhood"] = _lines([guide.name.text, guide.publisher.text])
    if sheet.kind == "map":
        parts["points"] = _lines([_point(place) for place in guide.places if place.where.number])
    return parts


def partner_content(sheet: Sheet) -> Content:
    """A partner's own flyer: what is said of it, and its file, of which any change counts."""
    known = ("number", "tab")
    return {
        k: _lines(value) for k, value in as_read(sheet.data).items() if k not in _LEFT_OUT and k not in known
    }


def brochure_content(guide: GuideView, prose: Mapping[str, str], words: Words) -> Content:
    data = as_read(brochure_data(guide, "", prose, words))
    return {key: _lines(data[key]) for key in _OF_THE_BROCHURE}


def _shown(data: Any, offer: OfferView, guide: GuideView) -> list[str]:
    """What the small map on a leaf shows: the walk, the house to ask at, or the place itself."""
    places = {place.id: place for place in guide.places}
    if offer.route:
        return [text for stop in offer.route.stops for text in _point(places.get(stop.place.id))]
    if data["cutout-caption"]:
        return [guide.meeting_house.name.text, *_point(guide.meeting_house)]
    place = offer.where.place if offer.where.number else None
    return [place.text.text, *_point(places.get(place.id))] if place else []


def _point(place: PlaceView | None) -> list[str]:
    return [f"{place.where.lat} {place.where.lon}"] if place else []


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _lines(value: object) -> tuple[Line, ...]:
    return tuple(Line(text=text) for text in _texts(value))


def _texts(value: object) -> Iterator[str]:
    """Everything in the data of a template that is not left out, in its order."""
    match value:
        case str():
            # A longer text may stand on other lines in its file, and say the same.
            if plain := " ".join(value.split()):
                yield plain
        case Mapping():
            for key, item in value.items():
                if key == "function":
                    yield from _texts(item and item["id"])
                elif key not in _LEFT_OUT:
                    yield from _texts(item)
        case list() | tuple():
            for item in value:
                yield from _texts(item)
        case None | False:
            return
        case _:
            yield str(value)
