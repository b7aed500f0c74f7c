"""The shell: each mark is filled once, and no mark is left in any page."""

import pytest

from generator.site import render_pages
from generator.site.shapes import Page
from generator.site.shell import MARKS, Shell, mark
from generator.site.writing import fill, other_texts
from tests.site.factory import make_site

FRAME = "<title>{}</title><a href='{}'></a><main>{}</main>".format(*map(mark, ("title", "root", "body")))


def test_values_are_never_searched_for_marks() -> None:
    """A record whose text looks like a mark is shown as it is."""
    filled = Shell.from_frame(FRAME).fill({"title": mark("body"), "root": "../", "body": "<p>text</p>"})
    assert filled == f"<title>{mark('body')}</title><a href='../'></a><main><p>text</p></main>"


def test_a_mark_that_nobody_fills_is_a_bug() -> None:
    with pytest.raises(ValueError, match="surprise"):
        Shell.from_frame(FRAME + "@@site:surprise@@")


def test_a_frame_without_a_place_for_the_body_is_a_bug() -> None:
    with pytest.raises(ValueError, match="body"):
        Shell.from_frame("<title>@@site:title@@</title>@@site:root@@")


def test_a_page_fills_every_mark() -> None:
    frame = "".join(map(mark, sorted(MARKS)))
    page = Page("aanbod/soep/", "nl", 'Soep & "babbels"', "<kort>", "<h1>Soep</h1>", "offers", search=True)
    html = fill(Shell.from_frame(frame), page, make_site())
    assert "@@" not in html
    assert "Soep &amp; &#34;babbels&#34; · Gids van de Voorbeeldwijk" in html
    assert "&lt;kort&gt;" in html
    assert "https://voorbeeldwijk.example/gids/aanbod/soep/" in html
    assert "../../" in html


def test_only_the_current_section_is_marked() -> None:
    frame = FRAME + f"[offers{mark('current-offers')}][map{mark('current-map')}]"
    page = Page("kaart/", "nl", "Kaart", "", "", "map", search=False)
    assert '[offers][map aria-current="true"]' in fill(Shell.from_frame(frame), page, make_site())


def test_the_page_that_is_shown_at_any_depth_begins_at_the_root_of_the_host() -> None:
    texts = dict(other_texts(make_site(), {"nl": Shell.from_frame(FRAME)}, ()))
    assert "<a href='/gids/'>" in texts["404.html"]
    assert 'href="/gids/wegwijzer/"' in texts["404.html"]


def test_the_sitemap_names_every_page_once() -> None:
    site = make_site(languages=("nl", "ar"))
    shell = Shell.from_frame(FRAME)
    texts = dict(other_texts(site, {"nl": shell, "ar": shell}, render_pages(site)))
    sitemap = texts["sitemap.xml"]
    assert sitemap.count("<loc>https://voorbeeldwijk.example/gids/aanbod/aanbod-1/</loc>") == 1
    assert sitemap.count("<loc>https://voorbeeldwijk.example/gids/welkom/</loc>") == 1
    assert 'hreflang="ar" href="https://voorbeeldwijk.example/gids/ar/aanbod/aanbod-1/"' in sitemap
    assert "/Q/" not in sitemap
