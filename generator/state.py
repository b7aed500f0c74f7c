"""Gathers what the page with the state of all records is made of."""

import re
from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter

from generator import project as outside
from generator.keeping import keeping
from generator.model.outside_links import LinkReport, OutsideLink, outside_links
from generator.problems import Location
from generator.reading.link_report import read_link_report
from generator.reading.translations import lines_of_translations
from generator.source import Source, view_context
from generator.views.staff_shapes import StateView
from generator.views.staff_state import StateInput, view_state
from generator.wording.plain_records import Advice, advice_on, public_texts

_ADVICE = TypeAdapter(tuple[Advice, ...])
_ADDRESS = re.compile(r"https?://[^\s<>\"'`)\]|]+[^\s<>\"'`)\]|.,;:!?]")


def state_of(source: Source) -> StateView:
    """The state of all records, in Dutch, with the last look at the links."""
    return view_of(source, read_link_report(source.project.link_report()))


def view_of(source: Source, report: LinkReport) -> StateView:
    """The same, with a report that is given."""
    given = StateInput(
        locate=source.whereabouts.find,
        locate_text=source.whereabouts.find_text,
        translation_lines={code: _lines(source, code) for code in source.languages[1:]},
        advice=_advice(public_texts(source.guide)),
        links=tuple(all_outside_links(source)),
        report=report,
    )
    return view_state(view_context(source, outside.FIRST_LANGUAGE), given)


def _advice(texts: Mapping[str, str]) -> tuple[Advice, ...]:
    """Few texts change from build to build, and all of them are read for it."""
    keep = keeping(outside.kept, "advice", ".json", ["pyphen"])
    made = keep(repr(texts), lambda: _ADVICE.dump_json(tuple(advice_on(texts))))
    return _ADVICE.validate_json(made)


def all_outside_links(source: Source) -> Iterator[OutsideLink]:
    """Every outside address on the site: of the records, and of the hand-written pages."""
    for link in outside_links(source.guide):
        yield OutsideLink(link.address, link.path, link.name, source.whereabouts.find_text(link.path))
    for file, text in source.project.texts_for_pages().items():
        for number, line in enumerate(text.splitlines(), 1):
            for address in _ADDRESS.findall(line):
                yield OutsideLink(address, "", file, Location(file, number))


def _lines(source: Source, code: str) -> dict[str, Location]:
    """Path of a text -> where its translation stands; "" -> the file."""
    file = outside.translation_file(code)
    raw = source.project.translations().get(code, b"")
    return {"": Location(file)} | {path: Location(file, line) for path, line in lines_of_translations(raw)}
