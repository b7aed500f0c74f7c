"""The offer list, the calendar and the published dates, as files."""

import json
from dataclasses import replace

import pytest

from generator.site import Page, SiteInput, render_pages
from generator.site.schedule_data import render_schedule_data
from tests.site.factory import make_site, make_site_guide


@pytest.fixture(scope="module")
def site() -> SiteInput:
    return make_site()


@pytest.fixture(scope="module")
def pages(site: SiteInput) -> dict[str, Page]:
    return {page.path: page for page in render_pages(site)}


def test_every_offer_stands_once_in_the_list(pages: dict[str, Page], site: SiteInput) -> None:
    assert pages["aanbod/"].body.count(" data-sought") == len(site.guides["nl"].offers)


def test_what_is_known_stands_in_attributes(pages: dict[str, Page]) -> None:
    body = pages["aanbod/"].body
    assert (
        'data-sought data-functie="leren" data-taal="nl fr" data-moments="maandag.voormiddag" '
        'data-next="2026-11-30" data-lat="51.1" data-lon="3.2">' in body
    )
    assert "data-sought>" in body, "an offer of which nothing is known has no values"


def test_choices_have_pages_without_script(pages: dict[str, Page]) -> None:
    body = pages["aanbod/"].body
    for href in ("per-dag/maandag/", "voor-wie/ouderen/"):
        assert f'href="../{href}"' in body
        assert href in pages


def test_no_facets_no_form() -> None:
    guide = replace(make_site_guide(), facets=())
    body = next(page.body for page in render_pages(make_site(guide)) if page.path == "aanbod/")
    assert "data-facets" not in body
    assert " data-sought" in body


def test_calendar_says_what_is_cancelled_and_what_must_be_asked(pages: dict[str, Page]) -> None:
    body = pages["agenda/"].body
    assert "gaat niet door" in body
    assert "Verzonnen feest" in body
    assert body.index("data-sure") < body.index("data-unsure")
    assert "Vraag het eerst na" in body


def test_only_pages_with_a_list_or_a_calendar_carry_their_style(pages: dict[str, Page]) -> None:
    with_facets = {path for path, page in pages.items() if "finding.css" in page.body}
    assert with_facets == {"aanbod/", "agenda/", "agenda/week-2/", "agenda/maand/", "sociale-kaart/"}
    assert {path for path, page in pages.items() if "home.js" in page.body} == {""}


def test_published_dates_are_those_of_the_agenda(site: SiteInput) -> None:
    files = render_schedule_data(site)
    assert list(files) == ["data/agenda.json"]
    data = json.loads(files["data/agenda.json"])
    assert data["built"] == "2026-11-23"
    assert data["holidays"] == [["2026-12-21", "2027-01-03", "Kerstvakantie"]]
    offer = data["offers"][0]
    assert offer["icon"], "the drawing of the pictogram"
    assert offer["due"] == "2026-12-01"
    assert offer["times"][0]["on"] == ["2026-11-23"]
    assert offer["times"][0]["off"] == ["2026-11-30"]


def test_every_language_has_its_own_dates() -> None:
    files = render_schedule_data(make_site(languages=("nl", "ar")))
    assert sorted(files) == ["ar/data/agenda.json", "data/agenda.json"]
