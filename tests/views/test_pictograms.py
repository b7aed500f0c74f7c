"""Pictograms of words: each is one of the bundled icons."""

import pytest

from generator.model.vocabulary import Access, Audience, Vocabulary
from generator.project import icon_names
from generator.views.pictograms import PICTOGRAMS


@pytest.mark.parametrize("word", [*Access, *Audience])
def test_every_word_has_a_pictogram_that_there_is(word: Vocabulary) -> None:
    assert PICTOGRAMS[word] in icon_names()
