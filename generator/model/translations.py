"""Translations of the records' texts: which text each belongs to, and whether it still holds.

Records are written in Dutch; their translations are kept apart, one list for each
language. A translation remembers the Dutch that it was made from: when the record says
something else by now, it is out of date, and readers are told so. A text that a record
itself says in a language needs no translation in it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.model.fields import FIRST_LANGUAGE, Text
from generator.model.guide import Guide
from generator.model.questions import Step, steps_of

UNREVIEWED = "unreviewed"
OUTDATED = "outdated"

V = TypeVar("V")
M = TypeVar("M", bound=BaseModel)
Change = Callable[[str, Text], Text]

FOLDERS = {
    "offers": "offers",
    "themes": "socialmap/themes",
    "organisations": "socialmap/organisations",
    "places": "socialmap/places",
    "contacts": "socialmap/contacts",
    "questions": "socialmap/questions",
    "helplines": "socialmap/helplines",
    "flyers": "flyers",
}
"""The lists of the guide, and where the paths of their texts begin: a name that tells of the file."""
_NEIGHBOURHOOD = "socialmap/neighbourhood"


@dataclass(frozen=True)
class Translation:
    """A text in another language, and the Dutch that it was made from."""

    path: str
    """Where the Dutch stands: "offers/soep/when/0/text"."""
    dutch: str
    text: str
    """Empty as long as nobody translated it."""
    checked: bool = True
    """Whether somebody who speaks the language read it."""
    comments: tuple[str, ...] = ()
    """What translators wrote beside it."""
    noted: tuple[str, ...] = ()
    """What their programs wrote beside it: lines of the file, as they are."""

    def state_beside(self, dutch: str) -> str:
        """What is to be said of it beside the Dutch of today; empty when all is well."""
        if not _same(self.dutch, dutch):
            return OUTDATED
        return "" if self.checked else UNREVIEWED


def texts_to_translate(guide: Guide, language: str) -> dict[str, str]:
    """Every Dutch text that may be published and that the records do not say in that language: by path."""
    found: dict[str, str] = {}

    def collect(path: str, text: Text) -> Text:
        if text.has(FIRST_LANGUAGE) and not text.has(language):
            found[path] = text.first
        return text

    _with_texts(guide, collect)
    return found


def texts_missing(guide: Guide, languages: Iterable[str]) -> dict[str, list[str]]:
    """Language -> the paths of all texts that may be published and are not there in it."""
    found: dict[str, list[str]] = {code: [] for code in languages}
    if not found:
        return found

    def collect(path: str, text: Text) -> Text:
        if text.has(FIRST_LANGUAGE):
            for code, paths in found.items():
                if not text.has(code):
                    paths.append(path)
        return text

    _with_texts(guide, collect)
    return found


def translate_guide(guide: Guide, translations: Mapping[str, Sequence[Translation]]) -> Guide:
    """The same guide, its texts in these languages too (language -> its translations)."""
    matched = {
        language: match_translations(guide, language, known)
        for language, known in sorted(translations.items())
    }
    return _with_texts(guide, _adding(matched)) if any(matched.values()) else guide


def _adding(matched: Mapping[str, Mapping[str, Translation]]) -> Change:
    def add(path: str, text: Text) -> Text:
        found = {language: known[path] for language, known in matched.items() if path in known}
        if not found:
            return text
        versions = ((language, translation.text) for language, translation in found.items())
        states = ((language, translation.state_beside(text.first)) for language, translation in found.items())
        return Text((*text.versions, *versions), (*text.states, *((code, s) for code, s in states if s)))

    return add


def match_translations(guide: Guide, language: str, known: Iterable[Translation]) -> dict[str, Translation]:
    """The translation of each text of today, by the text's path.

    A text that moved within its list, or with its record to a new id, keeps its
    translation. One that stands where another stood does not inherit the other's.
    """
    today = texts_to_translate(guide, language)
    renamed = _renamed_records(guide)
    at_path: dict[str, list[Translation]] = {}
    in_list: dict[tuple[str, str], Translation] = {}
    for translation in known:
        if translation.text:
            path = _renamed(translation.path, renamed)
            at_path.setdefault(path, []).append(translation)
            in_list.setdefault((_list_of(path), _plain(translation.dutch)), translation)
    said_today = {(_list_of(path), _plain(dutch)) for path, dutch in today.items()}

    def find(path: str, dutch: str) -> Translation | None:
        here = at_path.get(path, [])
        for translation in here:
            if _same(translation.dutch, dutch):
                return translation
        moved = in_list.get((_list_of(path), _plain(dutch)))
        if moved:
            return moved
        changed = (t for t in here if (_list_of(path), _plain(t.dutch)) not in said_today)
        return next(changed, None)

    found = ((path, find(path, dutch)) for path, dutch in today.items())
    return {path: translation for path, translation in found if translation}


def mark_unreviewed(record: M, languages: Iterable[str], own: Collection[str] = ()) -> M:
    """A record whose texts no speaker of these languages checked, but for those at the keys in `own`."""

    def mark(path: str, text: Text) -> Text:
        if path.split("/")[1] in own:
            return text
        states = ((code, UNREVIEWED) for code in languages if text.has(code))
        return Text(text.versions, (*text.states, *states))

    return _changed(record, "", mark)


def translation_states(shown: object, language: str) -> frozenset[str]:
    """What is to be said of the translations in records and texts: unreviewed, outdated."""
    states = {text.state_for(language) for text in _texts(shown)}
    return frozenset(state for state in states if state)


def unreviewed_languages(shown: object) -> frozenset[str]:
    """The languages in which a text in these records was translated, and not checked by a speaker yet."""
    return frozenset(code for text in _texts(shown) for code, state in text.states if state == UNREVIEWED)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same; line ends and indents of a YAML file say nothing."""
    return one == other or _plain(one) == _plain(other)


def _renamed_records(guide: Guide) -> dict[str, str]:
    """Where the texts of a record were under its previous ids -> where they are now."""
    steps = (step for question in guide.questions for step in steps_of(question))
    shelves = {shelf: getattr(guide, shelf) for shelf in FOLDERS} | {"questions": steps}
    return {
        f"{folder}/{old}": f"{folder}/{record.id}"
        for shelf, folder in FOLDERS.items()
        for record in shelves[shelf]
        for old in getattr(record, "previous_ids", ())
    }


def _renamed(path: str, renamed: Mapping[str, str]) -> str:
    record, rest = _split(path)
    return f"{renamed.get(record, record)}/{rest}"


def _split(path: str) -> tuple[str, str]:
    """A path -> that of its record, and the rest: ("offers/soep", "when/0/text")."""
    parts = path.split("/")
    length = 3 if parts[0] == "socialmap" and not path.startswith(_NEIGHBOURHOOD) else 2
    return "/".join(parts[:length]), "/".join(parts[length:])


def _list_of(path: str) -> str:
    """The path without the numbers of items: what is equal for all items of a list."""
    record, rest = _split(path)
    return f"{record}/{re.sub(r'(?<![^/])[0-9]+(?![^/])', '*', rest)}"


def _with_texts(guide: Guide, change: Change) -> Guide:
    """The guide with each text that may be published, and is its own, put through `change`."""
    hidden = {f"{FOLDERS['places']}/{place.id}/directions" for place in guide.places if place.confidential}

    homes = {f"{FOLDERS[shelf]}/{name}": home for (shelf, name), home in guide.homes.items()}

    def unless_hidden(path: str, text: Text) -> Text:
        # What was taken over is translated where it is kept.
        record, rest = _split(path)
        theirs = record in homes and rest.split("/")[0] not in homes[record].own
        return text if path in hidden or theirs else change(path, text)

    neighbourhood = _changed(guide.neighbourhood, _NEIGHBOURHOOD, unless_hidden)
    lists: dict[str, Any] = {
        shelf: tuple(
            _changed(record, f"{folder}/{record.id}", unless_hidden) for record in getattr(guide, shelf)
        )
        for shelf, folder in FOLDERS.items()
    }
    return replace(guide, neighbourhood=neighbourhood, **lists)


def _changed(value: V, path: str, change: Change) -> V:
    """A value with each text in it changed; the value itself where nothing changes."""
    made: object = value
    if isinstance(value, Text):
        made = change(path, value)
    elif isinstance(value, BaseModel):
        news = {}
        for name, key in _keys(type(value)):
            old = getattr(value, name)
            if old and isinstance(old, Text | BaseModel | tuple):
                new = _changed(old, f"{path}/{key}", change)
                if new is not old:
                    news[name] = new
        made = value.model_copy(update=news) if news else value
    elif isinstance(value, tuple):
        items = tuple(_changed(item, _path_of(item, path, n), change) for n, item in enumerate(value))
        made = items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    return made  # type: ignore[return-value]


@cache
def _keys(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Name of each field of a model, and the key that people type."""
    return tuple((name, info.alias or name) for name, info in kind.model_fields.items())


def _path_of(item: object, path: str, number: int) -> str:
    """A choice of the finder is known by its id, wherever it stands; other items by their number."""
    return f"{FOLDERS['questions']}/{item.id}" if isinstance(item, Step) else f"{path}/{number}"


def _texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
