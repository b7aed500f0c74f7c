"""The visitor's own list, and what one can do with a page: played on a small phone."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Browser, expect

from generator.model.codes import code_of
from tests.tools.browser import PHONE, Visit, served, visit, wait_until
from tests.tools.builds import Built, site_address
from tests.tools.pdf import QR_CODE, Sheet
from tests.tools.voices import VOICES

COFFEE, SEWING, HOUSE = "o:koffie-met-koek", "o:naaien-om-de-twee-weken", "p:verzinselhuis"
NAMES = {COFFEE: "Koffie met koek", SEWING: "Naaien om de twee weken", HOUSE: "Het Verzinselhuis"}
LIST = "mijn-lijst/"

WITHOUT_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("not here", "SecurityError"); },
})"""
WITHOUT_PRINTER = "window.print = () => { window.printed = document.documentElement.dataset.paper; }"


@pytest.fixture(scope="module")
def home(built_invented: Built) -> Iterator[str]:
    with served(built_invented.out, urlsplit(site_address(built_invented.root)).path) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    """Whatever a test does with it: nothing may fail, and nobody else may be asked."""
    with visit(browser, home) as looking:
        yield looking
        assert looking.complaints == []
        assert looking.strangers == []


def address_of(key: str) -> str:
    folder = {"o": "aanbod", "s": "sociale-kaart", "p": "plaatsen"}[key[0]]
    return f"{folder}/{key[2:]}/"


def keep(phone: Visit, *keys: str) -> None:
    """Taps the heart on the page of each record."""
    for key in keys:
        phone.open(address_of(key))
        phone.page.locator(f'.actions [data-keep="{key}"]').click()


def names(phone: Visit) -> list[str]:
    return phone.page.locator(".kept-name").all_inner_texts()


def stored(phone: Visit) -> list[str]:
    """The keys that the device keeps."""
    found: list[str] = phone.page.evaluate(
        """() => Object.entries(localStorage).filter(([name]) => name.startsWith("my-list:"))
            .flatMap(([, text]) => JSON.parse(text).items.map((item) => item.key))"""
    )
    return found


def test_a_tap_on_the_heart_keeps_a_record(phone: Visit) -> None:
    """On its page and on its card in a list; the head of the page counts; a second tap lets go."""
    keep(phone, COFFEE, HOUSE)
    phone.open("aanbod/")
    expect(phone.page.locator("[data-kept-count]")).to_have_text("2")
    heart = phone.page.locator(f'.card [data-keep="{COFFEE}"]').first
    expect(heart).to_have_attribute("aria-pressed", "true")
    expect(heart).to_contain_text("Bewaard")
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "false")
    assert stored(phone) == [HOUSE]
    assert urlsplit(phone.page.url).path.endswith("/aanbod/"), "the heart must not open the card"


def test_the_list_says_when_where_and_whom_to_call(phone: Visit) -> None:
    keep(phone, COFFEE)
    phone.open(LIST)
    card = phone.page.locator(".kept-item")
    for fact in ("when", "where", "ask"):
        assert card.locator(f'[data-fact="{fact}"] dd').inner_text().strip()
    assert card.locator('a[href^="tel:"]').count() >= 1


def test_the_empty_list_says_how_it_works(phone: Visit) -> None:
    phone.open(LIST)
    expect(phone.page.get_by_role("heading", name="Je lijst is nog leeg")).to_be_visible()
    expect(phone.page.locator("[data-part=tools]")).to_be_hidden()


def test_the_order_is_changed_with_the_keyboard(phone: Visit) -> None:
    """The focus stays on the line that moves, and a screen reader hears where it is."""
    keep(phone, COFFEE, SEWING, HOUSE)
    phone.open(LIST)
    up = phone.page.get_by_role("button", name=f"Omhoog: {NAMES[HOUSE]}")
    up.focus()
    phone.page.keyboard.press("Enter")
    phone.page.keyboard.press("Enter")
    assert names(phone) == [NAMES[HOUSE], NAMES[COFFEE], NAMES[SEWING]]
    expect(phone.page.locator("[data-part=said]")).to_have_text(f"{NAMES[HOUSE]} is nu nummer 1 van 3.")
    expect(phone.page.get_by_role("button", name=f"Omlaag: {NAMES[HOUSE]}")).to_be_focused()
    phone.reload()
    assert names(phone) == [NAMES[HOUSE], NAMES[COFFEE], NAMES[SEWING]]


def test_a_note_is_still_there_tomorrow(phone: Visit) -> None:
    keep(phone, COFFEE)
    phone.open(LIST)
    phone.page.get_by_label("Mijn notitie").fill("Vraag naar An <b>")
    phone.reload()
    expect(phone.page.get_by_label("Mijn notitie")).to_have_value("Vraag naar An <b>")


def test_what_is_removed_can_be_put_back(phone: Visit) -> None:
    keep(phone, COFFEE, SEWING, HOUSE)
    phone.open(LIST)
    phone.page.get_by_role("button", name=f"Verwijder: {NAMES[SEWING]}").click()
    assert stored(phone) == [COFFEE, HOUSE]
    back = phone.page.get_by_role("button", name="Zet terug")
    expect(back).to_be_focused()
    back.click()
    assert stored(phone) == [COFFEE, SEWING, HOUSE]
    assert names(phone) == [NAMES[COFFEE], NAMES[SEWING], NAMES[HOUSE]]


def test_a_list_that_is_sent_opens_on_another_phone(browser: Browser, phone: Visit) -> None:
    """Without the notes; the other keeps it beside what was kept already."""
    keep(phone, COFFEE, HOUSE)
    phone.open(LIST)
    phone.page.get_by_label("Mijn notitie").first.fill("van mij alleen")
    address = phone.page.locator("[data-send=link]").get_attribute("data-url") or ""
    assert address.endswith(f"{LIST}#{COFFEE},{HOUSE}")
    with visit(browser, phone.home) as other:
        keep(other, SEWING)
        other.open(address.removeprefix(other.home))
        expect(other.page.get_by_text("Iemand stuurde je deze lijst.")).to_be_visible()
        assert names(other) == [NAMES[COFFEE], NAMES[HOUSE]]
        assert stored(other) == [SEWING]
        other.page.get_by_role("button", name="Bewaar deze lijst").click()
        expect(other.page.locator(".kept-item")).to_have_count(3)
        assert stored(other) == [SEWING, COFFEE, HOUSE]
        assert "van mij alleen" not in other.page.content()
        assert other.complaints == []


def test_whatsapp_and_mail_carry_the_list_as_text(phone: Visit) -> None:
    keep(phone, COFFEE)
    phone.open(LIST)
    whatsapp = urlsplit(phone.page.locator("[data-send=whatsapp]").get_attribute("href") or "")
    mail = urlsplit(phone.page.locator("[data-send=mail]").get_attribute("href") or "")
    assert (whatsapp.scheme, whatsapp.netloc) == ("https", "wa.me")
    for text in (parse_qs(whatsapp.query)["text"][0], parse_qs(mail.query)["body"][0]):
        assert NAMES[COFFEE] in text
        assert f"{LIST}#{COFFEE}" in text


DAMAGED = (
    *("", "{", "null", "[]", '{"items": 3}'),
    '{"items": [null, 7, {"key": "x:y"}, {"key": "<b>"}, "o:a"]}',
)


def test_a_damaged_list_is_an_empty_list(phone: Visit) -> None:
    keep(phone, COFFEE)
    for damage in DAMAGED:
        phone.page.evaluate(
            "text => Object.keys(localStorage).forEach((key) => (localStorage[key] = text))", damage
        )
        phone.open(LIST)
        expect(phone.page.get_by_role("heading", name="Je lijst is nog leeg"), damage).to_be_visible()
        keep(phone, SEWING)
        assert stored(phone) == [SEWING], damage


def test_what_is_no_longer_in_the_guide_says_so(phone: Visit) -> None:
    """And what has ended is marked, without hours that no longer hold."""
    phone.open(f"{LIST}#o:gestopt-aanbod,o:bestaat-niet")
    gone, unknown = phone.page.locator(".kept-item.is-ended").all()
    assert gone.locator(".kept-ended").inner_text().strip()
    assert gone.locator("[data-fact]").count() == 0
    expect(unknown).to_contain_text("Dit staat niet meer op deze site.")


def test_without_storage_the_list_travels_in_the_address(phone: Visit) -> None:
    phone.page.add_init_script(WITHOUT_STORAGE)
    phone.open(address_of(COFFEE))
    phone.page.locator(f'.actions [data-keep="{COFFEE}"]').click()
    phone.page.locator(".to-my-list").click()
    expect(phone.page.locator(".kept-name")).to_have_text([NAMES[COFFEE]])
    expect(phone.page.locator("[data-part=no-storage]")).to_be_visible()
    phone.page.get_by_label("Mijn notitie").fill("met, komma = en meer")
    # The browser itself hears of the new address a little later than the page.
    expect(phone.page).to_have_url(re.compile("meer$"))
    phone.reload()
    expect(phone.page.get_by_label("Mijn notitie")).to_have_value("met, komma = en meer")


def test_without_script_there_are_no_hearts(browser: Browser, home: str) -> None:
    with visit(browser, home, script=False) as looking:
        looking.open(address_of(COFFEE))
        expect(looking.page.locator(".actions .keep")).to_be_hidden()
        expect(looking.page.get_by_role("link", name="WhatsApp", exact=True)).to_be_visible()
        looking.open(LIST)
        expect(looking.page.get_by_text("Voor je lijst is JavaScript nodig.")).to_be_visible()


def test_another_language_shows_the_same_list_with_the_dutch_beside_it(phone: Visit) -> None:
    keep(phone, COFFEE)
    phone.open(f"fr/{LIST}")
    expect(phone.page.locator(".kept-name")).to_have_text(["Café et biscuits"])
    expect(phone.page.locator(".kept-dutch")).to_be_hidden()
    phone.page.get_by_role("checkbox").check()
    expect(phone.page.locator('.kept-dutch[lang="nl"]')).to_contain_text(NAMES[COFFEE])
    phone.reload()
    expect(phone.page.locator('.kept-dutch[lang="nl"]')).to_contain_text(NAMES[COFFEE])


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("A5", (148, 210))])
def test_the_list_prints_as_a_leaflet(
    phone: Visit, tmp_path: Path, paper: str, size: tuple[int, int]
) -> None:
    """Each card whole on one page, with a code that a camera reads, and no buttons."""
    keys = [COFFEE, SEWING, HOUSE, "o:eerste-donderdag", "o:vaste-data", "o:op-afspraak"]
    phone.page.add_init_script(WITHOUT_PRINTER)
    keep(phone, *keys)
    phone.open(LIST)
    phone.page.get_by_label("Mijn notitie").first.fill("Neem de brief mee")
    phone.page.get_by_role("button", name=f"op {paper}").click()
    wait_until(phone.page, "() => Boolean(window.printed)")
    phone.page.pdf(path=tmp_path / "list.pdf", prefer_css_page_size=True)
    leaflet = Sheet(tmp_path / "list.pdf")
    assert set(leaflet.sizes) == {size}
    assert "Neem de brief mee" in leaflet.text
    assert "Omhoog" not in leaflet.text
    codes = {code.text.rstrip("/").rsplit("/", 1)[-1]: code for code in leaflet.codes(dpi=200)}
    for key, name in zip(phone_keys(keys), names(phone), strict=True):
        code = codes[key]
        assert code.side >= 35 * 25 / 33 - 1
        assert name in " ".join(leaflet.texts[code.page].split()), f"{name} is not on the page of its code"


def phone_keys(keys: list[str]) -> list[str]:
    kinds = {"o": "offer", "s": "organisation", "p": "place"}
    return [code_of(kinds[key[0]], key[2:]) for key in keys]


def test_the_list_fits_a_small_phone(phone: Visit) -> None:
    keep(phone, COFFEE, "o:een-heel-lange-naam", HOUSE)
    phone.open(LIST)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    touched = phone.page.locator("main :is(button, .button, textarea):visible")
    boxes = [box for one in touched.all() if (box := one.bounding_box())]
    assert boxes
    assert [box for box in boxes if min(box["width"], box["height"]) < 44] == []


def test_the_dates_go_into_the_calendar_of_the_phone(phone: Visit) -> None:
    phone.open(address_of(COFFEE))
    with phone.page.expect_download() as started:
        phone.page.get_by_role("link", name="In mijn agenda").click()
    assert started.value.suggested_filename == "koffie-met-koek.ics"
    calendar = Calendar.from_ical(Path(started.value.path()).read_bytes())
    assert isinstance(calendar, Calendar)
    assert {str(event["SUMMARY"]).partition(":")[0] for event in calendar.events} == {NAMES[COFFEE]}
    # The browser reports what it saves instead of showing as a failed request.
    phone.complaints.clear()


def test_the_link_of_a_page_is_shared_or_copied(browser: Browser, home: str) -> None:
    with visit(browser, home, permissions=["clipboard-read", "clipboard-write"]) as looking:
        looking.page.add_init_script("delete Navigator.prototype.share")
        looking.open(address_of(COFFEE))
        looking.page.get_by_role("button", name="Deel").click()
        expect(looking.page.locator(".actions .action-said")).to_have_text("De link is gekopieerd")
        assert looking.page.evaluate("navigator.clipboard.readText()") == home + address_of(COFFEE)
        looking.page.add_init_script("Navigator.prototype.share = (what) => { window.shared = what.url; }")
        looking.reload()
        looking.page.get_by_role("button", name="Deel").click()
        wait_until(looking.page, "() => Boolean(window.shared)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_fills_the_screen_for_the_phone_opposite(browser: Browser, home: str, scheme: str) -> None:
    with visit(browser, home, color_scheme=scheme) as looking:
        looking.open(address_of(COFFEE))
        looking.page.locator(".actions [data-tap=code]").click()
        code = looking.page.locator("dialog .code-picture svg")
        expect(code).to_be_visible()
        box = code.bounding_box()
        assert box
        assert box["width"] > 0.85 * PHONE["width"]
        picture = Image.open(io.BytesIO(looking.page.screenshot()))
        found = zxingcpp.read_barcodes(picture, formats=QR_CODE)
        assert [barcode.text.rstrip("/").rsplit("/", 1)[-1] for barcode in found] == phone_keys([COFFEE])
        looking.page.keyboard.press("Escape")
        expect(looking.page.locator("dialog.large-code")).to_have_count(0)


def test_a_page_without_a_code_of_its_own_has_one_in_the_menu(built_invented: Built, phone: Visit) -> None:
    """The code leads to the page itself; a tap anywhere closes it."""
    phone.open("agenda/maand-2/?prijs=gratis")
    phone.page.get_by_role("button", name="Menu").click()
    phone.page.locator("#menu [data-tap=code]").click()
    code = phone.page.locator("dialog .code-picture img")
    code.evaluate("picture => picture.decode()")
    picture = Image.open(io.BytesIO(phone.page.screenshot()))
    (found,) = zxingcpp.read_barcodes(picture, formats=QR_CODE)
    assert found.text == site_address(built_invented.root) + "agenda/maand-2/"
    code.click()
    expect(phone.page.locator("dialog.large-code")).to_have_count(0)


def test_a_page_is_read_aloud_as_people_say_it(phone: Visit) -> None:
    """In the page's language, phone numbers digit by digit, hours as hours; a second tap stops it."""
    phone.page.add_init_script(VOICES)
    phone.open(address_of(COFFEE))
    button = phone.page.locator("[data-tap=speak]")
    button.click()
    expect(button).to_contain_text("Stop")
    spoken = phone.page.evaluate("window.spoken")
    assert spoken[0].startswith("nl-BE ")
    assert any(NAMES[COFFEE] in line for line in spoken)
    module = "import(document.querySelector('script[src*=\"site.js\"]').src.replace('site.js', 'speak.js'))"
    say = f"async (text) => (await {module}).aloud(text, 'tot')"
    assert phone.page.evaluate(say, "elke vrijdag van 9.30 tot 11.00 uur") == (
        "elke vrijdag van 9 uur 30 tot 11 uur"
    )
    assert phone.page.evaluate(say, "9.30-11.05 uur") == "9 uur 30 tot 11 uur 5"
    assert phone.page.evaluate(say, "Bel 056 12 34 56") == "Bel 0 5 6, 1 2, 3 4, 5 6"
    assert phone.page.evaluate(say, "27 november 2026, € 2,50") == "27 november 2026, € 2,50"
    button.click()
    expect(button).to_contain_text("Luister")


def test_a_device_without_the_voice_says_so(phone: Visit) -> None:
    phone.page.add_init_script(VOICES)
    phone.page.add_init_script("window.voices = [{ lang: 'fr-FR', name: 'fr' }]")
    phone.open(address_of(COFFEE))
    phone.page.locator("[data-tap=speak]").click()
    said = phone.page.locator(".actions .action-said")
    expect(said).to_have_text("Dit toestel heeft geen stem voor deze taal.")
    assert phone.page.evaluate("window.spoken") == []


def test_a_browser_that_cannot_speak_shows_no_button(phone: Visit) -> None:
    phone.page.add_init_script("delete window.speechSynthesis")
    phone.open(address_of(COFFEE))
    expect(phone.page.locator("[data-tap=speak]")).to_be_hidden()


def test_a_mistake_is_mailed_to_who_keeps_the_guide(phone: Visit) -> None:
    phone.open(address_of(COFFEE))
    mail = urlsplit(phone.page.locator(".wrong a").get_attribute("href") or "")
    assert mail.path == "vraag@verzonnen.example"
    assert NAMES[COFFEE] in parse_qs(mail.query)["subject"][0]
    assert address_of(COFFEE) in parse_qs(mail.query)["body"][0]
