"""The mistakes as data for the panel in the browser: each text apart, none of it markup."""

from collections.abc import Sequence

from generator.problems import Problem
from generator.reading.report import around
from generator.wording.words import Words

Json = str | int | list["Json"] | dict[str, "Json"]


def panel(problems: Sequence[Problem], words: Words) -> dict[str, Json]:
    """What preview.js shows: a heading, what the page below is, each mistake; without any, no heading."""
    _, ngettext = words.gettext, words.ngettext
    count = len(problems)
    return {
        "title": ngettext("{count} mistake", "{count} mistakes", count).format(count=count) if count else "",
        "below": _("Behind this panel is the last good version."),
        "lost": _("The preview does not answer. Start it again with: make serve"),
        "close": _("Make smaller"),
        "open": _("Show"),
        "problems": [_shown(problem, words) for problem in problems],
    }


def _shown(problem: Problem, words: Words) -> dict[str, Json]:
    quoted, at = around(problem.excerpt, problem.column) if problem.excerpt.strip() else ("", 0)
    return {
        "place": _place(problem, words),
        "message": problem.message,
        "remedy": problem.remedy,
        "line": quoted,
        "caret": at if quoted and problem.column else -1,
    }


def _place(problem: Problem, words: Words) -> str:
    if not problem.line:
        return problem.file
    said = words.gettext("{file}, line {line}")
    return said.format(file=problem.file, line=problem.line)
