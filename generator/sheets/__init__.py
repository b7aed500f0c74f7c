"""The sheets on paper: flyers, brochure, binder, map, poster and newsletter; pictures for shared pages."""

from generator.sheets.cards import render_cards
from generator.sheets.flyer import flyer_of
from generator.sheets.newsletter import newsletter_name
from generator.sheets.render import (
    Flyers,
    flyers_under_way,
    render_binder,
    render_newsletter,
    render_poster,
    render_products,
    render_sheets,
    render_swap,
    swap_name,
)
from generator.sheets.stationery import Stationery
from generator.sheets.tongue import Tongue

__all__ = [
    "Flyers",
    "Stationery",
    "Tongue",
    "flyer_of",
    "flyers_under_way",
    "newsletter_name",
    "render_binder",
    "render_cards",
    "render_newsletter",
    "render_poster",
    "render_products",
    "render_sheets",
    "render_swap",
    "swap_name",
]
