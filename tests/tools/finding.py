"""A list with facets, as a visitor uses it on a phone."""

from playwright.sync_api import Locator, Page, expect

SURE, PERHAPS, ALL = "[data-sure]", "[data-unsure]", "[data-all] .cards"


def choose(page: Page, *values: str) -> None:
    """Opens the sheet, ticks these values, and closes it with the button under the thumb."""
    page.locator(".facets-open").click()
    for value in values:
        box = page.locator(f"#facets input[value='{value}']")
        if not box.is_visible():
            page.locator("[data-more] > summary").click()
        box.check()
    page.locator("[data-show]").click()
    expect(page.locator("#facets")).to_be_hidden()


def names(page: Page, box: str) -> list[str]:
    """The ids of the records in a list, as they are shown."""
    return ids(page.locator(f"{box} > li:visible .card-name a"))


def ids(links: Locator) -> list[str]:
    """The ids of the records that links lead to."""
    found: list[str] = links.evaluate_all("links => links.map(a => a.href.split('/').at(-2))")
    return found


_TICK_EACH = """chosen => [...document.querySelectorAll("#facets input")]
  .filter(box => box.name !== chosen)
  .map(box => {
    const said = Number(box.closest("label").querySelector("[data-count]").textContent);
    box.click();
    const found = [...document.querySelectorAll("[data-sure] > li")].filter(item => item.checkVisibility());
    box.click();
    return [`${box.name}=${box.value}`, said, found.length];
  })"""


def wrong_counts(page: Page, chosen: str) -> list[str]:
    """Every value beside which another number stands than what is found after ticking it.

    `chosen` is the facet that is narrowed already: its values are left alone.
    """
    ticked = page.evaluate(_TICK_EACH, chosen)
    assert len({found for _, _, found in ticked}) > 1, "ticking a value changes the list"
    return [f"{value}: {said} said, {found} found" for value, said, found in ticked if said != found]
