"""The sheets to fill in: made from the records, with lines for what is not known, and without names."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from generator.sheets import FormRecord, Tongue, form_file, render_binder, render_form
from generator.sheets.forms import every_form, referral_data
from generator.sheets.template_data import as_read
from generator.views.binder import view_binder
from generator.views.forms import REFERRAL, SIGNUP, TALLY, takes_names
from generator.views.opening_shapes import OpeningView
from generator.views.shapes import ContactView, Fact, GuideView, Said, TallyView, WhereView
from tests.sheets.factory import (
    FALLBACK,
    dutch_words,
    make_guide,
    make_offer,
    make_organisation,
    make_stationery,
    set_small_sheets,
)
from tests.tools.legible import pages as legible_pages
from tests.tools.pdf import texts_of
from tests.tools.verapdf import failed_rules

NAMES = Fact("Je moet je inschrijven. Bel An.", True, "eerst inschrijven", "required")
LONG = "Groepswerk rond schuldhulpverlening en budgetbegeleiding voor nieuwe inwoners van de wijk"
WORKSHOP = make_offer(1, name=Said("Kookles"), signup=NAMES)
GUIDE = replace(
    make_guide((make_offer(0), WORKSHOP)),
    tally=TallyView(("Advies", "Een luisterend oor"), ("Het Verzonnen Loket",)),
)
NOTHING_KNOWN = replace(
    make_organisation(1), contacts=(FALLBACK,), where=WhereView((), False), bring=(), name=Said("Het Loket")
)


def sheet(kind: str, record: FormRecord = None, guide: GuideView = GUIDE) -> list[str]:
    """The text of each page."""
    return texts_of(render_form(kind, record, guide, make_stationery(), dutch_words()))


def text(sheet: list[str]) -> str:
    return " ".join(sheet)


def test_an_offer_that_takes_names_has_a_sign_up_sheet() -> None:
    assert [offer.name.text for offer in GUIDE.offers if takes_names(offer)] == ["Kookles"]
    recommended = make_offer(2, signup=replace(NAMES, id="recommended"))
    assert takes_names(recommended)
    files = {form_file(kind, record) for kind, record in every_form(GUIDE)}
    assert {"aanmelding.pdf", "doorverwijzing.pdf", "turfblad.pdf", "aanmelding/aanbod-1.pdf"} <= files
    assert "aanmelding/aanbod-0.pdf" not in files
    assert "doorverwijzing/organisatie-3.pdf" in files


def test_nobody_is_sent_to_an_organisation_that_has_ended() -> None:
    ended = replace(make_organisation(3), status="ended")
    guide = replace(GUIDE, organisations=(ended, make_organisation(1)))
    files = {form_file(kind, record) for kind, record in every_form(guide)}
    assert {name for name in files if "/organisatie" in name} == {"doorverwijzing/organisatie-1.pdf"}


def test_the_sign_up_sheet_says_what_it_is_for_and_what_happens_to_the_names() -> None:
    pdf = render_form(SIGNUP, WORKSHOP, GUIDE, make_stationery(), dutch_words())
    ((width, height),) = (page.get_size() for page in PdfDocument(pdf))
    assert (round(width), round(height)) == (595, 842)
    (said,) = texts_of(pdf)
    for wanted in (
        "Inschrijven voor Kookles",
        "Elke vrijdag van 9.30 tot 11.30 uur",
        "Verzonnenstraat 1",
        "Gratis",
        "Q/AB001",
        "Voornaam Hoe bereiken we je?",
        "Datum",
        "Na de activiteit wordt dit blad vernietigd.",
    ):
        assert wanted in said
    assert "10 11 12" in said, "there are lines for a dozen people"


def test_a_slip_is_there_twice_to_cut_apart() -> None:
    organisation = replace(
        make_organisation(1),
        contacts=(
            ContactView("Verzonnen vzw 1", "onthaal", phone="000 11 22 33"),
            ContactView("An Verzonnen", "buurtwerker"),
        ),
    )
    pages = sheet(REFERRAL, organisation)
    assert len(pages) == 1
    said = text(pages)
    for wanted in (
        "Je gaat naar Verzonnen vzw 1",
        "Verzonnenstraat 1",
        "000 11 22 33, onthaal",
        "An Verzonnen, buurtwerker",
        "je identiteitskaart",
        "Q/CD001",
        "Nagekeken op 1 november 2026.",
        "Dit briefje is van jou. Wij bewaren er niets van.",
    ):
        assert said.count(wanted) == 2, wanted


def test_a_slip_says_all_that_the_record_knows() -> None:
    organisation = replace(
        make_organisation(1),
        appointment=Fact("Je hebt een afspraak nodig.", True),
        opening=OpeningView("s:x", (), "", ("Maandag: 9.00-12.00 uur",), (), "", "", ((),) * 7, (), ()),
        languages=("Nederlands", "Frans"),
        price=Fact("Gratis", True),
    )
    said = text(sheet(REFERRAL, organisation))
    for wanted in (
        "Open Je hebt een afspraak nodig. Maandag: 9.00-12.00 uur",
        "Prijs Gratis",
        "Talen Nederlands en Frans",
        "Hoe kom je er?",
    ):
        assert wanted in said


def test_what_is_not_known_is_a_line_to_write_on() -> None:
    data = as_read(referral_data(NOTHING_KNOWN, GUIDE, dutch_words()))
    rows = {row["id"]: row for row in data["rows"]}
    assert set(rows) == {"where", "way", "bring", "ask"}
    assert all(rows[name]["blank"] and not rows[name]["lines"] for name in ("where", "way", "bring"))
    assert rows["ask"]["lines"][0]["text"] == NOTHING_KNOWN.ask
    general = text(sheet(REFERRAL))
    assert general.count("Met wie spreek je?") == 2
    assert "Bel of kom langs" not in general


def test_a_slip_with_too_much_for_half_a_sheet_gets_the_whole_one() -> None:
    full = replace(
        make_organisation(1),
        name=Said(LONG),
        bring=tuple(Said(f"een bewijs van wat je in maand {n} verdiend hebt") for n in range(12)),
        contacts=tuple(ContactView(f"Werker {n}", "buurtwerker", phone="000 00 00 00") for n in range(5)),
    )
    pages = sheet(REFERRAL, full)
    assert len(pages) == 1
    assert text(pages).count("Van wie?") == 1
    assert "maand 11" in text(pages)


def test_the_tally_sheet_counts_and_asks_for_nobody() -> None:
    pages = sheet(TALLY)
    assert len(pages) == 1
    said = text(pages)
    for wanted in ("Geen namen, geen adressen.", "Vrije tijd", "Wonen", "Advies", "Het Verzonnen Loket"):
        assert wanted in said
    assert "Voornaam" not in said
    assert "Telefoon" not in said


def test_many_themes_go_on_to_a_next_page() -> None:
    many = replace(GUIDE, tally=TallyView(tuple(f"Antwoord {n}" for n in range(60))))
    pages = sheet(TALLY, guide=many)
    assert len(pages) > 1
    assert all("Geen namen" in page for page in pages)


def test_a_neighbourhood_that_counts_nothing_else_writes_it_itself() -> None:
    bare = replace(GUIDE, tally=TallyView(), themes=())
    assert "Naar wie verwees je door?" in text(sheet(TALLY, guide=bare))


@pytest.mark.parametrize("kind", [SIGNUP, REFERRAL, TALLY])
def test_the_longest_names_stay_on_the_sheet(tmp_path: Path, kind: str) -> None:
    offer = replace(WORKSHOP, name=Said(LONG), bring=(Said(LONG), Said(LONG)))
    organisation = replace(make_organisation(1), name=Said("Donaudampfschifffahrtsgesellschaft"))
    guide = replace(GUIDE, tally=TallyView((LONG, "Donaudampfschifffahrtsgesellschaft"), (LONG,)))
    records: dict[str, FormRecord] = {SIGNUP: offer, REFERRAL: organisation}
    path = tmp_path / f"{kind}.pdf"
    path.write_bytes(render_form(kind, records.get(kind), guide, make_stationery(), dutch_words()))
    (page,) = legible_pages(path)
    assert page.overlaps() == []
    assert not page.ink_outside(5)
    assert all(page.shows(word) for word in page.words)


def test_all_kinds_are_accessible(tmp_path: Path) -> None:
    paths = []
    each: tuple[tuple[str, str, FormRecord], ...] = (
        ("inschrijven", SIGNUP, WORKSHOP),
        ("blanco", SIGNUP, None),
        ("doorverwijzing", REFERRAL, make_organisation(1)),
        ("algemeen", REFERRAL, None),
        ("turfblad", TALLY, None),
    )
    for name, kind, record in each:
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(render_form(kind, record, GUIDE, make_stationery(), dutch_words()))
    assert [str(rule) for rule in failed_rules(paths)] == []


def test_they_are_in_the_binder_behind_a_tab_of_their_own() -> None:
    """The general ones and the sign-up sheets; the slips of organisations would make it heavy."""
    words = dutch_words()
    binder = view_binder(GUIDE, words)
    assert binder.forms.title == "5 Om in te vullen"
    assert [(str(form.number), form.record) for form in binder.forms.sheets] == [
        ("5.1", "form/referral"),
        ("5.2", "form/tally"),
        ("5.3", "form/signup"),
        ("5.4", "form/signup/aanbod-1"),
    ]
    pages = texts_of(render_binder(binder, GUIDE, make_stationery(), words))
    fronts = pages[::2]
    assert any("5.4 Inschrijfblad: Kookles" in page for page in pages), "the contents name it"
    at = next(n for n, page in enumerate(fronts) if page.endswith("proefdruk 5"))
    assert [page.rsplit(" ", 1)[1] for page in fronts[at + 1 : at + 5]] == ["5.1", "5.2", "5.3", "5.4"]
    assert "Hulp aan de telefoon" in fronts[at + 5], "the numbers to call stay the last sheet"


def test_a_build_makes_them_all() -> None:
    made = set_small_sheets(Tongue(GUIDE, dutch_words(), {}))
    assert {form_file(kind, record) for kind, record in every_form(GUIDE)} <= set(made)
