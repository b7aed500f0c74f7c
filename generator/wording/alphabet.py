"""The order in which a language puts its words."""

import unicodedata
from functools import lru_cache

from generator.wording.casing import lower, upper
from generator.wording.words import Words

ALPHABET = "alphabet"
"""The context in which a catalogue may write down its own alphabet, beside the Latin one."""
LATIN = "abcdefghijklmnopqrstuvwxyz"
# Behind the letters of every other script.
_PRIVATE_USE = 0xE000


def sort_key(words: Words, name: str) -> tuple[str, str]:
    """Alphabetical as people look it up: accents, case and a leading apostrophe do not count."""
    return _letters(words, name).translate(_places(_alphabet(words))), name


def first_letter(words: Words, name: str) -> str:
    """Under which a name stands in a register; digits and signs stand under "#"."""
    first = upper(words.language, _letters(words, name)[:1])
    return first if first.isalpha() else "#"


def _letters(words: Words, name: str) -> str:
    """Letters, digits and spaces; "ї" is no accented "і" where the alphabet has it."""
    own = _alphabet(words)
    composed = unicodedata.normalize("NFC", lower(words.language, name).casefold())
    plain = "".join(c if c in own else unicodedata.normalize("NFKD", c) for c in composed)
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()


def _alphabet(words: Words) -> str:
    return words.form(ALPHABET, LATIN, "")


@lru_cache(maxsize=32)
def _places(alphabet: str) -> dict[int, int]:
    """Letter -> what sorts in its place."""
    return {ord(letter): _PRIVATE_USE + place for place, letter in enumerate(alphabet)}
