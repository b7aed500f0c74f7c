"""What HTML and plain text of a newsletter are both made of, so that they cannot say different things."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.views.programme_shapes import LineView, NewsletterView
from generator.views.shapes import GuideView
from generator.wording.casing import sentence_case
from generator.wording.words import Words


@dataclass(frozen=True)
class Letter:
    """A newsletter, and what surrounds it in a mail."""

    view: NewsletterView
    guide: GuideView
    words: Words
    root: str
    """The full address of the root of this language's site."""
    page: str
    """Where the newsletter is on the website; empty if it has no page there."""
    calendar: str

    def address(self, href: str) -> str:
        return self.root + href

    def title(self, text: str) -> str:
        return sentence_case(self.words.language, text)


def line_facts(line: LineView) -> str:
    """Where it is, with its number on the map, and what it costs."""
    place = str(line.where) if line.where else ""
    if place and line.number is not None:
        place = f"{place} ({line.number})"
    return " · ".join(part for part in (place, line.price) if part)


def where_rows(letter: Letter) -> Iterator[tuple[int, str, str]]:
    """The numbers that the lines name: number, place, address."""
    named = {
        line.number for section in letter.view.sections for group in section.groups for line in group.lines
    }
    for place in letter.guide.places:
        if place.where.number is not None and place.where.number in named:
            address = ", ".join(str(line) for line in place.where.lines[1:2])
            yield place.where.number, str(place.name), address
