"""Finding what there is: facets, the week of today and the calendar, played on a small phone."""

import io
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.tools.browser import PHONE, Visit, served, visit
from tests.tools.builds import TODAY, Built, site_address
from tests.tools.finding import ALL, PERHAPS, SURE, choose, ids, names, wrong_counts
from tests.tools.records import current_offers

COMPUTER = {"width": 1280, "height": 900}
POINT = 72 / 25.4


@pytest.fixture(scope="module")
def home(built_invented: Built) -> Iterator[str]:
    with served(built_invented.out, urlsplit(site_address(built_invented.root)).path) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    with visit(browser, home, viewport=PHONE) as looking:
        yield looking
        assert (looking.complaints, looking.strangers) == ([], [])


def test_all_offers_are_there_before_anything_is_chosen(built_invented: Built, phone: Visit) -> None:
    phone.open("aanbod/")
    offers = {offer["id"] for offer in current_offers(built_invented.root)}
    assert set(names(phone.page, ALL)) == offers
    assert str(len(offers)) in phone.page.locator("[data-state]").inner_text()


def test_facets_combine(phone: Visit) -> None:
    """OR within one facet, AND between them; what is unknown stands apart, and never disappears."""
    phone.open("aanbod/")
    choose(phone.page, "maandag")
    assert set(names(phone.page, SURE)) == {"een-heel-lange-naam", "naaien-om-de-twee-weken", "vaste-data"}
    assert "bijna-niets-bekend" in names(phone.page, PERHAPS)
    choose(phone.page, "vrijdag")
    assert "koffie-met-koek" in names(phone.page, SURE)
    choose(phone.page, "gratis")
    assert names(phone.page, SURE) == ["koffie-met-koek"]
    assert "een-heel-lange-naam" not in names(phone.page, PERHAPS), "its price is known"
    assert "gepland-aanbod" not in names(phone.page, PERHAPS), "its days are known"
    choose(phone.page, "fr")
    assert names(phone.page, SURE) == ["koffie-met-koek"]


def test_a_day_and_a_part_of_the_day_are_of_one_moment(phone: Visit) -> None:
    """Monday morning, Wednesday afternoon and Thursday evening are not Monday evening."""
    phone.open("aanbod/?dag=maandag&dagdeel=avond")
    assert names(phone.page, SURE) == []
    assert "een-heel-lange-naam" not in names(phone.page, PERHAPS)
    expect(phone.page.locator("[data-nothing]")).to_be_visible()


def test_the_choice_stands_in_the_address_and_comes_back(phone: Visit) -> None:
    phone.open("aanbod/")
    choose(phone.page, "samen", "vrijdag", "donderdag", "rolstoel")
    asked = parse_qs(urlsplit(phone.page.url).query)
    assert asked == {"thema": ["samen"], "dag": ["donderdag,vrijdag"], "toegang": ["rolstoel"]}
    before = (
        names(phone.page, SURE),
        names(phone.page, PERHAPS),
        phone.page.locator("[data-state]").inner_text(),
    )
    phone.reload()
    after = (
        names(phone.page, SURE),
        names(phone.page, PERHAPS),
        phone.page.locator("[data-state]").inner_text(),
    )
    assert before == after
    assert before[0]
    # From an offer back to the list: the choice is still there.
    phone.page.locator(f"{SURE} .card-name a").first.click()
    phone.page.wait_for_url(re.compile(r"/aanbod/[^/?]+/$"))
    phone.page.go_back()
    phone.settle()
    assert names(phone.page, SURE) == before[0]


def test_counts_say_what_a_tick_would_give(phone: Visit) -> None:
    """For every value: the number beside it is the number found after ticking it."""
    phone.open("aanbod/?functie=ontmoeten")
    assert wrong_counts(phone.page, "functie") == []


def test_the_number_found_is_announced(phone: Visit) -> None:
    phone.open("aanbod/")
    state = phone.page.get_by_role("status").filter(has_text=re.compile(r"\d"))
    choose(phone.page, "vrijdag")
    expect(state).to_contain_text("1")
    assert state.evaluate("e => e.matches('[role=status]')")


def test_everything_can_be_cleared(phone: Visit) -> None:
    phone.open("aanbod/?dag=vrijdag&prijs=gratis&volgorde=naam")
    phone.page.locator(".chosen button").first.click()
    assert "dag=" not in phone.page.url
    assert "prijs=gratis" in phone.page.url
    phone.page.locator("[data-order]").select_option("")
    phone.page.locator(".facets-open").click()
    phone.page.locator("[data-reset]").click()
    phone.page.keyboard.press("Escape")
    assert urlsplit(phone.page.url).query == ""
    assert phone.page.locator("[data-all]").is_visible()


def test_sorting_by_date_and_by_name(phone: Visit) -> None:
    phone.open("aanbod/")
    order = phone.page.locator("[data-order]")
    order.select_option("naam")
    shown = [text.casefold() for text in phone.page.locator(f"{SURE} .card-name").all_inner_texts()]
    assert (
        shown.index("bijna niets bekend") < shown.index("een veilig gesprek") < shown.index("koffie met koek")
    )
    with_clock(phone.page, "2026-12-10")
    phone.open("aanbod/?volgorde=datum")
    assert names(phone.page, SURE)[0] == "koffie-met-koek", "on Friday 11 December"
    expect(phone.page.locator("[data-remark]").first).to_contain_text("11 december")


def test_nearest_first_is_asked_for_only_then(browser: Browser, home: str) -> None:
    """And the place of the visitor goes nowhere."""
    here = {"latitude": 51.4031, "longitude": 2.8112}
    with visit(browser, home, geolocation=here, permissions=["geolocation"]) as looking:
        asked: list[str] = []
        looking.page.add_init_script(
            "const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);"
            "navigator.geolocation.getCurrentPosition = (...a) => { window.asked = true; ask(...a); };"
        )
        looking.open("aanbod/")
        assert looking.page.evaluate("window.asked") is None
        looking.page.on("request", lambda request: asked.append(request.url))
        looking.page.locator("[data-order]").select_option("dichtbij")
        expect(looking.page.locator("[data-remark]").first).to_contain_text("10 m")
        assert asked == []
        assert "51.4" not in looking.page.url


def test_nearest_first_says_when_the_phone_does_not_tell(browser: Browser, home: str) -> None:
    with visit(browser, home) as looking:
        looking.open("aanbod/")
        looking.page.locator("[data-order]").select_option("dichtbij")
        expect(looking.page.locator("[data-order]")).to_have_value("")
        expect(looking.page.locator("[data-state]")).to_contain_text("toestel")


def test_the_facets_work_by_keyboard_alone(browser: Browser, home: str) -> None:
    """Tab to the form, Space to tick; the focus never falls out of the page."""
    with visit(browser, home, viewport=COMPUTER, has_touch=False) as looking:
        page = looking.page
        looking.open("aanbod/")
        page.locator("h1").click()
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.value") == "vrijdag":
                break
        assert page.evaluate("document.activeElement.value") == "vrijdag"
        outline = "e => getComputedStyle(e.closest('label')).outlineStyle"
        assert page.locator("input[value=vrijdag]").evaluate(outline) == "solid"
        page.keyboard.press("Space")
        assert names(page, SURE) == ["koffie-met-koek"]
        page.locator(".chosen button").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.matches('[data-order]')")
        assert names(page, SURE) == []


def test_the_way_to_the_choices_covers_nothing_and_is_always_under_the_thumb(phone: Visit) -> None:
    phone.open("aanbod/")
    opener = phone.page.locator(".facets-open")
    first = phone.page.locator(".card").first.bounding_box()
    before = opener.bounding_box()
    assert first
    assert before
    assert before["y"] + before["height"] <= first["y"]
    phone.page.mouse.wheel(0, 1500)
    phone.page.locator(".facets-open.is-floating").wait_for()
    after = opener.bounding_box()
    assert after
    assert phone.page.viewport_size
    assert after["y"] > phone.page.viewport_size["height"] / 2


def test_the_sheet_opens_and_closes_by_keyboard(phone: Visit) -> None:
    phone.open("aanbod/")
    opener = phone.page.locator(".facets-open")
    opener.focus()
    phone.page.keyboard.press("Enter")
    expect(phone.page.locator("#facets")).to_be_visible()
    phone.page.keyboard.press("Escape")
    expect(phone.page.locator("#facets")).to_be_hidden()
    assert opener.evaluate("e => e === document.activeElement")


def test_without_script_the_list_is_whole_and_the_choices_are_pages(
    built_invented: Built, browser: Browser, home: str
) -> None:
    with visit(browser, home, script=False) as looking:
        looking.open("aanbod/")
        assert len(names(looking.page, ALL)) == len(current_offers(built_invented.root))
        assert not looking.page.locator(".facets-open").is_visible()
        assert not looking.page.locator(".found-head").is_visible()
        for choice, offer in (("vrijdag", "koffie-met-koek"), ("vrouwen", "veilig-gesprek")):
            looking.open("aanbod/")
            looking.page.locator(f".facet-pages a[href$='/{choice}/']").click()
            assert looking.page.locator(f"main a[href*='aanbod/{offer}/']").count() == 1
        assert looking.complaints == []


# The week of today


def with_clock(page: Page, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T10:00:00+01:00")


def open_home(looking: Visit, day: str) -> None:
    """The home page on a day, once it shows that day."""
    with_clock(looking.page, day)
    looking.open("")
    looking.page.locator(f"[data-week][data-as-of='{day}']").wait_for()


def moments(page: Page, box: str) -> list[tuple[str, str, bool]]:
    """(date, id of the offer, cancelled) of every moment that is shown."""
    script = """box => [...document.querySelectorAll(`[data-week] ${box} [data-day]`)].flatMap(day =>
      [...day.querySelectorAll(".moment")].map(moment => [
        day.dataset.day,
        moment.querySelector("a").href.split("/").at(-2),
        moment.classList.contains("is-cancelled"),
      ]))"""
    return [(str(a), str(b), bool(c)) for a, b, c in page.evaluate(script, box)]


def wanted(built: Built, first: date, *, sure: bool) -> list[tuple[str, str, bool]]:
    """What the published dates say of today and the seven days after it."""
    data = json.loads((built.out / "data" / "agenda.json").read_text(encoding="utf-8"))
    last = (first + timedelta(days=7)).isoformat()
    found = [
        (day, offer["id"], cancelled)
        for offer in data["offers"]
        if (bool(offer["due"]) and first.isoformat() <= offer["due"]) == sure
        for times in offer["times"]
        for days, cancelled in ((times["on"], False), (times["off"], True))
        for day in days
        if first.isoformat() <= day <= last
    ]
    return sorted(found)


def test_on_the_day_of_the_build_nothing_is_fetched(built_invented: Built, phone: Visit) -> None:
    fetched: list[str] = []
    phone.page.on("request", lambda request: fetched.append(request.url))
    open_home(phone, TODAY)
    assert not [url for url in fetched if "agenda.json" in url]
    today = date.fromisoformat(TODAY)
    assert sorted(moments(phone.page, "ol[data-sure]")) == wanted(built_invented, today, sure=True)
    assert sorted(moments(phone.page, "[data-unsure]")) == wanted(built_invented, today, sure=False)


def test_the_week_is_right_on_a_later_day(built_invented: Built, phone: Visit) -> None:
    """Also where a check has run out since the build: such offers must be asked for first."""
    for day in ("2026-11-24", "2026-12-21", "2027-01-20", "2027-03-31", "2027-05-17"):
        open_home(phone, day)
        first = date.fromisoformat(day)
        assert sorted(moments(phone.page, "ol[data-sure]")) == wanted(built_invented, first, sure=True)
        assert sorted(moments(phone.page, "[data-unsure]")) == wanted(built_invented, first, sure=False)


def test_a_check_that_runs_out_moves_the_offer(phone: Visit) -> None:
    """The coffee is sure until 16 February 2027."""
    open_home(phone, "2027-02-16")
    assert "koffie-met-koek" in {offer for _, offer, _ in moments(phone.page, "ol[data-sure]")}
    open_home(phone, "2027-02-17")
    assert "koffie-met-koek" not in {offer for _, offer, _ in moments(phone.page, "ol[data-sure]")}
    assert "koffie-met-koek" in {offer for _, offer, _ in moments(phone.page, "[data-unsure]")}


def test_today_and_its_holiday_are_named(phone: Visit) -> None:
    open_home(phone, "2026-12-24")
    leaf = phone.page.locator("[data-week] .is-today h3")
    expect(leaf.locator(".for-readers")).to_have_text("Vandaag, donderdag 24 december")
    assert leaf.locator("[aria-hidden]").all_inner_texts() == ["Vandaag", "24", "dec"]
    expect(phone.page.locator("[data-closed]")).to_contain_text("Kerstvakantie")


def test_without_the_dates_the_past_is_left_out(browser: Browser, home: str) -> None:
    with visit(browser, home) as looking:
        looking.page.route("**/agenda.json*", lambda route: route.abort())
        open_home(looking, "2026-11-25")
        days = {day for day, _, _ in moments(looking.page, "")}
        assert days
        assert min(days) == "2026-11-25"
        today = looking.page.locator("[data-week] .is-today .for-readers")
        expect(today).to_have_text("Vandaag, woensdag 25 november")
        assert feasts(looking.page) == [("lichtjesfeest", "2026-12-12"), ("vrije-tekst", "")]
        open_home(looking, "2026-12-13")
        assert feasts(looking.page) == [("lichtjesfeest", ""), ("vrije-tekst", "")]


def test_without_script_the_week_of_the_build_is_shown(browser: Browser, home: str) -> None:
    with visit(browser, home, script=False) as looking:
        looking.open("")
        assert "maandag 23 november" in looking.page.locator("[data-week] .is-today").first.inner_text()


# The next feast


def feasts(page: Page) -> list[tuple[str, str]]:
    """(id, date or nothing) of every feast, in the order of the page."""
    script = "all => all.map(feast => [feast.dataset.feast, feast.dataset.on ?? ''])"
    return [(str(a), str(b)) for a, b in page.locator("[data-feast]").evaluate_all(script)]


def test_the_next_feast_has_its_date_until_it_is_over(phone: Visit) -> None:
    """Then nobody knows when the next one is: the one of 2027 is cancelled."""
    open_home(phone, "2026-12-12")
    first = phone.page.locator("[data-feast]").first
    assert feasts(phone.page)[0] == ("lichtjesfeest", "2026-12-12")
    expect(first.locator(".leaf-day")).to_have_text("12")
    expect(first).to_contain_text("18.00–21.00 uur")
    expect(phone.page.locator("[data-no-date]")).to_be_hidden()
    open_home(phone, "2026-12-13")
    assert ("lichtjesfeest", "") in feasts(phone.page)
    expect(phone.page.locator("[data-no-date]")).to_contain_text("Bel het Verzinselhuis")
    assert phone.page.locator("[data-feasts] .leaf:visible").count() == 0


def test_a_feast_that_nobody_confirmed_lately_must_be_asked_for(phone: Visit) -> None:
    """Its check holds until 16 May; the clock stands before the date, after the check of another build."""
    phone.page.route("**/agenda.json*", lambda route: route.fulfill(json=agenda_of_a_feast("2027-06-20")))
    open_home(phone, "2027-06-01")
    first = phone.page.locator("[data-feast]").first
    expect(first.locator(".leaf-day")).to_have_text("20")
    expect(first.locator(".feast-ask")).to_be_visible()


def agenda_of_a_feast(day: str) -> dict[str, object]:
    """The published dates, had they but this one."""
    times = {"from": "18:00", "until": "", "hours": "vanaf 18.00 uur", "on": [day], "off": []}
    feast = {
        "id": "lichtjesfeest",
        "name": "Lichtjesfeest",
        "href": "",
        "due": "2027-05-16",
        "times": [times],
    }
    return {"built": TODAY, "holidays": [], "offers": [feast]}


# The calendar


def on_day(page: Page, day: str) -> list[str]:
    return ids(page.locator(f"[data-day='{day}'] .entry:visible a"))


def test_the_calendar_shows_the_right_days(phone: Visit) -> None:
    phone.open("agenda/maand-2/")
    assert on_day(phone.page, "2026-12-03") == ["eerste-donderdag"]
    assert on_day(phone.page, "2026-12-11") == ["koffie-met-koek"]
    assert on_day(phone.page, "2026-12-25") == []
    assert on_day(phone.page, "2026-12-07") == ["een-heel-lange-naam", "naaien-om-de-twee-weken"]
    expect(phone.page.locator("[data-day='2026-12-25']")).to_contain_text("Kerstmis")
    phone.open("agenda/")
    expect(phone.page.locator("[data-day='2026-11-27'] .is-cancelled")).to_contain_text("gaat niet door")
    expect(phone.page.locator("[data-day='2026-11-23'] .is-unsure")).to_contain_text("Naaien")


def test_the_calendar_has_the_filters_of_the_list(phone: Visit) -> None:
    """The same questions; what is not known stays, and says so; the choice goes along to the next month."""
    phone.open("aanbod/")
    facets = "all => all.map(facet => facet.dataset.facet)"
    of_the_list = phone.page.locator("[data-facet]").evaluate_all(facets)
    phone.open("agenda/maand-2/")
    assert phone.page.locator("[data-facet]").evaluate_all(facets) == of_the_list
    phone.page.locator(".calendar-filters > [data-more] > summary").click()
    phone.page.locator("input[value=leren][name=functie]").check()
    assert on_day(phone.page, "2026-12-07") == ["naaien-om-de-twee-weken"]
    assert on_day(phone.page, "2026-12-11") == ["koffie-met-koek"]
    phone.page.locator("input[value=gratis]").check()
    assert on_day(phone.page, "2026-12-07") == []
    expect(phone.page.locator("[data-day='2026-12-07']")).to_be_hidden()
    assert "functie=leren&prijs=gratis" in phone.page.url
    phone.reload()
    assert on_day(phone.page, "2026-12-03") == []
    phone.page.locator(".chosen button", has_text="Leren").click()
    assert on_day(phone.page, "2026-12-03") == ["eerste-donderdag"]
    expect(phone.page.locator("[data-day='2026-12-12'] .entry-maybe")).to_have_text("misschien: vraag het na")
    phone.page.locator("[rel=next]").click()
    phone.page.wait_for_url("**/agenda/maand-3/?prijs=gratis")
    assert on_day(phone.page, "2027-01-06") == []


def test_a_day_in_the_calendar_is_that_of_the_entry(phone: Visit) -> None:
    """What is on Mondays and on Wednesdays is not shown on Wednesday to who asks for Monday."""
    phone.open("agenda/maand-2/?dag=maandag")
    assert on_day(phone.page, "2026-12-07") == ["een-heel-lange-naam", "naaien-om-de-twee-weken"]
    assert on_day(phone.page, "2026-12-09") == []
    phone.open("agenda/maand-2/?dagdeel=avond")
    assert on_day(phone.page, "2026-12-03") == ["eerste-donderdag"]
    assert on_day(phone.page, "2026-12-07") == []


def test_the_calendar_is_a_grid_where_there_is_room(browser: Browser, home: str) -> None:
    with visit(browser, home, viewport=COMPUTER) as looking:
        looking.open("agenda/maand-2/")
        boxes = [
            looking.page.locator(f"[data-day='{day}']").bounding_box()
            for day in ("2026-12-07", "2026-12-08", "2026-12-14")
        ]
        monday, tuesday, later = (box for box in boxes if box)
        assert monday["y"] == tuesday["y"]
        assert monday["x"] == later["x"]


def test_steps_lead_to_the_next_weeks(phone: Visit) -> None:
    phone.open("agenda/")
    for week in range(2, 6):
        phone.page.locator("[rel=next]").click()
        phone.page.wait_for_url(f"**/agenda/week-{week}/")
    assert phone.page.locator("[rel=next]").count() == 0
    assert phone.page.locator("[data-day='2026-12-21']").count() == 1


def test_an_old_week_says_so_and_what_ran_out_is_apart(phone: Visit) -> None:
    with_clock(phone.page, "2026-12-01")
    phone.open("agenda/")
    phone.page.locator("[data-other-week] a").click()
    phone.page.wait_for_url("**/agenda/week-2/")
    assert phone.page.locator("[data-day='2026-12-01']").get_attribute("aria-current") == "date"
    with_clock(phone.page, "2027-05-01")
    phone.open("agenda/maand-2/")
    assert phone.page.locator("[data-day='2026-12-11'] .is-unsure .entry").count() == 1


def test_the_calendar_works_without_script(browser: Browser, home: str) -> None:
    with visit(browser, home, script=False) as looking:
        looking.open("agenda/maand-2/")
        assert on_day(looking.page, "2026-12-03") == ["eerste-donderdag"]
        assert not looking.page.locator(".calendar-filters").is_visible()


def test_a_month_prints_on_one_sheet_across_and_a_week_as_a_list(browser: Browser, home: str) -> None:
    with visit(browser, home) as looking:
        for address, width in (("agenda/maand-2/", 297), ("agenda/week-2/", 210)):
            looking.open(address)
            (sheet,) = PdfReader(io.BytesIO(looking.page.pdf(prefer_css_page_size=True))).pages
            assert round(float(sheet.mediabox.width) / POINT) == width
            said = sheet.extract_text()
            assert "Praten op de eerste" in said
            assert "Bel het Verzinselhuis" in said
            for button in ("Kies wat je zoekt", "Afdrukken", "Per maand", "Mijn lijst"):
                assert button not in said, button


@pytest.mark.parametrize(
    "address", ["aanbod/?functie=leren", "agenda/", "agenda/maand/", "per-dag/maandag/", "voor-wie/"]
)
def test_new_pages_fit_a_phone(phone: Visit, address: str) -> None:
    phone.open(address)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert phone.page.locator("h1").count() == 1
