"""What paper costs; with the flyers set with WeasyPrint too."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from tests.bench import tools
from tests.bench.building import build
from tests.bench.measuring import Cost, say
from tests.bench.neighbourhoods import rewrite
from tests.bench.setup import Part, Setup
from tests.tools.invent import write_invented_neighbourhood
from tests.tools.paths import ROOT

FEW = 100
_KB = 1000

_TEXT = """\
All sheets of {few} and of {many:,} invented offers are made out of nothing, then again with the hour of one
offer changed. Seconds are those of the processors, so whatever else a machine does counts little.

{sheets}

- A flyer alone: in one process, of all flyers of that neighbourhood. The builds of the sheets are one run.
- Peak memory is that of the largest process of a build.
- What one change sets again: its flyer, its part of the binder (eight leaves), the pages of the brochure and
  of the lists of the binder that it is on, the pocket sheet, and the map, poster or newsletter that names it.

The same flyers (words, pictures, code) in plain HTML, with WeasyPrint, by turns in the same runs:

{engines}

"""


@dataclass(frozen=True)
class Flyer:
    """One flyer as an engine set it."""

    milliseconds: float
    peak: float
    """MiB."""
    size: float
    """Bytes."""


@dataclass(frozen=True)
class Made:
    """A build of the sheets, and how many documents were set for it."""

    cost: Cost
    documents: int


def set_flyers(engine: str, root: Path, count: int) -> Flyer:
    """In a process of its own."""
    command = [sys.executable, "-m", "tests.bench.flyers", engine, str(root), str(count)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, **tools.PATH}
    )
    said = json.loads(done.stdout)
    return Flyer(said["seconds"] * 1000, said["peak"], said["bytes"])


def medians(runs: Sequence[Flyer]) -> Flyer:
    return Flyer(
        statistics.median(run.milliseconds for run in runs),
        statistics.median(run.peak for run in runs),
        statistics.median(run.size for run in runs),
    )


def make_sheets(root: Path, out: Path, cache: Path) -> Made:
    """All sheets, with what is kept in the folder `cache`."""
    before = _documents(cache)
    cost = build(root, out, cache, "--only", "print")
    say(f"{root.name}: {cost}")
    return Made(cost, len(_documents(cache) - before))


def _documents(cache: Path) -> set[str]:
    """What is kept of the sheets; what only plans pages is none."""
    kept = (cache / "sheets").glob("*.pdf.kept")
    return {path.name for path in kept if not path.name.endswith("-plan.pdf.kept")}


def change_an_hour(root: Path, offers: int) -> None:
    """Of one offer in the middle."""
    number = offers // 2
    until = f'until: "{8 + number % 10 + 2}:'
    rewrite(root / "offers.yaml", rf"(?s)(  - id: verzonnen-{number}\n.*?{until})30", r"\g<1>45")


def measure(setup: Setup) -> str:
    tools.install()
    sizes = (min(FEW, setup.large // 2), setup.large)
    folder = setup.empty("paper")
    roots = {n: write_invented_neighbourhood(folder / f"offers-{n}", n) for n in sizes}
    few = roots[sizes[0]]
    ours: dict[int, list[Flyer]] = {n: [] for n in roots}
    theirs: list[Flyer] = []
    for run in range(setup.runs):
        for count, root in roots.items():
            ours[count].append(set_flyers("typst", root, count))
            say(f"run {run + 1}: {count} flyers: {ours[count][-1]}")
        theirs.append(set_flyers("weasyprint", few, sizes[0]))
        say(f"run {run + 1}: WeasyPrint: {theirs[-1]}")
    flyers = {count: medians(runs) for count, runs in ours.items()}
    whole, changed = {}, {}
    for count, root in roots.items():
        out, cache = folder / "out", folder / f"cache-{count}"
        whole[count] = make_sheets(root, out, cache)
        change_an_hour(root, count)
        changed[count] = make_sheets(root, out, cache)
    return _TEXT.format(
        few=sizes[0],
        many=sizes[1],
        sheets=sheets_table(flyers, whole, changed),
        engines=engines_table(flyers[sizes[0]], medians(theirs)),
    )


def sheets_table(flyers: dict[int, Flyer], whole: dict[int, Made], changed: dict[int, Made]) -> str:
    few, many = flyers
    rows = [
        ("a flyer alone, ms", *(f"{flyers[n].milliseconds:.1f}" for n in flyers)),
        ("all sheets from nothing, s", *(f"{whole[n].cost.processor:.1f}" for n in whole)),
        ("the same for each offer, ms", *(f"{whole[n].cost.processor / n * 1000:.0f}" for n in whole)),
        ("peak, MiB", *(f"{whole[n].cost.peak:.0f}" for n in whole)),
        ("documents set for it", *(f"{whole[n].documents:,}" for n in whole)),
        ("documents set again after one change", *(f"{changed[n].documents:,}" for n in changed)),
        ("all sheets after one change, s", *(f"{changed[n].cost.processor:.1f}" for n in changed)),
    ]
    ratio = flyers[many].milliseconds / flyers[few].milliseconds
    head = [f"| | {few} offers | {many:,} offers |", "|---|--:|--:|"]
    last = f"| **a flyer alone, of {many:,} beside of {few}** | | **{ratio:.2f}** |"
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows), last])


def engines_table(ours: Flyer, theirs: Flyer) -> str:
    rows = ["| engine | ms a flyer | ratio | peak MiB | kB a flyer |", "|---|--:|--:|--:|--:|"]
    for name, flyer in (("Typst, our flyer", ours), (f"WeasyPrint {_version()}, plain HTML", theirs)):
        ratio = flyer.milliseconds / ours.milliseconds
        rows.append(
            f"| {name} | {flyer.milliseconds:.1f} | {ratio:.1f} | {flyer.peak:.0f} | {flyer.size / _KB:.0f} |"
        )
    return "\n".join(rows)


def _version() -> str:
    return next(d.version for d in distributions(path=[str(tools.PLACE)]) if d.name.lower() == "weasyprint")


PART = Part("paper", "Paper", measure)
