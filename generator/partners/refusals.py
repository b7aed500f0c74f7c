"""Why a partner's file is not taken, and how much of anything is taken."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """What is the matter with a file; `reading` says it in words, with what to do."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    OTHER_KIND = "other-kind"
    """No PDF, PNG or JPEG; the detail tells what it is, if that is known."""
    LOCKED = "locked"
    """It opens with a password only."""
    CUT_OFF = "cut-off"
    """The end is missing: it was not sent or copied whole."""
    DAMAGED = "damaged"
    NO_PAGES = "no-pages"
    TOO_MANY_PAGES = "too-many-pages"
    """The detail tells how many."""
    PAGE_TOO_LARGE = "page-too-large"
    """The detail tells the page's size in centimetres."""
    PAGE_TOO_SMALL = "page-too-small"
    PICTURE_TOO_LARGE = "picture-too-large"
    """The detail tells its size in pixels."""
    PICTURE_TOO_SMALL = "picture-too-small"
    TOO_HEAVY = "too-heavy"
    """It takes too much time or memory."""


@dataclass(frozen=True)
class Refusal:
    """A file that is not taken."""

    reason: Reason
    detail: str = ""


class RefusedError(Exception):
    """Ends the reading of a file."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.refusal = Refusal(reason, detail)


@dataclass(frozen=True)
class Limits:
    """What is more than a flyer ever needs is damage, or an attack."""

    bytes: int = 20_000_000
    pages: int = 12
    longest_side: float = 3_400
    """Of a page, in points: A0 still fits."""
    shortest_side: float = 50
    pixels: int = 60_000_000
    """Of a picture."""
    fewest_pixels: int = 200
    """Along the longer side of a picture: with less, nothing on it can be read."""
    made: int = 8_000_000
    """Bytes of all pages together, once clean; beyond, they become pictures."""
    content: int = 3_000_000
    """Bytes of the drawing of one page; beyond, it becomes a picture."""
    cpu_seconds: int = 30
    seconds: int = 120
    """By the clock, on a machine that has other things to do as well."""
    memory: int = 1_500_000_000


LIMITS = Limits()
