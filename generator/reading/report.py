"""A problem as lines for a terminal: where, what, the line with a caret, and the remedy."""

from collections.abc import Iterator, Sequence

from generator.problems import Problem, Severity
from generator.wording.words import Words

_WIDTH = 100
"""Longer lines are cut around the caret."""
_ONE_BY_ONE = ("", "exchanged", "flyer-file", "no-dutch")
"""Kinds of which each warning has a remedy of its own."""


def render_problem(problem: Problem, words: Words) -> str:
    """`offers.yaml:12:7: error: ...`, then the quoted line, a caret and what to write."""
    _ = words.gettext
    kind = _("error") if problem.severity is Severity.ERROR else _("warning")
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    lines = [f"{place}: {kind}: {problem.message}"]
    if problem.excerpt.strip():
        quoted, caret = around(problem.excerpt, problem.column)
        lines.append(f"    {quoted}")
        if problem.column:
            lines.append(f"    {' ' * caret}^")
    if problem.remedy:
        lines.append(f"  {problem.remedy}")
    return "\n".join(lines)


def around(excerpt: str, column: int) -> tuple[str, int]:
    """The part of a line around a column (from 1), and where the caret comes under it."""
    plain = "".join(c if c.isprintable() else "·" for c in excerpt.replace("\t", "→"))
    at = max(0, min(column - 1, len(plain)))
    if len(plain) <= _WIDTH:
        return plain.rstrip(), at
    start = max(0, min(at - _WIDTH // 3, len(plain) - _WIDTH))
    end = start + _WIDTH
    before, after = "…" if start else "", "…" if end < len(plain) else ""
    return f"{before}{plain[start:end].rstrip()}{after}", at - start + len(before)


def render_warnings(problems: Sequence[Problem], words: Words, most: int | None = None) -> Iterator[str]:
    """Warnings by kind, a line each under one remedy; of each kind `most`, or all.

    A neighbourhood has hundreds of records that are due for review: one by one, with
    line and caret, they would bury the few warnings that are slips.
    """
    _ = words.gettext
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    for problem in warnings:
        if problem.kind in _ONE_BY_ONE:
            yield render_problem(problem, words)
    for kind in sorted({problem.kind for problem in warnings} - set(_ONE_BY_ONE)):
        same = [problem for problem in warnings if problem.kind == kind]
        shown = same[:most]
        yield "\n".join(
            [
                f"{kind_heading(kind, len(same), words)} {same[0].remedy}",
                *(f"    {problem.file}:{problem.line}: {problem.message}" for problem in shown),
                *([_("    and {count} more").format(count=len(same) - len(shown))] if shown != same else []),
            ]
        )


def kind_heading(kind: str, count: int, words: Words) -> str:
    """ "113 records zijn te lang niet nagekeken.", for a kind of warning."""
    ngettext = words.ngettext
    match kind:
        case "overdue":
            said = ngettext(
                "{count} record was checked too long ago.",
                "{count} records were checked too long ago.",
                count,
            )
        case "unchecked":
            said = ngettext("{count} record was never checked.", "{count} records were never checked.", count)
        case "no-contact":
            said = ngettext(
                "{count} record has no phone number or e-mail address.",
                "{count} records have no phone number or e-mail address.",
                count,
            )
        case "flyer":
            said = ngettext(
                "{count} flyer is no longer valid, and not in the binder.",
                "{count} flyers are no longer valid, and not in the binder.",
                count,
            )
        case "flyer-file":
            said = ngettext(
                "{count} file of a partner is not in the binder.",
                "{count} files of partners are not in the binder.",
                count,
            )
        case _:
            said = ngettext("{count} warning.", "{count} warnings.", count)
    return said.format(count=count)
