"""The site as a plain tree for other builders: a way out of MkDocs and of Material.

Any program that reads mkdocs.yml, Markdown with front matter and Jinja templates can build it:
properdocs and Zensical are tried in the tests. The frame around the pages is made with our own Jinja,
and is a template of each language; what a page fills in stands in its front matter. No plugin, hook
or theme of anybody carries meaning.

    mkdocs.yml      overrides/<language>.html      docs/<page>.md      docs/: all other files, as they are
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

import yaml
from markupsafe import Markup, escape

from generator.site.assets import preloaded_fonts
from generator.site.building import MARKDOWN_EXTENSIONS
from generator.site.frame import handwritten_frame, shell_frame
from generator.site.page_codes import render_page_codes
from generator.site.pages import render_pages
from generator.site.plain_shell import plain_shell
from generator.site.shapes import Handwritten, SiteInput
from generator.site.shell import MARKS, Shell
from generator.site.versions import link_versions
from generator.site.writing import fill, other_texts, site_assets
from generator.views.prose import FRONT_MATTER, title_of_name

_BODY = """\
{% if page.meta.frame.body is defined %}{{ page.meta.frame.body | safe }}{% else %}<div class="prose page">\
{% if "<h1" not in page.content %}<h1>{{ page.meta.frame.heading | safe }}</h1>
{% endif %}{{ page.content | safe }}</div>{% endif %}"""
"""Ready HTML, or the Markdown of a page that somebody wrote."""
_BETWEEN = "\0"


def render_tree(site: SiteInput, markdown: Mapping[str, str]) -> dict[str, bytes]:
    """Path -> bytes of the whole tree; `markdown` has the hand-written pages: their path in content/ -> text.

    Left out is what needs the finished site: Pagefind's index, and the copies on phones.
    """
    texts = {path: text for path, text in markdown.items() if _language_of(site, path)}
    site = replace(site, handwritten=_handwritten(site, texts), offline=False)
    assets, version = site_assets(site)
    shells = {language: shell_of(site, language) for language in site.guides}
    pages = {f"{page.path}index.html": page for page in render_pages(site)}
    files = {**site.open_data(), **assets, **site.calendars}
    others = dict(other_texts(site, shells, pages.values()))
    others |= render_page_codes(site, (*pages.values(), *site.handwritten))
    files |= {
        name: link_versions(text, version).encode() for name, text in others.items() if name not in pages
    }
    for page in pages.values():
        values = dict(zip(sorted(MARKS), fill(_LISTING, page, site).split(_BETWEEN), strict=True))
        files[f"{page.path}index.md"] = _page(page.language, values, version)
    for path, text in texts.items():
        files[path] = _page(
            _language_of(site, path), _frame_of(site, path, text), version, _without_meta(text)
        )
    tree = {f"docs/{name}": data for name, data in files.items()}
    for language, shell in shells.items():
        tree[f"overrides/{language}.html"] = link_versions(_template(shell), version).encode()
    return tree | {"mkdocs.yml": _settings(site)}


def shell_of(site: SiteInput, language: str) -> Shell:
    """The frame of a language."""
    frame = shell_frame(site, language, preloaded_fonts(site.fonts))
    return plain_shell(frame, site.words[language], site.icons)


_LISTING = Shell((*("", *(part for name in sorted(MARKS) for part in (name, _BETWEEN)))[:-1], ""))
"""A shell that gives the values of a page, one after the other."""


def _template(shell: Shell) -> str:
    """The shell in the builder's own language: each mark is taken from the front matter."""
    parts = (
        (_BODY if part == "body" else f"{{{{ page.meta.frame['{part}'] | safe }}}}")
        if i % 2
        else f"{{% raw %}}{part}{{% endraw %}}"
        for i, part in enumerate(shell.parts)
    )
    return "".join(parts)


def _page(language: str, values: Mapping[str, str], version: str, markdown: str = "") -> bytes:
    frame = {name: link_versions(str(value), version) for name, value in values.items()}
    meta = {"title": Markup(values["title"]).unescape(), "template": f"{language}.html"}
    lines = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in {**meta, "frame": frame}.items()
    ]
    return "\n".join(["---", *lines, "---", markdown]).encode()


def _handwritten(site: SiteInput, texts: Mapping[str, str]) -> tuple[Handwritten, ...]:
    """In the order of the guide's languages, as the language switch names them."""
    order = [*site.guides]
    pages = (_handwritten_page(site, path, text) for path, text in texts.items())
    return tuple(sorted(pages, key=lambda page: order.index(page.language)))


def _handwritten_page(site: SiteInput, path: str, text: str) -> Handwritten:
    slug = path.removesuffix(".md").rpartition("/")[2]
    address = quote(path.removesuffix(".md")) + "/"
    title = str(_meta(text).get("title") or title_of_name(slug))
    return Handwritten(address, _language_of(site, path), title, slug)


def _frame_of(site: SiteInput, path: str, text: str) -> dict[str, str]:
    """What a hand-written page fills in; its body is its Markdown."""
    page = _handwritten_page(site, path, text)
    description = str(_meta(text).get("description") or page.title)
    frame = handwritten_frame(site, page, description, Markup(), (), policy=True)
    values = {name: str(escape(getattr(frame, name))) for name in MARKS - {"body"} if hasattr(frame, name)}
    return {**dict.fromkeys(MARKS - {"body"}, ""), **values, "heading": str(escape(page.title))}


def _language_of(site: SiteInput, path: str) -> str:
    """Of a file of content/; empty if it is no page of this site."""
    folder = path.rpartition("/")[0]
    if not folder:
        return site.first_language
    return folder if folder in site.guides and folder != site.first_language else ""


def _meta(text: str) -> dict[str, object]:
    found = FRONT_MATTER.match(text)
    meta = yaml.safe_load(found[1]) if found else None
    return meta if isinstance(meta, dict) else {}


def _without_meta(text: str) -> str:
    return FRONT_MATTER.sub("", text, count=1)


def _settings(site: SiteInput) -> bytes:
    settings = {
        "site_name": site.site_name,
        "site_url": site.site_url,
        "theme": {"name": None, "custom_dir": "overrides"},
        "plugins": [],
        "markdown_extensions": [
            {"toc": {"permalink": False}} if name == "toc" else name for name in MARKDOWN_EXTENSIONS
        ],
    }
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False).encode()
