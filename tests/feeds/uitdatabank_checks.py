"""What UiTdatabank wants of places and events, written down anew from publiq's public documentation.

Its own JSON Schemas (publiq/udb3-json-schemas) are GPL-3.0 and so not here; these are our reading of what
they, docs.publiq.be and the validators of cultuurnet/udb3-backend say, stricter where we can be: no unknown
keys, no keys that only the system may write (`languages`, `geo`, `availableTo`, a price of `uitpas`).
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from jsonschema import Draft202012Validator

_ZONE = ZoneInfo("Europe/Brussels")
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_CLOCK = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
_TEXT = {"type": "string", "pattern": r"\S"}


def _object(needed: dict[str, Any], more: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": needed | (more or {}),
        "required": list(needed),
        "additionalProperties": False,
    }


def _list(items: Any, least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


def _said(longest: int | None = None) -> dict[str, Any]:
    text = _TEXT | ({"maxLength": longest} if longest else {})
    languages = dict.fromkeys(("nl", "fr", "de", "en"), text)
    return {"type": "object", "properties": languages, "minProperties": 1, "additionalProperties": False}


_NAME = _said() | {"required": ["nl"]}
_HOURS = _list(
    _object(
        {"opens": _CLOCK, "closes": _CLOCK, "dayOfWeek": _list({"enum": _WEEKDAYS}) | {"uniqueItems": True}}
    )
)
_CLOSED = _list(_object({"startDate": _DAY, "endDate": _DAY}, {"description": _said(1000)}))
_ADJUSTED = _list(
    _object({"startDate": _DAY, "endDate": _DAY, "openingHours": _HOURS}, {"description": _said(1000)})
)
_STATUS = _object(
    {"type": {"enum": ["Available", "Unavailable", "TemporarilyUnavailable"]}}, {"reason": _said()}
)
_PRICE = _object(
    {
        "category": {"enum": ["base", "tariff"]},
        "name": _NAME,
        "price": {"type": "number", "minimum": 0},
        "priceCurrency": {"const": "EUR"},
    }
)
_EMAIL = {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+\.[^@\s]+$"}
_URL = {"type": "string", "pattern": r"^https?://[^\s]+$"}
_COMMON = {
    "mainLanguage": {"const": "nl"},
    "name": _NAME,
    "terms": _list(_object({"id": {"type": "string"}, "domain": {"const": "eventtype"}})) | {"maxItems": 1},
}
_OPTIONAL = {
    "openingHours": _HOURS,
    "openingHoursClosedDays": _CLOSED,
    "openingHoursAdjustedDays": _ADJUSTED,
    "description": _said() | {"required": ["nl"]},
    "contactPoint": _object({"phone": _list(_TEXT, 0), "email": _list(_EMAIL, 0), "url": _list(_URL, 0)}),
}
_ADDRESS = _object(
    {
        "addressCountry": {"const": "BE"},
        "addressLocality": _TEXT,
        "postalCode": {"type": "string", "pattern": r"^\d{4}$"},
        "streetAddress": _TEXT,
    }
)
_PLACE = _object(
    _COMMON | {"calendarType": {"const": "permanent"}, "address": _object({"nl": _ADDRESS})}, _OPTIONAL
)
_EVENT = _object(
    _COMMON
    | {
        "calendarType": {"enum": ["single", "multiple", "periodic"]},
        "location": _object({"@id": _URL}),
        "audience": _object({"audienceType": {"enum": ["everyone", "members"]}}),
        "attendanceMode": {"const": "offline"},
    },
    _OPTIONAL
    | {
        "startDate": _MOMENT,
        "endDate": _MOMENT,
        "subEvent": _list(_object({"startDate": _MOMENT, "endDate": _MOMENT, "status": _STATUS})),
        "priceInfo": _list(_PRICE),
        "bookingInfo": _object({}, {"phone": _TEXT, "email": _EMAIL}) | {"minProperties": 1},
        "labels": _list({"type": "string", "minLength": 2, "maxLength": 255, "pattern": "^[^;]+$"}),
    },
)
_NEEDED = {
    "single": {"subEvent"},
    "multiple": {"subEvent"},
    "periodic": {"startDate", "endDate", "openingHours"},
    "permanent": set[str](),
}
_OF_A_WEEK = {"startDate", "endDate", "openingHours", "openingHoursClosedDays", "openingHoursAdjustedDays"}


def mistakes(record: dict[str, Any]) -> Iterator[str]:
    """All that UiTdatabank would refuse of an event or a place, as far as its documentation tells."""
    schema = _EVENT if "location" in record else _PLACE
    found = [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(record)
    ]
    yield from found
    if not found:
        yield from _calendar(record)
        yield from _prices(record)
        if "location" in record and not record.get("description"):
            yield "no description"


def _calendar(record: dict[str, Any]) -> Iterator[str]:
    kind = record["calendarType"]
    if missing := _NEEDED[kind] - set(record):
        yield f"{kind} needs {missing}"
    if kind in ("single", "multiple"):
        if _OF_A_WEEK & set(record):
            yield f"{kind} has the keys of a week"
        if (len(record["subEvent"]) == 1) != (kind == "single"):
            yield f"{kind} with {len(record['subEvent'])} times"
    elif "subEvent" in record:
        yield f"{kind} has single times"
    for time in (record, *record.get("subEvent", ())):
        if "startDate" in time:
            first, last = (datetime.fromisoformat(time[key]) for key in ("startDate", "endDate"))
            if last < first:
                yield f"{time} ends before it starts"
            for moment in (first, last):
                if moment.utcoffset() != moment.replace(tzinfo=_ZONE).utcoffset():
                    yield f"{moment} is not the time of Belgium"
    for time in record.get("subEvent", ()):
        if "reason" in time["status"] and time["status"]["type"] == "Available":
            yield f"{time} has a reason to be on"
    for key in ("openingHoursClosedDays", "openingHoursAdjustedDays"):
        spans = [
            (date.fromisoformat(s["startDate"]), date.fromisoformat(s["endDate"]))
            for s in record.get(key, ())
        ]
        if any(last < first for first, last in spans):
            yield f"{key}: ends before it starts"
        if any(second[0] <= first[1] for first, second in pairwise(sorted(spans))):
            yield f"{key}: two spans meet"
        if kind == "periodic" and spans:
            start, end = (record[side][:10] for side in ("startDate", "endDate"))
            if any(first.isoformat() < start or last.isoformat() > end for first, last in spans):
                yield f"{key}: outside the period"
    for hours in record.get("openingHours", ()):
        if hours["closes"] < hours["opens"]:
            yield f"{hours} closes before it opens"


def _prices(record: dict[str, Any]) -> Iterator[str]:
    prices = record.get("priceInfo", [])
    if prices and [price["category"] for price in prices].count("base") != 1:
        yield "not exactly one basic price"
    names = [price["name"]["nl"] for price in prices]
    if len(names) != len(set(names)):
        yield "two prices with one name"
    if any(re.search("uitpas", name, re.IGNORECASE) for name in names):
        yield "a price with UiTPAS"


def expanded(event: dict[str, Any]) -> set[tuple[date, str, str, bool]]:
    """(day, starts, ends, cancelled) of each time of an event, as its reader finds them."""
    found: set[tuple[date, str, str, bool]] = set()
    for time in event.get("subEvent", ()):
        off = time["status"]["type"] != "Available"
        starts, ends = time["startDate"][11:16], time["endDate"][11:16]
        found.add((date.fromisoformat(time["startDate"][:10]), starts, ends, off))
    if event["calendarType"] != "periodic":
        return found
    ordinals = (date.fromisoformat(event[key][:10]).toordinal() for key in ("startDate", "endDate"))
    first, last = ordinals
    for day in map(date.fromordinal, range(first, last + 1)):
        found |= {(day, opens, closes, False) for opens, closes in open_on(event, day)}
    return found


def open_on(record: dict[str, Any], day: date) -> set[tuple[str, str]]:
    """The hours of a day: closed days go before other hours, and these before those of the week."""
    said = day.isoformat()

    def of(key: str) -> list[Any]:
        return [span for span in record.get(key, ()) if span["startDate"] <= said <= span["endDate"]]

    if of("openingHoursClosedDays"):
        return set()
    other = of("openingHoursAdjustedDays")
    week = other[0]["openingHours"] if other else record["openingHours"]
    return {(h["opens"], h["closes"]) for h in week if _WEEKDAYS[day.weekday()] in h["dayOfWeek"]}
