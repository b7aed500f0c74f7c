"""A content page (Markdown) as plain blocks that paper can set.

Python-Markdown reads it, as it does for the website. What paper has no use for (pictures,
buttons, raw HTML) degrades to its text.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

import markdown
import yaml

FRONT_MATTER = re.compile(r"\A---[^\S\n]*\n(.*?\n)(?:---|\.\.\.)[^\S\n]*\n", re.DOTALL)
"""The settings above a page, between two lines of dashes, as MkDocs finds them."""
_ICON_CODE = re.compile(r":(?:material|octicons|fontawesome|simple)-[a-z0-9-]+:(?:\{[^}]*\})?")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SILENT = ("script", "style", "template")


@dataclass(frozen=True)
class Run:
    """A piece of text that is set in one way."""

    text: str
    bold: bool = False
    href: str = ""
    """A whole address (https:, mailto:, tel:); links within the site are text on paper."""


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph or a list."""

    kind: str
    """heading, paragraph, list or numbered."""
    items: tuple[tuple[Run, ...], ...]
    """One text; for a list, one text for each of its items."""
    level: int = 0
    """Of a heading, 1 to 6."""


@dataclass(frozen=True)
class ProsePage:
    """A content page."""

    title: str
    blocks: tuple[Block, ...]


def read_front_matter(source: str) -> tuple[dict[str, object], str]:
    """What stands between the lines of dashes, and the text below. Raises yaml.YAMLError."""
    match = FRONT_MATTER.match(source)
    settings = yaml.load(match.group(1), Loader=yaml.BaseLoader) if match else None
    return settings if isinstance(settings, dict) else {}, source[match.end() :] if match else source


def title_of_name(name: str) -> str:
    """What a page is called that has no title: of "over-ons" that is "Over ons"."""
    return name.replace("-", " ").capitalize()


def view_prose(source: str, name: str = "") -> ProsePage:
    """The page of a Markdown text with front matter; its title is not among the blocks.

    `name` is that of its file, for a page that has no title.
    """
    settings, text = read_front_matter(source)
    title = str(settings.get("title", ""))
    body = _ICON_CODE.sub("", text)
    html = markdown.markdown(body, extensions=["attr_list", "admonition", "md_in_html", "sane_lists"])
    reader = _BlockReader()
    reader.feed(html)
    reader.close()
    blocks = reader.finish()
    if blocks and blocks[0].kind == "heading" and blocks[0].level == 1:
        title = title or "".join(run.text for run in blocks[0].items[0])
        blocks = blocks[1:]
    return ProsePage(title or title_of_name(name), blocks)


class _BlockReader(HTMLParser):
    """Gathers runs of text, and closes a block where the HTML closes one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._kind, self._level = "paragraph", 0
        self._lists: list[str] = []
        self._items: list[tuple[Run, ...]] = []
        self._bold = 0
        self._silent = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            self._close_text()
            self._kind, self._level = "heading", int(tag[1])
        elif tag in ("ul", "ol"):
            self._close_text()
            self._lists.append("numbered" if tag == "ol" else "list")
        elif tag in ("li", "p", "div", "tr", "blockquote", "pre"):
            self._close_text()
        elif tag in ("strong", "b", "th"):
            self._bold += 1
        elif tag in _SILENT:
            self._silent += 1
        elif tag == "a":
            self._links.append(dict(attributes).get("href") or "")
        elif tag == "br":
            self._add(" ")
        elif tag == "img":
            self._add(dict(attributes).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS or tag in ("li", "p", "div", "tr", "blockquote", "pre"):
            self._close_text()
        elif tag in ("ul", "ol") and self._lists:
            self._close_text()
            kind = self._lists.pop()
            if not self._lists and self._items:
                self._blocks.append(Block(kind, tuple(self._items)))
                self._items = []
        elif tag in ("strong", "b", "th"):
            self._bold = max(0, self._bold - 1)
        elif tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a" and self._links:
            self._links.pop()
        elif tag == "td":
            self._add(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._add(re.sub(r"\s+", " ", data))

    def finish(self) -> tuple[Block, ...]:
        self._close_text()
        return tuple(self._blocks)

    def _add(self, text: str) -> None:
        href = self._links[-1] if self._links else ""
        whole = href if href.startswith(("https://", "http://", "mailto:", "tel:")) else ""
        if text:
            self._runs.append(Run(text, self._bold > 0, whole))

    def _close_text(self) -> None:
        runs = _trimmed(self._runs)
        self._runs = []
        if runs and self._lists:
            self._items.append(runs)
        elif runs:
            self._blocks.append(Block(self._kind, (runs,), self._level))
        self._kind, self._level = "paragraph", 0


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Without white space at both ends, neighbours of one kind joined."""
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].bold, joined[-1].href) == (run.bold, run.href):
            run = Run(joined.pop().text + run.text, run.bold, run.href)
        joined.append(run)
    if joined:
        joined[0] = Run(joined[0].text.lstrip(), joined[0].bold, joined[0].href)
        joined[-1] = Run(joined[-1].text.rstrip(), joined[-1].bold, joined[-1].href)
    return tuple(run for run in joined if run.text)
