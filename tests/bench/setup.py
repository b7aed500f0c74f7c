"""What the parts of the bench share: how often and how large, a folder to work in, sites to look at."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.sites import Sites

_LARGE = 1000
"""Offers; what has more of them takes long."""


@dataclass(frozen=True)
class Setup:
    """One run of the bench."""

    runs: int
    sizes: tuple[int, ...]
    """Numbers of offers; `REAL` stands for this neighbourhood."""
    folder: Path
    sites: Sites

    runs_of_large: int
    """As often runs what takes a quarter of an hour each time."""

    def runs_of(self, size: int) -> int:
        """How often a thing of that size is measured."""
        return self.runs if size <= _LARGE else min(self.runs, self.runs_of_large)

    @property
    def fewer(self) -> str:
        """A line of a section that tells what runs less often; or nothing."""
        sizes = [f"{size:,}" for size in self.sizes if self.runs_of(size) < self.runs]
        times = "one run" if self.runs_of_large == 1 else f"medians of {self.runs_of_large} runs"
        return (
            f"- {' and '.join(sizes)} offers: {times} of these, by turns with the others.\n" if sizes else ""
        )

    @property
    def large(self) -> int:
        """The size of what is measured at one size only: 1,000 if it is asked for, else the nearest below."""
        return max((size for size in self.sizes if size <= _LARGE), default=min(self.sizes))

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
