"""Fills the shell with a page: its texts, its addresses, its place in the navigation."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.site.addresses import absolute, language_folder
from generator.site.frame import full_title
from generator.site.shapes import Page
from generator.site.shell import MARKS, Shell
from generator.site.text_index import MARK
from generator.site.translated import language_switch


@dataclass(frozen=True)
class Whereabouts:
    """The site that a page belongs to."""

    url: str
    name: str
    first_language: str
    languages: tuple[tuple[str, str], ...]
    """Code and own name of each, as the language of the page has them."""


def fill_shell(
    shell: Shell, page: Page, site: Whereabouts, root: str, *, head: Markup, picture: str = ""
) -> str:
    """The whole page. `root` leads from it to the root of the site, `head` goes into its head."""
    folder = language_folder(page.language, site.first_language)
    values = dict.fromkeys(MARKS, "")
    values |= {
        "title": escape(full_title(page.title, site.name)),
        "description": escape(page.description),
        "canonical": escape(absolute(site.url, page.path)),
        "alternates": head,
        "languages": language_switch(site.languages, page.language, page.alternates, root),
        "root": root,
        "home": root + folder if folder else root,
        "kind": page.kind,
        "picture": escape(picture),
        "search": MARK if page.search else "",
        "body": page.body,
    }
    if f"current-{page.kind}" in MARKS:
        values[f"current-{page.kind}"] = ' aria-current="true"'
    return shell.fill(values)
