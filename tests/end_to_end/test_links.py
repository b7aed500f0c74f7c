"""The whole site without a browser: every link leads somewhere, nothing comes from elsewhere."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.tools.builds import Built, site_address

_LOADS = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("object", "data")}
_LOADED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "manifest"}


@dataclass
class Page(HTMLParser):
    """What one page links to, what it loads, and which anchors it has."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    headings: int = 0
    language: str = ""
    title: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        self.headings += tag == "h1"
        self.title |= tag == "title"
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and _LOADED_RELATIONS & set(values.get("rel", "").split()):
            self.loads.append(values["href"])
        self.loads += [values[name] for name in values if (tag, name) in _LOADS]


def read_pages(built: Built) -> dict[str, Page]:
    """Every page by its path in the output."""
    pages = {}
    for path in built.pages():
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        pages[path.relative_to(built.out).as_posix()] = page
    return pages


@pytest.fixture(scope="session")
def pages(built: Built) -> dict[str, Page]:
    return read_pages(built)


def target(built: Built, page: str, link: str) -> tuple[Path, str] | None:
    """The file that a link leads to and its anchor; None for a link that leaves the site."""
    site = site_address(built.root)
    absolute = urlsplit(urljoin(site + page, link))
    if absolute.scheme not in ("http", "https") or absolute.netloc != urlsplit(site).netloc:
        return None
    path = unquote(absolute.path).removeprefix(urlsplit(site).path)
    file = built.out / path
    return (file / "index.html" if path.endswith("/") or not path else file), absolute.fragment


def test_every_link_leads_to_a_file_and_an_anchor(built: Built, pages: dict[str, Page]) -> None:
    broken = set()
    for name, page in pages.items():
        for link in (*page.links, *page.loads):
            found = target(built, name, link)
            if found is None:
                continue
            file, anchor = found
            if not file.is_file():
                broken.add(f"{name} -> {link}")
            elif anchor and file.suffix == ".html":
                to = pages[file.relative_to(built.out).as_posix()]
                if unquote(anchor) not in to.anchors:
                    broken.add(f"{name} -> {link} (no such anchor)")
    assert sorted(broken) == []


def test_nothing_is_loaded_from_another_host(built: Built, pages: dict[str, Page]) -> None:
    strangers = {
        f"{name} loads {address}"
        for name, page in pages.items()
        for address in page.loads
        if not address.startswith("data:") and target(built, name, address) is None
    }
    assert sorted(strangers) == []


def test_every_page_has_one_first_heading_a_title_and_a_language(pages: dict[str, Page]) -> None:
    wrong = [name for name, p in pages.items() if p.headings != 1 or not p.title or not p.language]
    assert wrong == []


def test_every_language_has_its_own_tree(built_invented: Built) -> None:
    """The French pages say that they are French, at the same slugs."""
    pages = read_pages(built_invented)
    assert pages["aanbod/koffie-met-koek/index.html"].language == "nl"
    assert pages["fr/aanbod/koffie-met-koek/index.html"].language == "fr"


def test_a_former_id_leads_to_the_record(built_invented: Built) -> None:
    """Somebody's old bookmark still works, and so does the code on an old flyer."""
    for former in ("koffie-zonder-koek", "thee-met-taart"):
        html = (built_invented.out / "aanbod" / former / "index.html").read_text(encoding="utf-8")
        assert "koffie-met-koek/" in html


def test_text_of_people_stays_text(built_invented: Built) -> None:
    """No markup of any language in a record does anything."""
    html = (built_invented.out / "aanbod" / "vijandige-tekst" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "onerror=alert(1)>" not in html.replace("&gt;", "")
    assert "{{ 7 * 7 }}" in html
    assert "{% raw %}" in html
    assert "<strong>vet</strong>" not in html
