"""Text -> YAML nodes, going on after a syntax error with the next record.

Nodes know their line and column. When the file as a whole is no YAML, each record of
each top-level list is read on its own: one slip then costs one record, not the file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

MAX_DEPTH = 30
"""Records nest six deep; far deeper nesting is damage, and would overflow the stack."""

_TOP_KEY = re.compile(r"^[\w\"'][^#:]*:(\s|$)")
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


@dataclass(frozen=True)
class Piece:
    """A part of a file: its node, and how many lines of the file come before it.

    `key` is the top-level key above it when the piece is only (a part of) its list.
    """

    node: yaml.Node | None
    offset: int = 0
    key: str | None = None
    lost_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Composed:
    pieces: tuple[Piece, ...]
    slips: tuple[Slip, ...]


class TooDeep(Exception):
    """Lists in lists in lists, beyond anything that a record needs."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def compose(lines: Sequence[str]) -> Composed:
    """The nodes of a file, whole if possible and else record by record."""
    whole = _compose_part(lines, 0)
    if isinstance(whole, Piece):
        return Composed((whole,), ())
    pieces: list[Piece] = []
    slips: list[Slip] = []
    for key, first, last in _parts(lines):
        part = _compose_part(lines[first:last], first)
        if isinstance(part, Slip):
            slips.append(part)
            ids = _ID.findall("\n".join(lines[first:last]))
            pieces.append(Piece(None, first, key, tuple(ids)))
        else:
            pieces.append(Piece(part.node, first, key))
    return Composed(tuple(pieces), tuple(slips) or (whole,))


def _parts(lines: Sequence[str]) -> Iterator[tuple[str | None, int, int]]:
    """Top-level key (None: the part holds it itself), first line, line after the last."""
    tops = [n for n, line in enumerate(lines) if _TOP_KEY.match(line)]
    if not tops or tops[0] > 0:
        if any(
            line.strip() and not line.lstrip().startswith(("#", "---"))
            for line in lines[: (tops or [None])[0]]
        ):
            yield None, 0, tops[0] if tops else len(lines)
    for top, end in zip(tops, [*tops[1:], len(lines)], strict=True):
        dashes = [n for n in range(top + 1, end) if re.match(r"^ *-( |$)", lines[n])]
        opened = re.match(r"^([^#:]*):\s*(#.*)?$", lines[top])
        first_inside = next(
            (n for n in range(top + 1, end) if lines[n].strip() and not lines[n].lstrip().startswith("#")),
            end,
        )
        if not opened or not dashes or first_inside != dashes[0]:
            yield None, top, end
            continue
        depth = len(lines[dashes[0]]) - len(lines[dashes[0]].lstrip(" "))
        starts = [n for n in dashes if len(lines[n]) - len(lines[n].lstrip(" ")) <= depth]
        for start, stop in zip(starts, [*starts[1:], end], strict=True):
            yield opened[1].strip(" \"'"), start, stop


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
    if not _may_be_deep(text):
        return
    depth = 0
    try:
        for event in yaml.parse(text, yaml.CBaseLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    raise TooDeep(offset + event.start_mark.line + 1)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return  # the slip comes out when the nodes are composed


def _may_be_deep(text: str) -> bool:
    opened = text.count("[") + text.count("{")
    if opened > MAX_DEPTH and opened - text.count("]") - text.count("}") > MAX_DEPTH // 2:
        return True
    return bool(
        re.search(
            rf"^ {{{2 * MAX_DEPTH}}}|(?:[-?:] +){{{MAX_DEPTH // 2}}}|[\[{{\s]{{{MAX_DEPTH},}}", text, re.M
        )
    )
