"""The translation catalogues: every text that people read is there in Dutch, and nothing else is."""

import ast

import pytest

from tests.tools.catalogues import (
    DOMAINS,
    SHARED,
    messages_in_catalogue,
    messages_in_code,
    placeholders,
)
from tests.tools.paths import ROOT

_GETTEXT = {"_", "gettext", "ngettext", "pgettext", "N_"}


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_is_translated(domain: str) -> None:
    """In the catalogue of its own readers, or in the one for all."""
    catalogue = messages_in_catalogue("nl", SHARED) | messages_in_catalogue("nl", domain)
    missing = [
        f"{places[0]}: {key}"
        for key, places in messages_in_code(domain).items()
        if not all(catalogue.get(key, ("",)))
    ]
    assert missing == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_translation_is_left_over(domain: str) -> None:
    """What the code no longer says is taken out of the catalogue."""
    domains = DOMAINS if domain == SHARED else (domain,)
    used = {key for name in domains for key in messages_in_code(name)}
    assert [str(key) for key in messages_in_catalogue("nl", domain) if key not in used] == []


def test_a_text_has_one_translation() -> None:
    """Catalogues are merged: with two translations, one of them would win unseen."""
    merged = dict(messages_in_catalogue("nl", SHARED))
    different = []
    for domain in DOMAINS:
        for key, translations in messages_in_catalogue("nl", domain).items():
            if merged.setdefault(key, translations) != translations:
                different.append(f"{domain}: {key}: {translations}, elsewhere {merged[key]}")
    assert different == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_are_the_same(domain: str) -> None:
    """A name between braces that the translation lacks, or adds, would be an error on the page."""
    wrong = []
    for key, translations in messages_in_catalogue("nl", domain).items():
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
