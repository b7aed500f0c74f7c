"""Style, scripts, fonts and the icon of the site, as files."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import fontTools
from babel.core import get_global
from fontTools.ttLib import TTFont, woff2

from generator.keeping import Keep, make_anew, told_by

_LATIN = (
    "U+0000-024F,U+02BB-02DC,U+0300-0304,U+0306-030C,U+0323-0329,U+1E00-1EFF,U+2000-206F,"
    "U+2070-209F,U+20AC,U+2122,U+2190-2199,U+2212,U+2215"
)
_ARABIC = (
    "U+060C,U+061B,U+061F,U+0621-063A,U+0640-0655,U+0660-066C,U+0670-0671,U+067E,U+0686,U+0698,"
    "U+06A4,U+06A9,U+06AF,U+06BE,U+06C1-06C3,U+06CC,U+06D2,U+06F0-06F9"
)
"""What Arabic, Persian and Urdu are written with; the font shapes them itself. All of Unicode's
Arabic would weigh three times as much, for letters that this site will hardly see."""
_CYRILLIC = "U+0301,U+02BC,U+0400-045F,U+0490-0491,U+202F,U+2116"
"""What Ukrainian, Russian, Bulgarian and their neighbours are written with."""
_CYRILLIC_MORE = "U+0460-048F,U+0492-052F"
"""Kazakh, Mongolian, Tatar... and old Slavonic, twice as heavy: fetched by a page that has such letters."""


class _Family(NamedTuple):
    """Letters of one script, out of one font; a browser fetches it when a page has one of them."""

    script: str
    stem: str
    """Of the font's file name in print/fonts."""
    part: str
    """Of the font: what its file on the site is called behind the stem."""
    name: str
    """In the style sheet."""
    characters: str


_FAMILIES = (
    _Family("Latn", "AtkinsonHyperlegibleNext", "", "Atkinson Hyperlegible Next", _LATIN),
    _Family("Cyrl", "NotoSans", "-cyrillic", "Noto Sans", _CYRILLIC),
    _Family("Cyrl", "NotoSans", "-cyrillic-more", "Noto Sans", _CYRILLIC_MORE),
    _Family("Grek", "NotoSans", "-greek", "Noto Sans", "U+0370-03FF"),
    _Family("Arab", "NotoSansArabic", "", "Noto Sans Arabic", _ARABIC),
    _Family("Hebr", "NotoSansHebrew", "", "Noto Sans Hebrew", "U+0590-05FF,U+FB1D-FB4F"),
    _Family(
        "Ethi",
        "NotoSansEthiopic",
        "",
        "Noto Sans Ethiopic",
        "U+1200-137F,U+1380-139F,U+2D80-2DDF,U+AB00-AB2F",
    ),
)
_COMMENT = re.compile(rb"/\*.*?\*/\n?", re.DOTALL)
_WEIGHTS = (("400Regular", 400), ("700Bold", 700))

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32">'
    '<rect x="-4" y="-4" width="32" height="32" rx="8" fill="#22201C"/>{drawing}</svg>'
)


def render_assets(
    own: Mapping[str, bytes],
    fonts: Mapping[str, bytes],
    languages: Iterable[str],
    sprout: str,
    keep: Keep = make_anew,
) -> dict[str, bytes]:
    """Path below assets/ -> bytes.

    `own` holds our style sheets and scripts, `fonts` the TTFs by file name, `sprout` the
    pictogram of the site's icon as SVG. The same input gives the same bytes. `keep` may
    give a font that an earlier build has made.
    """
    faces, files = _font_faces(fonts, frozenset(languages), keep)
    assets = {name: _COMMENT.sub(b"", data) if name.endswith(".css") else data for name, data in own.items()}
    assets["site.css"] = faces.encode() + assets["site.css"]
    assets |= {f"fonts/{name}": data for name, data in files.items()}
    drawing = sprout[sprout.index("<path") : sprout.rindex("</svg>")].replace("<path", '<path fill="#FFFCF5"')
    assets["icon.svg"] = ICON.format(drawing=drawing).encode()
    return {f"assets/{name}": data for name, data in sorted(assets.items())}


def preloaded_fonts(fonts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The fonts that every page needs at once."""
    latin = _FAMILIES[0]
    return tuple(
        _woff2_name(latin, weight) for weight, _ in _WEIGHTS if f"{latin.stem}_{weight}.ttf" in fonts
    )


def _woff2_name(family: _Family, weight: str) -> str:
    return f"{family.stem}{family.part}-{weight}.woff2".lower()


def _scripts(languages: frozenset[str]) -> set[str]:
    """The scripts that languages are written in: CLDR's likely subtags ("ar" -> Arab)."""
    likely = get_global("likely_subtags")
    return {str(likely.get(language, "nl_Latn_NL")).split("_")[1] for language in languages} | {"Latn"}


def _font_faces(
    fonts: Mapping[str, bytes], languages: frozenset[str], keep: Keep
) -> tuple[str, dict[str, bytes]]:
    """The @font-face rules, and the subset fonts that they name."""
    rules: list[str] = []
    files: dict[str, bytes] = {}
    scripts = _scripts(languages)
    for family in _FAMILIES:
        for weight, number in _WEIGHTS:
            source = fonts.get(f"{family.stem}_{weight}.ttf")
            if family.script not in scripts or source is None:
                continue
            name = _woff2_name(family, weight)
            recipe = _recipe(name, source, family.characters)
            files[name] = keep(recipe, partial(_subset, source, family.characters))
            rules.append(
                f'@font-face{{font-family:"{family.name}";font-weight:{number};font-display:optional;'
                f'src:url("fonts/{name}") format("woff2");unicode-range:{family.characters}}}\n'
            )
    return "".join(rules), files


def _recipe(name: str, ttf: bytes, characters: str) -> str:
    """A name for a subset, told apart by all that makes its bytes: font, characters, this code, the tools."""
    tools = f"{fontTools.version} {woff2.brotli.__version__}"
    parts = (ttf, characters.encode(), Path(__file__).read_bytes(), tools.encode())
    return f"fonts/{told_by(parts)[:32]}-{name}"


@lru_cache(maxsize=16)
def _subset(ttf: bytes, characters: str) -> bytes:
    """The font with these characters only, as WOFF2; keeps the font's own date."""
    # It takes long to load, and mostly all fonts are kept.
    from fontTools.subset import Options, Subsetter

    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["*"]
    options.hinting = False
    font = TTFont(BytesIO(ttf), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_code_points(characters))
    subsetter.subset(font)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _code_points(ranges: str) -> list[int]:
    points: list[int] = []
    for part in ranges.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        points.extend(range(int(first, 16), int(last or first, 16) + 1))
    return points
