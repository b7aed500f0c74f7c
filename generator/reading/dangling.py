"""Ids that no record has: what was meant by them, told once for each, however often it stands there."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import NamedTuple

from generator.reading.keys import CUTOFF
from generator.reading.likely import is_near, slugified
from generator.reading.marks import Path
from generator.reading.shelves import Raw, Shelves
from generator.reading.traps import Gettext

_RENAMED = 0.5
"""How much the name of a record looks like the id that it had before."""
_MOST_LINES = 5


class Reference(NamedTuple):
    """An id that a record names, where it does so, and the list that the id should be in."""

    raw: Raw
    named: str
    path: Path
    target: str

    @property
    def place(self) -> tuple[int, int]:
        return self.raw.tree.value(self.path)


Named = tuple[str, str]
"""A list, and an id that is named as one of it."""


def guess_ids(named: Iterable[Named], shelves: Shelves) -> Mapping[tuple[str, Path], str]:
    """For the records without an id, by list and place, the one that they probably had: others name it still.

    `named` are the ids that records name, each as often as it is named.
    """
    counts = Counter((target, an_id) for target, an_id in named if an_id not in shelves.ids(target))
    found: dict[tuple[str, Path], str] = {}
    for shelf, records in shelves.records.items():
        for raw in records:
            if raw.id is None and shelf != "neighbourhood":
                name = _name(raw)
                free = [
                    (_likeness(named, name), count, named)
                    for (target, named), count in counts.items()
                    if target == shelf and named not in found.values()
                ]
                likely = max(free, default=None)
                found[shelf, raw.path] = likely[2] if likely and likely[0] >= _RENAMED else name
    return found


def _name(raw: Raw) -> str:
    keys = ((*key, *language) for key in (("name",), ("question",), ("title",)) for language in ((), ("nl",)))
    names = (name for path in keys for name, _path in raw.named(*path))
    return slugified(next(names, ""))


def _likeness(named: str, name: str) -> float:
    """How much an id looks like a name: an abbreviation does as well."""
    if named == name:
        return 2.0
    if f"-{named}-" in f"-{name}-" or f"-{name}-" in f"-{named}-":
        return 1.0
    return SequenceMatcher(None, named, name).ratio()


def tell_of_dangling(
    references: Sequence[Reference], named: Collection[Named], shelves: Shelves, _: Gettext
) -> None:
    """Adds one finding for each id that no record has; `named` are all ids that records name."""
    together: dict[tuple[str, str], list[Reference]] = {}
    for reference in references:
        together.setdefault((reference.target, reference.named), []).append(reference)
    for (target, an_id), same in together.items():
        if len(same) > 1 and (renamed := _renamed(an_id, target, named, shelves)):
            renamed.findings.error(
                *renamed.tree.value((*renamed.path, "id")),
                _("This id seems to be changed: {count} lines still name {id}, such as {places}.").format(
                    count=len(same), id=an_id, places=_places(same)
                ),
                _("An id never changes. Write again: {line}").format(line=f"id: {an_id}"),
            )
            continue
        first, *others = same
        message = _("There is no {id} among the {list}.").format(id=an_id, list=target)
        if others:
            message += " " + _("The same on {places}.").format(places=_places(others))
        first.raw.findings.error(*first.place, message, _suggestion(an_id, target, shelves, _))


def _places(references: Sequence[Reference]) -> str:
    found = [f"{reference.raw.findings.file}:{reference.place[0]}" for reference in references]
    return ", ".join(found[:_MOST_LINES]) + (", ..." if len(found) > _MOST_LINES else "")


def _renamed(an_id: str, target: str, named: Collection[Named], shelves: Shelves) -> Raw | None:
    """The record that probably had this id: it is called so, and nobody names its own."""
    likely = [
        (max(_likeness(an_id, _name(raw)), _likeness(an_id, raw.id)), -number)
        for number, raw in enumerate(shelves.all(target))
        if raw.id and (target, raw.id) not in named
    ]
    likeness, number = max(likely, default=(0.0, 0))
    return shelves.all(target)[-number] if likeness >= CUTOFF else None


def _suggestion(named: str, target: str, shelves: Shelves, _: Gettext) -> str:
    known = shelves.ids(target)
    if meant := shelves.called(target).get(named):
        return _("Did you mean {meant}?").format(meant=meant)
    close = _close(named, known)
    if close:
        return _("Did you mean {meant}?").format(meant=", ".join(close))
    elsewhere = [shelf for shelf in shelves.records if shelf != target and named in shelves.ids(shelf)]
    if elsewhere:
        return _("{id} stands among the {list}. Here an id from {target} belongs.").format(
            id=named, list=elsewhere[0], target=target
        )
    if len(known) <= 15 and known:
        return _("Choose from: {choices}.").format(choices=", ".join(sorted(known)))
    return _("Use an id from {list}, or add the record there.").format(list=target)


@lru_cache(maxsize=1_000)
def _close(named: str, known: frozenset[str]) -> tuple[str, ...]:
    """One slip is often repeated in many records, and comparing with all ids is slow."""
    possible = sorted(name for name in known if slugified(name) == name and is_near(named, name))
    return tuple(get_close_matches(named, possible, n=3, cutoff=CUTOFF))
