"""Paper that people with weak eyes can read, from any office printer: in the longest words as well."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.tools.builds import Built
from tests.tools.forked import build
from tests.tools.legible import LegiblePage, Word, some_pages
from tests.tools.paths import INVENTED, LONG

LEAST, LEAST_OF_A_NUMBER, LEAST_ON_A_MAP = 12, 10, 7
"""Points."""
LEAST_IN_A_LIST = {"aanbod-op-een-blad.pdf": 10}
"""Points, of a sheet that is a list for whoever has seen the flyer."""
LEAST_CONTRAST = 4.5
PRINTABLE = 5
"""Millimetres at each edge that an office printer leaves white."""


@pytest.fixture(scope="module")
def long_winded(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The paper of a neighbourhood where every name and text is as long as somebody could write it."""
    folder = tmp_path_factory.mktemp("long")
    root = folder / "neighbourhood"
    shutil.copytree(INVENTED, root, ignore=shutil.ignore_patterns("translations"))
    shutil.copytree(LONG, root, dirs_exist_ok=True)
    built = build(root, folder / "out", "--only", "print")
    assert built.code == 0, built.said
    return built


def test_all_can_be_read_and_printed_in_the_longest_words(long_winded: Built) -> None:
    assert _faults(long_winded.sheets()) == []


def test_all_can_be_read_and_printed(built_real: Built) -> None:
    """The products, and a sample of the small sheets."""
    products = [path for path in built_real.some_sheets() if path.parent == built_real.print]
    small = [path for path in built_real.some_sheets() if path.parent != built_real.print]
    assert _faults([*products, *small[::7]], most=24) == []


@pytest.mark.soak
def test_every_sheet_can_be_read_and_printed(built: Built) -> None:
    assert _faults(built.sheets()) == []


def _faults(sheets: Sequence[Path], most: int = 10_000) -> list[str]:
    """What is wrong with the sheets, in words; on no more than `most` pages of each."""
    return [
        f"{path.name}, {fault}"
        for path in sheets
        if path.parent.name != "partners"  # a partner's flyer is as its partner made it
        for page in some_pages(path, most)
        for fault in _wrong(page, LEAST_IN_A_LIST.get(path.name, LEAST))
    ]


def _wrong(page: LegiblePage, least: int) -> list[str]:
    """What is wrong with a page, in words."""
    # Names on a map are set letter by letter; what cuts them off is the edge of the map.
    text = [word for word in page.words if len(word.text) > 1]
    found = [f"{word} is too small" for word in page.words if word.size < _least(word, least) - 0.05]
    found += [f"{word} has too little contrast" for word in text if page.contrast(word) < LEAST_CONTRAST]
    found += [f"{word} does not show" for word in text if not page.shows(word)]
    found += [f"{one} runs into {other}" for one, other in page.overlaps()]
    if page.ink_outside(PRINTABLE):
        found.append(f"page {page.number + 1}: something is too near to the edge")
    return found


def _least(word: Word, least: int) -> float:
    if len(word.text) == 1:
        return LEAST_ON_A_MAP
    # A pin on a map, and its number in a list.
    return LEAST_OF_A_NUMBER if word.text.isdigit() else least
