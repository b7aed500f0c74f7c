"""Changes of tables -> the texts of the files: the values that differ, and not one byte besides."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml

from generator.reading.editing import Editing
from generator.reading.files import FLYER_KEYS, OFFER_KEYS
from generator.reading.writing import Style, entry
from generator.tables.columns import NEIGHBOURHOOD, columns_of
from generator.tables.merging import Change
from generator.tables.rows import CHOICES, Data, placed_records, shortened

Texts = Mapping[str, str]
"""Name of a file -> its text."""


def file_of(shelf: str, files: Sequence[str]) -> str:
    """Which of the files (offers, social map, flyers) has a list."""
    return files[0] if shelf in OFFER_KEYS else files[2] if shelf in FLYER_KEYS else files[1]


def apply(changes: Sequence[Change], texts: Texts, files: Sequence[str]) -> dict[str, str]:
    """The texts of the files that change. Files that are not there yet begin empty."""
    made: dict[str, str] = {}
    for name in files:
        own = [change for change in changes if file_of(change.shelf, files) == name]
        if own:
            made[name] = _changed(texts.get(name, ""), own)
    return made


def _changed(text: str, changes: Sequence[Change]) -> str:
    text, changes = _begun(text, changes)
    editing = Editing(text)
    for change in changes:
        if change.before:
            for key in change.fields:
                _set_field(editing, (*change.before.path, key), change, key)
    below = _choices_below(changes)
    for change in changes:
        if change.before is None and not change.under:
            editing.append_record(change.shelf, _grown(change, below))
    text = editing.text
    new = {change.id for change in changes if change.before is None}
    for parent, choices in below.items():
        if parent not in new:
            text = _with_choices(text, parent, [_grown(choice, below) for choice in choices])
    return text


def _begun(text: str, changes: Sequence[Change]) -> tuple[str, Sequence[Change]]:
    """A new file begins with its neighbourhood, which is no list."""
    new = [change for change in changes if change.shelf == NEIGHBOURHOOD and change.before is None]
    for change in new:
        text = "\n".join(entry(NEIGHBOURHOOD, _grown(change, {}), 0, Style())) + "\n" + text
    return text, [change for change in changes if change not in new]


def _set_field(editing: Editing, path: tuple[str | int, ...], change: Change, key: str) -> None:
    old = change.before.data.get(key) if change.before else None
    new = change.after.get(key)
    nested = any(column.path[0] == key and len(column.path) == 2 for column in columns_of(change.shelf))
    if new is None:
        editing.remove_key(path)
    elif nested and isinstance(old, Mapping) and isinstance(new, Mapping) and set(old) & set(new):
        for inner in (*new, *(gone for gone in old if gone not in new)):
            if inner not in new:
                editing.remove_key((*path, inner))
            elif new[inner] != old.get(inner):
                editing.set_value((*path, inner), new[inner])
    else:
        editing.set_value(path, _short(change.shelf, key, new))


def _short(shelf: str, key: str, value: Any) -> Any:
    return shortened(shelf, key, dict(value)) if isinstance(value, Mapping) else value


def _choices_below(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The new choices by the id of what they belong to."""
    below: dict[str, list[Change]] = {}
    for change in changes:
        if change.before is None and change.under:
            below.setdefault(change.under, []).append(change)
    return below


def _grown(change: Change, below: Mapping[str, Sequence[Change]]) -> Data:
    """A new record as it is written, with the choices that belong to it."""
    data = {key: _short(change.shelf, key, value) for key, value in change.after.items()}
    choices = [_grown(choice, below) for choice in below.get(change.id, ())]
    return {**data, CHOICES: choices} if choices else data


def _with_choices(text: str, parent: str, choices: Sequence[Any]) -> str:
    """New choices behind those that a question has already."""
    data = yaml.load(text.removeprefix("\ufeff"), Loader=yaml.CBaseLoader)
    for placed in placed_records("questions", data["questions"]):
        if placed.data.get("id") == parent:
            here = data
            for part in placed.path:
                here = here[part]
            editing = Editing(text)
            editing.set_value((*placed.path, CHOICES), [*here.get(CHOICES, ()), *choices])
            return editing.text
    return text
