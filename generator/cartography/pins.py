"""Numbered pins: the badge beside the place, never over another badge, always linked to it.

Where places lie close together a badge stands further off; the tip from badge to place
then becomes a thin leader line.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import acos, atan2, cos, hypot, pi, sin

from generator.cartography.canvas import Canvas, attribute, mm
from generator.cartography.geodata import Box
from generator.cartography.room import Circle, circles_along
from generator.cartography.style import FONT, HIDDEN, INK, PAPER, MapStyle, Pin

_GAP = 0.7
"""mm of air between two badges."""
_PLACE = 0.6
"""mm around each place that no badge covers."""
_LARGER = 1.25
"""How much larger the highlighted pin is."""
_LEAST, _GROWTH = 0.62, 0.5
"""Where the whole map is on a small screen, pins are a little smaller too."""
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

    def circles(self) -> list[Circle]:
        """The room that the badge and its tip take."""
        tip = circles_along([(self.x, self.y), (self.badge_x, self.badge_y)], self.radius * 0.3)
        return [(self.badge_x, self.badge_y, self.radius * 1.1), *tip]


def place_pins(pins: Sequence[Pin], canvas: Canvas, style: MapStyle, zoom: float = 1.0) -> list[PlacedPin]:
    """The pins that lie within the frame, each badge where it covers no other badge and no place.

    A badge stands right above its place if it can, else beside it, else further off. At a
    zoom below 1 everything lies closer together, so that badges have to make way further.
    """
    seen = sorted(
        (pin for pin in pins if canvas.frame.contains(pin.lat, pin.lon)),
        key=lambda pin: (not pin.highlighted, -pin.lat, pin.number),
    )
    places = [canvas.place(pin.lat, pin.lon) for pin in seen]
    placed: list[PlacedPin] = []
    box = canvas.box
    for pin, (x, y) in zip(seen, places, strict=True):
        radius = (
            style.pin_mm / 2 * min(1, _LEAST + _GROWTH * zoom) * (_LARGER if pin.highlighted else 1) / zoom
        )
        spots = (
            PlacedPin(pin, x, y, x + away * radius * sin(turn), y - away * radius * cos(turn), radius)
            for away, turn in _SPOTS
        )
        placed.append(_best(spots, placed, places, box, zoom))
    # The highlighted pin is drawn last, on top.
    return placed[::-1]


def _best(
    spots: Iterable[PlacedPin],
    placed: Sequence[PlacedPin],
    places: Sequence[tuple[float, float]],
    box: Box,
    zoom: float,
) -> PlacedPin:
    """The first spot where the badge is apart and clear; else the first where it is apart; else the first."""
    first = next_best = None
    for spot in spots:
        first = first or spot
        if _is_apart(spot, placed, box, _GAP / zoom):
            if _is_clear(spot, placed, places, _PLACE / zoom):
                return spot
            next_best = next_best or spot
    best = next_best or first
    assert best, "there is always a spot"
    return best


def _is_apart(spot: PlacedPin, placed: Sequence[PlacedPin], box: Box, gap: float) -> bool:
    """Whether the badge is on the map and overlaps no other badge."""
    left, top, right, bottom = box
    edge = spot.radius + gap
    return (
        left + edge <= spot.badge_x <= right - edge
        and top + edge <= spot.badge_y <= bottom - edge
        and all(
            hypot(spot.badge_x - other.badge_x, spot.badge_y - other.badge_y)
            >= spot.radius + other.radius + gap
            for other in placed
        )
    )


def _is_clear(
    spot: PlacedPin, placed: Sequence[PlacedPin], places: Sequence[tuple[float, float]], around: float
) -> bool:
    """Whether the badge covers no place, and no tip runs below a badge."""
    return all(hypot(spot.badge_x - x, spot.badge_y - y) >= spot.radius + around for x, y in places) and all(
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


def draw_pins(layouts: Sequence[tuple[float, Sequence[PlacedPin]]], style: MapStyle) -> str:
    """All pins, as they lie at each zoom; on paper first every tip, then every badge."""
    if style.medium == "web":
        found: defaultdict[Pin, list[tuple[float, PlacedPin]]] = defaultdict(list)
        for zoom, placed in layouts:
            for pin in placed:
                found[pin.pin].append((zoom, pin))
        by_number = sorted(found, key=lambda pin: pin.number)  # as the Tab key walks
        return f'<g class="map-pins">{"".join(_web_pin(pin, found[pin], style) for pin in by_number)}</g>'
    ((_, placed),) = layouts
    halos = "".join(_halo(pin, pin.x, pin.y) for pin in placed)
    tips = "".join(_tip(pin, pin.x, pin.y, style) for pin in placed)
    badges = "".join(_badge(pin, pin.x, pin.y, style) for pin in placed)
    return f'<g class="map-pins">{halos}{tips}{badges}</g>'


def _web_pin(pin: Pin, layouts: Sequence[tuple[float, PlacedPin]], style: MapStyle) -> str:
    """A link drawn around the place itself, so that it can keep its size when zoomed.

    For each zoom at which its badge moves there is a drawing; without a script that of zoom 1.
    """
    name = attribute(f"{pin.number}. {pin.label}")
    as_seen = [(zoom, _as_seen(placed, zoom)) for zoom, placed in layouts]
    moved = [now for before, now in zip([None, *as_seen], as_seen, strict=False) if _differ(before, now)]
    shown = max((zoom for zoom, _ in moved if zoom <= 1), default=moved[0][0])
    drawing = "".join(
        f'<g data-zoom="{mm(zoom)}"{"" if zoom == shown else HIDDEN}>'
        f"{_halo(placed, 0, 0)}{_tip(placed, 0, 0, style)}{_badge(placed, 0, 0, style)}</g>"
        for zoom, placed in moved
    )
    at = layouts[0][1]
    kind = "map-pin map-pin-highlighted" if pin.highlighted else "map-pin"
    opening = (
        f'id="{style.id_prefix}-pin-{pin.number}" class="{kind}" data-number="{pin.number}" '
        f'transform="translate({mm(at.x)} {mm(at.y)})" aria-label="{name}"'
    )
    if pin.href:
        return f'<a href="{attribute(pin.href)}" {opening}><title>{name}</title>{drawing}</a>'
    return f'<g role="img" {opening}><title>{name}</title>{drawing}</g>'


def _as_seen(placed: PlacedPin, zoom: float) -> PlacedPin:
    """The pin around its place, in the size that it has for the eye at that zoom."""
    away_x, away_y = (placed.badge_x - placed.x) * zoom, (placed.badge_y - placed.y) * zoom
    return PlacedPin(placed.pin, 0, 0, away_x, away_y, placed.radius * zoom)


def _differ(before: tuple[float, PlacedPin] | None, now: tuple[float, PlacedPin]) -> bool:
    if before is None:
        return True
    (_, one), (_, other) = before, now
    moved = hypot(one.badge_x - other.badge_x, one.badge_y - other.badge_y)
    return moved > 0.05 or abs(one.radius - other.radius) > 0.05


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
