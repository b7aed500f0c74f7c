"""The shapes of finding: facets, the agenda and the calendar; plain and frozen, as in `shapes`."""

from dataclasses import dataclass

from generator.views.small_shapes import Link


@dataclass(frozen=True)
class ChoiceView:
    """One value that people can choose in a facet."""

    id: str
    """As it stands in an address: "vrijdag", "gratis", the id of a theme."""
    text: str
    count: int
    """How many records fit it."""
    lang: str | None = None
    pictogram: str = ""
    shape: str = ""
    """Of a function, else empty."""
    href: str = ""
    """The page that shows the same without script, if there is one."""


@dataclass(frozen=True)
class FacetView:
    """A question by which a list can be narrowed: theme, day, price."""

    id: str
    """The key in an address: "thema", "dag"."""
    name: str
    choices: tuple[ChoiceView, ...]
    first: bool
    """Shown at once; the others behind "more"."""
    open: bool = False
    """A value that is not listed is unknown, rather than absent."""
    without: bool = False
    """A choice leaves out what has the value."""
    timely: bool = False
    """What fits depends on the moment: the counts are the browser's."""


@dataclass(frozen=True)
class SoughtView:
    """What is known of an offer or an organisation, for the facets: its attributes in the page."""

    values: tuple[tuple[str, tuple[str, ...]], ...]
    """(key of the facet, values that fit); a facet of which nothing is known is left out."""
    moments: tuple[str, ...]
    """ "vrijdag.voormiddag"; a half that is not known is empty."""
    next: tuple[str, ...]
    """ISO dates of the next times that are not cancelled."""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class AgendaTimes:
    """The dates of an offer that have the same hours."""

    starts: str
    """ "09:30" or ""."""
    ends: str
    hours: str
    """ "9.30-11.30 uur", or empty."""
    on: tuple[str, ...]
    """ISO dates."""
    off: tuple[str, ...]
    """ISO dates on which it does not take place."""


@dataclass(frozen=True)
class AgendaView:
    """All dates of an offer that are known, from today on for 400 days."""

    link: Link
    functions: tuple[str, ...]
    themes: tuple[str, ...]
    due: str
    """The last day on which its check holds (ISO); empty when it was never checked."""
    times: tuple[AgendaTimes, ...]


@dataclass(frozen=True)
class HolidayView:
    """School or public holidays, both days included."""

    first: str
    last: str
    name: str


@dataclass(frozen=True)
class EntryView:
    """One time of an offer in the calendar."""

    link: Link
    function: str
    """The first one: it gives the colour."""
    functions: tuple[str, ...]
    themes: tuple[str, ...]
    hours: str
    due: str
    sure: bool
    cancelled: bool


@dataclass(frozen=True)
class CalendarDayView:
    date: str
    number: int
    """Day of the month."""
    name: str
    """ "vrijdag 27 november"."""
    inside: bool
    """Whether it belongs to the month that is shown."""
    holidays: tuple[str, ...]
    entries: tuple[EntryView, ...]
    """Confirmed ones first."""


@dataclass(frozen=True)
class CalendarView:
    """A week or a month of the calendar."""

    href: str
    kind: str
    """week or month."""
    name: str
    """ "23-29 november 2026", "november 2026"."""
    first: str
    last: str
    weekdays: tuple[tuple[str, str], ...]
    """Short and full names, Monday first."""
    weeks: tuple[tuple[CalendarDayView, ...], ...]
