"""`serve` as a person starts it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.tools.builds import TODAY
from tests.tools.paths import ROOT

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")


@dataclass(frozen=True)
class Served:
    """A preview that is under way."""

    home: str
    """The address of the site."""
    offers: str
    """That of the list of offers, each beside its flyer."""
    log: Path
    """All that it says."""


@contextmanager
def served(root: Path, log: Path) -> Iterator[Served]:
    """The preview of a neighbourhood, in a process of its own, on a free port."""
    command = [
        sys.executable,
        "-m",
        "generator",
        "serve",
        "--root",
        str(root),
        "--port",
        "0",
        "--today",
        TODAY,
    ]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    with log.open("w") as complaints:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=complaints, text=True
        )
        assert process.stdout
        try:
            # It says both addresses as soon as it answers.
            found = [_ADDRESS.search(process.stdout.readline()) for _ in range(2)]
            home, offers = (match[0] if match else "" for match in found)
            assert home, log.read_text(encoding="utf-8")
            yield Served(home, offers, log)
        finally:
            process.terminate()
            process.wait()
            process.stdout.close()
