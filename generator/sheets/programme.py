"""The lines of a programme, as the templates of the poster and the newsletter take them."""

from collections.abc import Iterable

from generator.sheets.offers import Data
from generator.views.programme_shapes import DayGroup, LineView
from generator.wording.casing import sentence_case
from generator.wording.words import Words

SIGNS = [{"icon": "beach"}, {"icon": "party-popper"}]
"""The pictograms that `programme.typ` names itself."""


def group_data(group: DayGroup, words: Words) -> Data:
    """A day, or another group of lines; what is sure apart from what is not."""
    return {
        "title": sentence_case(words.language, group.title),
        "weekday": sentence_case(words.language, group.weekday),
        "day": group.day,
        "holidays": list(group.holidays),
        "sure": lines_data(group.sure),
        "unsure": lines_data(group.unsure),
    }


def lines_data(lines: Iterable[LineView]) -> list[Data]:
    return [
        {
            "name": line.link.text,
            "pictogram": line.link.pictogram or "",
            "function": line.function,
            "when": list(line.when),
            "where": line.where,
            "number": line.number,
            "price": line.price,
            "sure": line.sure,
            "mark": line.mark,
            "cancelled": line.cancelled,
            "feast": line.feast,
            "notes": list(line.notes),
        }
        for line in lines
    ]
