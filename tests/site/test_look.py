"""The colours of the site can be read, in daylight and in the dark."""

import re

import pytest

from tests.tools.paths import ROOT

CSS = (ROOT / "generator" / "site" / "assets" / "site.css").read_text(encoding="utf-8")
TEXT = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text."""
PAIRS = [
    *(
        (ink, ground)
        for ink in ("ink", "soft")
        for ground in ("paper", "card", "warm", "press", "alert-tint")
    ),
    *((name, f"{name}-tint") for name in ("meet", "learn", "refer", "speak", "alert")),
    *((name, "paper") for name in ("meet", "learn", "refer", "speak", "alert")),
    *(("ink", f"{name}-tint") for name in ("meet", "learn", "refer", "speak")),
    ("paper", "soft"),
]


def colours(scheme: str) -> dict[str, str]:
    """The custom properties of a scheme; the dark one changes only colours."""
    dark = CSS.index("@media (prefers-color-scheme: dark)")
    light_part, dark_part = CSS[:dark], CSS[dark : CSS.index("/* Ground */")]
    part = light_part if scheme == "light" else dark_part
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_has_contrast(scheme: str) -> None:
    palette = colours(scheme)
    weak = []
    for front, back in PAIRS:
        bright, dim = sorted((luminance(palette[front]), luminance(palette[back])), reverse=True)
        ratio = (bright + 0.05) / (dim + 0.05)
        if ratio < TEXT:
            weak.append(f"{front} on {back}: {ratio:.2f}")
    assert weak == []


def test_style_has_no_italics_no_capitals_and_no_physical_sides() -> None:
    """No capitals-only lines; only a first letter may become a capital."""
    assert "italic" not in CSS
    assert all("::first-letter" in rule for rule in re.findall(r"[^}]*\{[^}]*uppercase[^}]*\}", CSS))
    assert not re.search(r"(margin|padding|border)-(left|right)", CSS)
    assert not re.search(r"text-align: (left|right)", CSS)
