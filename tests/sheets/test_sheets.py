"""All sheets of an invented neighbourhood: sizes, numbers of pages, what they say."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader

from generator.sheets import Tongue, product_names
from generator.sheets.flyer import flyer_data
from generator.sheets.forms import every_form, form_file
from generator.sheets.helpers import helper_data
from generator.sheets.template_data import as_read
from generator.sheets.workers import worker_rows
from generator.views.shapes import (
    BrochureView,
    CheckedView,
    GuideView,
    HomeView,
    Link,
    Said,
    WeekdayView,
    WhereView,
)
from generator.views.walking_shapes import ReachView, RouteView, StopView
from tests.sheets.factory import (
    dutch_words,
    make_guide,
    make_offer,
    make_organisation,
    make_stationery,
    make_unknown_offer,
    set_binder,
    set_brochure,
    set_everything,
    set_small_sheets,
)
from tests.site.factory import make_question
from tests.tools.pdf import texts_of

NUMBER = 38
"""Of the pin of the house, which is not its turn in any list."""
WHERE = replace(make_offer(0).where, number=NUMBER)
OFFERS = tuple(make_unknown_offer(n) if n % 4 == 3 else make_offer(n, where=WHERE) for n in range(13))
PROSE = {
    "welkom": "---\ntitle: Welkom in de Voorbeeldwijk\n---\n\nFijn dat je er bent.\n\n## Kom\n\n- Kom.\n",
    "afspraken": "---\ntitle: Onze afspraken\n---\n\n" + "Iedereen is **welkom** in de buurt.\n\n" * 40,
    "flyermap": "---\ntitle: Zo gebruik je de map\n---\n\nSla ze open.\n",
}
KEPT_ELSEWHERE = "Regio Verzonnen houdt dit bij."
POINT = 72 / 25.4


def whole_guide() -> GuideView:
    guide = make_guide(OFFERS)
    house = replace(guide.places[0], number=NUMBER, where=replace(guide.places[0].where, number=NUMBER))
    own, theirs = guide.helplines
    return replace(
        guide,
        places=(house, *guide.places[1:]),
        meeting_house=house,
        helplines=(own, replace(theirs, home=HomeView(KEPT_ELSEWHERE, "https://regio.example/"))),
    )


@pytest.fixture(scope="module")
def sheets() -> dict[str, bytes]:
    return set_everything(whole_guide(), make_stationery(PROSE))


def pages(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(BytesIO(pdf)).pages)


def millimetres(page: PageObject) -> tuple[int, int]:
    return round(float(page.mediabox.width) / POINT), round(float(page.mediabox.height) / POINT)


@cache
def texts(pdf: bytes) -> list[str]:
    """The text of each page, read once."""
    return texts_of(pdf)


def test_there_is_one_flyer_for_each_offer_and_the_products(sheets: dict[str, bytes]) -> None:
    brochures = {f"onthaalbrochure{form}.pdf" for form in ("", "-groot", "-boekje")}
    products = brochures | {"flyermap.pdf", "buurtkaart.pdf", "aanbod-op-een-blad.pdf"}
    forms = {form_file(kind, record) for kind, record in every_form(make_guide(OFFERS))}
    flyers = {f"flyers/{offer.id}.pdf" for offer in OFFERS}
    assert set(sheets) == products | flyers | forms
    assert set(product_names(whole_guide())) == products


def test_a_flyer_of_a_walk_shows_it_and_says_how_long_it_is() -> None:
    stops = tuple(
        StopView(Link(f"plek-{n}", Said("Plek"), f"plaatsen/plek-{n}/"), n, 50.0, 3.0, "", None, (), None)
        for n in (1, 2)
    )
    walk = make_offer(0, route=RouteView(stops, False, None, "2,3 kilometer", "35 minuten"))
    drawings = {
        walk.href: '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="7mm">'
        "<text>de kaart</text></svg>"
    }
    shown = as_read(flyer_data(walk, make_guide((walk,)), drawings, dutch_words()))["offer"]
    assert shown["cutout"] == drawings[walk.href]
    rows = {row["id"]: row for row in shown["rows"]}
    assert "2,3 kilometer, ongeveer 35 minuten" in rows["route"]["lines"][0]["text"]


def test_the_back_of_a_leaf_says_how_to_get_there() -> None:
    reach = ReachView("station", "Trein:", Said("Station"), "6 minuten stappen (390 meter)")
    where = replace(make_offer(0).where, reach=(reach,), directions=Said("Over de brug."))
    rows = worker_rows(make_offer(0, where=where), None, make_guide((make_offer(0),)).fallback, dutch_words())
    (row,) = (row for row in rows if row.id == "reach")
    assert [line.text for line in row.lines] == [
        "Over de brug.",
        "Trein: Station, 6 minuten stappen (390 meter)",
    ]


def test_a_flyer_is_one_a5_page_with_everything_a_resident_asks(sheets: dict[str, bytes]) -> None:
    (page,) = pages(sheets["flyers/aanbod-0.pdf"])
    assert millimetres(page) == (148, 210)
    (said,) = texts(sheets["flyers/aanbod-0.pdf"])
    for wanted in (
        "Verzonnen aanbod 0",
        "Elke vrijdag van 9.30 tot 11.30 uur",
        "Verzonnenstraat 1",
        "Gratis",
        "000 00 00 00",
        "voorbeeldwijk.example/Q/AB000",
        "Nagekeken op 1 november 2026.",
        "proefdruk",
    ):
        assert wanted in said


def test_a_flyer_takes_the_plain_words_where_they_fit_in_large_type() -> None:
    few = make_offer(0, simple=(Said("We koken."), Said("Jij ook?")))
    many = make_offer(1, simple=(Said("We koken."), *(Said("Jij kan ook komen koken.") for _ in range(20))))
    sheets = set_small_sheets(Tongue(make_guide((few, many)), dutch_words(), {}))
    plain, full = (texts(sheets[f"flyers/aanbod-{n}.pdf"])[0] for n in (0, 1))
    assert "We koken. Jij ook?" in plain
    assert few.summary.text not in plain
    assert many.summary.text in full


def test_what_is_not_known_is_one_friendly_question(sheets: dict[str, bytes]) -> None:
    (said,) = texts(sheets["flyers/aanbod-3.pdf"])
    assert "Wil je weten wanneer het is, waar het is en wat het kost? Bel of kom langs" in said
    assert "Prijs" not in said
    assert "Vraag het hier: Voorbeeldhuis" in said


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9, 17])
def test_the_brochure_has_a_multiple_of_four_pages_and_none_is_blank(count: int) -> None:
    offers = tuple(make_offer(n) for n in range(count))
    brochure = texts(set_brochure(make_guide(offers), PROSE))
    assert len(brochure) % 4 == 0
    assert all(len(said) > 40 for said in brochure)


def test_the_first_spread_explains_the_signs_and_says_what_is_where(sheets: dict[str, bytes]) -> None:
    _cover, inside, opposite, *_rest = texts(sheets["onthaalbrochure.pdf"])
    assert inside.startswith("Wat betekenen de tekens?")
    assert "Het nummer van een plaats" in inside
    assert opposite.startswith("Inhoud")
    assert re.search(r"Wat betekenen de tekens\? ?2", opposite)


def test_the_brochure_goes_by_function_or_by_day() -> None:
    days = (
        WeekdayView(0, "maandag", OFFERS[:1]),
        WeekdayView(4, "vrijdag", OFFERS[:3]),
        WeekdayView(None, "geen vaste dag", OFFERS[3:]),
    )
    guide = replace(make_guide(OFFERS), by_weekday=days)

    def said(brochure: BrochureView) -> str:
        made = set_brochure(replace(guide, brochure=brochure), PROSE)
        return " ".join(texts(made))

    assert "Geen vaste dag" not in said(BrochureView())
    by_day = said(BrochureView(by_day=True))
    order = ["Maandag", "Verzonnen aanbod 0", "Vrijdag", "Verzonnen aanbod 1", "Geen vaste dag"]
    at = [by_day.index(words) for words in order]
    assert at == sorted(at)
    assert "Verzonnen aanbod 0: kijk bij maandag" in by_day
    assert all(offer.name.text in by_day for offer in OFFERS)


def test_a_place_has_one_number_on_all_paper(sheets: dict[str, bytes]) -> None:
    """The number of its pin on the map, which is not the place's turn in any list."""
    for name in ("onthaalbrochure", "flyermap", "buurtkaart", "aanbod-op-een-blad", "flyers/aanbod-0"):
        said = " ".join(texts(sheets[f"{name}.pdf"]))
        assert re.search(rf"\b{NUMBER}\b", said), name


def test_the_brochure_leaves_out_the_sections_that_nobody_wrote(sheets: dict[str, bytes]) -> None:
    said = " ".join(texts(sheets["onthaalbrochure.pdf"]))
    assert "Welkom in de Voorbeeldwijk" in said
    assert "Onze afspraken" in said
    bare = set_brochure(make_guide(OFFERS))
    assert len(pages(bare)) % 4 == 0
    assert "Onze afspraken" not in " ".join(texts(bare))


def test_the_list_of_places_gives_the_page_of_each_offer(sheets: dict[str, bytes]) -> None:
    brochure = texts(sheets["onthaalbrochure.pdf"])
    listed = re.search(r"Verzonnen aanbod 0 \((\d+)\)", " ".join(brochure))
    assert listed
    assert "Verzonnen aanbod 0" in brochure[int(listed.group(1)) - 1]


def test_a_number_that_another_guide_keeps_says_so(sheets: dict[str, bytes]) -> None:
    for name in ("onthaalbrochure.pdf", "flyermap.pdf"):
        (page,) = (said for said in texts(sheets[name]) if "een luisterend oor" in said)
        assert page.count(KEPT_ELSEWHERE) == 1
        assert page.index("een luisterend oor") < page.index(KEPT_ELSEWHERE)


def test_the_booklet_has_two_pages_on_each_side_of_landscape_a4(sheets: dict[str, bytes]) -> None:
    booklet = pages(sheets["onthaalbrochure-boekje.pdf"])
    assert len(booklet) * 2 == len(pages(sheets["onthaalbrochure.pdf"]))
    assert {millimetres(page) for page in booklet} == {(297, 210)}


def test_tabs_and_leaves_of_the_binder_begin_on_the_front_of_a_sheet(sheets: dict[str, bytes]) -> None:
    binder = texts(sheets["flyermap.pdf"])
    assert {millimetres(page) for page in pages(sheets["flyermap.pdf"])} == {(210, 297)}
    assert len(binder) % 2 == 0
    tabs = [n for n, said in enumerate(binder) if "Bladen achter dit tabblad" in said]
    backs = [n for n, said in enumerate(binder) if "Voor de werker" in said]
    assert len(tabs) == 3
    assert all(n % 2 == 0 for n in tabs)
    assert len(backs) == len(OFFERS)
    assert all(n % 2 == 1 for n in backs)
    assert all(len(said) > 20 for said in binder)


def test_an_offer_has_its_leaf_behind_its_first_theme_only(sheets: dict[str, bytes]) -> None:
    binder = texts(sheets["flyermap.pdf"])
    fronts = [said for said in binder if "Verzonnen aanbod 5" in said and "Scan de code" in said]
    assert len(fronts) == 1
    assert fronts[0].endswith("3.2")


def test_a_neighbourhood_that_has_hardly_begun_gets_its_sheets_too() -> None:
    bare = replace(
        make_guide(()), helplines=(), roles=(), organisations=(), themes=(), by_weekday=(), by_function=()
    )
    bare = replace(bare, places=(replace(bare.places[0], where=WhereView((), False)),))
    assert len(pages(set_brochure(bare))) % 4 == 0
    assert len(pages(set_binder(bare))) % 2 == 0


def test_the_binder_says_who_helps_with_which_question() -> None:
    """All paths of the finder, before the tabs, each with the letters of its code."""
    guide = replace(make_guide(OFFERS[:1]), questions=(make_question(OFFERS),))
    binder = texts(set_binder(guide, PROSE))
    [finder] = [said for said in binder if "Wie helpt bij welke vraag?" in said]
    order = [
        "Ga eerst hierheen",
        "Voorbeeldhuis",
        "Ik begrijp een brief niet",
        "Ik wil hem samen lezen",
        "VR002",
    ]
    assert [finder.index(words) for words in order] == sorted(finder.index(words) for words in order)
    assert "Verzonnen vzw 1" in finder


def test_an_offer_without_a_theme_is_behind_a_last_tab() -> None:
    offers = (make_offer(0), make_offer(1, themes=()))
    binder = texts(set_binder(make_guide(offers)))
    (front,) = (said for said in binder if said.endswith("5.1") and "Scan de code" in said)
    assert "Verzonnen aanbod 1" in front


def test_the_binder_has_bookmarks_and_page_labels(sheets: dict[str, bytes]) -> None:
    reader = PdfReader(BytesIO(sheets["flyermap.pdf"]))
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles[0] == "Zo gebruik je de map"
    assert {"Vrije tijd", "Wonen", "Werk", "Hulp aan de telefoon"} <= set(titles)
    assert reader.page_labels[:2] == ["i", "ii"]
    assert "1" in reader.page_labels


def test_the_wall_map_is_one_a3_page_with_all_places(sheets: dict[str, bytes]) -> None:
    (page,) = pages(sheets["buurtkaart.pdf"])
    assert millimetres(page) == (420, 297)
    (said,) = texts(sheets["buurtkaart.pdf"])
    assert all(f"Verzonnen plaats {n}" in said for n in range(2, 8))
    assert "112" in said


def test_every_sheet_has_a_title_a_language_and_tags_but_the_booklet(sheets: dict[str, bytes]) -> None:
    for name, pdf in sheets.items():
        reader = PdfReader(BytesIO(pdf))
        assert reader.metadata
        assert reader.metadata.title
        if name != "onthaalbrochure-boekje.pdf":
            assert str(reader.root_object["/Lang"]).startswith("nl")
            assert "/StructTreeRoot" in reader.root_object


def test_the_same_input_gives_the_same_bytes(sheets: dict[str, bytes]) -> None:
    again = set_everything(whole_guide(), make_stationery(PROSE))
    assert again == sheets


def test_the_brochure_and_the_list_of_who_helps_say_when_each_was_checked() -> None:
    overdue = CheckedView("overdue", "Heel lang.", "2022-12-19", "Niet bevestigd sinds 19 december 2022.")
    offers = (make_offer(0), make_offer(1, checked=overdue))
    brochure = " ".join(texts(set_brochure(make_guide(offers), PROSE)))
    assert brochure.count("Nagekeken op 1 november 2026.") == 1
    assert brochure.count("Niet bevestigd sinds 19 december 2022.") == 1
    helper = helper_data(replace(make_organisation(1), checked=overdue), dutch_words())
    assert helper["checked"] == {"state": "overdue", "text": overdue.short}
