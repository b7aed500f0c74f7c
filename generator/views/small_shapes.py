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
