"""Plain language: a sentence a line, in each language."""

from tests.views.invented import view_invented


def test_each_line_is_a_sentence_of_its_own() -> None:
    offer = next(offer for offer in view_invented().offers if offer.id == "koffie-met-koek")
    assert [str(line) for line in offer.simple] == ["Je drinkt koffie.", "Je eet een koek.", "Thee mag ook."]
