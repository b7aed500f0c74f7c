"""What is costly to make may be kept from build to build: whoever makes it asks a keeper first."""

from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""A name that tells all that the bytes depend on, and what makes them -> the bytes."""

_GENERATOR = Path(__file__).parent
_OWN = (".py", ".html", ".po")


def make_anew(name: str, make: Callable[[], bytes]) -> bytes:
    """Keeps nothing."""
    return make()


class _NotKeptError(Exception):
    """It would have to be made anew."""


def recalled(keep: Keep, name: str) -> bytes | None:
    """What was kept under a name, if anything was."""
    try:
        return keep(name, _refuse)
    except _NotKeptError:
        return None


def _refuse() -> bytes:
    raise _NotKeptError


def told_by(parts: Iterable[bytes]) -> str:
    """In hexadecimal digits, what tells these parts from any others: for a name that tells all of them."""
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def keeping(keep: Keep, folder: str, ending: str, libraries: Iterable[str]) -> Keep:
    """Asks `keep` under names that tell what makes the bytes too: libraries, our code, templates, words.

    So what it is asked for tells values alone, at any length.
    """
    if keep is make_anew:
        return make_anew
    tools = told_by([_own(), *(version(name).encode() for name in libraries)])

    def kept(told: str, make: Callable[[], bytes]) -> bytes:
        return keep(f"{folder}/{sha256(f'{tools} {told}'.encode()).hexdigest()[:32]}{ending}", make)

    return kept


@cache
def _own() -> bytes:
    own = (path for path in sorted(_GENERATOR.rglob("*")) if path.suffix in _OWN)
    return told_by(path.read_bytes() for path in own).encode()
