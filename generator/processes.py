"""Processes beside this one: whatever ends this one, a kill too, ends them."""

import ctypes
import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, TypeVar

_PR_SET_PDEATHSIG = 1
_THREADS = Path("/proc/self/task")
_AT_ONCE = 4
"""At most so many processes for one thing: each has memory of its own for what it looks at."""

T = TypeVar("T")

_copies = 0
"""How many copies of this process there are, of those that it waits for."""


@contextmanager
def beside(work: Callable[[], Generator[T]]) -> Iterator[Iterator[T]]:
    """What `work` gives, one by one, made by a copy of this process while the caller does something else.

    What it raises is raised here, where the caller asks for the next. When the block ends, so does the copy.
    Where this process cannot be copied, it works itself, each time that the caller asks.
    """
    if not _may_be_copied():
        with closing(work()) as given:
            yield given
        return
    with _copy(work) as ours:
        yield _given(ours)


def spread(tasks: Sequence[Callable[[], T]]) -> Generator[T]:
    """What each task gives, in their order, made by this process and by copies of it: one for each
    processor that is free of other copies.

    A copy knows what this process knew when the first thing was asked for; what it finds out later stays
    with it, but for what a task gives. What a task raises is raised here.
    """
    # A copy comes to hold of its own whatever it looks at: without a processor, that is all it adds.
    processes = min(_processors() - _copies, _AT_ONCE, len(tasks))
    if processes < 2 or not _may_be_copied():
        yield from (task() for task in tasks)
        return
    turn = get_context("fork").Value("q", 0)

    def numbers() -> Iterator[int]:
        while True:
            with turn:
                number, turn.value = turn.value, turn.value + 1
            if number >= len(tasks):
                return
            yield number

    def work() -> Iterator[tuple[int, T]]:
        return ((number, tasks[number]()) for number in numbers())

    with ExitStack() as copies:
        at_work: dict[Any, Iterator[tuple[int, T]]] = {
            ours: _given(ours) for ours in (copies.enter_context(_copy(work)) for _ in range(1, processes))
        }
        yield from _in_order(work(), at_work)


def _in_order(own: Iterator[tuple[int, T]], others: dict[Any, Iterator[tuple[int, T]]]) -> Iterator[T]:
    """What all of them give, by its number; the others are waited for when this process has no more to do."""
    made: dict[int, T] = {}
    following = 0
    working = True
    while working or others:
        mine = next(own, None) if working else None
        working = mine is not None
        if mine:
            made[mine[0]] = mine[1]
        for ours in wait(others, timeout=0 if working else None):
            theirs = next(others[ours], None)
            if theirs is None:
                del others[ours]
            else:
                made[theirs[0]] = theirs[1]
        while following in made:
            yield made.pop(following)
            following += 1


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


@contextmanager
def _copy(work: Callable[[], Iterator[T]]) -> Iterator[Connection]:
    """Where what `work` gives arrives, from a copy of this process."""
    global _copies
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    copy = context.Process(target=_work, args=(work, theirs, os.getpid()))
    # What both share stays shared: to look for what is to be freed writes on every object.
    _copies += 1
    gc.freeze()
    try:
        # The copy hears Ctrl-C only when it has been told what to do with it.
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            copy.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        theirs.close()
        yield ours
    finally:
        if copy.pid:
            copy.kill()
            copy.join()
        ours.close()
        _copies -= 1
        if not _copies:
            gc.unfreeze()


def fresh_processes(count: int) -> ProcessPoolExecutor:
    """New ones, no copies of this one: Typst's own threads do not survive being copied."""
    return ProcessPoolExecutor(count, get_context("spawn"), _end_with, (os.getpid(),))


def _may_be_copied() -> bool:
    """Only where the system tells (Linux) that it has one thread: a copy would wait for the others."""
    return _THREADS.exists() and len(list(_THREADS.iterdir())) == 1


def _work(work: Callable[[], Iterator[T]], theirs: Connection, parent: int) -> None:
    _end_with(parent)
    try:
        for thing in work():
            theirs.send((thing,))
        theirs.send(())
    except Exception as error:
        theirs.send(_sendable(error))


def _given(ours: Connection) -> Iterator[T]:
    while True:
        match _received(ours):
            case (thing,):
                yield thing
            case Exception() as error:
                raise error
            case _:
                return


def _received(ours: Connection) -> Any:
    try:
        return ours.recv()
    except EOFError:
        # It ended without a word: when memory runs out, the system kills whoever has most of it.
        return MemoryError()


def _sendable(error: Exception) -> Exception:
    """The error with where it arose; or, of a kind that cannot be sent, in words."""
    where = traceback.format_exc()
    error.add_note(where)
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(where)
    return error


def _end_with(parent: int) -> None:
    """This process ends when that one, which started it, does: on Ctrl-C too, so that one of them says so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
