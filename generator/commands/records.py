"""The commands for records: `new` asks for one and writes it, `format` straightens their layout."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator import project as outside
from generator.asking.interview import Answers, Interview, Setting, StoppedError
from generator.asking.questions import Choice, Choices
from generator.commands.command import Command
from generator.commands.exit_codes import DONE, MISTAKES, WRONG_USE
from generator.model.guide import Guide
from generator.model.vocabulary import Status
from generator.problems import BuildStopped, Problem, SavedMeanwhileError, Severity
from generator.project import Project, staff_words
from generator.reading.editing import append_record
from generator.reading.formatting import LayoutError, straighten
from generator.reading.keys import keys_in_order
from generator.reading.likely import slugified
from generator.reading.nodes import lines_of
from generator.reading.report import render_problem
from generator.reading.shelves import MODELS
from generator.reading.sources import FLYERS_FILE, Sources
from generator.reading.writing import Style, Value, record_item
from generator.source import load, read_project, read_records

OFFERS, SOCIALMAP = "offers.yaml", "socialmap.yaml"
_SHELVES = {
    "offer": "offers",
    "organisation": "organisations",
    "place": "places",
    "contact": "contacts",
}  # fmt: skip
"""What can be asked for -> its list."""


def _add_new(new: ArgumentParser) -> None:
    _ = staff_words().gettext
    new.add_argument("kind", choices=_SHELVES, help=_("what you want to add"))
    new.add_argument(
        "--answers", type=Path, metavar="FILE", help=_("take the answers from a file, a line for each")
    )


def _add_format(straight: ArgumentParser) -> None:
    _ = staff_words().gettext
    straight.add_argument("files", nargs="*", metavar="FILE", help=_("only these files, such as offers.yaml"))
    straight.add_argument("--check", action="store_true", help=_("only say what is not straight"))


# A new record


class _Terminal:
    """Whoever types, or the lines of a file or another program."""

    def __init__(self, lines: Sequence[str] | None) -> None:
        self._lines = None if lines is None else iter(lines)
        self._typed = lines is None and sys.stdin.isatty()
        if self._typed:
            with suppress(ImportError):
                import readline  # noqa: F401 - with it, the arrow keys work in an answer

    def ask(self, prompt: str) -> str:
        if self._typed:
            try:
                return input(prompt)
            except (EOFError, KeyboardInterrupt):
                raise StoppedError from None
        line = next(self._lines, None) if self._lines is not None else sys.stdin.readline() or None
        if line is None:
            print(prompt)
            raise StoppedError
        # What comes from elsewhere is shown as if it had been typed.
        print(f"{prompt}{line.rstrip()}")
        return line.rstrip("\r\n")

    def say(self, text: str) -> None:
        print(text)


def _run_new(project: Project, options: Namespace, today: date) -> int:
    """`new KIND`: asks, shows and writes one record. Raises BuildStopped with all mistakes in the files."""
    _ = staff_words().gettext
    lines = None
    if options.answers:
        try:
            lines = outside.lines_of(options.answers)
        except (OSError, UnicodeDecodeError):
            print(_("{file} cannot be read.").format(file=options.answers), file=sys.stderr)
            return WRONG_USE
    guide = load(project, today).guide
    console = _Terminal(lines)
    try:
        return _Adding(project, guide, _SHELVES[options.kind], today, console).run()
    except (StoppedError, KeyboardInterrupt):
        print("\n" + _("Stopped. Nothing was written: your files are as they were."))
        return MISTAKES


class _Adding:
    """One record, from the first question to the file."""

    def __init__(self, project: Project, guide: Guide, shelf: str, today: date, console: _Terminal) -> None:
        self._project, self._guide, self._shelf, self._today = project, guide, shelf, today
        self._file = OFFERS if shelf == "offers" else SOCIALMAP
        self._console = console
        self._ = staff_words().gettext
        records = _choices(guide)
        numbers = {"number": str(max((place.number for place in guide.places), default=0) + 1)}
        defaults = numbers if shelf == "places" else {}
        setting = Setting(staff_words(), today, records, defaults, outside.icon_names())
        self._interview = Interview(shelf, setting, console)

    def run(self) -> int:
        _ = self._
        self._console.say(
            _("I ask some questions, and then write it into {file} for you.").format(file=self._file)
            + "\n"
            + _("Enter skips what may be left out. < goes one question back. ? explains. Ctrl-C stops.")
        )
        self._interview.ask_all()
        while True:
            record = self._record()
            text = self._with(record, self._project.text(self._file))
            if self._show(record, text) and self._interview.is_right(_("Is this right?")):
                return self._write(record)
            key = self._interview.choose_key(_("What do you want to change? A number, or Enter to stop: "))
            if key is None:
                raise StoppedError
            self._interview.ask([key])

    def _record(self) -> dict[str, Value]:
        """The answers in the order in which people write them, with an id of its own."""
        answers: Answers = self._interview.answers
        keys = keys_in_order(MODELS[self._shelf])
        return {"id": self._free_id(answers)} | {key: answers[key] for key in keys if key in answers}

    def _free_id(self, answers: Answers) -> str:
        """An id out of the name that no record of the list has or had."""
        records = getattr(self._guide, self._shelf)
        taken = {record.id for record in records} | {
            previous for record in records for previous in getattr(record, "previous_ids", ())
        }
        name = answers.get("name", "")
        first = name.get("nl", "") if isinstance(name, Mapping) else name
        plain = slugified(str(first)) or self._shelf.removesuffix("s")
        number, found = 1, plain
        while found in taken:
            number += 1
            found = f"{plain[:76]}-{number}"
        return found

    def _with(self, record: Mapping[str, Value], text: str) -> str:
        """The text of the file, with the record in it."""
        return append_record(text, self._shelf, record, after=self._last_alive())

    def _last_alive(self) -> str | None:
        """The last record of the list that has not ended: those that have stand apart, at its end."""
        records = getattr(self._guide, self._shelf)
        alive = [r.id for r in records if getattr(r, "status", None) is not Status.ENDED]
        return alive[-1] if alive and alive[-1] != records[-1].id else None

    def _show(self, record: Mapping[str, Value], text: str) -> bool:
        """The record as it will be written, and what `check` says of it; whether it can be written."""
        lines = record_item(record, 2, 2, Style())
        self._console.say("\n" + "\n".join(lines) + "\n")
        if any(_name(other) == record.get("name") for other in getattr(self._guide, self._shelf)):
            self._console.say(self._("Beware: there is a record with this name already."))
        found = list(self._problems(text, record))
        for problem in found:
            self._console.say(render_problem(problem, staff_words()))
        return not any(problem.severity is Severity.ERROR for problem in found)

    def _problems(self, text: str, record: Mapping[str, Value]) -> Iterator[Problem]:
        """What `check` would say of the new record."""
        lines = self._lines(text, record)
        for problem in self._read(text):
            if problem.file == self._file and problem.line in lines:
                yield problem

    def _lines(self, text: str, record: Mapping[str, Value]) -> range:
        return lines_of(text, (self._shelf, str(record["id"])))

    def _read(self, text: str) -> tuple[Problem, ...]:
        sources = self._project.sources()
        raw = text.encode()
        changed: Sources = (
            replace(sources, offers=raw) if self._file == OFFERS else replace(sources, socialmap=raw)
        )
        return read_records(self._project, self._today, changed)[0].problems

    def _write(self, record: Mapping[str, Value]) -> int:
        _ = self._
        while True:
            before = self._project.text(self._file)
            text = self._with(record, before)
            wrong = [problem for problem in self._read(text) if problem.severity is Severity.ERROR]
            if wrong:
                raise BuildStopped(tuple(wrong))
            # Nobody has to answer anew because somebody else saved the file.
            with suppress(SavedMeanwhileError):
                self._project.rewrite({self._file: text}, {self._file: before})
                break
        line = self._lines(text, record).start
        print(_("Written: {file}, line {line}.").format(file=self._file, line=line))
        return DONE


def _name(record: Any) -> str:
    return record.name if isinstance(record.name, str) else record.name.first


def _choices(guide: Guide) -> Choices:
    """The records that an answer can name. Places go by the number that they have on the map."""
    return {
        shelf: tuple(
            Choice(record.id, _name(record), str(getattr(record, "number", number)))
            for number, record in enumerate(
                (r for r in getattr(guide, shelf) if getattr(r, "status", None) is not Status.ENDED), start=1
            )
        )
        for shelf in ("offers", "themes", "organisations", "places", "contacts")
    }


# A straight layout


def _run_format(project: Project, options: Namespace, today: date) -> int:
    """`format [FILE...]`: straightens what is not straight; with --check it only says so."""
    _ = staff_words().gettext
    known = [name for name in (OFFERS, SOCIALMAP, FLYERS_FILE) if (project.root / name).is_file()]
    wanted = [name if name in known else project.in_root(Path(name)) for name in options.files]
    if strange := [name for name in wanted if name not in known]:
        said = _("{file} is none of the files with records: {files}.")
        print(said.format(file=", ".join(strange), files=", ".join(known)), file=sys.stderr)
        return WRONG_USE
    problems = [p for p in read_project(project, today).problems if p.severity is Severity.ERROR]
    before: dict[str, str] = {}
    changed: dict[str, str] = {}
    code = DONE
    for name in wanted or known:
        if wrong := [problem for problem in problems if problem.file == name]:
            for problem in wrong:
                print(render_problem(problem, staff_words()) + "\n", file=sys.stderr)
            print(_("{file} has mistakes, so it was left as it is.").format(file=name), file=sys.stderr)
            code = MISTAKES
            continue
        text = before[name] = project.text(name)
        try:
            straight = straighten(text)
        except LayoutError:
            said = _("{file} was left as it is: with another layout it would say something else.")
            print(said.format(file=name), file=sys.stderr)
            code = MISTAKES
            continue
        if straight == text:
            print(_("{file} is straight.").format(file=name))
        elif options.check:
            print(_("{file} is not straight. Mend it with: python -m generator format").format(file=name))
            code = MISTAKES
        else:
            changed[name] = straight
            print(_("{file} is straight now.").format(file=name))
    project.rewrite(changed, before)
    return code


COMMANDS = {"new": Command(_run_new, _add_new), "format": Command(_run_format, _add_format)}
