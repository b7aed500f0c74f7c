"""Runs programs by turns, each in a process of its own, and tells what they cost."""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.tools.paths import ROOT

_MIB = 1024
_MEMORY = Path("/dev/shm")
_ROOM = 8 << 30
"""Bytes: what builds of 5,000 offers take, and what they keep."""
_ENVIRONMENT = {
    "PYTHONPATH": str(ROOT),
    "NO_MKDOCS_2_WARNING": "1",
    # Modules are compiled once, as for everybody, whatever this machine is told.
    "PYTHONDONTWRITEBYTECODE": "",
}
# A process remembers the most memory of what it was before `exec`, so a small one starts what is measured.
_LAUNCH = """
import json, os, subprocess, sys, time
started = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdout=sys.stderr)
_, status, usage = os.wait4(child.pid, 0)
seconds = time.perf_counter() - started
child.returncode = code = os.waitstatus_to_exitcode(status)
print(json.dumps([code, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
"""


@dataclass(frozen=True)
class Cost:
    """What a run took."""

    seconds: float
    """By the clock."""
    processor: float
    """Seconds of all processors, of the program and all that it started."""
    peak: float
    """MiB, of its largest process."""


def cost_of(
    command: Sequence[object], folder: Path = ROOT, environment: Mapping[str, str] | None = None
) -> Cost:
    """Runs a program; SystemExit with all that it said if it fails."""
    launched = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _LAUNCH, *map(str, command)],
        cwd=folder,
        env={**os.environ, **_ENVIRONMENT, **(environment or {})},
        capture_output=True,
        text=True,
        check=True,
    )
    code, seconds, processor, peak = json.loads(launched.stdout)
    if code:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{launched.stderr}")
    return Cost(seconds, processor, peak / _MIB)


def medians(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in Cost.__annotations__))


def by_turns(subjects: Mapping[str, Callable[[], Cost]], runs: Mapping[str, int]) -> dict[str, Cost]:
    """Name -> medians of so many runs: all once, then all again, so that each has the same weather."""
    costs: dict[str, list[Cost]] = {name: [] for name in subjects}
    for run in range(max(runs.values())):
        for name, measure in subjects.items():
            if run < runs[name]:
                costs[name].append(measure())
                say(f"run {run + 1}: {name}: {costs[name][-1]}")
    return {name: medians(found) for name, found in costs.items()}


def table(head: str, rows: Sequence[Sequence[object]]) -> str:
    """In Markdown; `head` holds the names of the columns between bars. Numbers stand on the right."""
    columns = [column.strip() for column in head.split("|")]
    ruler = ["---", *["--:"] * (len(columns) - 1)]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (columns, ruler, *rows))


def say(text: str) -> None:
    print(text, flush=True)


def memory() -> Path | None:
    """Where files lie in memory, if there is room: programs are compared, not disks."""
    return _MEMORY if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM else None


def machine() -> str:
    where = ", files in memory" if memory() else ""
    return f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}{where}"
