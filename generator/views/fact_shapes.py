"""The facts of a record: when, where, whom to ask, and those that need a sentence only."""

from dataclasses import dataclass

from generator.views.small_shapes import Link, Said
from generator.views.walking_shapes import ReachView


@dataclass(frozen=True)
class OccurrenceView:
    """One date on which it takes place."""

    date: str
    """ISO, "2026-11-27"."""
    weekday: int
    """0 for Monday."""
    starts: str
    """ "09:30" or ""."""
    ends: str
    text: str
    """ "vrijdag 27 november, 9.30-11.30 uur"."""
    hours: str = ""
    """ "9.30-11.30 uur", for lists of one day."""
    cancelled: bool = False
    remark: Said | None = None
    """Why it is cancelled; else what is special about this time."""
    gap: str = ""
    """What a holiday took away before this one: "Niet op vrijdag 25 december: Kerstvakantie"."""


@dataclass(frozen=True)
class WhenView:
    """When: how one says it, and the next dates if they are sure."""

    lines: tuple[str, ...]
    """Each schedule as one says it; if nothing is known, the one line says whom to ask."""
    known: bool
    next: tuple[OccurrenceView, ...] = ()
    """The next four that take place, and what is cancelled before the last of them, marked."""
    later: tuple[OccurrenceView, ...] = ()
    """Some that follow: what a page shows once the first are over."""
    weekdays: tuple[int, ...] = ()
    """Weekdays (0 Monday) on which it regularly is, for the index by day."""
    parts: tuple[str, ...] = ()
    """morning, afternoon, evening."""
    sort_time: str = ""
    """ "09:30", for lists of one day; empty when the hour is not known."""
    until: tuple[str, ...] = ()
    """For each line the last day on which it says anything, ISO; empty where it lasts."""


@dataclass(frozen=True)
class WhereView:
    """Where: a place with its number, or only a wording."""

    lines: tuple[Said, ...]
    """Name and address, one line each; if nothing is known, the one line says whom to ask."""
    known: bool
    place: Link | None = None
    number: int | None = None
    """The permanent number on the map's pin; None without a pin."""
    cell: str | None = None
    """Cell of the map's grid, such as "C4"."""
    lat: float | None = None
    lon: float | None = None
    directions: Said | None = None
    reach: tuple[ReachView, ...] = ()
    """How far it is on foot from what people know."""
    address: str = ""
    """To copy: "Dorpsstraat 9, 8000 Dorp"; empty if it has none."""
    map_link: str = ""
    """A geo: link, for the map of the phone itself."""


@dataclass(frozen=True)
class Fact:
    """A fact in a sentence or two; `known` is False when the text says whom to ask."""

    text: str
    known: bool
    short: str = ""
    """A word or two for lists: "gratis", "€ 2,50"; empty when unknown."""
    id: str = ""
    """A value for facets: free, reduced, paid; none, recommended, required; 1..4."""


@dataclass(frozen=True)
class ContactView:
    """Whom to ask. Only what may be published."""

    name: str
    role: str = ""
    organisation: Link | None = None
    phone: str = ""
    tel: str = ""
    """The number for a tel: link: "+3256000000", or "112"."""
    email: str = ""
    whatsapp: str = ""
    """The number for a wa.me link, "32470000000"; empty where WhatsApp does not reach it."""
    languages: tuple[str, ...] = ()
    """Languages spoken at this number, if they are known."""
