"""The links that lead out of the guide, and what became of them when somebody last looked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel

from generator.model.guide import Guide
from generator.model.translations import FOLDERS
from generator.problems import Location

_LINKS = ("website", "url")


@dataclass(frozen=True)
class OutsideLink:
    """One place where an address is named."""

    address: str
    path: str
    """Of the field, as translators know texts: "socialmap/organisations/vdab/website"; empty for a page."""
    name: str
    """The Dutch name of the record, or the file."""
    location: Location = field(default=Location(""))


@dataclass(frozen=True)
class LinkState:
    """What came of one address."""

    on: date
    """The day on which it was asked."""
    status: int = 0
    """The HTTP status; 0 where no answer came."""
    trouble: str = ""
    """Without an answer: timeout, name, refused, secure or other."""
    moved: str = ""
    """Where it leads now, if it leads somewhere else for good."""

    @property
    def alive(self) -> bool:
        return 200 <= self.status < 400

    @property
    def dead(self) -> bool:
        """Whether nobody can read it; who only keeps programs out (401, 403, 405, 429...) is not dead."""
        return self.status in (404, 410) or self.status >= 500 or self.status == 0


@dataclass(frozen=True)
class LinkReport:
    """The last look at all links."""

    on: date | None = None
    """The day of it; None if nobody ever looked."""
    states: Mapping[str, LinkState] = field(default_factory=dict)
    """Address -> what came of it."""


def outside_links(guide: Guide) -> Iterator[OutsideLink]:
    """Every outside address that the records publish."""
    for shelf, folder in FOLDERS.items():
        for record in getattr(guide, shelf):
            if getattr(record, "publish", True):
                title = getattr(record, "name", None) or getattr(record, "question", None) or record.title
                name = getattr(title, "first", title)
                for path, address in _links_in(record, f"{folder}/{record.id}"):
                    yield OutsideLink(address, path, name)


def _links_in(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            inner = getattr(value, name)
            if name in _LINKS and isinstance(inner, str):
                yield f"{path}/{name}", inner
            elif isinstance(inner, BaseModel | tuple):
                yield from _links_in(inner, f"{path}/{info.alias or name}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _links_in(item, f"{path}/{number}")
