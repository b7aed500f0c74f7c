"""The whole guide as open data: values instead of sentences, in every language of the site at once.

Frozen dataclasses, of which `feeds` makes JSON with its JSON Schema (the docstrings become its
descriptions), HSDS, GeoJSON and CSV. Ids are those of the records, which never change. Only
what may be published is here.
"""

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


class _Described:
    """What makes the docstrings of the fields descriptions in the JSON Schema; a key more is a mistake."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        # What has a default here is only for files of before that key: we always write it.
        json_schema_serialization_defaults_required=True,
    )


@dataclass(frozen=True)
class PublishedDay(_Described):
    """A weekday; with `nth` that of the month: 1 to 4, or -1 for the last."""

    weekday: Weekday
    nth: int | None


@dataclass(frozen=True)
class PublishedDate(_Described):
    """A date of its own, with its hours where these are known."""

    on: date
    starts: Clock | None
    ends: Clock | None
    note: Texts
    """What is special about this time."""


@dataclass(frozen=True)
class PublishedCancellation(_Described):
    """A date on which it does not take place."""

    on: date
    reason: Texts


@dataclass(frozen=True)
class PublishedSchedule(_Described):
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
class PublishedTimes(_Described):
    """Dates with the same hours, of the coming 400 days."""

    starts: Clock | None
    ends: Clock | None
    on: tuple[date, ...]
    cancelled: tuple[date, ...]
    """Dates on which it does not take place after all."""


@dataclass(frozen=True)
class PublishedPrice(_Described):
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
class PublishedSignup(_Described):
    """Whether people must sign up, or make an appointment."""

    needed: Literal["none", "recommended", "required"]
    how: Texts


@dataclass(frozen=True)
class PublishedPhone(_Described):
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
class PublishedContact(_Described):
    """A worker who agreed to be named."""

    id: str
    name: str
    role: Texts
    organisation: str | None
    """Id of an organisation."""
    phone: str
    email: str


@dataclass(frozen=True)
class PublishedCheck(_Described):
    """When somebody last confirmed that it is right."""

    state: Literal["fresh", "overdue", "unchecked"]
    """On the day of the file."""
    on: date | None
    due: date | None
    """The last day on which the check holds."""


@dataclass(frozen=True)
class PublishedNotice(_Described):
    """A message for some days, both included."""

    text: Texts
    since: date | None
    until: date | None


@dataclass(frozen=True)
class PublishedEnding(_Described):
    """When and why it ended or paused, and what to do instead."""

    on: date | None
    reason: Texts
    instead: Texts
    replaced_by: str | None
    """Id of an offer."""


@dataclass(frozen=True)
class PublishedSource(_Described):
    title: str
    url: str


@dataclass(frozen=True)
class PublishedHours(_Described):
    """Opening hours on some weekdays."""

    on: tuple[Weekday, ...]
    opens: Clock
    closes: Clock
    closed: tuple[Closed, ...]
    """The holidays on which these hours do not hold."""
    note: Texts


@dataclass(frozen=True)
class PublishedException(_Described):
    """Days, both included, on which it is not open as in other weeks; they go before the ordinary hours."""

    first: date
    last: date
    opens: Clock | None
    """None when it is closed."""
    closes: Clock | None
    reason: Texts


@dataclass(frozen=True)
class PublishedHome(_Described):
    """Whose record it is, where the neighbourhood took it over from another guide."""

    name: Texts
    """Of that guide."""
    site: str
    """The address of its website."""
    url: str
    """The record's page there; empty if it has none."""
    fetched: date
    """When it was taken over."""


@dataclass(frozen=True)
class PublishedOffer(_Described):
    """An activity, a service or a feast."""

    id: str
    url: str
    """Its page."""
    kind: Literal["activity", "service", "feast"]
    name: Texts
    summary: Texts
    simple: Texts
    """The same in very plain words."""
    description: Texts
    functions: tuple[str, ...]
    """What it is for: ontmoeten, leren, verwijzen, politiseren."""
    themes: tuple[str, ...]
    """Ids of themes."""
    audience: tuple[str, ...]
    when: tuple[PublishedSchedule, ...]
    when_wording: Mapping[str, tuple[str, ...]]
    """Code of a language -> all schedules as one says them; empty when nothing is known."""
    times: tuple[PublishedTimes, ...]
    """The dates that are sure; none of an offer that paused or ended."""
    place: str | None
    """Id of a place."""
    place_note: Texts
    """Where, in words."""
    stops: tuple[str, ...]
    """Ids of the places past which a walk leads."""
    organiser: str | None
    partners: tuple[str, ...]
    contacts: tuple[PublishedContact, ...]
    price: PublishedPrice | None
    """None when it is not known, as everywhere."""
    signup: PublishedSignup | None
    dutch_needed: Literal[1, 2, 3, 4] | None
    """How much Dutch one needs: 1 for hardly any, 4 for a lot."""
    languages: tuple[str, ...]
    """Codes of the languages spoken there."""
    accessibility: tuple[str, ...]
    documents: tuple[str, ...] | None
    """Papers that people are asked for; an empty list when they need none."""
    bring: tuple[Texts, ...]
    remark: Texts
    notice: PublishedNotice | None
    status: State
    ended: PublishedEnding | None
    checked: PublishedCheck
    sources: tuple[PublishedSource, ...]
    former_ids: tuple[str, ...]
    unreviewed: tuple[str, ...]
    """Codes of languages in which no speaker has checked all texts yet."""
    event_type: str | None = None
    """What it is called in UiTdatabank; None if it does not go there."""


@dataclass(frozen=True)
class PublishedOrganisation(_Described):
    """An organisation, and what it does for people."""

    id: str
    url: str
    kind: str
    name: Texts
    summary: Texts
    simple: Texts
    description: Texts
    themes: tuple[str, ...]
    audience: tuple[str, ...]
    part_of: str | None
    place: str | None
    contacts: tuple[PublishedContact, ...]
    phones: tuple[PublishedPhone, ...]
    email: str
    website: str
    opening_hours: tuple[PublishedHours, ...]
    """An empty list when they are not known."""
    exceptions: tuple[PublishedException, ...]
    """Of two that meet the first one holds. Public holidays are not among them: see `closed` of the hours."""
    appointment: PublishedSignup | None
    price: PublishedPrice | None
    languages: tuple[str, ...]
    documents: tuple[str, ...] | None
    bring: tuple[Texts, ...]
    referral: Texts
    """How a worker refers somebody there."""
    remark: Texts
    status: State
    ended: PublishedEnding | None
    checked: PublishedCheck
    sources: tuple[PublishedSource, ...]
    former_ids: tuple[str, ...]
    unreviewed: tuple[str, ...]
    home: PublishedHome | None = None
    """Who keeps it, if not this guide: cite that one."""


@dataclass(frozen=True)
class PublishedPlace(_Described):
    """A place where things happen. Of a confidential one nothing tells where it is."""

    id: str
    url: str
    number: int
    """Its permanent number on every map."""
    name: Texts
    summary: Texts
    confidential: bool
    address: str
    """ "Dorpsstraat 9"; empty when it is not known or not public."""
    postal_code: str
    city: str
    lat: float | None
    """Degrees, WGS 84."""
    lon: float | None
    accessibility: tuple[str, ...]
    directions: Texts
    opening_hours: tuple[PublishedHours, ...]
    exceptions: tuple[PublishedException, ...]
    remark: Texts
    status: State
    checked: PublishedCheck
    sources: tuple[PublishedSource, ...]
    former_ids: tuple[str, ...]
    unreviewed: tuple[str, ...]
    place_type: str | None = None
    """What it is called in UiTdatabank, if it is not there yet."""
    uitdatabank: str = ""
    """Its address in UiTdatabank; empty if it is not there, or not known."""
    home: PublishedHome | None = None


@dataclass(frozen=True)
class PublishedTheme(_Described):
    id: str
    url: str
    name: Texts
    synonyms: tuple[Texts, ...]
    """Words that people use when they look for it."""


@dataclass(frozen=True)
class PublishedHelpline(_Described):
    id: str
    name: Texts
    number: str
    purpose: Texts
    website: str
    emergency: bool
    home: PublishedHome | None = None


@dataclass(frozen=True)
class PublishedStep(_Described):
    """A question of the finder, or a choice below one."""

    id: str
    url: str
    question: Texts
    answer: Texts
    themes: tuple[str, ...]
    offers: tuple[str, ...]
    organisations: tuple[str, ...]
    helplines: tuple[str, ...]
    choices: tuple[str, ...]
    """Ids of the steps to which it leads."""


@dataclass(frozen=True)
class PublishedHoliday(_Described):
    """Days, both included, that are a holiday."""

    kind: Closed
    first: date
    last: date
    name: Texts


@dataclass(frozen=True)
class PublishedWord(_Described):
    """A word from a closed list, as it stands in the records, and how people say it."""

    list: str
    """functions, offer kinds, organisation kinds, audience, accessibility, documents, dutch needed."""
    id: str
    name: Texts
    explanation: Texts


@dataclass(frozen=True)
class PublishedGuide(_Described):
    """A neighbourhood's guide: what there is to do, who helps with what, and where."""

    format: Literal[1]
    """Grows when a key changes its meaning or goes."""
    site: str
    """The address of the website; each record's `url` lies below it."""
    date: date
    """The day of which the file tells."""
    edition: str
    licence: str
    """Of the texts."""
    name: Texts
    municipality: str
    postal_code: str
    publisher: Texts
    languages: tuple[str, ...]
    meeting_house: str
    """Id of the place where everybody can walk in."""
    bounds: tuple[float, float, float, float]
    """Of the neighbourhood's map: west, south, east, north, in degrees."""
    security: str
    """The e-mail address for who finds a hole in the website; empty if there is none."""
    words: tuple[PublishedWord, ...]
    themes: tuple[PublishedTheme, ...]
    places: tuple[PublishedPlace, ...]
    organisations: tuple[PublishedOrganisation, ...]
    offers: tuple[PublishedOffer, ...]
    helplines: tuple[PublishedHelpline, ...]
    finder: tuple[PublishedStep, ...]
    holidays: tuple[PublishedHoliday, ...] = ()
    """Those of the coming 400 days, of which `closed` speaks."""
