"""What a visitor's own list shows of the records."""

import json
from dataclasses import replace
from typing import Any

from generator.site.records import render_pictures, render_records
from generator.site.shapes import SiteInput
from generator.views.shapes import CheckedView, ContactView, Said
from tests.sheets.factory import ASK, make_offer
from tests.site.factory import make_site, make_site_guide


def records(site: SiteInput, language: str = "nl") -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(render_records(site)[f"data/records-{language}.json"])
    return found


def test_every_record_is_there_in_every_language() -> None:
    site = make_site(languages=("nl", "fr"))
    guide = site.guides["nl"]
    wanted = {f"o:{offer.id}" for offer in (*guide.offers, *guide.past_offers)}
    wanted |= {f"s:{organisation.id}" for organisation in guide.organisations}
    wanted |= {f"p:{place.id}" for place in guide.places}
    assert set(records(site)) == set(records(site, "fr")) == wanted


def test_a_card_says_when_where_whom_to_call_and_what_to_bring() -> None:
    card = records(make_site())["o:aanbod-1"]
    assert card["when"] == ["elke vrijdag van 9.30 tot 11.30 uur"]
    assert card["where"] == ["Voorbeeldhuis", "Verzonnenstraat 1, 9999 Verzonnenstad"]
    assert card["number"] == 1
    assert card["ask"] == [{"name": "An Verzonnen", "phone": "000 00 00 00", "tel": "000000000"}]
    assert card["bring"] == ["een schort"]
    assert card["code"] == "Q/AB001/"
    assert "check" not in card


def test_an_ended_record_says_so_and_nothing_that_no_longer_holds() -> None:
    card = records(make_site())["o:aanbod-90"]
    assert card["ended"] == ["Dit is gestopt.", "Kom naar het nieuwe aanbod."]
    assert not {"when", "where", "ask"} & set(card)


def test_a_record_that_nobody_confirmed_warns() -> None:
    stale = make_offer(1, checked=CheckedView("overdue", "Vraag het na."))
    assert records(make_site(make_site_guide((stale,))))["o:aanbod-1"]["check"] == "Vraag het na."


def test_a_text_in_another_language_says_which() -> None:
    offer = make_offer(1, name=Said("Couture", lang="fr"))
    assert records(make_site(make_site_guide((offer,))))["o:aanbod-1"]["name"] == {
        "text": "Couture",
        "lang": "fr",
    }


def test_who_cannot_be_called_is_left_to_the_page() -> None:
    """The page says whom to ask otherwise; a name alone is of no use on a leaflet."""
    offer = make_offer(1, contacts=(ContactView("Voorbeeldhuis"),), ask=ASK)
    assert "ask" not in records(make_site(make_site_guide((offer,))))["o:aanbod-1"]


def test_each_code_and_each_small_map_is_a_file() -> None:
    site = make_site()
    files = render_pictures(site)
    for card in records(site).values():
        assert f"{card['code']}qr.svg" in files
        assert card.get("map", "") in {"", *files}


def test_a_place_without_a_map_names_none() -> None:
    site = replace(make_site(), cutouts={})
    assert all("map" not in card for card in records(site).values())
