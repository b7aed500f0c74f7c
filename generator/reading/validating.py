"""One record: plain data -> a checked record, or all of its mistakes at their places."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.reading import likely
from generator.reading.causes import causes, corrected, value_at
from generator.reading.examples import example
from generator.reading.explaining import explain
from generator.reading.findings import Findings
from generator.reading.headings import belongs_to
from generator.reading.keys import all_keys, keys_of, meant_key, model_at, models_under
from generator.reading.likely import slugified
from generator.reading.marks import Mark, Part, Path, Said, Tree
from generator.reading.mistakes import Mistake
from generator.reading.quoting import quoted
from generator.reading.shelves import FILES, MODELS
from generator.reading.traps import Gettext
from generator.recalling import Recall, make_anew

R = TypeVar("R", bound=BaseModel)


def check_record(
    model: type[R],
    data: object,
    path: Path,
    tree: Tree,
    findings: Findings,
    ids: Mapping[str, Collection[str]],
    _: Gettext,
    recall: Recall = make_anew,
    called: Callable[[str], Mapping[str, str]] = lambda _key: {},
    today: date | None = None,
) -> R | None:
    """The record at a path, or None after adding each of its mistakes to the findings.

    `ids` gives, for a key that names other records, the ids that exist; `called` their other names.
    For the key `id` of a record without one it is the id that others name; for the number of a place one
    that is free. `today` is for remedies only.
    """
    if not isinstance(data, dict):
        line, column = tree.value(path)
        findings.error(
            line, column,
            _("A record with keys belongs here, not a loose text or list."),
            _("Write for example: {example}").format(example=example(keys_of(model)[0], model.__name__, _)),
        )  # fmt: skip
        return None
    report = _Report(model, data, path, tree, findings, ids, _, called, today)
    for key in tree.empty(path):
        if key not in keys_of(model):
            report.unknown_key((key,), (*path, key))
    for below in tree.empty_below(path):
        report.unknown_and_empty(below[len(path) :], below)
    said = tree.said(path, data)
    try:
        if said is None:
            return model.model_validate(data)
        return recall(("record", model, said), lambda: model.model_validate(data))
    except ValidationError as error:
        details = error.errors(include_url=False)
    report.add_all(details)
    return None


def check_answers(
    model: type[BaseModel], data: dict[str, Any], ids: Mapping[str, Collection[str]], _: Gettext
) -> tuple[tuple[str, str, str], ...]:
    """The mistakes in a record that is not finished: what it lacks does not count.

    For each: the key that it is about, what is wrong, what to write instead.
    """
    try:
        model.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        return ()
    found = []
    for detail in details:
        if (detail["type"] == "missing" and len(detail["loc"]) == 1) or detail["type"] in _UNFINISHED:
            continue
        findings = Findings("", ())
        path = (model.__name__,)
        _Report(model, data, path, _tree_of(data, path), findings, ids, _).add_all([detail])
        key = str(detail["loc"][0] if detail["loc"] else detail.get("ctx", {}).get("at", ""))
        found += [(key, problem.message, problem.remedy) for problem in findings.problems]
    return tuple(found)


def _tree_of(data: object, path: Path) -> Tree:
    return Tree(data, {(): Part(0, Said(data, dict(_marks(data, path))))})


def _marks(value: object, path: Path) -> Iterator[tuple[Path, Mark]]:
    """Places for what stands in no file."""
    yield path, Mark(1, 1, 1, 1)
    for key, item in value.items() if isinstance(value, dict) else enumerate(_items(value)):
        yield from _marks(item, (*path, key))


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


_UNFINISHED = ("empty_schedule", "no_special_hours", "too_few_stops")
"""What is only a mistake once nothing more comes."""


_BETWEEN_BRACES = re.compile(
    r"(?P<key>[\w-]+):\s+(?P<value>[^\s\[\]{}:\"'](?:[^\[\]{}:\"']*[^\s\[\]{}:\"'])?)(?=\s*(?:,\s*[\w-]+:|\}|$))"
)
"""A value up to the next key or the closing brace."""

_FAR = 200
"""More lines than a record has."""


class _Report:
    def __init__(
        self,
        model: type[BaseModel],
        data: dict[str, Any],
        path: Path,
        tree: Tree,
        findings: Findings,
        ids: Mapping[str, Collection[str]],
        _: Gettext,
        called: Callable[[str], Mapping[str, str]] = lambda _key: {},
        today: date | None = None,
    ) -> None:
        self.called, self.today = called, today
        self.model, self.data, self.path = model, data, path
        self.tree, self.findings, self.ids, self._ = tree, findings, ids, _
        self._misspelt: set[Path] = set()
        """Keys that are there after all, under a name that we do not know."""

    def add_all(self, details: Sequence[ErrorDetails]) -> None:
        """Adds what is wrong, each mistake once."""
        kinds = [detail["type"] for detail in details if len(detail["loc"]) == 1]
        is_record = len(self.path) == 2 and len({"missing", "extra_forbidden"}.intersection(kinds)) > 0
        if is_record and (shelf := belongs_to(self.data, self.model)):
            self._misplaced(shelf)
            return
        missing: dict[Path, list[tuple[Path, Path]]] = {}
        unknown: dict[tuple[Path, int], list[tuple[Path, Path]]] = {}
        for detail in causes(details, self.model, self.data):
            loc: Path = tuple(part for part in detail["loc"])
            found = self.tree.find((*self.path, *loc), self._other_names(loc))
            match detail["type"]:
                case "missing":
                    missing.setdefault(loc[:-1], []).append((loc, found))
                case "extra_forbidden":
                    line, _column = self.tree.key(found)
                    unknown.setdefault((loc[:-1], line), []).append((loc, found))
                case _:
                    self._wrong_value(detail, loc, found)
        for same in unknown.values():
            self._unknown_keys(same)
        for same in missing.values():
            self._missing(same)

    def _misplaced(self, shelf: str) -> None:
        _ = self._
        self.findings.error(
            *self.tree.key(self.path),
            _("{name} stands in the wrong list: it looks like a record of {list}.").format(
                name=self._name(), list=shelf
            ),
            _("Cut it out here, and paste it in {file}, under {list}:").format(file=FILES[shelf], list=shelf),
        )

    def _other_names(self, loc: Path) -> dict[str, str]:
        """A field with an alias may be typed by its own name: `starts` for `from`."""
        other: dict[str, str] = {}
        for depth in range(len(loc)):
            for name, field in model_at(self.model, loc[:depth]).model_fields.items():
                if field.alias and field.alias != name:
                    other[field.alias] = name
        return other

    @staticmethod
    def _above(loc: Path, key: str) -> Path:
        """The way to the record that holds the key; loc may go on to a part of its value."""
        at = next((n for n in reversed(range(len(loc))) if loc[n] == key), len(loc))
        return loc[:at]

    def _missing(self, together: Sequence[tuple[Path, Path]]) -> None:
        """Keys that are missing in one record: the empty ones each on its line, the others together."""
        _ = self._
        absent: list[str] = []
        parent: Path = ()
        for loc, found in together:
            key = str(loc[-1])
            if loc in self._misspelt or self.path in self.tree.damaged or self._stands_beside_a_slip(key):
                continue
            if found[-1:] == (key,):
                message = _("{key} is empty, but it is needed.").format(key=key)
                self.findings.error(*self.tree.key(found), message, self._add_for_example([loc]))
            else:
                absent.append(key)
                parent = found
        if not absent:
            return
        names = [part for part in parent[len(self.path) :] if isinstance(part, str)]
        where = names[-1] if names else self._name()
        if len(absent) == 1:
            message = _("{key} is missing at {where}.").format(key=absent[0], where=where)
        else:
            message = _("{keys} are missing at {where}.").format(keys=", ".join(absent), where=where)
        loc = together[0][0]
        if absent[0] == "id" and len(self.path) == 2 and len(loc) == 1:
            remedy = self._begin_with_id(absent[1:])
        else:
            remedy = self._add_for_example([(*loc[:-1], key) for key in absent])
        self.findings.error(*self.tree.key(parent), message, remedy)

    def _stands_beside_a_slip(self, key: str) -> bool:
        """Whether the key is there, on a line that could not be read as it is."""
        begin, _column = self.tree.key(self.path)
        typed = re.compile(rf"(?:^|[\s,;]){re.escape(key)}\s*:")
        return any(
            typed.search(line)
            for slip in self.findings.trapped
            if begin <= slip <= begin + _FAR
            for line in self.findings.lines[max(slip - 2, begin - 1) : slip]
        )

    def _add_for_example(self, keys: Sequence[Path]) -> str:
        _ = self._
        examples = [self._example(loc) for loc in keys]
        if len(keys) > 1 and len(keys[0]) == 1:
            lines = " ".join(f"({number}) {line}" for number, line in enumerate(examples, start=1))
            return _("Add for example {count} lines: {lines}").format(count=len(keys), lines=lines)
        return _("Add for example: {example}").format(example=", ".join(examples))

    def _example(self, loc: Path) -> str:
        key = str(loc[-1])
        if loc == ("id",):
            return f"id: {self._meant_id() or 'soep-in-de-wijk'}"
        return example(key, model_at(self.model, loc[:-1]).__name__, self._, self.ids.get(key, ()))

    def _meant_id(self) -> str:
        return next(iter(self.ids.get("id", ())), "") or slugified(self._name())

    def _begin_with_id(self, others: Sequence[str]) -> str:
        """A record begins with its id: the line that has the dash now comes after it."""
        _ = self._
        first = next(iter(self.data), "")
        remedy = _("Begin it with this line: {line}").format(line=f"- id: {self._meant_id()}") + "."
        if first and isinstance(value := self.data[first], str):
            remedy += " " + _("The next line then has no dash: {line}").format(
                line=f"{first}: {value.strip().splitlines()[0]}"
            )
            remedy += "" if remedy.endswith(".") else "."
        remedy += " " + _("Its dash stands right below those of the other records.")
        if others:
            remedy += " " + self._add_for_example([(key,) for key in others])
        return remedy

    def _name(self) -> str:
        """What to call this record: its id, else its name, else where it stands."""
        for key in ("id", "name", "question"):
            value = self.data.get(key)
            value = value.get("nl") if isinstance(value, dict) else value
            if isinstance(value, str):
                return value
        first, *rest = (str(part) for part in self.path)
        return f"{first} {int(rest[0]) + 1}" if rest else first

    def unknown_key(self, loc: Path, found: Path) -> None:
        _, key = self._, str(loc[-1])
        line, column = self.tree.key(found)
        model = model_at(self.model, loc[:-1])
        message = _("{key} is not a key that we know here.").format(key=key)
        self.findings.error(line, column, message, self._where_it_belongs(key, model, loc))

    def unknown_and_empty(self, loc: Path, found: Path) -> None:
        """`{on: monday, tuesday, opens: 9:00}`: a key without a value in a record within this one."""
        _, key, model = self._, str(loc[-1]), self.model
        for part in loc[:-1]:
            if isinstance(part, str):
                if part not in models_under(model):
                    return
                model = models_under(model)[part]
        if key in keys_of(model) or key in model.model_fields:
            return
        if self._cut_at_a_comma(found):
            return
        message = _("{key} is not a key that we know here.").format(key=key)
        record = value_at(self.data, loc[:-1])
        days = record.get("on") if isinstance(record, dict) and "on" in keys_of(model) else None
        if days and likely.weekdays(key):
            remedy = _("Put them between square brackets: {key}: [{typed}]").format(
                key="on", typed=f"{days}, {key}"
            )
        else:
            remedy = self._where_it_belongs(key, model, loc)
        self.findings.error(*self.tree.key(found), message, remedy)

    def _cut_at_a_comma(self, found: Path) -> bool:
        """`{amount: 3,50}` or `{text: Geen soep, kom later}`: tells of the value that a comma cuts in two."""
        _ = self._
        line, column = self.tree.key(found)
        values = [
            said
            for said in _BETWEEN_BRACES.finditer(self.findings.lines[line - 1])
            if "," in said["value"] and not (said["key"] == "on" and likely.weekdays(said["value"]))
        ]
        if not any(said.start("value") < column - 1 < said.end("value") for said in values):
            return False
        for said in values:
            amount = re.fullmatch(r"\d+,\d{1,2}", said["value"])
            value = said["value"].replace(",", ".") if amount else quoted(said["value"])
            self.findings.error(
                line, said.start("value") + 1,
                _("Between braces a comma ends a value: what follows it would be another key."),
                _("Write: {line}").format(line=f"{said['key']}: {value}"),
            )  # fmt: skip
        return True

    def _unknown_keys(self, together: Sequence[tuple[Path, Path]]) -> None:
        """The wrong keys of one record that stand on one line."""
        _ = self._
        (loc, found), *others = together
        if not others:
            self.unknown_key(loc, found)
            return
        model, record = model_at(self.model, loc[:-1]), value_at(self.data, loc[:-1])
        keys = [str(loc[-1]) for loc, _found in together]
        for other, _found in together:
            if meant := meant_key(str(other[-1]), keys_of(model)):
                self._misspelt.add((*other[:-1], meant))
        whole = corrected(record, model) if isinstance(record, dict) else None
        name = next((part for part in reversed(loc[:-1]) if isinstance(part, str)), "")
        self.findings.error(
            *self.tree.key(found),
            _("These are not keys that we know here: {keys}.").format(keys=", ".join(keys)),
            _("Write: {line}").format(
                line=f"{name}: {whole}" if name and not isinstance(found[-2], int) else whole
            )
            if whole
            else _("Possible keys are: {keys}.").format(keys=", ".join(keys_of(model))),
        )

    def _where_it_belongs(self, key: str, model: type[BaseModel], loc: Path) -> str:
        _ = self._
        under = [name for name, inner in models_under(model).items() if key in keys_of(inner)]
        above = [d for d in range(len(loc) - 1) if key in keys_of(model_at(self.model, loc[:d]))]
        meant = meant_key(key, keys_of(model))
        if above and not (meant and meant.lower() == key.lower()):
            return _("{key} belongs further to the left, with fewer spaces before it.").format(key=key)
        if under and not meant:
            return _("{key} belongs under {parent}, with more spaces before it.").format(
                key=key, parent=under[0]
            )
        if meant:
            self._misspelt.add((*loc[:-1], meant))
            return _("Did you mean {meant}?").format(meant=meant)
        deeper = next(
            ((n, m) for n, inner in models_under(model).items() if (m := meant_key(key, all_keys(inner)))),
            None,
        )
        if deeper:
            return _("Did you mean {meant}, under {parent}?").format(meant=deeper[1], parent=deeper[0])
        others = [f"{shelf} ({FILES[shelf]})" for shelf, other in MODELS.items() if key in keys_of(other)]
        if others and len(loc) == 1:
            return _("It belongs in a record under {lists}.").format(lists=", ".join(others))
        return _("Possible keys are: {keys}.").format(keys=", ".join(keys_of(model)))

    def _wrong_value(self, detail: ErrorDetails, loc: Path, found: Path) -> None:
        _ = self._
        context = dict(detail.get("ctx", {}))
        value = detail["input"]
        kind = detail["type"]
        at = found
        if kind in ("language", "empty_text", "text") and (*found, context.get("key", "")) in self.tree:
            at = (*found, context["key"])
            place = self.tree.key(at)
        elif isinstance(part := context.get("at"), str):
            at = self.tree.find((*self.path, *loc, part), self._other_names((*loc, part)))
            place = self.tree.value(at)
            if isinstance(value, dict):
                value = value.get(str(at[-1])) if at else None
        else:
            place = self.tree.value(found)
        if place[0] in self.findings.trapped:
            return
        names = [part for part in found[len(self.path) :] if isinstance(part, str)]
        key = str(at[-1]) if context.get("at") and at else (names[-1] if names else self._name())
        typed = value.strip().split("\n")[0] if isinstance(value, str) else None
        is_list = bool(loc) and isinstance(loc[-1], int)
        ids = self.ids.get(key, ())
        called = self.called(key) if ids else {}
        record = model_at(self.model, self._above(loc, key)).__name__
        in_list = bool(found) and isinstance(found[-1], int)
        mistake = Mistake(
            kind, key, typed, value, context, is_list, ids, record, called, self.today, in_list
        )  # fmt: skip
        message, remedy = explain(mistake, _)
        self.findings.error(*place, message, remedy)
