"""Pagefind gets what it reads of a page and no more, and only when that has changed."""

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from gzip import decompress
from pathlib import Path

import pytest

from generator.keeping import make_anew
from generator.site import text_index
from generator.site.drawings import cut_at_drawings, without_drawings
from generator.site.text_index import MARK, TextIndex, digest_of

PAGE = (
    '<!doctype html><html lang="nl" dir="ltr"><head><title>{title}</title></head><body>{menu}'
    '<main id="content"{mark}><h1>{title}</h1><p>{text}</p>'
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg></main>'
    "</body></html>"
)


def _page(title: str, text: str, *, menu: str = "", mark: str = MARK) -> str:
    return PAGE.format(title=title, text=text, menu=menu, mark=mark)


def _told(site: Path, texts: Mapping[str, str]) -> TextIndex:
    """The index of a site that has these files."""
    index = TextIndex()
    for path, text in texts.items():
        index.tell(path, digest_of(path, text.encode()))
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    return index


def test_it_is_made_again_only_for_other_words(tmp_path: Path) -> None:
    kept: dict[str, bytes] = {}
    made: list[str] = []

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        if name not in kept:
            made.append(name)
            kept[name] = make()
        return kept[name]

    def render(texts: Mapping[str, str]) -> dict[str, bytes]:
        return _told(tmp_path, texts).render(tmp_path, keep)

    texts = {
        "aanbod/breiclub/index.html": _page("Verzonnen breiclub", "Samen breien."),
        "stijl/index.html": _page("Stijl", "Kleuren.", mark=""),
    }
    first = render(texts)
    # One page is searched, so there is one fragment.
    assert sum(name.startswith("pagefind/fragment/") for name in first) == 1
    assert "pagefind/pagefind.js" in first
    drawn = _page("Verzonnen breiclub", "Samen breien.", menu="<nav>Nieuw</nav>").replace("M0 0", "M1 1")
    elsewhere = {
        "aanbod/breiclub/index.html": drawn,
        "stijl/index.html": _page("Stijl", "Andere kleuren.", mark=""),
        "robots.txt": "",
    }
    index = _told(tmp_path, elsewhere)
    # Nothing is read as long as nothing is made.
    (tmp_path / "aanbod/breiclub/index.html").unlink()
    assert index.render(tmp_path, keep) == first
    assert len(made) == 1
    texts["aanbod/breiclub/index.html"] = _page("Verzonnen breiclub", "Samen haken.")
    assert render(texts) != first
    assert len(made) == 2


def test_it_does_not_depend_on_the_order_in_which_pages_were_made(tmp_path: Path) -> None:
    texts = {f"aanbod/{name}/index.html": _page(name, "Samen breien.") for name in ("een", "twee", "drie")}
    texts["index.html"] = _page("Begin", "Samen breien in de wijk.")
    turned = dict(reversed(texts.items()))
    first, second = (
        _told(tmp_path / str(number), some).render(tmp_path / str(number), make_anew)
        for number, some in enumerate((texts, turned))
    )
    assert list(first.items()) == list(second.items())
    fragments = [data for name, data in first.items() if name.startswith("pagefind/fragment/")]
    found = [json.loads(decompress(data).removeprefix(b"pagefind_dcd")) for data in fragments]
    assert {page["url"] for page in found} == {"/", "/aanbod/een/", "/aanbod/twee/", "/aanbod/drie/"}


REFUSAL = b64encode(b'{"payload": {"type": "Error", "message": "no such page"}}').decode()


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("exit 1", "pagefind"),
        ("read -d , question; echo thread main panicked, sadly", "main panicked"),
        (f"read -d , question; printf %s, {REFUSAL}; read -d , question", "no such page"),
    ],
)
def test_a_pagefind_that_fails_stops_the_build(
    does: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not as if the reader of our own words had left, which is no mistake."""
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/bash\n{does}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(text_index, "get_executable", lambda: program)
    index = _told(tmp_path, {"index.html": _page("Begin", "Samen breien.")})
    with pytest.raises(RuntimeError, match=told):
        index.render(tmp_path, make_anew)


def test_a_page_is_cut_at_its_drawings() -> None:
    page = _page("Breiclub", '<svg class="a"></svg>')
    assert "".join(cut_at_drawings(page)) == page
    assert len(cut_at_drawings(page)) == 5
    assert without_drawings(page.encode()).decode() == "".join(cut_at_drawings(page)[::2])
    assert b"svg" not in without_drawings(page.encode())
