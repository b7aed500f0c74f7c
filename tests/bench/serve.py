"""`python -m tests.bench.serve [--runs N] [--offers N]`: from saving to seeing, in docs/performance.md."""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from tests.bench.report import write_section
from tests.tools.builds import TODAY
from tests.tools.invent import write_invented_neighbourhood
from tests.tools.paths import ROOT
from tests.tools.serve import Served, served

_TITLE = "From saving to seeing"
_TEXT = """\
`make bench` starts `serve`, changes a file as an editor does, and waits as a browser does: for the message
that something was saved, and then for the page. The seconds run from the moment of saving until the last
byte of the changed page, or of the picture of the changed flyer. Each number is the median of {runs} edits.
The ratio compares with making the whole website anew in the same run (`build --only site`), which is what
saving costs without such a preview. Seconds depend on the machine ({machine}); ratios hold.

{table}
"""
PATIENCE = 120
"""Seconds after which an edit shows nothing: a bug."""
_PARTS = ("offers.yaml", "socialmap.yaml", "mkdocs.yml", "content", "print/flyers", "print/ledger.yaml")


def copy_of(root: Path, folder: Path) -> Path:
    """The files of a neighbourhood, to edit."""
    for part in _PARTS:
        source, target = root / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.is_file():
            shutil.copy(source, target)
    return folder


def get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=600) as answer:
        return bytes(answer.read())


class Listener:
    """Waits for what the preview tells."""

    def __init__(self, preview: Served) -> None:
        self._stream = urllib.request.urlopen(preview.offers + "_/events", timeout=600)
        self.version = next(self._versions())

    def wait(self) -> None:
        """Until something was saved."""
        self.version = next(version for version in self._versions() if version != self.version)

    def _versions(self) -> Iterator[str]:
        for line in self._stream:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))["version"]


def measure(preview: Served, file: Path, edit: Callable[[str, int], str], address: str, runs: int) -> float:
    """Seconds from saving an edit of the file until what is at the address has changed: the median."""
    listener, good = Listener(preview), file.read_text(encoding="utf-8")
    before, seconds = get(address), []
    for run in range(runs):
        text = edit(good, run)
        started = time.perf_counter()
        file.write_text(text, encoding="utf-8")
        while time.perf_counter() - started < PATIENCE:
            listener.wait()
            found = get(address)
            # The version in the address of the script is another one each time.
            if re.sub(rb"v=[\d-]+", b"", found) != re.sub(rb"v=[\d-]+", b"", before):
                break
        else:
            raise SystemExit(f"the edit of {file.name} does not show at {address}")
        seconds.append(time.perf_counter() - started)
        before = found
    file.write_text(good, encoding="utf-8")
    listener.wait()
    return statistics.median(seconds)


def whole_site(root: Path, out: Path) -> float:
    """Seconds that a build of the website takes, with what was kept from an earlier one."""
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    seconds = []
    for _ in range(2):
        started = time.perf_counter()
        subprocess.run(
            [*command, "--only", "site", "--today", TODAY],
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        seconds.append(time.perf_counter() - started)
    return seconds[-1]


def rename(text: str, run: int) -> str:
    """The name of the first offer."""
    return re.sub(r"(?m)^(    name: ).*$", rf"\g<1>Bewerkt {run}", text, count=1)


def republish(text: str, run: int) -> str:
    """The publisher's name: it is at the foot of every page."""
    return re.sub(r"(?m)^(  publisher: ).*$", rf"\g<1>Uitgever {run}", text, count=1)


def rows(name: str, root: Path, work: Path, runs: int) -> Iterator[str]:
    """The lines of the table for one neighbourhood."""
    whole = whole_site(root, work / "site")
    with served(root, work / "log.txt") as preview:
        first = re.search(r"(?m)^ +- id: (\S+)", (root / "offers.yaml").read_text(encoding="utf-8"))
        assert first
        page = urljoin(preview.home, f"aanbod/{first[1]}/")
        flyer = urljoin(preview.offers, f"{first[1]}/flyer.png")
        for what, file, edit, address in (
            ("an offer, its page", "offers.yaml", rename, page),
            ("an offer, its flyer", "offers.yaml", rename, flyer),
            ("the social map, the page of an offer", "socialmap.yaml", republish, page),
        ):
            get(address)
            seconds = measure(preview, root / file, edit, address, runs)
            yield f"| {name}: {what} | {seconds:.2f} | {seconds / whole:.3f} |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.serve", description=__doc__)
    parser.add_argument("--runs", type=int, default=int(os.environ.get("BENCH_RUNS", "5")))
    parser.add_argument("--offers", type=int, default=int(os.environ.get("BENCH_OFFERS", "1000")))
    options = parser.parse_args()
    table = ["| edit | seconds | ratio |", "|---|--:|--:|"]
    with tempfile.TemporaryDirectory(prefix="stekwijzer-serve-") as temporary:
        folder = Path(temporary)
        for name, root in (
            ("this neighbourhood", copy_of(ROOT, folder / "real")),
            (
                f"{options.offers:,} invented offers",
                write_invented_neighbourhood(folder / "invented", options.offers),
            ),
        ):
            work = folder / f"{root.name}-made"
            work.mkdir()
            for row in rows(name, root, work, options.runs):
                print(row, flush=True)
                table.append(row)
    machine = f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}"
    write_section(_TITLE, _TEXT.format(runs=options.runs, machine=machine, table="\n".join(table)))


if __name__ == "__main__":
    main()
