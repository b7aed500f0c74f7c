"""A published guide as somebody else's website gives it: checked to the last string, or refused.

The schema is our own, `data/guide.schema.json`. A key more does not matter: theirs may be a newer version.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from generator.model.fields import known_languages
from generator.model.vocabulary import Function
from generator.reading.tree import MOST_CHARACTERS
from generator.views.published_shapes import PublishedGuide, PublishedPlace

MAX_BYTES = 20_000_000
"""A guide of a thousand offers is some 5 MB."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that are no text; those that turn the direction could make a text read as another."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_THEMES, _MOST_OF_ONE, _LONGEST_NAME = 100, 20, 120
"""In a guide, of a record, and letters of its name: a region makes a page of each, in each language."""
_FUNCTIONS = frozenset(function.value for function in Function)
_LISTS = ("themes", "places", "organisations", "offers", "helplines", "finder")


class NotAGuideError(Exception):
    """`where` is the way to what is wrong ("organisations.3.name"), `why` one word of what.

    large, json, schema, format, address, id, twice, language, control or long.
    """

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(f"{why} {where}".rstrip())
        self.why, self.where = why, where


@cache
def _adapter() -> TypeAdapter[PublishedGuide]:
    return TypeAdapter(PublishedGuide)


def read_published(raw: bytes) -> PublishedGuide:
    """The guide in a file of a stranger, without what is secret by its own word. Raises NotAGuideError."""
    if len(raw) > MAX_BYTES:
        raise NotAGuideError("large")
    try:
        guide = _adapter().validate_json(raw.removeprefix(b"\xef\xbb\xbf"), extra="ignore")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        if first["type"] == "json_invalid":
            raise NotAGuideError("json") from error
        raise NotAGuideError("format" if where == "format" else "schema", where) from error
    _check(guide)
    return replace(guide, places=tuple(map(_without_its_secret, guide.places)))


def as_json(guide: PublishedGuide) -> dict[str, Any]:
    """The same as plain values, every key in its place."""
    plain: dict[str, Any] = json.loads(_adapter().dump_json(guide))
    return plain


def _without_its_secret(place: PublishedPlace) -> PublishedPlace:
    """A careless neighbour may tell where a confidential place is: it must not reach our files or pages."""
    if not place.confidential:
        return place
    return replace(
        place, address="", postal_code="", city="", lat=None, lon=None, directions={}, uitdatabank=""
    )


def _check(guide: PublishedGuide) -> None:
    """What the schema cannot say."""
    if not _is_web(guide.site) or not guide.site.endswith("/"):
        raise NotAGuideError("address", "site")
    west, south, east, north = guide.bounds
    # JSON as Pydantic reads it has numbers without end, too.
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise NotAGuideError("schema", "bounds")
    for code in guide.languages:
        if code not in known_languages():
            raise NotAGuideError("language", "languages")
    for name in _LISTS:
        seen: set[str] = set()
        for number, record in enumerate(getattr(guide, name)):
            where = f"{name}.{number}"
            if not _SLUG.fullmatch(record.id) or len(record.id) > 80:
                raise NotAGuideError("id", where)
            if record.id in seen:
                raise NotAGuideError("twice", where)
            seen.add(record.id)
            if not getattr(record, "url", guide.site).startswith(guide.site):
                raise NotAGuideError("address", where)
            home = getattr(record, "home", None)
            if home and not (_is_web(home.site) and (home.url or home.site).startswith(home.site)):
                raise NotAGuideError("address", f"{where}.home")
            if len(getattr(record, "themes", ())) > _MOST_OF_ONE:
                raise NotAGuideError("long", f"{where}.themes")
            if not _FUNCTIONS.issuperset(getattr(record, "functions", ())):
                raise NotAGuideError("schema", f"{where}.functions")
    if len(guide.themes) > _MOST_THEMES:
        raise NotAGuideError("long", "themes")
    for number, theme in enumerate(guide.themes):
        if any(len(name) > _LONGEST_NAME for name in theme.name.values()):
            raise NotAGuideError("long", f"themes.{number}.name")
    for where, text in _strings(guide, ""):
        if _CONTROL.search(text):
            raise NotAGuideError("control", where)
        if len(text) > MOST_CHARACTERS:
            raise NotAGuideError("long", where)


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    clean = not re.search(r"[\s\"'<>\\]", address)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username and clean


def _strings(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif is_dataclass(value):
        for each in fields(value):
            yield from _strings(getattr(value, each.name), f"{where}.{each.name}".lstrip("."))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(key, where)
            yield from _strings(item, f"{where}.{key}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _strings(item, f"{where}.{number}")
