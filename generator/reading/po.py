"""The .po format of gettext: a file of translations <-> its entries.

Read strictly, because Babel takes a line without its closing quote for a shorter text,
and writes an earlier text (`#| msgid`) so that gettext's own tools refuse the file.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from babel.messages.pofile import normalize

_KEYWORD = re.compile(r'(msgctxt|msgid|msgstr)\s*("(?:[^"\\]|\\.)*")$')
_MORE = re.compile(r'"(?:[^"\\]|\\.)*"$')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\n"}
_FIELDS = {
    "msgctxt": "context",
    "msgid": "msgid",
    "msgstr": "msgstr",
    "| msgid": "previous",
    "| msgctxt": "previous_context",
}


@dataclass(frozen=True)
class Entry:
    """One text and its translation; the header of a file is the entry without a context."""

    context: str | None = None
    msgid: str | None = None
    msgstr: str | None = None
    fuzzy: bool = False
    previous: str = ""
    """The msgid as it was when this was translated, if it is another now."""
    previous_context: str = ""
    comments: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    """What other programs wrote beside it (`#.`, `#:`, flags but for fuzzy): the lines as they are."""
    obsolete: bool = False
    line: int = 0
    """Where it begins, from 1."""

    @property
    def whole(self) -> bool:
        is_header = self.context is None and self.msgid == ""
        return self.msgstr is not None and (is_header or bool(self.context and self.msgid))


def parse_po(lines: Iterable[str], damaged: Callable[[int], None]) -> tuple[Entry, ...]:
    """The entries of a file; `damaged` hears the number of each line that is not of this format."""
    entries: list[Entry] = []
    entry, field = Entry(), ""
    for number, typed in enumerate(lines, 1):
        line = typed.strip()
        if not line:
            continue
        if entry.msgstr is not None and _begins(line):
            entries.append(entry)
            entry, field = Entry(), ""
        if not entry.line:
            entry = replace(entry, line=number)
        if line.startswith("#,"):
            flags = [flag.strip() for flag in line[2:].split(",")]
            others = ", ".join(flag for flag in flags if flag not in ("", "fuzzy"))
            noted = (*entry.noted, f"#, {others}") if others else entry.noted
            entry = replace(entry, fuzzy=entry.fuzzy or "fuzzy" in flags, noted=noted)
        elif line[0] != "#" or line.startswith(("#~", "#|")):
            found = _text(line, field)
            if found is None or (found[0] == field and not found[2]):
                damaged(number)
                continue
            field, text, goes_on = found
            before = getattr(entry, _FIELDS[field]) if goes_on else ""
            entry = replace(entry, obsolete=entry.obsolete or line.startswith("#~"))
            said: dict[str, Any] = {_FIELDS[field]: before + text}
            entry = replace(entry, **said)
        elif line[1:2] in (".", ":", "="):
            entry = replace(entry, noted=(*entry.noted, line))
        else:
            entry = replace(entry, comments=(*entry.comments, line[1:].strip()))
    if entry.line:
        entries.append(entry)
    return tuple(entries)


def _begins(line: str) -> bool:
    """Whether a line after a whole entry is the first of another."""
    return line.removeprefix("#~").lstrip().startswith(("#", "|", "msgctxt", "msgid"))


def _text(line: str, field: str) -> tuple[str, str, bool] | None:
    """The field that a line gives, its text, and whether it goes on with the line before."""
    plain = line.removeprefix("#~").lstrip() if line.startswith("#~") else line
    earlier = plain.startswith(("#|", "|"))
    plain = plain.removeprefix("#").removeprefix("|").lstrip() if earlier else plain
    if found := _KEYWORD.match(plain):
        field = f"| {found[1]}" if earlier else found[1]
        quoted, goes_on = found[2], False
    elif _MORE.match(plain) and field and field.startswith("|") == earlier:
        quoted, goes_on = plain, True
    else:
        return None
    text = _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), quoted[1:-1])
    readable = field != "msgstr" or _readable(text)
    return (field, text, goes_on) if field in _FIELDS and readable else None


def _readable(text: str) -> bool:
    return not any((unicodedata.category(c) == "Cc" and c not in "\n\t") or c in "\ufffe\uffff" for c in text)


def render_po(entries: Iterable[Entry]) -> bytes:
    """The file of these entries, the same bytes for the same entries."""
    return "\n".join(_render(entry) for entry in entries).encode()


def _render(entry: Entry) -> str:
    mark = "#~ " if entry.obsolete else ""
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    lines += entry.noted
    lines += ["#, fuzzy"] if entry.fuzzy else []
    if entry.previous:
        lines += _field("#| " if not mark else "#~| ", "msgid", entry.previous)
    if entry.context is not None:
        lines += _field(mark, "msgctxt", entry.context)
    lines += _field(mark, "msgid", entry.msgid or "")
    lines += _field(mark, "msgstr", entry.msgstr or "")
    return "\n".join(lines) + "\n"


def _field(mark: str, keyword: str, text: str) -> list[str]:
    # Babel splits lines where Python does, also at rare separators that are text here.
    first, *more = f"{keyword} {normalize(text, prefix='', width=76)}".split("\n")
    return [mark + line for line in (first, *more)]
