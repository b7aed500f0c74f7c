"""The conversation: asks, checks each answer at once with the readers of the files, and asks again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pydantic import BaseModel

from generator.asking.answers import Unsure, as_written, choose, parts_of
from generator.asking.questions import Choice, Choices, Question, question_of
from generator.model.records import Price, Signup, Telephone
from generator.model.schedule import Schedule
from generator.reading.key_texts import key_text
from generator.reading.keys import keys_in_order
from generator.reading.pictograms import no_such_pictogram
from generator.reading.shelves import MODELS
from generator.reading.snippets import MAIN_KEYS
from generator.reading.validating import check_answers
from generator.reading.writing import Value
from generator.wording.words import Words

_BACK, _HELP = "<", "?"
_YES, _NO = ("ja", "j", "yes", "y"), ("nee", "neen", "n", "no")
_MANY = 14
"""More choices than this are not all shown, unless somebody asks for it."""
_LINES = {"description": "\n\n", "simple": "\n"}
"""Keys with a text of several lines: what stands between two lines that somebody types."""
_NOT_ASKED = ("id", "previous_ids", "ended", "replaced_by")
"""Keys of a record that is not new any more, and what follows from the name."""
_DETAILS: Mapping[type[BaseModel], tuple[str, tuple[str, ...]]] = {
    Price: ("amount", ("reduced",)),
    Signup: ("needed", ("how",)),
    Telephone: ("number", ("label",)),
}
"""Records that one value can stand for: the key of that value, and what else is asked."""


class StoppedError(Exception):
    """Whoever answered has stopped: with Ctrl-C, or because there are no more answers."""


class _Back(Exception):  # noqa: N818 - it is no error
    """One question back."""


class Console(Protocol):
    """Where the questions go to, and the answers come from."""

    def ask(self, prompt: str) -> str:
        """One line that somebody typed. Raises StoppedError when there is none any more."""

    def say(self, text: str) -> None: ...


@dataclass(frozen=True)
class Setting:
    """What is known before the first question."""

    words: Words
    today: date
    records: Choices
    """The records that can be named, by list."""
    defaults: Mapping[str, str]
    """Key -> the answer if somebody only presses Enter."""
    icons: Collection[str] = ()
    """The pictograms that exist."""


Answers = dict[str, Value]


class Interview:
    """Asks for one record of a list. All methods raise StoppedError."""

    def __init__(self, shelf: str, setting: Setting, console: Console) -> None:
        self._shelf, self._setting, self._console = shelf, setting, console
        self._model = MODELS[shelf]
        self._ = setting.words.gettext
        self.answers: Answers = {}

    def ask_all(self) -> None:
        """The questions that nearly every record needs, then those that somebody chooses."""
        every = [key for key in keys_in_order(self._model) if key not in _NOT_ASKED]
        self.ask([key for key in every if key in MAIN_KEYS[self._shelf]])
        more = [key for key in every if key not in MAIN_KEYS[self._shelf]]
        if chosen := self._choose_more(more):
            self.ask(chosen)

    def ask(self, keys: Sequence[str]) -> None:
        """These keys, one after the other."""
        self._ask_each(self._model, list(keys), (self._shelf,), self.answers)

    def is_right(self, question: str) -> bool:
        """An answer of yes or no."""
        _ = self._
        while True:
            typed = self._console.ask(_("{question} (yes / no) ").format(question=question)).strip().lower()
            if typed in (*_YES, *_NO):
                return typed in _YES
            self._console.say("  " + _("Type yes or no."))

    def choose_key(self, prompt: str) -> str | None:
        """A key of the record, by its number; None for nothing."""
        keys = [key for key in keys_in_order(self._model) if key in self.answers and key != "id"]
        titles = self._titles(keys)
        self._console.say("\n".join(f"  {choice.number:>2}. {choice.name}" for choice in titles))
        while typed := self._console.ask(prompt).strip():
            match choose(typed, titles):
                case Choice(value=key):
                    return key
            if typed.lower() in _NO:
                break
            self._console.say("  " + self._("Type one of the numbers, or press Enter."))
        return None

    # Several questions

    def _ask_each(
        self, model: type[BaseModel], keys: list[str], path: tuple[str, ...], answers: Answers
    ) -> None:
        """Asks each key; `<` goes back, and so does an answer that shows an earlier one to be wrong."""
        at = 0
        while at < len(keys):
            key = keys[at]
            question = question_of(model, key, path, self._setting.records, self._setting.words)
            if len(path) == 1:
                number = self._("{number} of {count}. ").format(number=at + 1, count=len(keys))
                self._console.say(f"\n{number if len(keys) > 1 else ''}{question.text}")
            try:
                value = self._value(question, model, path, answers)
            except _Back:
                if at == 0 and len(path) > 1:
                    raise
                at = max(at - 1, 0)
                continue
            answers.pop(key, None)
            if value is not None:
                answers[key] = value
            wrong = check_answers(model, answers, self._ids(question), self._)
            if not wrong:
                at += 1
                if model is Schedule:
                    keys[at:] = _schedule_keys(answers, keys[:at])
                continue
            of, message, remedy = wrong[0]
            self._refuse(of, message, remedy)
            at = keys.index(of) if of in keys[:at] else at
            answers.pop(keys[at], None)

    def _choose_more(self, keys: Sequence[str]) -> list[str]:
        titles = self._titles(keys)
        self._console.say("\n" + self._("Do you want to say more? You can add:"))
        self._show(titles)
        while typed := self._console.ask(self._("Numbers, or Enter for nothing more: ")).strip():
            chosen = [choose(part, titles) for part in parts_of(typed)]
            if all(isinstance(choice, Choice) for choice in chosen):
                return [choice.value for choice in chosen if isinstance(choice, Choice)]
            self._console.say("  " + self._("Type one of the numbers, or press Enter."))
        return []

    def _titles(self, keys: Sequence[str]) -> list[Choice]:
        return [
            Choice(key, key_text(key, self._).get("title", key), str(number))
            for number, key in enumerate(keys, start=1)
        ]

    # One question

    def _value(
        self, question: Question, model: type[BaseModel], path: tuple[str, ...], answers: Answers
    ) -> Value | None:
        """The answer to a question; None if somebody skipped it."""
        if len(path) > 1:
            self._console.say(f"  {question.text}")
        if question.key == "checked":
            return self._checked()
        if question.inner is not None and not question.short:
            return self._inner(question, (*path, question.key))
        if question.key in _LINES and question.inner is None:
            return self._lines(question)
        value = self._short(question, model, path, answers)
        if value is None or question.inner not in _DETAILS:
            return value
        return self._with_details(question, value, (*path, question.key))

    def _short(
        self, question: Question, model: type[BaseModel], path: tuple[str, ...], answers: Answers
    ) -> Value | None:
        """An answer on one line."""
        default = self._setting.defaults.get(question.key, "") if len(path) == 1 else ""
        self._hint(question, default)
        if question.choices and len(question.choices) <= _MANY:
            self._show(question.choices)
        while True:
            typed = self._console.ask("> ").strip()
            if typed == _BACK:
                raise _Back
            if typed == _HELP:
                if not question.shelf:
                    said = key_text(question.key, self._).get("description", question.text)
                    self._console.say(f"  {said}")
                self._show(question.choices)
                continue
            typed = typed or default
            if not typed and not question.needed:
                return None
            if not typed:
                self._console.say("  " + self._("This is needed: type an answer."))
                continue
            if question.choices:
                value = self._chosen(question, typed, alone=len(path) > 1)
                if value is not None:
                    return value
                continue
            parts = parts_of(typed) if question.several and question.inner is None else [typed]
            if question.key in ("bring", "synonyms"):
                parts = [part.strip() for part in typed.split(";")]
            written = [as_written(question, part) for part in parts]
            value = written if question.several and (len(written) > 1 or len(path) == 1) else written[0]
            mistakes = check_answers(model, {question.key: value}, {}, self._)
            wrong = [mistake for mistake in mistakes if mistake[0] == question.key]
            wrong += self._wrong_pictogram(question.key, value)
            if not wrong:
                return value
            self._refuse(*wrong[0])

    def _wrong_pictogram(self, key: str, value: Value) -> Iterator[tuple[str, str, str]]:
        icons = self._setting.icons
        if key == "pictogram" and isinstance(value, str) and icons and value not in icons:
            yield key, *no_such_pictogram(value, icons, self._)

    def _chosen(self, question: Question, typed: str, *, alone: bool) -> Value | None:
        """The values of the choices that somebody typed; None if one of them is none."""
        values: list[Choice] = []
        for part in parts_of(typed) if question.several else [typed]:
            found = choose(part, question.choices)
            choice = self._meant(found) if isinstance(found, Unsure) else found
            if choice is None:
                return None
            values.append(choice)
        if question.shelf or len(values) > 1:
            self._console.say("  = " + ", ".join(choice.name for choice in values))
        names = list(dict.fromkeys(choice.value for choice in values))
        return names if question.several and (len(names) > 1 or not alone) else names[0]

    def _meant(self, unsure: Unsure) -> Choice | None:
        _ = self._
        if len(unsure.meant) == 1:
            (choice,) = unsure.meant
            return (
                choice if self.is_right("  " + _("Did you mean {meant}?").format(meant=choice.name)) else None
            )
        if not unsure.meant:
            self._console.say(
                "  " + _("{typed} is not in the list. Type ? to see it.").format(typed=unsure.typed)
            )
            return None
        self._console.say("  " + _("Which one of these? Type its number."))
        self._show(unsure.meant)
        return None

    def _lines(self, question: Question) -> Value | None:
        self._hint(question, "")
        if question.key == "simple":
            self._console.say("  " + self._("One short sentence a line. An empty line ends it."))
        else:
            self._console.say("  " + self._("Each line becomes a paragraph. An empty line ends it."))
        lines: list[str] = []
        while typed := self._console.ask("> ").strip():
            if typed == _BACK:
                raise _Back
            lines.append(typed)
        return _LINES[question.key].join(lines) or None

    # Records within the record

    def _checked(self) -> Value | None:
        _ = self._
        question = question_of(
            self._model, "checked", (self._shelf,), self._setting.records, self._setting.words
        )
        self._hint(question, "", example=_("your name"))
        typed = self._console.ask("> ").strip()
        if typed == _BACK:
            raise _Back
        return {"on": self._setting.today.isoformat(), "by": typed} if typed else None

    def _inner(self, question: Question, path: tuple[str, ...]) -> Value | None:
        """A record in the record, or several: `when` has a record for each moment."""
        assert question.inner is not None
        found: list[Value] = []
        while True:
            answers: Answers = {}
            keys = [key for key in keys_in_order(question.inner) if key not in _NOT_ASKED]
            keys = ["every"] if question.inner is Schedule else keys
            self._ask_each(question.inner, keys, path, answers)
            if answers.get("by_appointment") == "no":
                del answers["by_appointment"]
            if answers:
                found.append(answers)
            if not answers or not question.several or not self._another():
                break
        if not found:
            return None
        return found if question.several else found[0]

    def _another(self) -> bool:
        typed = self._console.ask("  " + self._("Is there one more? Enter: no. "))
        return typed.strip().lower() in _YES

    def _with_details(self, question: Question, value: Value, path: tuple[str, ...]) -> Value:
        """What else belongs to one value: how to sign up, a reduced price."""
        assert question.inner is not None
        first, keys = _DETAILS[question.inner]
        several = isinstance(value, list)
        one = value[0] if isinstance(value, list) else value
        answers: Answers = {first: one}
        if one in ("none", "free", "gratis", "geen"):
            return "free" if one == "gratis" else value
        self._ask_each(question.inner, list(keys), path, answers)
        made: Value = answers if len(answers) > 1 else one
        if not several:
            return made
        found: list[Value] = [made]
        if self._another():
            model = MODELS[self._shelf]
            again = self._value(question, model, path[:-1], {})
            found += again if isinstance(again, list) else []
        return found

    # What is said

    def _hint(self, question: Question, default: str, example: str = "") -> None:
        _ = self._
        hints = []
        example = example or question.example
        if default:
            hints.append(_("Enter: {default}.").format(default=default))
        elif not question.needed:
            hints.append(_("Enter skips it."))
        if question.several and (question.choices or question.reader):
            hints.append(_("Several? Put a comma between them."))
        if question.key in ("bring", "synonyms"):
            hints.append(_("Several? Put a semicolon between them."))
        if len(question.choices) > _MANY:
            hints.append(_("Type (a part of) the name, or ? for the whole list."))
        if example and not default:
            hints.append(_("For example: {example}").format(example=example))
        if hints:
            self._console.say("  " + " ".join(hints))

    def _show(self, choices: Sequence[Choice]) -> None:
        self._console.say("\n".join(_in_columns([f"{c.number:>3}. {c.name}" for c in choices])))

    def _refuse(self, key: str, message: str, remedy: str) -> None:
        # Here nobody types the key itself.
        self._console.say(f"  {message}\n  {remedy.replace(f'{key}: ', '')}".rstrip())

    def _ids(self, question: Question) -> Mapping[str, Collection[str]]:
        return {question.key: {choice.value for choice in question.choices}} if question.shelf else {}


def _schedule_keys(answers: Answers, asked: Sequence[str]) -> list[str]:
    """What is still to be asked of a moment, after what is known of it."""
    if "every" in answers:
        keys = ["on", "from", "until", "since", "except"]
    elif "dates" in answers:
        keys = ["dates", "from", "until"]
    elif answers.get("by_appointment") == "yes":
        keys = ["dates", "by_appointment"]
    elif "text" in answers:
        keys = []
    else:
        keys = ["dates", "by_appointment", "text"]
    return [key for key in keys if key not in asked]


def _in_columns(items: Sequence[str], width: int = 96) -> Iterator[str]:
    """Short items beside each other, down first."""
    longest = max((len(item) for item in items), default=0) + 3
    columns = max(1, min(width // longest, 3)) if len(items) > 4 else 1
    rows = -(-len(items) // columns)
    for row in range(rows):
        yield "".join(item.ljust(longest) for item in items[row::rows]).rstrip()
