"""The neighbourhoods that are built: this one, and invented ones of any size."""

import re
import shutil
from pathlib import Path

from tests.tools.invent import write_invented_neighbourhood
from tests.tools.paths import ROOT

REAL = 60
"""The size that stands for this neighbourhood itself, which has about so many offers."""
_PARTS = ("offers.yaml", "socialmap.yaml", "mkdocs.yml", "content", "print/flyers", "print/ledger.yaml")


def neighbourhood(folder: Path, offers: int, *, one_language: bool = False) -> Path:
    """A neighbourhood in a folder of its own, to edit: with half as many organisations as offers."""
    if offers != REAL:
        return write_invented_neighbourhood(folder, offers, offers // 2)
    copy_of(ROOT, folder)
    if one_language:
        rewrite(folder / "socialmap.yaml", r"(?m)^(  languages:) \[nl, .*\]$", r"\1 [nl]")
    return folder


def name_of(offers: int) -> str:
    return "this neighbourhood" if offers == REAL else f"{offers:,} invented offers"


def copy_of(root: Path, folder: Path) -> Path:
    """The files of a neighbourhood."""
    for part in _PARTS:
        source, target = root / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.is_file():
            shutil.copy(source, target)
    return folder


def rename_an_offer(root: Path, name: str) -> None:
    """The first one: its name is on its pages and sheets, and in every list of the whole offer."""
    rewrite(root / "offers.yaml", r"(?m)^(    name: ).*$", rf"\g<1>{name}")


def change_an_hour(root: Path, minutes: int) -> None:
    """The first one, to so many minutes past nine: it stands on pages, sheets and programmes."""
    rewrite(root / "offers.yaml", r'(?m)^([^#\n]*\bfrom: )"?\d{1,2}:\d\d"?', rf'\g<1>"9:{minutes:02}"')


def rewrite(path: Path, pattern: str, by: str) -> None:
    """Replaces the first match in a file; AssertionError if there is none."""
    text, count = re.subn(pattern, by, path.read_text(encoding="utf-8"), count=1)
    assert count, f"{path} has no {pattern}"
    path.write_text(text, encoding="utf-8")
