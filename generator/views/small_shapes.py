"""The smallest shapes, of which the others are made; take them from `shapes`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A text of a record, and its language when that is not the page's."""

    text: str
    lang: str | None = None
    state: str = ""
    """Of a translation: unreviewed, outdated, or empty when there is nothing to say of it."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Link:
    """A record that is named: `text` to show, `href` within the site."""

    id: str
    text: Said
    href: str
    pictogram: str | None = None


@dataclass(frozen=True)
class Label:
    """A word from a closed list: its value as typed, and how people say it."""

    id: str
    text: str
    pictogram: str = ""
    """Empty for words that have none."""


@dataclass(frozen=True)
class FunctionView:
    """One of the four functions of De Stek: colour and shape follow from `id`."""

    id: str
    text: str
    shape: str
    """circle, square, arrow or bubble."""


@dataclass(frozen=True)
class QrView:
    """A code: what it contains, where that page is, and what a person can type."""

    code: str
    content: str
    """The address in the code: "HTTPS://HOST/Q/CODE/"."""
    href: str
    """The page in the site: "Q/CODE/", always at the root."""
    typed: str
    """The address as printed beside it: "host/Q/CODE"."""


@dataclass(frozen=True)
class FormerView:
    """An id that a record had before: its page and its code lead to the record."""

    href: str
    qr: QrView


@dataclass(frozen=True)
class CheckedView:
    """When a record was last confirmed, and what that means today."""

    state: str
    """fresh, overdue or unchecked."""
    text: str
    """ "Nagekeken op 19 december 2022", "Niet bevestigd sinds ..., vraag het na bij het buurthuis"."""
    date: str = ""
    """ISO, or empty."""
    short: str = ""
    """Without whom to ask, for lists that say so above: "Niet bevestigd sinds 19 december 2022."."""


@dataclass(frozen=True)
class SourceView:
    title: str
    url: str = ""


@dataclass(frozen=True)
class HomeView:
    """Who keeps a record that was taken over from another guide."""

    text: str
    """ "Regio Verzonnen houdt dit bij."."""
    href: str
    """The record there, or the whole guide."""


@dataclass(frozen=True)
class HelplineView:
    id: str
    name: Said
    number: str
    tel: str
    purpose: Said
    website: str
    emergency: bool
    home: HomeView | None = None


@dataclass(frozen=True)
class RoleView:
    """A line of "who is who": the name only with consent."""

    role: Said
    name: str
    organisation: Link | None
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class BrochureView:
    """How the welcome brochure is put together."""

    by_day: bool = False
    """Else by the four functions."""
    creep: float = 0.1
    """Millimetres by which each inner sheet of the booklet moves to the fold."""


@dataclass(frozen=True)
class TallyView:
    """What workers count on a round, besides the themes."""

    answers: tuple[str, ...] = ()
    referrals: tuple[str, ...] = ()


@dataclass(frozen=True)
class EditionView:
    """What edition this is, in words."""

    label: str
    """ "ontwerp, 23 november 2026"."""
    date: str
    date_text: str
    proof: str
    """ "proefdruk" while there is no real address yet, else empty."""
