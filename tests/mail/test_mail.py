"""The newsletter as mail: HTML, plain text and the message with both, of the invented neighbourhood."""

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import pytest

from generator.editions import bound_today
from generator.mail.letter import Letter
from generator.mail.message import render_message
from generator.mail.newsletter import render_html, render_text
from generator.newsletters import letter_of, newsletter_of
from generator.project import Project
from generator.views.programme_shapes import LineView
from generator.views.shapes import Said
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED


@pytest.fixture(scope="module")
def letter() -> Letter:
    source, guide, bound = bound_today(Project(INVENTED), date.fromisoformat(TODAY))
    view = newsletter_of(source, guide, bound.standing, date(2026, 12, 1))
    return letter_of(source, guide, view)


def lines_of(letter: Letter) -> list[LineView]:
    return [line for part in letter.view.sections for group in part.groups for line in group.lines]


def plain(html: str) -> str:
    """What a reader sees of it."""
    texts: list[str] = []

    class Reader(HTMLParser):
        silent = False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.silent = tag == "style"

        def handle_endtag(self, tag: str) -> None:
            self.silent = False

        def handle_data(self, data: str) -> None:
            if not self.silent:
                texts.append(data)

    Reader().feed(html)
    return squeezed(" ".join(texts))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_html_and_text_tell_the_same_facts(letter: Letter) -> None:
    html, text = plain(render_html(letter)), squeezed(render_text(letter))
    for said in (html, text):
        for line in lines_of(letter):
            assert squeezed(str(line.link.text)) in said
            for fact in (*line.when, line.price, line.mark, str(line.where or ""), *map(str, line.notes)):
                assert squeezed(fact) in said
        for section in letter.view.sections:
            assert section.title in said
            for group in section.groups:
                assert all(holiday in said for holiday in group.holidays)
        assert "Daarom steken we" in said
        assert "Kerstvakantie: van maandag 21 december tot en met zondag 3 januari" in said
        assert "https://verzonnen.example/Wijk/nieuwsbrief/2026-12/" in said
        assert "https://verzonnen.example/Wijk/agenda/" in said
        assert letter.guide.ask in said
        assert "Bedachtestraat 7" in said


def test_nothing_is_loaded_from_anywhere(letter: Letter) -> None:
    html = render_html(letter)
    assert not re.search(r"<(img|script|link|iframe|object|video|audio|source|svg|base|form)\b", html, re.I)
    assert not re.search(r"\b(src|srcset|background|poster|data)\s*=", html, re.I)
    assert not re.search(r"url\(|@import|@font-face", html, re.I)
    links = re.findall(r'href="([^"]+)"', html)
    assert links
    assert all(link.startswith("https://verzonnen.example/Wijk/") for link in links)


def test_strings_of_records_are_data(letter: Letter) -> None:
    view = letter.view
    line = lines_of(letter)[0]
    hostile = '<script>alert("x")</script>'
    bad = replace(line, link=replace(line.link, text=Said(hostile)), notes=(Said(hostile),))
    section = replace(view.sections[0], groups=(replace(view.sections[0].groups[0], lines=(bad,)),))
    html = render_html(replace(letter, view=replace(view, sections=(section,))))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_lines_of_text_are_short_but_for_addresses(letter: Letter) -> None:
    long = [line for line in render_text(letter).splitlines() if len(line) > 72 and "://" not in line]
    assert [line for line in long if " " in line.strip("* ")] == []


def test_the_message_parses_and_holds_both(letter: Letter) -> None:
    html, text = render_html(letter), render_text(letter)
    raw = render_message(letter, html, text)
    assert raw == render_message(letter, html, text), "the same bytes"
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    assert message["Subject"] == "Wat is er te doen in december 2026? (Voorbeeldwijk)"
    assert message["From"].addresses[0].addr_spec == "vraag@verzonnen.example"
    assert message["Content-Language"] == "nl"
    assert message.get_content_type() == "multipart/alternative"
    parts = list(message.iter_parts())
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    assert parts[0].get_content().replace("\r\n", "\n") == text
    assert parts[1].get_content().replace("\r\n", "\n").strip() == html.strip()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
