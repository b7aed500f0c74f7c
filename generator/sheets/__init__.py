"""The sheets on paper: flyers, the welcome brochure, the binder and the wall map."""

from generator.sheets.flyer import flyer_of
from generator.sheets.render import (
    Flyers,
    flyers_under_way,
    render_binder,
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
    "render_binder",
    "render_products",
    "render_sheets",
    "render_swap",
    "swap_name",
]
