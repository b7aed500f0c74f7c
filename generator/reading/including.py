"""Records of other guides beside our own: what `include` names is read as if somebody had typed it here.

The shared records come as plain data, so the same models read them. Where the neighbourhood
has a record of the same id, its fields win, one by one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from generator.model.inclusion import EVERYTHING, SHELVES, Home, Inclusion
from generator.model.vocabulary import Status
from generator.reading.keys import CUTOFF
from generator.reading.shelves import MODELS, Raw
from generator.reading.sources import INCLUDED_FOLDER
from generator.reading.traps import Gettext

OLD = timedelta(days=120)
"""After so long somebody should fetch a guide again."""
FETCH = "python -m generator fetch"
Owner = tuple[str, str]
"""List and id of a record: ("organisations", "caw")."""


def included_file(name: str) -> str:
    return f"{INCLUDED_FOLDER}/{name}.json"


class Spoken(dict[str, str]):
    """A text by language, which is no record."""


@dataclass(frozen=True)
class SharedRecord:
    """A record of another guide, as one would type it here."""

    data: dict[str, Any]
    home: Home

    @property
    def id(self) -> str:
        return str(self.data["id"])

    @property
    def ids(self) -> tuple[str, ...]:
        """Its id, and those that it had before."""
        return (self.id, *self.data.get("previous_ids", ()))


@dataclass(frozen=True)
class SharedGuide:
    """A guide that was fetched."""

    source: str
    """Where it came from."""
    fetched: date
    records: Mapping[str, tuple[SharedRecord, ...]]
    """By list: organisations, places, helplines."""
    themes: Mapping[str, str]
    """Id of a theme there -> its Dutch name."""


@dataclass(frozen=True)
class Unusable:
    """A file that is there, and cannot be used."""

    why: str
    """damaged: it is no published guide; changed: somebody wrote in it after it was fetched."""


Shared = Mapping[str, SharedGuide | Unusable]
"""What lies in content/included/, by name."""


@dataclass
class Included:
    """The records as typed, with those that were taken over among them."""

    raw: dict[str, tuple[Raw, ...]]
    homes: dict[Owner, Home] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    """Lists of which records are missing, so that no id can be called unknown."""


def include_records(raw: dict[str, tuple[Raw, ...]], shared: Shared, today: date, _: Gettext) -> Included:
    """Adds what the neighbourhood takes over; what cannot be had is an error at its `include`."""
    included = Included(dict(raw))
    for neighbourhood in raw.get("neighbourhood", ()):
        for entry in neighbourhood.under("include"):
            _Including(included, entry, today, _).include(shared)
    return included


class _Including:
    def __init__(self, included: Included, entry: Raw, today: date, _: Gettext) -> None:
        self._into, self._entry, self._today, self._ = included, entry, today, _

    def include(self, shared: Shared) -> None:
        try:
            wish = Inclusion.model_validate(self._entry.data)
        except ValidationError:
            self._into.incomplete.update(SHELVES)
            return  # told with the neighbourhood itself
        guide = self._usable(wish, shared)
        if guide is None:
            self._into.incomplete.update(SHELVES)
            return
        found = {shelf: self._chosen(guide, shelf, getattr(wish, shelf)) for shelf in SHELVES}
        places = {record.id: record for record in guide.records["places"]}
        self._places(found["organisations"], places)
        known = self._ids("organisations") | {record.id for record in found["organisations"]}
        for shelf, records in found.items():
            for record in records:
                self._add(shelf, self._fitted(record, shelf, guide, known))
        for record in found["organisations"]:
            self._check_themes(record.id)

    def _usable(self, wish: Inclusion, shared: Shared) -> SharedGuide | None:
        _, file = self._, included_file(wish.id)
        guide = shared.get(wish.id)
        if guide is None:
            self._error("from", _("This guide was not fetched yet: there is no {file}.").format(file=file),
                        _("Fetch it with: {command}").format(command=FETCH))  # fmt: skip
            return None
        if isinstance(guide, Unusable):
            message = (
                _("{file} was changed by hand: it is no longer what was fetched.")
                if guide.why == "changed"
                else _("{file} is damaged: it is no published guide.")
            )
            self._error("from", message.format(file=file),
                        _("Fetch it again with: {command}").format(command=FETCH))  # fmt: skip
            return None
        if guide.source != wish.source:
            self._error("from", _("{file} comes from another address: {address}").format(
                file=file, address=guide.source), _("Fetch it again with: {command}").format(command=FETCH)
            )  # fmt: skip
            return None
        if self._today - guide.fetched > OLD:
            self._warn("from", _("{file} was fetched on {day}: that is long ago.").format(
                file=file, day=guide.fetched), _("Fetch it again with: {command}").format(command=FETCH)
            )  # fmt: skip
        return guide

    def _chosen(self, guide: SharedGuide, shelf: str, wanted: tuple[str, ...]) -> list[SharedRecord]:
        """In the order of the list, or all of them; those alone that read as a record of ours would."""
        if EVERYTHING in wanted:
            chosen = list(guide.records[shelf])
        else:
            by_id = {name: record for record in guide.records[shelf] for name in record.ids}
            by_id |= {record.id: record for record in guide.records[shelf]}
            for number, name in enumerate(wanted):
                if name not in by_id:
                    self._unknown(shelf, number, name, by_id)
            chosen = [by_id[name] for name in dict.fromkeys(wanted) if name in by_id]
        return [record for record in chosen if self._is_sound(shelf, record)]

    def _unknown(self, shelf: str, number: int, name: str, known: Collection[str]) -> None:
        _ = self._
        close = get_close_matches(name, sorted(known), n=3, cutoff=CUTOFF)
        remedy = (
            _("Did you mean {meant}?").format(meant=", ".join(close))
            if close
            else _("Choose from: {choices}.").format(choices=", ".join(sorted(known)))
        )
        self._into.incomplete.add(shelf)
        self._error(
            (shelf, number), _("That guide has no {id} among its {list}.").format(id=name, list=shelf), remedy
        )

    def _is_sound(self, shelf: str, record: SharedRecord) -> bool:
        # The number of a place is ours to give.
        data = {"number": "1", **record.data} if shelf == "places" else record.data
        try:
            MODELS[shelf].model_validate(data)
        except ValidationError as error:
            self._not_sound(shelf, record, error)
            return False
        return True

    def _not_sound(self, shelf: str, record: SharedRecord, error: ValidationError) -> None:
        _ = self._
        where = ", ".join(dict.fromkeys(str(detail["loc"][0]) for detail in error.errors() if detail["loc"]))
        self._into.incomplete.add(shelf)
        self._error(
            shelf,
            _("{id} of that guide has something that cannot be used: {keys}.").format(
                id=record.id, keys=where or "?"
            ),
            _("Tell those who keep it, and leave it out of this list for now."),
        )

    def _places(self, organisations: Sequence[SharedRecord], places: Mapping[str, SharedRecord]) -> None:
        """A place comes along if the neighbourhood gives it a number: that is on its map, and on paper."""
        _ = self._
        own = {raw.id: raw for raw in self._into.raw.get("places", ())}
        for name in dict.fromkeys(record.data.get("place") for record in organisations):
            place = places.get(name or "")
            if place is None or not self._is_sound("places", place):
                continue
            typed = own.get(place.id)
            if typed is None:
                numbers = [int(n) for raw in own.values() if (n := raw.text("number") or "").isdecimal()]
                example = f"- {{id: {place.id}, number: {max(numbers, default=0) + 1}}}"
                self._warn(
                    "organisations",
                    _("The place {id} is in that guide, but has no number here: it is left out.").format(
                        id=place.id
                    ),
                    _("Give it a number of its own, under places: {example}").format(example=example),
                    kind="included-place",
                )
            elif "name" not in typed.data:
                self._add("places", place)

    def _fitted(
        self, record: SharedRecord, shelf: str, guide: SharedGuide, organisations: Collection[str]
    ) -> SharedRecord:
        """The record without what it says of records that are not here."""
        data = dict(record.data)
        if shelf == "organisations":
            ours = {raw.id: _dutch(raw) for raw in self._into.raw.get("themes", ())}
            by_name = {name: theme for theme, name in ours.items() if theme}
            themes = (
                name if name in ours else by_name.get(guide.themes.get(name, "").casefold())
                for name in data.get("themes", ())
            )
            data["themes"] = [name for name in dict.fromkeys(themes) if name]
            for key, known in (("place", self._ids("places")), ("part_of", organisations)):
                if data.get(key) not in known or data.get(key) == record.id:
                    data.pop(key, None)
            if data.get("ended", {}).get("replaced_by", record.id) not in organisations:
                data["ended"] = {k: v for k, v in data["ended"].items() if k != "replaced_by"}
        return replace(record, data=data)

    def _add(self, shelf: str, record: SharedRecord) -> None:
        """The record itself, or what our own record of that id does not say."""
        records = self._into.raw.get(shelf, ())
        taken = {name for raw in records for name in (raw.id, *(n for n, _at in raw.named("previous_ids")))}
        languages = self._languages()
        data = {key: _spoken_here(value, languages) for key, value in record.data.items()}
        if "previous_ids" in data:
            data["previous_ids"] = [name for name in data["previous_ids"] if name not in taken]
        own = next((raw for raw in records if raw.id == record.id), None)
        if (shelf, record.id) in self._into.homes:
            return  # an earlier guide has it already
        if own is None:
            if record.id in taken:
                return  # ours by now, under another id
            self._into.raw[shelf] = (*records, replace(self._entry, shelf=shelf, data=data))
            self._into.homes[shelf, record.id] = record.home
            return
        merged = replace(own, data=data | own.data)
        self._into.raw[shelf] = tuple(merged if raw is own else raw for raw in records)
        self._into.homes[shelf, record.id] = replace(record.home, own=frozenset(own.data) - {"id"})

    def _check_themes(self, name: str) -> None:
        """Lists on paper go by theme: an organisation whose themes are not ours would be on none of them."""
        raw = next((raw for raw in self._into.raw["organisations"] if raw.id == name), None)
        if raw is None or raw.data.get("themes") or raw.text("status") == Status.ENDED.value:
            return
        _ = self._
        themes = [theme.id for theme in self._into.raw.get("themes", ()) if theme.id]
        if not themes:
            return
        self._warn(
            "organisations",
            _("{id} has no theme of ours: it is on no sheet of the binder.").format(id=name),
            _("Give it a theme, under organisations: {example} ({choices})").format(
                example=f"- {{id: {name}, themes: {themes[0]}}}", choices=", ".join(themes)
            ),
            kind="included-theme",
        )

    def _ids(self, shelf: str) -> frozenset[str]:
        return frozenset(raw.id for raw in self._into.raw.get(shelf, ()) if raw.id)

    def _languages(self) -> frozenset[str]:
        typed = next(iter(self._into.raw["neighbourhood"])).named("languages")
        return frozenset(("nl", *(code for code, _path in typed)))

    def _error(self, at: str | tuple[str | int, ...], message: str, remedy: str) -> None:
        self._entry.findings.error(*self._place(at), message, remedy)

    def _warn(
        self, at: str | tuple[str | int, ...], message: str, remedy: str, kind: str = "included-old"
    ) -> None:
        self._entry.findings.warning(*self._place(at), message, remedy, kind=kind)

    def _place(self, at: str | tuple[str | int, ...]) -> tuple[int, int]:
        keys = (at,) if isinstance(at, str) else at
        return self._entry.tree.value((*self._entry.path, *keys))


def _dutch(raw: Raw) -> str:
    name = raw.data.get("name")
    return str(name.get("nl", "") if isinstance(name, dict) else name or "").casefold()


def _spoken_here(value: Any, languages: Collection[str]) -> Any:
    """Texts without the languages in which this guide is not made."""
    if isinstance(value, Spoken):
        kept = {code: text for code, text in value.items() if code in languages}
        return kept or dict(value)
    if isinstance(value, dict):
        return {key: _spoken_here(item, languages) for key, item in value.items()}
    return [_spoken_here(item, languages) for item in value] if isinstance(value, list) else value
