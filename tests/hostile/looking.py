"""What programs of others find in the files of a site: their texts, and whatever could run."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as Xml

from icalendar import Calendar
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.tools.pdf import Sheet

SCHEMES = frozenset({"", "http", "https", "mailto", "tel", "sms", "geo"})
_OWN_CALENDARS = "webcal://voorbeeldwijk.example/"
"""To follow a calendar of the site in another program; no record writes such an address."""
_ADDRESSES = ("href", "src", "action", "formaction", "poster", "srcset", "xlink:href")
_ACTIVE = frozenset({"iframe", "object", "embed", "base", "foreignobject", "plaintext", "style"})
_RUNNING = ("/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile", "/SubmitForm")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Tags(HTMLParser):
    """The texts and attributes of a page; what runs in it, or leads where no page may lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = [""]
        self.data: list[Any] = []
        self.wrong: list[str] = []
        self._script: str | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attributes}
        self.wrong += [f"<{tag} {name}>" for name in said if name.startswith("on") or name == "style"]
        if tag in _ACTIVE:
            self.wrong.append(f"<{tag}>")
        for name in _ADDRESSES:
            if name in said and not allowed(said[name]):
                self.wrong.append(f"{name}={said[name]!r}")
        if tag == "script":
            self._script = said.get("src", "")
        self.texts += [unquote(value) if name in _ADDRESSES else value for name, value in said.items()]
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._script = None if tag == "script" else self._script

    def handle_data(self, text: str) -> None:
        if self._script is None:
            self.texts[-1] += text
        else:
            try:
                self.data.append(json.loads(text))
            except ValueError:
                self.wrong.append(f"a script within the page: {text[:80]!r}")


def allowed(address: str) -> bool:
    """Whether a link has one of the schemes that people use, as browsers read it."""
    plain = re.sub(r"[\x00-\x20]", "", address)
    if plain.startswith(_OWN_CALENDARS):
        return True
    return urlsplit(plain).scheme.lower() in SCHEMES


def strings_of(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for key, item in value.items():
                yield from (str(key), *strings_of(item))
        case list():
            for item in value:
                yield from strings_of(item)


def in_page(data: bytes) -> tuple[list[str], list[str]]:
    """All texts of a page, and what is wrong with it."""
    tags = Tags(data.decode())
    return [*tags.texts, *strings_of(tags.data)], tags.wrong


def in_json(data: bytes) -> tuple[list[str], list[str]]:
    return list(strings_of(json.loads(data))), []


def in_xml(data: bytes) -> tuple[list[str], list[str]]:
    texts, wrong = [], []
    for element in Xml.fromstring(data).iter():
        name = element.tag.rpartition("}")[2].lower()
        wrong += [f"<{name}>"] if name in {"script", *_ACTIVE} else []
        wrong += [f"<{name} {key}>" for key in element.attrib if key.lower().startswith("on")]
        texts += [element.text or "", element.tail or "", *element.attrib.values()]
    return texts, wrong


def in_calendar(data: bytes) -> tuple[list[str], list[str]]:
    events = Calendar.from_ical(data).walk("VEVENT")
    values = [value for event in events for _, value in event.property_items()]
    texts = [str(text) for value in values for text in getattr(value, "cats", [value])]
    return texts, ["an event that nobody made" for event in events if str(event["SUMMARY"]) == "nep"]


def in_table(data: bytes) -> tuple[list[str], list[str]]:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    cells = [cell for row in rows for cell in row]
    wrong = [f"a formula: {cell[:40]!r}" for cell in cells if cell.startswith(_FORMULA)]
    return cells, wrong


def in_pdf(path: Path) -> tuple[list[str], list[str]]:
    """The texts of a PDF beside its pages: title, bookmarks, words for who cannot see."""
    reader = PdfReader(path)
    texts, wrong = [], []
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(number)
        if isinstance(found, DictionaryObject):
            texts += [str(found[key]) for key in ("/Title", "/Alt", "/Contents", "/Author") if key in found]
            wrong += [key for key in _RUNNING if key in found]
            if not allowed(str(found.get("/URI", ""))):
                wrong.append(str(found["/URI"]))
    return texts, wrong


def on_paper(path: Path) -> str:
    """What stands on the pages."""
    return Sheet(path).text


LOOKS: dict[str, Callable[[bytes], tuple[list[str], list[str]]]] = {
    ".html": in_page,
    ".json": in_json,
    ".webmanifest": in_json,
    ".geojson": in_json,
    ".xml": in_xml,
    ".svg": in_xml,
    ".gpx": in_xml,
    ".ics": in_calendar,
    ".csv": in_table,
}
"""By the ending of the file."""
_PAGES_AGAIN = "copy-"
"""The copy for the phone: pages within JSON, cut in pieces."""


def files_with_texts(out: Path) -> Iterator[Path]:
    """Every file of a site that other programs read, but what holds the same pages once more."""
    for path in sorted(out.rglob("*")):
        again = "pagefind" in path.parts or path.name.startswith(_PAGES_AGAIN)
        if path.suffix in LOOKS and not again:
            yield path
