"""What the pages and sheets of the finder show: its steps, and the people at the end of each path."""

from dataclasses import dataclass

from generator.views.opening_shapes import ComingView, OpeningView
from generator.views.shapes import (
    CheckedView,
    ContactView,
    Fact,
    HelplineView,
    OccurrenceView,
    OfferView,
    OrganisationView,
    WhereView,
)
from generator.views.small_shapes import FormerView, Link, QrView, Said


@dataclass(frozen=True)
class MomentView:
    """Something at a place to which one can simply come along, and when."""

    link: Link
    when: str
    """ "elke vrijdag van 9.30 tot 11.30 uur"."""
    next: tuple[OccurrenceView, ...]
    """The coming dates on which it takes place, four at most; none when nobody knows them."""
    sure: bool
    """Whether somebody confirmed it in time."""


@dataclass(frozen=True)
class StopView:
    """Where to go first: people, and where, when and how one reaches them."""

    id: str
    """Of the organisation; empty for the house that everybody can ask."""
    name: Said
    link: Link | None
    where: WhereView
    address: tuple[Said, ...]
    """The lines that say where, without the name; empty when nobody knows."""
    closed: tuple[ComingView, ...]
    """Days on which it is closed and that are not over; with `opening` these stand there."""
    opening: OpeningView | None
    appointment: Fact | None
    moments: tuple[MomentView, ...]
    contacts: tuple[ContactView, ...]
    """Only those that can be called or written to."""
    doubts: tuple[str, ...]
    """What nobody confirmed in time, each sentence once; empty when all is sure."""


@dataclass(frozen=True)
class HelperView:
    """An organisation that helps with a question, and its number if it has one of its own."""

    organisation: OrganisationView
    call: ContactView | None


@dataclass(frozen=True)
class NamedView:
    """Somebody who helps, as one line on paper names them."""

    name: Said
    phone: str = ""
    pin: int | None = None
    """The number of their place on the map."""


@dataclass(frozen=True)
class QuestionView:
    """A step of the finder: a question or a choice. With choices it asks on, else it is an answer."""

    id: str
    href: str
    qr: QrView
    former: tuple[FormerView, ...]
    question: Said
    pictogram: str
    synonyms: tuple[Said, ...]
    answer: Said | None
    ask: str
    """The sentence of the fallback contact."""
    trail: tuple[Link, ...]
    """What was chosen before, the first choice first."""
    next_question: Said | None
    """What is asked next; None at the end of a path."""
    steps: int
    """How many questions the longest path asks that leads through here."""
    choices: tuple["QuestionView", ...]
    stop: StopView
    bring: tuple[Said, ...]
    emergencies: tuple[HelplineView, ...]
    helplines: tuple[HelplineView, ...]
    helpers: tuple[HelperView, ...]
    """The few to try first; `more_helpers` has the rest."""
    more_helpers: tuple[HelperView, ...]
    offers: tuple[OfferView, ...]
    """Without those that are moments of the stop."""
    more_offers: tuple[OfferView, ...]
    named: tuple[NamedView, ...]
    """Whom the sheet with all paths names here: never empty at the end of a path."""
    themes: tuple[Link, ...]
    checked: CheckedView
    translation: str = ""
    """A sentence when a text of it was translated and not checked, or changed since; else empty."""
