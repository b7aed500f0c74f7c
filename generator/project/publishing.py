"""What is written: whole, or not at all."""

import ctypes
import errno
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.project.result_folder import refuse_unfit

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_READABLE_BY_ALL = 0o022
"""The mask of what is made: a web server reads the site too, whoever built it."""
_LINGERING = 2.0
"""Seconds: copies of a build that was killed hold its lock until they have died too."""
_ROOM = 100_000
"""With fewer bytes free than this, a disk is full."""


class AlreadyBuildingError(Exception):
    """Another process is making the same folder at this moment."""


@contextmanager
def replacing(out: Path, root: Path) -> Iterator[Path]:
    """A new, empty folder that takes the place of `out` in one step, if all goes well.

    A failure leaves `out` as it was. The new folder is made beside `out`, so that both
    lie on one file system. Raises UnfitFolderError where something else than an earlier result
    would be lost, such as the files of the neighbourhood in the folder `root`; AlreadyBuildingError
    while another process does the same, and OSError where nothing can be written.
    """
    out = out.resolve()
    if out.exists() and not out.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(out))
    if out.is_mount():
        # Found out at the end, it would have cost a whole build.
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(out))
    refuse_unfit(out, root.resolve())
    out.parent.mkdir(parents=True, exist_ok=True)
    mask = os.umask(_READABLE_BY_ALL)
    try:
        with _alone(out.with_name(f".{out.name}.lock")):
            _tidy(out)
            stage = Path(tempfile.mkdtemp(prefix=_stages(out), dir=out.parent))
            # mkdtemp makes a folder for its owner only.
            stage.chmod(0o755)
            try:
                with _full_disk_told(out.parent):
                    yield stage
                if out.exists():
                    _exchange(stage, out)
                else:
                    stage.rename(out)
            finally:
                shutil.rmtree(stage, ignore_errors=True)
    finally:
        os.umask(mask)


@contextmanager
def _full_disk_told(folder: Path) -> Iterator[None]:
    """Programs and libraries that write for us tell of a full disk in words of their own."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, OSError) and shutil.disk_usage(folder).free < _ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder)) from error
        raise


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Holds a lock that the system takes back when the process and its copies end, however they end."""
    until = time.monotonic() + _LINGERING
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever had it before may have taken the file away since we opened it.
            current = lock.exists() and os.path.samestat(os.fstat(descriptor), lock.stat())
        except BlockingIOError as error:
            os.close(descriptor)
            if time.monotonic() > until:
                raise AlreadyBuildingError(lock) from error
            time.sleep(_LINGERING / 20)
            continue
        except BaseException:
            os.close(descriptor)
            raise
        if current:
            break
        os.close(descriptor)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(descriptor)


def _stages(out: Path) -> str:
    """How the name of each new folder beside `out` begins."""
    return f".{out.name}.new-"


def _aside(out: Path) -> Path:
    return out.with_name(f".{out.name}.old")


def _tidy(out: Path) -> None:
    """Brings in order what a build left that was stopped halfway."""
    aside = _aside(out)
    if aside.exists() and not out.exists():
        aside.rename(out)
    for left in sorted(out.parent.iterdir()):
        if left == aside or left.name.startswith(_stages(out)):
            shutil.rmtree(left, ignore_errors=True)


def _exchange(stage: Path, out: Path) -> None:
    """Puts a folder in the place of another, in one step where the system can (Linux: renameat2)."""
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        renameat2 = libc.renameat2
    except AttributeError:
        failed = True
    else:
        failed = bool(renameat2(_AT_FDCWD, os.fsencode(stage), _AT_FDCWD, os.fsencode(out), _RENAME_EXCHANGE))
    if failed:
        aside = _aside(out)
        out.rename(aside)
        stage.rename(out)
        shutil.rmtree(aside, ignore_errors=True)


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write path -> bytes below a folder; a path that would leave it is a bug."""
    for name, data in files.items():
        path = folder / name
        # By their names: to look where each of thousands really lies takes as long as to write them.
        if not path.is_relative_to(folder) or ".." in Path(name).parts:
            raise ValueError(f"{name} lies outside {folder}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
