"""One record: plain data -> a checked record, or all of its mistakes at their places."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.reading.examples import example
from generator.reading.explaining import Mistake, explain
from generator.reading.findings import Findings
from generator.reading.keys import all_keys, keys_of, meant_key, model_at, models_under
from generator.reading.marks import Mark, Part, Path, Said, Tree
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
) -> R | None:
    """The record at a path, or None after adding each of its mistakes to the findings.

    `ids` gives, for a key that names other records, the ids that exist.
    """
    if not isinstance(data, dict):
        line, column = tree.value(path)
        findings.error(
            line, column,
            _("A record with keys belongs here, not a loose text or list."),
            _("Write for example: {example}").format(example=example(keys_of(model)[0], model.__name__, _)),
        )  # fmt: skip
        return None
    report = _Report(model, data, path, tree, findings, ids, _)
    for key in tree.empty(path):
        if key not in keys_of(model):
            report.unknown_key((key,), (*path, key))
    said = tree.said(path, data)
    try:
        if said is None:
            return model.model_validate(data)
        return recall(("record", model, said), lambda: model.model_validate(data))
    except ValidationError as error:
        details = error.errors(include_url=False)
    for detail in sorted(details, key=lambda detail: detail["type"] == "missing"):
        report.add(detail)
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
        _Report(model, data, path, _tree_of(data, path), findings, ids, _).add(detail)
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
    ) -> None:
        self.model, self.data, self.path = model, data, path
        self.tree, self.findings, self.ids, self._ = tree, findings, ids, _
        self._misspelt: set[Path] = set()
        """Keys that are there after all, under a name that we do not know."""

    def add(self, detail: ErrorDetails) -> None:
        loc: Path = tuple(part for part in detail["loc"])
        names = self._other_names(loc)
        found = self.tree.find((*self.path, *loc), names)
        match detail["type"]:
            case "missing":
                self._missing(loc, found)
            case "extra_forbidden":
                self.unknown_key(loc, found)
            case _:
                self._wrong_value(detail, loc, found)

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

    def _missing(self, loc: Path, found: Path) -> None:
        _, key = self._, str(loc[-1])
        if loc in self._misspelt or self.path in self.tree.damaged:
            return
        remedy = _("Add for example: {example}").format(
            example=example(key, model_at(self.model, loc[:-1]).__name__, _)
        )
        if found[-1:] == (key,):
            line, column = self.tree.key(found)
            self.findings.error(line, column, _("{key} is empty, but it is needed.").format(key=key), remedy)
            return
        parent = found[len(self.path) :]
        line, column = self.tree.key(found)
        names = [part for part in parent if isinstance(part, str)]
        if names:
            message = _("{key} is missing at {where}.").format(key=key, where=names[-1])
        else:
            message = _("{key} is missing at {where}.").format(key=key, where=self._name())
        self.findings.error(line, column, message, remedy)

    def _name(self) -> str:
        """What to call this record: its id, else its name, else where it stands."""
        for key in ("id", "name", "question"):
            if isinstance(value := self.data.get(key), str):
                return value
        first, *rest = (str(part) for part in self.path)
        return f"{first} {int(rest[0]) + 1}" if rest else first

    def unknown_key(self, loc: Path, found: Path) -> None:
        _, key = self._, str(loc[-1])
        line, column = self.tree.key(found)
        model = model_at(self.model, loc[:-1])
        message = _("{key} is not a key that we know here.").format(key=key)
        self.findings.error(line, column, message, self._where_it_belongs(key, model, loc))

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
        record = model_at(self.model, self._above(loc, key)).__name__
        mistake = Mistake(kind, key, typed, value, context, is_list, ids, record)
        message, remedy = explain(mistake, _)
        self.findings.error(*place, message, remedy)
