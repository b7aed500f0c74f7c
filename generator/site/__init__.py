"""The website: views in, a folder of pages out. `build_site` is the door."""

from generator.site.building import build_site, preview_site
from generator.site.pages import render_pages
from generator.site.plugin import SitePlugin
from generator.site.shapes import Download, Handwritten, Page, SiteInput

__all__ = [
    "Download",
    "Handwritten",
    "Page",
    "SiteInput",
    "SitePlugin",
    "build_site",
    "preview_site",
    "render_pages",
]
