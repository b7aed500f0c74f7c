"""Gathers what other systems get of the guide."""

from collections.abc import Mapping

from generator.feeds.open_data import render_open_data
from generator.source import Source
from generator.views.published import publish_guide
from generator.views.shapes import GuideView
from generator.wording.words import Words


def open_data_of(
    source: Source, guides: Mapping[str, GuideView], words: Mapping[str, Words]
) -> Mapping[str, bytes]:
    """Path from the root of the site -> file; `guides` and `words` by language."""
    guide = publish_guide(source.guide, guides, words, source.settings.url, source.today)
    return render_open_data(guide, guides, words)
