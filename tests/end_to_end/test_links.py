"""The whole site without a browser: every link leads somewhere, nothing comes from elsewhere."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin

import pytest

from tests.tools.builds import Built, site_address
from tests.tools.html import start_tags

_LOADS = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("object", "data")}
_LOADED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "manifest"}


@dataclass
class Page:
    """What one page links to, what it loads, and which anchors it has."""

    links: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    headings: int = 0
    language: str = ""
    title: bool = False


def read_page(html: str) -> Page:
    page = Page()
    for tag, values in start_tags(html):
        page.anchors |= {values[name] for name in ("id", "name") if name in values}
        page.headings += tag == "h1"
        page.title |= tag == "title"
        if tag == "html":
            page.language = values.get("lang", "")
        if tag == "a" and "href" in values:
            page.links.add(values["href"])
        if tag == "link" and _LOADED_RELATIONS & set(values.get("rel", "").split()):
            page.loads.add(values["href"])
        page.loads |= {values[name] for name in values if (tag, name) in _LOADS}
    return page


def read_pages(built: Built) -> dict[str, Page]:
    """Every page by its path in the output."""
    return {
        path.relative_to(built.out).as_posix(): read_page(path.read_text(encoding="utf-8"))
        for path in built.pages()
    }


@pytest.fixture(scope="session")
def pages(built: Built) -> dict[str, Page]:
    return read_pages(built)


class Site:
    """The files of a built site, and where links within it lead."""

    def __init__(self, built: Built) -> None:
        self.address = site_address(built.root)
        self.files = {p.relative_to(built.out).as_posix() for p in built.out.rglob("*") if p.is_file()}

    def target(self, page: str, link: str) -> tuple[str, str] | None:
        """The file that a link leads to and its anchor; None for a link that leaves the site."""
        address, _, anchor = urljoin(self.address + page, link).partition("#")
        if not address.startswith(self.address):
            return None
        path = unquote(address.removeprefix(self.address).partition("?")[0])
        return (f"{path}index.html" if path.endswith("/") or not path else path), anchor


@pytest.fixture(scope="session")
def site(built: Built) -> Site:
    return Site(built)


def test_tags_are_read_as_python_reads_them(pages: dict[str, Page], built: Built) -> None:
    """On a sample."""
    for name in list(pages)[::50]:
        html = (built.out / name).read_text(encoding="utf-8")
        read = _PythonsOwn()
        read.feed(html)
        assert list(start_tags(html)) == read.tags, name


class _PythonsOwn(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def test_every_link_leads_to_a_file_and_an_anchor(site: Site, pages: dict[str, Page]) -> None:
    broken = set()
    for name, page in pages.items():
        for link in page.links | page.loads:
            found = site.target(name, link)
            if found is None:
                continue
            file, anchor = found
            if file not in site.files:
                broken.add(f"{name} -> {link}")
            elif anchor and file in pages and unquote(anchor) not in pages[file].anchors:
                broken.add(f"{name} -> {link} (no such anchor)")
    assert sorted(broken) == []


def test_nothing_is_loaded_from_another_host(site: Site, pages: dict[str, Page]) -> None:
    strangers = {
        f"{name} loads {address}"
        for name, page in pages.items()
        for address in page.loads
        if not address.startswith("data:") and site.target(name, address) is None
    }
    assert sorted(strangers) == []


def test_every_page_has_one_first_heading_a_title_and_a_language(pages: dict[str, Page]) -> None:
    wrong = [name for name, p in pages.items() if p.headings != 1 or not p.title or not p.language]
    assert wrong == []


def test_every_page_has_a_policy_before_anything_that_it_is_about(built: Built) -> None:
    """Pages that send on, answers to a printed code, the page for what is not there."""
    tag = b'<meta http-equiv="Content-Security-Policy" content="default-src '
    wrong = []
    for path in built.pages():
        before, found, _ = path.read_bytes().partition(tag)
        if not found or re.search(rb"<(script|link|style|img)", before):
            wrong.append(path.relative_to(built.out).as_posix())
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
