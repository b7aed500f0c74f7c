"""Runs the command line as a person would."""

import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cli import main
from tests.tools.paths import ROOT
from tests.tools.sampled import in_sample

DAY = date(2026, 11, 23)
TODAY = DAY.isoformat()
"""The date of every build in the tests: a Monday in a school week."""


@dataclass(frozen=True)
class Built:
    """What a command did: its exit code, all that it said, and where its output is."""

    root: Path
    out: Path
    code: int
    said: str
    whole: bool = True
    """False: of the translated flyers it has only a sample (tests/tools/sampled.py)."""

    @property
    def print(self) -> Path:
        return self.out / "print"

    def sheets(self) -> tuple[Path, ...]:
        """All PDFs, by path."""
        return tuple(sorted(self.out.rglob("*.pdf")))

    def some_sheets(self) -> tuple[Path, ...]:
        """All PDFs, but of the translated flyers a sample, of all languages and both forms by turns."""
        translated = [path for path in self.sheets() if "." in path.stem]
        left_out = {path for number, path in enumerate(translated) if self.whole and not in_sample(number)}
        return tuple(path for path in self.sheets() if path not in left_out)

    def addresses(self) -> frozenset[str]:
        """Every page of the site as its path from the root: "", "aanbod/", "Q/ABCDE/"."""
        pages = (path.parent.relative_to(self.out).as_posix() for path in self.out.rglob("index.html"))
        return frozenset("" if page == "." else f"{page}/" for page in pages)

    def pages(self) -> tuple[Path, ...]:
        return tuple(sorted(self.out.rglob("*.html")))


def command(
    *arguments: str, cwd: Path = ROOT, module: str = "generator", **environment: str
) -> tuple[int, str]:
    """`python -m generator ARGUMENTS` in a process of its own: the exit code, and stdout with stderr.

    UMASK in the environment is the mask of the files that it makes ("077").
    """
    outcome = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        umask=int(environment.get("UMASK", "-1"), 8),
        check=False,
    )
    return outcome.returncode, outcome.stdout


def command_here(*arguments: str) -> tuple[int, str]:
    """The same in this process, which saves starting Python and reading all of its libraries."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
    return code, said.getvalue()


def build(
    root: Path,
    out: Path,
    *more: str,
    today: str = TODAY,
    cache: Path | None = None,
    whole: bool = True,
    **environment: str,
) -> Built:
    """Builds a neighbourhood into `out`; with what was kept from earlier builds, or what is in `cache`."""
    module = "generator" if whole else "tests.tools.sampled"
    arguments = ("build", "--root", str(root), "--out", str(out), "--today", today, *more)
    kept = str(cache or "")
    code, said = command(*arguments, cwd=ROOT, module=module, STEKWIJZER_CACHE=kept, **environment)
    return Built(root, out, code, said, whole)


def site_address(root: Path) -> str:
    """The `site_url` of a neighbourhood."""
    found = re.search(r"^site_url:\s*(\S+)", (root / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{root}/mkdocs.yml has no site_url"
    return found[1]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file in a folder: path -> contents."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
