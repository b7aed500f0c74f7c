"""Values -> the lines of YAML that a person would have typed.

What is written reads back as the same text, also for the traps that YAML itself lets
pass; quotes stand only where they are needed.
"""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Union

import yaml

Value = Union[str, Sequence["Value"], Mapping[str, "Value"]]  # noqa: UP007 - it names itself
"""What stands behind a key: a text, a list, or keys with values. A scalar is a text, as people type it."""

_SHORT = 72
"""The longest group of keys between braces, in characters; in a longer one each key gets a line."""
_MOST_KEYS = 3
"""Keys between braces; more of them are not read at a glance."""
_PLAIN = re.compile(r"[^\W_]|[^\W_].*[^\s:]|€ ?\d.*[^\s:]|\+\d[\d ./()-]*\d")
"""A text that may need no quotes: it begins with a letter or a digit, an amount or a number of abroad."""
_RISKY = re.compile(r":\s|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\s\s")
_IN_BRACKETS = re.compile(r"[\[\]{},?]|:(?=[\"'])")
_WORDS_OF_YAML = ("null", "Null", "NULL")
_NOT_AS_IT_IS = re.compile(r"[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
_LIKE_A_KEY = re.compile(r"[a-z_]+\s*[:=]")
"""A text that would be taken for a key with a slip, if it stands right after a dash."""
_RISKY_IN_BLOCK = re.compile(r"^\t|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_FOLDS = re.compile(r"[^\W_][^:#=]*")
"""A line with which a long text may go on."""


@dataclass(frozen=True)
class Style:
    """How far a file indents."""

    step: int = 2
    """Spaces by which keys stand to the right of the key above them."""
    dash: int = 2
    """Spaces by which a dash stands to the right of its key."""
    width: int = 100
    """Where a long line goes on below, in characters."""


def scalar(text: str, *, in_brackets: bool = False) -> str:
    """A text on one line, with quotes only where it needs them."""
    if _is_plain(text, in_brackets):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_AS_IT_IS.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def inline(value: Value) -> str:
    """A value as it stands between brackets, on one line."""
    if isinstance(value, str):
        return scalar(value, in_brackets=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(inline(item) for item in value) + "]"


def entry(key: str, value: Value, column: int, style: Style) -> list[str]:
    """The lines of `key: value`, with the key after `column` spaces."""
    head, *more = behind_key(value, column, column + len(key) + 1, style)
    return [f"{' ' * column}{key}:{head}", *more]


def behind_key(value: Value, column: int, used: int, style: Style) -> list[str]:
    """What comes after the colon of a key: the rest of its own line, and the lines below it.

    The key stands after `column` spaces; `used` characters of its line are taken.
    """
    if isinstance(value, str):
        return _text(value, column, used, style)
    if not value:
        return [" []" if isinstance(value, Sequence) else " {}"]
    if isinstance(value, Mapping):
        if _fits(value):
            return [f" {inline(value)}"]
        return ["", *_keys(value, column + style.step, style)]
    if all(isinstance(item, str) and "\n" not in item for item in value):
        return _list(value, column, used, style)
    return ["", *(line for item in value for line in list_item(item, column + style.dash, style))]


def list_item(value: Value, column: int, style: Style) -> list[str]:
    """The lines of a list item, with its dash after `column` spaces."""
    dash = f"{' ' * column}- "
    if isinstance(value, Mapping) and value and not _fits(value):
        first, *more = _keys(value, column + 2, style)
        return [dash + first.lstrip(" "), *more]
    if isinstance(value, str) and "\n" in value:
        head, *more = _text(value, column, column + 1, style)
        return [f"{dash[:-1]}{head}", *more]
    if isinstance(value, str):
        return [dash + (json.dumps(value, ensure_ascii=False) if _LIKE_A_KEY.match(value) else scalar(value))]
    return [dash + inline(value)]


def record_item(record: Mapping[str, Value], column: int, inset: int, style: Style) -> list[str]:
    """The lines of a record in a list: dash after `column` spaces, keys `inset` further."""
    first, *more = _keys(record, column + inset, style)
    return [f"{' ' * column}-{' ' * (inset - 1)}{first[column + inset :]}", *more]


def _keys(value: Mapping[str, Value], column: int, style: Style) -> list[str]:
    return [line for key, item in value.items() for line in entry(key, item, column, style)]


def _fits(value: Mapping[str, Value]) -> bool:
    """Whether a few keys can stand between braces on one line."""
    if len(value) > _MOST_KEYS or not all(_is_small(item) for item in value.values()):
        return False
    return len(inline(value)) <= _SHORT


def _is_small(value: Value) -> bool:
    """A text of one line, or a list of these."""
    if isinstance(value, str):
        return "\n" not in value
    return not isinstance(value, Mapping) and all(
        isinstance(item, str) and "\n" not in item for item in value
    )


def _list(items: Sequence[Value], column: int, used: int, style: Style) -> list[str]:
    """`[one, two]`, going on below where it is long."""
    lines = [""]
    room = style.width - used - 2
    for number, item in enumerate(items):
        part = inline(item) + ("]" if number == len(items) - 1 else ",")
        if lines[-1] and len(lines[-1]) + 1 + len(part) > room:
            lines.append("")
            room = style.width - column - style.step
        lines[-1] += f" {part}" if lines[-1] else part
    margin = " " * (column + style.step)
    return [f" [{lines[0]}", *(margin + line for line in lines[1:])]


def _text(text: str, column: int, used: int, style: Style) -> list[str]:
    margin = " " * (column + style.step)
    if "\n" in text and _is_block(text):
        return [" |", *(f"{margin}{line}".rstrip() for line in text.rstrip("\n").split("\n"))]
    one_line = scalar(text)
    if one_line == text and used + 1 + len(text) > style.width:
        lines = list(_folded(text, style.width - used - 1, style.width - len(margin)))
        if all(_FOLDS.fullmatch(line) for line in lines[1:]):
            return [f" {lines[0]}", *(margin + line for line in lines[1:])]
    return [f" {one_line}"]


def _folded(text: str, first: int, others: int) -> Iterator[str]:
    head = textwrap.wrap(text, max(first, 20), break_long_words=False, break_on_hyphens=False)[0]
    yield head
    rest = text[len(head) :].strip()
    yield from textwrap.wrap(rest, max(others, 20), break_long_words=False, break_on_hyphens=False)


def _is_block(text: str) -> bool:
    """Whether the lines of a text can stand below `|` as they are."""
    lines = text.rstrip("\n").split("\n")
    odd = any(_RISKY_IN_BLOCK.search(line) or line != line.rstrip() for line in lines)
    return bool(lines[0]) and not odd and not lines[0].startswith(" ") and not text.endswith("\n\n")


def _is_plain(text: str, in_brackets: bool) -> bool:
    """Whether a text is read as it is, without quotes."""
    if not _PLAIN.fullmatch(text) or _RISKY.search(text) or text in _WORDS_OF_YAML:
        return False
    if in_brackets and _IN_BRACKETS.search(text):
        return False
    try:
        read = yaml.load(f"[{text}]" if in_brackets else f"key: {text}", Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return False
    return bool(read == ([text] if in_brackets else {"key": text}))
