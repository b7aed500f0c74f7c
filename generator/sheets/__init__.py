"""The sheets on paper: flyers, the welcome brochure, the binder and the wall map."""

from generator.sheets.forms import FormRecord, form_file
from generator.sheets.render import render_binder, render_form, render_sheets, render_swap, swap_name
from generator.sheets.stationery import Stationery

__all__ = [
    "FormRecord",
    "Stationery",
    "form_file",
    "render_binder",
    "render_form",
    "render_sheets",
    "render_swap",
    "swap_name",
]
