"""What the page with the state of all records shows. It is for staff, and so in Dutch only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ToDoView:
    """One record with something to do."""

    name: str
    kind: str
    """ "aanbod", "plaats"; empty for a page of the website."""
    href: str
    """Its page, or empty."""
    responsible: str
    """The organisation to ask; a person only with consent."""
    details: tuple[str, ...]
    """What is to be done; one line each."""
    location: str
    """ "offers.yaml:34", to edit."""


@dataclass(frozen=True)
class ToDoGroup:
    """Records of which the same is to be done."""

    id: str
    title: str
    lead: str
    """What to do, or that nobody looked; one sentence."""
    rows: tuple[ToDoView, ...]
    count: int
    known: bool = True
    """False where nobody looked: no rows then say nothing."""


@dataclass(frozen=True)
class CellView:
    """How many offers there are; 0 is a hole."""

    count: int
    lines: tuple[str, ...] = ()
    """What kinds: "2 gratis", "1 betalend"."""


@dataclass(frozen=True)
class MatrixView:
    """The offer along two lines, with its holes."""

    id: str
    title: str
    lead: str
    corner: str
    """What the rows and columns are: "Thema en dag"."""
    columns: tuple[tuple[str, str], ...]
    """Short name, and whole name."""
    rows: tuple[tuple[str, tuple[CellView, ...]], ...]
    holes: tuple[str, ...]
    """Rows and columns in which there is nothing at all, a sentence each."""


@dataclass(frozen=True)
class StateView:
    """The state of all records."""

    title: str
    lead: str
    groups: tuple[ToDoGroup, ...]
    matrices: tuple[MatrixView, ...]
