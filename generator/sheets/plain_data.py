"""Views as data that JSON can hold."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def plain(view: "DataclassInstance") -> dict[str, Any]:
    """The fields of a view by name, and so on within it.

    As `dataclasses.asdict`, which also copies each text and number: a tenth of a build where all is kept.
    """
    return {name: _plain(getattr(view, name)) for name in _names(type(view))}


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is str or value is None:
        return value
    if kind is tuple or kind is list:
        return kind(_plain(item) for item in value)
    if kind is dict:
        return {key: _plain(item) for key, item in value.items()}
    return plain(value) if is_dataclass(value) and not isinstance(value, type) else value


@cache
def _names(kind: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
