"""What to say of a syntax error: the cause, where it stands, and how to write it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.reading.composing import Slip
from generator.reading.quoting import closing_quote, quoted
from generator.reading.traps import Gettext

_OPENING = re.compile(r"^(?P<head>[^#'\"]*?(?::\s+|-\s+))(?P<value>['\"].*)$")


@dataclass(frozen=True)
class Diagnosis:
    """Where the cause of a syntax error stands, what it is, and what to write instead."""

    line: int
    column: int
    message: str
    remedy: str


def diagnose(slip: Slip, lines: Sequence[str], keys: Collection[str], _: Gettext) -> Diagnosis:
    """The one problem that explains why this part could not be read."""
    line = lines[slip.line - 1] if 0 < slip.line <= len(lines) else ""
    if "escape" not in slip.problem and (opened := _open_quote(slip, lines)):
        opened_line, column, mended = opened
        return Diagnosis(
            opened_line, column,
            _("This quote is opened and not closed in the right place."),
            _("Put the text between double quotes: {line}").format(line=mended),
        )  # fmt: skip
    if "flow" in slip.context and (bracket := _open_bracket(slip, lines)):
        return Diagnosis(
            *bracket,
            _("This bracket is not closed in the right place."),
            _("Write a list as [one, two], and keys as {on: 2026-12-24, by: An}, with commas."),
        )  # fmt: skip
    if "escape" in slip.problem:
        return Diagnosis(
            slip.line, slip.column,
            _("A backslash between double quotes has a special meaning."),
            _("Write the backslash twice, or use single quotes."),
        )  # fmt: skip
    if "start any token" in slip.problem:
        return Diagnosis(
            slip.line, slip.column,
            _("A text cannot begin with {sign}: that means something else here.").format(
                sign=line[slip.column - 1 : slip.column].strip() or "tab"
            ),
            _("Put the text between double quotes."),
        )  # fmt: skip
    if without := _line_without_colon(slip, lines, keys):
        word = lines[without - 1].strip().removeprefix("- ").split()[0]
        rest = lines[without - 1].strip().removeprefix("- ")[len(word) :].strip()
        column = lines[without - 1].index(word) + len(word) + 1
        return Diagnosis(
            without, column,
            _("The colon is missing after {key}.").format(key=word),
            _("Write: {line}").format(line=f"{word}: {rest}".strip()),
        )  # fmt: skip
    if "could not find expected ':'" in slip.problem:
        number = _lost_text(slip, lines)
        return Diagnosis(
            number, _first_column(lines[number - 1]),
            _("This line does not belong to any key."),
            _("Write it as: key: value. A longer text goes on with more spaces than its key.")
            + " "
            + _("A note to yourself begins with #."),
        )  # fmt: skip
    if "mapping values are not allowed" in slip.problem and not _starts_with_key(line, slip.column):
        at = slip.column - 1
        value = re.match(r"^(.*?:\s+|\s*-\s+)(.*)$", line)
        remedy = quoted(value[2]) if value else quoted(line[:at].strip())
        return Diagnosis(
            slip.line, slip.column,
            _("A colon with a space after it may not stand loose in a text."),
            _("Put the text between double quotes: {line}").format(line=remedy),
        )  # fmt: skip
    if "undefined alias" in slip.problem or "anchor" in slip.problem or "alias" in slip.context:
        return Diagnosis(
            slip.line, slip.column,
            _("A text cannot begin with {sign}: that means something else here.").format(
                sign=line[slip.column - 1 : slip.column]
            ),
            _("Put the text between double quotes."),
        )  # fmt: skip
    number = slip.first if slip.askew else _out_of_line(slip.line, lines)
    if number != slip.line:
        slip, line = replace(slip, line=number), lines[number - 1]
    return Diagnosis(slip.line, _first_column(line) if line.strip() else slip.column, *askew(_))


def askew(_: Gettext) -> tuple[str, str]:
    """What is said of a line that begins too far to the left or to the right, and what to do."""
    return (
        _("The number of spaces at the start of this line does not fit the lines around it."),
        _("Start it right below the line that it belongs with. A list item starts with a dash and a space."),
    )


def _out_of_line(number: int, lines: Sequence[str]) -> int:
    """The line, or the one above it where that stands too far to the left between two that begin alike."""
    said = [n for n in range(1, number) if lines[n - 1].strip() and not lines[n - 1].lstrip().startswith("#")]
    if len(said) < 2 or number > len(lines):
        return number
    before, above, here = (_depth(lines[n - 1]) for n in (*said[-2:], number))
    return said[-1] if above < before == here and not lines[said[-1] - 1].rstrip().endswith(":") else number


def _depth(line: str) -> int:
    """At which column the text of a line begins, behind its dash."""
    return len(line) - len(line.lstrip(" -"))


def _first_column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


def _open_quote(slip: Slip, lines: Sequence[str]) -> tuple[int, int, str] | None:
    """The quote that went wrong: line, column, and the line with quotes as they should be.

    A quote that is not closed on its own line is suspect when what follows it is read
    wrongly, so the first one of this part, at or before the slip, is the cause.
    """
    if "quoted scalar" in slip.context:
        line = lines[slip.context_line - 1]
        return slip.context_line, slip.context_column, _requoted(line, slip.context_column - 1)
    for number in range(slip.first, min(slip.line, len(lines)) + 1):
        found = _OPENING.match(lines[number - 1])
        if found and closing_quote(found["value"]) is None:
            at = found.start("value")
            return number, at + 1, _requoted(lines[number - 1], at)
    return None


def _open_bracket(slip: Slip, lines: Sequence[str]) -> tuple[int, int] | None:
    """Line and column of the bracket that was opened last before YAML gave up.

    If nothing follows it, YAML only tells where the text ends.
    """
    for number in range(min(slip.context_line, len(lines)), slip.first - 1, -1):
        line = lines[number - 1]
        before = line[: slip.context_column] if number == slip.context_line else line
        if column := max(before.rfind("["), before.rfind("{")) + 1:
            return number, column
    return None


def _requoted(line: str, at: int) -> str:
    text = line[at:].strip()
    if text.startswith('"') or not re.match(r"^'\w{1,2}[ -]", text):
        text = text[1:]
    return (line[:at] + quoted(text)).strip()


def _line_without_colon(slip: Slip, lines: Sequence[str], keys: Collection[str]) -> int | None:
    """The first line at or just above the slip that starts with a key but has no colon."""
    for number in (slip.line, slip.line - 1, slip.context_line):
        if not slip.first <= number <= min(slip.last, len(lines)):
            continue
        words = lines[number - 1].strip().removeprefix("- ").split()
        if words and words[0] in keys and ":" not in words[0]:
            return number
    return None


def _lost_text(slip: Slip, lines: Sequence[str]) -> int:
    """YAML looks for the colon until the next line; the text itself stands where it began."""
    if 0 < slip.context_line <= len(lines):
        return slip.context_line
    return slip.line


def _starts_with_key(line: str, column: int) -> bool:
    """Whether the colon at that column closes a key at the start of the line."""
    before = line[: column - 1].strip().removeprefix("- ").strip()
    return bool(re.fullmatch(r"[\w-]+", before)) and line[:column].count(":") <= 1
