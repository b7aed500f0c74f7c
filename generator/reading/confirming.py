"""Writes "still right" into the text that people typed: a record's `checked`, and not one byte besides."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from generator.reading.editing import Editing


@dataclass(frozen=True)
class Confirmation:
    """That somebody says that records are still right."""

    on: date
    by: str
    how: str | None = None

    @property
    def fields(self) -> dict[str, str]:
        told = {"on": self.on.isoformat(), "by": self.by, "how": self.how}
        return {key: text for key, text in told.items() if text}


def confirm_records(text: str, shelf: str, ids: Collection[str], confirmation: Confirmation) -> str:
    """The text of a file in which these records of a list ("offers") are confirmed.

    The file must be one that reads without mistakes, and hold every one of them.
    """
    editing = Editing(text)
    for name in ids:
        path = (shelf, name, "checked")
        before = editing.block_keys(path)
        if not before:
            editing.set_value(path, confirmation.fields)
            continue
        # Field by field, so that a remark behind one of them stays.
        for key, value in confirmation.fields.items():
            editing.set_value((*path, key), value)
        if "how" in before and not confirmation.how:
            # How it was checked the last time says nothing of this time.
            editing.remove_key((*path, "how"))
    return editing.text
