"""`python -m tests.bench.flyers ENGINE ROOT COUNT`: sets the flyers of a neighbourhood with one engine.

Prints processor seconds a flyer, peak MiB and bytes a flyer as JSON. Each engine gets the same words,
pictures and codes; WeasyPrint sets them in HTML as plain as one would write it, as tagged PDF too.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

from generator import project as outside
from generator.editions import bind
from generator.printing import stationery_of
from generator.project import Project
from generator.qr import qr_svg
from generator.sheets import Stationery
from generator.sheets.flyer import flyers
from generator.sheets.template_data import as_read
from generator.sheets.tongue import Tongue
from generator.sheets.typesetting import Typesetter
from generator.source import load, view_languages
from tests.tools.builds import TODAY

SetFlyer = Callable[[dict[str, Any]], bytes]
_MIB = 1024
_FAMILY = '"Atkinson Hyperlegible Next"'
_FAMILY = '"Atkinson Hyperlegible Next"'

_PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><title>{title}</title>
<style>
@page {{ size: A5; margin: 12mm }}
body {{ font: 13pt/1.35 "Atkinson Hyperlegible Next"; color: #22201C }}
header {{ background: #FBEAE1; border-radius: 5mm; padding: 5mm; display: flex; gap: 5mm }}
h1 {{ font-size: 24pt; margin: 0 }}
svg, img {{ vertical-align: middle }}
</style>
<header>{pictogram}<h1>{name}</h1></header>
<p>{summary}</p>
<dl>{rows}</dl>
<p>{cutout}{code} <b>{typed}</b></p>
<p>{checked}</p>
"""


def typst(stationery: Stationery) -> SetFlyer:
    """As a build does it, but one after the other in this process."""
    typesetter = Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)
    return lambda data: typesetter.typeset("flyer", data)


def weasyprint(stationery: Stationery) -> SetFlyer:
    """As a web page that is printed."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: {_FAMILY}; font-weight: {weight}; src: url({path.as_uri()}) }}"
        for weight, path in _faces(Path(stationery.fonts))
    )
    style = CSS(string=faces, font_config=fonts)

    def set_flyer(data: dict[str, Any]) -> bytes:
        html = HTML(string=html_of(as_read(data), stationery.icons))
        made: bytes = html.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
        return made

    return set_flyer


def _faces(folder: Path) -> tuple[tuple[int, Path], ...]:
    return tuple(
        (weight, next(iter(sorted(folder.glob(f"Atkinson*{name}*.ttf")))))
        for weight, name in ((400, "Regular"), (700, "Bold"))
    )


def html_of(data: dict[str, Any], icons: Callable[[str], bytes]) -> str:
    """The flyer as a web page, of what a template has when it has read its data."""
    offer = data["offer"]

    def said(text: Any) -> str:
        return escape(text["text"] if isinstance(text, dict) else str(text))

    def drawn(svg: str, width: str, alt: str) -> str:
        return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(alt)}" style="width:{width}" ', 1)

    def icon(name: str, size: str) -> str:
        return drawn(icons(name).decode(), size, name)

    rows = "".join(
        f"<dt>{icon(row['icon'], '6mm')} {escape(row['label'])}</dt>"
        f"<dd>{'<br>'.join(said(line) for line in row['lines'])}</dd>"
        for row in offer["rows"]
    )
    return _PAGE.format(
        language=data["language"],
        title=escape(data["title"]),
        pictogram=icon(offer["pictogram"], "20mm"),
        name=said(offer["name"]),
        summary=said(offer["summary"]),
        rows=rows,
        cutout=drawn(offer["cutout"], "60mm", offer["cutout-alt"]) if offer["cutout"] else "",
        code=drawn(qr_svg(offer["qr"]["content"]), "35mm", offer["qr"]["typed"]),
        typed=escape(offer["qr"]["typed"]),
        checked=escape(offer["checked"]["text"]),
    )


ENGINES: dict[str, Callable[[Stationery], SetFlyer]] = {"typst": typst, "weasyprint": weasyprint}


def main(engine: str, root: str, count: str) -> None:
    source = load(Project(Path(root)), date.fromisoformat(TODAY))
    language = source.languages[0]
    guide = view_languages(source, source.languages[:1])[language]
    stationery = stationery_of(source, guide)
    tongue = Tongue(guide, outside.words_of(language), bind(source, guide).binder.marks)
    made = islice(flyers(tongue, (), stationery.cutouts), int(count))
    sheets: list[dict[str, Any]] = [make_data() for _, make_data in made]
    set_flyer = ENGINES[engine](stationery)
    set_flyer(sheets[0])
    started = time.process_time()
    size = sum(len(set_flyer(data)) for data in sheets)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB
    print(json.dumps({"seconds": seconds / len(sheets), "peak": peak, "bytes": size / len(sheets)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
