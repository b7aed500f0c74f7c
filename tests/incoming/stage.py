"""A small neighbourhood into which partners' data come."""

import shutil
from pathlib import Path

import pytest

from tests.tools.builds import TODAY, command_here
from tests.tools.paths import ROOT

SMALL = ROOT / "tests" / "neighbourhoods" / "piepklein"


def small(folder: Path) -> Path:
    root = folder / "wijk"
    shutil.copytree(SMALL, root)
    return root


def run(root: Path, *arguments: str) -> tuple[int, str]:
    return command_here("import", *arguments, "--root", str(root), "--today", TODAY)


def files_of(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(root.iterdir()) if path.is_file()}


def take_all(root: Path, review: Path) -> None:
    """As somebody would who wants everything."""
    text = review.read_text(encoding="utf-8").replace("take: nee", "take: ja")
    review.write_text(text, encoding="utf-8")
    code, said = run(root, "review", str(review))
    assert code == 0, said


def impolite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a server of one's own."""
    monkeypatch.setattr("generator.fetching.time.sleep", lambda seconds: None)
