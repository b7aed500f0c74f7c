"""How many visitors one small web server bears: wrk asks nginx, as docs/publish sets it, for page after page.

Asker and server share the processors of this machine, so a server of its own bears more.
"""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.measuring import say, table
from tests.bench.neighbourhoods import neighbourhood
from tests.bench.setup import Part, Setup
from tests.tools.builds import build
from tests.tools.servers import HOST, PUBLISH, nginx

_TEXT = """\
nginx, one process, with the settings of docs/publish, serves the site of {offers} offers to wrk on the same
machine: 32 connections, which ask for page after page, as browsers do with gzip, for {seconds} seconds.
"Read" is what came from the disk in the last run, after every page had been asked for once. Memory is what
nginx holds for itself, without the files that the system keeps.

{table}

"""
_SECONDS, _CONNECTIONS = 10, 32
_PAGES = 100
"""The first pages of a kind: a large site has a thousand that are alike."""
_MISSING = "wrk is not here. On Debian: apt-get install --no-install-recommends wrk nginx-light"
_SCRIPT = """\
local paths = {{{paths}}}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{["Accept-Encoding"] = "gzip", ["Host"] = "{host}"}})
end
done = function(summary, latency, requests)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %f %f %d\\n", summary.requests / summary.duration * 1e6,
    latency:percentile(99) / 1e3, wrong))
end
"""
"""Settings of wrk, in Lua; it counts in microseconds."""


@dataclass(frozen=True)
class Borne:
    """What nginx did in one run."""

    rate: float
    """Answers a second."""
    slow: float
    """Milliseconds in which all but one in a hundred had their answer."""
    memory: int
    """KiB, of all its processes."""
    read: int
    """Bytes from the disk."""


def _measure(setup: Setup) -> str:
    if not shutil.which("wrk"):
        raise SystemExit(_MISSING)
    site = setup.empty("load-site")
    built = build(neighbourhood(setup.empty("load-records"), setup.large), site, "--only", "site")
    if built.code:
        raise SystemExit(built.said)
    subprocess.run(["sh", str(PUBLISH / "precompress.sh"), str(site)], check=True)
    # nginx started by root reads as nobody.
    for folder in (setup.folder, site):
        folder.chmod(0o755)
    rows = []
    for kind, pattern in (("offers", "aanbod/*/"), ("the list of all", "aanbod/"), ("home", "")):
        pages = sorted(path.parent for path in site.glob(f"{pattern}index.html"))[:_PAGES]
        paths = [f"/{page.relative_to(site).as_posix()}/".replace("/./", "/") for page in pages]
        work = setup.empty("load-nginx")
        with nginx(site, work) as (port, _plain):
            _ask(port, paths, work, 1)
            runs = [_run(port, paths, work) for _ in range(setup.runs)]
        say(f"{kind}: {runs}")
        rows.append(
            (
                f"{kind} ({len(paths)})",
                f"{median(run.rate for run in runs):,.0f}",
                f"{median(run.slow for run in runs):.1f} ms",
                f"{median(run.memory for run in runs) / 1024:.1f} MiB",
                f"{runs[-1].read} bytes",
            )
        )
    made = table("pages | answers a second | 99 of 100 within | memory | read", rows)
    return _TEXT.format(offers=f"{setup.large:,}", seconds=_SECONDS, table=made)


def _run(port: int, paths: Sequence[str], work: Path) -> Borne:
    processes = _processes(int((work / "pid").read_text()))
    before = _from_disk(processes)
    rate, slow = _ask(port, paths, work, _SECONDS)
    return Borne(rate, slow, sum(map(_memory, processes)), _from_disk(processes) - before)


def _ask(port: int, paths: Sequence[str], work: Path, seconds: int) -> tuple[float, float]:
    """Answers a second, and milliseconds; SystemExit if one answer was wrong."""
    script = work / "ask.lua"
    listed = ", ".join(f'"{path}"' for path in paths)
    script.write_text(_SCRIPT.format(paths=listed, host=HOST), encoding="utf-8")
    command = ["wrk", "--threads", "1", "--connections", _CONNECTIONS, "--duration", f"{seconds}s"]
    said = subprocess.run(
        [*map(str, command), "--latency", "--script", str(script), f"http://127.0.0.1:{port}/"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = re.search(r"^RESULT (\S+) (\S+) (\d+)$", said, re.MULTILINE)
    if not found or found[3] != "0":
        raise SystemExit(f"nginx did not answer all that wrk asked:\n{said}")
    return float(found[1]), float(found[2])


def _processes(parent: int) -> tuple[int, ...]:
    """nginx's own, and those that it started."""
    return parent, *map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split())


def _memory(process: int) -> int:
    """KiB that it shares with no other program."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    return sum(map(int, re.findall(r"^Private_\w+: +(\d+) kB$", text, re.MULTILINE)))


def _from_disk(processes: Sequence[int]) -> int:
    texts = (Path(f"/proc/{process}/io").read_text() for process in processes)
    return sum(int(text.split("\nread_bytes: ")[1].split("\n")[0]) for text in texts)


PART = Part("load", "Many visitors at once", _measure)
