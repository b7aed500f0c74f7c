"""Runs MkDocs over a neighbourhood's folder and fills in the generated pages."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config.base import load_config

from generator.site.plugin import SitePlugin
from generator.site.shapes import SiteInput

THEME = Path(__file__).parent / "theme"
MARKDOWN_EXTENSIONS = ("attr_list", "def_list", "md_in_html", "tables", "toc")
"""What hand-written pages may use; mkdocs.yml names the same."""


def build_site(site: SiteInput, config_file: Path, out: Path) -> int:
    """Writes the whole site into the folder `out`, beside what is there; returns the number of pages.

    The neighbourhood's mkdocs.yml needs only `site_name` and `site_url`, and a folder
    content/ beside it for hand-written pages; theme and settings are ours.
    """
    out.mkdir(parents=True, exist_ok=True)
    # MkDocs empties the folder that it builds in, so it gets one of its own; within `out`, so
    # that what it made only has to be renamed.
    with TemporaryDirectory(prefix=".site-", dir=out) as folder:
        built, nothing = Path(folder, "site"), Path(folder, "nothing")
        nothing.mkdir()
        config = load_config(
            config_file=str(config_file),
            site_dir=str(built),
            hooks=[],
            **mkdocs_settings(config_file, nothing),
        )
        plugin = SitePlugin(site)
        config.plugins["stekwijzer"] = plugin
        build(config)
        for made in sorted(built.iterdir()):
            _move_into(out, made)
    return plugin.pages


def preview_site(config_file: Path, hook: Path, nothing: Path, port: int) -> None:
    """Serves a neighbourhood's website on this computer, and builds it anew after each change.

    `hook` is the module that adds the generated pages; `nothing` an empty folder. Returns
    when the user stops it (Ctrl-C); raises OSError if the port is taken.
    """
    settings = mkdocs_settings(config_file, nothing)
    serve(str(config_file), hooks=[str(hook)], dev_addr=f"127.0.0.1:{port}", **settings)


def mkdocs_settings(config_file: Path, nothing: Path) -> dict[str, Any]:
    """Settings of MkDocs that a neighbourhood need not write; `nothing` stands in for content/."""
    content = config_file.parent / "content"
    return {
        "docs_dir": str(content if content.is_dir() else nothing),
        "theme": {"name": "material", "custom_dir": str(THEME), "language": "en", "font": False},
        "plugins": [],
        "markdown_extensions": list(MARKDOWN_EXTENSIONS),
    }


def _move_into(out: Path, made: Path) -> None:
    """One file or folder; a folder that is there already takes in what is new."""
    place = out / made.name
    if made.is_dir() and place.is_dir():
        shutil.copytree(made, place, dirs_exist_ok=True)
    else:
        made.replace(place)
