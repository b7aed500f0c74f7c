"""The newsletters of a neighbourhood: of the months that have a foreword, or of one that is asked for."""

from dataclasses import replace
from datetime import date

from generator import project as outside
from generator.mail.letter import Letter
from generator.mail.message import render_message
from generator.mail.newsletter import render_html, render_text
from generator.project import Project
from generator.source import Source
from generator.views.context import ViewContext
from generator.views.editions import Standing
from generator.views.news import NewsSource
from generator.views.newsfeed import view_newsfeed
from generator.views.newsletter import Foreword, view_newsletter
from generator.views.programme_shapes import NewsletterView
from generator.views.shapes import GuideView


def with_newsletters(source: Source, guide: GuideView, standing: Standing) -> GuideView:
    """The guide with the newsletters that have a foreword, newest first, and the feed of all news."""
    months = forewords(source.project)
    context = _context(source, guide)
    letters = tuple(
        _view(context, guide, standing, first, months[first]) for first in sorted(months, reverse=True)
    )
    newsfeed = view_newsfeed(context, guide, letters, _news(guide, standing))
    return replace(guide, newsletters=letters, newsfeed=newsfeed)


def newsletter_of(source: Source, guide: GuideView, standing: Standing, first: date) -> NewsletterView:
    """That of the month that begins on `first`, with or without a foreword."""
    written = forewords(source.project).get(first, {})
    return _view(_context(source, guide), guide, standing, first, written)


def forewords(project: Project) -> dict[date, dict[str, str]]:
    """First day of a month -> language -> what somebody wrote for it."""
    months: dict[date, dict[str, str]] = {}
    for (month, language), text in project.forewords().items():
        months.setdefault(date.fromisoformat(f"{month}-01"), {})[language] = text
    return months


def _context(source: Source, guide: GuideView) -> ViewContext:
    words = outside.words_of(guide.language)
    return ViewContext(source.guide, words, source.today, source.settings.url)


def _view(
    context: ViewContext, guide: GuideView, standing: Standing, first: date, written: dict[str, str]
) -> NewsletterView:
    language = guide.language if guide.language in written else next(iter(written), "")
    foreword = Foreword(written[language], language) if language else None
    return view_newsletter(context, guide.offers, first, foreword, _news(guide, standing))


def _news(guide: GuideView, standing: Standing) -> NewsSource:
    return NewsSource(standing.editions, (*guide.offers, *guide.past_offers))


def letter_of(source: Source, guide: GuideView, letter: NewsletterView) -> Letter:
    """A newsletter with the addresses that a mail needs."""
    folder = "" if guide.language == source.languages[0] else f"{guide.language}/"
    root = source.settings.url + folder
    has_page = date.fromisoformat(f"{letter.month}-01") in forewords(source.project)
    return Letter(
        view=letter,
        guide=guide,
        words=outside.words_of(guide.language),
        root=root,
        page=root + letter.href if has_page else "",
        calendar=f"{root}agenda/",
    )


def mail_files(letter: Letter, name: str) -> dict[str, bytes]:
    """File name -> bytes: HTML, plain text, and both in one message."""
    html, text = render_html(letter), render_text(letter)
    return {
        f"{name}.html": html.encode(),
        f"{name}.txt": text.encode(),
        f"{name}.eml": render_message(letter, html, text),
    }
