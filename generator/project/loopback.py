"""This computer, as a browser on it calls it."""

HERE = "127.0.0.1"
_OUR_NAMES = frozenset((HERE, "localhost"))


def is_here(host: str | None) -> bool:
    """Whether the `Host` of a request, with its port or without, is a name of this computer alone.

    A page elsewhere may let its own name lead here: it must not read what is not published yet.
    """
    return (host or "").partition(":")[0] in _OUR_NAMES
