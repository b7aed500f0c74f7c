"""axe-core in a page: which rules of WCAG 2.2 AA it breaks, as far as a machine can see."""

from collections.abc import Sequence
from functools import cache

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_RUN = """async ([only, without]) => {
  const found = await axe.run({exclude: without}, {runOnly: only, resultTypes: ["violations"]});
  const ratio = node => node.any[0]?.data?.contrastRatio ?? "";
  return found.violations.flatMap(v =>
    v.nodes.map(n => `${v.id} ${ratio(n)}: ${n.target.join(" ")}: ${n.html.slice(0, 120)}`));
}"""


@cache
def _script() -> str:
    return str(AXE_FILE_PATH.read_text(encoding="utf-8"))


# What floats covers one thing now and another after scrolling: nothing is out of reach for it.
_LAY_STILL = """() => {
  window.floating = [...document.querySelectorAll("body *")]
    .filter(e => ["fixed", "sticky"].includes(getComputedStyle(e).position))
    .filter(e => !e.closest("dialog, [popover]"));
  for (const e of window.floating) e.style.position = "static";
}"""
_LET_FLOAT = "() => { for (const e of window.floating) e.style.position = ''; }"
_MORE_OF_THE_SAME = ["main li:nth-of-type(n + 7)", "main tr:nth-of-type(n + 7)"]
_FRAME = ["body > header", "body > nav", "body > footer"]


def violations(
    page: Page, rules: Sequence[str] = (), *, whole_lists: bool = True, frame: bool = True
) -> list[str]:
    """What is wrong with the page as it stands, one line for each element; only `rules`, if any are given.

    Without `whole_lists` only the first six items of each list are looked at: most of the time goes
    into the contrast of each of fifty cards. Without `frame` what all pages begin and end with is not.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(TAGS)}
    left_out = [*(() if whole_lists else _MORE_OF_THE_SAME), *(() if frame else _FRAME)]
    without = [[selector] for selector in left_out]
    page.evaluate(_LAY_STILL)
    found: list[str] = page.evaluate(_RUN, [only, without])
    page.evaluate(_LET_FLOAT)
    return found
