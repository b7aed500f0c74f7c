"""The pages for staff, with the state of all records and the manual: for them only, in Dutch only."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from generator.site import Page, SiteInput, render_pages
from generator.site.addresses import MANUAL, STATE
from generator.site.listings import render_sitemap
from generator.site.offline_copies import Copies
from generator.site.shell import Shell, mark
from generator.site.staff_pages import manual_pictures
from generator.site.writing import fill
from generator.views.staff_shapes import CellView, MatrixView, StateView, ToDoGroup, ToDoView
from tests.site.factory import make_site
from tests.site.test_pages import HOSTILE, Tags, links

ROW = ToDoView(
    "Verzonnen aanbod 1", "aanbod", "aanbod/aanbod-1/", "Verzonnen vzw", ("nooit nagekeken",), "offers.yaml:3"
)
MATRIX = MatrixView(
    "theme-day",
    "Thema en dag",
    "Hoeveel?",
    "Thema",
    (("ma", "maandag"), ("di", "dinsdag")),
    (("Wonen", (CellView(2, ("2 gratis",)), CellView(0))),),
    ("Helemaal niets: dinsdag.",),
)
GROUPS = (
    ToDoGroup("due", "Na te kijken", "Bel.", (ROW,), 1),
    ToDoGroup("phone", "Geen telefoonnummer", "Zet het erbij.", (), 0),
    ToDoGroup("links", "Dode links", "Nog niet nagekeken.", (), 0, known=False),
)
VIEW = StateView("Stand van alle fiches", "1 fiche", GROUPS, (MATRIX,))


@pytest.fixture
def site() -> SiteInput:
    return make_site(languages=("nl", "ar"), state=lambda: VIEW)


def page(site: SiteInput) -> Page:
    return next(page for page in render_pages(site) if page.path == STATE)


def test_it_is_there_once_and_every_language_leads_to_it(site: SiteInput) -> None:
    pages = {page.path: page for page in render_pages(site)}
    assert [path for path in pages if path.endswith("nakijken/")] == [STATE]
    for path in ("werkers/", "ar/werkers/"):
        assert STATE in links(path, pages[path].body)
    without = {page.path: page for page in render_pages(make_site())}
    assert STATE not in without
    assert STATE not in links("werkers/", without["werkers/"].body)


def test_search_engines_and_phones_leave_it_alone(site: SiteInput) -> None:
    shell = Shell.from_frame(f"{mark('title')}<head>{mark('alternates')}</head>{mark('root')}{mark('body')}")
    html = fill(shell, page(site), site)
    assert '<meta name="robots" content="noindex">' in html
    pages = render_pages(site)
    assert STATE not in render_sitemap(site.site_url, pages, ())
    copies = Copies(site, {"nl": "", "ar": ""})
    for path in (f"{STATE}index.html", "index.html"):
        copies.tell(path, html.__str__)
    assert list(copies.by_language["nl"].texts) == [""]
    assert "noindex" not in fill(shell, pages[0], site)


def test_what_is_to_be_done_and_where(site: SiteInput) -> None:
    body = page(site).body
    for said in ("offers.yaml:3", "Verzonnen vzw", "nooit nagekeken", "Nog niet nagekeken."):
        assert said in Tags(body).text
    assert 'href="../../aanbod/aanbod-1/"' in body
    # Nothing to do: only its count is there.
    assert 'id="phone"' not in body


def test_a_hole_is_there_for_everybody(site: SiteInput) -> None:
    body = page(site).body
    hole = body[body.index('class="hole"') :].partition("</td>")[0]
    assert "niets" in hole
    assert "×" in hole
    box = next(a for tag, a in Tags(body).tags if a.get("class") == "matrix-box")
    assert (box["tabindex"], box["role"]) == ("0", "region")


def test_hostile_names_stay_texts(site: SiteInput) -> None:
    row = ToDoView(HOSTILE, HOSTILE, "aanbod/aanbod-1/", HOSTILE, (HOSTILE,), HOSTILE)
    state = replace(VIEW, groups=(ToDoGroup("due", HOSTILE, HOSTILE, (row,), 1),))
    tags = Tags(page(replace(site, state=lambda: state)).body)
    assert not [tag for tag, attributes in tags.tags if tag in ("script", "img") or "onerror" in attributes]
    assert HOSTILE in tags.text


def test_the_manual_is_a_page_with_its_chapters() -> None:
    """In the first language only, not for search engines; long lines can be scrolled with the keys."""
    text = "---\ntitle: Handleiding\ndescription: Zo werkt het.\n---\n\n# Handleiding\n\n"
    text += "## Één\n\n```sh\nmake\n```\n"
    (found,) = [page for page in render_pages(make_site(manual=text)) if page.path == MANUAL]
    assert (found.title, found.public, found.search) == ("Handleiding", False, False)

    assert found.body.count("<h1") == 1
    assert '<a class="chip" href="#een">Één</a>' in found.body
    assert '<pre tabindex="0">' in found.body

    assert MANUAL not in {page.path for page in render_pages(make_site())}


def test_the_manual_shows_its_pictures_from_beside_it() -> None:
    """Each with its size, so that nothing moves, and with words for who cannot see it."""
    picture = BytesIO()
    Image.new("RGB", (30, 20)).save(picture, "PNG")
    text = "---\ntitle: H\ndescription: D\n---\n\n# H\n\n## Zien\n\n"
    text += '![Een "paneel".](pictures/handleiding/fout.png)\n'
    site = make_site(manual=text, manual_pictures={"fout.png": picture.getvalue()})
    (found,) = [page for page in render_pages(site) if page.path == MANUAL]
    assert (
        '<img alt="Een &quot;paneel&quot;." src="fout.png" width="30" height="20" loading="lazy">'
        in found.body
    )
    assert manual_pictures(site) == {f"{MANUAL}fout.png": picture.getvalue()}
    assert manual_pictures(make_site()) == {}
