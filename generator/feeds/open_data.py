"""Everything that other systems can take from a site, as files: `render_open_data` is the door."""

from collections.abc import Mapping
from datetime import timedelta

from generator.feeds import atom, geojson, guide_json, table
from generator.feeds.hsds import render_hsds
from generator.feeds.uitdatabank import render_uitdatabank
from generator.views.published_shapes import PublishedGuide
from generator.views.shapes import GuideView
from generator.wording.words import Words

SECURITY_FILE = ".well-known/security.txt"
_SECURITY_HOLDS = timedelta(days=364)
"""RFC 9116 advises less than a year: by then somebody has built the site anew."""


def render_open_data(
    guide: PublishedGuide,
    views: Mapping[str, GuideView],
    words: Mapping[str, Words],
) -> dict[str, bytes]:
    """Path from the root of the site -> bytes. The first language of `views` has no folder of its own."""
    first = next(iter(views))
    _, names = words[first].gettext, dict(words[first].locale.languages)
    files = (
        render_hsds(guide, names, _)
        | render_uitdatabank(guide, _)
        | {
            guide_json.FILE: guide_json.render_guide(guide),
            guide_json.SCHEMA_FILE: guide_json.render_schema(guide),
            geojson.FILE: geojson.render_places(guide),
            table.FILE: table.render_table(guide, _),
        }
    )
    for language, view in views.items():
        folder = "" if language == first else f"{language}/"
        files[folder + atom.FILE] = atom.render_feed(guide, view, folder)
    if guide.security:
        files[SECURITY_FILE] = _security(guide)
    return files


def _security(guide: PublishedGuide) -> bytes:
    """security.txt (RFC 9116): whom to tell of a hole in the website."""
    lines = (
        f"Contact: mailto:{guide.security}",
        f"Expires: {(guide.date + _SECURITY_HOLDS).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(guide.languages)}",
        f"Canonical: {guide.site}{SECURITY_FILE}",
    )
    return "\n".join((*lines, "")).encode()
