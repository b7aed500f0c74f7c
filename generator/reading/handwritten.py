"""What would stop MkDocs in a hand-written page, or keep it busy without end."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import yaml

from generator.problems import Problem
from generator.reading.decoding import decode, told_encoding
from generator.reading.traps import Gettext
from generator.views.prose import FRONT_MATTER
from generator.wording.words import Words

_BARE_TEMPLATE = re.compile(r"\A(?:.*\n)*?[ ]{0,3}template:", re.IGNORECASE)
_TEXTS = ("title", "description")
_BEFORE_TEXT = re.compile(r"(?:[ >]|[-*+:] |\d+[.)] )*+")
"""What stands at the start of a line for the lists and quotes that the text is in."""
_DEEPEST = 200
"""Signs of it: 50 lists in lists, of four spaces each."""
_OPENS = {"]": "[", ")": "(", ">": "<"}
_MOST_OPEN = 100
"""For each that is open, the Markdown parser looks through all that follows."""
_UNCLOSED = ("br", "hr", "img", "input", "wbr")
_DEEPEST_BLOCK = 50
"""Elements within elements, of those in which Markdown is read: it calls itself for each."""


def find_in_page(file: str, raw: bytes, words: Words) -> Iterator[Problem]:
    """All such in a page."""
    decoded = decode(raw)
    if decoded.encoding != "utf-8":
        place = (decoded.line, decoded.column)
        yield _problem(file, decoded.lines, place, *told_encoding(decoded, words.gettext))
        return
    for place, message, remedy in (*_in_settings(decoded.text, words), *_in_text(decoded.lines, words)):
        yield _problem(file, decoded.lines, place, message, remedy)


_Found = tuple[tuple[int, int], str, str]
"""Line and column from 1, what is wrong, and what to do."""


def _problem(file: str, lines: list[str], place: tuple[int, int], message: str, remedy: str) -> Problem:
    line, column = place
    return Problem(file, line, column, message, remedy, lines[line - 1] if line else "")


def _in_settings(text: str, words: Words) -> Iterator[_Found]:
    """What stands above a page, between dashes or without."""
    found = FRONT_MATTER.match(text)
    if not found:
        yield from _without_dashes(text, words)
        return
    try:
        # What points to something else may be endless, so it is looked for before anything is read.
        yield from tuple(_strange(found[1], words)) or tuple(_unfit(found[1], words))
    except (yaml.YAMLError, ArithmeticError, RecursionError, ValueError) as error:
        # A date that no calendar has comes without.
        yield _place(getattr(error, "problem_mark", None)), *not_as_yaml(words.gettext)


def not_as_yaml(_: Gettext) -> tuple[str, str]:
    """What is said of settings, of a page or of the website, that cannot be read, and what to do."""
    return (
        _("These settings cannot be read: something in them is not as YAML should be."),
        _("Look at this line and the one above it, or put back the file as it was."),
    )


def _without_dashes(text: str, words: Words) -> Iterator[_Found]:
    # MkDocs takes long to load, and most commands have done so when they come here.
    from mkdocs.utils.meta import get_data

    _body, settings = get_data(text)
    if "template" in settings and (found := _BARE_TEMPLATE.match(text)):
        yield (found[0].count("\n") + 1, 1), *_no_template(words)


def _strange(settings: str, words: Words) -> Iterator[_Found]:
    _ = words.gettext
    for event in yaml.parse(settings, yaml.SafeLoader):
        merges = isinstance(event, yaml.ScalarEvent) and event.value == "<<"
        points = isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None)
        if merges or points or getattr(event, "tag", None):
            yield (
                _place(event.start_mark),
                _("Only plain texts can stand above a page, without &, *, ! or <<."),
                _("Write the text itself, between quotes if it begins with such a sign."),
            )
            return


def _unfit(settings: str, words: Words) -> Iterator[_Found]:
    """Settings that MkDocs cannot use, of those that it looks at. Errors of YAML and ValueError."""
    _ = words.gettext
    yaml.safe_load(settings)
    node = yaml.compose(settings, yaml.SafeLoader)
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == "template":
            yield _place(key.start_mark), *_no_template(words)
        elif key.value in _TEXTS and not isinstance(value, yaml.ScalarNode):
            yield (
                _place(value.start_mark),
                _("A list stands at {key}, where one text belongs.").format(key=key.value),
                _("Write one text there, between quotes if it begins with a bracket."),
            )


def _no_template(words: Words) -> tuple[str, str]:
    _ = words.gettext
    return _("A page cannot choose a template of its own."), _("Take this line away.")


def _place(mark: Any) -> tuple[int, int]:
    """Where a mark of YAML is, below the line of dashes."""
    return (mark.line + 2, mark.column + 1) if mark else (2, 1)


def _in_text(lines: list[str], words: Words) -> Iterator[_Found]:
    _ = words.gettext
    remedy = _("Look for brackets or dashes that do not belong here.")
    for number, line in enumerate(lines, start=1):
        before = _BEFORE_TEXT.match(line.expandtabs(4))
        if before and len(before[0]) > _DEEPEST and line.strip():
            yield (number, 1), _("Lists stand in lists in lists here, far too deep."), remedy
            break
    opened = dict.fromkeys(_OPENS.values(), 0)
    for number, line in enumerate(lines, start=1):
        for found in re.finditer(r"[\[\](<>)]", line):
            sign = found[0]
            if sign in _OPENS:
                opened[_OPENS[sign]] = max(0, opened[_OPENS[sign]] - 1)
                continue
            opened[sign] += 1
            if opened[sign] > _MOST_OPEN:
                yield (
                    (number, found.start() + 1),
                    _("Far more brackets open here than close."),
                    remedy,
                )
                return
    blocks = _Blocks("\n".join(lines))
    if blocks.too_deep:
        yield (
            blocks.too_deep,
            _("Blocks stand in blocks in blocks here, far too deep."),
            _("Close each block with </{tag}>, or take it away.").format(tag=blocks.tag),
        )


class _Blocks(HTMLParser):
    """How deep the elements of a text stand in each other, from the first one in which Markdown is read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.too_deep: tuple[int, int] | None = None
        """Line and column from 1."""
        self.tag = ""
        self._open: list[str] = []
        if "markdown" in text:
            self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self.too_deep or tag in _UNCLOSED:
            return
        if tag == "p":
            # A paragraph ends where the next one begins.
            self.handle_endtag(tag)
        if self._open or any(name == "markdown" for name, _value in attributes):
            self._open.append(tag)
        if len(self._open) > _DEEPEST_BLOCK:
            line, offset = self.getpos()
            self.too_deep, self.tag = (line, offset + 1), tag

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass
