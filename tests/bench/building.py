"""A whole build, site and all sheets, out of nothing; and again after one record changed."""

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measuring import Cost, by_turns, cost_of, table
from tests.bench.neighbourhoods import REAL, change_an_hour, name_of, neighbourhood, rename_an_offer
from tests.bench.setup import Part, Setup
from tests.tools.builds import TODAY

_TEXT = """\
The website and all PDFs, out of nothing (no `.cache/`), of neighbourhoods with half as many organisations
as offers; then again with one hour changed, which is what people change most; then with one offer renamed:
its name is on its own pages and sheets, and in every list of the whole offer, where others change places.

{table}

{claims}
{fewer}- Peak memory is that of the largest process of a build.
"""
_COLD, _HOUR, _NAME = "out of nothing", "an hour", "a name"
_SMALL = 300
"""With this size the larger ones are compared."""


def build(root: Path, out: Path, cache: Path, *more: str) -> Cost:
    """With what is kept in the folder `cache`, and in a process of its own."""
    command = [sys.executable, "-m", "generator", "build", "--root", root, "--out", out, "--today", TODAY]
    return cost_of([*command, *more], environment={"STEKWIJZER_CACHE": str(cache)})


class _Growing:
    """One neighbourhood that is built again and again."""

    def __init__(self, setup: Setup, size: int) -> None:
        self.size = size
        self.root = neighbourhood(setup.folder / f"built-{size}", size)
        self.out = setup.folder / f"out-{size}"
        self._setup = setup
        self._cache = setup.folder / f"cache-{size}"
        self._edits = 0

    def cold(self) -> Cost:
        self._setup.empty(self._cache.name)
        self._setup.empty(self.out.name)
        return build(self.root, self.out, self._cache)

    def hour(self) -> Cost:
        self._edits += 1
        change_an_hour(self.root, self._edits)
        return build(self.root, self.out, self._cache)

    def name(self) -> Cost:
        self._edits += 1
        rename_an_offer(self.root, f"Bewerkt {self._edits}")
        return build(self.root, self.out, self._cache)

    @property
    def records(self) -> int:
        """Offers and organisations."""
        from tests.tools.records import offers, social_map

        return len(offers(self.root)) + len(social_map(self.root)["organisations"])

    def made(self) -> tuple[int, int]:
        """Pages and sheets in the output."""
        return sum(1 for _ in self.out.rglob("index.html")), sum(1 for _ in self.out.rglob("*.pdf"))


def measure(setup: Setup) -> str:
    subjects = [_Growing(setup, size) for size in setup.sizes]
    steps = {
        f"{subject.size} {what}": (run, setup.runs_of(subject.size))
        for subject in subjects
        for what, run in ((_COLD, subject.cold), (_HOUR, subject.hour), (_NAME, subject.name))
    }
    costs = by_turns(
        {name: run for name, (run, _) in steps.items()}, {name: runs for name, (_, runs) in steps.items()}
    )
    rows, each = [], {}
    for subject in subjects:
        cold, hour, name = (costs[f"{subject.size} {what}"] for what in (_COLD, _HOUR, _NAME))
        found = _Found(cold.seconds / subject.records, cold.peak, hour.seconds / cold.seconds)
        each[subject.size] = found
        pages, sheets = subject.made()
        rows.append(
            [
                name_of(subject.size),
                f"{subject.records:,}",
                f"{pages:,}",
                f"{sheets:,}",
                f"{cold.seconds:.1f}",
                f"{found.seconds * 1000:.1f}",
                f"{cold.peak:.0f}",
                f"{hour.seconds:.1f}",
                f"{found.warm:.3f}",
                f"{name.seconds:.1f}",
                f"{name.seconds / cold.seconds:.3f}",
            ]
        )
    head = (
        "build | records | pages | sheets | s | ms a record | peak MiB "
        "| s, an hour changed | of the first | s, a name changed | of the first"
    )
    return _TEXT.format(table=table(head, rows), claims="\n".join(_claims(each)), fewer=setup.fewer)


@dataclass(frozen=True)
class _Found:
    """Of one size."""

    seconds: float
    """A record, out of nothing."""
    peak: float
    """MiB."""
    warm: float
    """What a build after a changed hour takes of one out of nothing."""


def _claims(each: dict[int, _Found]) -> list[str]:
    invented = sorted(size for size in each if size != REAL)
    small = _SMALL if _SMALL in each else min(invented, default=0)
    claims = []
    for size in invented:
        if size > small:
            here, there = each[size], each[small]
            claims.append(
                f"- {size:,} offers beside {small:,}: {here.seconds / there.seconds:.2f} times the time a "
                f"record, {here.peak / there.peak:.2f} times the memory for {size / small:.1f} times as many."
            )
        claims.append(
            f"- {size:,} offers after a changed hour: {each[size].warm:.3f} of the build out of nothing."
        )
    return claims


PART = Part("building", "Building", measure)
