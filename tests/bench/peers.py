"""The website beside what people would pick instead, with as many pages of the same text."""

import json
import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench import bare, tools
from tests.bench.measuring import Cost, by_turns, cost_of, say, table
from tests.bench.neighbourhoods import name_of, neighbourhood
from tests.bench.plain import write_hugo_site, write_mkdocs_site
from tests.bench.sampled import SEARCH, TEXT_ONLY
from tests.bench.setup import Part, Setup
from tests.tools.builds import TODAY

_TEXT = """\
The website out of nothing, in one language, and by turns in the same run: MkDocs with Material on as many
pages of the same text ("plain": its pages out of the navigation, its search on), Zensical on the same
files, Hugo with a template of twenty lines, and a bare template of Jinja's that writes the same bytes as we
do, all that it says made beforehand. The ratio compares with plain MkDocs + Material; below 1 is faster.

{tables}

{claims}
{fewer}- Ours also makes maps, codes, calendars, subsets of fonts, data for machines and the copy for
  phones; the others make pages of text. "Pages alone" is the time that it takes to read and check the
  records, and to make and write the pages.
- Lines that begin with a dash are parts of the line above. Our index of the search is made beside the rest:
  its line is what is waited for. Hugo and the bare template make none. Zensical's refuses the list of 5,000
  offers: too many words.
"""
_OURS, _PLAIN, _SILENT = "ours", "plain MkDocs + Material", "the same without search"
_ZENSICAL, _HUGO, _BARE = "Zensical", "Hugo", "a bare template, the same bytes"
_LONGEST_FOR_ZENSICAL = 1000
"""Offers: its search takes 65,536 words of a page at most, so it refuses a list of 5,000."""
_INDEX, _ALONE = "- the search index", "- pages alone"


class _Contest:
    """All programs at one size."""

    def __init__(self, setup: Setup, size: int) -> None:
        self._setup, self._size, self._folder = setup, size, setup.folder / f"peers-{size}"
        self.root = neighbourhood(self._folder / "neighbourhood", size, one_language=True)
        self.out = self._folder / "ours"
        self._stages: list[dict[str, float]] = []
        """Stage of our build -> seconds, each time."""
        self.ours()
        self._stages.clear()
        self.pages = sum(1 for _ in self.out.rglob("index.html"))
        # In processes of their own: what grows here would count as theirs.
        for write in (write_mkdocs_site, write_hugo_site):
            write(self.out, self._folder / write.__name__)
        write_mkdocs_site(self.out, self._folder / "silent", search=False)
        prepare = [sys.executable, "-m", "tests.bench.bare", "prepare", self.out, self._folder / "bare"]
        cost_of(prepare)

    def subjects(self) -> dict[str, Callable[[], Cost]]:
        mkdocs = (sys.executable, "-m", "mkdocs", "build", "--quiet")
        plain, silent, hugo = (
            self._folder / name for name in ("write_mkdocs_site", "silent", "write_hugo_site")
        )
        written = self._folder / "bare-out"
        rewrite = (sys.executable, "-m", "tests.bench.bare", "build", self._folder / "bare", written)
        zensical = (*tools.ZENSICAL, "build")
        subjects: dict[str, Callable[[], Cost]] = {
            _OURS: self.ours,
            _PLAIN: partial(self._run, mkdocs, plain, plain / "site"),
            _SILENT: partial(self._run, mkdocs, silent, silent / "site"),
            _ZENSICAL: partial(self._run, zensical, plain, plain / "site", plain / ".cache"),
            _HUGO: partial(self._run, (tools.HUGO, "--quiet", "--noBuildLock"), hugo, hugo / "public"),
            _BARE: partial(self._run, rewrite, self._folder, written),
        }
        if self._size > _LONGEST_FOR_ZENSICAL:
            del subjects[_ZENSICAL]
        return subjects

    def ours(self) -> Cost:
        file = self._folder / "stages.json"
        command = [sys.executable, "-m", "tests.bench.sampled", file, "build", "--root", self.root]
        command += ["--out", self._empty(self.out), "--only", "site", "--today", TODAY]
        cost = cost_of(command, environment={"STEKWIJZER_CACHE": str(self._empty(self._folder / "cache"))})
        self._stages.append(json.loads(file.read_text(encoding="utf-8"))["stages"])
        return cost

    def seconds_of(self, *stages: str) -> float:
        """Of our build."""
        return statistics.median(sum(found.get(stage, 0) for stage in stages) for found in self._stages)

    def _run(self, command: tuple[str | Path, ...], folder: Path, *made: Path) -> Cost:
        """Once more, from nothing."""
        for path in made:
            self._empty(path)
        cost = cost_of(command, folder, tools.PATH)
        count = sum(1 for _ in made[0].rglob("index.html"))
        if count != self.pages:
            raise SystemExit(f"{command}: {count} pages, not {self.pages}")
        return cost

    def _empty(self, path: Path) -> Path:
        return self._setup.empty(path.relative_to(self._setup.folder).as_posix())

    def check(self) -> None:
        """The bare template must do the same work."""
        found = bare.differences(self.out, self._folder / "bare-out")
        if found:
            raise SystemExit(f"the bare template writes something else: {found[:5]}")


def measure(setup: Setup) -> str:
    tools.install()
    tables, claims = [], []
    for size in setup.sizes:
        contest = _Contest(setup, size)
        say(f"{name_of(size)}: {contest.pages} pages")
        subjects = contest.subjects()
        costs = by_turns(subjects, dict.fromkeys(subjects, setup.runs_of(size)))
        contest.check()
        parts = {_INDEX: contest.seconds_of(SEARCH), _ALONE: contest.seconds_of(*TEXT_ONLY)}
        tables.append(_table(f"{name_of(size)}, {contest.pages:,} pages", costs, parts))
        claims.append(_claim(size, costs, parts))
    return _TEXT.format(tables="\n\n".join(tables), claims="\n".join(claims), fewer=setup.fewer)


def _table(title: str, costs: dict[str, Cost], parts: dict[str, float]) -> str:
    """`parts`: of our build, in seconds."""
    plain = costs[_PLAIN].seconds
    lines: list[tuple[str, float, str]] = []
    for name, cost in costs.items():
        if name != _SILENT:
            lines.append((name, cost.seconds, f"{cost.peak:.0f}"))
        if name == _OURS:
            lines += [(part, seconds, "") for part, seconds in parts.items()]
        if name == _PLAIN:
            lines.append((_INDEX, max(0.0, plain - costs[_SILENT].seconds), ""))
    rows = [[name, f"{seconds:.2f}", f"{seconds / plain:.3f}", peak] for name, seconds, peak in lines]
    return table(f"{title} | seconds | ratio | peak MiB", rows)


def _claim(size: int, costs: dict[str, Cost], parts: dict[str, float]) -> str:
    ours = costs[_OURS].seconds

    def times(name: str, seconds: float) -> str:
        return f"{costs[name].seconds / seconds:.2f}"

    alone = parts[_ALONE]
    return (
        f"- {name_of(size)}: {times(_PLAIN, ours)} times as fast as plain MkDocs with Material, both with "
        f"their search and ours with all that it makes. Our pages alone: {times(_SILENT, alone)} times as "
        f"fast as plain pages, {times(_HUGO, alone)} times as fast as Hugo, "
        f"and {alone / costs[_BARE].seconds:.1f} times the time of the bare template."
    )


PART = Part("peers", "The website beside other programs", measure)
