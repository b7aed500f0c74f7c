"""`python -m tests.guards [WORD ...]`: all guards, or those whose point has one of these words.

In a copy of the project the tests pass; then each guard is taken away by itself, and its test must fail.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.guards.table import GUARDS, Guard
from tests.tools.paths import ROOT

_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "site", "bench")
_SECONDS = 120
"""A test that waits for ever without its guard, fails then."""
_MEMORY = 4 << 30
"""Bytes: the laughs of a billion are for this process alone."""
_PASSED, _FAILED = 0, 1


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.guards")
    parser.add_argument("words", nargs="*", metavar="WORD")
    words = parser.parse_args().words
    chosen = [guard for guard in GUARDS if not words or any(word in guard.point for word in words)]
    with TemporaryDirectory(prefix="guards-") as folder:
        copy = Path(folder, "copy")
        # What begins with a dot is no part of the product; site/ is what the root alone has built.
        shutil.copytree(ROOT, copy, ignore=lambda at, names: _ignored(Path(at), names))
        code, said = _run(copy, dict.fromkeys(guard.test for guard in chosen), wait=True)
        if code != _PASSED:
            print(said, "With all guards in their place, a test fails.", sep="\n")
            return 1
        print(
            "| what must hold | the guard that was taken away | the test that fails |",
            "|---|---|---|",
            sep="\n",
        )
        outcomes = [_try(copy, guard) for guard in chosen]
    print(f"{sum(outcomes)} of {len(outcomes)} guards are missed by their test.")
    return 0 if all(outcomes) else 1


def _ignored(at: Path, names: list[str]) -> set[str]:
    ignored = _LEFT_OUT(str(at), names)
    return ignored if at == ROOT else ignored - {"site"}


def _try(copy: Path, guard: Guard) -> bool:
    """Takes one guard away, and tells whether its test fails."""
    with _without(copy, guard):
        code, said = _run(copy, [guard.test], wait=False)
    # A signal is an end too, though no clean one: a stack that overflows, memory that is gone.
    missed = code == _FAILED or code < 0
    verdict = "" if missed else f" **NOT MISSED** (pytest ended with {code})"
    print(f"| {guard.point} | {guard.file}: `{guard.shown}` | {guard.test}{verdict} |", flush=True)
    if not missed and code != _PASSED:
        print(said)
    return missed


@contextmanager
def _without(copy: Path, guard: Guard) -> Iterator[None]:
    path = copy / guard.file
    before, at = path.read_text(encoding="utf-8"), path.stat()
    path.write_text(guard.removed_from(before), encoding="utf-8")
    # Python looks at whole seconds and the size: a change within a second must be another one.
    os.utime(path, (at.st_atime, at.st_mtime + 10))
    try:
        yield
    finally:
        path.write_text(before, encoding="utf-8")
        os.utime(path, (at.st_atime, at.st_mtime))


def _run(copy: Path, tests: Iterable[str], *, wait: bool) -> tuple[int, str]:
    """The exit code of pytest and its last words; nothing is kept from one run to the next.

    Unless somebody wants to `wait` for its end, it is killed at last: no signal gets into a long step of C.
    """
    options = ("-x", "-p", "no:cacheprovider", f"--timeout={_SECONDS}", "--tb=short")
    with TemporaryDirectory(prefix="kept-", dir=copy.parent) as kept:
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=copy,
            env={**os.environ, "STEKWIJZER_CACHE": kept},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            preexec_fn=_limit,
        )
        try:
            said, _ = process.communicate(timeout=None if wait else _SECONDS * 2)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
    return process.returncode, "\n".join(said.splitlines()[-40:])


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
