"""The data of a template: texts, numbers, lists, mappings, and views, of which it reads the fields."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import from_json, to_json


def as_json(data: object) -> str:
    """As the JSON that templates read: of a view its fields, and so on within it."""
    return to_json(data).decode()


def as_read(data: Mapping[str, object]) -> dict[str, Any]:
    """As a template has it when it has read it: without views."""
    read: dict[str, Any] = from_json(to_json(data))
    return read
