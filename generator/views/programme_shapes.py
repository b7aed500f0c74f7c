"""The shapes of a programme: what is on, for the poster of a week and the newsletter of a month."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.views.prose import ProsePage
from generator.views.small_shapes import FunctionView, Link, Said


@dataclass(frozen=True)
class LineView:
    """One line of a programme: what, when, where, and what it costs."""

    link: Link
    function: FunctionView
    when: tuple[str, ...]
    """The hours ("9.30-11.30 uur"), or the wording of a schedule."""
    where: Said | None
    """None when the place is not known."""
    number: int | None
    """The number of the place on the map."""
    price: str
    """ "gratis", "€ 2,50"; empty when it is not known."""
    sure: bool
    """Whether somebody confirmed it in time for that day."""
    mark: str = ""
    """ "gaat niet door", "extra"; mostly empty."""
    cancelled: bool = False
    feast: bool = False
    notes: tuple[Said, ...] = ()
    """Why it is cancelled, what is special, which dates it leaves out."""

    @property
    def times(self) -> str:
        return ", ".join(self.when)


@dataclass(frozen=True)
class DayGroup:
    """Lines of one day, of one day of the week, or of something else that they share."""

    title: str
    """ "vrijdag 4 december", "elke vrijdag"; may be empty."""
    lines: tuple[LineView, ...]
    date: str = ""
    """ISO; empty for what is no single day."""
    weekday: str = ""
    day: str = ""
    """ "4 december"."""
    holidays: tuple[str, ...] = ()

    @property
    def sure(self) -> tuple[LineView, ...]:
        return tuple(line for line in self.lines if line.sure)

    @property
    def unsure(self) -> tuple[LineView, ...]:
        """What stands apart, below the others."""
        return tuple(line for line in self.lines if not line.sure)


@dataclass(frozen=True)
class PosterView:
    """A week at a glance, Monday to Sunday."""

    first: str
    """Its Monday, ISO."""
    title: str
    """ "23–29 november 2026"."""
    holiday_lines: tuple[str, ...]
    """ "Kerstvakantie: van maandag 21 december tot en met zondag 3 januari"."""
    days: Sequence[DayGroup]
    undated: Sequence[LineView]
    """On some day of the week, without a start or an hour: only a wording, and never a date."""


@dataclass(frozen=True)
class NewsLine:
    """What is new, changed or stopped: a name and a sentence or two."""

    name: Said
    href: str
    """The page of the record; empty if there is none any more."""
    details: tuple[Said, ...]


@dataclass(frozen=True)
class NewsGroup:
    id: str
    """new, changed or stopped."""
    title: str
    lines: tuple[NewsLine, ...]


@dataclass(frozen=True)
class NewsView:
    """What has changed since an edition that was printed before the month."""

    title: str
    lead: str
    """ "Sinds 28 oktober 2026"."""
    groups: tuple[NewsGroup, ...]
    since: str = ""
    """The same as ISO."""


@dataclass(frozen=True)
class ProgrammeSection:
    """A part of the month: the feasts, what is there every week, day by day, what to ask first."""

    id: str
    """feasts, weekly, days, undated or unsure."""
    title: str
    lead: str
    groups: tuple[DayGroup, ...]


@dataclass(frozen=True)
class NewsletterView:
    """The newsletter of a month, in one language."""

    month: str
    """ "2026-12"."""
    href: str
    name: str
    """ "december 2026"."""
    title: str
    """ "Wat is er te doen in december 2026?"."""
    foreword: ProsePage | None
    foreword_language: str | None
    """Where that is not the language of the page."""
    holiday_lines: tuple[str, ...]
    """ "Kerstvakantie: van maandag 21 december tot en met zondag 3 januari"."""
    sections: Sequence[ProgrammeSection]
    news: NewsView | None
    """None when nothing was printed before the month."""
    if_nothing: str
    """A sentence for where there is nothing at all to tell."""
    past: bool
    """Whether the month is over."""

    @property
    def nothing(self) -> str:
        """That sentence where it is needed; else empty."""
        return "" if self.sections else self.if_nothing


@dataclass(frozen=True)
class NewsEntryView:
    """One piece of news."""

    id: str
    """Its address within the site, with a mark of what it says."""
    title: str
    href: str
    """Empty for what has no page any more: then the home page tells."""
    date: str
    """ISO."""
    text: str


@dataclass(frozen=True)
class NewsfeedView:
    """The news, newest first."""

    title: str
    entries: tuple[NewsEntryView, ...] = ()
