"""Texts in the four languages that UiTdatabank has."""

from collections.abc import Mapping

from generator.feeds.texts import LANGUAGE, dutch
from generator.views.published_values import Texts

LANGUAGES = ("nl", "fr", "de", "en")


def localised(texts: Texts, known: Mapping[str, object] | None = None) -> dict[str, str]:
    """What it takes of a text: of each language that it has, and that is in `known` if that is given."""
    return {
        code: texts[code].strip()
        for code in LANGUAGES
        if texts.get(code, "").strip() and (known is None or code in known)
    }


def named(name: Texts) -> dict[str, str]:
    """A name; it is always there in Dutch, the main language."""
    return {LANGUAGE: dutch(name)} | localised(name)
