"""A neighbourhood to print editions of."""

from pathlib import Path

import pytest

from tests.editions.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A copy of the invented neighbourhood, of which nothing was printed yet."""
    return Stage.copied(tmp_path)


@pytest.fixture
def printed(stage: Stage) -> Stage:
    """The same, with edition 1."""
    stage.freeze()
    return stage
