"""Which translation each text of a record gets, and what is said of it."""

import re

import pytest

from generator.model.fields import Text
from generator.model.guide import Guide
from generator.model.questions import steps_of
from generator.model.translations import (
    OUTDATED,
    UNREVIEWED,
    Translation,
    texts_to_translate,
    translate_guide,
    translation_states,
)
from tests.reading.samples import OFFERS, SOCIALMAP
from tests.translations.samples import SUMMARY, guide


def translated(of: Guide, *translations: Translation) -> Guide:
    return translate_guide(of, {"fr": translations})


def summary(of: Guide) -> Text:
    return of.offer["soep-in-de-wijk"].summary


def bring(of: Guide) -> list[str]:
    return [text.in_language("fr") for text in of.offer["soep-in-de-wijk"].bring]


def test_a_translation_is_said_in_its_language_only() -> None:
    made = translated(guide(), Translation(SUMMARY, "We koken samen soep.", "On fait la soupe."))
    assert summary(made).in_language("fr") == "On fait la soupe."
    assert summary(made).in_language("nl") == "We koken samen soep."
    assert summary(made).language_for("en") == "nl"
    assert summary(made).state_for("fr") == ""


@pytest.mark.parametrize(
    ("was", "checked", "state"),
    [
        ("We koken samen soep.", False, UNREVIEWED),
        ("We koken soep.", True, OUTDATED),
        ("We koken soep.", False, OUTDATED),
        ("We koken\n  samen soep.", True, ""),
    ],
)
def test_what_is_said_of_a_translation(was: str, checked: bool, state: str) -> None:
    """White space does not count: a file may be laid out anew."""
    made = translated(guide(), Translation(SUMMARY, was, "On fait la soupe.", checked))
    assert summary(made).in_language("fr") == "On fait la soupe."
    assert summary(made).state_for("fr") == state
    assert summary(made).state_for("nl") == ""
    assert translation_states(made.offers, "fr") == ({state} if state else set())


def test_each_language_has_its_own_translations() -> None:
    dutch, name = "We koken samen soep.", "offers/breiclub/name"
    made = translate_guide(
        guide(),
        {
            "tr": [
                Translation(SUMMARY, dutch, "Birlikte çorba pişiriyoruz."),
                Translation(name, "Breiclub", "Örgü"),
            ],
            "fr": [Translation(SUMMARY, "Soep.", "On fait la soupe.")],
        },
    )
    text = summary(made)
    assert text.versions == (
        ("nl", dutch),
        ("fr", "On fait la soupe."),
        ("tr", "Birlikte çorba pişiriyoruz."),
    )
    assert (text.state_for("fr"), text.state_for("tr")) == (OUTDATED, "")
    club = made.offer["breiclub"].name
    assert (club.in_language("fr"), club.in_language("tr")) == ("Club de tricot", "Örgü")


def test_an_empty_translation_leaves_the_dutch() -> None:
    made = translated(guide(), Translation(SUMMARY, "We koken samen soep.", ""))
    assert summary(made).language_for("fr") == "nl"


def test_what_a_record_says_itself_wins() -> None:
    made = translated(guide(), Translation("offers/breiclub/name", "Breiclub", "Autre chose"))
    assert made.offer["breiclub"].name.in_language("fr") == "Club de tricot"
    assert "offers/breiclub/name" not in texts_to_translate(guide(), "fr")
    assert texts_to_translate(guide(), "en")["offers/breiclub/name"] == "Breiclub"


def test_every_kind_of_record_is_translated() -> None:
    """Nested texts too, by the keys as people type them."""
    paths = texts_to_translate(guide(), "fr")
    for path in (
        "offers/soep-in-de-wijk/notice/text",
        "offers/soep-in-de-wijk/bring/0",
        "offers/breiclub/signup/how",
        "socialmap/neighbourhood/fallback/name",
        "socialmap/themes/vrije-tijd/synonyms/1",
        "socialmap/organisations/voorbeeldvzw/phones/0/label",
        "socialmap/places/wijkhuis/closed/0/reason",
        "socialmap/contacts/jan-voorbeeld/role",
        "socialmap/questions/ik-verveel-me/question",
        "socialmap/questions/brief-van-de-school/ask",
        "socialmap/questions/schoolrekening/synonyms/0",
        "socialmap/helplines/noodnummer/purpose",
    ):
        assert path in paths
    upper = [Translation(path, dutch, dutch.upper()) for path, dutch in paths.items()]
    assert texts_to_translate(translated(guide(), *upper), "fr") == {}


def test_the_way_to_a_hidden_address_is_not_given_to_translators() -> None:
    place = "    address: Voorbeeldstraat 1\n    directions: Door de poort.\n"
    shown = SOCIALMAP.replace("    address: Voorbeeldstraat 1\n", place)
    hidden = shown.replace("    number: 1\n", "    number: 1\n    confidential: yes\n")
    path = "socialmap/places/wijkhuis/directions"
    assert path in texts_to_translate(guide(socialmap=shown), "fr")
    assert path not in texts_to_translate(guide(socialmap=hidden), "fr")


POT = Translation("offers/soep-in-de-wijk/bring/0", "Een lege pot", "Un pot vide")
SPOON = Translation("offers/soep-in-de-wijk/bring/1", "Een lepel", "Une cuillère")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("[Een lepel, Een lege pot]", ["Une cuillère", "Un pot vide"]),
        ("[Een lepel]", ["Une cuillère"]),
        ("[Een schort, Een lege pot, Een lepel]", ["Een schort", "Un pot vide", "Une cuillère"]),
        ("[Een lege kom, Een lepel]", ["Un pot vide", "Une cuillère"]),
    ],
)
def test_a_list_in_another_order_keeps_its_translations(now: str, said: list[str]) -> None:
    made = translated(guide(OFFERS.replace("[Een lege pot]", now)), POT, SPOON)
    assert bring(made) == said


def test_a_record_with_a_new_id_keeps_its_translations() -> None:
    renamed = OFFERS.replace("id: soep-in-de-wijk", "id: verse-soep\n    previous_ids: soep-in-de-wijk")
    made = translated(guide(renamed), Translation(SUMMARY, "We koken samen soep.", "On fait la soupe."))
    assert made.offer["verse-soep"].summary.in_language("fr") == "On fait la soupe."


RENAMED = SOCIALMAP.replace("id: schoolrekening", "id: rekening\n            previous_ids: schoolrekening")
MOVED = re.sub(
    r"^ {4}(?= {6})", "", SOCIALMAP.replace("ask: Wat staat erin?\n        choices:", "answer: Kom langs."),
    flags=re.MULTILINE,
)  # fmt: skip
"""The choices of the third step one step higher."""


@pytest.mark.parametrize("socialmap", [RENAMED, MOVED])
def test_a_choice_that_is_renamed_or_moved_keeps_its_translation(socialmap: str) -> None:
    bill = Translation("socialmap/questions/schoolrekening/question", "De rekening.", "La facture.")
    made = translated(guide(socialmap=socialmap), bill)
    steps = [step for question in made.questions for step in steps_of(question)]
    assert "La facture." in [step.question.in_language("fr") for step in steps]


def test_a_translation_of_what_does_not_exist_does_nothing() -> None:
    odd = [Translation(path, "x", "y") for path in ("", "/", "offers", "socialmap/offers/x", "offers/x/0/0")]
    assert translated(guide(), *odd) == guide()
