"""What the feeds are made of: plain values, no files."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.views.plain_facts import PlainFacts
from generator.views.series_shapes import Series
from generator.views.shapes import GuideView
from generator.wording.words import Words


@dataclass(frozen=True)
class FeedSource:
    """The guides by language; the first language is at the root of the site."""

    guides: Mapping[str, GuideView]
    words: Mapping[str, Words]
    series: Mapping[str, tuple[Series, ...]]
    """Id of an offer -> when it takes place; only those that have dates."""
    facts: PlainFacts
    site_url: str
    site_name: str

    @property
    def root(self) -> str:
        """The address of the site, with a slash at its end."""
        return self.site_url.rstrip("/") + "/"

    def folder(self, language: str) -> str:
        """Where a language is below the root: empty for the first one, "fr/" for the others."""
        return "" if language == self._first else f"{language}/"

    def base(self, language: str) -> str:
        """The address of a language's folder."""
        return self.root + self.folder(language)

    def split(self, path: str) -> tuple[str, str]:
        """The language of a path from the root, and the path below its folder."""
        folder, slash, below = path.partition("/")
        other = slash and folder in self.guides and folder != self._first
        return (folder, below) if other else (self._first, path)

    @property
    def _first(self) -> str:
        return next(iter(self.guides))
