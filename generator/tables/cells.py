"""What stands in a cell, and what it says: typed data as from a file, in words that people can type.

A text is itself. A list is one cell, with commas or line breaks in it. A record within a record is a line
as it would be in a file, without braces: `every: week, on: friday, from: 9:30`. Whatever could be misread
is put in quotes, so that each cell reads back as it was.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, TypeGuard

import yaml
from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from generator.model import fields
from generator.model.vocabulary import Function, Tariff, Vocabulary
from generator.reading.key_texts import key_text
from generator.reading.keys import keys_of
from generator.reading.traps import Gettext
from generator.reading.writing import inline
from generator.tables.columns import Column, Shape

_DEEPEST = 40
"""Brackets in brackets: far more than a record has."""
_BULLET = re.compile(r"^[-•*–]\s+")
_KEY = re.compile(r"^([^\W\d][\w\s'’-]*):(?:\s|$)")
_NOTHING = ("~", "null", "")
_YES, _NO = "yes", "no"


class CellError(Exception):
    """A cell that cannot be read; both texts are in the language of staff."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def read_cell(text: str, column: Column, _: Gettext) -> object:
    """The data of a cell, as the reader of files has it; None if there is nothing. May raise CellError."""
    plain = text.strip(" \t\r")
    if not plain.strip():
        return None
    match column.shape:
        case Shape.ONE:
            return _one(plain, column)
        case Shape.WORDING:
            return _wording(plain.strip())
        case Shape.WORDS:
            words = [_word(part, column) for part in _parts(plain) if part]
            return words[0] if len(words) == 1 else words or None
        case Shape.LINES:
            return [_line(line, column) for line in _lines(plain)] or None
        case Shape.RECORDS:
            assert column.inner is not None
            return [_record(line, column.inner, _) for line in _lines(plain)] or None


def write_cell(value: object, column: Column) -> str:
    """The text of a cell that reads back as this value; empty for None."""
    if value is None:
        return ""
    match column.shape:
        case Shape.ONE:
            return _shown(value, column)
        case Shape.WORDING:
            return _written_wording(value)
        case Shape.WORDS:
            return ", ".join(_shown(item, column) for item in _items(value))
        case Shape.LINES:
            return "\n".join(_written_line(item, column) for item in _items(value))
        case Shape.RECORDS:
            assert column.inner is not None
            return "\n".join(_written_record(item, column) for item in _items(value))


def said_in_dutch(vocabulary: type[Vocabulary]) -> dict[str, str]:
    """The words of a closed list -> how staff say them: the first Dutch word where there is one."""
    said = {member.value: member.value for member in vocabulary}
    if vocabulary not in _SAID_AS_WRITTEN:
        for alias, value in reversed(vocabulary.aliases().items()):
            said[value] = alias
    return said


_SAID_AS_WRITTEN = (Function, Tariff)
"""Lists whose own words are Dutch, or names."""


def _items(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


# One value


def _one(plain: str, column: Column) -> str:
    if column.reads is None:
        return plain
    return _word(" ".join(plain.split()), column)


def _word(typed: str, column: Column) -> str:
    """The word of the files for what somebody typed: `service` for "Dienst"; else as it is."""
    word = _BULLET.sub("", typed.strip())
    try:
        if column.words:
            return fields.parse_word(column.words, word).value
        if column.reads is fields.parse_yes_no:
            return _YES if fields.parse_yes_no(word) else _NO
    except PydanticCustomError:
        pass
    return "none" if column.or_none and word.lower() in ("geen", "niets") else word


def _shown(value: object, column: Column) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    text = str(value)
    word = _word(text, column) if column.reads else text
    if column.words and word in (said := said_in_dutch(column.words)):
        return said[word]
    if column.reads is fields.parse_yes_no:
        return {_YES: "ja", _NO: "nee"}.get(word, text)
    return "geen" if column.or_none and word == "none" else text


def _parts(plain: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", plain.strip().strip("[]")) if part.strip()]


# Texts


def _wording(plain: str) -> object:
    """A text, or `{nl: ..., fr: ...}` where a language is named."""
    found = _flow(plain) if plain.startswith("{") else None
    if not _is_translated(found):
        return plain
    return found[fields.FIRST_LANGUAGE] if list(found) == [fields.FIRST_LANGUAGE] else found


def _is_translated(found: object) -> TypeGuard[dict[str, str]]:
    return (
        isinstance(found, dict)
        and bool(found)
        and all(key in fields.known_languages() and isinstance(text, str) for key, text in found.items())
    )


def _written_wording(value: Any) -> str:
    if isinstance(value, Mapping) and list(value) == [fields.FIRST_LANGUAGE]:
        value = value[fields.FIRST_LANGUAGE]
    if isinstance(value, Mapping):
        return inline({key: str(text).strip() for key, text in value.items()})
    text = str(value).strip()
    return text if _wording(text) == text else inline({fields.FIRST_LANGUAGE: text})


def _lines(plain: str) -> list[str]:
    return [line.strip() for line in plain.splitlines() if line.strip()]


def _line(line: str, column: Column) -> object:
    text = _BULLET.sub("", line)
    if text.startswith('"') and isinstance(found := _flow(text), str):
        return found
    return text if column.reads is None else _wording(text)


def _written_line(item: Any, column: Column) -> str:
    if isinstance(item, Mapping):
        return inline(item)
    text = str(item).strip()
    return text if "\n" not in text and _line(text, column) == text else json.dumps(text, ensure_ascii=False)


# Records within a record


def _record(line: str, model: type[BaseModel], _: Gettext) -> object:
    """`number: 056 00 00 00, label: onthaal` -> its keys; a line without keys is itself."""
    text = _BULLET.sub("", line)
    if text.startswith('"') and isinstance(found := _flow(text), str):
        return found
    names = _names(model, _)
    first = _KEY.match(text)
    if not text.startswith("{") and not (first and first[1].rstrip().lower() in names):
        return text
    found = _flow(text if text.startswith("{") else f"{{{text}}}")
    if not isinstance(found, dict):
        raise CellError(
            _("This line cannot be read: {line}").format(line=text),
            _("Put a comma between the parts, and a text with a comma or a colon between double quotes."),
        )
    known = {names.get(key.lower(), key): value for key, value in found.items()}
    return {key: value for key, value in known.items() if value != "" or key not in keys_of(model)}


def _names(model: type[BaseModel], _: Gettext) -> dict[str, str]:
    """What a key may be called: by itself, or by its title."""
    keys = keys_of(model)
    titles = {key_text(key, _).get("title", key).lower(): key for key in reversed(keys)}
    return titles | {key.lower(): key for key in keys}


def _written_record(item: Any, column: Column) -> str:
    assert column.inner is not None
    if isinstance(item, str):
        text = item.strip()
        plain = "\n" not in text and _record(text, column.inner, str) == text
        return text if plain else json.dumps(text, ensure_ascii=False)
    return inline(item)[1:-1]


# YAML on one line


def _flow(text: str) -> Any:
    """What a piece of YAML says; None if it is none."""
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth += 1 if bracket in "[{" else -1
        if depth > _DEEPEST:
            return None
    try:
        # What is told once and named in itself again and again would grow without end.
        if "*" in text and any(isinstance(e, yaml.AliasEvent) for e in yaml.parse(text, yaml.CBaseLoader)):
            return None
        return yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return None
