"""The sheets on paper: flyers, the welcome brochure, the binder, the wall map, the poster and the newsletter."""

from generator.sheets.newsletter import newsletter_name
from generator.sheets.render import (
    render_binder,
    render_newsletter,
    render_poster,
    render_sheets,
    render_swap,
    swap_name,
)
from generator.sheets.stationery import Stationery

__all__ = [
    "Stationery",
    "newsletter_name",
    "render_binder",
    "render_newsletter",
    "render_poster",
    "render_sheets",
    "render_swap",
    "swap_name",
]
