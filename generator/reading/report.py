"""A problem as lines for a terminal: where, what, the line with a caret, and the remedy."""

from generator.problems import Problem, Severity
from generator.wording.words import Words

_WIDTH = 100
"""Longer lines are cut around the caret."""


def render_problem(problem: Problem, words: Words) -> str:
    """`offers.yaml:12:7: error: ...`, then the quoted line, a caret and what to write."""
    _ = words.gettext
    kind = _("error") if problem.severity is Severity.ERROR else _("warning")
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    lines = [f"{place}: {kind}: {problem.message}"]
    if problem.excerpt.strip():
        quoted, caret = _around(problem.excerpt, problem.column)
        lines.append(f"    {quoted}")
        if problem.column:
            lines.append(f"    {' ' * caret}^")
    if problem.remedy:
        lines.append(f"  {problem.remedy}")
    return "\n".join(lines)


def _around(excerpt: str, column: int) -> tuple[str, int]:
    """The part of a line around a column (from 1), and where the caret comes under it."""
    plain = "".join(c if c.isprintable() else "·" for c in excerpt.replace("\t", "→"))
    at = max(0, min(column - 1, len(plain)))
    if len(plain) <= _WIDTH:
        return plain.rstrip(), at
    start = max(0, min(at - _WIDTH // 3, len(plain) - _WIDTH))
    end = start + _WIDTH
    before, after = "…" if start else "", "…" if end < len(plain) else ""
    return f"{before}{plain[start:end].rstrip()}{after}", at - start + len(before)
