"""How hard a Dutch text is to read: long sentences, long words, stiff words, sentences without a doer.

It is advice for whoever writes, and never a mistake. Dictionaries of rare words are tens of
megabytes; for the short texts of records the length of a word in syllables tells as much.
The syllables come from Pyphen, which has the hyphenation patterns of OpenTaal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pyphen import Pyphen

from generator.wording.formal_dutch import PLAIN_WORDS

Hardness = Literal["sentence", "word", "formal", "passive"]
KINDS: tuple[Hardness, ...] = ("sentence", "formal", "passive", "word")
"""What helps a reader most comes first."""

_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"[^.!?:]*(?:[.!?:](?!\s|$)[^.!?:]*)*[.!?:]?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PART_OF_WORD = re.compile(r"\w+")
_VOWELS = re.compile(r"aai|ooi|oei|eeuw?|ieuw?|ij|[aeiouyáàâäéèêëíïóöúü]+")
_BECOMES = frozenset({"word", "wordt", "worden", "werd", "werden"})
_PARTICIPLE = re.compile(
    r"(?:aan|af|bij|binnen|door|in|mee|na|om|op|open|over|rond|samen|tegen|toe|uit|vast|voor|weg)?"
    r"(?:ge[a-zëï]{2,}(?:d|t|en)|(?:be|er|her|ont|ver)[a-zëï]{2,}[dt]|besproken|beschreven|ontvangen|vervangen)"
    r"|(?:onder|over)[a-z]{3,}[dt]"
)
_LOOKALIKES = """
bedrag beleid bereid bericht beroofd bestand bewust beest bekend bevriend erkend
gebeurtenissen gebieden gebouwen gebed gebied gedachten geduld gehandicapt geld gelovigen geluid gemeenten
gemoed gerechten gerecht geschikt gesprekken getrouwd getuigen geweld gewend gewicht gewoonten gezicht
gezichten gezinnen gezond ongezond onderhoud overheid ontbijt verdriet verkoudheid verliefd verschillend
verstand overwegend verkeerd
"""
"""What only looks like a participle, or tells how somebody is: "gezond", "bekend"."""
_NO_PARTICIPLES = frozenset(_LOOKALIKES.split())


@dataclass(frozen=True)
class Limits:
    """From where on something is hard."""

    words: int
    """The most words of a sentence."""
    syllables: int
    """The most syllables of a word."""


LIMITS = Limits(words=15, syllables=6)
STRICT = Limits(words=12, syllables=4)
"""For the one sentence that everybody reads first."""


@dataclass(frozen=True)
class Hard:
    """One thing that could be said more simply."""

    kind: Hardness
    found: str
    """The sentence, the word or the phrase, as it stands."""
    instead: str = ""
    """What people say; for stiff words only."""
    count: int = 0
    """Words of the sentence, syllables of the word."""


def hard_dutch(text: str, limits: Limits = LIMITS, known: frozenset[str] = frozenset()) -> Iterator[Hard]:
    """What is hard in a text. `known` are words, in lower case, that people know: names of what is there."""
    stiff = _may_be_stiff(text)
    for sentence in _sentences(text):
        words = words_of(sentence)
        if len(words) > limits.words:
            yield Hard("sentence", sentence, count=len(words))
        if stiff and _may_be_stiff(sentence):
            yield from _formal(sentence)
        if passive := _passive([*map(str.lower, words)]):
            yield Hard("passive", passive)
        for number, word in enumerate(words):
            # No word has more syllables than letters: most need no counting.
            if len(word) > limits.syllables and (count := syllables(word)) > limits.syllables:
                is_name = number > 0 and word[0].isupper()
                if not is_name and word.lower() not in known and word.lower() not in PLAIN_WORDS:
                    yield Hard("word", word, count=count)


def words_of(text: str) -> list[str]:
    """The words of a text; numbers are none."""
    return _WORD.findall(text)


def _sentences(text: str) -> Iterator[str]:
    for paragraph in _PARAGRAPH.split(text):
        for found in _SENTENCE.findall(" ".join(paragraph.split())):
            if said := found.strip():
                yield said


def _may_be_stiff(text: str) -> bool:
    """Whether it has all words of a stiff phrase. The pattern tries every phrase at every word, and most
    sentences, and most texts, have the words of none.
    """
    said = frozenset(_PART_OF_WORD.findall(text.lower()))
    words, phrases = _stiff_parts()
    return not words.isdisjoint(said) or any(phrase <= said for phrase in phrases)


def _formal(sentence: str) -> Iterator[Hard]:
    for found in _stiff_words().finditer(sentence):
        yield Hard("formal", found[0], PLAIN_WORDS[" ".join(found[0].lower().split())])


@cache
def _stiff_parts() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The phrases of one word, and the words of each of the others."""
    parts = [frozenset(_PART_OF_WORD.findall(phrase)) for phrase in PLAIN_WORDS]
    words = frozenset[str]().union(*(part for part in parts if len(part) == 1))
    return words, tuple(part for part in parts if len(part) > 1)


@cache
def _stiff_words() -> re.Pattern[str]:
    longest_first = sorted(PLAIN_WORDS, key=lambda phrase: -len(phrase))
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{phrases})(?![\w-])", re.IGNORECASE)


def _passive(words: list[str]) -> str:
    """ "wordt ... gebeld", where the doer is not said; empty if nothing is done to anybody."""
    if _BECOMES.isdisjoint(words) or "door" in words:
        return ""
    becomes = next(word for word in words if word in _BECOMES)
    done = next((word for word in words if _PARTICIPLE.fullmatch(word) and word not in _NO_PARTICIPLES), "")
    return f"{becomes} … {done}" if done else ""


@cache
def syllables(word: str) -> int:
    """How many syllables a word has.

    Pyphen tells which vowels belong to two of them ("re-a-ge-ren"), but hyphenates no single letter
    at the edge ("idee"): within its pieces the groups of vowels count.
    """
    pieces = re.split(r"[-'’]", _patterns().inserted(word.lower()))
    return sum(max(1, len(_VOWELS.findall(piece))) for piece in pieces if piece)


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang="nl_NL")
