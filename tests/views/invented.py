"""The invented neighbourhood in Dutch, read from its files, on the day of the tests."""

from datetime import date
from functools import cache

from generator.project import Project
from generator.source import load, view_languages
from generator.views.shapes import GuideView
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED


@cache
def view_invented(today: str = TODAY) -> GuideView:
    source = load(Project(INVENTED), date.fromisoformat(today))
    return view_languages(source, ("nl",))["nl"]
