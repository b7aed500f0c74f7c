"""The page of a record is kept for as long as all that it shows is the same."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import NoneType
from typing import get_args, get_type_hints

import pytest
from jinja2 import DictLoader, UndefinedError

from generator import keeping
from generator.keeping import make_anew
from generator.site import SiteInput, render_pages
from generator.site.environment import make_environment
from generator.site.flyers import OfferedFlyers
from generator.site.pages import PagesOfLanguage
from generator.site.record_pages import AroundRecord, RecordPages
from generator.site.subscriptions import Subscription
from generator.views.flyers import FlyerView
from generator.views.shapes import ContactView, Link, OfferView, OrganisationView, Said
from tests.sheets.factory import drawing, make_offer, make_organisation, qr
from tests.site.factory import make_site, make_site_guide
from tests.site.test_routes import ONE_WAY
from tests.tools.keeper import Keeper

OFFER, ORGANISATION = "aanbod/aanbod-1/", "sociale-kaart/organisatie-1/"
PLAIN = (str, int, float, bool, NoneType, Ellipsis)


def invented() -> SiteInput:
    """A site with some pages of both kinds; one offer is a walk."""
    guide = make_site_guide((make_offer(1, route=ONE_WAY), make_offer(2), make_offer(3)))
    return make_site(replace(guide, organisations=tuple(make_organisation(n) for n in range(1, 4))))


def bodies(site: SiteInput) -> dict[str, str]:
    return {page.path: page.body for page in render_pages(site)}


def with_guide(site: SiteInput, **changes: object) -> SiteInput:
    return replace(
        site,
        guides={code: replace(guide, **changes) for code, guide in site.guides.items()},  # type: ignore[arg-type]
    )


def with_flyer(offer: Link | None, organisation: Link | None) -> SiteInput:
    """The same with a flyer of a partner."""
    said = Said("Verzonnen folder")
    code = qr("VF001")
    flyer = FlyerView(
        "folder", "folders/folder/", code, said, said, "", organisation, offer, "folder.pdf", "", ""
    )
    return with_guide(invented(), flyers=(flyer,))


def named(view: OfferView | OrganisationView) -> Link:
    return Link(view.id, view.name, view.href)


def test_only_the_page_of_a_changed_record_is_made_anew() -> None:
    keeper = Keeper("pages")
    site = replace(invented(), keep=keeper)
    guide = site.guides["nl"]
    first = bodies(site)
    assert len(keeper.made) == len((*guide.offers, *guide.past_offers, *guide.organisations))
    assert first == bodies(invented())
    keeper.made.clear()
    assert bodies(site) == first
    assert keeper.made == []

    offers = tuple(
        replace(offer, remark=Said("Nu in de tuin.")) if offer.href == OFFER else offer
        for offer in guide.offers
    )
    second = bodies(with_guide(site, offers=offers))
    (anew,) = keeper.made
    assert "Nu in de tuin." in anew.decode()
    assert second[OFFER].startswith(anew.decode())
    assert {path for path in first if second[path] != first[path]} == {OFFER}


CHANGES: dict[str, tuple[Callable[[], SiteInput], str]] = {
    "mail": (
        lambda: with_guide(invented(), fallback=ContactView("Huis", email="hier@huis.example")),
        OFFER,
    ),
    "ask": (lambda: with_guide(invented(), ask="Vraag het aan de bakker."), OFFER),
    "ask briefly": (lambda: with_guide(invented(), ask_briefly="Vraag het daar."), ORGANISATION),
    "map": (lambda: replace(invented(), cutouts={"voorbeeldhuis": drawing(61, 45)}), OFFER),
    "walk": (lambda: replace(invented(), route_maps={"nl": {"aanbod-1": drawing(62, 45)}}), OFFER),
    "address": (lambda: replace(invented(), site_url="https://elders.example/"), OFFER),
    "calendar": (lambda: replace(invented(), calendars={f"{OFFER}agenda.ics": b""}), OFFER),
    "flyer": (lambda: replace(invented(), downloads=()), OFFER),
    "flyer of a partner": (lambda: with_flyer(named(make_offer(1)), None), OFFER),
    "their flyer": (lambda: with_flyer(None, named(make_organisation(1))), ORGANISATION),
}


@pytest.mark.parametrize(("changed", "shown_on"), CHANGES.values(), ids=CHANGES)
def test_a_page_is_made_anew_for_whatever_else_it_shows(
    changed: Callable[[], SiteInput], shown_on: str
) -> None:
    keeper = Keeper("pages")
    before = bodies(replace(invented(), keep=keeper))
    after = bodies(replace(changed(), keep=keeper))
    assert after == bodies(changed())
    assert after[shown_on] != before[shown_on]


def test_a_page_is_made_anew_by_other_code_or_with_other_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keeper = Keeper("pages")
    site = replace(invented(), keep=keeper)
    render_pages(site)
    every = len(keeper.made)
    own = tmp_path / "generator"
    shutil.copytree(keeping._GENERATOR, own)
    monkeypatch.setattr(keeping, "_GENERATOR", own)
    monkeypatch.setattr(keeping, "_own", keeping._own.__wrapped__)
    render_pages(site)
    assert len(keeper.made) == every
    for rounds, name in enumerate(("site/templates/offer.html", "qr.py", "locale/nl/site.po"), start=2):
        with (own / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        render_pages(site)
        assert len(keeper.made) == rounds * every, name


@pytest.mark.parametrize(
    ("named", "error"),
    [
        ("guide.offers", AttributeError),
        ("cutouts['elders']", KeyError),
        ("flyers['aanbod-2']", KeyError),
        ("map_svgs", UndefinedError),
        ("general_downloads", UndefinedError),
        ("page_description", UndefinedError),
    ],
)
def test_the_page_of_a_record_finds_nothing_else(named: str, error: type[Exception]) -> None:
    """So what it shows cannot change without another name."""
    site = invented()
    environment = make_environment(site.words["nl"], site.icons)
    environment.loader = DictLoader({"page": f"{{{{ {named} }}}}"})
    with pytest.raises(error, match=r"offers|elders|aanbod-2|map_svgs|general_downloads|page_description"):
        RecordPages(site, "nl", environment, make_anew).body("page", site.guides["nl"].offers[0], {})


def test_the_preview_keeps_no_pages() -> None:
    """Each state of what somebody edits would lie in .cache/ for two weeks."""
    keeper = Keeper("pages")
    page = PagesOfLanguage(replace(invented(), keep=keeper), "nl").one(OFFER)
    assert page is not None
    assert page.body
    assert keeper.made == []


def shapes_in(hint: object) -> Iterator[object]:
    """All kinds of values that may stand in a value of this kind."""
    if args := get_args(hint):
        for arg in args:
            yield from shapes_in(arg)
        return
    yield hint
    if is_dataclass(hint):
        for inner in get_type_hints(hint).values():
            yield from shapes_in(inner)


@pytest.mark.parametrize(
    "shape", [OfferView, OrganisationView, AroundRecord, FlyerView, OfferedFlyers, Subscription]
)
def test_what_a_page_is_made_of_tells_all_that_it_holds(shape: type) -> None:
    """The name of a kept page is made of what Python writes of its values."""
    for found in set(shapes_in(shape)):
        if is_dataclass(found):
            assert vars(found)["__dataclass_params__"].frozen, found
            # Not one of its own, which may leave something out.
            assert hasattr(found.__repr__, "__wrapped__"), found
            assert all(field.repr and field.compare for field in fields(found)), found
        else:
            assert found in PLAIN
