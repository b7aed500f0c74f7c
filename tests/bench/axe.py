"""axe-core on each page: which rules it breaks, on how many elements."""

from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.measuring import say, table
from tests.bench.setup import Part, Setup
from tests.bench.sites import NAMES
from tests.tools.axe import violations
from tests.tools.browser import chromium, served, visit

_TEXT = """\
Rules of WCAG 2.2 AA and best practices that axe-core finds broken on a phone of 360 px, and on how many
elements; the same sites as below Lighthouse. A page does not change from run to run.

{table}

{broken}

"""


def measure(setup: Setup) -> str:
    rows: list[list[str]] = []
    broken: dict[str, set[str]] = {name: set() for name in NAMES}
    with chromium() as browser:
        for page, sites, address, _ in setup.sites.pages():
            found = {name: _broken(browser, site, address) for name, site in zip(NAMES, sites, strict=True)}
            for name, rules in found.items():
                broken[name] |= rules.keys()
            rows.append([page, *(f"{len(rules)} ({rules.total()})" for rules in found.values())])
            say(" | ".join(rows[-1]))
    said = (f"- {name}: {', '.join(sorted(rules)) or 'none'}." for name, rules in broken.items())
    return _TEXT.format(table=table(f"page | {' | '.join(NAMES)}", rows), broken="\n".join(said))


def _broken(browser: Browser, site: Path, address: str) -> Counter[str]:
    """Rule -> the number of elements that break it."""
    with served(site) as home, visit(browser, home) as phone:
        phone.open(address)
        return Counter(line.split(" ")[0] for line in violations(phone.page))


PART = Part("axe", "axe", measure)
