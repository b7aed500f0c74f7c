"""Capitals and small letters as a language writes them."""

_DOTTED_CAPITAL = {"az", "tr"}
"""Languages in which "i" and "ı" are two letters, each with a capital of its own: the ones
that Unicode's SpecialCasing names. str.upper() and str.lower() know of no language."""


def upper(language: str, text: str) -> str:
    """ "iş" -> "İŞ" in Turkish."""
    if language in _DOTTED_CAPITAL:
        text = text.replace("i", "İ")
    return text.upper()


def lower(language: str, text: str) -> str:
    """ "Işık" -> "ışık" in Turkish."""
    if language in _DOTTED_CAPITAL:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def sentence_case(language: str, text: str) -> str:
    """With a capital first: "elke vrijdag" -> "Elke vrijdag"."""
    return upper(language, text[:1]) + text[1:]
