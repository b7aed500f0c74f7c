"""The translation catalogues: every text that people read is there in Dutch, and nothing else is."""

import pytest

from tests.tools.catalogues import DOMAINS, messages_in_catalogue, messages_in_code, placeholders


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_text_is_translated(domain: str) -> None:
    catalogue = messages_in_catalogue("nl", domain)
    missing = [
        f"{places[0]}: {key}"
        for key, places in messages_in_code(domain).items()
        if not all(catalogue.get(key, ("",)))
    ]
    assert missing == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_translation_is_left_over(domain: str) -> None:
    """What the code no longer says is taken out of the catalogue."""
    used = messages_in_code(domain)
    assert [key for key in messages_in_catalogue("nl", domain) if key not in used] == []


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
