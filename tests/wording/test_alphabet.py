"""Names stand in the order of the reader's own alphabet."""

from generator.project import words_of
from generator.wording.alphabet import first_letter, sort_key

DUTCH, UKRAINIAN = words_of("nl"), words_of("uk")


def in_order(language: str, names: str) -> str:
    words = words_of(language)
    return " ".join(sorted(names.split(), key=lambda name: sort_key(words, name)))


def test_accents_case_and_apostrophes_do_not_count_in_dutch() -> None:
    assert in_order("nl", "Zon ’t-Nest écran eten 1712") == "1712 écran eten ’t-Nest Zon"
    assert [first_letter(DUTCH, name) for name in ("’t Nest", "écran", "1712")] == ["T", "E", "#"]


def test_ukrainian_letters_have_places_of_their_own() -> None:
    """By their numbers in Unicode є, і, ї and ґ come after я, and ї and й would count as accented."""
    assert in_order("uk", "яма їжа ґанок день єдність інше йога завод GS9") == (
        "GS9 ґанок день єдність завод інше їжа йога яма"
    )
    assert [first_letter(UKRAINIAN, name) for name in ("їжа", "Йога", "’Є")] == ["Ї", "Й", "Є"]
