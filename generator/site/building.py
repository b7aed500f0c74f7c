"""Runs MkDocs over a neighbourhood's folder and fills in the generated pages."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.base import load_config

from generator.site.plain_shell import THEME
from generator.site.plugin import FramePlugin, SitePlugin
from generator.site.shapes import Handwritten, SiteInput
from generator.site.shell import Shell

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
        plugin = SitePlugin(site)
        _build(plugin, config_file, built, nothing)
        for made in sorted(built.iterdir()):
            _move_into(out, made)
    return plugin.pages


@dataclass(frozen=True)
class Frames:
    """What MkDocs makes of one language: the shell of its pages, and the files of content/."""

    shell: Shell
    handwritten: tuple[Handwritten, ...]
    """The pages of content/, in all languages."""
    files: Mapping[str, bytes]
    """Path -> bytes, of the hand-written pages in that language and of what lies beside them."""


def build_frames(site: SiteInput, config_file: Path, language: str) -> Frames:
    """Lets MkDocs render the shell and the hand-written pages of a language, and nothing else."""
    with TemporaryDirectory() as folder:
        built, nothing = Path(folder, "site"), Path(folder, "nothing")
        nothing.mkdir()
        plugin = FramePlugin(site, language)
        _build(plugin, config_file, built, nothing)
        files = {
            path.relative_to(built).as_posix(): path.read_bytes()
            for path in sorted(built.rglob("*"))
            if path.is_file()
        }
        return Frames(plugin.shell, plugin.site.handwritten, files)


def _build(plugin: SitePlugin, config_file: Path, built: Path, nothing: Path) -> None:
    config = load_config(
        config_file=str(config_file),
        site_dir=str(built),
        hooks=[],
        **mkdocs_settings(config_file, nothing),
    )
    config.plugins["stekwijzer"] = plugin
    build(config)


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
