"""The sheets on paper: flyers, brochure, binder, map, poster and newsletter; pictures for shared pages."""

from generator.sheets.cards import render_cards
from generator.sheets.flyer import FOLDER as FLYERS
from generator.sheets.flyer import flyer_of
from generator.sheets.forms import FormRecord, form_file
from generator.sheets.newsletter import newsletter_name
from generator.sheets.render import (
    SmallSheets,
    render_binder,
    render_form,
    render_newsletter,
    render_poster,
    render_products,
    render_swap,
    small_sheets_under_way,
    swap_name,
)
from generator.sheets.stationery import Stationery
from generator.sheets.tongue import Tongue

__all__ = [
    "FLYERS",
    "FormRecord",
    "SmallSheets",
    "Stationery",
    "Tongue",
    "flyer_of",
    "form_file",
    "newsletter_name",
    "render_binder",
    "render_cards",
    "render_form",
    "render_newsletter",
    "render_poster",
    "render_products",
    "render_swap",
    "small_sheets_under_way",
    "swap_name",
]
