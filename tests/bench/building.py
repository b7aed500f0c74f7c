"""A whole build, site and all sheets, out of nothing; and again after one record changed."""

import sys
from pathlib import Path

from tests.bench.measuring import Cost, by_turns, cost_of, table
from tests.bench.neighbourhoods import REAL, name_of, neighbourhood, rename_an_offer
from tests.bench.setup import Part, Setup
from tests.tools.builds import TODAY

_TEXT = """\
The website and all PDFs, out of nothing (no `.cache/`), of neighbourhoods with half as many organisations
as offers; then again with one offer renamed: its name is on its own pages and sheets, and in every list of
the whole offer.

{table}

{claims}
- Peak memory is that of the largest process of a build.
"""
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

    def warm(self) -> Cost:
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
    steps = [(s, what, run) for s in subjects for what, run in (("out of nothing", s.cold), ("edit", s.warm))]
    costs = by_turns({f"{s.size} {what}": run for s, what, run in steps}, setup.runs)
    rows, each = [], {}
    for subject in subjects:
        cold, warm = (costs[f"{subject.size} {what}"] for what in ("out of nothing", "edit"))
        each[subject.size] = (cold.seconds / subject.records, cold.peak, warm.seconds / cold.seconds)
        pages, sheets = subject.made()
        rows.append(
            [
                name_of(subject.size),
                f"{subject.records:,}",
                f"{pages:,}",
                f"{sheets:,}",
                f"{cold.seconds:.1f}",
                f"{each[subject.size][0] * 1000:.1f}",
                f"{cold.peak:.0f}",
                f"{warm.seconds:.1f}",
                f"{each[subject.size][2]:.3f}",
            ]
        )
    head = "build | records | pages | sheets | s | ms a record | peak MiB | s after an edit | of the first"
    return _TEXT.format(table=table(head, rows), claims="\n".join(_claims(each)))


def _claims(each: dict[int, tuple[float, float, float]]) -> list[str]:
    """`each`: size -> seconds a record, MiB, and the share of a build after an edit."""
    invented = sorted(size for size in each if size != REAL)
    small = _SMALL if _SMALL in each else min(invented, default=0)
    claims = []
    for size in invented:
        if size > small:
            time, memory = (each[size][at] / each[small][at] for at in (0, 1))
            claims.append(
                f"- {size:,} offers beside {small:,}: {time:.2f} times the time a record, "
                f"{memory:.2f} times the memory for {size / small:.1f} times the records."
            )
    claims += [
        f"- {size:,} offers after one edit: {each[size][2]:.3f} of the build out of nothing."
        for size in invented[-1:]
    ]
    return claims


PART = Part("building", "Building", measure)
