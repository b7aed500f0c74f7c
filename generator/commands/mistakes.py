"""How mistakes in the input are told in a terminal."""

import sys
from collections.abc import Iterable, Sequence

from generator.problems import Problem, Severity
from generator.project import staff_words
from generator.reading.report import render_problem


def print_mistakes(problems: Iterable[Problem]) -> None:
    """Each mistake with its line and its remedy; warnings are passed over."""
    for problem in problems:
        if problem.severity is Severity.ERROR:
            print(render_problem(problem, staff_words()) + "\n", file=sys.stderr)


def print_count(problems: Sequence[Problem]) -> None:
    """How many mistakes and warnings there are."""
    ngettext = staff_words().ngettext
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    print(
        ngettext("{count} mistake", "{count} mistakes", errors).format(count=errors)
        + ", "
        + ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        file=sys.stderr,
    )
