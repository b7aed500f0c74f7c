"""Text -> YAML nodes, going on after a syntax error with the next record.

Nodes know their line and column. When the file as a whole is no YAML, each record of
each top-level list is read on its own: one slip then costs one record, not the file.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import yaml

MAX_DEPTH = 30
"""Records nest six deep; far deeper nesting is damage, and would overflow the stack."""

_TOP_KEY = re.compile(r"^[\w\"'][^#:]*:(\s|$)")
_BRACKETS = re.compile(r"[\[\]{}]")
_DEEP_LINE = re.compile(rf"^ {{{2 * MAX_DEPTH}}}|(?:[-?:]\s+){{{MAX_DEPTH // 2}}}", re.MULTILINE)
_ID = re.compile(r"^\s*(?:- +)?id:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)


@dataclass(frozen=True)
class Slip:
    """Where YAML gave up: all lines count from 1 in the file, columns from 1.

    `context_line` is where the thing began that YAML was reading (an opening quote).
    `first` and `last` are the lines that were read together.
    """

    problem: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int
    first: int
    last: int
    askew: bool = False
    """Whether the dash of this record stands more to the left than the first one of its list."""


@dataclass(frozen=True)
class Piece:
    """A part of a file: its node, and how many lines of the file come before it.

    `key` is the top-level key above it when the piece is only (a part of) its list.
    """

    node: yaml.Node | None
    offset: int = 0
    key: str | None = None
    lost_ids: tuple[str, ...] = ()
    damaged: bool = False
    """Whether the line with the slip was left out to read the rest."""


@dataclass(frozen=True)
class Composed:
    pieces: tuple[Piece, ...]
    slips: tuple[Slip, ...]


class TooDeepError(Exception):
    """Lists in lists in lists, beyond anything that a record needs."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def compose(lines: Sequence[str], cause: Callable[[Slip], int]) -> Composed:
    """The nodes of a file, whole if possible and else record by record.

    `cause` tells on which line the cause of a slip stands.
    """
    whole = _compose_part(lines, 0)
    if isinstance(whole, Piece):
        return Composed((whole,), ())
    pieces: list[Piece] = []
    slips: list[Slip] = []
    depth: dict[str | None, int] = {}
    for key, first, last in _parts(lines):
        part = _compose_part(lines[first:last], first)
        if isinstance(part, Slip):
            usual = depth.setdefault(key, _indent(lines[first]))
            slips.append(replace(part, askew=key is not None and _indent(lines[first]) < usual))
            rest = _without(lines, first, last, cause(slips[-1]))
            ids = _ID.findall("\n".join(lines[first:last]))
            pieces.append(Piece(rest, first, key, tuple(ids), damaged=True))
        else:
            depth.setdefault(key, _indent(lines[first]))
            pieces.append(Piece(part.node, first, key))
    return Composed(tuple(pieces), tuple(slips) or (whole,))


def _without(lines: Sequence[str], first: int, last: int, cause: int) -> yaml.Node | None:
    """The node of a part without the line that spoils it, or without all that hangs on that line."""
    if not first < cause <= last or _is_dash(lines[cause - 1]):
        return None
    under = cause
    while under < last and (not lines[under].strip() or _indent(lines[under]) > _indent(lines[cause - 1])):
        under += 1
    for end in (cause, under):
        kept = [*lines[first : cause - 1], *[""] * (end - cause + 1), *lines[end:last]]
        part = _compose_part(kept, first)
        if isinstance(part, Piece):
            return part.node
    return None


def _is_dash(line: str) -> bool:
    return line.lstrip().startswith("-")


def _parts(lines: Sequence[str]) -> Iterator[tuple[str | None, int, int]]:
    """Top-level key (None: the part holds it itself), first line, line after the last."""
    tops = [n for n, line in enumerate(lines) if _TOP_KEY.match(line)]
    before = tops[0] if tops else len(lines)
    if any(_says_something(line) for line in lines[:before]):
        yield None, 0, before
    for top, end in pairwise([*tops, len(lines)]):
        dashes = [n for n in range(top + 1, end) if re.match(r"^ *-( |$)", lines[n])]
        opened = re.match(r"^([^#:]*):\s*(#.*)?$", lines[top])
        first_inside = next((n for n in range(top + 1, end) if _says_something(lines[n])), end)
        if not opened or not dashes or first_inside != dashes[0]:
            yield None, top, end
            continue
        starts = [n for n in dashes if _indent(lines[n]) <= _indent(lines[dashes[0]])]
        for start, stop in pairwise([*starts, end]):
            yield opened[1].strip(" \"'"), start, stop


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", "---"))


def _compose_part(lines: Sequence[str], offset: int) -> Piece | Slip:
    text = "\n".join(lines) + "\n"
    _refuse_depth(text, offset)
    last = offset + len(lines)
    loader = yaml.CBaseLoader(text)
    try:
        return Piece(loader.get_single_node(), offset)
    except yaml.MarkedYAMLError as error:
        return _slip(error, offset, last)
    except yaml.YAMLError as error:
        return Slip(str(error), offset + 1, 1, "", 0, 0, offset + 1, last)
    finally:
        loader.dispose()


def _slip(error: yaml.MarkedYAMLError, offset: int, last: int) -> Slip:
    mark = error.problem_mark or error.context_mark
    begin = error.context_mark
    return Slip(
        problem=error.problem or "",
        line=min(offset + mark.line + 1, last) if mark else offset + 1,
        column=mark.column + 1 if mark else 1,
        context=error.context or "",
        context_line=offset + begin.line + 1 if begin else 0,
        context_column=begin.column + 1 if begin else 0,
        first=offset + 1,
        last=last,
    )


def _refuse_depth(text: str, offset: int) -> None:
    """The composer calls itself for each level; the parser does not, so ask the parser."""
    if not may_be_deep(text):
        return
    depth = 0
    try:
        for event in yaml.parse(text, yaml.CBaseLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    raise TooDeepError(offset + _line(event))
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return  # the slip comes out when the nodes are composed


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def may_be_deep(text: str) -> bool:
    """A cheap look: brackets in brackets, many dashes on a line, or a very deep indent."""
    depth = 0
    if text.count("[") + text.count("{") <= MAX_DEPTH // 2:
        return bool(_DEEP_LINE.search(text))
    for bracket in _BRACKETS.finditer(text):
        depth = depth + 1 if bracket[0] in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH // 2:
            return True
    return bool(_DEEP_LINE.search(text))
