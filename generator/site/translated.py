"""Links from a page to itself in the other languages: for people, and for search engines."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.site.addresses import absolute


def alternate_links(site_url: str, alternates: Iterable[tuple[str, str]]) -> Markup:
    """For the head of the page. `alternates`: (language, path from the root), its own included."""
    line = Markup('<link rel="alternate" hreflang="{}" href="{}">\n')
    return Markup().join(line.format(language, absolute(site_url, path)) for language, path in alternates)


def language_switch(
    languages: Iterable[tuple[str, str]], language: str, alternates: Iterable[tuple[str, str]], root: str
) -> Markup:
    """The same page in every language, each named in itself; nothing if there is only this one.

    `languages`: (code, own name).
    """
    names = dict(languages)
    line = Markup('<li><a href="{0}{1}" lang="{2}" hreflang="{2}" dir="auto"{3}>{4}</a></li>')
    current = Markup(' aria-current="true"')
    items = Markup().join(
        line.format(root, path, code, current if code == language else "", names.get(code, code))
        for code, path in alternates
    )
    return Markup('<ul class="languages" role="list">{}</ul>').format(items) if items else Markup()
