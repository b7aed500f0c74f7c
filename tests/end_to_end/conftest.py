"""Both neighbourhoods, built: whatever must hold, must hold for each of them."""

import pytest

from tests.tools.builds import Built


@pytest.fixture(params=["real", "invented"], scope="session")
def built(request: pytest.FixtureRequest) -> Built:
    """The project's own neighbourhood, and then the invented one."""
    found: Built = request.getfixturevalue(f"built_{request.param}")
    return found
