"""A list with facets, as a visitor uses it on a phone."""

from playwright.sync_api import Page, expect

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
    links = page.locator(f"{box} > li:visible .card-name a")
    return [str(link.get_attribute("href")).split("/")[-2] for link in links.all()]


def wrong_counts(page: Page, chosen: str) -> list[str]:
    """Every value beside which another number stands than what is found after ticking it.

    `chosen` is the facet that is narrowed already: its values are left alone.
    """
    boxes = page.locator("#facets input")
    wrong = []
    for n in range(boxes.count()):
        box = boxes.nth(n)
        name, value = box.get_attribute("name"), box.get_attribute("value")
        if name == chosen:
            continue
        said = int(str(box.evaluate("b => b.closest('label').querySelector('[data-count]').textContent")))
        box.evaluate("b => b.click()")
        found = len(names(page, SURE))
        box.evaluate("b => b.click()")
        if said != found:
            wrong.append(f"{name}={value}: {said} said, {found} found")
    return wrong
