"""What the newsletter of a month shows on paper: two sides of an A4."""

from datetime import date

from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, qr_data
from generator.sheets.programme import SIGNS, group_data
from generator.views.programme_shapes import NewsletterView, NewsView, ProgrammeSection
from generator.views.shapes import GuideView
from generator.wording.dates import full_date
from generator.wording.words import Words


def newsletter_name(letter: NewsletterView) -> str:
    """ "nieuwsbrief-2026-12"."""
    return f"nieuwsbrief-{letter.month}"


def newsletter_data(guide: GuideView, letter: NewsletterView, words: Words) -> Data:
    """The data of `newsletter.typ`."""
    _ = words.gettext
    made = full_date(words, date.fromisoformat(guide.today))
    return {
        **sheet_data(guide, letter.title, words),
        "name": letter.name,
        "headline": letter.title,
        "foreword": letter.foreword,
        "holidays": list(letter.holiday_lines),
        "sections": [_section_data(section, words) for section in letter.sections],
        "news": _news_data(letter.news) if letter.news else None,
        "nothing": letter.nothing,
        "places": _places_data(guide, letter),
        "helplines": list(guide.helplines),
        "qr": qr_data(guide.calendar_code),
        "made": _("Made on {date}").format(date=made),
        "marks": SIGNS,
    }


def _section_data(section: ProgrammeSection, words: Words) -> Data:
    return {
        "id": section.id,
        "title": section.title,
        "lead": section.lead,
        "groups": [group_data(group, words) for group in section.groups],
    }


def _news_data(news: NewsView) -> Data:
    return {
        "title": news.title,
        "lead": news.lead,
        "groups": [
            {
                "title": group.title,
                "lines": [{"name": line.name, "details": list(line.details)} for line in group.lines],
            }
            for group in news.groups
        ],
    }


def _places_data(guide: GuideView, letter: NewsletterView) -> list[Data]:
    """Where the places are that the newsletter names, by number."""
    named = {
        line.number
        for section in letter.sections
        for group in section.groups
        for line in group.lines
        if line.number is not None
    }
    return [
        {
            "number": place.where.number,
            "name": place.name,
            "address": ", ".join(line.text for line in place.where.lines[1:2]),
            "cell": place.where.cell,
        }
        for place in guide.places
        if place.where.number in named
    ]
