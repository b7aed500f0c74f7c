"""What makes a drawing a map: grid, margin, scale bar, north arrow, attribution."""

from string import ascii_uppercase

from generator.cartography.canvas import Canvas, mm
from generator.cartography.lettering import CAP_HEIGHT, text_width
from generator.cartography.room import Circle, circles_in
from generator.cartography.style import FONT, INK, PAPER, MapStyle

ATTRIBUTION = "© OpenStreetMap"
_LICENCE = "https://www.openstreetmap.org/copyright"
_LENGTHS = (50, 100, 200, 250, 500, 1000, 2000)
"""Metres that a scale bar may show."""
_INSET = 2.5


def _text(x: float, y: float, size: float, text: str, anchor: str = "middle", bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text class="map-ink" x="{mm(x)}" y="{mm(y)}" font-family="{FONT}" font-size="{mm(size)}"{weight} '
        f'text-anchor="{anchor}" fill="{INK}">{text}</text>'
    )


def _plate(left: float, top: float, right: float, bottom: float) -> str:
    """A light ground, on which bar and arrow read well."""
    return (
        f'<rect class="map-plate" x="{mm(left)}" y="{mm(top)}" width="{mm(right - left)}" '
        f'height="{mm(bottom - top)}" rx="1.2" fill="{PAPER}" fill-opacity=".88"/>'
    )


def draw_grid(canvas: Canvas) -> str:
    """Thin lines between the cells."""
    left, top, right, bottom = canvas.box
    columns, rows = canvas.frame.columns, canvas.frame.rows
    lines = [
        f"M{mm(left + canvas.map_width * column / columns)} {mm(top)}V{mm(bottom)}"
        for column in range(1, columns)
    ]
    lines += [f"M{mm(left)} {mm(top + canvas.map_height * row / rows)}H{mm(right)}" for row in range(1, rows)]
    return (
        f'<path class="map-grid" d="{"".join(lines)}" fill="none" stroke="{INK}" '
        'stroke-width=".2" stroke-opacity=".28"/>'
    )


def draw_margin(canvas: Canvas, style: MapStyle) -> str:
    """A strip of paper around the map that carries letters and numbers, and the map's edge."""
    left, top, right, bottom = canvas.box
    size = style.label_mm * 1.3
    strip = (
        f'<path class="map-margin" fill="{PAPER}" fill-rule="evenodd" '
        f'd="M-1-1H{mm(canvas.width + 1)}V{mm(canvas.height + 1)}H-1z'
        f'M{mm(left)} {mm(top)}V{mm(bottom)}H{mm(right)}V{mm(top)}z"/>'
        f'<rect class="map-edge" x="{mm(left)}" y="{mm(top)}" width="{mm(right - left)}" '
        f'height="{mm(bottom - top)}" fill="none" stroke="{INK}" stroke-width=".35"/>'
    )
    marks = []
    half = size * CAP_HEIGHT / 2
    for column in range(canvas.frame.columns):
        x = left + canvas.map_width * (column + 0.5) / canvas.frame.columns
        for y in (top / 2, canvas.height - top / 2):
            marks.append(_text(x, y + half, size, ascii_uppercase[column], bold=True))
    for row in range(canvas.frame.rows):
        y = top + canvas.map_height * (row + 0.5) / canvas.frame.rows
        for x in (left / 2, canvas.width - left / 2):
            marks.append(_text(x, y + half, size, str(row + 1), bold=True))
    return strip + "".join(marks)


def draw_scale_bar(canvas: Canvas, style: MapStyle) -> tuple[str, list[Circle]]:
    """The bar at the bottom left, and the room it takes."""
    left, _, _, bottom = canvas.box
    fitting = [metres for metres in _LENGTHS if metres * 1000 / canvas.scale <= canvas.map_width * 0.25]
    metres = fitting[-1] if fitting else _LENGTHS[0]
    length = metres * 1000 / canvas.scale
    label = f"{metres} m"
    size = style.label_mm
    x, y = left + _INSET + 1.2, bottom - _INSET - 1.2
    width = length + 2.4 + text_width(label, size) + 1.2
    plate = (left + _INSET - 0.6, y - size - 0.4, left + _INSET + width + 0.6, y + 1.4)
    ticks = "".join(f"M{mm(x + length * part)} {mm(y - 1.4)}V{mm(y)}" for part in (0, 0.5, 1))
    drawing = (
        _plate(*plate)
        + f'<path class="map-stroke" d="{ticks}M{mm(x)} {mm(y)}h{mm(length)}" fill="none" stroke="{INK}" '
        'stroke-width=".4" stroke-linecap="square"/>' + _text(x + length + 1.2, y, size, label, "start")
    )
    return drawing, circles_in(*plate)


def draw_north_arrow(canvas: Canvas, style: MapStyle) -> tuple[str, list[Circle]]:
    """An arrow with an N at the top right, and the room it takes."""
    _, top, right, _ = canvas.box
    size = style.label_mm * 1.2
    x, y = right - _INSET - 2.6, top + _INSET + 1.2
    plate = (x - 3.2, y - 1.2, x + 3.2, y + 7.2 + size)
    arrow = f"M{mm(x)} {mm(y)}l2 6.4l-2-1.5l-2 1.5z"
    drawing = (
        '<g class="map-north">'
        + _plate(*plate)
        + f'<path class="map-ink" d="{arrow}" fill="{INK}"/>'
        + _text(x, y + 6.6 + size * 0.75, size, "N", bold=True)
        + "</g>"
    )
    return drawing, circles_in(*plate)


def draw_attribution(canvas: Canvas, style: MapStyle) -> tuple[str, list[Circle]]:
    """The line that the licence of the map data asks for, at the bottom right."""
    _, _, right, bottom = canvas.box
    size = style.label_mm if style.grid else 2.5
    inset = _INSET if style.grid else 1.2
    width = text_width(ATTRIBUTION, size)
    plate = (right - inset - width - 1.2, bottom - inset - size - 0.4, right - inset, bottom - inset)
    drawing = _plate(*plate) + _text(
        right - inset - 0.6, bottom - inset - size * 0.3, size, ATTRIBUTION, "end"
    )
    if style.medium == "web":
        drawing = f'<a href="{_LICENCE}" class="map-attribution">{drawing}</a>'
    return drawing, circles_in(*plate)
