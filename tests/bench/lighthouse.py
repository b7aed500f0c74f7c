"""Lighthouse, as for a phone. Needs npm's registry, once: Lighthouse is put in .cache/lighthouse."""

import functools
import gzip
import json
import os
import statistics
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.bench import tools
from tests.bench.measuring import say, table
from tests.bench.setup import Part, Setup
from tests.bench.sites import NAMES
from tests.tools.browser import FLAGS, Quiet, find_chromium
from tests.tools.paths import ROOT

PLACE = ROOT / ".cache" / "lighthouse"
NODE = tools.NODE / "bin" / "node"
NPM = tools.NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
VERSION = "13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_TEXT = """\
Lighthouse {version} for a phone (throttled, with gzip): performance / accessibility / best practices / SEO,
and layout shift. "Material" is a default site without its web fonts, which ask another host; "minimal" is a
page made by hand. Both hold the same text.

{table}

"""


@dataclass(frozen=True)
class Result:
    """The medians of one page."""

    scores: tuple[int, ...]
    shift: float


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
    tools.install()
    program = PLACE / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        command = [str(NODE), str(NPM), "install", "--silent", "--no-audit", "--no-fund"]
        subprocess.run([*command, "--prefix", str(PLACE), f"lighthouse@{VERSION}"], check=True)
    return program


def score(program: Path, address: str, runs: int) -> Result:
    """The medians of so many runs on a page."""
    browser = find_chromium()
    flags = f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}"
    command = [str(NODE), str(program), address, "--quiet", "--output=json", flags]
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


def measure(setup: Setup) -> str:
    program, rows = install(), []
    for name, sites, address, _ in setup.sites.pages():
        row = [name]
        for folder in sites:
            with compressed(folder) as home:
                result = score(program, home + address, setup.runs)
            row += [" / ".join(map(str, result.scores)), f"{result.shift:.3f}"]
        rows.append(row)
        say(" | ".join(row))
    head = "page | " + " | ".join(f"{name} | shift" for name in NAMES)
    return _TEXT.format(version=VERSION, table=table(head, rows))


PART = Part("lighthouse", "Lighthouse", measure)
