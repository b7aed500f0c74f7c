"""Words as the search compares them: without case, accents and elisions.

search.js folds what people type in the same way; a test holds the two together.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
        "ґ": "г", "ى": "ي", "ة": "ه", "ـ": "", "‘": "'", "’": "'", "ʼ": "'", "`": "'",
    }
)  # fmt: skip
_ELISION = re.compile(r"(?<![^\W_])([a-z]{1,2})'")
"""French l', d', qu' and Dutch 't stand apart from the word that follows. Ukrainian writes "пʼять" as one."""
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = "ال"
"""Arabic writes its article onto the word."""
_SHORTEST_WITH_ARTICLE = 5


def fold(text: str) -> str:
    """ "L'Été chez Æsop" -> "l ete chez aesop"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text).lower() if unicodedata.category(c) != "Mn")
    return _ELISION.sub(r"\1 ", bare.translate(_LETTERS)).replace("'", "")


def words_of(text: str) -> list[str]:
    """The folded words of a text, in their order; a lone letter is no word."""
    found = (_without_article(word) for word in _WORD.findall(fold(text)))
    return [word for word in found if len(word) > 1 or word.isdigit()]


def _without_article(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) >= _SHORTEST_WITH_ARTICLE:
        return word.removeprefix(_ARTICLE)
    return word
