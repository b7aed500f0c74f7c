"""What somebody sees of a page that is shared in a message: title, description, picture."""

from dataclasses import replace

import pytest

from generator.site import Page, render_pages
from generator.site.code_pages import render_code_pages
from generator.site.frame import shell_frame
from generator.site.share_pictures import picture_files, picture_path
from tests.site.factory import SITE_URL, make_site


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.path: page for page in render_pages(make_site())}


def test_every_page_has_a_title_and_a_description_of_its_own(pages: dict[str, Page]) -> None:
    assert all(page.title and page.description for page in pages.values())
    titles = [page.title for page in pages.values() if not page.path.startswith("agenda/")]
    assert len(titles) == len(set(titles))
    assert pages["per-dag/maandag/"].title == "Maandag"


def test_an_offer_says_when_and_where_in_its_description(pages: dict[str, Page]) -> None:
    said = pages["aanbod/aanbod-0/"].description
    assert said.startswith("We koken samen")
    assert said.endswith("elke vrijdag van 9.30 tot 11.30 uur, Voorbeeldhuis.")
    assert pages["aanbod/aanbod-90/"].description.startswith("Dit is gestopt.")
    assert "Vraag wanneer" not in pages["aanbod/aanbod-7/"].description, "what is not known is left out"


def test_a_page_has_the_picture_of_its_kind_and_an_offer_its_own(pages: dict[str, Page]) -> None:
    function = make_site().guides["nl"].offers[0].function.id
    kinds = dict.fromkeys(("home", "finder", "map", "map-of-help", function), b"")
    own = {**kinds, "aanbod/aanbod-0": b""}

    def picture(path: str, pictures: dict[str, bytes] = own) -> str:
        return picture_path(pictures, *pages[path].pictures)

    assert picture("") == "assets/share/home.png"
    assert picture("wegwijzer/") == "assets/share/finder.png"
    assert picture("kaart/") == "assets/share/map.png"
    assert picture("sociale-kaart/organisatie-0/") == "assets/share/map-of-help.png"
    assert picture("werkers/") == "assets/share/home.png"
    assert picture("aanbod/aanbod-0/") == "assets/share/aanbod/aanbod-0.png"
    assert picture("aanbod/aanbod-0/", kinds) == f"assets/share/{function}.png"
    assert list(picture_files(own))[-1] == "assets/share/aanbod/aanbod-0.png"


def test_a_code_that_is_sent_on_shows_what_it_leads_to() -> None:
    site = replace(make_site(), pictures={"aanbod/aanbod-0": b""})
    offer = site.guides["nl"].offers[0]
    page = render_code_pages(site)[offer.qr.href]
    assert f'<meta property="og:title" content="{offer.name}">' in page
    assert f'content="{SITE_URL}assets/share/aanbod/{offer.id}.png"' in page


@pytest.mark.parametrize(("language", "territory"), [("nl", "nl_BE"), ("ar", "ar_EG")])
def test_the_language_is_named_as_open_graph_writes_it(language: str, territory: str) -> None:
    assert shell_frame(make_site(languages=("nl", "ar")), language, ()).territory == territory
