"""The website: views in, a folder of pages out. `build_site` is the door."""

from generator.site.building import Frames, build_frames, build_site
from generator.site.code_pages import former_addresses
from generator.site.frame import shell_frame
from generator.site.live import LiveSite
from generator.site.pages import render_pages
from generator.site.plugin import SitePlugin
from generator.site.shapes import Download, Handwritten, Page, SiteInput
from generator.site.tree import render_tree
from generator.site.writing import TakenError, site_assets

__all__ = [
    "Download",
    "Frames",
    "Handwritten",
    "LiveSite",
    "Page",
    "SiteInput",
    "SitePlugin",
    "TakenError",
    "build_frames",
    "build_site",
    "former_addresses",
    "render_pages",
    "render_tree",
    "shell_frame",
    "site_assets",
]
