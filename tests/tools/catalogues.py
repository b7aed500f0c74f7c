"""Which texts the code says, and which the catalogues translate."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po
from babel.util import pathmatch

from generator.model.vocabulary import Weekday
from generator.wording.alphabet import LATIN
from tests.tools.paths import ROOT

DOMAINS = ("common", "site", "sheets", "staff")
SHARED = "common"
_LOCALE = ROOT / "generator" / "locale"
_RESIDENTS = {
    "wording": "common",
    "views": "common",
    "cartography": "common",
    "site": "site",
    "mail": "site",
    "feeds": "site",
    "sheets": "sheets",
}
"""The domain of each folder's texts; all other code speaks to staff, and so do modules named "staff_"."""
_ONLY_IN_DUTCH = ("hsds", "table.py", "texts.py", "uitdatabank")
"""Of the feeds the formats that have room for one language, and so need no other catalogue."""
LANGUAGES = tuple(sorted(path.name for path in _LOCALE.iterdir() if path.is_dir()))


@dataclass(frozen=True, order=True)
class Message:
    """One text in the code: singular, perhaps a plural, perhaps a context."""

    texts: tuple[str, ...]
    context: str = ""

    def __str__(self) -> str:
        return " / ".join(self.texts) + (f" ({self.context})" if self.context else "")


def placeholders(text: str) -> set[str]:
    """Names between braces, and the percent forms."""
    return set(re.findall(r"\{[a-z_]*\}|%\([a-z_]+\)s", text))


def domain_of(path: Path) -> str:
    folder, *below = path.relative_to(ROOT / "generator").parts
    if folder == "feeds" and below[0] in _ONLY_IN_DUTCH:
        return "staff"
    return "staff" if path.name.startswith("staff_") else _RESIDENTS.get(folder, "staff")


@cache
def _mappings() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    mappings: list[dict[str, Any]] = settings["tool"]["babel"]["mappings"]
    return mappings


@cache
def messages_in_code(domain: str) -> dict[Message, list[str]]:
    """Every text that code and templates of a domain pass to gettext: text -> where it stands."""
    found: dict[Message, list[str]] = {}
    for path in sorted((ROOT / "generator").rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        method = next((m["method"] for m in _mappings() if pathmatch(m["pattern"], name)), None)
        if not path.is_file() or method is None or domain_of(path) != domain:
            continue
        for line, texts, _comments, context in extract_from_file(
            method, path, keywords=DEFAULT_KEYWORDS, options={"encoding": "utf-8", "silent": "false"}
        ):
            plain = (texts,) if isinstance(texts, str) else tuple(texts)
            found.setdefault(Message(plain, context or ""), []).append(f"{name}:{line}")
    return found


@cache
def messages_in_catalogue(language: str, domain: str) -> dict[Message, tuple[str, ...]]:
    """Every text that a catalogue translates, and its translations (one, or one for each plural form)."""
    if not (_LOCALE / language / f"{domain}.po").is_file():
        return {}
    with (_LOCALE / language / f"{domain}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    found = {}
    for message in catalogue:
        if message.id:
            texts = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            said = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            found[Message(texts, message.context or "")] = tuple(map(str, said))
    return found


def may_be_a_form(message: Message) -> bool:
    """Whether a catalogue may give this besides the text itself, for one context (`Words.form`)."""
    return bool(message.context) and message.texts[0] in _with_forms()


@cache
def _with_forms() -> frozenset[str]:
    said = (text for domain in DOMAINS for key in messages_in_code(domain) for text in key.texts)
    return frozenset((*said, *Weekday, LATIN))
