"""What a French page says of the invented neighbourhood, and what it says of its translations."""

from datetime import date

import pytest

from generator.project import Project, words_of
from generator.source import load, view_languages
from generator.views.shapes import GuideView, OfferView, Said
from generator.wording.words import read_words
from tests.tools.paths import INVENTED

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {}\\n"\n'
UNREVIEWED = words_of("fr").gettext("This translation was not checked by a speaker yet.")
OUTDATED = words_of("fr").gettext("The Dutch text has changed since this was translated.")


@pytest.fixture(scope="module")
def guides() -> dict[str, GuideView]:
    return view_languages(load(Project(INVENTED), date(2026, 11, 23)), ("nl", "fr"))


def offer(guide: GuideView, name: str) -> OfferView:
    return next(view for view in guide.offers if view.id == name)


def test_translations_are_on_the_page(guides: dict[str, GuideView]) -> None:
    coffee, sewing = (offer(guides["fr"], name) for name in ("koffie-met-koek", "naaien-om-de-twee-weken"))
    assert coffee.bring == (Said("De la bonne humeur"), Said("Votre propre tasse"))
    assert coffee.remark == Said("Le café est inventé.", None, "unreviewed")
    assert sewing.summary.text.startswith("On apprend à coudre")
    assert "avec pique-nique" in " ".join(offer(guides["fr"], "vaste-data").when.lines)


def test_a_text_without_translation_is_dutch_and_says_so(guides: dict[str, GuideView]) -> None:
    assert offer(guides["fr"], "vaste-data").name == Said("Wandelen op vaste data", "nl")


def test_the_page_says_how_sure_its_translation_is(guides: dict[str, GuideView]) -> None:
    notes = {view.id: view.translation for view in guides["fr"].offers}
    assert notes["koffie-met-koek"] == UNREVIEWED
    assert notes["eerste-donderdag"] == OUTDATED
    assert notes["naaien-om-de-twee-weken"] == ""
    assert offer(guides["fr"], "eerste-donderdag").summary.state == "outdated"
    places = {view.id: view.translation for view in guides["fr"].places}
    assert (places["verzinselhuis"], places["droompark"]) == (UNREVIEWED, "")
    assert all(view.translation == "" for view in guides["fr"].questions)


def test_the_dutch_page_says_nothing_of_it(guides: dict[str, GuideView]) -> None:
    dutch = guides["nl"]
    for views in (dutch.offers, dutch.past_offers, dutch.organisations, dutch.places, dutch.questions):
        assert {view.translation for view in views} == {""}


def test_interface_texts_that_a_language_lacks_are_dutch() -> None:
    """With the plural rule of the language that says it; the English of the code stays English."""
    plural = 'msgid "{n} hour"\nmsgid_plural "{n} hours"\nmsgstr[0] "{n} uur"\nmsgstr[1] "{n} uren"\n'
    dutch = read_words("nl", {"common": (HEADER.format("nplurals=2; plural=(n != 1);") + plural).encode()})
    six = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100<=10 ? 3 : n%100<=99 ? 4 : 5);"
    own = 'msgid "hello"\nmsgstr "مرحبا"\n'
    arabic = read_words("ar", {"common": (HEADER.format(six) + own).encode()}, dutch)
    assert arabic.gettext("hello") == "مرحبا"
    assert arabic.ngettext("{n} hour", "{n} hours", 100) == "{n} uren"
    assert words_of("pl").gettext("Welcome brochure") == "Onthaalbrochure"
    assert words_of("en").gettext("Welcome brochure") == "Welcome brochure"
