"""Pages from views: escaped, relative, and saying what matters first."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import normpath

import pytest

from generator.site import Download, Page, SiteInput, render_pages
from generator.site.code_pages import render_code_pages, render_moved_pages
from generator.site.open_data import data_files
from generator.site.page_codes import render_page_codes
from generator.views.shapes import ContactView, Said
from tests.sheets.factory import make_offer, make_organisation
from tests.site.factory import make_site, make_site_guide

HOSTILE = "\"><script>alert(1)</script>'{{ 7 * 7 }}{% raw %}@@site:body@@<img src=x onerror=alert(2)>&amp;"


class Tags(HTMLParser):
    """Every tag with its attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def site() -> SiteInput:
    return make_site()


@pytest.fixture(scope="module")
def pages(site: SiteInput) -> dict[str, Page]:
    return {page.path: page for page in render_pages(site)}


def links(path: str, html: str) -> set[str]:
    """Where the links of a page lead, as paths from the root of the site."""
    hrefs = {attributes["href"] for tag, attributes in Tags(html).tags if tag == "a" and "href" in attributes}
    inside = {href.partition("#")[0] for href in hrefs if not re.match(r"[a-z]+:|#", href)}
    assert all(not href.startswith("/") for href in inside), inside
    return {f"{normpath(f'{path}{href}')}/".removeprefix("./") for href in inside}


def test_every_record_has_its_page(site: SiteInput, pages: dict[str, Page]) -> None:
    guide = site.guides["nl"]
    wanted = {offer.href for offer in (*guide.offers, *guide.past_offers)}
    wanted |= {organisation.href for organisation in guide.organisations}
    wanted |= {place.href for place in guide.places} | {theme.href for theme in guide.themes}
    wanted |= {step.href for step in guide.steps} | {"wegwijzer/afdrukken/"}
    assert wanted <= set(pages)


def test_every_link_leads_to_a_page(site: SiteInput, pages: dict[str, Page]) -> None:
    known = set(pages) | {page.path for page in site.handwritten}
    known |= {f"{download.href}/" for download in site.downloads}
    known |= {f"{path}/" for path, _ in data_files(str, "", ())}
    # The invented views name two records that the invented guide lacks.
    known |= {"plaatsen/voorbeeldhuis/", "sociale-kaart/organisatie-1/"}
    html = {page.path: page.body for page in pages.values()} | render_code_pages(site)
    broken = {f"{path} -> {link}" for path, body in html.items() for link in links(path, body) - known}
    assert broken == set()


def test_hostile_texts_stay_texts() -> None:
    offer = make_offer(
        1,
        name=Said(HOSTILE),
        summary=Said(HOSTILE, lang="fr"),
        description=(Said(HOSTILE),),
        notice=Said(HOSTILE),
        bring=(Said(HOSTILE),),
        remark=Said(HOSTILE),
    )
    site = make_site(make_site_guide((offer,)))
    html = [page.body for page in render_pages(site)] + list(render_code_pages(site).values())
    for body in html:
        tags = Tags(body)
        scripts = [a.get("src", "") for tag, a in tags.tags if tag == "script"]
        assert all(re.fullmatch(r"(\.\./|\./)*assets/[a-z-]+\.js", source) for source in scripts)
        assert not any("onerror" in attributes for _, attributes in tags.tags)
        assert not any(tag == "img" and "src" in attributes for tag, attributes in tags.tags)
    page = next(page for page in render_pages(site) if page.path == offer.href)
    assert HOSTILE in Tags(page.body).text


def test_every_page_has_one_first_heading(pages: dict[str, Page]) -> None:
    counts = {path: sum(tag == "h1" for tag, _ in Tags(page.body).tags) for path, page in pages.items()}
    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_an_offer_says_when_where_what_it_costs_and_whom_to_call_before_the_rest(
    pages: dict[str, Page],
) -> None:
    text = Tags(pages["aanbod/aanbod-1/"].body).text
    order = [
        "elke vrijdag van 9.30",
        "Verzonnenstraat 1",
        "Gratis",
        "000 00 00 00",
        "We beginnen om tien",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_a_step_asks_on_and_shows_people_for_who_does_not_know(pages: dict[str, Page]) -> None:
    tags = Tags(pages["wegwijzer/vraag-1/"].body)
    assert "Stap 2 van 2" in tags.text
    assert {"#person", "../../wegwijzer/keuze-1/"} <= {a.get("href") for tag, a in tags.tags if tag == "a"}
    order = ["Wat wil je doen?", "Ik wil hem samen lezen", "Iets anders", "Voorbeeldhuis"]
    places = [tags.text.index(words) for words in order]
    assert places == sorted(places)


def test_an_answer_shows_people_before_organisations_offers_and_the_rest(pages: dict[str, Page]) -> None:
    tags = Tags(pages["wegwijzer/keuze-1/"].body)
    order = [
        "Neem de brief mee.",
        "Verzonnenstraat 1",
        "vrijdag 27 november",
        "Niet bevestigd sinds 1 mei 2026.",
        "De brief",
        "Verzonnen vzw 1",
        "Verzonnen aanbod 0",
        "Meer antwoorden",
        "Verzonnen aanbod 2",
    ]
    at = 0
    for words in order:
        at = tags.text.index(words, at)
    hrefs = {a.get("href") for tag, a in tags.tags if tag == "a"}
    assert {"tel:000000000", "../../wegwijzer/vraag-1/"} <= hrefs


def test_the_sheet_has_every_question_with_its_code(site: SiteInput, pages: dict[str, Page]) -> None:
    text = Tags(pages["wegwijzer/afdrukken/"].body).text
    for step in site.guides["nl"].steps:
        assert str(step.question) in text
        assert step.qr.code in text


def test_plain_words_come_first_and_the_whole_text_is_one_tap_away() -> None:
    plain = make_offer(0, simple=(Said("Kom binnen."), Said("Entrez.", "fr")))
    page = {page.path: page for page in render_pages(make_site(make_site_guide((plain,))))}[plain.href]
    label, line, whole = (
        page.body.index(text) for text in ("Eenvoudige taal", "<p>Kom binnen.</p>", "We beginnen om tien uur")
    )
    assert label < line < page.body.index("<details", line) < whole
    assert '<span lang="fr" dir="auto">Entrez.</span>' in page.body


def test_without_plain_words_the_whole_text_stands_open(pages: dict[str, Page]) -> None:
    page = pages["aanbod/aanbod-0/"]
    assert "Eenvoudige taal" not in page.body
    assert "<details>" not in page.body[: page.body.index("We beginnen om tien uur")]


def test_workers_see_by_theme_whom_to_call_and_how_to_refer() -> None:
    helper = replace(
        make_organisation(0),
        contacts=(ContactView("Verzonnen vzw", phone="000 00 00 00", tel="000000000"),),
        referral=Said("Bel samen met de bezoeker."),
        bring=(Said("Een brief"),),
    )
    guide = make_site_guide()
    theme = replace(guide.themes[0], organisations=(helper,))
    slip = Download("print/doorverwijzing/x.pdf", "Referral slip", "doorverwijzing", helper.id)
    names = Download("print/aanmelding/y.pdf", "Sign-up sheet", "aanmelding", guide.offers[0].id)
    site = make_site(replace(guide, organisations=(helper,), themes=(theme,)), downloads=(slip, names))
    body = {page.path: page for page in render_pages(site)}["werkers/"].body
    opened = body[body.index('<details class="theme">') : body.index("</details>")]
    for wanted in (str(theme.name), str(helper.name), "000 00 00 00", "Bel samen met", "Een brief"):
        assert wanted in opened
    assert 'href="../print/doorverwijzing/x.pdf"' in opened
    assert 'href="../print/aanmelding/y.pdf"' in body
    assert "Om af te drukken" not in body, "neither is of use to everybody"


def test_pages_without_a_code_of_their_own_have_one_beside_them(
    site: SiteInput, pages: dict[str, Page]
) -> None:
    codes = render_page_codes(site, (*pages.values(), *site.handwritten))
    assert {"qr.svg", "werkers/qr.svg", "agenda/qr.svg", "welkom/qr.svg"} <= set(codes)
    assert "aanbod/aanbod-0/qr.svg" not in codes


def test_an_ended_offer_says_so_and_what_to_do_instead(site: SiteInput, pages: dict[str, Page]) -> None:
    for html in (pages["aanbod/aanbod-90/"].body, render_code_pages(site)["Q/AB090/"]):
        tags = Tags(html)
        assert "Dit is gestopt." in tags.text
        assert "Kom naar het nieuwe aanbod." in tags.text
        assert any(a.get("href", "").endswith("aanbod/aanbod-1/") for _, a in tags.tags)
        assert "Wanneer?" not in tags.text


def test_a_text_in_another_language_says_which() -> None:
    offer = make_offer(1, summary=Said("Texte inventé", lang="fr"))
    site = make_site(make_site_guide((offer,)))
    page = next(page for page in render_pages(site) if page.path == offer.href)
    assert '<span lang="fr" dir="auto">Texte inventé</span>' in page.body


def test_unconfirmed_moments_stand_apart(pages: dict[str, Page]) -> None:
    body = pages[""].body
    apart = body.index('class="unsure"')
    assert body.index("Vandaag, maandag 23 november") < apart < body.index("deze keer niet")


def test_every_code_has_a_page_in_every_language() -> None:
    site = make_site(languages=("nl", "ar"))
    guide = site.guides["nl"]
    codes = {guide.home.href, guide.map.href, guide.finder.href, guide.calendar_code.href}
    codes |= {offer.qr.href for offer in (*guide.offers, *guide.past_offers)}
    codes |= {organisation.qr.href for organisation in guide.organisations}
    codes |= {place.qr.href for place in guide.places} | {step.qr.href for step in guide.steps}
    pages = render_code_pages(site)
    assert codes | {"Q/ZZ090/"} == set(pages)
    for html in pages.values():
        tags = Tags(html)
        assert [a["lang"] for tag, a in tags.tags if tag == "section"] == ["nl", "ar"]
        assert not any(tag == "script" for tag, _ in tags.tags)
        assert sum(tag == "h1" for tag, _ in tags.tags) == 1


def test_an_old_address_sends_on(site: SiteInput) -> None:
    html = render_moved_pages(site)["aanbod/oude-naam/"]
    assert '<meta http-equiv="refresh" content="0; url=../../aanbod/aanbod-90/">' in html
    assert html.index('http-equiv="Content-Security-Policy" content="default-src ') < html.index("<link")


def test_languages_have_the_same_pages_and_know_each_other() -> None:
    pages = {page.path: page for page in render_pages(make_site(languages=("nl", "ar")))}
    dutch = {path for path, page in pages.items() if page.language == "nl"}
    assert {f"ar/{path}" for path in dutch} == set(pages) - dutch
    expected = (("nl", "aanbod/aanbod-1/"), ("ar", "ar/aanbod/aanbod-1/"))
    assert pages["ar/aanbod/aanbod-1/"].alternates == expected


def test_links_of_another_language_stay_in_it() -> None:
    page = next(p for p in render_pages(make_site(languages=("nl", "ar"))) if p.path == "ar/aanbod/")
    assert "ar/aanbod/aanbod-1/" in links(page.path, page.body)


def test_a_guide_without_anything_still_has_its_pages() -> None:
    guide = replace(
        make_site_guide(),
        offers=(), past_offers=(), organisations=(), themes=(), questions=(), helplines=(), roles=(),
        week=(), by_weekday=(), by_function=(),
    )  # fmt: skip
    pages = render_pages(make_site(guide, downloads=(), handwritten=()))
    assert {"", "aanbod/", "sociale-kaart/", "wegwijzer/", "kaart/"} <= {page.path for page in pages}
