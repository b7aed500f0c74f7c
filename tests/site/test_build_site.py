"""A whole site of invented views, built by MkDocs, filled, indexed."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from generator.site import build_site
from generator.site.building import MARKDOWN_EXTENSIONS
from tests.site.factory import make_site
from tests.tools.builds import bytes_of
from tests.tools.paths import ROOT


@pytest.fixture
def neighbourhood(tmp_path: Path) -> Path:
    folder = tmp_path / "wijk"
    (folder / "content").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Gids\nsite_url: https://voorbeeldwijk.example/gids/\n")
    welcome = '---\ntitle: Welkom <hier>\ndescription: Zo "<b>"\n---\n\nDag **allemaal**.\n'
    (folder / "content" / "welkom.md").write_text(welcome, encoding="utf-8")
    return folder


def policy_of(html: str) -> dict[str, set[str]]:
    """The Content-Security-Policy of a page, which must come before anything that it is about."""
    before, tag, after = html.partition('<meta http-equiv="Content-Security-Policy" content="')
    assert tag
    assert not re.search("<(script|link|style|img)", before)
    kinds = (kind.split() for kind in unescape(after[: after.index('"')]).split(";"))
    return {name: set(sources) for name, *sources in kinds}


def test_hand_written_and_generated_pages_share_one_frame(neighbourhood: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    pages = build_site(make_site(languages=("nl", "ar")), neighbourhood / "mkdocs.yml", out)
    written = (out / "welkom" / "index.html").read_text(encoding="utf-8")
    generated = (out / "aanbod" / "aanbod-1" / "index.html").read_text(encoding="utf-8")
    arabic = (out / "ar" / "aanbod" / "aanbod-1" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Welkom &lt;hier&gt;</h1>" in written
    assert "<strong>allemaal</strong>" in written
    assert "<title>Welkom &lt;hier&gt;" in written
    assert '<meta name="description" content="Zo &#34;&lt;b&gt;&#34;">' in written
    assert '<html lang="ar" dir="rtl"' in arabic
    for html in (written, generated, arabic):
        policy = policy_of(html)
        assert policy["default-src"] == {"'none'"}
        assert policy["script-src"] == {"'self'", "'wasm-unsafe-eval'"}
        assert policy["style-src"] == policy["connect-src"] == {"'self'"}
        assert policy["base-uri"] == policy["form-action"] == {"'none'"}
        assert 'class="thumb-nav"' in html
        assert "@@site:" not in html
        assert 'style="' not in html
    assert pages == len(list(out.rglob("*.html")))
    assert (out / "pagefind" / "pagefind.js").is_file()
    assert not (out / ".page-shell").exists()


def test_hand_written_pages_have_their_language(neighbourhood: Path, tmp_path: Path) -> None:
    """A translation stands in the folder of its language, and is left out where that is not built."""
    (neighbourhood / "content" / "ar").mkdir()
    translated = "---\ntitle: Arabisch welkom\n---\n\nVerzonnen.\n"
    (neighbourhood / "content" / "ar" / "welkom.md").write_text(translated, encoding="utf-8")
    build_site(make_site(languages=("nl", "ar")), neighbourhood / "mkdocs.yml", tmp_path / "both")
    build_site(make_site(), neighbourhood / "mkdocs.yml", tmp_path / "dutch")
    arabic = (tmp_path / "both" / "ar" / "welkom" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl"' in arabic
    assert 'href="../../ar/welkom/"' in arabic
    home = (tmp_path / "dutch" / "index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "dutch" / "ar").exists()
    assert 'href="./welkom/"' in home


def test_hand_written_pages_lead_to_their_translations(neighbourhood: Path, tmp_path: Path) -> None:
    """Only to languages that have the page; a page in one language names no other."""
    content = neighbourhood / "content"
    (content / "ar").mkdir()
    (content / "ar" / "welkom.md").write_text("---\ntitle: Arabisch welkom\n---\n", encoding="utf-8")
    (content / "alleen-hier.md").write_text("---\ntitle: Alleen hier\n---\n", encoding="utf-8")
    out = tmp_path / "site"
    build_site(make_site(languages=("nl", "ar")), neighbourhood / "mkdocs.yml", out)
    dutch, arabic, alone, sitemap = (
        (out / name).read_text(encoding="utf-8")
        for name in ("welkom/index.html", "ar/welkom/index.html", "alleen-hier/index.html", "sitemap.xml")
    )
    site = "https://voorbeeldwijk.example/gids/"
    for html, up in ((dutch, "../"), (arabic, "../../")):
        assert f'<a href="{up}welkom/" lang="nl" hreflang="nl"' in html
        assert f'<a href="{up}ar/welkom/" lang="ar" hreflang="ar"' in html
        assert f'<link rel="alternate" hreflang="ar" href="{site}ar/welkom/">' in html
    assert 'class="languages"' not in alone
    assert f'hreflang="nl" href="{site}welkom/"/>' in sitemap


def test_the_same_input_gives_the_same_site(neighbourhood: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build_site(make_site(), neighbourhood / "mkdocs.yml", tmp_path / name)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_what_is_there_beside_the_site_stays(neighbourhood: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    (out / "print").mkdir(parents=True)
    (out / "print" / "flyermap.pdf").write_bytes(b"%PDF")
    build_site(make_site(), neighbourhood / "mkdocs.yml", out)
    assert (out / "print" / "flyermap.pdf").read_bytes() == b"%PDF"


def test_a_page_is_on_the_disk_before_later_ones_are_made(neighbourhood: Path, tmp_path: Path) -> None:
    """All pages of thousands of offers would not be small in memory."""
    there: list[bool] = []

    def open_data() -> dict[str, bytes]:
        there.append(any(tmp_path.rglob("aanbod/aanbod-1/index.html")))
        return {}

    build_site(make_site(open_data=open_data), neighbourhood / "mkdocs.yml", tmp_path / "site")
    assert there == [True]


def test_what_somebody_wrote_stands_in_place_of_our_own_page(neighbourhood: Path, tmp_path: Path) -> None:
    written = "---\ntitle: Eigen lijst\n---\nZelf geschreven.\n"
    for slug in ("aanbod", "werkers"):
        (neighbourhood / "content" / f"{slug}.md").write_text(written, encoding="utf-8")
    build_site(make_site(), neighbourhood / "mkdocs.yml", tmp_path / "site")
    for slug in ("aanbod", "werkers"):
        assert "Zelf geschreven." in (tmp_path / "site" / slug / "index.html").read_text(encoding="utf-8")


def test_no_hand_written_page_is_needed(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Gids\nsite_url: https://voorbeeldwijk.example/\n")
    build_site(make_site(), tmp_path / "mkdocs.yml", tmp_path / "site")
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "welkom/" not in home


def test_our_own_settings_allow_the_same_markdown() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert tuple(settings["markdown_extensions"]) == MARKDOWN_EXTENSIONS


def test_a_page_may_have_any_name(neighbourhood: Path, tmp_path: Path) -> None:
    """Its address is quoted, its place on the disk is not."""
    content = neighbourhood / "content"
    (content / "ar").mkdir()
    (content / "page-shell").mkdir()
    for name in ("wie zijn wij", "cafés", "ar/cafés", "100% wat?", "twee\nregels", "page-shell/nl"):
        (content / f"{name}.md").write_text("Zelf geschreven.\n", encoding="utf-8")
    out = tmp_path / "site"
    pages = build_site(make_site(languages=("nl", "ar")), neighbourhood / "mkdocs.yml", out)
    assert pages == len(list(out.rglob("*.html")))
    sitemap = (out / "sitemap.xml").read_text(encoding="utf-8")
    home = (out / "index.html").read_text(encoding="utf-8")
    copy = json.loads((out / "data" / "copy-ar.json").read_text(encoding="utf-8"))
    for folder, address in (
        ("wie zijn wij", "wie%20zijn%20wij/"),
        ("cafés", "caf%C3%A9s/"),
        ("100% wat?", "100%25%20wat%3F/"),
        ("twee\nregels", "twee%0Aregels/"),
        ("page-shell/nl", "page-shell/nl/"),
    ):
        html = (out / folder / "index.html").read_text(encoding="utf-8")
        whole = f"https://voorbeeldwijk.example/gids/{address}"
        assert "Zelf geschreven." in html
        assert f'<link rel="canonical" href="{whole}">' in html
        assert f"<loc>{whole}</loc>" in sitemap
        assert f'href="./{address}"' in home
        assert (out / folder / "qr.svg").is_file()
        assert f"{folder}/" in copy["texts"] or folder == "cafés", "which is there in Arabic"
    arabic = (out / "ar" / "cafés" / "index.html").read_text(encoding="utf-8")
    assert '<a href="../../caf%C3%A9s/" lang="nl"' in arabic
    assert '<a href="../../ar/caf%C3%A9s/" lang="ar"' in arabic
