"""Both neighbourhoods, built: whatever must hold, must hold for each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.tools.browser import chromium
from tests.tools.builds import Built

HERE = Path(__file__).parent
LONGEST_FIRST = (
    # While one worker builds the real neighbourhood, the others look at what needs no build of it.
    *("test_sheets", "test_editions", "test_manual", "test_any_moment", "test_accessibility", "test_legible"),
    *("test_my_list", "test_offline", "test_editor", "test_finding", "test_hostile", "test_search"),
    *("test_build", "test_privacy", "test_mkdocs", "test_jobs", "test_pages", "test_preview_as_build"),
)
"""The files that take longest. A worker takes a whole file at a time: one that begins last ends alone."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After the quick tests the files in LONGEST_FIRST; all else stays in its order."""
    place = {name: number for number, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(place)) if item.path.parent == HERE else -1)


@pytest.fixture(params=["real", "invented"], scope="session")
def built(request: pytest.FixtureRequest) -> Built:
    """The project's own neighbourhood, and then the invented one."""
    found: Built = request.getfixturevalue(f"built_{request.param}")
    return found


@pytest.fixture(params=["invented", pytest.param("real", marks=pytest.mark.soak)], scope="session")
def looked_at(request: pytest.FixtureRequest) -> Built:
    """Where it is the look of each kind of page that counts: the invented neighbourhood, which has them all.

    The real one has the same kinds, with more of each; `make soak` looks at those too.
    """
    found: Built = request.getfixturevalue(f"built_{request.param}")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker: Playwright cannot run twice in one process."""
    with chromium() as started:
        yield started
