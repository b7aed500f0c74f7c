"""Both neighbourhoods, built: whatever must hold, must hold for each of them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.tools.browser import chromium
from tests.tools.builds import Built


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
