"""Versions in addresses, the cut copy, the contrasts of the look: small pure pieces."""

import json
import re
from collections.abc import Mapping
from functools import partial

import pytest

from generator.site import offline
from generator.site.offline import Copy, render_offline
from generator.site.offline_copies import Copies
from generator.site.shapes import SiteInput
from generator.site.style import contrast, pairs
from generator.site.versions import import_versions, link_versions, version_of
from tests.site.factory import make_site

DRAWING = "<svg>" + "x" * 50 + "</svg>"
TEXTS = {"": f"home {DRAWING}", "aanbod/": "all", "aanbod/a/": f"a {DRAWING} b", "aanbod/b/": f"b {DRAWING}"}


def copy_in(files: Mapping[str, bytes]) -> dict[str, str]:
    """The texts of the Dutch copy, put together again."""
    copy = json.loads(files["data/copy-nl.json"])
    return {path: "".join(copy["pieces"][n] for n in cut) for path, cut in copy["texts"].items()}


def render(texts: Mapping[str, str]) -> dict[str, bytes]:
    assets = {"assets/site.css": b"a{}", "assets/icon.svg": b"<svg/>"}
    copy = Copy("", "old", "missing")
    for path, text in texts.items():
        copy.keep(path, text)
    return render_offline(make_site(), assets, "v1", (), {"nl": copy})


def copies_of(site: SiteInput, texts: Mapping[str, str]) -> Mapping[str, Copy]:
    copies = Copies(site, dict.fromkeys(site.guides, ""))
    for path, text in texts.items():
        copies.tell(path, text.__str__)
    return copies.by_language


def test_of_a_large_site_no_more_is_read_than_its_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever comes first: most of its pages are those of records."""
    monkeypatch.setattr(offline, "LARGEST_COPY", 10)
    read: list[str] = []

    def text(path: str) -> str:
        read.append(path)
        return f"the page {path}"

    copies = Copies(make_site(), {"nl": ""})
    for path in ("aanbod/a/index.html", "aanbod/b/index.html", "aanbod/index.html", "index.html"):
        copies.tell(path, partial(text, path))
    (copy,) = copies.by_language.values()
    assert list(copy.texts) == ["aanbod/", ""]
    assert copy.partial
    assert read == ["aanbod/index.html", "index.html"]


def test_a_copy_gives_each_page_again_and_holds_each_drawing_once() -> None:
    files = render(TEXTS)
    assert copy_in(files) == TEXTS
    assert files["data/copy-nl.json"].count(b"xxxxx" * 10) == 1
    assert '"partial":false' in files["sw.js"].decode()


def test_a_copy_holds_the_codes_of_its_own_pages_and_of_all_records() -> None:
    texts = dict.fromkeys(
        ("aanbod/qr.svg", "fr/aanbod/qr.svg", "Q/AAAAA/qr.svg", "assets/icon.svg"), "<svg/>"
    )
    copies = copies_of(make_site(languages=("nl", "fr")), texts)
    for_all = {"Q/AAAAA/qr.svg", "assets/icon.svg"}
    assert set(copies["nl"].texts) == {"aanbod/qr.svg", *for_all}
    assert set(copies["fr"].texts) == {"fr/aanbod/qr.svg", *for_all}


def test_a_copy_holds_the_page_behind_a_code_in_its_own_language_and_in_dutch() -> None:
    page = (
        '<section lang="nl">a</section>\n<hr><section lang="fr" dir="ltr">b</section>\n'
        '<hr><section lang="en">c</section>'
    )
    copies = copies_of(make_site(languages=("nl", "fr")), {"Q/AAAAA/index.html": page})
    said = {language: re.findall(">([abc])<", copy.texts["Q/AAAAA/"]) for language, copy in copies.items()}
    assert said == {"nl": ["a"], "fr": ["a", "b"]}


def test_a_copy_leaves_out_what_only_others_read() -> None:
    head = '<title>a</title>\n  <link rel="canonical" href="b">\n  <meta property="og:title" content="c">'
    page = f"{head}<p>d</p>"
    copies = copies_of(make_site(), {"aanbod/index.html": page})
    assert copies["nl"].texts == {"aanbod/": "<title>a</title><p>d</p>"}


def test_a_copy_that_grows_too_large_keeps_the_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "LARGEST_COPY", 80)
    files = render(TEXTS | {"wegwijzer/huis/": "home"})
    assert set(copy_in(files)) == {"", "aanbod/", "wegwijzer/huis/"}
    assert '"partial":true' in files["sw.js"].decode()


def test_any_change_makes_a_new_worker() -> None:
    assert render(TEXTS)["sw.js"] == render(TEXTS)["sw.js"]
    assert render(TEXTS)["sw.js"] != render(TEXTS | {"aanbod/": "other"})["sw.js"]


def test_style_and_scripts_carry_their_version() -> None:
    scripts = {"assets/a.js": b'import("./b.js"); import x from "./b.js"', "assets/b.js": b"1"}
    version = version_of(scripts)
    assert version != version_of(scripts | {"assets/b.js": b"2"})
    assert import_versions(scripts, version)["assets/a.js"].count(f"./b.js?v={version}".encode()) == 2
    html = '<link href="../assets/site.css"><script src="./assets/a.js">assets/a.js</script>'
    assert link_versions(html, "1") == (
        '<link href="../assets/site.css?v=1"><script src="./assets/a.js?v=1">assets/a.js</script>'
    )


def test_every_pair_of_colours_can_be_read() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    for pair in pairs():
        assert min(contrast(*pair.light), contrast(*pair.dark)) >= 4.5, pair
