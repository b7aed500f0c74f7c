"""What paper says, beside what is true today: which sheets changed, and in what.

Pure comparison of the ledger with the sheets of today's binder.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.model.ledger import (
    FACTS,
    OTHER,
    Content,
    Edition,
    Ledger,
    LedgerSheet,
    Line,
    changes,
    holding,
)
from generator.model.numbering import SheetNumber
from generator.views.binder import BROCHURE, FRONT

_UNSAID = ("theme", "pin")
"""Facts that are of no interest to whoever asks whether a sheet is still right."""


@dataclass(frozen=True)
class BoundSheet:
    """A sheet of today's binder (or the brochure), as far as the ledger is concerned."""

    record: str
    """ "offer/digipunt", "theme/wonen", "map"."""
    content: Callable[[date], Content]
    """What it says, in the words of a certain day."""
    name: str = ""
    tab: int | None = None
    tab_name: str = ""
    """ "3 Wonen", of what lies behind that tab: leaves, and its further tab sheets."""
    number: SheetNumber | None = None
    """Of a leaf only."""
    code: str | None = None

    def moved(self, printed: LedgerSheet) -> bool:
        return (self.tab, self.number) != (printed.tab, printed.number)


@dataclass(frozen=True)
class SwapEntry:
    """A line of the checklist: a sheet to take out, to put in, or both."""

    record: str
    name: str
    number: str = ""
    """ "3.2a" for a leaf, "3" for a tab sheet; empty for the others."""
    tab_name: str = ""
    """Of what comes in behind a tab: "3 Wonen"."""
    changed: tuple[str, ...] = ()
    """The facts that it says otherwise now (see `Says`), "other" for the rest."""
    after: str = ""
    """Of what comes in behind a tab: the number of the leaf before it; empty if it is the first."""
    now: str = ""
    """Of a leaf that goes out: its number today, if it is behind another tab now."""


@dataclass(frozen=True)
class SwapView:
    """All that makes the binder of an edition the binder of today."""

    since: int
    until: int | None
    """The newest edition; None while today's binder is a draft."""
    replaced: tuple[SwapEntry, ...] = ()
    removed: tuple[SwapEntry, ...] = ()
    added: tuple[SwapEntry, ...] = ()
    front: bool = False
    """Whether cover and lists are new: with any other change they are."""

    def __bool__(self) -> bool:
        return bool(self.replaced or self.removed or self.added or self.front)

    @property
    def records(self) -> frozenset[str]:
        """The sheets that are new on paper, the front aside."""
        return frozenset(entry.record for entry in (*self.replaced, *self.added))


@dataclass(frozen=True)
class PrintedCode:
    """A code on paper that knows its edition, and what is to be said of its sheet today."""

    code: str
    edition: int
    printed_on: date
    record: str
    """Today's name of the record."""
    state: str
    """right, changed or gone (from the binder)."""
    was: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fact that changed -> what the sheet wrongly says of it, in Dutch; nothing if it only lacks it."""
    other: bool = False
    """Whether anything else on the sheet changed."""
    retired: bool = False
    """Whether the sheet is in no binder any more that people should carry around."""


@dataclass(frozen=True)
class PrintedEdition:
    """An edition, for whoever holds a binder of it."""

    number: int
    printed_on: date
    retired: date | None
    """Since when nobody should carry it around."""
    newest: bool
    swap: SwapView


@dataclass(frozen=True)
class Standing:
    """How today's binder stands to what was printed."""

    ledger: Ledger
    today: date
    bind: Callable[[], Iterable[BoundSheet]] = tuple
    """Makes the sheets of today. Nobody asks for them while nothing was ever printed."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Former records -> those of today."""

    @cached_property
    def sheets(self) -> tuple[BoundSheet, ...]:
        return tuple(self.bind())

    def today_of(self, sheet: LedgerSheet) -> str:
        """The record of a printed sheet, under its name of today."""
        return self.renamed.get(sheet.record, sheet.record)

    @cached_property
    def bound(self) -> Mapping[str, BoundSheet]:
        return {sheet.record: sheet for sheet in self.sheets}

    def printed(self, edition: Edition) -> dict[str, LedgerSheet]:
        """The sheets of an edition, by the record's name of today."""
        return {self.today_of(sheet): sheet for sheet in edition.sheets}

    @cached_property
    def kept(self) -> Mapping[str, LedgerSheet]:
        """The sheets that are as in the newest edition: record of today -> the sheet there."""
        newest = self.ledger.newest
        if newest is None:
            return {}
        return {
            record: sheet
            for record, sheet in self.printed(newest).items()
            if (bound := self.bound.get(record))
            and not bound.moved(sheet)
            and not self.changes(newest, sheet, bound)
        }

    @cached_property
    def current(self) -> Edition | None:
        """The newest edition, if today's binder is still that one; None while it is a draft."""
        newest = self.ledger.newest
        same = newest and len(self.kept) == len(newest.sheets) == len(self.sheets)
        return newest if same else None

    def edition_of(self, record: str) -> Edition | None:
        """In which edition a sheet was printed as it is today; None for a sheet of a draft."""
        newest = self.ledger.newest
        if newest is None or record not in self.kept:
            return None
        return self.ledger.print_of(newest, self.kept[record])[0]

    def changes(self, edition: Edition, sheet: LedgerSheet, bound: BoundSheet) -> tuple[str, ...]:
        """What a sheet of today says otherwise than that sheet of an edition."""
        first, printed = self.ledger.print_of(edition, sheet)
        return changes(printed, bound.content(first.date), self.today)

    def swap(self, edition: Edition) -> SwapView:
        """From the binder of an edition to that of today."""
        old = self.printed(edition)
        replaced, removed, added = [], [], []
        for record, sheet in old.items():
            bound = self.bound.get(record)
            if record in (FRONT, BROCHURE):
                continue
            if bound is None or bound.moved(sheet):
                removed.append(_out(edition, sheet, record, self.ledger, bound))
        before = ""
        for bound in self.sheets:
            there = old.get(bound.record)
            entry = SwapEntry(bound.record, bound.name, _number(bound.number, bound.tab))
            if bound.record in (FRONT, BROCHURE):
                continue
            if there is None or bound.moved(there):
                after = before if bound.tab_name else ""
                added.append(replace(entry, after=after, tab_name=bound.tab_name))
            elif not self._same_print(edition, there, bound.record):
                replaced.append(replace(entry, changed=self.changes(edition, there, bound)))
            # Behind the first sheet of a tab begins a new count; a further one lies among the leaves.
            before = str(bound.number or (before if bound.tab_name else ""))
        front = bool(replaced or removed or added) or not self._same_print(edition, old.get(FRONT), FRONT)
        return SwapView(
            edition.edition,
            self.current.edition if self.current else None,
            tuple(replaced),
            tuple(removed),
            tuple(added),
            front,
        )

    def _same_print(self, edition: Edition, sheet: LedgerSheet | None, record: str) -> bool:
        printed = self.edition_of(record)
        return bool(sheet and printed and printed.edition == edition.printed_in(sheet))

    @cached_property
    def codes(self) -> tuple[PrintedCode, ...]:
        """Every code on paper that knows its edition."""
        return tuple(self._code(edition, sheet) for edition, sheet in self.ledger.prints if sheet.code)

    def _code(self, edition: Edition, sheet: LedgerSheet) -> PrintedCode:
        record = self.today_of(sheet)
        bound = self.bound.get(record)
        content = bound.content(edition.date) if bound else {}
        changed = changes(sheet, content, self.today) if bound else ()
        was = {
            fact: _no_longer(holding(getattr(sheet.says, fact), self.today), content.get(fact, ()))
            for fact in changed
            if fact in FACTS and fact not in _UNSAID
        }
        other = OTHER in changed
        state = "gone" if bound is None else "changed" if was or other else "right"
        retired = not self.ledger.is_in_use(edition, sheet)
        assert sheet.code
        return PrintedCode(sheet.code, edition.edition, edition.date, record, state, was, other, retired)

    @cached_property
    def editions(self) -> tuple[PrintedEdition, ...]:
        """Every edition, oldest first, with what there is to swap in a binder of it."""
        return tuple(
            PrintedEdition(
                edition.edition,
                edition.date,
                self.ledger.retired.get(edition.edition),
                edition is self.ledger.newest,
                self.swap(edition),
            )
            for edition in self.ledger.editions
        )


def _no_longer(said: tuple[str, ...], now: tuple[Line, ...]) -> tuple[str, ...]:
    """The lines that were said and are not any more."""
    return tuple(line for line in said if all(line != other.text for other in now))


def _number(number: SheetNumber | None, tab: int | None) -> str:
    return str(number or tab or "")


def _out(
    edition: Edition, sheet: LedgerSheet, record: str, ledger: Ledger, bound: BoundSheet | None
) -> SwapEntry:
    _first, printed = ledger.print_of(edition, sheet)
    name = printed.says.name[0].text if printed.says and printed.says.name else record
    now = str(bound.number) if bound and bound.number else ""
    return SwapEntry(record, name, _number(sheet.number, sheet.tab), now=now)
