"""Processes beside this one: whatever ends this one, a kill too, ends them."""

import ctypes
import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

_PR_SET_PDEATHSIG = 1
_THREADS = Path("/proc/self/task")

T = TypeVar("T")


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
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    copy = context.Process(target=_work, args=(work, theirs, os.getpid()))
    # What both share stays shared: to look for what is to be freed writes on every object.
    gc.freeze()
    try:
        # The copy hears Ctrl-C only when it has been told what to do with it.
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            copy.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        theirs.close()
        yield _given(ours)
    finally:
        if copy.pid:
            copy.kill()
            copy.join()
        ours.close()
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
