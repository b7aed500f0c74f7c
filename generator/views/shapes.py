"""The shapes that templates see: every text is ready to be set, in one language.

All are frozen dataclasses of plain values, so their fields, and so on within them, are the
JSON for Typst. `href` is an address relative to the root of that language's site, without a
leading slash and with a trailing one ("aanbod/digipunt/"). `lang` is set on a text only
where it is not in the language of the page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.views.fact_shapes import ContactView as ContactView
from generator.views.fact_shapes import Fact as Fact
from generator.views.fact_shapes import OccurrenceView as OccurrenceView
from generator.views.fact_shapes import WhenView as WhenView
from generator.views.fact_shapes import WhereView as WhereView
from generator.views.finding_shapes import AgendaView, CalendarView, FacetView, HolidayView, SoughtView
from generator.views.opening_shapes import ComingView, OpeningView
from generator.views.programme_shapes import NewsfeedView, NewsletterView, PosterView
from generator.views.small_shapes import BrochureView as BrochureView
from generator.views.small_shapes import CheckedView as CheckedView
from generator.views.small_shapes import EditionView as EditionView
from generator.views.small_shapes import FormerView as FormerView
from generator.views.small_shapes import FunctionView as FunctionView
from generator.views.small_shapes import HelplineView as HelplineView
from generator.views.small_shapes import HomeView as HomeView
from generator.views.small_shapes import Label as Label
from generator.views.small_shapes import Link as Link
from generator.views.small_shapes import QrView as QrView
from generator.views.small_shapes import RoleView as RoleView
from generator.views.small_shapes import Said as Said
from generator.views.small_shapes import SourceView as SourceView
from generator.views.small_shapes import TallyView as TallyView
from generator.views.walking_shapes import RouteView

if TYPE_CHECKING:
    from generator.views.finder_shapes import QuestionView, StopView
    from generator.views.flyers import FlyerView


@dataclass(frozen=True)
class OfferView:
    """An offer, for its page, its flyer, its leaf in the binder and its line in a list."""

    id: str
    href: str
    qr: QrView
    name: Said
    summary: Said
    description: tuple[Said, ...]
    """Paragraphs."""
    pictogram: str
    kind: Label
    function: FunctionView
    """The first function: it gives the colour."""
    functions: tuple[FunctionView, ...]
    themes: tuple[Link, ...]
    when: WhenView
    where: WhereView
    price: Fact
    signup: Fact
    dutch: Fact | None
    audience: tuple[Label, ...]
    accessibility: tuple[Label, ...]
    languages: tuple[str, ...]
    bring: tuple[Said, ...]
    contacts: tuple[ContactView, ...]
    """At least one: the published workers, else the organiser, else the fallback."""
    ask: str
    """ "Bel of kom langs bij het buurthuis, Dorpsstraat 9.", for whatever is not known."""
    organiser: Link | None
    partners: tuple[Link, ...]
    remark: Said | None
    notice: Said | None
    status: str
    """planned, running, paused or ended."""
    status_text: str
    """Empty when it runs; else a full sentence."""
    instead: Said | None
    replaced_by: Link | None
    checked: CheckedView
    sources: tuple[SourceView, ...]
    route: RouteView | None = None
    similar: tuple[Link, ...] = ()
    simple: tuple[Said, ...] = ()
    """The same in very plain words, a short sentence each; empty when nobody wrote it."""
    notice_dates: str = ""
    """When the notice holds: "Van 20 november tot en met 1 december"."""
    notice_until: str = ""
    """Its last day (ISO), or empty."""
    former: tuple[FormerView, ...] = ()
    translation: str = ""
    """A sentence when a text of it was translated and not checked, or changed since; else empty."""
    flyer_over: str = ""
    """A sentence when its flyer is no longer valid; else empty."""

    @property
    def is_translated(self) -> bool:
        """Whether it is said in the language of the page. Its name may stay as it is; the summary tells."""
        return self.summary.lang is None


@dataclass(frozen=True)
class WeekdayView:
    """The index by day: offers that are regularly on that weekday; the last has no fixed day."""

    number: int | None
    name: str
    offers: tuple[OfferView, ...]


@dataclass(frozen=True)
class OrganisationView:
    """An organisation of the social map."""

    id: str
    href: str
    qr: QrView
    name: Said
    kind: Label
    summary: Said
    description: tuple[Said, ...]
    pictogram: str
    themes: tuple[Link, ...]
    audience: tuple[Label, ...]
    part_of: Link | None
    where: WhereView
    contacts: tuple[ContactView, ...]
    """At least one, as for offers."""
    ask: str
    website: str
    opening: OpeningView | None
    """None when its hours are not known."""
    closed: tuple[ComingView, ...]
    """Where no hours are known: what is known of closures and other hours."""
    appointment: Fact | None
    price: Fact | None
    languages: tuple[str, ...]
    bring: tuple[Said, ...]
    referral: Said | None
    remark: Said | None
    status: str
    status_text: str
    instead: Said | None
    checked: CheckedView
    sources: tuple[SourceView, ...]
    offers: tuple[Link, ...]
    """What it organises or helps with, current offers only."""
    simple: tuple[Said, ...] = ()
    """As of an offer."""
    former: tuple[FormerView, ...] = ()
    translation: str = ""
    """A sentence when a text of it was translated and not checked, or changed since; else empty."""
    home: HomeView | None = None
    """Who keeps it, if it was taken over."""


@dataclass(frozen=True)
class PlaceDayView:
    """What regularly is on at a place, on one weekday."""

    name: str
    entries: tuple[tuple[str, Link], ...]
    """When ("9.30-11.30 uur"), and what, by hour."""


@dataclass(frozen=True)
class PlaceView:
    """A place, with all that happens there."""

    id: str
    href: str
    qr: QrView
    number: int
    name: Said
    summary: Said | None
    pictogram: str
    where: WhereView
    accessibility: tuple[Label, ...]
    opening: OpeningView | None
    """None when its hours are not known."""
    closed: tuple[ComingView, ...]
    """Where no hours are known: what is known of closures and other hours."""
    remark: Said | None
    status: str
    status_text: str
    checked: CheckedView
    sources: tuple[SourceView, ...]
    offers: tuple[OfferView, ...]
    days: Sequence[PlaceDayView]
    """What of these is regularly on, by day of the week."""
    organisations: tuple[OrganisationView, ...]
    people: tuple[ContactView, ...]
    """Published workers of these organisations."""
    former: tuple[FormerView, ...] = ()
    translation: str = ""
    """A sentence when a text of it was translated and not checked, or changed since; else empty."""
    home: HomeView | None = None
    """Who keeps it, if it was taken over."""


@dataclass(frozen=True)
class OnMapView:
    """A place with a pin, and what is there."""

    place: PlaceView
    here: tuple[Link, ...]
    """Organisations and current offers there."""
    themes: tuple[str, ...]
    """Ids of the themes of all that is there."""
    days: tuple[str, ...]
    """ISO dates of the next times at which something is on there."""


@dataclass(frozen=True)
class MapView:
    """The list beside the map."""

    places: Sequence[OnMapView]
    themes: Sequence[Link]
    """Themes that at least one of the places has something for."""


@dataclass(frozen=True)
class ThemeView:
    id: str
    name: Said
    href: str
    pictogram: str
    synonyms: tuple[Said, ...]
    offers: tuple[OfferView, ...]
    organisations: tuple[OrganisationView, ...]


@dataclass(frozen=True)
class DayView:
    """What is on, on one day of the coming week."""

    date: str
    name: str
    """ "vrijdag 27 november"."""
    confirmed: tuple[tuple[OccurrenceView, Link], ...]
    unconfirmed: tuple[tuple[OccurrenceView, Link], ...]
    """Records that are overdue or were never checked: shown apart, below."""
    closed: str = ""
    """ "Herfstvakantie", or empty."""


@dataclass(frozen=True)
class FeastView:
    """A feast, and the next time if its date is known."""

    link: Link
    function: FunctionView
    next: OccurrenceView | None
    """Not a cancelled one."""
    day: str
    """ "zaterdag 12 december"; empty without a date."""
    when: str
    """As one says it: "Tijdens de jaarlijkse braderie"; empty when nothing is known."""
    where: Said | None
    sure: bool
    """Whether somebody confirmed it in time."""


@dataclass(frozen=True)
class FunctionGroup:
    """Offers whose first function is this one."""

    function: FunctionView
    explanation: str
    offers: tuple[OfferView, ...]


@dataclass(frozen=True)
class KindGroup:
    """Organisations of one kind that have not ended."""

    kind: Label
    organisations: tuple[OrganisationView, ...]


@dataclass(frozen=True)
class SelectionView:
    """Offers that have one thing in common: a day of the week, or for whom they are."""

    id: str
    href: str
    name: str
    offers: tuple[OfferView, ...]
    everyone: tuple[OfferView, ...] = ()
    """What is for everyone, and so for these people too."""


@dataclass(frozen=True)
class GuideView:
    """The whole guide in one language: what every page and every sheet draws from.

    What is a `Sequence` or a `Mapping` is made at its first use: few pages show it.
    """

    language: str
    direction: str
    name: Said
    municipality: str
    publisher: Said
    today: str
    edition: EditionView
    home: QrView
    map: QrView
    finder: QrView
    calendar_code: QrView
    ask: str
    """The sentence of the fallback contact."""
    ask_briefly: str
    """ "Vraag het na bij het buurthuis.", where `ask` stands nearby."""
    fallback: ContactView
    meeting_house: PlaceView
    offers: tuple[OfferView, ...]
    """Current offers, by name in the language's own order."""
    past_offers: tuple[OfferView, ...]
    """Paused and ended ones: pages only."""
    organisations: tuple[OrganisationView, ...]
    places: tuple[PlaceView, ...]
    """By number; those with a confidential address come without where."""
    themes: tuple[ThemeView, ...]
    questions: tuple["QuestionView", ...]
    """Of the finder, in the order typed; their choices are within them."""
    house: "StopView"
    """Where everybody can ask, whatever it is about."""
    helplines: tuple[HelplineView, ...]
    roles: tuple[RoleView, ...]
    week: Sequence[DayView]
    """Today and the next seven days."""
    by_weekday: Sequence[WeekdayView]
    by_function: Sequence[FunctionGroup]
    languages: tuple[tuple[str, str], ...] = field(default=())
    """Languages of the site: code and the language's own name."""
    facets: Sequence[FacetView] = ()
    sought: Mapping[str, SoughtView] = field(default_factory=dict)
    """Id of a current offer -> what the facets know of it."""
    organisation_kinds: Sequence[KindGroup] = ()
    organisation_facets: Sequence[FacetView] = ()
    organisations_sought: Mapping[str, SoughtView] = field(default_factory=dict)
    """Id of an organisation that has not ended -> what the facets know of it."""
    audiences: Sequence[SelectionView] = ()
    weekdays: Sequence[SelectionView] = ()
    """Days of the week on which an offer is, now and then or always."""
    agenda: Sequence[AgendaView] = ()
    """Current offers that have dates."""
    holidays: Sequence[HolidayView] = ()
    """From today on, as far as the agenda goes."""
    on_map: MapView = field(default=MapView((), ()))
    feasts: Sequence[FeastView] = ()
    """Those with a date first, the soonest before the others; then by name."""
    calendar: Sequence[CalendarView] = ()
    """Weeks and then months, from this one on."""
    poster: PosterView | None = None
    """The week for the door."""
    newsletters: tuple[NewsletterView, ...] = ()
    """Of the months that have a foreword, newest first."""
    newsfeed: NewsfeedView | None = None
    brochure: BrochureView = field(default=BrochureView())
    tally: TallyView = field(default=TallyView())
    by_hour: Sequence[PlaceDayView] = ()
    """What regularly is on, by day of the week and by hour."""
    flyers: tuple["FlyerView", ...] = ()
    """Partners' own, by title; those that are over too."""

    @property
    def steps(self) -> tuple["QuestionView", ...]:
        """Every page of the finder: the questions, then their choices, then those below these."""
        found: tuple[QuestionView, ...] = ()
        level = self.questions
        while level:
            found += level
            level = tuple(choice for step in level for choice in step.choices)
        return found
