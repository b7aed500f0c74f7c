"""Cases that `make soak` runs, and `make test` does not."""

from collections.abc import Iterable
from typing import Any

import pytest


def soaked(*cases: Any) -> Iterable[Any]:
    """Cases for `parametrize`, beside the few that stand for them in `make test`."""
    for case in cases:
        yield pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.soak)
