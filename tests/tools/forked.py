"""Commands in processes of their own, and builds that end as somebody wishes: killed, or on a full disk.

They are forked from a server that has read all libraries already (tests/tools/warm.py), which saves four
seconds each. What starts other processes of Python itself, as a build of very many sheets does, is for
`builds.command`.
"""

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.cli import main
from generator.project import cache
from tests.tools.builds import TODAY, Built
from tests.tools.paths import ROOT

_FORKS = multiprocessing.get_context("forkserver")
_COPIES = multiprocessing.get_context("fork")
_FORKS.set_forkserver_preload(["tests.tools.forked", "tests.tools.warm"])
_STEPS = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "ctypes.dlsym"})
"""What a build asks of the system (PEP 578); the last is the one step in which the folders change places."""


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code (negative: the signal that killed it), and all that it said."""

    code: int
    said: str
    steps: int
    """How many steps it took in all."""
    exchange: int
    """The number of the step before the new folder takes its place; 0 if it never did."""


class Command:
    """`python -m generator ARGUMENTS` in a process of its own, under way until somebody asks for its end."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        folder: Path = ROOT,
        kept: Path | None = None,
        kill_at: int = 0,
        largest_file: int = 0,
    ) -> None:
        """Typed in that folder; `kept` takes the place of .cache/; it is killed at that step, if any.

        Steps are those of its copies too, which set sheets: they must end with it.

        No file of it grows beyond so many bytes: what a program then meets is close to a full disk.
        """
        self._said = tempfile.NamedTemporaryFile("r+", encoding="utf-8", suffix=".txt")  # noqa: SIM115
        how = (tuple(arguments), folder, Path(self._said.name), kept, kill_at, largest_file)
        self._process = _FORKS.Process(target=_run, args=how)
        self._process.start()

    def end(self) -> Ended:
        self._process.join()
        with self._said as file:
            said, _, counts = file.read().partition("\x00")
        steps, exchange = map(int, counts.split()) if counts else (0, 0)
        assert self._process.exitcode is not None
        return Ended(self._process.exitcode, said, steps, exchange)


class Build(Command):
    """`build` of that neighbourhood into `out`, under way."""

    def __init__(self, root: Path, out: Path, *more: str, **how: Any) -> None:
        """`how` as for any command."""
        super().__init__(
            ("build", "--root", str(root), "--out", str(out), "--today", TODAY, *more),
            **how,
        )


def command(*arguments: str, folder: Path = ROOT) -> tuple[int, str]:
    """What a command gives that is typed in that folder: its exit code, and all that it says."""
    ended = Command(arguments, folder=folder).end()
    return ended.code, ended.said


def build(root: Path, out: Path, *more: str) -> Built:
    """The same of a whole build."""
    ended = Build(root, out, *more).end()
    return Built(root, out, ended.code, ended.said)


def _run(
    arguments: tuple[str, ...],
    folder: Path,
    said: Path,
    kept: Path | None,
    kill_at: int,
    largest_file: int,
) -> None:
    os.chdir(folder)
    if kept:
        vars(cache)["CACHE"] = kept
    steps, exchange, whole = _COPIES.Value("l", 0), 0, os.getpid()

    def look(event: str, _arguments: Any) -> None:
        nonlocal exchange
        if event in _STEPS:
            with steps.get_lock():
                steps.value += 1
                if event == "ctypes.dlsym":
                    exchange = steps.value
                if steps.value == kill_at:
                    os.kill(whole, signal.SIGKILL)

    with said.open("w", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
        if largest_file:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
        sys.addaudithook(look)
        try:
            code = main(arguments)
        except Exception:
            traceback.print_exc()
            code = 99
        print(f"\x00{steps.value} {exchange}")
    sys.exit(code)
