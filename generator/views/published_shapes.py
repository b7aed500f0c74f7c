"""The whole guide as open data: values instead of sentences, in every language of the site at once.

Frozen dataclasses, of which `feeds` makes JSON with its JSON Schema (the docstrings become its
descriptions), HSDS, GeoJSON and CSV. Ids are those of the records, which never change. Only
what may be published is here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.views.published_values import (
    Closed,
    Described,
    PublishedCheck,
    PublishedContact,
    PublishedEnding,
    PublishedException,
    PublishedHome,
    PublishedHours,
    PublishedNotice,
    PublishedPhone,
    PublishedPrice,
    PublishedSchedule,
    PublishedSignup,
    PublishedSource,
    PublishedTimes,
    State,
    Texts,
)


@dataclass(frozen=True)
class PublishedOffer(Described):
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
class PublishedOrganisation(Described):
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
class PublishedPlace(Described):
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
class PublishedTheme(Described):
    id: str
    url: str
    name: Texts
    synonyms: tuple[Texts, ...]
    """Words that people use when they look for it."""


@dataclass(frozen=True)
class PublishedHelpline(Described):
    id: str
    name: Texts
    number: str
    purpose: Texts
    website: str
    emergency: bool
    home: PublishedHome | None = None


@dataclass(frozen=True)
class PublishedStep(Described):
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
class PublishedHoliday(Described):
    """Days, both included, that are a holiday."""

    kind: Closed
    first: date
    last: date
    name: Texts


@dataclass(frozen=True)
class PublishedWord(Described):
    """A word from a closed list, as it stands in the records, and how people say it."""

    list: str
    """functions, offer kinds, organisation kinds, audience, accessibility, documents, dutch needed."""
    id: str
    name: Texts
    explanation: Texts


@dataclass(frozen=True)
class PublishedGuide(Described):
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
