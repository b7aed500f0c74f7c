"""Quotes around a value of YAML."""

import re


def quoted(text: str) -> str:
    """A text between double quotes, as YAML wants it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def closing_quote(value: str) -> int | None:
    """Index of the quote that closes a text that opens with one, or None if it stays open."""
    quote, at = value[0], 1
    while at < len(value):
        if quote == '"' and value[at] == "\\":
            at += 1
        elif value[at] == quote:
            if quote == "'" and value[at + 1 : at + 2] == "'":
                at += 1
            else:
                return at
        at += 1
    return None


def without_quotes(value: str) -> str:
    return re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'", "x", value)


def balanced(value: str) -> bool:
    """Whether the brackets of `[a, [b]]` close only at the very end."""
    depth, plain = 0, re.sub(r"\s#.*$", "", without_quotes(value)).rstrip()
    for index, character in enumerate(plain):
        depth += (character in "[{") - (character in "]}")
        if depth <= 0:
            return index == len(plain) - 1
    return True
