"""`python -m tests.bench.sheets [--runs N] [--offers N]`: what paper costs, for docs/performance.md.

Sets the flyers with WeasyPrint too; that is put in .cache/weasyprint, once, from the package registry.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.report import write_section
from tests.tools.builds import TODAY
from tests.tools.invent import write_invented_neighbourhood
from tests.tools.paths import ROOT

PLACE = ROOT / ".cache" / "weasyprint"
VERSION = "70.0"
FEW = 100
_MIB = 1024
_KB = 1000

_TEXT = """\
`make bench` makes all sheets of {few} and of {many:,} invented offers out of nothing, then again with
the hour of one offer changed. Seconds are those of the processors, so whatever else a machine does
counts little.

{sheets}

- A flyer alone is the median of {runs} runs in one process, of all flyers of that neighbourhood.
- Peak memory is that of the largest process of a build.
- What one change sets again: its flyer, its part of the binder (eight leaves), and what lists every
  offer: the front of the binder, the brochure in both sizes, the pocket sheet, and the map, poster or
  newsletter that names it.

The same flyers (words, pictures, code) in plain HTML, with WeasyPrint {version}, by turns in the same
runs; medians:

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
    """A build of the sheets: processor seconds, the peak in MiB, and how many documents were set for it."""

    seconds: float
    peak: float
    documents: int


def install() -> None:
    if not PLACE.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(PLACE)]
        subprocess.run([*pip, f"weasyprint=={VERSION}"], check=True)


def set_flyers(engine: str, root: Path, count: int) -> Flyer:
    """In a process of its own."""
    paths = os.pathsep.join([str(ROOT), str(PLACE)])
    command = [sys.executable, "-m", "tests.bench.flyers", engine, str(root), str(count)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}
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
    before = {path.name for path in (cache / "sheets").glob("*.pdf")}
    command = [sys.executable, "-m", "generator", "build", "--only", "print"]
    command += ["--root", str(root), "--out", str(out), "--today", TODAY]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "STEKWIJZER_CACHE": str(cache)}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    after = {path.name for path in (cache / "sheets").glob("*.pdf")}
    made = Made(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MIB, len(after - before))
    print(f"{root.name}: {made}, {time.perf_counter() - started:.0f} s by the clock", flush=True)
    return made


def change_an_hour(root: Path) -> None:
    """Of one offer in the middle."""
    path = root / "offers.yaml"
    before, middle, after = path.read_text(encoding="utf-8").partition("  - id: verzonnen-50\n")
    old = f'until: "{8 + 50 % 10 + 2}:30"'
    assert old in after
    path.write_text(before + middle + after.replace(old, old.replace(":30", ":45"), 1), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.sheets", description=__doc__)
    parser.add_argument("--runs", type=int, default=int(os.environ.get("BENCH_RUNS", "3")))
    parser.add_argument("--offers", type=int, default=int(os.environ.get("BENCH_OFFERS", "1000")))
    options = parser.parse_args()
    install()
    with tempfile.TemporaryDirectory(prefix="stekwijzer-sheets-") as temporary:
        folder = Path(temporary)
        roots = {n: write_invented_neighbourhood(folder / f"offers-{n}", n) for n in (FEW, options.offers)}
        ours: dict[int, list[Flyer]] = {n: [] for n in roots}
        theirs: list[Flyer] = []
        for run in range(options.runs):
            for count, root in roots.items():
                ours[count].append(set_flyers("typst", root, count))
                print(f"run {run + 1}: {count} flyers: {ours[count][-1]}", flush=True)
            theirs.append(set_flyers("weasyprint", roots[FEW], FEW))
            print(f"run {run + 1}: WeasyPrint: {theirs[-1]}", flush=True)
        flyers = {count: medians(runs) for count, runs in ours.items()}
        whole, changed = {}, {}
        for count, root in roots.items():
            out, cache = folder / "out", folder / f"cache-{count}"
            whole[count] = make_sheets(root, out, cache)
            change_an_hour(root)
            changed[count] = make_sheets(root, out, cache)
    text = _TEXT.format(
        few=FEW,
        many=options.offers,
        runs=options.runs,
        version=VERSION,
        sheets=sheets_table(flyers, whole, changed),
        engines=engines_table(flyers[FEW], medians(theirs)),
    )
    print(text)
    write_section("Paper", text)


def sheets_table(flyers: dict[int, Flyer], whole: dict[int, Made], changed: dict[int, Made]) -> str:
    few, many = flyers
    rows = [
        ("a flyer alone, ms", *(f"{flyers[n].milliseconds:.1f}" for n in flyers)),
        ("all sheets from nothing, s", *(f"{whole[n].seconds:.1f}" for n in whole)),
        ("the same for each offer, ms", *(f"{whole[n].seconds / n * 1000:.0f}" for n in whole)),
        ("peak, MiB", *(f"{whole[n].peak:.0f}" for n in whole)),
        ("documents set for it", *(f"{whole[n].documents:,}" for n in whole)),
        ("documents set again after one change", *(f"{changed[n].documents:,}" for n in changed)),
        ("all sheets after one change, s", *(f"{changed[n].seconds:.1f}" for n in changed)),
    ]
    ratio = flyers[many].milliseconds / flyers[few].milliseconds
    head = [f"| | {few} offers | {many:,} offers |", "|---|--:|--:|"]
    last = f"| **a flyer alone, of {many:,} beside of {few}** | | **{ratio:.2f}** |"
    return "\n".join([*head, *(f"| {' | '.join(row)} |" for row in rows), last])


def engines_table(ours: Flyer, theirs: Flyer) -> str:
    rows = ["| engine | ms a flyer | ratio | peak MiB | kB a flyer |", "|---|--:|--:|--:|--:|"]
    for name, flyer in (("Typst, our flyer", ours), (f"WeasyPrint {VERSION}, plain HTML", theirs)):
        ratio = flyer.milliseconds / ours.milliseconds
        rows.append(
            f"| {name} | {flyer.milliseconds:.1f} | {ratio:.1f} | {flyer.peak:.0f} | {flyer.size / _KB:.0f} |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    main()
