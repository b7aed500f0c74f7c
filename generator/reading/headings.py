"""The line above a list (`contacts:`) that somebody deleted or damaged, found by what stands below it.

Without it all records of that list belong to the list before, and each of them is wrong there. This is
only looked at once something is wrong; the text with the line mended is then read again.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from pydantic import BaseModel

from generator.model.records import Neighbourhood
from generator.problems import Problem
from generator.reading.decoding import decode
from generator.reading.keys import keys_of, meant_key
from generator.reading.shelves import MODELS
from generator.reading.slips import askew
from generator.reading.traps import Gettext

_TOP = re.compile(r"^([\w'-]+)\s*:(?:\s|$)")
_DASH = re.compile(r"^( *)- +(?=\S)")
_KEY = re.compile(r"^( *)(?:- +)?([A-Za-z_]+):(?:\s|$)")
_ID = re.compile(r"^( *)- *id *:", re.MULTILINE)
_WORD = re.compile(r"^( *)(-? *)[\"'“]?([A-Za-z]+)[\"'”]?\s*[:;,.=]?\s*(?:#.*)?$")
_ROUNDS = 8
"""As many headings as there are."""
_MISFIT = 100


@dataclass(frozen=True)
class Mended:
    """The text as it was probably meant, and what was wrong with it."""

    raw: bytes
    problems: tuple[Problem, ...]
    lines: tuple[str, ...] = ()
    """Those of the file."""
    inserted: tuple[int, ...] = ()
    """The lines of it (from 1) that the file does not have, in order."""

    def line(self, number: int) -> int:
        """The line of the file that a line of this text is."""
        return number - sum(line <= number for line in self.inserted)

    def placed(self, problem: Problem) -> Problem:
        """A problem of this text as one of the file."""
        line = min(self.line(problem.line), len(self.lines))
        return replace(problem, line=line, excerpt=self.lines[line - 1] if line else "")


def mend_headings(raw: bytes, file: str, own: Sequence[str], _: Gettext) -> Mended | None:
    """The file with the headings that it lacks; None if nothing is wrong with them. `own` are its keys."""
    decoded = decode(raw)
    if decoded.encoding != "utf-8":
        return None
    original = decoded.lines
    lines, mended = list(original), Mended(raw, (), tuple(original))
    for _round in range(_ROUNDS):
        text = _Text(lines, own)
        found = _damaged(text) or _outermost(text) or _loose(text) or _dashless(text) or _deleted(text)
        if found is None:
            break
        if found.told:
            number, line = mended.line(found.at + 1), lines[found.at]
            message, remedy = _said(found, line, _)
            problem = Problem(file, number, len(line) - len(line.lstrip()) + 1, message, remedy, line)
            mended = replace(mended, problems=(*mended.problems, problem))
        if found.inserts:
            lines.insert(found.at, found.line)
            below = (line + (line > found.at) for line in mended.inserted)
            mended = replace(mended, inserted=tuple(sorted((*below, found.at + 1))))
        else:
            lines[found.changed] = found.line
    return replace(mended, raw="\n".join(lines).encode()) if lines != original else None


@dataclass(frozen=True)
class _Found:
    """A line to change (from 0), what it becomes, and the line at which that is told."""

    kind: str
    key: str
    changed: int
    line: str
    at: int
    told: bool = True
    inserts: bool = False
    """Whether the line comes above the one at which it is told, because none there can be missed."""


def _said(found: _Found, line: str, _: Gettext) -> tuple[str, str]:
    if found.kind == "deleted":
        return (
            _("The line {key}: is missing above this one.").format(key=found.key),
            _("Put a line above it that says: {key}:").format(key=found.key),
        )
    if found.kind == "outermost":
        return askew(_)
    if found.kind == "loose":
        return (
            _("This line does not belong to any key."),
            _("A note to yourself begins with #.")
            + " "
            + _("Write: {line}").format(line=f"# {line.strip()}"),
        )
    if found.kind == "continued":
        count = len(found.line) - len(found.line.lstrip())
        return (
            _("This line does not belong to any key."),
            _("Does the text above go on here? Put {count} spaces before this line.").format(count=count)
            + " "
            + _("A note to yourself begins with #."),
        )
    if found.kind == "dashless":
        return (
            _("The dash is missing with which a record begins."),
            _("Write: {line}").format(line=f"- {line.strip()}")
            + ". "
            + _("Its dash stands right below those of the other records."),
        )
    return (
        _("The line {key}: stands above a list. It begins at the very left, and has a colon.").format(
            key=found.key
        ),
        _("Write: {line}").format(line=f"{found.key}:"),
    )


class _Text:
    """The lines of a file, and which headings it has."""

    def __init__(self, lines: Sequence[str], own: Sequence[str]) -> None:
        self.lines, self.own = lines, own
        dashes = [len(found[1]) for found in _ID.finditer("\n".join(lines))]
        self.dash = min(dashes, default=2)
        self.tops: list[tuple[int, str]] = []
        for number, line in enumerate(lines):
            if found := _TOP.match(line):
                typed = found[1]
                self.tops.append((number, typed if typed in own else meant_key(typed, own) or typed))
        there = {key for _line, key in self.tops}
        self.missing = [key for key in own if key not in there]

    def says_something(self, number: int) -> bool:
        line = self.lines[number].strip()
        return bool(line) and not line.startswith("#")

    def next(self, number: int) -> int | None:
        """The next line that says something."""
        return next((n for n in range(number + 1, len(self.lines)) if self.says_something(n)), None)

    def sections(self) -> Iterator[tuple[str | None, int, int]]:
        """Heading (None: what stands before the first), first line below it, line after its last."""
        bounds = [(-1, None), *self.tops, (len(self.lines), None)]
        for (top, key), (end, _next) in pairwise(bounds):
            yield key, top + 1, end

    def records(self, first: int, end: int) -> list["_Record"]:
        """The records, each with the lines of its keys."""
        found: list[_Record] = []
        for number in range(first, end):
            line = self.lines[number]
            if (dash := _DASH.match(line)) and len(dash[1]) == self.dash:
                found.append(_Record(number, []))
            if found and (key := _KEY.match(line)):
                depth = len(key[1]) + (2 if dash else 0)
                if depth == self.dash + 2:
                    found[-1].keys.append((number, key[2]))
        return found


class _Record(NamedTuple):
    line: int
    keys: list[tuple[int, str]]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for _line, name in self.keys)

    @property
    def again(self) -> list[int]:
        """The lines of the keys that it has already."""
        first: dict[str, int] = {}
        return [line for line, name in self.keys if first.setdefault(name, line) != line]


def _damaged(text: _Text) -> _Found | None:
    """A heading without its colon, with spaces or a dash before it."""
    for number, line in enumerate(text.lines) if text.missing else ():
        found = _WORD.match(line)
        if not found or len(found[1]) > text.dash or not text.says_something(number):
            continue
        key = found[3].lower()
        below = text.next(number)
        if key not in text.missing or below is None or (_TOP.match(line) and not found[2]):
            continue
        after = text.lines[below]
        dash = _DASH.match(after)
        if (dash and len(dash[1]) == text.dash) if key in MODELS else (after.startswith(" ") and not dash):
            return _Found("damaged", key, number, f"{key}:", number)
    return None


def _outermost(text: _Text) -> _Found | None:
    """A line of a record that lost all its spaces, amid lines that have theirs."""
    for number, key in text.tops:
        section = next((name for top, name in reversed(text.tops) if top < number and name in text.own), "")
        before, below = text.lines[number - 1], text.next(number)
        amid = before.startswith(" " * (text.dash + 1)) and below and text.lines[below].startswith(" ")
        if key in text.own or section not in MODELS or not amid:
            continue
        depth = text.dash + 2
        if key not in keys_of(MODELS[section]):
            # A key within a key stands where the line above it does; what has records below is a heading.
            depth = len(before) - len(before.lstrip(" -"))
            dash = _DASH.match(text.lines[below or 0])
            if dash and len(dash[1]) == text.dash:
                continue
        return _Found("outermost", key, number, " " * depth + text.lines[number], number)
    return None


def _loose(text: _Text) -> _Found | None:
    """A note at the very left that is none, because it has no #."""
    for number, line in enumerate(text.lines):
        if line[:1].isalpha() and ":" not in line and line.split()[0].lower() not in text.own:
            if line[0].islower() and (depth := _depth_of_text(text.lines[number - 1])):
                return _Found("continued", "", number, " " * depth + line, number)
            return _Found("loose", "", number, f"# {line}", number)
    return None


def _depth_of_text(line: str) -> int:
    """How many spaces the next line of the text on this line has; 0 if it is no plain text that may go on."""
    said = line.strip()
    if not line.startswith(" ") or said.startswith("#") or said[-1:] in ("]", "}", "'", '"', ":", ""):
        return 0
    depth = len(line) - len(line.lstrip(" -"))
    return depth + 2 if _KEY.match(line) else depth


def _dashless(text: _Text) -> _Found | None:
    """The first line of a record, without the dash that the others have."""
    for key, first, end in text.sections():
        if key is None or key not in MODELS or key not in text.own:
            continue
        number = text.next(first - 1)
        if number is None or number >= end:
            continue
        if not _DASH.match(text.lines[number]) and (found := _begins(text, number, key)):
            return found
        for record in text.records(first, end):
            again = [
                line for line, name in record.keys[1:] if name in {n for at, n in record.keys if at < line}
            ]
            if len(again) > 1 and (found := _begins(text, again[0], key)):
                return found
    return None


def _begins(text: _Text, number: int, key: str) -> _Found | None:
    """A record begins on this line: it gets its dash."""
    line = text.lines[number]
    found = _KEY.match(line)
    if not found or len(found[1]) <= text.dash or found[2] not in keys_of(MODELS[key]):
        return None
    mended = f"{' ' * text.dash}- {line.strip()}"
    return _Found("dashless", found[2], number, mended, number, told=found[2] == "id")


def _deleted(text: _Text) -> _Found | None:
    """A heading that is gone: from some line on, records fit another list far better than their own."""
    for key, first, end in text.sections() if text.missing else ():
        if key is None and "neighbourhood" in text.missing and (found := _neighbourhood(text, end)):
            return found
        own = MODELS.get(key or "")
        records = text.records(first, end)
        for record, following in zip_longest(records, records[1:]):
            best = _best(record.names, text.missing)
            if best is None or _misfit(best[1], record.names) >= min(_misfit(own, record.names), 3):
                continue
            # One record alone that fits another list is a record in the wrong place.
            if not following or _misfit(best[1], following.names) < _misfit(own, following.names):
                return _above(best[0], record.line, text)
    return None


def _best(keys: Collection[str], missing: Collection[str]) -> tuple[str, type[BaseModel]] | None:
    """The list, of those that are missing, that a record with these keys fits best."""
    lists = [(name, MODELS[name]) for name in missing if name in MODELS]
    return min(lists, key=lambda named: _misfit(named[1], keys), default=None)


def _neighbourhood(text: _Text, end: int) -> _Found | None:
    number = text.next(-1)
    found = _KEY.match(text.lines[number]) if number is not None and number < end else None
    if number is None or not found or not found[1] or found[2] not in keys_of(Neighbourhood):
        return None
    return _above("neighbourhood", number, text)


def _above(key: str, number: int, text: _Text) -> _Found:
    """The heading comes on the line above, if that says nothing: then all lines keep their numbers."""
    inserts = not number or text.says_something(number - 1)
    return _Found("deleted", key, number - 1, f"{key}:", number, inserts=inserts)


def _misfit(model: type[BaseModel] | None, keys: Collection[str]) -> int:
    """How many keys the record has that its list does not know, and how many it lacks."""
    if model is None:
        return _MISFIT
    needed = {field.alias or name for name, field in model.model_fields.items() if field.is_required()}
    return len(set(keys) - set(keys_of(model))) + len(needed - set(keys))


def belongs_to(keys: Collection[str], model: type[BaseModel]) -> str | None:
    """The list that a record was meant for, if it fits just that one and its own not at all."""
    fit = [name for name, other in MODELS.items() if other is not model and _misfit(other, keys) == 0]
    return fit[0] if _misfit(model, keys) >= 2 and len(fit) == 1 else None
