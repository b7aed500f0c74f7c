"""What was made before, in .cache/."""

import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import get_ident

from generator.project.paths import CACHE

_KEPT_SECONDS = 14 * 24 * 60 * 60
"""How long a thing is kept that no build asks for."""
_LOOK_SECONDS = 24 * 60 * 60
"""How long after it looked for such things it looks again."""
_LOOKED = "looked.kept"
_OURS = re.compile(r"\.kept(\.\d+-\d+)?$")
"""How the name of each file ends that is kept here, or was to be."""
_SEAL_BYTES = sha256().digest_size


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, kept from build to build in .cache/ (or in $STEKWIJZER_CACHE).

    `name` must tell all that the bytes depend on, so that they are the same as if made anew.
    A file that is not what was kept, damaged or of another name, counts as none.
    """
    path = CACHE / f"{name}.kept"
    with suppress(OSError):
        found = path.read_bytes()
        seal, data = found[:_SEAL_BYTES], found[_SEAL_BYTES:]
        if seal == _seal(name, data):
            with suppress(OSError):
                os.utime(path)
            return data
    made = make()
    # Where nothing can be written, nothing is kept.
    with suppress(OSError):
        _keep(path, _seal(name, made) + made)
    return made


def _seal(name: str, data: bytes) -> bytes:
    return sha256(name.encode() + b"\0" + data).digest()


def _keep(path: Path, content: bytes) -> None:
    """Whole or not at all: another build may be reading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Nobody else writes there now. To draw a name by lot takes as long as the rest, for thousands of files.
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def forget_unused() -> None:
    """Throws away what was kept, and what no build asked for in two weeks. Looks once a day.

    Files of other names stay: $STEKWIJZER_CACHE may be a folder of anybody.
    """
    now, looked = time.time(), CACHE / _LOOKED
    with suppress(OSError):
        if 0 <= now - looked.stat().st_mtime < _LOOK_SECONDS:
            return
    oldest = now - _KEPT_SECONDS
    for path in sorted(CACHE.rglob("*")):
        with suppress(OSError):
            if _OURS.search(path.name) and path.is_file() and path.stat().st_mtime < oldest:
                path.unlink()
    with suppress(OSError):
        looked.touch()
