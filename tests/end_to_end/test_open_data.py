"""The open data of a whole build: its page, its examples, and what announces the news."""

import re

import feedparser  # type: ignore[import-untyped]

from tests.tools.builds import Built, site_address


def test_what_the_page_names_is_there(built: Built) -> None:
    """Files that it lists, and the calls that it shows."""
    page = (built.out / "data" / "index.html").read_text(encoding="utf-8")
    address = re.escape(site_address(built.root))
    shown = re.findall(rf"<code>[^<]*?(?:{address})?([a-z][\w./-]*\.(?:json|geojson|csv|xml))</code>", page)
    assert len(shown) >= 11
    assert [path for path in shown if not (built.out / path).is_file()] == []
    home = (built.out / "index.html").read_text(encoding="utf-8")
    assert 'href="./data/"' in home, "a quiet link at the foot"


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
