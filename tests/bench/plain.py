"""The same pages for the programs that people would pick instead: MkDocs with Material, Zensical, Hugo."""

import re
from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "summary"}
_SILENT = {"script", "style", "svg", "nav", "template"}

_MKDOCS = """\
site_name: Plain
theme:
  name: material
  font: false
plugins: [{plugins}]
nav: [index.md]
not_in_nav: |
  /*
"""
# Hugo names no theme that all have, so it gets a template of its own.
_HUGO = """\
baseURL = "https://plain.example/"
title = "Plain"
languageCode = "nl"
disableKinds = ["taxonomy", "term", "section", "RSS"]
"""
_HUGO_TEMPLATE = """\
<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ .Site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
<style>body { max-width: 40rem; margin: auto; padding: 1rem; font: 18px/1.5 sans-serif }</style>
</head>
<body>
<header><nav><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a></nav></header>
<main>
<h1>{{ .Title }}</h1>
{{ .Content }}
</main>
<footer><p>{{ .Site.Title }}</p></footer>
</body>
</html>
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


def write_mkdocs_site(built: Path, folder: Path, *, search: bool = True) -> None:
    """A MkDocs project with the text of every page in `built`; Zensical reads the same."""
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_MKDOCS.format(plugins="search" if search else ""), encoding="utf-8")
    for page in sorted(built.rglob("index.html")):
        title, *texts = _plain(page)
        target = folder / "docs" / page.relative_to(built).with_suffix(".md")
        _write(target, "\n\n".join([f"# {title}", *texts]))


def write_hugo_site(built: Path, folder: Path) -> None:
    """A project of Hugo's with the text of every page in `built`, each at the same address."""
    folder.mkdir(parents=True)
    (folder / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    for name in ("single.html", "home.html"):
        _write(folder / "layouts" / name, _HUGO_TEMPLATE)
    for page in sorted(built.rglob("index.html")):
        title, *texts = _plain(page)
        address = page.parent.relative_to(built).as_posix()
        # A folder with an index.md would take all pages below it for its own pieces.
        name = "_index" if address == "." else address
        head = f'---\ntitle: "{title}"\nurl: "/{"" if address == "." else f"{address}/"}"\n---\n'
        _write(folder / "content" / f"{name}.md", head + "\n\n".join(texts))


def _plain(page: Path) -> list[str]:
    """Title and texts; characters that mean something in Markdown would make it do other work than we do."""
    texts = paragraphs_of(page.read_text(encoding="utf-8"))
    return [re.sub(r'[\\`*_{}\[\]<>#|"]', "", text) for text in texts] or ["Page"]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
