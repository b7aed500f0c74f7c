"""Numbered pins: the badge beside the place, never over another badge, always linked to it.

Where places lie close together the badges move apart; the wedge from badge to place
then grows into a thin leader line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, atan2, cos, hypot, pi, sin

from generator.cartography.canvas import Canvas, attribute, mm
from generator.cartography.geodata import Box
from generator.cartography.room import Circle, circles_along
from generator.cartography.style import FONT, INK, PAPER, MapStyle, Pin

_ROUNDS = 200
_GAP = 0.7
"""mm of air between two badges."""
_PLACE = 0.6
"""mm around each place that no badge covers."""
_LARGER = 1.25
"""How much larger the highlighted pin is."""


@dataclass(frozen=True)
class PlacedPin:
    """A pin on the drawing, in mm: the place itself, and the badge's centre and radius."""

    pin: Pin
    x: float
    y: float
    badge_x: float
    badge_y: float
    radius: float

    def circles(self, shrunk: float = 1.0) -> list[Circle]:
        """The room that the badge and its wedge take, drawn that many times smaller."""
        badge_x = self.x + (self.badge_x - self.x) / shrunk
        badge_y = self.y + (self.badge_y - self.y) / shrunk
        radius = self.radius / shrunk
        wedge = circles_along([(self.x, self.y), (badge_x, badge_y)], radius * 0.3)
        return [(badge_x, badge_y, radius + 0.35 / shrunk), *wedge]


def place_pins(pins: Sequence[Pin], canvas: Canvas, style: MapStyle) -> list[PlacedPin]:
    """The pins that lie within the frame, moved apart; the same input gives the same places."""
    seen = sorted(
        (pin for pin in pins if canvas.frame.contains(pin.lat, pin.lon)),
        key=lambda pin: (pin.highlighted, -pin.lat, pin.number),
    )
    places = [canvas.place(pin.lat, pin.lon) for pin in seen]
    radii = [style.pin_mm / 2 * (_LARGER if pin.highlighted else 1) for pin in seen]
    badges = [[x, y - radius * 1.75] for (x, y), radius in zip(places, radii, strict=True)]
    _move_apart(places, badges, radii, canvas.box)
    return [
        PlacedPin(pin, x, y, badge_x, badge_y, radius)
        for pin, (x, y), (badge_x, badge_y), radius in zip(seen, places, badges, radii, strict=True)
    ]


def _move_apart(
    places: list[tuple[float, float]], badges: list[list[float]], radii: list[float], box: Box
) -> None:
    """Push badges off each other and off each other's places, and back into the map."""
    left, top, right, bottom = box
    for _ in range(_ROUNDS):
        moved = False
        for i, badge in enumerate(badges):
            for j, other in enumerate(badges):
                if i < j:
                    moved |= _push(badge, other, radii[i] + radii[j] + _GAP, i + j)
                clear = radii[i] * (1.35 if i == j else 1.0) + _PLACE
                moved |= _push(badge, list(places[j]), clear, i + j, only_first=True)
            x, y = badge
            badge[0] = min(max(x, left + radii[i] + _GAP), right - radii[i] - _GAP)
            badge[1] = min(max(y, top + radii[i] + _GAP), bottom - radii[i] - _GAP)
        if not moved:
            return


def _push(first: list[float], second: list[float], apart: float, turn: int, only_first: bool = False) -> bool:
    x, y = first[0] - second[0], first[1] - second[1]
    distance = hypot(x, y)
    if distance >= apart - 1e-3:
        return False
    if distance < 1e-6:
        # The same spot twice: any direction will do, as long as it is always the same one.
        x, y, distance = cos(turn * 2.4), sin(turn * 2.4), 1.0
        share = apart
    else:
        share = apart - distance
    share *= 1.0 if only_first else 0.5
    first[0] += x / distance * share
    first[1] += y / distance * share
    if not only_first:
        second[0] -= x / distance * share
        second[1] -= y / distance * share
    return True


def draw_pins(placed: Sequence[PlacedPin], style: MapStyle) -> str:
    """All pins; on paper first every tip, then every badge, so that no number is covered."""
    if style.medium == "web":
        return f'<g class="map-pins">{"".join(_web_pin(pin, style) for pin in placed)}</g>'
    halos = "".join(_halo(pin, pin.x, pin.y) for pin in placed)
    tips = "".join(_tip(pin, pin.x, pin.y, style) for pin in placed)
    badges = "".join(_badge(pin, pin.x, pin.y, style) for pin in placed)
    return f'<g class="map-pins">{halos}{tips}{badges}</g>'


def _web_pin(pin: PlacedPin, style: MapStyle) -> str:
    """A link drawn around the place itself, so that it can keep its size when zoomed."""
    name = attribute(f"{pin.pin.number}. {pin.pin.label}")
    drawing = _halo(pin, 0, 0) + _tip(pin, 0, 0, style) + _badge(pin, 0, 0, style)
    place = f"translate({mm(pin.x)} {mm(pin.y)})"
    kind = "map-pin map-pin-highlighted" if pin.pin.highlighted else "map-pin"
    opening = f'class="{kind}" data-number="{pin.pin.number}" transform="{place}" aria-label="{name}"'
    if pin.pin.href:
        return f'<a href="{attribute(pin.pin.href)}" {opening}><title>{name}</title>{drawing}</a>'
    return f'<g role="img" {opening}><title>{name}</title>{drawing}</g>'


def _shape(pin: PlacedPin, x: float, y: float) -> tuple[float, float, str, bool]:
    """The badge's centre, the path of the tip to (x, y), and whether that is a leader line."""
    badge_x, badge_y = x + pin.badge_x - pin.x, y + pin.badge_y - pin.y
    distance = hypot(badge_x - x, badge_y - y)
    if distance > pin.radius * 2.6:
        return badge_x, badge_y, f"M{mm(badge_x)} {mm(badge_y)}L{mm(x)} {mm(y)}", True
    if distance <= pin.radius:
        return badge_x, badge_y, "", False
    towards = atan2(y - badge_y, x - badge_x)
    half = min(acos(pin.radius / distance), pi / 4)
    (x1, y1), (x2, y2) = (
        (badge_x + pin.radius * cos(towards + turn), badge_y + pin.radius * sin(towards + turn))
        for turn in (-half, half)
    )
    return badge_x, badge_y, f"M{mm(x1)} {mm(y1)}L{mm(x)} {mm(y)}L{mm(x2)} {mm(y2)}z", False


def _halo(pin: PlacedPin, x: float, y: float) -> str:
    """A light edge around badge and tip together, below both."""
    badge_x, badge_y, tip, is_leader = _shape(pin, x, y)
    look = f'stroke="{PAPER}" stroke-linejoin="round"'
    width = "1.3" if is_leader else "1"
    edge = f'<path class="map-pin-halo" d="{tip}" fill="none" {look} stroke-width="{width}"/>' if tip else ""
    return (
        f'{edge}<circle class="map-pin-halo" cx="{mm(badge_x)}" cy="{mm(badge_y)}" '
        f'r="{mm(pin.radius)}" fill="{PAPER}" {look} stroke-width="1"/>'
    )


def _tip(pin: PlacedPin, x: float, y: float, style: MapStyle) -> str:
    """From the badge, narrowing to the place at (x, y)."""
    _, _, tip, is_leader = _shape(pin, x, y)
    colour = style.accent if pin.pin.highlighted else INK
    if is_leader:
        return (
            f'<path class="map-pin-leader" d="{tip}" fill="none" stroke="{colour}" stroke-width=".5"/>'
            f'<circle class="map-pin-tip" cx="{mm(x)}" cy="{mm(y)}" r=".8" fill="{colour}" '
            f'stroke="{PAPER}" stroke-width=".35"/>'
        )
    return f'<path class="map-pin-tip" d="{tip}" fill="{colour}"/>' if tip else ""


def _badge(pin: PlacedPin, x: float, y: float, style: MapStyle) -> str:
    badge_x, badge_y, _, _ = _shape(pin, x, y)
    colour = style.accent if pin.pin.highlighted else INK
    number = str(pin.pin.number)
    size = pin.radius * (1.25 if len(number) < 3 else 0.95)
    return (
        f'<circle class="map-pin-badge" cx="{mm(badge_x)}" cy="{mm(badge_y)}" r="{mm(pin.radius)}" '
        f'fill="{colour}"/>'
        f'<text class="map-pin-number" x="{mm(badge_x)}" y="{mm(badge_y + size * 0.334)}" '
        f'font-family="{FONT}" font-size="{mm(size)}" font-weight="700" text-anchor="middle" '
        f'fill="{PAPER}">{number}</text>'
    )
