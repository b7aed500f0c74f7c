"""The translation catalogues: every text that people read is there in each language, and nothing else is."""

import ast

import pytest

from tests.tools.catalogues import (
    DOMAINS,
    LANGUAGES,
    SHARED,
    may_be_a_form,
    messages_in_catalogue,
    messages_in_code,
    placeholders,
)
from tests.tools.paths import ROOT

_GETTEXT = {"_", "gettext", "ngettext", "pgettext", "N_"}


_STAFF = "staff"
_CATALOGUES = [
    (language, domain) for language in LANGUAGES for domain in DOMAINS if language == "nl" or domain != _STAFF
]
_IN_FULL = [(language, domain) for language, domain in _CATALOGUES if language != "en"]
"""The code itself is in English: its catalogue holds only what residents read in other words."""


@pytest.mark.parametrize(("language", "domain"), _IN_FULL)
def test_every_text_is_translated(language: str, domain: str) -> None:
    """In the catalogue of its own readers, or in the one for all; in every form of the plural."""
    catalogue = messages_in_catalogue(language, SHARED) | messages_in_catalogue(language, domain)
    missing = [
        f"{places[0]}: {key}"
        for key, places in messages_in_code(domain).items()
        if not all(catalogue.get(key, ("",)))
    ]
    assert missing == []


@pytest.mark.parametrize(("language", "domain"), _CATALOGUES)
def test_no_translation_is_left_over(language: str, domain: str) -> None:
    """What the code no longer says is taken out of the catalogue."""
    domains = DOMAINS if domain == SHARED else (domain,)
    used = {key for name in domains for key in messages_in_code(name)}
    keys = messages_in_catalogue(language, domain)
    assert [str(key) for key in keys if key not in used and not may_be_a_form(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_has_one_translation(language: str) -> None:
    """Catalogues are merged: with two translations, one of them would win unseen."""
    merged = dict(messages_in_catalogue(language, SHARED))
    different = []
    for domain in DOMAINS:
        for key, translations in messages_in_catalogue(language, domain).items():
            if merged.setdefault(key, translations) != translations:
                different.append(f"{domain}: {key}: {translations}, elsewhere {merged[key]}")
    assert different == []


@pytest.mark.parametrize(("language", "domain"), _CATALOGUES)
def test_placeholders_are_the_same(language: str, domain: str) -> None:
    """A name between braces that the translation lacks, or adds, would be an error on the page."""
    wrong = []
    for key, translations in messages_in_catalogue(language, domain).items():
        allowed = set().union(*(placeholders(text) for text in key.texts))
        needed = placeholders(key.texts[-1])
        for text in translations:
            if not placeholders(text) <= allowed or (len(key.texts) == 1 and placeholders(text) != needed):
                wrong.append(f"{key}: {text}")
    assert wrong == []


def test_no_text_hides_in_an_f_string() -> None:
    """Babel does not look inside f-strings before Python 3.12: such a text would never be translated."""
    hidden = []
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                calls = (inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call))
                names = {f.id if isinstance(f, ast.Name) else getattr(f, "attr", "") for f in calls}
                if names & _GETTEXT:
                    hidden.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert hidden == []
