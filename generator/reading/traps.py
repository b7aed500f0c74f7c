"""Typing traps, found in the text before YAML sees it.

YAML swallows some of these silently and answers others with a riddle far away. A trap
that can be mended is mended in the text that goes on, so that one mistake gives one
message and all other mistakes still come out.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.reading.quoting import balanced, closing_quote, quoted, without_quotes

Gettext = Callable[[str], str]

_ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""What nobody types, and what no page, feed or sheet can hold."""
_CONFLICT = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(\s|$)")
_BLOCK_TEXT = re.compile(r"^(?P<parent>\s*(?:- +)*)(?:[^\s#'\"][^#]*?:\s+)?[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_LINE = re.compile(
    r"^(?P<lead> *(?:- +)*)"
    r"(?:(?P<key>[^\s:#'\"\[\]{},&*!|>%@`“”„‘’-][^:#]*?)(?P<colon>\s*:(?:\s+|$)))?"
    r"(?P<value>.*)$"
)
_BULLET = re.compile(r"^(?P<lead> *)(?P<sign>[•·▪◦‣–—*])[ \t]+(?=\S)")
"""How Word, a mail or a phone begins an item of a list."""
_ORDINARY = re.compile(
    r"^ *(?:- )?(?:[a-z_]+:)?"
    r"(?: \[[\w, -]*\]"
    rf"| [^\s'\"#&*!|>%@`\[\]{{}}:=;：,?“”„‘’«»″´•·▪◦‣–—{_ODD_SPACES}\x00-\x1f\x7f-\x9f-]"
    rf"[^#:=;：\t{_ODD_SPACES}\x00-\x1f\x7f-\x9f\ufffe\uffff]*)?$"
)
"""Most lines: a key of letters and a plain text. They hide no trap and open no longer text."""
_TAB = re.compile(r"^[ ]*(?:- +)*-?\t")
_ODD_SPACE_BEFORE = re.compile(rf"^\s*(?:- *)*[{_ODD_SPACES}]")
_ODD_SPACE_BEHIND_KEY = re.compile(rf"^ *(?:- +)*[\w.'-]+ *:\s*?[{_ODD_SPACES}]")
_NEW_DOCUMENT = re.compile(r"^(---|\.\.\.)(\s|$)")
_GLUED_DASH = re.compile(r"^ *(?:- +)*-(?=[^\W\d_]|[\"'“‘])")
_JSON = re.compile(r'^(?P<lead> *(?:- +)*)"(?P<key>\w+)"\s*:\s+(?P<value>.*[^\s,])\s*(?P<comma>,)\s*$')
_CUT = re.compile(r"\s#(?=\w)")
_PAIRS = {"“": "”", "„": "”", "”": "”", "‘": "’", "’": "’", "«": "»", "″": "″", "´": "´", "`": "`"}
_DUTCH_SHORT = re.compile(r"^'[a-zA-Z]{1,2}[ -]")


@dataclass(frozen=True)
class Trap:
    """A trap in a line (column from 1), and the line as it was probably meant."""

    line: int
    column: int
    message: str
    remedy: str
    mended: str


@dataclass(frozen=True)
class Scan:
    """The traps of a text, and the text without them."""

    traps: tuple[Trap, ...]
    lines: tuple[str, ...]
    in_conflict: bool
    """Whether git's conflict marks are in it: then nothing else can be trusted."""
    is_open: bool = False
    """Whether a longer text goes on behind the last line, even if the next one begins as the first did."""

    @property
    def lines_with_traps(self) -> frozenset[int]:
        return frozenset(trap.line for trap in self.traps)


def find_traps(lines: Sequence[str], keys: Collection[str], _: Gettext) -> Scan:
    """All traps of a file; `keys` are the keys that any record knows."""
    traps: list[Trap] = []
    clean: list[str] = []
    conflict = [n for n, line in enumerate(lines, 1) if line.startswith("<<<<<<<")] or [
        n for n, line in enumerate(lines, 1) if _CONFLICT.match(line) and not line.startswith("=")
    ]
    if conflict:
        marks = [_conflict(n, _) for n in conflict]
        return Scan(tuple(marks), tuple(lines), True)
    check = _LineChecks(keys, _)
    for number, line in enumerate(lines, 1):
        if check.is_between_texts and _ORDINARY.match(line):
            clean.append(line)
            check.note(line)
            continue
        mended = line
        for trap in check.traps_of(number, line):
            traps.append(trap)
            mended = trap.mended
        clean.append(mended)
        check.remember(mended)
    return Scan(tuple(traps), tuple(clean), False, check.is_open(lines[0] if lines else ""))


@lru_cache(maxsize=4)
def _key_patterns(keys: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line with one of these keys, and one in which it is glued to its value."""
    names = "|".join(sorted(map(re.escape, keys), key=len, reverse=True))
    return (
        re.compile(rf"^ *(?:- +)*(?:{names})\s*:(?:\s|$)"),
        re.compile(rf"^ *(?:- +)*(?P<key>{names})(?P<sign>:|\s*[=;：]\s*)(?=[^\s:=])"),
    )


def _conflict(number: int, _: Gettext) -> Trap:
    return Trap(
        number, 1,
        _("Two versions of this file were put together here, and nobody has chosen yet."),
        _("Keep the right lines and delete the lines with <<<<<<<, ======= and >>>>>>>."),
        "",
    )  # fmt: skip


class _LineChecks:
    """Goes through the lines in order; knows when it is inside a longer text."""

    def __init__(self, keys: Collection[str], _: Gettext) -> None:
        self._ = _
        self._block: int | None = None
        self._quote: str | None = None
        self._previous = ""
        self._seen_content = False
        self._known_key, self._glued_key = _key_patterns(frozenset(keys))

    @property
    def is_between_texts(self) -> bool:
        """Whether the next line is neither within a longer text nor the first one that says something."""
        return self._block is None and self._quote is None and self._seen_content

    def is_open(self, line: str) -> bool:
        """Whether the next line is within a longer text, if it is indented as this one is."""
        depth = len(line) - len(line.lstrip(" "))
        return self._quote is not None or (self._block is not None and depth > self._block)

    def note(self, line: str) -> None:
        """Takes note of a line that opens and closes nothing."""
        if line.strip() and not line.lstrip().startswith("#"):
            self._previous = line
            self._seen_content = True

    def remember(self, line: str) -> None:
        """Takes note of what this line opens or closes."""
        self.note(line)
        if self._block is not None:
            if not line.strip() or len(line) - len(line.lstrip(" ")) > self._block:
                return
            self._block = None
        if self._quote:
            if self._closes(line):
                self._quote = None
            return
        if found := _BLOCK_TEXT.match(line):
            self._block = len(found["parent"]) if ":" in line else max(0, len(found["parent"]) - 2)
            return
        value = self._value(line)
        if value[:1] in ("'", '"') and closing_quote(value) is None:
            self._quote = value[0]

    def _closes(self, line: str) -> bool:
        return closing_quote(f"{self._quote}{line}") is not None or bool(self._known_key.match(line))

    @staticmethod
    def _value(line: str) -> str:
        found = _LINE.match(line)
        return found["value"] if found else ""

    def traps_of(self, number: int, line: str) -> Iterator[Trap]:
        """The traps of one line, the outermost first; each is mended before the next."""
        depth = len(line) - len(line.lstrip(" "))
        if self._block is not None and (not line.strip() or depth > self._block) and not CONTROL.search(line):
            return
        if self._quote and not self._known_key.match(line):
            return
        for find in (
            self._control,
            self._tab,
            self._odd_space,
            self._new_document,
            self._bullet,
            self._glued_dash,
            self._json,
            self._glued,
        ):
            if (trap := find(number, line)) is not None:
                yield trap
                line = trap.mended
        if line.lstrip().startswith("#"):
            return
        for find in (self._curly, self._quotes, self._cut, self._sign, self._colon):
            if (trap := find(number, line)) is not None:
                yield trap
                return

    def _control(self, number: int, line: str) -> Trap | None:
        if not (found := CONTROL.search(line)):
            return None
        return Trap(
            number, found.start() + 1,
            self._("An invisible character stands here, which came along with pasted text."),
            self._("Delete that character, or type the line again."),
            CONTROL.sub("", line),
        )  # fmt: skip

    def _tab(self, number: int, line: str) -> Trap | None:
        found = _TAB.match(line)
        if not found or not line.strip():
            return None
        rest = line.lstrip(" \t")
        if line[: found.end()].strip():  # a tab after the dash
            mended = line.replace("\t", " ", 1)
        else:
            mended = " " * self._likely_indent(rest) + rest
        return Trap(
            number, found.end(),
            self._("A tab stands here. This file works with spaces only."),
            self._("Replace the tab by spaces, as many as on the lines around it."),
            mended,
        )  # fmt: skip

    def _likely_indent(self, rest: str) -> int:
        """Where the line probably had to start, seen from the line before it."""
        found = re.match(r"^ *(?:- +)*", self._previous)
        lead = found[0] if found else ""
        if rest.startswith("- "):
            return len(lead) - len(lead.lstrip(" "))
        deeper = self._previous.rstrip().endswith(":")
        return len(lead) + (2 if deeper else 0)

    def _odd_space(self, number: int, line: str) -> Trap | None:
        found = _ODD_SPACE_BEFORE.match(line) or _ODD_SPACE_BEHIND_KEY.match(line)
        if not found or not line.strip(" \t\u00a0\u200b\ufeff\u202f"):
            return None
        head = re.match(
            rf"^[\s{_ODD_SPACES}]*(?:-[\s{_ODD_SPACES}]*)*(?:[\w.'-]+\s*:[\s{_ODD_SPACES}]*)?", line
        )
        end = head.end() if head else 0
        zero = "\u200b\u2060\ufeff"
        mended = re.sub(f"[{_ODD_SPACES}]", " ", re.sub(f"[{zero}]", "", line[:end])) + line[end:]
        return Trap(
            number, found.end(),
            self._("A special space stands here, which came along with pasted text."),
            self._("Replace it by an ordinary space: delete it and press the space bar."),
            mended,
        )  # fmt: skip

    def _new_document(self, number: int, line: str) -> Trap | None:
        if not self._seen_content or not _NEW_DOCUMENT.match(line):
            return None
        return Trap(
            number, 1,
            self._("This line cuts the file in two: what follows would not be read."),
            self._("Delete this line."),
            "",
        )  # fmt: skip

    def _bullet(self, number: int, line: str) -> Trap | None:
        found = _BULLET.match(line)
        if not found:
            return None
        mended = f"{found['lead']}- {line[found.end() :]}"
        return Trap(
            number, found.end("lead") + 1,
            self._("A list begins with a plain dash here, not with {sign}.").format(sign=found["sign"]),
            self._("Write: {line}").format(line=mended.strip()),
            mended,
        )  # fmt: skip

    def _glued_dash(self, number: int, line: str) -> Trap | None:
        found = _GLUED_DASH.match(line)
        if not found:
            return None
        mended = f"{line[: found.end()]} {line[found.end() :]}"
        return Trap(
            number, found.end(),
            self._("There is no space after the dash, so this is not read as a new item."),
            self._("Write: {line}").format(line=mended.strip()),
            mended,
        )  # fmt: skip

    def _json(self, number: int, line: str) -> Trap | None:
        """`"name": "Soep",` as in JSON; between braces over several lines it is right."""
        found = _JSON.match(line)
        if not found or self._previous.rstrip().endswith(("{", "[", ",")):
            return None
        mended = f"{found['lead']}{found['key']}: {found['value']}"
        if not self._known_key.match(mended):
            return None
        return Trap(
            number, found.start("comma") + 1,
            self._("A comma stands at the end of this line."),
            self._("Write: {line}").format(line=mended.strip()),
            mended,
        )  # fmt: skip

    def _glued(self, number: int, line: str) -> Trap | None:
        found = self._glued_key.match(line)
        if not found or line.lstrip().startswith("#"):
            return None
        mended = f"{line[: found.end('key')]}: {line[found.end('sign') :]}"
        message = (
            self._("There is no space after the colon.")
            if found["sign"] == ":"
            else self._("An equals sign stands here, where a colon belongs.")
            if "=" in found["sign"]
            else self._("Another sign stands here, where a colon belongs.")
        )
        return Trap(
            number, found.end("key") + 1, message, self._("Write: {line}").format(line=mended.strip()), mended
        )

    def _parts(self, line: str) -> tuple[str, str, int, bool] | None:
        """What comes before the value, the value, its index, and whether it has a key."""
        found = _LINE.match(line)
        if not found or not found["value"].strip() or (found["key"] is None and not found["lead"].strip()):
            return None
        at = found.start("value")
        return line[:at], found["value"].rstrip(), at, found["key"] is not None

    def _in_quotes(self, number: int, line: str, at: int, text: str, message: str) -> Trap:
        mended = line[:at] + quoted(text)
        return Trap(
            number, at + 1, message,
            self._("Put the text between double quotes: {line}").format(line=mended.strip()), mended,
        )  # fmt: skip

    def _curly(self, number: int, line: str) -> Trap | None:
        if not (parts := self._parts(line)):
            return None
        _head, value, at, _key = parts
        closing = _PAIRS.get(value[0])
        if not closing or len(value) < 2 or value[-1] not in (closing, value[0]):
            return None
        if value[-1] in value[1:-1] or value[0] in value[1:-1]:
            return None
        return self._in_quotes(
            number, line, at, value[1:-1],
            self._("These are curly quotes, which would become part of the text."),
        )  # fmt: skip

    def _quotes(self, number: int, line: str) -> Trap | None:
        if not (parts := self._parts(line)) or parts[1][0] not in "'\"":
            return None
        _head, value, at, _key = parts
        end = closing_quote(value)
        if _DUTCH_SHORT.match(value) and (end is None or end < len(value) - 1):
            return self._in_quotes(
                number, line, at, value,
                self._("YAML takes this apostrophe for an opening quote."),
            )  # fmt: skip
        if end is None or not (rest := value[end + 1 :]).strip() or re.match(r"^(\s+#|\s*:(\s|$))", rest):
            return None
        if rest.strip() == ",":
            mended = line[: at + end + 1]
            return Trap(
                number, at + end + 2,
                self._("A comma stands at the end of this line."),
                self._("Write: {line}").format(line=mended.strip()), mended,
            )  # fmt: skip
        message = self._("Text follows after the closing quote.")
        if value[0] == '"' and value[-1] == '"' and "'" not in value and "\\" not in value:
            mended = f"{line[:at]}'{value[1:-1]}'"
            return Trap(
                number, at + 1, message,
                self._("Put the text between single quotes: {line}").format(line=mended.strip()), mended,
            )  # fmt: skip
        return self._in_quotes(
            number, line, at, value if value[0] == "'" else value[1:end] + rest.removesuffix('"'), message
        )

    def _cut(self, number: int, line: str) -> Trap | None:
        if not (parts := self._parts(line)):
            return None
        _head, value, at, _key = parts
        found = _CUT.search(f" {value}") if value[0] not in "'\"[{|>" else None
        if not found:
            return None
        mended = line[:at] + quoted(value)
        return Trap(
            number, at + found.start() + 1,
            self._("What comes after # is not read: it counts as a note to yourself."),
            self._("Is it part of the text? Write: {line} - Is it a note? Put a space after #.").format(
                line=mended.strip()
            ),
            mended,
        )  # fmt: skip

    def _sign(self, number: int, line: str) -> Trap | None:
        """A value that begins with a sign that means something else to YAML."""
        if not (parts := self._parts(line)):
            return None
        _head, value, at, has_key = parts
        sign = value[0]
        special = (
            (sign in "*&!@`%" and not (sign in "*&" and value == sign))
            or (sign in "|>" and not re.match(r"^[|>][+-]?\d?[+-]?\s*(#.*)?$", value))
            or (
                sign in "[{"
                and re.search(r"[\]}]\s*[^\s\]},:#]", without_quotes(value))
                and not balanced(value)
            )
            or (has_key and re.match(r"^[-?] ", value))
        )
        if not special:
            return None
        trap = self._in_quotes(
            number, line, at, value,
            self._("A text cannot begin with {sign}: that means something else here.").format(sign=sign),
        )  # fmt: skip
        if sign != "-":
            return trap
        remedy = self._("Is it a list? Begin it on the next line.") + " " + trap.remedy
        return replace(trap, remedy=remedy)

    def _colon(self, number: int, line: str) -> Trap | None:
        """`name: Let op: morgen`: YAML wants to make a new key of it."""
        if not (parts := self._parts(line)) or not parts[3]:
            return None
        _head, value, at, _key = parts
        plain = re.split(r"\s#", value)[0]
        if value[0] in "'\"[{|>" or not re.search(r":\s|:$", plain):
            return None
        column = at + plain.index(":", re.search(r":\s|:$", plain).start()) + 1  # type: ignore[union-attr]
        inner = plain.strip(" ()")
        if self._known_key.match(inner) and not inner.endswith(":"):
            mended = f"{line[:at]}{{{inner}}}"
            return Trap(
                number, column,
                self._("Keys stand on one line here, without braces around them."),
                self._("Write: {line}").format(line=mended.strip()), mended,
            )  # fmt: skip
        trap = self._in_quotes(
            number, line, at, value,
            self._("A colon with a space after it may not stand loose in a text."),
        )  # fmt: skip
        return Trap(number, column, trap.message, trap.remedy, trap.mended)
