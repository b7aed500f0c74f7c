"""Mistakes that only show when all is put together, such as a number that is taken: back to their cells."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.problems import Problem, Severity
from generator.reading.files import read_tree
from generator.reading.marks import Path, Tree
from generator.reading.traps import Gettext
from generator.tables.columns import NEIGHBOURHOOD
from generator.tables.merging import Change


def at_cells(
    problems: Iterable[Problem], texts: Mapping[str, str], changes: Sequence[Change], _: Gettext
) -> list[Problem]:
    """The mistakes in the texts that would be written, each at the cell that it comes from, if it does."""
    trees = {name: read_tree(text.encode(), name, _)[0] for name, text in texts.items()}
    by_id = {(change.shelf, change.id): change for change in changes}
    found = []
    for problem in problems:
        if problem.severity is Severity.ERROR:
            tree = trees.get(problem.file)
            path = tree.at(problem.line, problem.column) if tree else ()
            found.append(_at_cell(problem, path, trees, by_id))
    return found


def _at_cell(
    problem: Problem, path: Path, trees: Mapping[str, Tree], by_id: Mapping[tuple[str, str], Change]
) -> Problem:
    here: Any = trees[problem.file].data if path else None
    change = by_id.get((NEIGHBOURHOOD, "")) if path[:1] == (NEIGHBOURHOOD,) else None
    keys: list[str] = []
    for part in path:
        here = here[part]
        if isinstance(here, dict) and "id" in here:
            change, keys = by_id.get((str(path[0]), str(here["id"]))), []
        elif isinstance(part, str):
            keys.append(part)
        if not isinstance(here, dict | list):
            break
    if change is None:
        return problem
    columns = [column for column in change.row.columns if keys[: len(column.path)] == list(column.path)]
    cell = change.row.at(columns[0]) if columns else change.row.first
    return change.table.problem(cell, problem.message, problem.remedy)
