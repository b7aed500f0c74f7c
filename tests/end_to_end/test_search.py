"""The search, played on a small phone: people's own words, typing errors, keyboard, no result."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, expect

from generator.site.folding import words_of
from tests.tools.browser import Visit, served, visit
from tests.tools.builds import Built, site_address

expect.set_options(timeout=15_000)  # a busy machine is no mistake


@pytest.fixture(scope="module")
def real_home(built_real: Built) -> Iterator[str]:
    with served(built_real.out, urlsplit(site_address(built_real.root)).path) as address:
        yield address


@pytest.fixture(scope="module")
def invented_home(built_invented: Built) -> Iterator[str]:
    with served(built_invented.out, urlsplit(site_address(built_invented.root)).path) as address:
        yield address


@pytest.fixture
def real(browser: Browser, real_home: str) -> Iterator[Visit]:
    with visit(browser, real_home) as looking:
        yield looking


@pytest.fixture
def invented(browser: Browser, invented_home: str) -> Iterator[Visit]:
    with visit(browser, invented_home) as looking:
        yield looking


def ask(looking: Visit, words: str, start: str = "") -> Locator:
    """Opens the search on a page, types, and gives the results."""
    looking.open(start)
    looking.page.locator("[data-open-search]").click()
    dialog = looking.page.locator("dialog[open]")
    dialog.locator("input").fill(words)
    expect(dialog.locator(".search-state")).not_to_be_empty()
    return dialog.locator(".search-results")


def test_people_find_it_in_their_own_words(real: Visit) -> None:
    results = ask(real, "geld tekort")
    asked = real.page.locator("dialog[open] input")
    for words, expected in (
        ("geld tekort", "themas/financieel/"),
        ("naaien", "aanbod/naaiatelier/"),
        ("nederlands leren", "aanbod/praattafel/"),
        ("factuur", "wegwijzer/brief-of-factuur/"),
        ("bibliotheek", "sociale-kaart/bibliotheek/"),
        ("112", "tel:112"),
        ("naiatelier", "aanbod/naaiatelier/"),
        ("digipnt", "aanbod/digipunt/"),
        ("sosiale kruidenier", "aanbod/sociale-kruidenier/"),
        ("repiar cafe", "aanbod/repair-cafe/"),
        ("cafe", "aanbod/repair-cafe/"),
        ("Ik heb geen geld!", "themas/financieel/"),
        ("REKENING BETALEN", "wegwijzer/brief-of-factuur/"),
        ("psycholoog", "aanbod/zitdag-psychologische-hulp/"),
    ):
        asked.fill(words)
        expect(results.locator(f"a.hit[href$='{expected}']").first, words).to_be_visible()
    assert (real.complaints, real.strangers) == ([], [])


def test_turkish_is_found_with_and_without_its_dots(real: Visit) -> None:
    """Few keyboards here have them, and capitals of "i" and "ı" are not what a machine makes of them."""
    results = ask(real, "iş", "tr/")
    asked = real.page.locator("dialog[open] input")
    for words, expected in (
        ("iş", "tr/wegwijzer/werk-of-vrijwilligerswerk/"),
        ("İŞ ARIYORUM", "tr/wegwijzer/werk-of-vrijwilligerswerk/"),
        ("IS ARIYORUM", "tr/wegwijzer/werk-of-vrijwilligerswerk/"),
        ("DİKİŞ", "tr/aanbod/naaiatelier/"),
        ("dikis", "tr/aanbod/naaiatelier/"),
        ("fatüra", "tr/wegwijzer/brief-of-factuur/"),
        ("işsizlik", "tr/themas/werk/"),
        ("hollandacam kötü", "tr/themas/nt2/"),
        ("is", "tr/wegwijzer/werk-of-vrijwilligerswerk/"),
    ):
        asked.fill(words)
        expect(results.locator(f"a.hit[href$='{expected}']").first, words).to_be_visible()
    # Nor does "iş" begin "istismar" (abuse), of which a helpline speaks.
    expect(results.locator("a.hit[href^='tel:']")).to_have_count(0)
    assert (real.complaints, real.strangers) == ([], [])


@pytest.mark.parametrize(
    ("start", "found"),
    [
        (
            "",
            (
                ("gezelschap", "/themas/samen/"),
                ("verzinselhius", "/sociale-kaart/verzinselhuis-vzw/"),
                ("brieven", "/wegwijzer/brief/"),
                ("luchtkastel", "/plaatsen/luchtkasteel/"),
            ),
        ),
        (
            "fr/",
            (
                ("compagnie", "/fr/themas/samen/"),
                ("maison inventee", "/fr/sociale-kaart/verzinselhuis-vzw/"),
                ("une letre", "/fr/wegwijzer/brief/"),
                ("reves", "/fr/plaatsen/droompark/"),
                ("urgence", "tel:00000"),
            ),
        ),
    ],
    ids=["nl", "fr"],
)
def test_every_neighbourhood_and_language_has_its_search(
    invented: Visit, start: str, found: tuple[tuple[str, str], ...]
) -> None:
    results = ask(invented, found[0][0], start)
    asked = invented.page.locator("dialog[open] input")
    for words, expected in found:
        asked.fill(words)
        expect(results.locator(f"a.hit[href$='{expected}']").first, words).to_be_visible()
    assert (invented.complaints, invented.strangers) == ([], [])


def test_ukrainian_is_found_without_its_apostrophe_and_in_another_case(real: Visit) -> None:
    results = ask(real, "компютер", "uk/")
    asked = real.page.locator("dialog[open] input")
    for words, expected in (
        ("компютер", "uk/aanbod/digipunt/"),
        ("комп'ютера", "uk/aanbod/digipunt/"),
        ("шукаю квартиру", "uk/wegwijzer/wonen/"),
        ("в мене борги", "uk/themas/financieel/"),
        ("Здоров’я", "uk/themas/gezondheid/"),
    ):
        asked.fill(words)
        expect(results.locator(f"a.hit[href$='{expected}']").first, words).to_be_visible()
    assert (real.complaints, real.strangers) == ([], [])


def test_what_ended_is_found_and_says_so(invented: Visit) -> None:
    results = ask(invented, "opgeheven")
    hit = results.locator("a.hit[href$='/sociale-kaart/opgeheven-dienst/']").first
    expect(hit.locator(".hit-status")).not_to_be_empty()


def test_a_hidden_address_stays_hidden(invented: Visit) -> None:
    results = ask(invented, "veilige haven")
    expect(results.locator("a.hit").first).to_be_visible()
    assert "Verstopstraat" not in results.inner_text()


def test_nothing_is_fetched_before_somebody_searches(real: Visit) -> None:
    fetched: list[str] = []
    real.page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    real.open("")
    wanted = ("search", "pagefind", "matching", "pictograms")
    assert [path for path in fetched if any(part in path for part in wanted)] == []
    real.page.locator("[data-open-search]").click()
    real.page.locator("dialog[open] input").fill("geld tekort")
    real.page.locator("dialog[open] a.hit").first.wait_for()
    assert any(path.endswith("/data/search/nl.json") for path in fetched)
    # Our own index answers; the index of whole texts is for when it finds little.
    assert [path for path in fetched if "pagefind" in path] == []


def test_the_whole_texts_are_searched_when_names_say_little(real: Visit) -> None:
    results = ask(real, "picknick")
    expect(results.locator("a.hit[href*='aanbod/naaiatelier/']").first).to_be_visible()
    assert real.complaints == []


def test_the_keyboard_is_enough(real: Visit) -> None:
    """Open, type, go down and up, and Escape brings back where one was."""
    real.open("aanbod/")
    opener = real.page.locator("[data-open-search]")
    opener.focus()
    real.page.keyboard.press("Enter")
    field = real.page.locator("dialog[open] input")
    expect(field).to_be_focused()
    real.page.keyboard.insert_text("geld tekort")
    links = real.page.locator("dialog[open] .search-results :is(a, button)")
    expect(links.nth(1)).to_be_visible()
    real.page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    real.page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    real.page.keyboard.press("ArrowUp")
    real.page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    real.page.keyboard.press("Enter")
    expect(links.nth(0)).to_be_focused()
    real.page.keyboard.press("Escape")
    expect(real.page.locator("dialog[open]")).to_have_count(0)
    expect(opener).to_be_focused()


def test_who_finds_nothing_hears_whom_to_ask(invented: Visit) -> None:
    results = ask(invented, "xqzzyw")
    expect(results.locator("a[href='tel:+3250000000']")).to_be_visible()
    expect(results.locator("a.hit[href*='/wegwijzer/']")).to_have_count(3)
    state = invented.page.locator("dialog[open] .search-state")
    assert "xqzzyw" in state.inner_text()
    assert invented.complaints == []


def test_the_results_can_be_shared_as_a_page(real: Visit) -> None:
    ask(real, "geld tekort").locator("a[href*='zoeken/?q=']").click()
    real.page.wait_for_url("**/zoeken/?q=geld%20tekort")
    expect(real.page.locator("main a.hit[href$='themas/financieel/']")).to_be_visible()
    real.page.locator("main input").fill("fiets")
    expect(real.page.locator("main a.hit[href$='aanbod/fietslessen/']")).to_be_visible()
    assert real.page.url.endswith("zoeken/?q=fiets")
    assert (real.complaints, real.strangers) == ([], [])


def test_without_script_there_is_a_list_from_a_to_z(browser: Browser, real_home: str) -> None:
    with visit(browser, real_home, script=False) as looking:
        looking.open("")
        looking.page.locator("[data-open-search]").click()
        looking.page.wait_for_url("**/zoeken/")
        expect(looking.page.locator("main input")).to_be_hidden()
        looking.page.locator("main a[href$='a-z/']").click()
        looking.page.locator("main a[href$='aanbod/naaiatelier/']").click()
        assert looking.page.locator("h1").inner_text().strip() == "Naaiatelier"
        assert looking.complaints == []


def test_the_browser_folds_words_as_the_index_does(real: Visit) -> None:
    """Two languages of programming, one way to fold: else words would never meet."""
    real.open("zoeken/")
    texts = [
        "Repair Café",
        "L'été d’Æsop",
        "Buddy’s",
        "’t Nest",
        "İzmir ısı ŞÇĞ IŞIK İŞ",
        "المدرسة الى",
        "Її й цей, п'ятниця і пʼять ґав",
        "e-ID 112",
    ]
    folded = real.page.evaluate(
        """async texts => {
          const { wordsOf } = await import(document.querySelector("script[src*='search-page.js']").src
            .replace("search-page", "matching"));
          return texts.map(wordsOf);
        }""",
        texts,
    )
    assert folded == [words_of(text) for text in texts]


def test_typing_errors_are_counted(real: Visit) -> None:
    real.open("zoeken/")
    counted = real.page.evaluate(
        """async pairs => {
          const { distances } = await import(document.querySelector("script[src*='search-page.js']").src
            .replace("search-page", "matching"));
          return pairs.map(([one, other]) => distances(one, other).at(-1));
        }""",
        [("naaiatelier", "naiatelier"), ("digipunt", "digipnut"), ("soep", "soep"), ("ca", "abc")],
    )
    assert counted == [1, 1, 0, 3]
