"""A newsletter as HTML for mail programs, and as plain text.

Mail programs know little of CSS: tables hold the page together, every style stands at its element, and
nothing is fetched. Those that know dark schemes take the colours from the one style sheet in the head.
"""

import textwrap
from collections.abc import Iterator

from generator.mail.environment import mail_environment
from generator.mail.letter import Letter, line_facts, where_rows
from generator.views.programme_shapes import LineView
from generator.views.prose import Block, ProsePage

_WIDTH = 72
_COLOURS = {"ontmoeten": "#A63C12", "leren": "#1B5A9E", "verwijzen": "#17683F", "politiseren": "#6F3A94"}
_TINTS = {"ontmoeten": "#FBEAE1", "leren": "#E4EEF8", "verwijzen": "#E2F1E8", "politiseren": "#F0E7F6"}


def render_html(letter: Letter) -> str:
    """One file, without pictures, scripts or fonts of its own."""
    template = mail_environment().get_template("newsletter.html")
    return template.render(
        letter=letter,
        view=letter.view,
        guide=letter.guide,
        facts=line_facts,
        places=tuple(where_rows(letter)),
        colours=_COLOURS,
        tints=_TINTS,
        _=letter.words.gettext,
    )


def render_text(letter: Letter) -> str:
    """The same facts in the same order; lines of at most 72 characters, but for addresses."""
    return "\n".join(_text(letter)) + "\n"


def _text(letter: Letter) -> Iterator[str]:
    _ = letter.words.gettext
    view = letter.view
    yield from _heading(view.title, "=")
    yield str(letter.guide.name)
    yield ""
    if letter.page:
        yield _("Read this on the website:")
        yield letter.page
        yield ""
    if view.foreword:
        yield from _prose(view.foreword)
    if view.nothing:
        yield from _wrapped(view.nothing)
        yield ""
    for section in view.sections:
        yield from _heading(section.title, "-")
        if section.lead:
            yield from _wrapped(section.lead)
            yield ""
        if section.id == "days":
            for holiday in view.holiday_lines:
                yield from _wrapped(holiday)
                yield ""
        for group in section.groups:
            if group.title:
                yield letter.title(group.title)
            for holiday in group.holidays:
                yield from _wrapped(holiday, "  ")
            for line in group.lines:
                yield from _line(line)
            yield ""
    if view.news:
        yield from _heading(view.news.title, "-")
        yield from _wrapped(view.news.lead)
        yield ""
        for news in view.news.groups:
            yield news.title
            for item in news.lines:
                yield from _wrapped(str(item.name), "* ")
                for detail in item.details:
                    yield from _wrapped(str(detail), "  ")
            yield ""
    rows = tuple(where_rows(letter))
    if rows:
        yield from _heading(_("Where is it?"), "-")
        for number, name, address in rows:
            yield from _wrapped(f"({number}) " + ", ".join(part for part in (name, address) if part))
        yield ""
    yield from _heading(_("The calendar, up to date:"), "")
    yield letter.calendar
    yield ""
    yield from _wrapped(letter.guide.ask)


def _heading(text: str, rule: str) -> Iterator[str]:
    yield text
    if rule:
        yield rule * min(len(text), _WIDTH)


def _line(line: LineView) -> Iterator[str]:
    times = line.times + (f" ({line.mark})" if line.mark else "")
    said = ": ".join(part for part in (times, str(line.link.text)) if part)
    yield from _wrapped(said, "* ")
    if facts := line_facts(line):
        yield from _wrapped(facts, "  ")
    for note in line.notes:
        yield from _wrapped(str(note), "  ")


def _prose(page: ProsePage) -> Iterator[str]:
    for block in page.blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    for number, runs in enumerate(block.items, 1):
        text = "".join(f"{run.text} ({run.href})" if run.href else run.text for run in runs)
        sign = {"list": "* ", "numbered": f"{number}. "}.get(block.kind, "")
        yield from _wrapped(text, sign)


def _wrapped(text: str, sign: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=sign,
        subsequent_indent=" " * len(sign),
        break_long_words=False,
        break_on_hyphens=False,
    )
