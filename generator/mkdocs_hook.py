"""The door for `mkdocs build` and `mkdocs serve`: the same pages as our own build, in Dutch only."""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

# MkDocs loads this file by its path; the package around it must be found too.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.build import load_site_input
from generator.collector import collect_seldom
from generator.problems import BuildStopped, Severity
from generator.project import staff_words, today
from generator.reading.report import render_problem
from generator.site import SitePlugin
from generator.site.preview import last_good, remember

_WATCHED = ("offers.yaml", "socialmap.yaml", "print", "generator")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the records before MkDocs empties its folder: after a mistake the last pages stay."""
    collect_seldom()
    root = Path(config.config_file_path).resolve().parent
    try:
        site = load_site_input(root, today())
    except BuildStopped as stopped:
        before = last_good(root)
        if before is None:
            raise PluginError("\n\n" + _mistakes(stopped)) from None
        # An error would leave the preview hanging until the mistake is mended.
        print("\n" + _mistakes(stopped), file=sys.stderr)
        site = before
    remember(root, site)
    plugin = SitePlugin(site, preview=_is_preview(config))
    config.plugins["stekwijzer"] = plugin
    return plugin.on_config(config)


def _mistakes(stopped: BuildStopped) -> str:
    """All mistakes of the input, as `python -m generator check` shows them."""
    errors = (problem for problem in stopped.problems if problem.severity is Severity.ERROR)
    return "\n\n".join(render_problem(problem, staff_words()) for problem in errors) + "\n"


def _is_preview(config: MkDocsConfig) -> bool:
    """Whether `mkdocs serve` asks: it then puts its own address in place of the site's."""
    return urlsplit(config.site_url or "").netloc == str(config.dev_addr)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    root = Path(config.config_file_path).resolve().parent
    for name in _WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    return server
