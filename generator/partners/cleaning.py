"""Cleans partners' files, each in a process of its own: a bad one costs only itself.

What comes back is a PDF in which each page is one drawing, "/P", on the unit square: nothing
of the file but what one sees on paper. So nothing else of ours ever opens what a stranger made.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from generator.keeping import Keep
from generator.partners.refusals import LIMITS, Reason, Refusal

VERSION = 1
"""To be raised when the same file comes out otherwise."""
_HOME = Path(__file__).parents[2]
_MADE_WITH = ("pypdf", "pypdfium2", "pillow")


@dataclass(frozen=True)
class CleanFile:
    """A partner's file, ready to be placed on a sheet."""

    digest: str
    """SHA-256 of the file as it was sent: what tells that it changed."""
    pages: tuple[tuple[float, float], ...]
    """Width and height of each page as one looks at it, in points."""
    pdf: bytes

    def holder(self, page: int) -> str:
        """Twelve letters that stand for a page until it takes its place on the sheet."""
        return sha256(f"{self.digest}/{page}".encode()).hexdigest()[:12]


Clean = Callable[[bytes], CleanFile | Refusal]


class _NotKeptError(Exception):
    """The outcome hangs on the machine, not only on the file: try again next time."""


def cleaner(keep: Keep) -> Clean:
    """A function that cleans a file, or says why it is not taken."""

    def clean(data: bytes) -> CleanFile | Refusal:
        if not data:
            return Refusal(Reason.EMPTY)
        if len(data) > LIMITS.bytes:
            return Refusal(Reason.TOO_LARGE)
        digest = sha256(data).hexdigest()
        try:
            answer = keep(f"flyer-{digest}-{_version()}", lambda: _in_own_process(data))
        except _NotKeptError:
            return Refusal(Reason.TOO_HEAVY)
        return read_answer(answer, digest)

    return clean


def _version() -> str:
    return "-".join((str(VERSION), *(version(package) for package in _MADE_WITH)))


def _in_own_process(data: bytes) -> bytes:
    command = [sys.executable, "-m", "generator.partners.worker", str(LIMITS.cpu_seconds)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, cwd=_HOME, timeout=LIMITS.seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _NotKeptError from error
    if done.returncode == 0:
        return done.stdout
    if done.returncode < 0:
        raise _NotKeptError  # the system stopped it: too long, or too much memory
    raise RuntimeError(f"generator.partners.worker: {done.stderr.decode(errors='replace')}")


def read_answer(answer: bytes, digest: str) -> CleanFile | Refusal:
    """What the other process says of the file with that digest."""
    head, _line, pdf = answer.partition(b"\n")
    said = json.loads(head)
    if "refused" in said:
        return Refusal(Reason(said["refused"]), said["detail"])
    return CleanFile(digest, tuple((width, height) for width, height in said["pages"]), pdf)
