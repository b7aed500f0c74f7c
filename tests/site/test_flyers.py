"""Which flyers a page offers: its own language first, then two languages, then what else there is."""

from generator.site import Download, SiteInput, render_pages
from generator.site.flyers import flyer_kinds, flyers_of_offers
from tests.site.factory import make_site

NAMES = ("nl", "ar", "nl-ar")


def flyer(offer: str, languages: str) -> Download:
    ending = ".pdf" if languages == "nl" else f".{languages}.pdf"
    return Download(f"print/flyers/{offer}{ending}", "Flyer", "flyers", offer, tuple(languages.split("-")))


def site() -> SiteInput:
    found = (*(flyer("aanbod-1", languages) for languages in NAMES), flyer("aanbod-2", "nl"))
    return make_site(languages=("nl", "ar"), downloads=found)


def test_beside_the_dutch_flyer_a_worker_may_want_any_other() -> None:
    offered = flyers_of_offers(site(), "nl")["aanbod-1"]
    assert offered.main.href == "print/flyers/aanbod-1.pdf"
    assert [link.href for link in offered.facing] == ["print/flyers/aanbod-1.nl-ar.pdf"]
    assert [link.languages for link in offered.alone] == [(("ar", "العربية"),)]


def test_a_page_in_another_language_offers_that_language_first() -> None:
    offered = flyers_of_offers(site(), "ar")["aanbod-1"]
    assert offered.main.href == "print/flyers/aanbod-1.ar.pdf"
    assert [link.href for link in offered.facing] == ["print/flyers/aanbod-1.nl-ar.pdf"]
    assert [link.href for link in offered.alone] == ["print/flyers/aanbod-1.pdf"]


def test_an_offer_that_is_not_translated_has_its_dutch_flyer_everywhere() -> None:
    offered = flyers_of_offers(site(), "ar")["aanbod-2"]
    assert (offered.main.href, offered.facing, offered.alone) == ("print/flyers/aanbod-2.pdf", (), ())
    assert offered.missing == ("ar",)


def test_the_page_names_each_language_in_itself() -> None:
    pages = {page.path: page.body for page in render_pages(site())}
    assert '<bdi lang="nl">Nederlands</bdi> + <bdi lang="ar">العربية</bdi>' in pages["aanbod/aanbod-1/"]
    # Their letters are fetched only when somebody opens the list.
    assert '<details class="flyer-languages">' in pages["aanbod/aanbod-1/"]
    assert '<details class="flyer-languages" open>' in pages["ar/aanbod/aanbod-1/"]
    assert "flyer-languages" not in pages["aanbod/aanbod-2/"]


def test_workers_choose_a_language_for_the_whole_list() -> None:
    kinds = flyer_kinds(site(), "nl")
    assert [(kind.ending, kind.name) for kind in kinds] == [
        (".pdf", "Nederlands"),
        (".ar.pdf", "العربية"),
        (".nl-ar.pdf", "Nederlands + العربية"),
    ]
    page = next(page.body for page in render_pages(site()) if page.path == "werkers/")
    assert page.count("<option") == 3
    assert 'data-missing="ar"' in page
    assert "assets/flyers.js" in page
    only_dutch = make_site(downloads=(flyer("aanbod-1", "nl"),))
    assert all("flyers.js" not in page.body for page in render_pages(only_dutch))
