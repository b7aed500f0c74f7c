"""Which texts of the records are hard to read: advice for staff."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.guide import Guide
from generator.model.translations import texts_to_translate
from generator.wording.plain_dutch import LIMITS, STRICT, Hard, hard_dutch, words_of

_NAMES = frozenset({"name", "label", "synonyms", "role"})
"""What things and people are called is not ours to make simpler."""
_STRICTLY = frozenset({"summary", "simple", "question"})
_ANY_LANGUAGE = ""


@dataclass(frozen=True)
class Advice:
    """Something hard in a text of a record."""

    path: str
    """Of the text, as translators know it: "offers/soep/summary"."""
    record: str
    """The id of the record."""
    hard: Hard


def plain_advice(guide: Guide) -> Iterator[Advice]:
    """All that could be said more simply, in the order of the records; public texts only."""
    return advice_on(public_texts(guide))


def public_texts(guide: Guide) -> dict[str, str]:
    """Path -> the text of a record, as who gives advice reads it."""
    return texts_to_translate(guide, _ANY_LANGUAGE)


def advice_on(texts: Mapping[str, str]) -> Iterator[Advice]:
    """The same, of these texts."""
    known = frozenset(
        word.lower() for path, text in texts.items() if _keys(path) & _NAMES for word in words_of(text)
    )
    for path, text in texts.items():
        keys = _keys(path)
        if keys & _NAMES or "contacts" in path.split("/")[:2]:
            continue
        for hard in hard_dutch(text, STRICT if keys & _STRICTLY else LIMITS, known):
            # The check has a limit of its own for the length of these sentences.
            if not (hard.kind == "sentence" and "simple" in keys):
                yield Advice(path, _record(path), hard)


def _keys(path: str) -> frozenset[str]:
    """The keys of a path, without the list and the id of its record."""
    parts = path.removeprefix("socialmap/").split("/")
    return frozenset(parts[1:] if parts[0] == "neighbourhood" else parts[2:])


def _record(path: str) -> str:
    parts = path.removeprefix("socialmap/").split("/")
    return parts[0] if parts[0] == "neighbourhood" else parts[1]
