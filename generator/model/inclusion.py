"""What a neighbourhood takes over from the published guide of a region, and whose each record is."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Slug, Text, parse_web_address
from generator.model.record import Many, Record

EVERYTHING = "all"
SHELVES = ("organisations", "helplines")
"""The lists of which records can be taken over; the places of these organisations come along."""
_FILE = re.compile(r"^[^\x00-\x1f\\:?#]+\.json$")


def parse_guide_source(value: Any) -> str:
    """The web address of a `guide.json`, or the name of such a file, from the folder of the neighbourhood."""
    text = value.strip() if isinstance(value, str) else ""
    if _FILE.match(text):
        return text
    if text.startswith(("http://", "https://")):
        return parse_web_address(text)
    raise PydanticCustomError("guide_source", "neither an address nor a file")


class Inclusion(Record):
    """A guide of which records are taken over. `fetch` keeps it in `content/included/<id>.json`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Slug
    source: Annotated[str, BeforeValidator(parse_guide_source), Field(alias="from")]
    organisations: Annotated[tuple[Slug, ...], Many] = ()
    """Their ids there, or `all`."""
    helplines: Annotated[tuple[Slug, ...], Many] = ()

    @model_validator(mode="after")
    def _takes_something(self) -> Self:
        if not self.organisations and not self.helplines:
            raise PydanticCustomError("takes_nothing", "nothing is taken over", {"at": "id"})
        return self


@dataclass(frozen=True)
class Home:
    """Who keeps a record that was taken over."""

    name: Text
    """Of the guide that keeps it."""
    site: str
    """The address of that guide, with a trailing slash."""
    url: str
    """Where the record stands there; empty for what has no page of its own."""
    fetched: date
    unreviewed: tuple[str, ...] = ()
    """Codes of languages in which no speaker has checked all of its texts."""
    own: frozenset[str] = frozenset()
    """The keys that the neighbourhood wrote itself: these win."""

    @property
    def keeps_the_check(self) -> bool:
        """Whether it is theirs to ask whether the record is still right."""
        return "checked" not in self.own
