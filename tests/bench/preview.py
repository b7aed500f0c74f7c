"""From saving a file to seeing the page or the flyer in the preview."""

import json
import re
import statistics
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from tests.bench.building import build
from tests.bench.measuring import say, table
from tests.bench.neighbourhoods import REAL, name_of, neighbourhood
from tests.bench.setup import Part, Setup
from tests.tools.paths import ROOT
from tests.tools.serve import Served, served

_TEXT = """\
The bench starts `serve`, changes a file as an editor does, and waits as a browser does: for the message
that something was saved, and then for the page. The seconds run from the moment of saving until the last
byte of the changed page, or of the picture of the changed flyer; each run is an edit. The ratio compares
with making the whole website anew in the same run (`build --only site`), which is what saving costs without
such a preview.

{table}

"""
PATIENCE = 120
"""Seconds after which an edit shows nothing: a bug."""


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


def seconds_of(
    preview: Served, file: Path, edit: Callable[[str, int], str], address: str, runs: int
) -> float:
    """Seconds from saving an edit of the file until what is at the address has changed: the median."""
    listener, good = Listener(preview), file.read_text(encoding="utf-8")
    before, seconds = get(address), []
    try:
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
    finally:
        file.write_text(good, encoding="utf-8")
    listener.wait()
    return statistics.median(seconds)


def whole_site(root: Path, out: Path, cache: Path) -> float:
    """Seconds that a build of the website takes, with what was kept from an earlier one."""
    return min(build(root, out, cache, "--only", "site").seconds for _ in range(2))


def rename(text: str, run: int) -> str:
    """The name of the first offer."""
    return re.sub(r"(?m)^(    name: ).*$", rf"\g<1>Bewerkt {run}", text, count=1)


def republish(text: str, run: int) -> str:
    """The publisher's name: it is at the foot of every page."""
    return re.sub(r"(?m)^(  publisher: ).*$", rf"\g<1>Uitgever {run}", text, count=1)


def write_on(text: str, run: int) -> str:
    """A page that somebody wrote."""
    return f"{text}\nNog een zin {run}.\n"


def round_off(text: str, run: int) -> str:
    """The corners of the flyer."""
    return re.sub(r"radius: [\d.]+mm", f"radius: 2.{run}mm", text, count=1)


def rows(name: str, root: Path, work: Path, runs: int) -> Iterator[list[str]]:
    """The lines of the table for one neighbourhood."""
    work.mkdir()
    whole = whole_site(root, work / "site", work / "cache")
    with served(root, work / "log.txt") as preview:
        first = re.search(r"(?m)^ +- id: (\S+)", (root / "offers.yaml").read_text(encoding="utf-8"))
        assert first
        page = urljoin(preview.home, f"aanbod/{first[1]}/")
        flyer = urljoin(preview.offers, f"{first[1]}/flyer.png")
        written = sorted((root / "content").glob("*.md"))[:1]
        for what, file, edit, address in (
            ("an offer, its page", root / "offers.yaml", rename, page),
            ("an offer, its flyer", root / "offers.yaml", rename, flyer),
            ("the social map, the page of an offer", root / "socialmap.yaml", republish, page),
            *(("content/, that page", it, write_on, urljoin(preview.home, f"{it.stem}/")) for it in written),
            # The templates are those of this checkout, for all neighbourhoods.
            ("print/, a flyer", ROOT / "print" / "face.typ", round_off, flyer),
        ):
            get(address)
            seconds = seconds_of(preview, file, edit, address, runs)
            yield [f"{name}: {what}", f"{seconds:.2f}", f"{seconds / whole:.3f}"]
            say(f"{name}: {what}: {seconds:.2f} s")


def measure(setup: Setup) -> str:
    found: list[list[str]] = []
    folder = setup.empty("preview")
    folder.mkdir()
    for size in (REAL, setup.large):
        root = neighbourhood(folder / str(size), size)
        found += rows(name_of(size), root, folder / f"{size}-made", setup.runs)
    return _TEXT.format(table=table("edit | seconds | ratio", found))


PART = Part("preview", "From saving to seeing", measure)
