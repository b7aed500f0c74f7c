"""One language of the guide, as the sheets need it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.views.binder import Mark
from generator.views.shapes import GuideView
from generator.wording.words import Words


@dataclass(frozen=True)
class Tongue:
    """The guide in one language, its words, and the marks of the binder's sheets in that language."""

    guide: GuideView
    words: Words
    marks: Mapping[str, Mark] = field(default_factory=dict)
