"""What the poster of a week shows: the same on A4 and on A3.

Of very many offers it takes many sheets, set in parts: a change sets again the few that it is on.
"""

import json
from collections.abc import Sequence
from datetime import date
from itertools import islice
from math import sqrt
from typing import Any

from generator.sheets.enlarging import enlarge
from generator.sheets.joining import ONE_LOWER, join_parts
from generator.sheets.labels import sheet_data
from generator.sheets.measuring import heights_of
from generator.sheets.offers import Data, Typeset, qr_data
from generator.sheets.programme import SIGNS, group_data, lines_data
from generator.views.programme_shapes import PosterView
from generator.views.shapes import GuideView
from generator.wording.dates import full_date
from generator.wording.words import Words

PAPERS = ("weekblad.pdf", "weekblad-a3.pdf")
A3 = (297, 420)
"""Width and height in millimetres."""
LINES_AT_ONCE = 150
"""With more, it has the smallest type for certain, and is set in parts."""
PAGES_PER_PART = 2

_Group = tuple[Data, list[Data | None]]
"""What it is, and its lines; None stands where it says to ask first."""


def set_poster(guide: GuideView, poster: PosterView, words: Words, typeset: Typeset) -> bytes:
    """The poster on A4."""
    data = poster_data(guide, poster, words)
    groups = _groups(data)
    if sum(len(lines) for _group, lines in groups) <= LINES_AT_ONCE:
        return typeset([("poster", data)])[0]
    common = {key: value for key, value in data.items() if key not in ("days", "undated")}
    pages = _pages(groups, common, typeset)
    parts = [
        {
            **common,
            "pages": pages[at : at + PAGES_PER_PART],
            "first": at + 1,
            "count": len(pages),
            "level": 1 if at else 2,
        }
        for at in range(0, len(pages), PAGES_PER_PART)
    ]
    later = range(1, len(parts))
    return join_parts(typeset([("poster", part) for part in parts]), later, dict.fromkeys(later, ONE_LOWER))


def _groups(data: Data) -> list[_Group]:
    """Each day, and at the end what has no date."""
    days: Any = data["days"]
    undated: Any = data["undated"]
    groups: list[_Group] = []
    for day in days:
        lines = [*day["sure"], *([None] if day["unsure"] else []), *day["unsure"]]
        head = {key: day[key] for key in ("weekday", "day", "holidays")}
        groups.append(({"day": head, "empty": not lines}, lines))
    if undated:
        sure, unsure = ([line for line in undated if line["sure"] is told] for told in (True, False))
        groups.append(({"day": None}, [*sure, *unsure]))
    return groups


def _pages(groups: Sequence[_Group], common: Data, typeset: Typeset) -> list[list[list[Data]]]:
    """The columns of each page: some lines of a group, some of the next."""
    lines = [line for _group, some in groups for line in some if line]
    heights = iter(heights_of(lines, "line-plan", common, lambda line: line["name"], typeset))
    measured = [
        {**group, "heights": [None if line is None else next(heights) for line in some]}
        for group, some in groups
    ]
    plan = json.loads(typeset([("poster-plan", {**common, "groups": measured})])[0])
    left = [iter(some) for _group, some in groups]
    columns = [
        [
            {"group": groups[some["group"]][0], "lines": list(islice(left[some["group"]], some["count"]))}
            for some in column
        ]
        for column in plan
    ]
    return [columns[at : at + 2] for at in range(0, len(columns), 2)]


def on_a3(poster: bytes) -> bytes:
    """The same, larger."""
    return enlarge(poster, sqrt(2), A3)


def poster_data(guide: GuideView, poster: PosterView, words: Words) -> Data:
    """The data of `poster.typ`."""
    _ = words.gettext
    made = full_date(words, date.fromisoformat(guide.today))
    return {
        **sheet_data(guide, _("What is there to do? {week}").format(week=poster.title), words),
        "week": poster.title,
        "holidays": list(poster.holiday_lines),
        "days": [group_data(day, words) for day in poster.days],
        "undated": lines_data(poster.undated),
        "empty": not poster.undated and not any(day.lines for day in poster.days),
        "qr": qr_data(guide.calendar_code),
        "made": _("Made on {date}").format(date=made),
        "marks": SIGNS,
    }
