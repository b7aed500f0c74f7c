"""`python -m tests.bench [--runs N] [--offers N]`: measures, prints, and writes docs/performance.md."""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.plain import write_plain_site
from tests.bench.report import REPORT, write_section
from tests.tools.builds import TODAY
from tests.tools.invent import write_invented_neighbourhood
from tests.tools.paths import ROOT

MIB = 1024

_TITLE = "Building"
_TEXT = """\
`make bench` builds everything (the website and all sheets) and, in the same run and by turns, plain
MkDocs with Material and its search, on as many pages of the same text, none of them in the
navigation. Each number is the median of {runs} runs. Seconds depend on the machine ({machine}); ratios hold.

{table}

- The ratio compares time with plain MkDocs on the same pages; below 1 is faster.
- Peak memory is that of the largest process of a build.
- Plain MkDocs makes no sheets: the lines "website only" compare like with like.
"""


@dataclass
class Subject:
    """One thing that is measured, and what it took each time."""

    name: str
    command: Sequence[str]
    folder: Path
    out: Path
    baseline: str
    seconds: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Once more, from nothing; in a process of its own."""
        shutil.rmtree(self.out, ignore_errors=True)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
        started = time.perf_counter()
        process = subprocess.Popen(self.command, cwd=self.folder, env=environment, stdout=subprocess.DEVNULL)
        _pid, status, usage = os.wait4(process.pid, 0)
        self.seconds.append(time.perf_counter() - started)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"{self.name} failed: {' '.join(self.command)}")
        self.peaks.append(usage.ru_maxrss / MIB)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    def made(self) -> tuple[int, int]:
        """Pages and sheets in the output."""
        return sum(1 for _ in self.out.rglob("index.html")), sum(1 for _ in self.out.rglob("*.pdf"))


def ours(name: str, root: Path, out: Path, baseline: str, *more: str) -> Subject:
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--out", str(out)]
    return Subject(name, [*command, "--today", TODAY, *more], ROOT, out, baseline)


def subjects(folder: Path, offers: int) -> list[Subject]:
    """Both neighbourhoods: whole, website only, and as plain MkDocs."""
    found = []
    invented = write_invented_neighbourhood(folder / "invented", offers)
    for name, root in (("this neighbourhood", ROOT), (f"{offers:,} invented offers", invented)):
        work = folder / root.name
        plain = f"{name}: plain MkDocs + Material"
        whole = ours(f"{name}: everything", root, folder / f"{work.name}-whole", plain)
        only = ours(f"{name}: website only", root, folder / f"{work.name}-site", plain, "--only", "site")
        only.run()
        write_plain_site(only.out, folder / f"{work.name}-plain")
        only.seconds.clear()
        only.peaks.clear()
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        place = folder / f"{work.name}-plain"
        found += [whole, only, Subject(plain, command, place, place / "site", plain)]
    return found


def table(measured: Sequence[Subject]) -> str:
    rows = ["| build | pages | sheets | seconds | ratio | peak MiB |", "|---|--:|--:|--:|--:|--:|"]
    medians = {subject.name: subject.median for subject in measured}
    for subject in measured:
        pages, sheets = subject.made()
        ratio = subject.median / medians[subject.baseline]
        peak = statistics.median(subject.peaks)
        rows.append(
            f"| {subject.name} | {pages:,} | {sheets:,} | {subject.median:.1f} | {ratio:.2f} | {peak:.0f} |"
        )
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=int(os.environ.get("BENCH_RUNS", "3")))
    parser.add_argument("--offers", type=int, default=int(os.environ.get("BENCH_OFFERS", "1000")))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stekwijzer-bench-") as temporary:
        measured = subjects(Path(temporary), options.offers)
        for run in range(options.runs):
            for subject in measured:
                subject.run()
                print(f"run {run + 1}: {subject.name}: {subject.seconds[-1]:.1f} s", flush=True)
        result = table(measured)
    print(result)
    machine = f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}"
    write_section(_TITLE, _TEXT.format(runs=options.runs, machine=machine, table=result))
    print(f"written to {REPORT.relative_to(ROOT)}")


main()
