"""The ledger of editions: what was printed when, and what stood on each sheet.

An edition is the binder of one day, frozen. The ledger only grows: an edition that is no
longer in use is retired by one more entry.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.model.fields import CalendarDate, Count, WebAddress
from generator.model.numbering import Numbers, SheetNumber
from generator.model.record import Many, Record


class Line(Record):
    """A line on a sheet; `until` is the last day on which it says anything."""

    text: str
    until: CalendarDate | None = None


def _line(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Lines = Annotated[tuple[Annotated[Line, BeforeValidator(_line)], ...], Many]
Content = Mapping[str, tuple[Line, ...]]
"""All that a sheet says, but for what ages by itself; a name for each part."""


class Says(Record):
    """The facts on a sheet that people act on, in the words of the sheet."""

    name: Lines = ()
    theme: Lines = ()
    when: Lines = ()
    where: Lines = ()
    pin: Lines = ()
    """Number and square on the map, and what the small map shows."""
    price: Lines = ()
    contact: Lines = ()
    signup: Lines = ()
    bring: Lines = ()
    notice: Lines = ()
    status: Lines = ()


FACTS: tuple[str, ...] = tuple(Says.model_fields)
OTHER = "other"
"""Stands for everything on a sheet that is no fact of these."""


class LedgerSheet(Record):
    """One sheet of an edition.

    `record` tells what it is: "offer/digipunt" is a leaf, "theme/wonen" a tab, "front" the
    cover with the lists. `since` is the edition in which it was printed as it is now;
    without it, this one.
    """

    tab: Count | None = None
    position: str | None = None
    """The part of a leaf's number after the dot: "2a"."""
    record: str
    code: str | None = None
    fingerprint: str
    since: Count | None = None
    says: Says | None = None

    @property
    def number(self) -> SheetNumber | None:
        """Of a leaf only."""
        if self.tab is None or self.position is None:
            return None
        return SheetNumber.parse(self.tab, self.position)


class Edition(Record):
    """The binder of one day."""

    edition: Count
    date: CalendarDate
    site: WebAddress
    """The address in its codes."""
    seal: str = ""
    """Is right as long as nobody touches the edition: git may put two of them together line by line."""
    sheets: Annotated[tuple[LedgerSheet, ...], Many] = ()

    @cached_property
    def sheet(self) -> Mapping[str, LedgerSheet]:
        return {sheet.record: sheet for sheet in self.sheets}

    def printed_in(self, sheet: LedgerSheet) -> int:
        """The edition in which one of its sheets was printed as it is."""
        return sheet.since or self.edition


class Retirement(Record):
    """An edition that nobody should carry around any more."""

    retired: Count
    date: CalendarDate


@dataclass(frozen=True)
class Ledger:
    """All editions, oldest first: the first one is number 1."""

    editions: tuple[Edition, ...] = ()
    retirements: tuple[Retirement, ...] = ()

    @property
    def newest(self) -> Edition | None:
        return self.editions[-1] if self.editions else None

    def edition(self, number: int) -> Edition | None:
        return next((edition for edition in self.editions if edition.edition == number), None)

    @cached_property
    def retired(self) -> Mapping[int, date]:
        """Number of an edition -> since when nobody should carry it around."""
        return {entry.retired: entry.date for entry in reversed(self.retirements)}

    @property
    def in_use(self) -> tuple[Edition, ...]:
        return tuple(edition for edition in self.editions if edition.edition not in self.retired)

    @cached_property
    def prints(self) -> tuple[tuple[Edition, LedgerSheet], ...]:
        """Each sheet with the edition in which it was printed as it is, once."""
        return tuple(
            (edition, sheet)
            for edition in self.editions
            for sheet in edition.sheets
            if edition.printed_in(sheet) == edition.edition
        )

    def print_of(self, edition: Edition, sheet: LedgerSheet) -> tuple[Edition, LedgerSheet]:
        """A sheet of an edition as it was printed: with all that it says."""
        first = self.edition(edition.printed_in(sheet))
        assert first, "the reading has checked that it exists"
        return first, first.sheet[sheet.record]

    def is_in_use(self, edition: Edition, sheet: LedgerSheet) -> bool:
        """Whether a sheet, as it was printed in an edition, belongs in a binder that is not retired."""
        return any(
            (there := later.sheet.get(sheet.record)) and later.printed_in(there) == edition.edition
            for later in self.in_use
        )

    def numbers(self, renamed: Mapping[str, str]) -> Numbers:
        """The numbers that paper carries. `renamed` leads from former records to those of today."""
        tabs: dict[str, int] = {}
        sheets: dict[str, list[SheetNumber]] = {}
        for edition in reversed(self.editions):
            for sheet in edition.sheets:
                record = renamed.get(sheet.record, sheet.record)
                if sheet.number:
                    sheets.setdefault(record, []).append(sheet.number)
                elif sheet.tab is not None:
                    tabs.setdefault(record, sheet.tab)
        return Numbers(tabs, {record: tuple(dict.fromkeys(found)) for record, found in sheets.items()})


def seal_of(edition: Edition) -> str:
    """The seal that an edition should have; a field that comes later, and is empty, does not break it."""
    return _digest(edition.model_dump(mode="json", exclude={"seal"}, exclude_defaults=True))


def _digest(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def fingerprint(content: Content) -> str:
    """Sixteen characters that are the same as long as a sheet says the same."""
    plain = {
        part: [(line.text, str(line.until or "")) for line in lines]
        for part, lines in content.items()
        if lines
    }
    return _digest(plain)


def facts_of(content: Content) -> Says:
    return Says(**{fact: content.get(fact, ()) for fact in FACTS})


def holding(lines: Iterable[Line], day: date) -> tuple[str, ...]:
    """What lines still say on a day: what was over by then was no mistake of the paper."""
    return tuple(line.text for line in lines if line.until is None or line.until >= day)


def changes(printed: LedgerSheet, content: Content, today: date) -> tuple[str, ...]:
    """Which facts a sheet says otherwise than it was printed, `OTHER` for all else; mostly none.

    `content` is what today's records say, as said on the day of the print: "from
    4 September on" is no other schedule than the same one after that day.
    """
    if printed.says is None:
        return () if fingerprint(content) == printed.fingerprint else (OTHER,)
    said: dict[str, tuple[Line, ...]] = {fact: getattr(printed.says, fact) for fact in FACTS}
    changed = tuple(
        fact for fact in FACTS if holding(said[fact], today) != holding(content.get(fact, ()), today)
    )
    as_printed = fingerprint({**content, **said})
    return changed if as_printed == printed.fingerprint else (*changed, OTHER)
