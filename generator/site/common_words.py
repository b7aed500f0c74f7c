"""Words that say nothing about what a person looks for."""

from generator.site.folding import words_of
from generator.wording.words import Words


def common_words(words: Words) -> frozenset[str]:
    """The search leaves them out, unless somebody types nothing else; folded."""
    return frozenset(words_of(_in_language(words)))


def _in_language(words: Words) -> str:
    return words.pgettext(
        "words that the search leaves out",
        "about all am an and any are as at be but by can could do does for from get go had has have he "
        "her here him his how if in into is it its just me my need no not of on or our out she so some "
        "that the their them there they this to up us want was we what when where which who why will with "
        "would you your",
    )
