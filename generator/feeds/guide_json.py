"""The whole guide as one JSON file, and the JSON Schema that says what is in it."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.feeds.indented import indented
from generator.views.published_shapes import PublishedGuide

FILE = "data/guide.json"
SCHEMA_FILE = "data/guide.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def _adapter() -> TypeAdapter[PublishedGuide]:
    """Made at its first use: it takes a quarter of a second, and most commands need none."""
    return TypeAdapter(PublishedGuide)


def render_guide(guide: PublishedGuide) -> bytes:
    return _adapter().dump_json(guide) + b"\n"


def render_schema(guide: PublishedGuide) -> bytes:
    """Made from the shapes themselves; every key is always there."""
    schema = _without_titles(_adapter().json_schema(mode="serialization"))
    whole = {"$schema": _DIALECT, "$id": f"{guide.site}{SCHEMA_FILE}", "title": "Stekwijzer", **schema}
    return indented(whole)


def _without_titles(schema: Any) -> Any:
    """Pydantic makes a title of each name, which says nothing more."""
    if isinstance(schema, dict):
        return {
            key: _without_titles(value)
            for key, value in schema.items()
            if key != "title" or not isinstance(value, str)
        }
    return [_without_titles(item) for item in schema] if isinstance(schema, list) else schema
