"""What is made beside: it arrives, its errors too, and nothing of it outlives who asked for it."""

import os
import signal
import threading
import time
from collections.abc import Generator
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from generator import processes
from generator.problems import BuildStopped, Problem
from generator.processes import beside, fresh_processes


@pytest.fixture(autouse=True, params=["beside", "here"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the work is done: other tests may have left threads in this process, so it is not asked."""
    place: str = request.param
    monkeypatch.setattr(processes, "_may_be_copied", lambda: place == "beside")
    return place


def at_work(*errors: Exception) -> Generator[int]:
    yield os.getpid()
    for error in errors:
        raise error
    yield 2


def test_one_by_one(place: str) -> None:
    with beside(at_work) as given:
        assert (next(given) == os.getpid()) == (place == "here")
        assert list(given) == [2]


class AwkwardError(Exception):
    """Cannot be sent to another process."""

    def __init__(self, first: int, second: int) -> None:
        super().__init__("awkward")


MISTAKES = BuildStopped((Problem("offers.yaml", 3, 1, "Fout."),))


@pytest.mark.parametrize("error", [OSError(28, "vol", "a"), MISTAKES], ids=["OSError", "BuildStopped"])
def test_what_goes_wrong_is_raised_where_it_is_asked_for(error: Exception) -> None:
    with beside(partial(at_work, error)) as given:
        next(given)
        with pytest.raises(type(error)) as raised:
            next(given)
        told = vars(raised.value)
        told.pop("__notes__", None)
        assert (raised.value.args, told) == (error.args, vars(error))


def test_what_cannot_be_sent_is_told_in_words(place: str) -> None:
    with beside(partial(at_work, AwkwardError(1, 2))) as given:
        next(given)
        with pytest.raises(Exception, match="awkward"):
            next(given)


def wait_long() -> Generator[int]:
    yield os.getpid()
    time.sleep(60)


def test_the_end_of_the_block_is_its_end(place: str) -> None:
    with beside(wait_long) as given:
        number = next(given)
    if place == "beside":
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


@pytest.mark.parametrize("place", ["beside"], indirect=True)
def test_what_is_killed_ends_no_work_quietly() -> None:
    with beside(wait_long) as given:
        os.kill(next(given), signal.SIGKILL)
        with pytest.raises(MemoryError):
            next(given)


def _be_killed(told: Connection) -> None:
    with beside(wait_long) as given:
        told.send(next(given))
        with fresh_processes(1) as pool:
            told.send(pool.submit(os.getpid).result())
            time.sleep(60)


@pytest.mark.parametrize("place", ["beside"], indirect=True)
def test_a_killed_process_leaves_nobody_at_work() -> None:
    """Neither its copy nor the fresh ones: they would write into a folder that the next build tidies."""
    ours, theirs = get_context("fork").Pipe(duplex=False)
    killed = get_context("fork").Process(target=_be_killed, args=(theirs,))
    killed.start()
    theirs.close()
    others = [ours.recv(), ours.recv()]
    killed.kill()
    killed.join()
    assert all(map(_ends, others)), others


def _ends(number: int) -> bool:
    """Soon: whoever has just been killed may still be tidied up by the system."""
    for _ in range(1_000):
        status = Path(f"/proc/{number}/status")
        if not status.exists() or "State:\tZ" in status.read_text(encoding="ascii"):
            return True
        time.sleep(0.01)
    return False


def test_a_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their work would stop halfway in the copy, and whoever waits for it waits forever."""
    monkeypatch.undo()
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with beside(at_work) as given:
            assert next(given) == os.getpid()
    finally:
        done.set()
        thread.join()
