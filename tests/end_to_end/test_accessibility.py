"""Everybody can use every kind of page: with a screen reader, a keyboard, large type, own colours."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from tests.tools.axe import violations
from tests.tools.browser import PHONE, Visit, served, visit
from tests.tools.builds import Built, site_address
from tests.tools.touch import too_small

ZOOMED: ViewportSize = {"width": 320, "height": 256}
"""A screen of 1280 x 1024 at 400 % (WCAG 1.4.10)."""
DESK: ViewportSize = {"width": 1280, "height": 900}
LOOKS = tuple((scheme, window) for window in (PHONE, DESK) for scheme in ("light", "dark"))
MOST_STOPS, FEW_STOPS = 40, 16
"""Of the Tab key on one page; a list repeats itself after that. Few when it begins in the content."""


def serve(built: Built) -> AbstractContextManager[str]:
    return served(built.out, urlsplit(site_address(built.root)).path)


@pytest.fixture(scope="session")
def home(looked_at: Built) -> Iterator[str]:
    with serve(looked_at) as address:
        yield address


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Visit]:
    with visit(browser, home) as looking:
        yield looking


def kinds(built: Built, *languages: str) -> dict[tuple[str, ...], str]:
    """Every page that is the only one of its kind, and of each kind with many the first one.

    Found in the output, so that a new kind of page cannot be forgotten. Dutch is the language "".
    """
    found: dict[tuple[str, ...], str] = {}
    for address in sorted(built.addresses()):
        steps = address.split("/")[:-1]
        language = steps.pop(0) if steps and steps[0] in translations(built) else ""
        if language in languages:
            found.setdefault((language, *steps[:-1], "*") if len(steps) > 1 else (language, *steps), address)
    return found


def translations(built: Built) -> set[str]:
    """The languages of the site but Dutch."""
    return {path.parent.name for path in built.out.glob("*/manifest.webmanifest")}


def pages(built: Built) -> list[str]:
    """Every kind of page in Dutch; of the translations, from the same templates, home and an offer."""
    found = kinds(built, "", *translations(built))
    few = [page for kind, page in found.items() if kind[0] and kind[1:] in ((), ("aanbod", "*"))]
    return [*(page for kind, page in found.items() if not kind[0]), "404.html", *few]


def pages_in_turn(built: Built, turn: int) -> list[str]:
    """A share of the pages, one for each look; one further after each round, as lists and items alternate."""
    every = len(LOOKS)
    return [page for n, page in enumerate(pages(built)) if (n + n // every) % every == turn]


def test_the_invented_neighbourhood_has_every_kind_of_page(built_real: Built, built_invented: Built) -> None:
    """So what holds for each kind there, holds for the real one."""
    written = {(path.stem,) for path in (built_real.root / "content").glob("*.md")}
    assert {kind[1:] for kind in kinds(built_real, "")} - {
        kind[1:] for kind in kinds(built_invented, "")
    } <= written


@dataclass
class Found:
    """What is wrong with the kinds of pages, each with its address; from one visit to each of them."""

    by_axe: list[str] = field(default_factory=list)
    moves: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    by_keyboard: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=range(len(LOOKS)), ids=["light", "dark", "light-desk", "dark-desk"])
def found(request: pytest.FixtureRequest, looked_at: Built, browser: Browser, home: str) -> Found:
    """The kinds of pages whose turn it is in one of the looks.

    Kinds share most of their parts, so each part is seen in each look, and what frames all pages on the
    first: `make soak` looks at each kind in all.
    """
    scheme, window = LOOKS[request.param]
    wrong = Found()
    with visit(browser, home, reduced_motion="reduce", color_scheme=scheme) as looking:
        page = looking.page
        for count, address in enumerate(pages_in_turn(looked_at, request.param)):
            page.set_viewport_size(window)
            page.goto(home + address)
            axe = violations(page, whole_lists=False, frame=not count)
            wrong.by_axe += [f"/{address}: {text}" for text in axe]
            wrong.moves += [f"/{address}: {text}" for text in page.evaluate(_MOVING)]
            wrong.cut += [f"/{address}: {text}" for text in cut_or_too_small(page)]
            page.set_viewport_size(PHONE)
            stops = walk(page, FEW_STOPS, from_content=True) if count else walk(page, MOST_STOPS)
            wrong.by_keyboard += [f"/{address}: {text}" for text in stops]
    return wrong


def test_axe_finds_nothing_in_any_kind_of_page(found: Found) -> None:
    assert found.by_axe == []


def test_nothing_moves_for_who_wants_no_motion(found: Found) -> None:
    assert found.moves == []


def test_nothing_is_cut_and_everything_can_be_touched(found: Found) -> None:
    """At 400 % no scrolling sideways, and what sticks to the edges leaves most of the window to the text.

    On a phone nothing is too small for a thumb, and there is room for more distance in the text.
    """
    assert found.cut == []


def test_the_keyboard_reaches_everything_that_it_should(found: Found) -> None:
    """Tab walks through each kind of page: every stop is there, uncovered, and shows its focus.

    Through what every page begins with on the first one only.
    """
    assert found.by_keyboard == []


def test_every_kind_of_page_from_right_to_left(built_real: Built, browser: Browser) -> None:
    """Mirrored: without violations, nothing too wide, and the menu opens at the other side."""
    wrong = []
    with serve(built_real) as home, visit(browser, home) as phone:
        for number, address in enumerate(kinds(built_real, "ar").values()):
            phone.page.goto(home + address)
            assert phone.page.evaluate("getComputedStyle(document.body).direction") == "rtl", address
            found = too_wide(phone.page)
            if number % 10 == 0:  # the same templates as in Dutch: `make soak` looks at all
                found += violations(phone.page, whole_lists=False)
            wrong += [f"/{address}: {text}" for text in found]
        phone.page.locator(".menu-button").click()
        box = phone.page.locator("#menu").bounding_box()
    assert wrong == []
    assert box is not None
    assert box["x"] == 0


@pytest.mark.soak
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_any_language(built: Built, browser: Browser, width: int) -> None:
    """Everything of every kind of page, in every language and in both schemes."""
    wrong = []
    with serve(built) as home, visit(browser, home, viewport={"width": width, "height": 900}) as looking:
        for address in kinds(built, "", *translations(built)).values():
            looking.page.emulate_media(color_scheme="light")
            looking.page.goto(home + address)
            wrong += [f"/{address}: {text}" for text in violations(looking.page)]
            looking.page.emulate_media(color_scheme="dark")
            wrong += [f"/{address} dark: {v}" for v in violations(looking.page, ["color-contrast"])]
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_menu_and_search(phone: Visit, scheme: str) -> None:
    phone.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    phone.open("")
    phone.page.locator(".menu-button").click()
    assert violations(phone.page) == []
    phone.page.keyboard.press("Escape")
    phone.page.locator("[data-open-search]").first.click()
    phone.page.locator("dialog[open] input").fill("eten")
    phone.page.locator("dialog[open] .search-results a").first.wait_for()
    assert violations(phone.page) == []


_TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  const scrolls = e =>
    e && (["auto", "scroll"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  const wide = document.documentElement.scrollWidth;
  const found = wide > room ? [`the page is ${wide} px wide`] : [];
  const cut = [...document.querySelectorAll("body *")]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest("svg, .skip, .for-readers"))
    .filter(e => !scrolls(e))
    .filter(e => e.getBoundingClientRect().width > 2)
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
    .filter(e => {
      const range = document.createRange();
      range.selectNodeContents(e);
      const box = range.getBoundingClientRect();
      const style = getComputedStyle(e);
      const hidden = style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1;
      const low = style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1;
      return box.width && (box.right > room + 1 || box.left < -1 || hidden || low);
    });
  return found.concat(cut.map(e => e.outerHTML.slice(0, 100)));
}"""


def too_wide(page: Page) -> list[str]:
    """Text that sticks out of the window or of its box."""
    found: list[str] = page.evaluate(_TOO_WIDE)
    return found


def cut_or_too_small(page: Page) -> list[str]:
    """What sticks out, takes the window or is no target for a thumb."""
    page.set_viewport_size(ZOOMED)
    found = [f"at 400 %: {text}" for text in too_wide(page)]
    stuck = page.evaluate(_STUCK)
    if stuck > ZOOMED["height"] / 4:
        found.append(f"{stuck} px stick to the window")
    page.set_viewport_size(PHONE)
    found += [f"too small: {text}" for text in too_small(page)]
    page.evaluate(_MORE_ROOM)
    found += [f"cut with more room in the text: {text}" for text in too_wide(page)]
    page.evaluate("() => { document.adoptedStyleSheets = []; }")
    return found


_STUCK = """() => [...document.querySelectorAll("body *")]
  .filter(e => ["fixed", "sticky"].includes(getComputedStyle(e).position) && e.checkVisibility())
  .reduce((sum, e) => sum + e.getBoundingClientRect().height, 0)"""


# The distances of WCAG 1.4.12, without the <style> that our policy forbids.
_MORE_ROOM = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
_MOVING = """() => [...document.querySelectorAll("*")].filter(e => {
  const s = getComputedStyle(e);
  return s.scrollBehavior === "smooth" || parseFloat(s.animationDuration) || parseFloat(s.transitionDuration);
}).map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_shapes_and_pins_stay(phone: Visit, scheme: str) -> None:
    """The shape of a function, the pins and the pictograms differ from what is behind them."""
    phone.page.emulate_media(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type]
    phone.open("")
    for sign in (".functions .pictogram", ".tile svg", ".way.is-main svg", ".logo", ".thumb-nav svg"):
        assert is_seen(phone.page.locator(sign).first), sign
    phone.open("aanbod/")
    assert is_seen(phone.page.locator(".card .pictogram").first)
    phone.open("kaart/")
    assert is_seen(phone.page.locator(".map-list .pin").first)
    # The script shows the middle of the map first, so not every pin is in view.
    room = phone.page.locator(".map").bounding_box()
    assert room is not None
    pins = phone.page.locator(".map .map-pin").all()
    boxes = [(pin, pin.bounding_box()) for pin in pins]
    seen = [pin for pin, box in boxes if box and room["x"] < box["x"] < room["x"] + room["width"] - 30]
    assert is_seen(seen[len(seen) // 2])
    assert violations(phone.page) == []


def is_seen(element: Locator) -> bool:
    """Whether its picture has two colours that differ clearly (3 to 1), each on a part worth seeing."""
    element.scroll_into_view_if_needed()
    picture = Image.open(BytesIO(element.screenshot())).convert("RGB")
    colours = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)
    large = [colour for count, colour in colours if count > picture.width * picture.height * 0.02]
    return any(_contrast(one, other) >= 3 for one in large for other in large)


def _contrast(one: object, other: object) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: object) -> float:
    assert isinstance(colour, tuple)
    parts: list[float] = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# As soon as the key is up: to ask after each key would take as long again.
_NOTE_STOPS = """() => {
  window.stops = [];
  addEventListener("keyup", event => { if (event.key === "Tab") window.stops.push(stop()); }, true);
  function stop() {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    const inside = (x, y) => {
      const at = document.elementFromPoint(x, y);
      return at && (e.contains(at) || at.contains(e));
    };
    const middle = [box.left + box.width / 2, box.top + box.height / 2];
    const ring = e.closest("svg") || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    const wrong = [];
    if (!box.width || !e.checkVisibility({visibilityProperty: true})) wrong.push("is not there");
    else if (!inside(...middle) && !inside(box.left + 2, box.top + 2)
             && !inside(box.right - 2, box.bottom - 2)
             && !inside(box.left + 2, middle[1])) wrong.push("is covered");
    if (!ring) wrong.push("shows no focus");
    return [e.outerHTML.slice(0, 100), wrong.join(", ")];
  }
}"""


def walk(page: Page, most: int, *, from_content: bool = False) -> list[str]:
    """What is wrong with the stops of the Tab key, so many at most."""
    page.evaluate(_NOTE_STOPS)
    for count in range(most):
        page.keyboard.press("Tab")
        if from_content and not count and page.evaluate("document.activeElement.matches('.skip')"):
            page.keyboard.press("Enter")
    stops = page.evaluate("window.stops")
    # After the last one it begins anew.
    ends = (n for n, stop in enumerate(stops) if stop is None or (n and 'class="skip"' in stop[0]))
    return [" ".join(stop) for stop in stops[: next(ends, most)] if stop[1]]


@pytest.mark.soak
def test_the_keyboard_reaches_everything_from_the_top(built: Built, browser: Browser) -> None:
    wrong = []
    with serve(built) as home, visit(browser, home, reduced_motion="reduce") as phone:
        for address in pages(built):
            phone.page.goto(home + address)
            wrong += [f"/{address}: {text}" for text in walk(phone.page, MOST_STOPS)]
    assert wrong == []


def test_the_first_tab_skips_to_the_content(phone: Visit) -> None:
    phone.open("aanbod/")
    phone.page.keyboard.press("Tab")
    skip = phone.page.locator(".skip")
    assert skip.evaluate("e => e === document.activeElement && e.getBoundingClientRect().top >= 0")
    phone.page.keyboard.press("Enter")
    assert phone.page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize(
    ("opener", "opened"),
    [
        (".menu-button", ".menu:popover-open"),
        (".languages-button", ".is-languages:popover-open"),
        ("[data-open-search]", "dialog.search[open]"),
    ],
)
def test_menu_and_search_open_and_close_with_the_keyboard(phone: Visit, opener: str, opened: str) -> None:
    """Enter opens, the focus goes in, Escape closes and gives the focus back."""
    phone.open("")
    button = phone.page.locator(opener).first
    button.focus()
    phone.page.keyboard.press("Enter")
    phone.page.locator(opened).wait_for()
    inside = "where => document.activeElement.closest(where) !== null"
    if not phone.page.evaluate(inside, opened):
        phone.page.keyboard.press("Tab")
    assert phone.page.evaluate(inside, opened)
    phone.page.keyboard.press("Escape")
    assert phone.page.locator(opened).count() == 0
    assert button.evaluate("e => e === document.activeElement")


def test_a_closed_menu_is_not_in_the_way(phone: Visit) -> None:
    """No stop of the Tab key, and nothing for a screen reader."""
    phone.open("")
    assert phone.page.locator("#menu a").first.is_hidden()
    assert phone.page.locator("#search input").is_hidden()
