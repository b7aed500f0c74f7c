"""The sign of the site as pictures: on the start screen of a phone, and where somebody shares a page."""

import json

import typst

from generator.site.addresses import language_folder
from generator.site.shapes import SiteInput

INK, PAPER = "#22201C", "#FFFCF5"
SIZES = (192, 512)
SHARE = "assets/share.png"
SHARE_SIZE = (1200, 630)
_POINTS_PER_INCH = 72

_WHOLE = """
#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: {fill})
#place(center + horizon, image(bytes(sys.inputs.sign), height: {sign}pt))
"""
_SHARE = """
#set page(width: 1200pt, height: 630pt, margin: 0pt, fill: rgb("#FFFCF5"))
#place(center + horizon, dy: -28pt, image(bytes(sys.inputs.sign), height: 330pt))
#place(center + bottom, dy: -64pt, grid(columns: 4, column-gutter: 40pt,
  circle(radius: 26pt, fill: rgb("#A63C12")),
  rect(width: 52pt, height: 52pt, radius: 9pt, fill: rgb("#1B5A9E")),
  polygon(fill: rgb("#17683F"), (0pt, 0pt), (37pt, 0pt), (52pt, 26pt), (37pt, 52pt), (0pt, 52pt)),
  polygon(fill: rgb("#6F3A94"), (0pt, 0pt), (52pt, 0pt), (52pt, 40pt), (28pt, 40pt), (14pt, 52pt),
    (14pt, 40pt), (0pt, 40pt)),
))
"""


def render_signs(icon: str) -> dict[str, bytes]:
    """Path -> PNG of the icon `icon` (SVG) in the sizes that phones ask, and of the share picture."""
    files = {}
    for size in SIZES:
        files[f"assets/icon-{size}.png"] = _picture(_square(size, fill="none", sign=size), icon)
    # Maskable: the phone cuts its own shape out of it, so the sign keeps to the middle.
    files["assets/icon-maskable.png"] = _picture(_square(512, fill=f'rgb("{INK}")', sign=400), icon)
    files[SHARE] = _picture(_SHARE, icon)
    return files


def render_manifests(site: SiteInput) -> dict[str, bytes]:
    """What makes the site installable, in each language: path -> JSON."""
    return {
        f"{folder}manifest.webmanifest": json.dumps(
            _manifest(site, language, "../" if folder else "./"), ensure_ascii=False, indent=1
        ).encode()
        for language in site.guides
        for folder in [language_folder(language, site.first_language)]
    }


def _manifest(site: SiteInput, language: str, root: str) -> dict[str, object]:
    png = {"type": "image/png"}
    icons: list[dict[str, str]] = [
        {"src": f"{root}assets/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        *({"src": f"{root}assets/icon-{n}.png", "sizes": f"{n}x{n}", **png} for n in SIZES),
        {"src": f"{root}assets/icon-maskable.png", "sizes": "512x512", "purpose": "maskable", **png},
    ]
    return {
        "name": site.site_name,
        "short_name": site.site_name.split()[0],
        "lang": language,
        "dir": site.words[language].direction,
        "start_url": "./",
        "scope": root,
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }


def _square(size: int, *, fill: str, sign: int) -> str:
    return _WHOLE.format(width=size, height=size, fill=fill, sign=sign)


def _picture(source: str, icon: str) -> bytes:
    png = typst.compile(
        source.encode(),
        format="png",
        ppi=_POINTS_PER_INCH,
        sys_inputs={"sign": icon},
        ignore_system_fonts=True,
    )
    assert isinstance(png, bytes), "one page makes one picture"
    return png
