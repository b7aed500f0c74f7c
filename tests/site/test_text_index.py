"""Pagefind gets what it reads of a page and no more, and only when that has changed."""

from collections.abc import Callable, Mapping
from pathlib import Path

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


def test_it_is_made_again_only_for_other_words(tmp_path: Path) -> None:
    kept: dict[str, bytes] = {}
    made: list[str] = []

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        if name not in kept:
            made.append(name)
            kept[name] = make()
        return kept[name]

    def render(texts: Mapping[str, str]) -> dict[str, bytes]:
        index = TextIndex()
        for path, text in texts.items():
            index.tell(path, digest_of(path, text))
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return index.render(tmp_path, keep)

    texts = {
        "aanbod/breiclub/index.html": _page("Verzonnen breiclub", "Samen breien."),
        "stijl/index.html": _page("Stijl", "Kleuren.", mark=""),
    }
    first = render(texts)
    # One page is searched, so there is one fragment.
    assert sum(name.startswith("pagefind/fragment/") for name in first) == 1
    assert "pagefind/pagefind.js" in first
    elsewhere = {
        "aanbod/breiclub/index.html": _page("Verzonnen breiclub", "Samen breien.", menu="<nav>Nieuw</nav>"),
        "stijl/index.html": _page("Stijl", "Andere kleuren.", mark=""),
        "robots.txt": "",
    }
    assert render(elsewhere) == first
    assert len(made) == 1
    texts["aanbod/breiclub/index.html"] = _page("Verzonnen breiclub", "Samen haken.")
    assert render(texts) != first
    assert len(made) == 2


def test_a_page_is_cut_at_its_drawings() -> None:
    page = _page("Breiclub", '<svg class="a"></svg>')
    assert "".join(cut_at_drawings(page)) == page
    assert len(cut_at_drawings(page)) == 5
    assert "svg" not in without_drawings(page)
