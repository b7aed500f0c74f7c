"""The one door to Typst: a template and its data in, a tagged PDF out.

Data goes in as JSON in `sys.inputs`, so strings can never become markup, and the only
files that Typst reads are the templates and the fonts.
"""

import calendar
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from generator.keeping import Keep, make_anew

_PLAN = "-plan"
_ICON_KEYS = ("pictogram", "icon")
_REMEMBERED = 10
_POINTS_PER_INCH = 72
_INVISIBLE = frozenset(map(ord, "\n\t\u200e\u200f\u2066\u2067\u2068\u2069\u00ad\u200b\u200c\u200d"))
_NEVER_SET = frozenset({*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFE}) - _INVISIBLE
"""What PDF/UA takes for an error though a font has a shape for it, or for another sign."""


class _NotKeptError(Exception):
    """It would have to be set anew."""


def _refuse() -> bytes:
    raise _NotKeptError


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
        """The PDF (PDF/UA-1) that `<template>.typ` makes of data that JSON can hold.

        A template whose name ends in "-plan" sets nothing: it gives what it says under <plan>, as JSON.
        The SVG of every pictogram named in the data is added under `icons`.
        """
        whole = self._with_icons(data)
        return self._keep(self._name(template, whole), partial(self._compile, template, whole))

    def recall(self, template: str, data: Mapping[str, object]) -> bytes | None:
        """The same, if it was set before and kept; else None."""
        try:
            return self._keep(self._name(template, self._with_icons(data)), _refuse)
        except _NotKeptError:
            return None

    def draw(self, template: str, data: Mapping[str, object], ppi: int = _POINTS_PER_INCH) -> bytes:
        """The one page that `<template>.typ` makes of data, as a PNG (`ppi`: pixels an inch)."""
        whole = self._with_icons(data)
        return self._keep(
            self._recipe([template, whole, ppi], f"{template}.png"), partial(self._draw, template, whole, ppi)
        )

    def forget(self, beyond: int = 0) -> None:
        """Frees what Typst still knows of what it set: it keeps that for ten documents more.

        Only if the PDFs that it set since have more than so many bytes.
        """
        if self._remembered > beyond:
            compiler = typst.Compiler(ignore_system_fonts=True)
            for number in range(_REMEMBERED + 1):
                compiler.compile(input=b"%d" % number)
            self._remembered = 0

    def _with_icons(self, data: Mapping[str, object]) -> dict[str, object]:
        names = sorted(set(icon_names(data)))
        return {**data, "icons": {name: self._icons(name).decode() for name in names}}

    def _name(self, template: str, whole: Mapping[str, object]) -> str:
        return self._recipe([self._timestamp, template, whole], f"{template}.pdf")

    def _recipe(self, parts: list[object], ending: str) -> str:
        recipe = json.dumps([self._tools, *parts], ensure_ascii=False)
        return f"sheets/{sha256(recipe.encode()).hexdigest()[:32]}-{ending}"

    def _compile(self, template: str, data: Mapping[str, object]) -> bytes:
        if template.endswith(_PLAN):
            return self._planned(template, data)
        pdf = self._compiler.compile(
            input=str(self._templates / f"{template}.typ"),
            sys_inputs=self._inputs(data),
            pdf_standards=["ua-1"],
            timestamp=self._timestamp,
        )
        assert isinstance(pdf, bytes), "Typst gives one file for a PDF"
        self._remembered += len(pdf)
        return pdf

    def _planned(self, template: str, data: Mapping[str, object]) -> bytes:
        compiler = typst.Compiler(
            str(self._templates / f"{template}.typ"),
            root=str(self._templates),
            font_paths=self._found_fonts,
            sys_inputs=self._inputs(data),
        )
        return compiler.query("<plan>", field="value", one=True).encode()

    def _draw(self, template: str, data: Mapping[str, object], ppi: int) -> bytes:
        png = self._compiler.compile(
            input=str(self._templates / f"{template}.typ"),
            format="png",
            ppi=ppi,
            sys_inputs=self._inputs(data),
        )
        assert isinstance(png, bytes), "one page makes one picture"
        return png

    def _inputs(self, data: Mapping[str, object]) -> dict[str, str]:
        return {"data": json.dumps(self._legible(data), ensure_ascii=False)}

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
        parts = [version("typst").encode(), *(path.read_bytes() for path in files)]
        return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()

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


def icon_names(value: object) -> Iterator[str]:
    """Every pictogram that the data names."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key in _ICON_KEYS and isinstance(item, str) and item:
                yield item
            else:
                yield from icon_names(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from icon_names(item)
