"""The open data of a whole build: its page, its examples, and what announces the news."""

import json
import re
import shlex
import subprocess
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]

from tests.tools.browser import served
from tests.tools.builds import Built, site_address


def test_what_the_page_names_is_there(built: Built) -> None:
    """Files that it lists, and the calls that it shows."""
    page = (built.out / "data" / "index.html").read_text(encoding="utf-8")
    address = re.escape(site_address(built.root))
    shown = re.findall(rf"<code>[^<]*?(?:{address})?([a-z][\w./-]*\.(?:json|geojson|csv|xml))</code>", page)
    assert len(shown) >= 12
    assert [path for path in shown if not (built.out / path).is_file()] == []
    home = (built.out / "index.html").read_text(encoding="utf-8")
    assert 'href="./data/"' in home, "a quiet link at the foot"


def test_the_example_calls_work(built: Built, tmp_path: Path) -> None:
    """Each is played as it stands there, with this machine in the place of the site: all give JSON."""
    page = (built.out / "data" / "index.html").read_text(encoding="utf-8")
    calls = [shlex.split(call) for call in re.findall(r"<pre><code>(.*?)</code></pre>", page)]
    assert len(calls) == 4
    address = site_address(built.root)
    with served(built.out, urlsplit(address).path) as here:
        for program, *arguments in calls:
            assert program == "curl"
            there = [argument.replace(address, here) for argument in arguments]
            assert there != arguments
            outcome = subprocess.run(
                ["curl", "--fail", "--silent", *there], cwd=tmp_path, capture_output=True, check=True
            )
            saved = tmp_path / there[1] if there[0] == "-o" else None
            assert json.loads(saved.read_bytes() if saved else outcome.stdout)


def test_machines_find_every_page_that_they_may_show(built: Built) -> None:
    """sitemap.xml has each page once, but those with noindex; robots.txt names it."""
    address = site_address(built.root)
    robots = (built.out / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert robots == ["User-agent: *", "Allow: /", f"Sitemap: {address}sitemap.xml"]
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    found = [str(loc.text) for loc in ElementTree.parse(built.out / "sitemap.xml").iter(name)]
    assert len(found) == len(set(found))
    assert all(page.startswith(address) for page in found)
    paths = {page.removeprefix(address) for page in found}
    assert paths <= built.addresses()
    hidden = '<meta name="robots" content="noindex'
    pages = {
        path: (built.out / path / "index.html").read_text(encoding="utf-8") for path in built.addresses()
    }
    assert paths == {path for path, page in pages.items() if hidden not in page}


def test_the_news_is_announced_where_it_stands(built_invented: Built) -> None:
    address = site_address(built_invented.root)
    for page, feed in (
        ("index.html", "feed.xml"),
        ("nieuwsbrief/index.html", "feed.xml"),
        ("nieuwsbrief/2026-12/index.html", "feed.xml"),
        ("fr/index.html", "fr/feed.xml"),
    ):
        head = (built_invented.out / page).read_text(encoding="utf-8").partition("</head>")[0]
        link = re.search(
            r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" href="([^"]+)">', head
        )
        assert link, page
        assert link[2] == address + feed
        assert feedparser.parse((built_invented.out / feed).read_bytes()).feed.title == link[1]
    offer = (built_invented.out / "aanbod" / "koffie-met-koek" / "index.html").read_text(encoding="utf-8")
    assert "application/atom+xml" not in offer
