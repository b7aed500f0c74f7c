"""What is hard to read in Dutch, on sentences as people write them."""

import pytest

from generator.wording.plain_dutch import LIMITS, STRICT, Hard, hard_dutch, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("soep", 1), ("nieuw", 1), ("fruit", 1), ("idee", 2), ("eigen", 2), ("koeien", 2), ("draaien", 2),
        ("zeeën", 2), ("azijn", 2), ("energie", 3), ("museum", 3), ("ouderen", 3), ("ideeën", 3),
        ("vrijwilliger", 4), ("informatie", 4), ("januari", 4), ("reageren", 4), ("dienstencentrum", 4),
        ("organisatie", 5), ("activiteiten", 5), ("geïnteresseerd", 5), ("coöperatie", 5),
        ("inburgeringstraject", 6), ("verantwoordelijkheid", 6), ("opvoedingsondersteuning", 7),
        ("e-mailadres", 4), ("babbel-en-breicafé", 6),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_people_clap_them(word: str, count: int) -> None:
    assert syllables(word) == count


def kinds(text: str) -> list[str]:
    return [hard.kind for hard in hard_dutch(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Je maakt samen verse soep en leert mensen uit de buurt kennen.",
        "Word vrijwilliger!",
        "Het wordt warm, en je wordt gezond oud.",
        "De kinderen worden groot en de bewoners van de wijk ook.",
        "De les wordt gegeven door Ann.",
        "Kom je? Dat kan op maandag, van 9.30 tot 11.30 uur. Of kijk op www.voorbeeld.be.",
        "Je komt bij het Vlaamsgezondheidsinformatiecentrum terecht.",
        "",
    ],
)
def test_plain_dutch_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je wordt gebeld.", "wordt … gebeld"),
        ("Er wordt koffie geschonken.", "wordt … geschonken"),
        ("Alle vragen worden samen besproken.", "worden … besproken"),
        ("De zaal werd vorig jaar verbouwd.", "werd … verbouwd"),
        ("Er worden twee kinderen uitgenodigd.", "worden … uitgenodigd"),
    ],
)
def test_nobody_does_it_in_a_passive_sentence(text: str, found: str) -> None:
    assert list(hard_dutch(text)) == [Hard("passive", found)]


def test_stiff_words_have_a_plain_one_beside_them() -> None:
    found = list(hard_dutch("Indien je komt,\nbreng dan tevens een stoel mee met het  oog op morgen."))
    assert [(hard.found, hard.instead) for hard in found] == [
        ("Indien", "als"),
        ("tevens", "ook"),
        ("met het oog op", "voor"),
    ]


def test_a_word_within_another_word_is_no_stiff_word() -> None:
    assert kinds("Je leest in het tijdschrift De Indiener.") == []


def test_a_long_sentence_is_one_sentence_however_its_lines_break() -> None:
    words = " ".join(["woord"] * 9)
    (hard,) = hard_dutch(f"{words}\n{words}.\n\nKort.")
    assert (hard.kind, hard.count) == ("sentence", 18)
    assert kinds(f"{words}.\n\n{words}.") == []


def test_the_summary_is_read_more_strictly() -> None:
    text = "Een organisatie helpt je."
    assert [hard.found for hard in hard_dutch(text, STRICT)] == ["organisatie"]
    assert list(hard_dutch(text, LIMITS)) == []
    assert list(hard_dutch(text, STRICT, known=frozenset({"organisatie"}))) == []
