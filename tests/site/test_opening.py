"""Opening hours and contacts as the pages carry them."""

import json
import re
from dataclasses import replace

import pytest

from generator.site import Page, render_pages
from generator.views.opening_shapes import (
    ComingView,
    ExceptionView,
    OpeningLineView,
    OpeningRowView,
    OpeningView,
)
from generator.views.shapes import ContactView, GuideView, Said
from tests.site.factory import make_site, make_site_guide

HOSTILE = "</script><script>alert(1)</script>"
OPENING = OpeningView(
    key="s:organisatie-1",
    rows=(OpeningRowView("maandag", (OpeningLineView("9.00–12.00 uur", "", Said("Bel aan.")),), (0,)),),
    not_on="Niet op feestdagen",
    lines=("Maandag: 9.00–12.00 uur (Bel aan.)", "Niet op feestdagen"),
    coming=(ComingView("Gesloten op 25 december 2026: Kerstmis", "2026-12-25"),),
    due="2027-01-01",
    until="2027-12-28",
    week=(("09:00-12:00",), (), (), (), (), (), ()),
    exceptions=(ExceptionView("2026-12-25", "2026-12-25", HOSTILE, ()),),
    hours=(("09:00", "9 uur"), ("12:00", "12 uur")),
)


def make_open_guide() -> GuideView:
    """The guide of the other tests, in which the second organisation has opening hours."""
    guide = make_site_guide()
    opened = replace(
        guide.organisations[1],
        opening=OPENING,
        contacts=(
            ContactView(
                guide.organisations[1].name.text,
                phone="0470 00 00 00",
                tel="+32470000000",
                email="vraag@verzonnen.example",
                whatsapp="32470000000",
                languages=("Nederlands", "Turks"),
            ),
        ),
    )
    organisations = (guide.organisations[0], opened, *guide.organisations[2:])
    return replace(guide, organisations=organisations, themes=())


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.path: page for page in render_pages(make_site(make_open_guide()))}


def test_only_pages_with_hours_carry_what_reckons_with_them(pages: dict[str, Page]) -> None:
    carried = {path for path, page in pages.items() if "opening.js" in page.body}
    assert carried == {"sociale-kaart/", "sociale-kaart/organisatie-1/", "stijl/"}
    assert carried == {path for path, page in pages.items() if "opening.css" in page.body}


def test_the_hours_stand_there_without_script(pages: dict[str, Page]) -> None:
    body = pages["sociale-kaart/organisatie-1/"].body
    for said in ("9.00–12.00 uur", "Bel aan.", "Niet op feestdagen", "Gesloten op 25 december 2026"):
        assert said in body
    assert "Vraag het na bij het Voorbeeldhuis." in pages["sociale-kaart/organisatie-2/"].body


def test_the_data_are_data(pages: dict[str, Page]) -> None:
    """Whatever a reason says, it does not end the element that holds it."""
    body = pages["sociale-kaart/organisatie-1/"].body
    found = re.findall(r"<script type=\"application/json\" data-hours[^>]*>(.*?)</script>", body, re.DOTALL)
    assert len(found) == 1
    data = json.loads(found[0])
    assert data["until"] == "2027-12-28"
    assert data["hours"] == {"09:00": "9 uur", "12:00": "12 uur"}
    record = data["records"]["s:organisatie-1"]
    assert record["week"][0] == ["09:00-12:00"]
    assert record["except"] == [["2026-12-25", "2026-12-25", HOSTILE]]
    assert "<script>alert" not in body


def test_a_contact_can_be_called_written_to_and_mailed(pages: dict[str, Page]) -> None:
    body = pages["sociale-kaart/organisatie-1/"].body
    for href in ("tel:+32470000000", "https://wa.me/32470000000", "mailto:vraag@verzonnen.example"):
        assert re.search(rf'<a class="button[^"]*" href="{re.escape(href)}"', body), href
    assert "Nederlands, Turks" in body


def test_referring_has_a_block_of_its_own(pages: dict[str, Page]) -> None:
    body = pages["sociale-kaart/organisatie-1/"].body
    block = body[body.index('class="for-workers"') :]
    assert "Voor werkers: zo verwijs je iemand door" in block
    assert "Bel samen met de persoon." in block
