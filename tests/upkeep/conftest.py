"""What the tests of upkeep share."""

import shutil
from pathlib import Path

import pytest

from tests.tools.paths import TINY


@pytest.fixture
def tiny_copy(tmp_path: Path) -> Path:
    """A copy of the smallest neighbourhood, to spoil at will."""
    copy = tmp_path / "piepklein"
    shutil.copytree(TINY, copy)
    return copy
