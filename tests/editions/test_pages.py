"""The pages behind codes on paper: in every language, without script, they say whether the paper is right."""

import re
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.build import site_input
from generator.editions import bind, stamped
from generator.model.codes import code_of
from generator.model.ledger import Ledger
from generator.project import Project
from generator.site.code_pages import render_code_pages, render_edition_pages
from generator.site.shapes import SiteInput
from generator.source import load, view_languages
from tests.editions.stage import Stage
from tests.editions.test_standing import ENDED, NEW

LATER = date(2026, 12, 2)


def site_of(
    stage: Stage,
    today: date = LATER,
    sheets: dict[str, bytes] | None = None,
    languages: tuple[str, ...] = (),
) -> SiteInput:
    """The website of that day without pictures to share, in these languages; if none is named, in all."""
    source = load(Project(stage.root), today)
    guides = view_languages(source, languages or source.languages)
    standing = bind(source, guides["nl"]).standing
    guides = {language: stamped(source, guide, standing) for language, guide in guides.items()}
    with patch("generator.build.render_cards", return_value={}):
        return site_input(source, guides, standing, sheets or {})


def ledger_of(stage: Stage) -> Ledger:
    return load(Project(stage.root), LATER).ledger


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture(scope="module")
def changed_once(printed_once: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Edition 1 is on paper; since then one offer moved to Thursday, one ended and one began."""
    printed = printed_once.copy(tmp_path_factory.mktemp("changed"))
    printed.change(
        "      on: vrijdag\n      from: 9u30\n      until: 11.30u",
        "      on: donderdag\n      from: 14u\n      until: 16u",
    )
    printed.change("Je mag ook thee vragen.", "Je mag ook melk vragen.")
    printed.change("    checked: {on: 2026-10-10}", ENDED)
    printed.add(NEW)
    return printed


@pytest.fixture
def changed(changed_once: Stage, tmp_path: Path) -> Stage:
    """A copy of it, to change more."""
    return changed_once.copy(tmp_path)


@pytest.fixture(scope="module")
def site(changed_once: Stage) -> SiteInput:
    return site_of(changed_once)


@pytest.fixture(scope="module")
def pages(site: SiteInput) -> dict[str, str]:
    """What the codes on paper lead to: path -> HTML."""
    return dict(render_code_pages(site))


def test_a_code_on_paper_says_what_changed_since(pages: dict[str, str]) -> None:
    dutch, french = (text_of(part) for part in pages[page_of("koffie-met-koek")].split("<hr>"))
    assert "Dit blad klopt niet meer. Dit is veranderd:" in dutch
    assert "Was: Elke vrijdag van 9.30 tot 11.30 uur, niet in de schoolvakanties" in dutch
    assert "Is nu: Elke donderdag van 14.00 tot 16.00 uur" in dutch
    assert "Ook de uitleg is veranderd." in dutch
    assert "Jouw blad: editie 1, 23 november 2026" in dutch
    assert "Cette feuille n’est plus correcte." in french
    # The paper is in Dutch: what it says is quoted as it stands there, what is so now is said in French.
    assert "Avant : Elke vrijdag van 9.30" in french
    assert "Maintenant : Chaque jeudi de" in french
    assert '<span lang="nl" dir="auto">Elke vrijdag' in pages[page_of("koffie-met-koek")]


def page_of(offer: str, edition: int = 1) -> str:
    return f"Q/{code_of('offer', offer)}-{edition}/"


def test_a_code_on_paper_says_that_the_sheet_is_still_right(pages: dict[str, str]) -> None:
    """And so do all that did not change; what nobody checked in time only did not change."""
    assert "Dit blad klopt nog." in text_of(pages[page_of("op-afspraak")])
    unsure = text_of(pages[page_of("naaien-om-de-twee-weken")])
    assert "Er is niets veranderd sinds dit blad gedrukt is. Niet bevestigd sinds 5 mei 2024." in unsure
    assert "Dit blad klopt nog" not in unsure


def test_a_code_on_paper_says_that_it_ended_and_what_to_do_instead(pages: dict[str, str]) -> None:
    said = text_of(pages[page_of("eerste-donderdag")])
    assert "Dit blad klopt niet meer. Dit is gestopt op 31 december 2026. Kom naar Koffie met koek." in said
    assert "Wanneer?" not in said


def test_the_page_without_an_edition_stays_and_says_nothing_of_paper(pages: dict[str, str]) -> None:
    page = pages[f"Q/{code_of('offer', 'koffie-met-koek')}/"]
    assert "Elke donderdag van 14.00" in page
    assert "blad" not in text_of(page)


def test_every_page_of_a_code_is_complete_without_script_and_has_every_language(
    site: SiteInput, pages: dict[str, str]
) -> None:
    for path, html in {**pages, **render_edition_pages(site)}.items():
        assert "<script" not in html, path
        assert html.startswith("<!doctype html>\n"), path
        assert len(html.encode()) < 16_000, path
        for language in site.guides:
            assert f'lang="{language}"' in html, path


def test_the_code_of_the_cover_tells_what_to_swap(site: SiteInput, changed: Stage) -> None:
    name = "wisselbladen-1-naar-ontwerp.pdf"
    number = {sheet.record: str(sheet.number) for sheet in ledger_of(changed).editions[0].sheets}
    with_sheets = site_of(changed, sheets={name: b"%PDF"}, languages=("nl",))
    page = render_edition_pages(with_sheets)["E/1/"]
    said = text_of(page)
    assert "Flyermap, editie 1 23 november 2026 In deze map zijn bladen veranderd." in said
    coffee, thursday = (number[f"offer/{offer}"] for offer in ("koffie-met-koek", "eerste-donderdag"))
    assert f"{coffee} Koffie met koek Anders: de dag of het uur en de uitleg" in said
    assert f"{thursday} Praten op de eerste donderdag Dit is gestopt op 31 december 2026." in said
    assert re.search(r"(1\.\d+)a Kleine kring Achter tab 1 Samen, na blad \1 ", said)
    assert f'href="../../print/{name}"' in page
    # Without sheets (a build of the website only) there is nothing to download.
    assert "print/" not in render_edition_pages(site)["E/1/"]


def test_the_cover_of_a_binder_that_is_right_says_so(printed: Stage) -> None:
    said = text_of(render_edition_pages(site_of(printed, languages=("nl",)))["E/1/"])
    assert "Deze map klopt nog. Je hoeft niets te wisselen." in said


def test_a_retired_edition_asks_to_get_a_new_binder(changed: Stage) -> None:
    changed.freeze(LATER)
    with changed.ledger.open("a", encoding="utf-8") as file:
        file.write("- retired: 1\n  date: 2027-02-01\n")
    site = site_of(changed, date(2027, 2, 2), languages=("nl",))
    assert "Deze map gebruiken we niet meer." in text_of(render_edition_pages(site)["E/1/"])
    pages = render_code_pages(site)
    assert "Dit blad zit in een oude map." in text_of(pages[page_of("koffie-met-koek")])
    assert "Dit blad zit in een oude map." not in text_of(pages[page_of("koffie-met-koek", 2)])
    # Its sheets that edition 2 kept are no old sheets.
    assert "Dit blad zit in een oude map." not in text_of(pages[page_of("op-afspraak")])
