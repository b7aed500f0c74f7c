"""A stranger's texts: what may stand in a record. Nobody here wrote them: they are trusted with nothing."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from html.parser import HTMLParser

from pydantic_core import PydanticCustomError

from generator.model.fields import parse_date, parse_email, parse_phone, parse_web_address

_MOST = 6000
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
_BLOCKS = ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr", "table")
_JOINERS = "\u200c\u200d"
"""Persian and emoji need them; all other signs without a shape go."""


def paragraphs(value: object) -> str:
    """A text of some lines, without tags of HTML and without signs that nobody sees."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return ""
    text = value[:_MOST].replace("\r\n", "\n").replace("\r", "\n")
    if _TAG.search(text):
        text = _without_tags(text)
    lines = (re.sub(r"[^\S\n]+", " ", _visible(line)).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(value: object, most: int = 200) -> str:
    """The same on one line: a name, an address."""
    return " ".join(paragraphs(value).split())[:most].strip()


def parted(text: str) -> tuple[str, str]:
    """Summary and rest: the first paragraph, or its first sentence if it is long."""
    first, _parting, rest = text.partition("\n\n")
    if len(first) > 300 and (end := re.search(r"[.!?]\s", first[:300])):
        rest = "\n\n".join(part for part in (first[end.end() :], rest) if part)
        first = first[: end.end()]
    return " ".join(first.split()), rest.strip()


def phone(value: object) -> str:
    return _parsed(parse_phone, one_line(value).removeprefix("tel:"))


def email(value: object) -> str:
    return _parsed(parse_email, one_line(value).removeprefix("mailto:"))


def web(value: object) -> str:
    """Only http and https."""
    return _parsed(parse_web_address, one_line(value, 500))


def day(value: object) -> date | None:
    """ "2026-12-24", perhaps with a time behind it."""
    try:
        return parse_date(one_line(value)[:10])
    except PydanticCustomError:
        return None


def clock(value: object) -> str:
    """ "9:30" as a person types it. An offset is left out: what stands before it is the wall clock."""
    found = _CLOCK.fullmatch(one_line(value))
    return typed(time(int(found[1]), int(found[2]))) if found else ""


def typed(moment: time | None) -> str:
    return f"{moment.hour}:{moment.minute:02}" if moment else ""


def _parsed(parse: Callable[[str], str], text: str) -> str:
    try:
        return parse(text) if text else ""
    except PydanticCustomError:
        return ""


def _visible(line: str) -> str:
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in line)
    hidden = ("Cf", "Cs", "Co", "Cn")
    return "".join(c for c in plain if c in _JOINERS or unicodedata.category(c) not in hidden)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._quiet += tag in ("script", "style")
        if tag in _BLOCKS:
            self.found.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("script", "style") and self._quiet > 0
        if tag == "p":
            self.found.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.found.append(data)


def _without_tags(text: str) -> str:
    words = _Words()
    words.feed(text)
    words.close()
    return "".join(words.found)
