"""JSON Schema (2020-12) of the files, for editors that help while one types; made from the models.

The schema takes what the reader takes. It knows nothing of what records say of each other (an id
that does not exist, an end before its start): that is for `check`.
"""

import types
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from generator.model import fields, inclusion, schedule
from generator.model.records import Neighbourhood
from generator.model.vocabulary import SignupNeed, Vocabulary
from generator.reading.examples import example_value
from generator.reading.key_texts import key_text
from generator.reading.shelves import MODELS
from generator.reading.traps import Gettext

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def _words(vocabulary: type[Vocabulary]) -> Schema:
    """A closed list, with the Dutch words; the words of the code first, as editors offer them so."""
    return {"enum": [*(member.value for member in vocabulary), *vocabulary.aliases()]}


# What an editor takes for a number or a truth is text for us: 8530, 1e, no.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_DATE: Schema = {"type": "string", "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$"}
_CLOCK: Schema = {
    "type": ["string", "number"],
    "pattern": r"^\d{1,2}(\s*[:.uUhH]\s*(\d{2})?)?\s*(u|uur|h)?\.?$",
}
_LANGUAGE = "^[A-Za-z]{2,3}([_-][A-Za-z]+)*$"
_PERIODS = "(day|days|dag|dagen|week|weeks|weken|month|months|maand|maanden|year|years|jaar)"
_PARSED: Mapping[Callable[..., Any], Schema] = {
    fields.parse_slug: {
        "type": ["string", "integer"],
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "maxLength": 80,
    },
    fields.parse_clock: _CLOCK,
    fields.parse_date: _DATE,
    fields.parse_yes_no: {"enum": [True, False, "yes", "no", "ja", "nee", "neen"]},
    fields.parse_phone: {"type": ["string", "integer"], "pattern": r"^\+?[\d\s./()-]+$"},
    fields.parse_email: {"type": "string", "pattern": r"^[^@\s,;<>\"']+@[A-Za-z0-9.-]+$"},
    fields.parse_web_address: {"type": "string", "pattern": r"^(https?://)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"},
    inclusion.parse_guide_source: {"type": "string", "pattern": r"^https?://|\.json$"},
    fields.parse_repository: {"type": "string", "pattern": r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$"},
    fields.parse_money: {
        "type": ["string", "number"],
        "pattern": r"^(€\s*)?\d+([.,]\d{1,2})?(\s*(€|euro|eur|EURO|EUR))?$",
    },
    fields.parse_count: {"type": ["integer", "string"], "pattern": r"^\d{1,6}$"},
    fields.parse_language: {"type": ["string", "boolean"], "pattern": _LANGUAGE},
    fields.parse_period: {"type": "string", "pattern": rf"^(\d{{1,3}}\s*)?{_PERIODS}$"},
    fields.parse_coordinates: {
        "anyOf": [
            {"type": "string", "pattern": r"^\s*-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*$"},
            {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 2},
        ]
    },
    fields.parse_text: {
        "anyOf": [
            _TEXT,
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": _LANGUAGE},
                "additionalProperties": _TEXT,
            },
        ]
    },
    fields.parse_file_name: {"type": "string", "pattern": r"^[^/\\]+\.(pdf|PDF|png|PNG|jpe?g|JPE?G)$"},
    fields.parse_small_length: {"type": ["number", "string"], "pattern": r"^\d([.,]\d+)?(\s*mm)?$"},
    schedule.parse_day_rule: {"type": "string", "pattern": "^[a-zA-Z0-9]+( +[a-zA-Z]+)?$"},
}
"""What each field takes, by what reads it. Numbers are those of YAML: 9.30 may be a time."""
SHORTHANDS: Mapping[str, Schema] = {
    "_price": {"anyOf": [{"enum": ["free", "gratis"]}, _PARSED[fields.parse_money]]},
    "_signup": _words(SignupNeed),
    "_telephone": _PARSED[fields.parse_phone],
    "_source": _TEXT,
    "_dated": _DATE,
}
"""What may stand in the place of a whole record, by the function that makes a record of it."""
_LEVEL: Schema = {"enum": [1, 2, 3, 4, "1", "2", "3", "4"]}


def typed_pattern(reader: Callable[..., Any]) -> str | None:
    """What a field that is read so looks like when typed, as a regular expression; None if anything goes."""
    pattern: str | None = _PARSED.get(reader, {}).get("pattern")
    return pattern


def offers_schema(_: Gettext) -> Schema:
    return _file(("offers",), _)


def flyers_schema(_: Gettext) -> Schema:
    return _file(("flyers",), _)


def socialmap_schema(_: Gettext) -> Schema:
    shelves = tuple(shelf for shelf in MODELS if shelf not in ("offers", "flyers"))
    return _file(("neighbourhood", *shelves), _)


def _file(keys: Iterable[str], _: Gettext) -> Schema:
    maker = _Maker(_)
    properties = {
        key: {**key_text(key, _), **maker.reference(Neighbourhood)}
        if key == "neighbourhood"
        else {**key_text(key, _), "type": "array", "items": maker.reference(MODELS[key])}
        for key in keys
    }
    return {
        "$schema": DIALECT,
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": dict(sorted(maker.definitions.items())),
    }


class _Maker:
    """Makes the schema of each kind of record once."""

    def __init__(self, gettext: Gettext) -> None:
        self._ = gettext
        self.definitions: dict[str, Schema] = {}

    def reference(self, model: type[BaseModel]) -> Schema:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # A record may hold others of its kind.
            self.definitions[name] = self._record(model)
        return {"$ref": f"#/$defs/{name}"}

    def _record(self, model: type[BaseModel]) -> Schema:
        properties, required = {}, []
        for name, field in model.model_fields.items():
            key = field.alias or name
            properties[key] = self._field(key, field, model)
            if field.is_required():
                required.append(key)
        made: Schema = {"type": "object", "additionalProperties": False}
        return {**made, "properties": properties, **({"required": required} if required else {})}

    def _field(self, key: str, field: FieldInfo, model: type[BaseModel]) -> Schema:
        schema = self._type(field.annotation, tuple(field.metadata))
        texts = key_text(key, self._)
        typed = example_value(key, model.__name__, self._)
        # All is text in an example, as it is in the file.
        examples = {"examples": [yaml.load(typed, Loader=yaml.BaseLoader)]} if typed else {}
        return {**texts, **examples, **schema}

    def _type(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> Schema:
        for validator in reversed(metadata):
            if isinstance(validator, BeforeValidator):
                return self._read_by(validator.func, annotation, metadata)
        if get_origin(annotation) is Annotated:
            inner, *more = get_args(annotation)
            return self._type(inner, tuple(more))
        if get_origin(annotation) in (Union, types.UnionType):
            parts = [self._type(part) for part in get_args(annotation) if part is not type(None)]
            return parts[0] if len(parts) == 1 else {"anyOf": parts}
        if get_origin(annotation) is tuple:
            return {"type": "array", "items": self._type(get_args(annotation)[0])}
        if get_origin(annotation) is Literal:
            return {"enum": list(get_args(annotation))}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.reference(annotation)
        return _TEXT

    def _read_by(self, reader: Any, annotation: Any, metadata: tuple[Any, ...]) -> Schema:
        if reader in _PARSED:
            return _PARSED[reader]
        if isinstance(reader, partial) and reader.func is fields.parse_word:
            return _words(reader.args[0])
        if reader in (fields.as_tuple, fields.as_tuple_or_none):
            item = self._item(annotation)
            none = [{"enum": ["none", "geen", "niets"]}] if reader is fields.as_tuple_or_none else []
            return {"anyOf": [item, {"type": "array", "items": item}, *none]}
        name = reader.__name__
        if name in SHORTHANDS:
            rest = tuple(entry for entry in metadata if not isinstance(entry, BeforeValidator))
            return {"anyOf": [SHORTHANDS[name], self._type(annotation, rest)]}
        if name == "_dutch_level":
            return _LEVEL
        if name == "_no_fourth_step":
            return {"type": "array", "maxItems": 0}
        raise NotImplementedError(f"no schema for what {name} reads")

    def _item(self, annotation: Any) -> Schema:
        """What stands in a list; `annotation` is that of the whole list, or of a list or nothing."""
        if get_origin(annotation) in (Union, types.UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        return self._type(get_args(annotation)[0])
