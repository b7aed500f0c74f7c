"""The sign of the site as pictures, on the start screen of a phone."""

import json

import typst

from generator.site.addresses import language_folder
from generator.site.shapes import SiteInput

INK, PAPER = "#22201C", "#FFFCF5"
SIZES = (192, 512)
_POINTS_PER_INCH = 72

_WHOLE = """
#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: {fill})
#place(center + horizon, image(bytes(sys.inputs.sign), height: {sign}pt))
"""


def render_signs(icon: str) -> dict[str, bytes]:
    """Path -> PNG of the icon `icon` (SVG) in the sizes that phones ask."""
    files = {}
    for size in SIZES:
        files[f"assets/icon-{size}.png"] = _picture(_square(size, fill="none", sign=size), icon)
    # Maskable: the phone cuts its own shape out of it, so the sign keeps to the middle.
    files["assets/icon-maskable.png"] = _picture(_square(512, fill=f'rgb("{INK}")', sign=400), icon)
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
    """A one-page Typst drawing as a PNG, a pixel a point."""
    png = typst.compile(
        source.encode(),
        format="png",
        ppi=_POINTS_PER_INCH,
        sys_inputs={"sign": icon},
        ignore_system_fonts=True,
    )
    assert isinstance(png, bytes), "one page makes one picture"
    return png
