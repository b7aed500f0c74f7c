"""Plain MkDocs with Material, given the same pages: what most people would compare us with."""

import re
from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "summary"}
_SILENT = {"script", "style", "svg", "nav", "template"}

_SETTINGS = """\
site_name: Plain
theme:
  name: material
  font: false
plugins: [search]
nav: [index.md]
not_in_nav: |
  /*
"""


class _Text(HTMLParser):
    """The text of a page's main part, as paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = [""]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        if tag in _BLOCKS:
            self.paragraphs.append("")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.paragraphs[-1] += data


def paragraphs_of(html: str) -> list[str]:
    """The texts of a page's main part, one for each block."""
    reader = _Text()
    reader.feed(re.sub(r"(?s)^.*?<main", "<main", html))
    texts = (re.sub(r"\s+", " ", text).strip() for text in reader.paragraphs)
    return [text for text in texts if text]


def write_plain_site(built: Path, folder: Path) -> int:
    """A MkDocs project with the text of every page in `built`; gives the number of pages."""
    count = 0
    for page in sorted(built.rglob("index.html")):
        # Characters that mean something in Markdown would make it do other work than we do.
        texts = paragraphs_of(page.read_text(encoding="utf-8"))
        plain = [re.sub(r"[\\`*_{}\[\]<>#|]", "", text) for text in texts]
        target = folder / "docs" / page.relative_to(built).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("# " + "\n\n".join(plain or ["Page"]) + "\n", encoding="utf-8")
        count += 1
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    return count
