"""The one door to Typst: a template and its data in, a tagged PDF out.

Data goes in as JSON in `sys.inputs`, so strings can never become markup, and the only
files that Typst reads are the templates and the fonts.
"""

import calendar
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

_ICON_KEYS = ("pictogram", "icon")
_REMEMBERED = 10
_INVISIBLE = frozenset(map(ord, "\n\t\u200e\u200f\u2066\u2067\u2068\u2069\u00ad\u200b\u200c\u200d"))


class Typesetter:
    """Keeps one compiler warm: a second document of the same template takes milliseconds."""

    def __init__(self, templates: str, fonts: str, icons: Callable[[str], bytes], today: date) -> None:
        self._templates = Path(templates)
        self._icons = icons
        self._timestamp = calendar.timegm(today.timetuple())
        self._glyphs = _glyphs(Path(fonts))
        self._compiler = typst.Compiler(root=templates, font_paths=[fonts], ignore_system_fonts=True)

    def typeset(self, template: str, data: Mapping[str, object]) -> bytes:
        """The PDF (PDF/UA-1) that `<template>.typ` makes of data that JSON can hold.

        The SVG of every pictogram named in the data is added under `icons`.
        """
        names = sorted(set(icon_names(data)))
        icons = {name: self._icons(name).decode() for name in names}
        whole = self._legible({**data, "icons": icons})
        pdf = self._compiler.compile(
            input=str(self._templates / f"{template}.typ"),
            sys_inputs={"data": json.dumps(whole, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=self._timestamp,
        )
        assert isinstance(pdf, bytes), "Typst gives one file for a PDF"
        return pdf

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


def forget_documents() -> None:
    """Frees what Typst still knows of earlier documents: it keeps that for ten documents more."""
    compiler = typst.Compiler(ignore_system_fonts=True)
    for number in range(_REMEMBERED + 1):
        compiler.compile(input=b"%d" % number)


def _glyphs(fonts: Path) -> frozenset[int]:
    """All code points that some font in the folder can draw."""
    found = set(_INVISIBLE)
    for path in sorted(fonts.glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


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
