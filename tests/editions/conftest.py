"""A neighbourhood to print editions of."""

from pathlib import Path

import pytest

from tests.editions.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A copy of the invented neighbourhood, of which nothing was printed yet."""
    return Stage.copied(tmp_path)


@pytest.fixture(scope="session")
def printed_once(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The same, with edition 1: to copy, and to leave as it is."""
    stage = Stage.copied(tmp_path_factory.mktemp("printed"))
    stage.freeze()
    return stage


@pytest.fixture
def printed(printed_once: Stage, tmp_path: Path) -> Stage:
    """A copy of it."""
    return printed_once.copy(tmp_path)
