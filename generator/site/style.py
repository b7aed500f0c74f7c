"""The colours of the style page, read from the style sheet itself, with the contrast of each pair."""

import re
from dataclasses import dataclass
from pathlib import Path

_SHEET = Path(__file__).parent / "assets" / "site.css"
_ROOT = re.compile(r":root \{(.*?)\}", re.DOTALL)
_VARIABLE = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})\b")
_PAIRS = (
    ("ink", "paper"),
    ("soft", "paper"),
    ("ink", "warm"),
    ("meet", "meet-tint"),
    ("learn", "learn-tint"),
    ("refer", "refer-tint"),
    ("speak", "speak-tint"),
    ("alert", "alert-tint"),
)
"""Which colour stands on which."""


@dataclass(frozen=True)
class Pair:
    """A colour on its ground: names and values in the light and the dark scheme, with their contrasts."""

    front: str
    back: str
    light: tuple[str, str]
    dark: tuple[str, str]
    light_contrast: str
    """As people write it: "8.2"."""
    dark_contrast: str


def pairs() -> tuple[Pair, ...]:
    """Every pair that the site uses for text."""
    light, dark = (dict(_VARIABLE.findall(block)) for block in _ROOT.findall(_SHEET.read_text())[:2])
    return tuple(
        Pair(
            front,
            back,
            (light[front], light[back]),
            (dark[front], dark[back]),
            f"{contrast(light[front], light[back]):.1f}",
            f"{contrast(dark[front], dark[back]):.1f}",
        )
        for front, back in _PAIRS
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ("#22201c") as WCAG reckons it, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
