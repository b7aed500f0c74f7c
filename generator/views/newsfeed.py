"""The news, for whoever follows it in a reader: messages, newsletters, what changed since the last edition.

The id of an entry holds what it says, so that another text is another entry and the same one never comes
back as new. Its day is one that the records know: nobody notes when exactly something changed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from generator.views.context import ViewContext
from generator.views.news import NewsSource, view_changes
from generator.views.programme_shapes import NewsEntryView, NewsfeedView, NewsletterView
from generator.views.shapes import GuideView


def view_newsfeed(
    context: ViewContext, guide: GuideView, letters: tuple[NewsletterView, ...], source: NewsSource
) -> NewsfeedView:
    """All of it, newest first."""
    title = context.words.gettext("News from {place}").format(place=guide.name)
    entries = [*_notices(context, guide), *_letters(context, letters), *_changes(context, source)]
    entries.sort(key=lambda entry: entry.id)
    entries.sort(key=lambda entry: entry.date, reverse=True)
    return NewsfeedView(title, tuple(entries))


def _notices(context: ViewContext, guide: GuideView) -> Iterator[NewsEntryView]:
    """The messages that pages show today."""
    for offer in guide.offers:
        notice = context.guide.offer[offer.id].notice
        if offer.notice and notice:
            day = notice.since or date.fromisoformat(offer.checked.date or guide.today)
            lines = (offer.notice.text, offer.notice_dates)
            yield _entry(context, str(offer.name), offer.href, day, lines)


def _letters(context: ViewContext, letters: tuple[NewsletterView, ...]) -> Iterator[NewsEntryView]:
    for letter in letters:
        blocks = letter.foreword.blocks if letter.foreword else ()
        lines = tuple(
            "".join(run.text for run in item)
            for block in blocks
            if block.kind == "paragraph"
            for item in block.items
        )
        day = date.fromisoformat(f"{letter.month}-01")
        entry = _entry(context, letter.title, letter.href, day, lines)
        # A letter stays the same one when somebody mends its foreword.
        yield replace(entry, id=letter.href)


def _changes(context: ViewContext, source: NewsSource) -> Iterator[NewsEntryView]:
    news = view_changes(context, source)
    if news is None:
        return
    checked = {offer.href: offer.checked.date for offer in source.offers}
    for group in news.groups:
        for line in group.lines:
            day = date.fromisoformat(max(news.since, checked.get(line.href, "")))
            title = f"{group.title}: {line.name}"
            yield _entry(context, title, line.href, day, tuple(detail.text for detail in line.details))


def _entry(context: ViewContext, title: str, href: str, day: date, lines: tuple[str, ...]) -> NewsEntryView:
    text = "\n".join(line for line in lines if line)
    mark = sha256(f"{title}\n{text}".encode()).hexdigest()[:12]
    return NewsEntryView(f"{href}#{mark}", title, href, min(day, context.today).isoformat(), text)
