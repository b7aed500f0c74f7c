"""The sheets on paper: flyers, brochure, binder, map, poster and newsletter; pictures for shared pages."""

from generator.sheets.cards import render_cards
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
    "render_cards",
    "render_newsletter",
    "render_poster",
    "render_sheets",
    "render_swap",
    "swap_name",
]
