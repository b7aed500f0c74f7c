"""A mistake in one field, as it is known before it is put into words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.reading.examples import example
from generator.reading.traps import Gettext


@dataclass(frozen=True)
class Mistake:
    """One mistake in one field.

    `key` is the key as typed; `typed` what stands there, if it is one value; `context`
    what the field says of it; `ids` the ids that exist, for a field that names one.
    """

    type: str
    key: str
    typed: str | None
    value: object
    context: Mapping[str, Any]
    is_list: bool
    ids: Collection[str] = ()
    record: str = ""
    """The kind of record that holds the key, such as `Schedule`."""
    called: Mapping[str, str] = field(default_factory=dict)
    """What else the records with these ids are called, as slugs."""
    today: date | None = None
    in_list: bool = False
    """Whether it really stands in a list, and not as one value instead of it."""

    def line(self, value: str) -> str:
        """What to type in its place."""
        return value if self.in_list else f"{self.key}: {value}"

    def example(self, _: Gettext) -> str:
        return example(self.key, self.record, _, self.ids)


Answer = tuple[str, str]
"""Message and remedy."""


def for_example(text: str, _: Gettext) -> str:
    return _("Write for example: {example}").format(example=text)
