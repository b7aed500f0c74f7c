"""Numbered pins: the badge beside the place, never over another badge, always linked to it.

Where places lie close together a badge stands further off; the tip from badge to place
then becomes a thin leader line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, atan2, cos, hypot, pi, sin

from generator.cartography.canvas import Canvas, attribute, mm
from generator.cartography.geodata import Box
from generator.cartography.room import Circle, circles_along
from generator.cartography.style import FONT, INK, PAPER, MapStyle, Pin

_GAP = 0.7
"""mm of air between two badges."""
_PLACE = 0.6
"""mm around each place that no badge covers."""
_LARGER = 1.25
"""How much larger the highlighted pin is."""
_SPOTS = sorted(
    ((1.75 * 1.25**ring, turn * pi / 12) for ring in range(16) for turn in range(-11, 13)),
    key=lambda spot: (spot[0] * (1 + 0.25 * abs(spot[1])), abs(spot[1]), spot[1]),
)
"""Where a badge may stand: radii away from the place, and radians from straight up; best first."""


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
        """The room that the badge and its tip take, drawn that many times smaller."""
        badge_x = self.x + (self.badge_x - self.x) / shrunk
        badge_y = self.y + (self.badge_y - self.y) / shrunk
        radius = self.radius / shrunk
        tip = circles_along([(self.x, self.y), (badge_x, badge_y)], radius * 0.3)
        return [(badge_x, badge_y, radius + 0.35 / shrunk), *tip]


def place_pins(pins: Sequence[Pin], canvas: Canvas, style: MapStyle) -> list[PlacedPin]:
    """The pins that lie within the frame, each badge where it covers no other badge and no place.

    A badge stands right above its place if it can, else beside it, else further off.
    """
    seen = sorted(
        (pin for pin in pins if canvas.frame.contains(pin.lat, pin.lon)),
        key=lambda pin: (not pin.highlighted, -pin.lat, pin.number),
    )
    places = [canvas.place(pin.lat, pin.lon) for pin in seen]
    placed: list[PlacedPin] = []
    for pin, (x, y) in zip(seen, places, strict=True):
        radius = style.pin_mm / 2 * (_LARGER if pin.highlighted else 1)
        spots = [
            PlacedPin(pin, x, y, x + away * radius * sin(turn), y - away * radius * cos(turn), radius)
            for away, turn in _SPOTS
        ]
        apart = [spot for spot in spots if _is_apart(spot, placed, canvas.box)]
        clear = (spot for spot in apart if _is_clear(spot, placed, places))
        placed.append(next(clear, None) or next(iter(apart), spots[0]))
    # The highlighted pin is drawn last, on top.
    return placed[::-1]


def _is_apart(spot: PlacedPin, placed: Sequence[PlacedPin], box: Box) -> bool:
    """Whether the badge is on the map and overlaps no other badge."""
    left, top, right, bottom = box
    edge = spot.radius + _GAP
    return (
        left + edge <= spot.badge_x <= right - edge
        and top + edge <= spot.badge_y <= bottom - edge
        and all(
            hypot(spot.badge_x - other.badge_x, spot.badge_y - other.badge_y)
            >= spot.radius + other.radius + _GAP
            for other in placed
        )
    )


def _is_clear(spot: PlacedPin, placed: Sequence[PlacedPin], places: Sequence[tuple[float, float]]) -> bool:
    """Whether the badge covers no place, and no tip runs below a badge."""
    return all(hypot(spot.badge_x - x, spot.badge_y - y) >= spot.radius + _PLACE for x, y in places) and all(
        _off_tip(spot, other.badge_x, other.badge_y) >= other.radius
        and _off_tip(other, spot.badge_x, spot.badge_y) >= spot.radius
        for other in placed
    )


def _off_tip(pin: PlacedPin, x: float, y: float) -> float:
    """How far a point is from the line between a place and its badge."""
    along_x, along_y = pin.badge_x - pin.x, pin.badge_y - pin.y
    share = ((x - pin.x) * along_x + (y - pin.y) * along_y) / (along_x**2 + along_y**2)
    share = min(1.0, max(0.0, share))
    return hypot(pin.x + share * along_x - x, pin.y + share * along_y - y)


def draw_pins(placed: Sequence[PlacedPin], style: MapStyle) -> str:
    """All pins; on paper first every tip, then every badge, so that no number is covered."""
    if style.medium == "web":
        by_number = sorted(placed, key=lambda pin: pin.pin.number)  # as the Tab key walks
        return f'<g class="map-pins">{"".join(_web_pin(pin, style) for pin in by_number)}</g>'
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
