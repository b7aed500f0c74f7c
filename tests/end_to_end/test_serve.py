"""`serve` shows a neighbourhood while somebody edits it, also through a mistake."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools.paths import ROOT

PATIENCE = 120
"""Seconds until we call it broken; a busy machine is no mistake."""


@contextmanager
def served(root: Path, log: Path) -> Iterator[str]:
    """The preview of a neighbourhood; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--root", str(root), "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}/Wijk/"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def wait_until(true: Callable[[], bool], log: Path) -> None:
    started = time.monotonic()
    while not true():
        assert time.monotonic() - started < PATIENCE, log.read_text()
        time.sleep(0.2)


def test_an_edit_shows_and_a_mistake_keeps_the_last_good_page(invented_copy: Path, tmp_path: Path) -> None:
    log, offers = tmp_path / "log.txt", invented_copy / "offers.yaml"
    good = offers.read_text(encoding="utf-8")
    name = "Koffie met koek"
    with served(invented_copy, log) as home:
        wait_until(lambda: name in page(home + "aanbod/"), log)
        offers.write_text(good.replace(name, "Nieuwe naam"), encoding="utf-8")
        wait_until(lambda: "Nieuwe naam" in page(home + "aanbod/"), log)
        offers.write_text(good.replace("name: ", "naam: ", 1), encoding="utf-8")
        wait_until(lambda: "naam is hier geen bekende sleutel" in log.read_text(), log)
        assert "Nieuwe naam" in page(home + "aanbod/")
        offers.write_text(good, encoding="utf-8")
        wait_until(lambda: name in page(home + "aanbod/"), log)
        assert "Traceback" not in log.read_text()
