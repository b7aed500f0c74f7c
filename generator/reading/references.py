"""What records say of each other: ids that are used twice, or that do not exist."""

from collections.abc import Iterator

from generator.model.codes import code_of
from generator.reading.dangling import Reference, tell_of_dangling
from generator.reading.likely import slugified
from generator.reading.marks import Path
from generator.reading.questions import check_questions
from generator.reading.shelves import Raw, Shelves
from generator.reading.traps import Gettext

REFERENCES: dict[str, dict[tuple[str, ...], str]] = {
    "offers": {
        ("themes",): "themes",
        ("place",): "places",
        ("route", "stops"): "places",
        ("organiser",): "organisations",
        ("partners",): "organisations",
        ("contacts",): "contacts",
        ("ended", "replaced_by"): "offers",
    },
    "organisations": {
        ("themes",): "themes",
        ("place",): "places",
        ("part_of",): "organisations",
        ("contacts",): "contacts",
        ("ended", "replaced_by"): "organisations",
    },
    "places": {("ended", "replaced_by"): "places"},
    "contacts": {("organisation",): "organisations"},
    "questions": {
        ("go_to",): "organisations",
        ("themes",): "themes",
        ("offers",): "offers",
        ("organisations",): "organisations",
        ("helplines",): "helplines",
    },
    "flyers": {("theme",): "themes", ("organisation",): "organisations"},
    "neighbourhood": {
        ("meeting_house",): "places",
        ("fallback", "place"): "places",
        ("fallback", "organisation"): "organisations",
    },
}
"""Which keys name records of which list."""

_CODED = {
    "offers": "offer",
    "organisations": "organisation",
    "places": "place",
    "questions": "question",
    "flyers": "flyer",
}
"""The lists whose records have a page and a QR code, and the kind in the code."""
_CODED_PAGES = ("home", "map", "finder", "calendar")
"""Pages of no record that have a QR code, of the kind "page"."""


def check_references(shelves: Shelves, _: Gettext) -> None:
    """Adds every clash and every dangling id to the findings of its file."""
    nowhere: list[Reference] = []
    for shelf in shelves.records:
        records = shelves.all(shelf)
        _check_own_ids(records, _)
        for keys, target in REFERENCES.get(shelf, {}).items():
            if shelves.knows(target):
                known = shelves.ids(target)
                for raw in records:
                    nowhere += _check_named(raw, keys, target, known, _)
    if nowhere:
        tell_of_dangling(nowhere, frozenset(all_named(shelves)), shelves, _)
    _check_numbers(shelves.records.get("places", ()), _)
    _check_part_of(shelves.records.get("organisations", ()), _)
    check_questions(shelves.all("questions"), _)
    _check_flyer_ids(shelves, _)
    _check_codes(shelves, _)


def _check_own_ids(records: tuple[Raw, ...], _: Gettext) -> None:
    """Within a list an id, or a previous id, belongs to one record only."""
    first: dict[str, int] = {}
    for raw in records:
        if raw.id is None:
            continue
        line, column = raw.tree.value((*raw.path, "id"))
        if raw.id in first:
            raw.findings.error(
                line, column,
                _("The id {id} is there twice: it already stands on line {line}.").format(
                    id=raw.id, line=first[raw.id]
                ),
                _("Give this record an id of its own."),
            )  # fmt: skip
        first.setdefault(raw.id, line)
    for raw in records:
        for previous, path in raw.named("previous_ids"):
            line, column = raw.tree.value(path)
            if previous in first:
                raw.findings.error(
                    line, column,
                    _("The previous id {id} is in use: it stands on line {line}.").format(
                        id=previous, line=first[previous]
                    ),
                    _("A previous id belongs to one record. Delete it here, or change the other id."),
                )  # fmt: skip
            first.setdefault(previous, line)


def _check_flyer_ids(shelves: Shelves, _: Gettext) -> None:
    """A flyer of an offer goes by the id of that offer, so no other one may."""
    offers = {raw.id: raw for raw in shelves.all("offers") if any(raw.under("flyer"))}
    for raw in shelves.all("flyers"):
        for flyer_id, path in _ids_of(raw):
            if flyer_id in offers and any(True for _file in offers[flyer_id].named("flyer", "file")):
                raw.findings.error(
                    *raw.tree.value(path),
                    _("The offer {id} has a flyer already: its file is named there.").format(id=flyer_id),
                    _("Give this record an id of its own."),
                )


def _check_named(
    raw: Raw, keys: tuple[str, ...], target: str, known: frozenset[str], _: Gettext
) -> Iterator[Reference]:
    """Gives what the record names and does not exist."""
    seen: set[str] = set()
    for named, path in raw.named(*keys):
        line, column = raw.tree.value(path)
        if named in seen:
            raw.findings.warning(
                line, column,
                _("{id} is in this list twice.").format(id=named),
                _("Delete one of the two."),
                kind="repeated",
            )  # fmt: skip
        seen.add(named)
        if named in known or slugified(named) != named:
            if named == raw.id and keys[-1] in ("replaced_by", "part_of"):
                raw.findings.error(
                    line, column,
                    _("{id} refers to itself.").format(id=named),
                    _("Name another record, or delete this line."),
                )  # fmt: skip
            continue  # what is not even an id was reported with the field
        yield Reference(raw, named, path, target)


def all_named(shelves: Shelves) -> Iterator[tuple[str, str]]:
    """Each id that a record names, with the list that it should be in."""
    for shelf in shelves.records:
        for keys, target in REFERENCES.get(shelf, {}).items():
            for raw in shelves.all(shelf):
                yield from ((target, named) for named, _path in raw.named(*keys))


def _check_numbers(places: tuple[Raw, ...], _: Gettext) -> None:
    first: dict[int, int] = {}
    for raw in places:
        number = raw.text("number")
        if number is None or not number.isdecimal():
            continue
        line, column = raw.tree.value((*raw.path, "number"))
        if int(number) in first:
            raw.findings.error(
                line, column,
                _("Number {number} is taken already: see line {line}.").format(
                    number=number, line=first[int(number)]
                ),
                _("Give this place a number of its own: {number}.").format(number=free_number(places)),
            )  # fmt: skip
        first.setdefault(int(number), line)


def free_number(places: tuple[Raw, ...]) -> int:
    """The next number for a place."""
    taken = [int(number) for raw in places if (number := raw.text("number")) and number.isdecimal()]
    return max(taken, default=0) + 1


def _check_part_of(organisations: tuple[Raw, ...], _: Gettext) -> None:
    """An organisation cannot be a part of one of its own parts."""
    parents = {raw.id: raw.text("part_of") for raw in organisations if raw.id}
    for raw in organisations:
        seen = {raw.id}
        parent = raw.text("part_of")
        while parent in parents and parent not in seen:
            seen.add(parent)
            parent = parents[parent]
        if parent is not None and parent == raw.id and raw.text("part_of") != raw.id:
            line, column = raw.tree.value((*raw.path, "part_of"))
            raw.findings.error(
                line, column,
                _("These organisations are a part of each other, in a circle."),
                _("Delete part_of at the organisation that stands at the top."),
            )  # fmt: skip


def _check_codes(shelves: Shelves, _: Gettext) -> None:
    """Two records with one code would open each other's page."""
    first = {code_of("page", page): ("page", page) for page in _CODED_PAGES}
    for shelf, kind in _CODED.items():
        for raw in shelves.all(shelf):
            for record_id, path in _ids_of(raw):
                of_kind, of_owner = first.setdefault(code_of(kind, record_id), (kind, record_id))
                if of_kind == kind and of_owner == record_id:
                    continue  # the same id twice was reported as such
                line, column = raw.tree.value(path)
                raw.findings.error(
                    line, column,
                    _("By chance {id} gets the same QR code as {other}.").format(
                        id=record_id, other=of_owner
                    ),
                    _("Choose a slightly different id for the newer of the two."),
                )  # fmt: skip


def _ids_of(raw: Raw) -> Iterator[tuple[str, Path]]:
    if raw.id:
        yield raw.id, (*raw.path, "id")
    yield from raw.named("previous_ids")
