"""What was made before, in .cache/."""

import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.project.paths import CACHE

_KEPT_SECONDS = 14 * 24 * 60 * 60
"""How long a thing is kept that no build asks for."""


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, kept from build to build in .cache/ (or in $STEKWIJZER_CACHE).

    `name` must tell all that the bytes depend on, so that they are the same as if made anew.
    """
    path = CACHE / name
    with suppress(OSError):
        found = path.read_bytes()
        with suppress(OSError):
            os.utime(path)
        return found
    made = make()
    # Where nothing can be written, nothing is kept.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(made)
        # Whole or not at all: another build may be reading.
        Path(file.name).replace(path)
    return made


def forget_unused() -> None:
    """Throws away what was kept, and what no build asked for in two weeks."""
    oldest = time.time() - _KEPT_SECONDS
    for path in CACHE.rglob("*"):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink()
