"""What is written: whole, or not at all."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A new, empty folder that takes the place of `out` in one step, if all goes well.

    A failure leaves `out` as it was. The new folder is made beside `out`, so that both
    lie on one file system.
    """
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    # mkdtemp makes a folder for its owner only; a site is read by a web server too.
    stage.chmod(0o755)
    try:
        yield stage
        if out.exists():
            _exchange(stage, out)
        else:
            stage.rename(out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places, in one step where the system can (Linux: renameat2)."""
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        renameat2 = libc.renameat2
    except AttributeError:
        failed = True
    else:
        failed = bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE))
    if failed:
        aside = one.with_name(one.name + ".old")
        other.rename(aside)
        one.rename(other)
        aside.rename(one)


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write path -> bytes below a folder; a path that would leave it is a bug."""
    for name, data in files.items():
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise ValueError(f"{name} lies outside {folder}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
