"""The one door to Typst: a template and its data in, a tagged PDF out.

Data goes in as JSON in `sys.inputs`, so strings can never become markup, and the only
files that Typst reads are the templates and the fonts.
"""

import calendar
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, cached_property, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from generator.keeping import Keep, make_anew, recalled, told_by
from generator.qr import qr_svg, qr_tools
from generator.sheets.template_data import as_json

_PLAN = "-plan"
_ICON_KEYS = ('"pictogram":"', '"icon":"')
_CODE_KEY = '"content":'
"""As they stand in JSON, and nowhere else: within a text, its marks would have a backslash before them."""
_ESCAPED = re.compile(r"\\[ubfr]")
"""Signs that JSON writes in another way, or what looks like them."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 100
"""Letters. Typst tries each line that might begin or end within a word: seconds for one of 20,000."""
_MOST_SPLIT = 100
"""Words of a text that a template looks for. At some 500 Typst gives up."""
_SPLIT = re.compile(r"[^\W\d_]{19,}|@")
_REMEMBERED = 10
_POINTS_PER_INCH = 72
_INVISIBLE = frozenset(map(ord, "\n\t\u200e\u200f\u2066\u2067\u2068\u2069\u00ad\u200b\u200c\u200d"))
_NEVER_SET = frozenset({*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFE}) - _INVISIBLE
"""What PDF/UA takes for an error though a font has a shape for it, or for another sign."""


class Typesetter:
    """Keeps one compiler warm: a second document of the same template takes milliseconds.

    And asks `keep` first: most sheets are, from build to build, what they were.
    """

    def __init__(
        self,
        templates: str,
        fonts: str,
        icons: Callable[[str], bytes],
        today: date,
        keep: Keep = make_anew,
    ) -> None:
        self._templates, self._fonts = Path(templates), Path(fonts)
        self._icons = icons
        self._timestamp = calendar.timegm(today.timetuple())
        self._keep = keep
        self._remembered = 0
        """Bytes that it set since it last forgot."""

    def typeset(self, template: str, data: Mapping[str, object]) -> bytes:
        """The PDF (PDF/UA-1) that `<template>.typ` makes of data (see template_data).

        A template whose name ends in "-plan" sets nothing: it gives what it says under <plan>, as JSON.
        The SVG of every pictogram named in the data is added under `icons`, that of every code under `codes`,
        under `longest-word` how many letters follow each other at most: templates need not look for more;
        and under `crowded` whether a text has a word or so many words that Typst could not split one by one.
        """
        written = as_json(data)
        return self._keep(self._name(template, written), partial(self._compile, template, written))

    def recall(self, template: str, data: Mapping[str, object]) -> bytes | None:
        """The same, if it was set before and kept; else None."""
        return recalled(self._keep, self._name(template, as_json(data)))

    def draw(self, template: str, data: Mapping[str, object], ppi: int = _POINTS_PER_INCH) -> bytes:
        """The one page that `<template>.typ` makes of data, as a PNG (`ppi`: pixels an inch)."""
        written = as_json(data)
        name = self._recipe(f"{template} {ppi}", written, f"{template}.png")
        return self._keep(name, partial(self._draw, template, written, ppi))

    def forget(self, beyond: int = 0) -> None:
        """Frees what Typst still knows of what it set: it keeps that for ten documents more.

        Only if the PDFs that it set since have more than so many bytes.
        """
        if self._remembered > beyond:
            compiler = typst.Compiler(ignore_system_fonts=True)
            for number in range(_REMEMBERED + 1):
                compiler.compile(input=b"%d" % number)
            self._remembered = 0

    def _name(self, template: str, written: str) -> str:
        return self._recipe(f"{template} {self._timestamp}", written, f"{template}.pdf")

    def _recipe(self, way: str, written: str, ending: str) -> str:
        recipe = sha256(f"{self._tools} {way} {written}".encode())
        for name in _icons_in(written):
            recipe.update(self._icons(name))
        return f"sheets/{recipe.hexdigest()[:32]}-{ending}"

    def _compile(self, template: str, written: str) -> bytes:
        if template.endswith(_PLAN):
            return self._planned(template, written)
        pdf = self._compiler.compile(
            input=str(self._templates / f"{template}.typ"),
            sys_inputs=self._inputs(written),
            pdf_standards=["ua-1"],
            timestamp=self._timestamp,
        )
        assert isinstance(pdf, bytes), "Typst gives one file for a PDF"
        self._remembered += len(pdf)
        return pdf

    def _planned(self, template: str, written: str) -> bytes:
        compiler = typst.Compiler(
            str(self._templates / f"{template}.typ"),
            root=str(self._templates),
            font_paths=self._found_fonts,
            sys_inputs=self._inputs(written),
        )
        return compiler.query("<plan>", field="value", one=True).encode()

    def _draw(self, template: str, written: str, ppi: int) -> bytes:
        png = self._compiler.compile(
            input=str(self._templates / f"{template}.typ"),
            format="png",
            ppi=ppi,
            sys_inputs=self._inputs(written),
        )
        assert isinstance(png, bytes), "one page makes one picture"
        return png

    def _inputs(self, written: str) -> dict[str, str]:
        """What the templates get, without the characters (such as emoji) that no font of ours has."""
        icons = {name: self._icons(name).decode() for name in _icons_in(written)}
        codes = {content: qr_svg(content) for content in _codes_in(written)}
        if _ESCAPED.search(written) or not self._glyphs.issuperset(map(ord, sorted(set(written)))):
            written = as_json(self._legible(json.loads(written)))
        longest = max(map(len, _LETTERS.findall(written)))
        crowded = longest > _LONGEST_WORD or _is_crowded(written)
        added = {"icons": icons, "codes": codes, "longest-word": longest, "crowded": crowded}
        return {"data": f"{written[:-1]}, {as_json(added)[1:]}"}

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(root=str(self._templates), font_paths=self._found_fonts)

    @cached_property
    def _found_fonts(self) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=False, font_paths=[str(self._fonts)])

    @cached_property
    def _glyphs(self) -> frozenset[int]:
        return _glyphs(self._fonts)

    @cached_property
    def _tools(self) -> str:
        """Tells all but the data that makes a sheet what it is: templates, fonts, Typst, this code."""
        files = [Path(__file__), *sorted(self._templates.glob("*.typ")), *sorted(self._fonts.glob("*.ttf"))]
        parts = [version("typst").encode(), qr_tools().encode(), *(path.read_bytes() for path in files)]
        return told_by(parts)

    def _legible(self, value: object) -> object:
        """The same data without the characters (such as emoji) that no font of ours has.

        PDF/UA makes an error of a missing glyph: one smiley would stop the whole build.
        """
        match value:
            case str():
                return value if self._glyphs.issuperset(map(ord, value)) else self._without_missing(value)
            case Mapping():
                return {str(key): self._legible(item) for key, item in value.items()}
            case list() | tuple():
                return [self._legible(item) for item in value]
        return value

    def _without_missing(self, text: str) -> str:
        return "".join(letter for letter in text if ord(letter) in self._glyphs).strip()


@cache
def _glyphs(fonts: Path) -> frozenset[int]:
    """All code points that some font in the folder can draw."""
    found = set(_INVISIBLE)
    for path in sorted(fonts.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found) - _NEVER_SET


def icon_names(data: object) -> list[str]:
    """Every pictogram that the data names."""
    return _icons_in(as_json(data))


def _is_crowded(written: str) -> bool:
    """Whether a text in it has too many words of those that a template looks for, of ten signs at least."""
    texts = written.replace('\\"', "").split('"')
    return any(len(_SPLIT.findall(text)) > _MOST_SPLIT for text in texts if len(text) > 10 * _MOST_SPLIT)


def _icons_in(written: str) -> list[str]:
    found = {rest.partition('"')[0] for key in _ICON_KEYS for rest in written.split(key)[1:]}
    return sorted(found - {""})


def _codes_in(written: str) -> list[str]:
    """What each code says that is to be drawn."""
    decode = json.JSONDecoder().raw_decode
    return sorted({decode(rest)[0] for rest in written.split(_CODE_KEY)[1:]})
