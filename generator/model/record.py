"""What all records have in common: the base, where they come from, when they were checked."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.model.fields import CalendarDate, Duration, Slug, WebAddress, as_tuple

Many = BeforeValidator(as_tuple)


class Record(BaseModel):
    """The base of all records: frozen, and a key that we do not know is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Record):
    """Where a statement comes from: a title, and the address or the lines if known."""

    title: str
    url: WebAddress | None = None
    lines: str | None = None


def _source(value: Any) -> Any:
    return {"title": value} if isinstance(value, str) else value


SourceField = Annotated[Source, BeforeValidator(_source)]


class Checked(Record):
    """Who confirmed a record, when and how."""

    on: CalendarDate
    by: str | None = None
    how: str | None = None


class Kept(Record):
    """What every published record has: an identity, a source, a check."""

    id: Slug
    previous_ids: Annotated[tuple[Slug, ...], Many] = ()
    source: Annotated[tuple[SourceField, ...], Many] = ()
    checked: Checked | None = None
    review_every: Duration | None = None
    internal: str | None = None
    """A note among staff; it is never published."""
