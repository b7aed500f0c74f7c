"""Checks JSON-LD against the published vocabulary of schema.org: types, properties, domains and ranges."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from tests.tools.paths import ROOT

_MISSING_TYPES = {"Offer": ["Intangible"], "ContactPoint": ["StructuredValue"]}
_MISSING_PROPERTIES = {
    "description": [["Thing"], ["Text"]],
    "url": [["Thing"], ["URL"]],
    "offers": [["Event", "Product", "Service", "CreativeWork", "Trip"], ["Offer", "Demand"]],
    "address": [["Organization", "Person", "Place"], ["PostalAddress", "Text"]],
    "postalCode": [["PostalAddress", "GeoCoordinates", "GeoShape"], ["Text"]],
    "telephone": [["ContactPoint", "Organization", "Person", "Place"], ["Text"]],
    "email": [["ContactPoint", "Organization", "Person"], ["Text"]],
    "availableLanguage": [["ContactPoint", "ServiceChannel"], ["Language", "Text"]],
    "parentOrganization": [["Organization"], ["Organization"]],
}
"""What the extract lacks; see the README beside it."""
_FORMS = {
    "Date": r"\d{4}-\d\d-\d\d",
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d",
    "Time": r"([01]\d|2[0-3]):[0-5]\d",
    "Duration": r"P\d+[DWMY]",
    "URL": r"https?://\S+",
}


@cache
def _vocabulary() -> tuple[dict[str, list[str]], dict[str, list[list[str]]]]:
    text = (ROOT / "tests" / "feeds" / "schemaorg" / "vocabulary.json").read_text(encoding="utf-8")
    found = json.loads(text)
    return found["types"] | _MISSING_TYPES, found["properties"] | _MISSING_PROPERTIES


@cache
def _kinds(name: str) -> frozenset[str]:
    """A type and all that it is a kind of."""
    return frozenset({name}).union(*(_kinds(parent) for parent in _vocabulary()[0].get(name, ())))


def blocks(html: str) -> list[str]:
    """The blocks of JSON-LD in a page, as a browser finds them."""
    return re.findall(r'<script type="application/ld\+json">(.*?)</script', html, re.DOTALL | re.IGNORECASE)


def mistakes(thing: Any, where: str = "") -> Iterator[str]:
    """What is wrong with a thing, and where."""
    types, properties = _vocabulary()
    kind = thing.get("@type")
    where = where or str(thing.get("@id", kind))
    if kind not in types:
        yield f"{where}: no type {kind}"
        return
    for name, values in thing.items():
        if name.startswith("@"):
            continue
        if name not in properties:
            yield f"{where}: no property {name}"
            continue
        domain, expected = properties[name]
        if not _kinds(kind) & set(domain):
            yield f"{where}: {kind} has no {name}"
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, dict):
                if not _kinds(value.get("@type", "")) & set(expected):
                    yield f"{where}: {name} is no {value.get('@type')}"
                yield from mistakes(value, f"{where} {name}")
            elif not any(_fits(value, each) for each in expected):
                yield f"{where}: {name} is not {value!r}"
    zone = thing.get("scheduleTimezone")
    if zone and zone not in available_timezones():
        yield f"{where}: no zone {zone}"


def _fits(value: object, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "Boolean"
    if isinstance(value, int | float):
        return kind == "Number" or (kind == "Integer" and isinstance(value, int))
    if not isinstance(value, str) or not value:
        return False
    if kind in _FORMS:
        return re.fullmatch(_FORMS[kind], value) is not None
    member = value.removeprefix("https://schema.org/")
    if "Enumeration" in _kinds(kind):
        return member != value and member in _MEMBERS.get(kind, ())
    return kind == "Text"


_MEMBERS = {
    "DayOfWeek": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "EventStatusType": ("EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled"),
    "EventAttendanceModeEnumeration": ("OfflineEventAttendanceMode", "OnlineEventAttendanceMode"),
}
