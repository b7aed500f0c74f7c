"""The pages for who keeps the records, in their own language only: what is due, and the manual."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import markdown
import yaml
from PIL import Image

from generator.site.addresses import MANUAL, STATE, way_up
from generator.site.environment import make_environment
from generator.site.shapes import Page, SiteInput

_FRONT_MATTER = "---\n"
_PICTURE = re.compile(r'<img alt="([^"]*)" src="pictures/handleiding/([^"/]+)" />')
_EXTENSIONS = ("fenced_code", "toc", "sane_lists")


def staff_pages(site: SiteInput) -> Iterator[Page]:
    """They are not for search engines, nor for the copies on phones."""
    if site.state:
        state = site.state()
        yield _page(site, STATE, "staff_state.html", state.title, state.lead, state=state)
    if site.manual:
        _, head, text = site.manual.split(_FRONT_MATTER, 2)
        about = yaml.safe_load(head)
        reader = markdown.Markdown(extensions=_EXTENSIONS)
        # A long line scrolls within its box, with the keys too. The template has the heading.
        body = reader.convert(text).partition("</h1>")[2].replace("<pre>", '<pre tabindex="0">')
        body = _PICTURE.sub(lambda found: _picture(site, *found.groups()), body)
        tokens: list[dict[str, Any]] = getattr(reader, "toc_tokens")  # noqa: B009 - set by its extension
        chapters = [(token["id"], token["name"]) for token in tokens[0]["children"]]
        given = {"body": body, "chapters": chapters}
        yield _page(site, MANUAL, "staff_manual.html", about["title"], about["description"], **given)


def manual_pictures(site: SiteInput) -> dict[str, bytes]:
    """Path from the root of the site -> PNG; they are beside the manual, so no phone keeps them."""
    return {f"{MANUAL}{name}": png for name, png in site.manual_pictures.items()} if site.manual else {}


def _picture(site: SiteInput, words: str, name: str) -> str:
    """With its size, so that nothing moves when it comes in."""
    width, height = Image.open(BytesIO(site.manual_pictures[name])).size
    return f'<img alt="{words}" src="{name}" width="{width}" height="{height}" loading="lazy">'


def _page(site: SiteInput, path: str, template: str, title: str, description: str, **values: object) -> Page:
    environment = make_environment(site.words[site.first_language], site.icons, site.keep)
    body = environment.get_template(template).render(
        guide=site.guides[site.first_language],
        root=way_up(path),
        home=way_up(path),
        page_title=title,
        **values,
    )
    return Page(path, site.first_language, title, description, body, "other", search=False, public=False)
