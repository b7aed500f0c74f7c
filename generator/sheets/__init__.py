"""The sheets on paper: flyers, brochure, binder, map, poster and newsletter; pictures for shared pages."""

from generator.sheets.cards import card_data_of_first, card_data_of_other, render_cards
from generator.sheets.facing import facing_data
from generator.sheets.flyer import FOLDER as FLYERS
from generator.sheets.flyer import flyer_data, flyer_name, flyer_of
from generator.sheets.forms import FormRecord, form_file, form_files, named_form
from generator.sheets.newsletter import newsletter_name
from generator.sheets.render import (
    product_names,
    render_binder,
    render_form,
    render_newsletter,
    render_partners,
    render_poster,
    render_products,
    render_swap,
    small_names,
    small_sheets_under_way,
    swap_name,
)
from generator.sheets.stationery import Stationery
from generator.sheets.tongue import Tongue
from generator.sheets.typesetting import Typesetter

__all__ = [
    "FLYERS",
    "FormRecord",
    "Stationery",
    "Tongue",
    "Typesetter",
    "card_data_of_first",
    "card_data_of_other",
    "facing_data",
    "flyer_data",
    "flyer_name",
    "flyer_of",
    "form_file",
    "form_files",
    "named_form",
    "newsletter_name",
    "product_names",
    "render_binder",
    "render_cards",
    "render_form",
    "render_newsletter",
    "render_partners",
    "render_poster",
    "render_products",
    "render_swap",
    "small_names",
    "small_sheets_under_way",
    "swap_name",
]
