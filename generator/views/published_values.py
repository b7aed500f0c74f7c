"""What fields of published records are made of: days, hours, prices, contacts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

Texts = Mapping[str, str]
"""Code of a language -> text; empty when nothing is known."""
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of the wall clock in Belgium: "09:30"."""
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Closed = Literal["school holidays", "public holidays"]
State = Literal["planned", "running", "paused", "ended"]


class Described:
    """What makes the docstrings of the fields descriptions in the JSON Schema; a key more is a mistake."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        # What has a default here is only for files of before that key: we always write it.
        json_schema_serialization_defaults_required=True,
    )


@dataclass(frozen=True)
class PublishedDay(Described):
    """A weekday; with `nth` that of the month: 1 to 4, or -1 for the last."""

    weekday: Weekday
    nth: int | None


@dataclass(frozen=True)
class PublishedDate(Described):
    """A date of its own, with its hours where these are known."""

    on: date
    starts: Clock | None
    ends: Clock | None
    note: Texts
    """What is special about this time."""


@dataclass(frozen=True)
class PublishedCancellation(Described):
    """A date on which it does not take place."""

    on: date
    reason: Texts


@dataclass(frozen=True)
class PublishedSchedule(Described):
    """When something takes place, as its author wrote it: a rule, dates, or only words."""

    wording: str
    """The same as one says it in Dutch."""
    every: int | None
    """Each so many of `unit`."""
    unit: Literal["days", "weeks", "months", "years"] | None
    on: tuple[PublishedDay, ...]
    part: Literal["morning", "afternoon", "evening"] | None
    """For when only the part of the day is known."""
    starts: Clock | None
    ends: Clock | None
    since: date | None
    """The day from which the rule holds; it also says which weeks or months count."""
    last: date | None
    """The last day on which the rule holds."""
    closed: tuple[Closed, ...]
    """The holidays in which it does not take place."""
    dates: tuple[PublishedDate, ...]
    """Fixed dates, or dates besides the rule."""
    cancelled: tuple[PublishedCancellation, ...]
    by_appointment: bool
    said: Texts
    """In its author's own words."""
    first: date | None
    """The first date of the rule; none where no dates follow from it."""
    not_on: tuple[date, ...]
    """Of the coming 400 days the dates on which it does not take place after all, for whatever reason."""


@dataclass(frozen=True)
class PublishedTimes(Described):
    """Dates with the same hours, of the coming 400 days."""

    starts: Clock | None
    ends: Clock | None
    on: tuple[date, ...]
    cancelled: tuple[date, ...]
    """Dates on which it does not take place after all."""


@dataclass(frozen=True)
class PublishedPrice(Described):
    """What it costs, in euros, for one time."""

    free: bool
    amount: float | None
    reduced: float | None
    """For people with a low income."""
    tariffs: tuple[str, ...]
    """The reduced tariffs that hold: UiTPAS, MIA."""
    note: Texts
    wording: Texts
    """All of it as one says it."""


@dataclass(frozen=True)
class PublishedSignup(Described):
    """Whether people must sign up, or make an appointment."""

    needed: Literal["none", "recommended", "required"]
    how: Texts


@dataclass(frozen=True)
class PublishedPhone(Described):
    """A phone number."""

    number: str
    """As people write it."""
    tel: str
    """As a phone dials it: "+3256000000", or "112"."""
    label: Texts
    """For whom or what it is."""
    languages: tuple[str, ...]
    whatsapp: bool


@dataclass(frozen=True)
class PublishedContact(Described):
    """A worker who agreed to be named."""

    id: str
    name: str
    role: Texts
    organisation: str | None
    """Id of an organisation."""
    phone: str
    email: str


@dataclass(frozen=True)
class PublishedCheck(Described):
    """When somebody last confirmed that it is right."""

    state: Literal["fresh", "overdue", "unchecked"]
    """On the day of the file."""
    on: date | None
    due: date | None
    """The last day on which the check holds."""


@dataclass(frozen=True)
class PublishedNotice(Described):
    """A message for some days, both included."""

    text: Texts
    since: date | None
    until: date | None


@dataclass(frozen=True)
class PublishedEnding(Described):
    """When and why it ended or paused, and what to do instead."""

    on: date | None
    reason: Texts
    instead: Texts
    replaced_by: str | None
    """Id of an offer."""


@dataclass(frozen=True)
class PublishedSource(Described):
    title: str
    url: str


@dataclass(frozen=True)
class PublishedHours(Described):
    """Opening hours on some weekdays."""

    on: tuple[Weekday, ...]
    opens: Clock
    closes: Clock
    closed: tuple[Closed, ...]
    """The holidays on which these hours do not hold."""
    note: Texts


@dataclass(frozen=True)
class PublishedException(Described):
    """Days, both included, on which it is not open as in other weeks; they go before the ordinary hours."""

    first: date
    last: date
    opens: Clock | None
    """None when it is closed."""
    closes: Clock | None
    reason: Texts


@dataclass(frozen=True)
class PublishedHome(Described):
    """Whose record it is, where the neighbourhood took it over from another guide."""

    name: Texts
    """Of that guide."""
    site: str
    """The address of its website."""
    url: str
    """The record's page there; empty if it has none."""
    fetched: date
    """When it was taken over."""
