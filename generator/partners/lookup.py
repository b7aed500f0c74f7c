"""Looks into PDF objects whose shape nobody vouches for."""

from typing import Any

from pypdf.generic import DictionaryObject, PdfObject


def value_of(holder: PdfObject | None, key: str) -> Any:
    """What a dictionary (or stream) has under a key, wherever that stands; None if it has nothing."""
    if not isinstance(holder, DictionaryObject) or key not in holder:
        return None
    return holder[key]


def number_of(holder: PdfObject | None, key: str, default: int = 0) -> int:
    """A whole number; ValueError or TypeError if something else stands there."""
    value = value_of(holder, key)
    return default if value is None else int(value)
