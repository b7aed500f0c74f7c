"""What a thumb can hit on a page."""

from playwright.sync_api import Page

LEAST = 44
"""CSS pixels: what a thumb hits (WCAG 2.5.5); links within a line of text are exempt."""

_TOO_SMALL = """least => [...document.querySelectorAll("a[href], button, input, select, summary, textarea")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest("[inert]"))
  .filter(e => !(getComputedStyle(e).display === "inline"))
  .filter(e => !e.closest("svg"))
  .map(e => [e, e.closest("label") ? e.closest("label").getBoundingClientRect() : e.getBoundingClientRect()])
  .filter(([e, box]) => box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0)
  .filter(([e, box]) => Math.round(box.width) < least || Math.round(box.height) < least)
  .map(([e, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`)"""


def too_small(page: Page) -> list[str]:
    """Everything that can be tapped and is too small for it: its size and its HTML."""
    found: list[str] = page.evaluate(_TOO_SMALL, LEAST)
    return found
