"""The open data of a neighbourhood, without the rest of a build."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.editions import bind, stamped
from generator.feeds.open_data import render_open_data
from generator.newsletters import with_newsletters
from generator.project import Project, words_of
from generator.source import load, view_languages
from generator.views.published import publish_guide
from generator.views.published_shapes import PublishedGuide
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED, ROOT

HSDS = "data/hsds/"


@dataclass(frozen=True)
class OpenData:
    """The shapes, and the files made of them."""

    guide: PublishedGuide
    files: Mapping[str, bytes]

    def json(self, path: str) -> Any:
        return json.loads(self.files[path])

    def records(self, shelf: str) -> list[Any]:
        """All records of HSDS of one kind, each from its own file."""
        folder = f"{HSDS}{shelf}/"
        return [
            self.json(path)
            for path in self.files
            if path.startswith(folder) and not path.startswith(f"{folder}page-")
        ]


@cache
def open_data(root: Path, day: str = TODAY) -> OpenData:
    """In the first two languages of the site."""
    today = date.fromisoformat(day)
    source = load(Project(root), today)
    guides = view_languages(source, source.languages[:2])
    standing = bind(source, guides[source.languages[0]]).standing
    guides = {
        language: with_newsletters(source, stamped(source, guide, standing), standing)
        for language, guide in guides.items()
    }
    words = {language: words_of(language) for language in guides}
    guide = publish_guide(source.guide, guides, words, source.settings.url, today)
    return OpenData(guide, render_open_data(guide, guides, words))


BOTH = (INVENTED, ROOT)
"""An invented neighbourhood that has a bit of everything, and the real one."""
