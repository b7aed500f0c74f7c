"""Only what `include` says, before the guides that it names are there."""

from generator.model.inclusion import Inclusion
from generator.problems import Problem, Severity
from generator.reading.files import read_tree
from generator.reading.traps import Gettext
from generator.reading.validating import check_record


def read_inclusions(raw: bytes, name: str, _: Gettext) -> tuple[tuple[Inclusion, ...], tuple[Problem, ...]]:
    """The guides that socialmap.yaml names, and the mistakes for which they cannot be known."""
    tree, findings = read_tree(raw, name, _)
    found: list[Inclusion] = []
    data = tree.data if isinstance(tree.data, dict) else {}
    neighbourhood = data.get("neighbourhood")
    entries = neighbourhood.get("include", []) if isinstance(neighbourhood, dict) else []
    listed = isinstance(entries, list)
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
        path = ("neighbourhood", "include", number) if listed else ("neighbourhood", "include")
        if inclusion := check_record(Inclusion, entry, path, tree, findings, {}, _):
            found.append(inclusion)
    mistakes = tuple(problem for problem in findings.problems if problem.severity is Severity.ERROR)
    return tuple(found), mistakes
