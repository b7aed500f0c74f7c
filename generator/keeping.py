"""What is costly to make may be kept from build to build: whoever makes it asks a keeper first."""

from collections.abc import Callable, Iterable
from hashlib import sha256

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""A name that tells all that the bytes depend on, and what makes them -> the bytes."""


def make_anew(name: str, make: Callable[[], bytes]) -> bytes:
    """Keeps nothing."""
    return make()


def told_by(parts: Iterable[bytes]) -> str:
    """In hexadecimal digits, what tells these parts from any others: for a name that tells all of them."""
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()
