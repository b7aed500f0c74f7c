"""What a shared page looks like in a message: a picture for each kind of page and each function."""

from collections.abc import Callable

from generator.site.signs import INK, PAPER, draw_png

SIZE = (1200, 630)
"""In pixels: what WhatsApp, Facebook and Signal ask for."""
DEFAULT = "home"
_BLUE, _RED, _GREEN, _PURPLE = "#1B5A9E", "#A63C12", "#17683F", "#6F3A94"
_PLAIN = "rect(width: 310pt, height: 310pt, radius: 76pt, fill: paint)"
_PICTURES: dict[str, tuple[str, str, str]] = {
    DEFAULT: ("sprout", INK, _PLAIN),
    "offers": ("calendar-heart", INK, _PLAIN),
    "map-of-help": ("hand-heart-outline", INK, _PLAIN),
    "finder": ("comment-question-outline", INK, _PLAIN),
    "map": ("map-outline", INK, _PLAIN),
    "ontmoeten": ("calendar-heart", _RED, "circle(radius: 165pt, fill: paint)"),
    "leren": ("calendar-heart", _BLUE, "rect(width: 310pt, height: 310pt, radius: 56pt, fill: paint)"),
    "verwijzen": (
        "calendar-heart",
        _GREEN,
        "polygon(fill: paint, (0pt, 0pt), (250pt, 0pt), (350pt, 165pt), (250pt, 330pt), (0pt, 330pt))",
    ),
    "politiseren": (
        "calendar-heart",
        _PURPLE,
        "polygon(fill: paint, (0pt, 0pt), (340pt, 0pt), (340pt, 270pt), (180pt, 270pt), (90pt, 350pt), "
        "(90pt, 270pt), (0pt, 270pt))",
    ),
}
"""Name -> pictogram, colour, and the shape around it; a function has its own, as everywhere."""
_DRAWING = """
#set page(width: 1200pt, height: 630pt, margin: 0pt, fill: rgb("{paper}"))
#let paint = rgb("{paint}")
#place(center + horizon, dy: -28pt, {shape})
#place(center + horizon, dx: {dx}pt, dy: {dy}pt, image(bytes(sys.inputs.sign), height: 190pt))
#place(center + bottom, dy: -64pt, grid(columns: 4, column-gutter: 40pt,
  circle(radius: 26pt, fill: rgb("{red}")),
  rect(width: 52pt, height: 52pt, radius: 9pt, fill: rgb("{blue}")),
  polygon(fill: rgb("{green}"), (0pt, 0pt), (37pt, 0pt), (52pt, 26pt), (37pt, 52pt), (0pt, 52pt)),
  polygon(fill: rgb("{purple}"), (0pt, 0pt), (52pt, 0pt), (52pt, 40pt), (28pt, 40pt), (14pt, 52pt),
    (14pt, 40pt), (0pt, 40pt)),
))
"""
_MIDDLE = {"verwijzen": (-25, -28), "politiseren": (0, -68)}
"""Where the pictogram stands in a shape that is not as thick on all sides."""


def picture_path(name: str) -> str:
    """The file of the picture with that name, or of the one for all other pages."""
    return f"assets/share-{name if name in _PICTURES else DEFAULT}.png"


def render_share_pictures(icons: Callable[[str], str]) -> dict[str, bytes]:
    """Path -> PNG of every picture."""
    return {picture_path(name): _draw(name, icons) for name in _PICTURES}


def _draw(name: str, icons: Callable[[str], str]) -> bytes:
    pictogram, paint, shape = _PICTURES[name]
    dx, dy = _MIDDLE.get(name, (0, -28))
    source = _DRAWING.format(
        paper=PAPER,
        paint=paint,
        shape=shape,
        dx=dx,
        dy=dy,
        red=_RED,
        blue=_BLUE,
        green=_GREEN,
        purple=_PURPLE,
    )
    return draw_png(source, sign=icons(pictogram).replace("<path", f'<path fill="{PAPER}"'))
