"""What staff chose in a file of records to review -> the texts of our own files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, groupby
from typing import Any

from generator.incoming.review_file import ALONG, NO, TAKE, YES
from generator.incoming.shapes import MODELS, REFERENCES, Data
from generator.model.guide import Guide
from generator.problems import Problem, Severity
from generator.reading.editing import Editing
from generator.reading.files import read_tree
from generator.reading.findings import Findings
from generator.reading.marks import Path, Tree
from generator.reading.traps import Gettext

_WORDS = {"ja": YES, "yes": YES, "nee": NO, "neen": NO, "no": NO, "mee": ALONG, "along": ALONG}
Key = tuple[str, str]
"""List and id."""


@dataclass
class Choice:
    """A record in the file, and what is to happen with it."""

    shelf: str
    data: Data
    path: Path
    take: str
    """YES, NO, ALONG, or the id of our own record that it is."""

    @property
    def id(self) -> str:
        return str(self.data.get("id", ""))

    @property
    def source(self) -> Any:
        return self.data.get("source")


@dataclass
class Taking:
    """What will change; nothing does if there are problems."""

    new: list[Choice] = field(default_factory=list)
    same: list[Choice] = field(default_factory=list)
    """Those that are a record of ours."""
    before: list[Choice] = field(default_factory=list)
    """Those that were taken over at an earlier time."""
    left: int = 0
    problems: tuple[Problem, ...] = ()
    tree: Tree = field(default_factory=Tree)
    lines: tuple[str, ...] = ()
    file: str = ""


def choose(raw: bytes, file: str, guide: Guide, _: Gettext) -> Taking:
    """Reads the file, and what each record in it is to become."""
    tree, findings = read_tree(raw, file, _)
    return _Chooser(tree, findings, file, guide, _).choose()


class _Chooser:
    def __init__(self, tree: Tree, findings: Findings, file: str, guide: Guide, _: Gettext) -> None:
        self._tree, self._findings, self._guide, self._ = tree, findings, guide, _
        self._made = Taking(tree=tree, lines=tuple(findings.lines), file=file)
        self._ours = {shelf: {r.id: r for r in getattr(guide, shelf)} for shelf in MODELS}

    def choose(self) -> Taking:
        choices = {(choice.shelf, choice.id): choice for choice in self._choices()}
        taken = {key: choice for key, choice in choices.items() if choice.take == YES}
        self._along(choices, taken)
        made = self._made
        for key, choice in choices.items():
            if choice.take not in (YES, NO, ALONG):
                self._same(choice)
            elif self._is_there(choice):
                made.before.append(choice)
            elif key not in taken:
                made.left += 1
            else:
                made.new.append(choice)
        for choice in made.new:
            if choice.id in self._ours[choice.shelf]:
                self._say(
                    choice, "id",
                    self._("There is a record with the id {id} already.").format(id=choice.id),
                    self._("Give it another id. Or type this id behind take, if it is the same."),
                )  # fmt: skip
        renamed = {
            key: choice.take for key, choice in choices.items() if choice.take in self._ours[choice.shelf]
        }
        for choice in made.new:
            choice.data = _renamed(choice, renamed)
        made.problems = tuple(
            problem for problem in self._findings.problems if problem.severity is Severity.ERROR
        )
        return made

    def _choices(self) -> Iterator[Choice]:
        _ = self._
        data = self._tree.data
        if not isinstance(data, Mapping) or not any(isinstance(data.get(shelf), list) for shelf in MODELS):
            self._findings.error(
                0, 0, _("There are no records to review in this file."),
                _("Make one first: import hsds or import ics, with a file or an address."),
            )  # fmt: skip
            return
        for shelf in MODELS:
            records = data.get(shelf)
            for number, record in enumerate(records if isinstance(records, list) else ()):
                if isinstance(record, dict):
                    typed = record.get(TAKE, NO)
                    word = typed.strip() if isinstance(typed, str) else ""
                    inner = {key: value for key, value in record.items() if key != TAKE}
                    take = _WORDS.get(word.lower(), word)
                    yield Choice(shelf, inner, (shelf, number), take)

    def _along(self, choices: Mapping[Key, Choice], taken: dict[Key, Choice]) -> None:
        """Takes what the taken records name too, and what these name."""
        todo = list(taken.values())
        while todo:
            choice = todo.pop()
            for key, name in _names(choice):
                found = choices.get(name)
                if found is None or name in taken or name[1] in self._ours[name[0]]:
                    continue
                if found.take == ALONG:
                    taken[name] = found
                    todo.append(found)
                elif found.take == NO:
                    self._say(
                        found, TAKE,
                        self._("{record} needs this one, and it is not taken over.").format(record=choice.id),
                        self._("Type ja here too. Or take the line with {key} out of {record}.").format(
                            key=key, record=choice.id
                        ),
                    )  # fmt: skip

    def _same(self, choice: Choice) -> None:
        if choice.take in self._ours[choice.shelf]:
            self._made.same.append(choice)
            return
        self._say(
            choice, TAKE,
            self._("There is no record of ours with the id {id}.").format(id=choice.take[:60]),
            self._("Write ja, nee, mee, or the id of a record in the guide."),
        )  # fmt: skip

    def _is_there(self, choice: Choice) -> bool:
        """Whether this very record was taken over before."""
        ours = self._ours[choice.shelf].get(choice.id)
        return ours is not None and bool(
            _keys(choice.source) & {(s.title, s.lines or "") for s in ours.source}
        )

    def _say(self, choice: Choice, key: str, message: str, remedy: str) -> None:
        self._findings.error(*self._tree.value((*choice.path, key)), message, remedy)


def new_texts(
    taking: Taking, texts: Mapping[str, str], data: Mapping[str, object], files: tuple[str, ...]
) -> dict[str, str]:
    """The texts of the files that change; `data` are our records as typed."""
    offers, others = files[:2]
    made = dict(texts)

    def edit(change: Callable[[Editing, Choice], None], choices: Iterable[Choice]) -> None:
        """All changes of one kind, list by list: what comes at one place would be in each other's way."""
        for shelf, found in groupby(choices, key=lambda choice: choice.shelf):
            name = offers if shelf == "offers" else others
            editing = Editing(made.get(name, ""))
            for choice in found:
                change(editing, choice)
            made[name] = editing.text

    def remember(editing: Editing, choice: Choice) -> None:
        ours = next(found for found in _typed(data, choice.shelf) if found.get("id") == choice.take)
        before = ours.get("source", [])
        listed = before if isinstance(before, list) else [before]
        if isinstance(choice.source, Mapping) and choice.source not in listed:
            value = [*listed, choice.source] if listed else choice.source
            editing.set_value((choice.shelf, choice.take, "source"), value)

    typed = (str(place.get("number")) for place in _typed(data, "places"))
    numbers = count(max((int(number) for number in typed if number.isdecimal()), default=0) + 1)

    def add(editing: Editing, choice: Choice) -> None:
        record = choice.data
        if choice.shelf == "places":
            left = {key: value for key, value in record.items() if key not in ("id", "number")}
            record = {"id": choice.id, "number": str(next(numbers)), **left}
        editing.append_record(choice.shelf, record)

    edit(remember, {(choice.shelf, choice.take): choice for choice in taking.same}.values())
    edit(add, taking.new)
    return {name: text for name, text in made.items() if text != texts.get(name)}


def at_their_lines(
    problems: Iterable[Problem], made: Mapping[str, str], taking: Taking, _: Gettext
) -> list[Problem]:
    """Mistakes in the texts that would be written, at their lines in the file under review."""
    trees = {name: read_tree(text.encode(), name, _)[0] for name, text in made.items()}
    new = {(choice.shelf, choice.id): choice for choice in taking.new}
    found = []
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            continue
        tree = trees.get(problem.file)
        path = tree.at(problem.line, problem.column) if tree else ()
        choice = None
        if tree and len(path) > 1 and isinstance(tree.data, Mapping):
            record = tree.data[str(path[0])][int(path[1])]
            choice = new.get((str(path[0]), str(record.get("id", ""))))
        if choice is None:
            found.append(problem)
            continue
        line, column = taking.tree.value((*choice.path, *path[2:]))
        excerpt = taking.lines[line - 1] if 0 < line <= len(taking.lines) else ""
        found.append(
            Problem(taking.file, line, column, problem.message, problem.remedy, excerpt, kind=problem.kind)
        )
    return sorted(found)


def _names(choice: Choice) -> Iterator[tuple[str, Key]]:
    """Every record that a record names: by which key, and which one."""
    for key, shelf in REFERENCES[choice.shelf].items():
        value = choice.data.get(key)
        for name in value if isinstance(value, list) else (value,):
            if isinstance(name, str):
                yield key, (shelf, name.strip())


def _renamed(choice: Choice, renamed: Mapping[Key, str]) -> Data:
    """The record with our own ids for what turned out to be ours."""
    data = dict(choice.data)
    for key, shelf in REFERENCES[choice.shelf].items():
        value = data.get(key)
        if isinstance(value, str):
            data[key] = renamed.get((shelf, value.strip()), value)
        elif isinstance(value, list):
            data[key] = [
                renamed.get((shelf, each), each) if isinstance(each, str) else each for each in value
            ]
    return data


def _keys(source: Any) -> set[tuple[str, str]]:
    found = source if isinstance(source, list) else [source]
    return {
        (str(each.get("title", "")), str(each["lines"]))
        for each in found
        if isinstance(each, Mapping) and each.get("lines")
    }


def _typed(data: Mapping[str, object], shelf: str) -> Iterator[Mapping[str, Any]]:
    found = data.get(shelf)
    yield from (each for each in found if isinstance(each, Mapping)) if isinstance(found, list) else ()
