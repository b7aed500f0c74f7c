"""docs/performance.md, one section at a time: each part renews its own and keeps the others."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from tests.bench.measuring import machine
from tests.tools.paths import ROOT

REPORT = ROOT / "docs" / "performance.md"
_HEAD = """\
# How fast and how light it is

`make bench` measures all of this and writes this page; `make bench BENCH="building weight --runs 3"` renews
two of its sections. What is compared was run by turns in the same run. Seconds depend on the machine; ratios
hold.

"""
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)


def write_section(title: str, text: str, runs: int, order: Sequence[str]) -> None:
    """Puts `text` under `## title` and says when it was measured; `order` has the titles of all parts.

    Sections of a title that is no part any more go.
    """
    old = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    sections = {part.splitlines()[0].removeprefix("## "): part for part in _SECTION.split(old)[1:]}
    sections[title] = f"## {title}\n\n{text.strip()}\n\n{_when(runs)}\n\n"
    kept = [sections[title].rstrip() + "\n" for title in order if title in sections]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(_HEAD + "\n".join(kept), encoding="utf-8")


def _when(runs: int) -> str:
    times = "one run" if runs == 1 else f"medians of {runs} runs"
    today = datetime.now(tz=UTC)
    return f"<small>Measured on {today:%-d %B %Y}: {times}; {machine()}.</small>"
