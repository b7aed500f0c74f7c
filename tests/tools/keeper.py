"""Keeps what is made, as .cache/ does."""

from collections.abc import Callable


class Keeper:
    """Keeps everything in memory, and notes what of one folder had to be made."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._kept: dict[str, bytes] = {}
        self.made: list[bytes] = []

    def __call__(self, name: str, make: Callable[[], bytes]) -> bytes:
        if name not in self._kept:
            self._kept[name] = make()
            if name.startswith(f"{self._folder}/"):
                self.made.append(self._kept[name])
        return self._kept[name]
