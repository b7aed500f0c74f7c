"""What the poster of a week shows: the same on A4 and on A3."""

from datetime import date
from math import sqrt

from generator.sheets.enlarging import enlarge
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, qr_data
from generator.sheets.programme import SIGNS, group_data, lines_data
from generator.views.programme_shapes import PosterView
from generator.views.shapes import GuideView
from generator.wording.dates import full_date
from generator.wording.words import Words

PAPERS = ("weekblad.pdf", "weekblad-a3.pdf")
A3 = (297, 420)
"""Width and height in millimetres."""


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
