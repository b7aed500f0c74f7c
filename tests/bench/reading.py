"""Reading and checking the records beside PyYAML's C loader, which only makes values of the same files.

`python -m tests.bench.reading ours|bare ROOT` does it once and prints the seconds.
"""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from generator.collector import collect_seldom
from generator.project import Project
from generator.source import read_records
from tests.bench.measuring import say, table
from tests.bench.neighbourhoods import neighbourhood
from tests.bench.setup import Part, Setup
from tests.tools.builds import TODAY
from tests.tools.paths import ROOT

RECORDS = 5_000
_TEXT = """\
Reading and checking {records:,} records (two offers for each organisation), as `check` does, beside
PyYAML's C loader (`CSafeLoader`), which makes Python values of the same two files and checks nothing. Each
time in a process of its own, by turns; the seconds run from the bytes in memory on, with the map and the
libraries read before.

{table}

"""


def ours(root: Path) -> float:
    collect_seldom()
    project, today = Project(root), date.fromisoformat(TODAY)
    sources = project.sources()
    # So that the map and the holidays are there already, and all modules; none of the records is known.
    read_records(project, today, replace(sources, offers=b"offers: []\n", socialmap=b"places: []\n"))
    gc.collect()
    started = time.perf_counter()
    reading, _ = read_records(project, today, sources)
    seconds = time.perf_counter() - started
    assert reading.guide, "the records have mistakes"
    return seconds


def bare(root: Path) -> float:
    texts = [(root / name).read_bytes() for name in ("offers.yaml", "socialmap.yaml")]
    gc.collect()
    started = time.perf_counter()
    for text in texts:
        yaml.load(text, Loader=yaml.CSafeLoader)
    return time.perf_counter() - started


_WAYS: dict[str, tuple[str, Callable[[Path], float]]] = {
    "ours": ("ours: read and checked", ours),
    "bare": ("PyYAML's C loader", bare),
}


def measure(setup: Setup) -> str:
    records = min(RECORDS, max(setup.sizes))
    root = neighbourhood(setup.folder / "read", records * 2 // 3)
    found: dict[str, list[float]] = {way: [] for way in _WAYS}
    for run in range(setup.runs):
        for way, seconds in found.items():
            command = [sys.executable, "-m", "tests.bench.reading", way, str(root)]
            done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
            seconds.append(float(done.stdout))
            say(f"run {run + 1}: {way}: {seconds[-1]:.2f} s")
    medians = {way: statistics.median(seconds) for way, seconds in found.items()}
    rows = [
        [_WAYS[way][0], f"{seconds:.2f}", f"{seconds / medians['bare']:.2f}"]
        for way, seconds in medians.items()
    ]
    return _TEXT.format(records=records, table=table("program | seconds | ratio", rows))


PART = Part("reading", "Reading the records", measure)

if __name__ == "__main__":
    print(_WAYS[sys.argv[1]][1](Path(sys.argv[2])))
