"""The Jinja environment of the pages: escapes everything, and a name that is missing is a bug."""

from collections.abc import Callable, Iterable
from datetime import date, time
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.keeping import Keep, make_anew
from generator.site.opening_data import opening_data
from generator.site.quick_jinja import QuickEnvironment
from generator.views.prose import Run
from generator.views.shapes import OccurrenceView, Said
from generator.wording.dates import date_leaf, short_span
from generator.wording.words import Words

TEMPLATES = Path(__file__).parent / "templates"


def say(said: Said | str | None) -> Markup:
    """A text of a record, marked with its language where that is not the page's."""
    if said is None:
        return Markup()
    if isinstance(said, str) or said.lang is None:
        return escape(str(said))
    return Markup('<span lang="{}" dir="auto">{}</span>').format(said.lang, said.text)


def runs(found: Iterable[Run]) -> Markup:
    """A paragraph of a hand-written text."""
    return Markup().join(map(_run, found))


def _run(run: Run) -> Markup:
    text = Markup("<strong>{}</strong>").format(run.text) if run.bold else escape(run.text)
    return (
        Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(run.href, text) if run.href else text
    )


def file_size(words: Words, size: int) -> str:
    """ "120 kB", "1,4 MB"; empty when not known."""
    if size <= 0:
        return ""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", words.pgettext("between units and decimals", ","))


def hours(words: Words, occurrence: OccurrenceView) -> str:
    """ "9.30-11.30 uur", or empty when the hours are not known."""
    return short_span(words, _time(occurrence.starts), _time(occurrence.ends))


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def number(text: str) -> Markup:
    """A phone number on one line, from left to right in every language."""
    return Markup('<span class="number">{}</span>').format(text)


def address(text: str) -> Markup:
    """An e-mail address from left to right; cut before its @, if it must be cut at all."""
    return Markup('<span class="address">{}</span>').format(Markup("<wbr>@").join(text.split("@")))


def decorative(svg: str) -> Markup:
    """An inline pictogram that stands beside its words: hidden from screen readers.

    Within HTML it needs no namespace, and a page has some fifty pictograms.
    """
    bare = svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    return Markup(bare.replace("<svg ", '<svg aria-hidden="true" ', 1))


def make_environment(words: Words, icons: Callable[[str], str], keep: Keep = make_anew) -> Environment:
    """The environment of one language."""
    environment = QuickEnvironment(
        keep,
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.install_words(words)
    environment.globals["say"] = say
    environment.globals["runs"] = runs
    environment.globals["icon"] = cache(lambda name: decorative(icons(name)))
    environment.filters["number"] = number
    environment.filters["address"] = address
    environment.globals["opening_data"] = opening_data
    environment.globals["hours"] = lambda occurrence: hours(words, occurrence)
    environment.globals["leaf"] = lambda day: date_leaf(words, date.fromisoformat(day))
    environment.globals["svg"] = Markup
    return environment
