"""Long texts, many rows, odd characters: a flyer stays one page, and nothing runs into its footer."""

from io import BytesIO
from random import Random

import pytest
from pypdf import PageObject, PdfReader

from generator.sheets.flyer import flyer_data
from generator.sheets.typesetting import Typesetter
from generator.views.shapes import CheckedView, ContactView, OfferView, Said, WhenView
from tests.sheets.factory import dutch_words, make_guide, make_offer, make_stationery

LONG_NAME = "Groepswerk rond schuldhulpverlening en budgetbegeleiding voor nieuwe inwoners van de wijk"
LONG_SUMMARY = (
    "Je komt samen met anderen die ook vragen hebben over geld, facturen en brieven. "
    "Samen met een maatschappelijk werker zoek je wat jij kunt doen, stap voor stap, op jouw tempo."
)


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    stationery = make_stationery()
    return Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)


def flyer(typesetter: Typesetter, offer: OfferView) -> PageObject:
    stationery = make_stationery()
    data = flyer_data(offer, make_guide((offer,)), stationery.cutouts, dutch_words())
    reader = PdfReader(BytesIO(typesetter.typeset("flyer", data)))
    assert len(reader.pages) == 1
    return reader.pages[0]


def height_of(page: PageObject, wanted: str) -> float:
    """Points above the foot of the page of the piece of text in which that word stands."""
    found: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if wanted in text:
            found.append(tm[5] * cm[3] + cm[5])

    page.extract_text(visitor_text=visit)
    assert found, wanted
    return min(found)


ODD = {
    "one word": "".join(Random(1).choices("abcdefghijklmnoprstuvw", k=20_000)),
    "many long words": " ".join(["verzinselvergadering" * 2] * 480),
    "many addresses": " ".join(["verzinsel@wijk.example"] * 850),
    "quoted": " ".join(['"verzinselvergaderingenzaal"'] * 680),
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_text_that_cannot_be_split_word_by_word_is_set_all_the_same(
    typesetter: Typesetter, text: str
) -> None:
    """Typst gave up on such a text, or took seconds for it."""
    offer, stationery = make_offer(0, summary=Said(text)), make_stationery()
    data = flyer_data(offer, make_guide((offer,)), stationery.cutouts, dutch_words())
    assert typesetter.typeset("flyer", data).startswith(b"%PDF")


EVERYTHING: dict[str, object] = {
    "name": Said(LONG_NAME),
    "summary": Said(LONG_SUMMARY),
    "notice": Said("Deze maand zijn we in de bibliotheek, want het huis wordt geschilderd."),
    "status_text": "Dit is gepland, het is nog niet begonnen.",
    "when": WhenView(("elke maandagvoormiddag van 9.30 tot 11.30 uur, niet in de vakanties",) * 2, True),
    "contacts": (ContactView("An Verzonnen", "buurtwerker", None, "000 00 00 00", "an@wijk.example"),) * 2,
    "bring": (Said("je identiteitskaart en alle brieven van het laatste jaar"),),
    "checked": CheckedView("overdue", "Niet bevestigd sinds 19 december 2022. Vraag bij ons of dit klopt."),
}


@pytest.mark.parametrize(
    "changes",
    [
        {"name": Said(LONG_NAME)},
        {"summary": Said(LONG_SUMMARY)},
        {"name": Said(LONG_NAME), "summary": Said(LONG_SUMMARY)},
        {"name": Said("Donaudampfschifffahrtsgesellschaft")},
        {"notice": Said("Deze maand zijn we in de bibliotheek, want het huis wordt geschilderd.")},
        EVERYTHING,
    ],
    ids=["long name", "long summary", "both", "one long word", "notice", "everything at once"],
)
def test_a_full_flyer_stays_one_page_above_its_footer(
    typesetter: Typesetter, changes: dict[str, object]
) -> None:
    page = flyer(typesetter, make_offer(0, **changes))
    footer = height_of(page, "ontwerp")
    checked = height_of(page, "Vraag bij" if "checked" in changes else "Nagekeken")
    assert checked > footer + 11
    assert height_of(page, "voorbeeldwijk.example") > checked + 11


def test_markup_in_a_text_is_printed_as_it_is_typed(typesetter: Typesetter) -> None:
    page = flyer(typesetter, make_offer(0, name=Said('#panic("x") *a* $b$ <c>')))
    assert '#panic("x") *a* $b$ <c>' in " ".join(page.extract_text().split())


def test_an_emoji_that_no_font_has_is_left_out(typesetter: Typesetter) -> None:
    page = flyer(typesetter, make_offer(0, summary=Said("Kom erbij \U0001f600 en eet mee")))
    assert "eet mee" in page.extract_text()


def test_arabic_and_amharic_and_hebrew_are_set(typesetter: Typesetter) -> None:
    for name, lang in (("حساء", "ar"), ("ሾርባ", "am"), ("מרק", "he")):
        flyer(typesetter, make_offer(0, name=Said(name, lang)))
