"""Fonts, style and icon: small, the same each time, nothing from elsewhere."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from generator.site.assets import _subset, preloaded_fonts, render_assets
from tests.sheets.factory import PICTOGRAM, REPOSITORY

OWN = {
    path.name: path.read_bytes() for path in sorted((REPOSITORY / "generator" / "site" / "assets").iterdir())
}

ONE = "AtkinsonHyperlegibleNext_400*"
"""To make one takes half a second."""


def fonts(pattern: str = "*.ttf") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((REPOSITORY / "print" / "fonts").glob(pattern))}


def test_only_the_scripts_of_the_languages_are_shipped() -> None:
    dutch = render_assets(OWN, fonts(), ("nl",), PICTOGRAM.decode())
    arabic = render_assets(OWN, fonts(), ("nl", "ar"), PICTOGRAM.decode())
    assert [name for name in dutch if "notosans" in name] == []
    assert {Path(name).name for name in set(arabic) - set(dutch)} == {
        "notosansarabic-400regular.woff2",
        "notosansarabic-700bold.woff2",
    }
    assert b"Noto Sans Arabic" in arabic["assets/site.css"].split(b":root")[0]


def test_fonts_are_small_and_can_write_dutch_and_its_neighbours() -> None:
    assets = render_assets(OWN, fonts("Atkinson*"), ("nl",), PICTOGRAM.decode())
    for name in preloaded_fonts(fonts()):
        data = assets[f"assets/fonts/{name}"]
        assert len(data) < 30_000
        assert set(map(ord, "ëéèïöüçœŁşğ€–’ij")) <= set(TTFont(BytesIO(data)).getBestCmap())


def test_ukrainian_is_written_with_one_small_font() -> None:
    """The letters of Kazakh or Mongolian weigh more, and come in a font of their own."""
    assets = render_assets(OWN, fonts("NotoSans_*"), ("nl", "uk"), PICTOGRAM.decode())
    for weight in ("400regular", "700bold"):
        data = assets[f"assets/fonts/notosans-cyrillic-{weight}.woff2"]
        assert len(data) < 10_000
        assert set(map(ord, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяҐЄІЇʼ№")) <= set(
            TTFont(BytesIO(data)).getBestCmap()
        )
    more = assets["assets/fonts/notosans-cyrillic-more-400regular.woff2"]
    assert set(map(ord, "әғқңөұүһ")) <= set(TTFont(BytesIO(more)).getBestCmap())


def test_the_same_input_gives_the_same_bytes() -> None:
    first = render_assets(OWN, fonts(ONE), ("nl",), PICTOGRAM.decode())
    _subset.cache_clear()
    assert render_assets(OWN, fonts(ONE), ("nl",), PICTOGRAM.decode()) == first


def test_a_font_is_made_once_and_anew_when_anything_about_it_changes() -> None:
    kept: dict[str, bytes] = {}

    def keep(name: str, make: Callable[[], bytes]) -> bytes:
        return kept.setdefault(name, b"") or kept.update({name: make()}) or kept[name]

    first = render_assets(OWN, fonts(ONE), ("nl",), PICTOGRAM.decode(), keep)
    assert set(kept.values()) <= set(first.values())
    made = len(kept)
    assert render_assets(OWN, fonts(ONE), ("nl",), PICTOGRAM.decode(), keep) == first
    assert len(kept) == made
    other = dict.fromkeys(fonts(ONE), fonts("NotoSansHebrew_400*")["NotoSansHebrew_400Regular.ttf"])
    render_assets(OWN, other, ("nl",), PICTOGRAM.decode(), keep)
    assert len(kept) == 2 * made


def test_style_and_scripts_name_no_other_host() -> None:
    for name, data in OWN.items():
        assert b"http" not in data, name


def test_without_fonts_the_site_uses_those_of_the_phone() -> None:
    assets = render_assets(OWN, {}, ("nl",), PICTOGRAM.decode())
    assert b"@font-face" not in assets["assets/site.css"]
    assert preloaded_fonts({}) == ()
