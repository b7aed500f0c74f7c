"""What is made beside: it arrives, its errors too, and nothing of it outlives who asked for it."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Generator
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from generator import processes
from generator.problems import BuildStopped, Problem
from generator.processes import beside, fresh_processes, spread


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
    at_work = [number for number in others if not _ends(number)]
    for number in at_work:
        os.kill(number, signal.SIGKILL)
    assert at_work == []


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


def _slowly(number: int, who: list[int]) -> tuple[int, int]:
    """That number, and who found out."""
    time.sleep(0.02)
    who.append(number)
    return number, os.getpid()


def _tasks(count: int, who: list[int]) -> list[Callable[[], tuple[int, int]]]:
    return [partial(_slowly, number, who) for number in range(count)]


@pytest.fixture
def _four_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_processors", lambda: 4)


@pytest.mark.usefixtures("_four_processors")
def test_each_task_is_done_once_and_comes_in_its_turn(place: str) -> None:
    who: list[int] = []
    found = list(spread(_tasks(40, who)))
    assert [number for number, _ in found] == list(range(40))
    workers = {worker for _, worker in found}
    assert len(workers) == (4 if place == "beside" else 1)
    # What a copy finds out stays with it, but for what it gives.
    assert who == [number for number, worker in found if worker == os.getpid()]


@pytest.mark.usefixtures("_four_processors")
def test_a_processor_that_another_copy_has_is_left_to_it(place: str) -> None:
    with beside(at_work):
        workers = {worker for _, worker in spread(_tasks(40, []))}
    assert len(workers) == (3 if place == "beside" else 1)


@pytest.mark.usefixtures("_four_processors")
@pytest.mark.parametrize("bad", [0, 7, 39])
def test_a_task_that_fails_ends_all(place: str, bad: int) -> None:
    def fail() -> tuple[int, int]:
        raise MISTAKES

    tasks = _tasks(40, [])
    tasks[bad] = fail
    with pytest.raises(BuildStopped):
        list(spread(tasks))
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("_four_processors")
def test_who_looks_no_further_leaves_nobody_at_work() -> None:
    found = spread(_tasks(40, []))
    next(found)
    found.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("place", ["beside"], indirect=True)
@pytest.mark.usefixtures("_four_processors")
def test_a_killed_copy_loses_no_task_quietly() -> None:
    ours = os.getpid()

    def be_killed() -> int:
        if os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.02)
        return 0

    with pytest.raises(MemoryError):
        list(spread([be_killed] * 40))


@pytest.mark.usefixtures("_four_processors")
def test_nothing_to_do_is_done() -> None:
    assert list(spread([])) == []
    assert list(spread([os.getpid])) == [os.getpid()]
