"""What the parts of the bench share: how often and how large, a folder to work in, sites to look at."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.sites import Sites


@dataclass(frozen=True)
class Setup:
    """One run of the bench."""

    runs: int
    sizes: tuple[int, ...]
    """Numbers of offers; `REAL` stands for this neighbourhood."""
    folder: Path
    sites: Sites

    @property
    def large(self) -> int:
        """The size of what is measured at one size only: 1,000 if it is asked for, else the nearest below."""
        return max((size for size in self.sizes if size <= 1000), default=min(self.sizes))

    def empty(self, name: str) -> Path:
        """The path of a folder that is not there (any more)."""
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        return path


@dataclass(frozen=True)
class Part:
    """A section of docs/performance.md, and what measures it."""

    name: str
    title: str
    measure: Callable[[Setup], str]
    """Gives the text of the section."""
