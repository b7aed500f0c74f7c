"""What search engines read: the sitemap and robots.txt."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from generator.site.addresses import absolute
from generator.site.shapes import Handwritten, Page, translations_of


def render_sitemap(site_url: str, pages: Iterable[Page], handwritten: Sequence[Handwritten]) -> str:
    """One sitemap of all languages, with the translations of each page beside it."""
    entries = [(page.path, page.alternates) for page in pages if page.public]
    entries += [(page.path, translations_of(page, handwritten)) for page in handwritten]
    lines = [_entry(site_url, path, alternates) for path, alternates in sorted(entries)]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(lines)
        + "</urlset>\n"
    )


def _entry(site_url: str, path: str, alternates: tuple[tuple[str, str], ...]) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(address)}/>'
        for language, address in ((code, absolute(site_url, other)) for code, other in alternates)
    )
    return f"<url><loc>{escape(absolute(site_url, path))}</loc>{links}</url>\n"


def render_robots(site_url: str) -> str:
    return f"User-agent: *\nAllow: /\nSitemap: {absolute(site_url, 'sitemap.xml')}\n"
