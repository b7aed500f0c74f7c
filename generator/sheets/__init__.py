"""The sheets on paper: flyers, the welcome brochure, the binder and the wall map."""

from generator.sheets.render import render_binder, render_sheets, render_swap, swap_name
from generator.sheets.stationery import Stationery

__all__ = ["Stationery", "render_binder", "render_sheets", "render_swap", "swap_name"]
