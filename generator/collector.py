"""How often Python looks for objects that only name each other.

A build makes millions of small objects that all stay until its end, and each look goes over them. There is
little to be found: what is no longer named is freed without looking.
"""

import gc

_NEW_OBJECTS = 100_000
"""As many more objects than before make it look at the new ones; Python itself says 700."""
_LOOKS = 50
"""After as many looks it looks at older objects too."""


def collect_seldom() -> None:
    """For this process, from now on: a build takes a quarter less of the processor, and no more memory."""
    gc.set_threshold(_NEW_OBJECTS, _LOOKS, _LOOKS)
