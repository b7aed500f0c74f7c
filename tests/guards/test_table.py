"""The table stays true: each guard is where it says, and each test is there. `make guards` tries them."""

import ast

import pytest

from tests.guards.table import GUARDS, Guard
from tests.tools.paths import ROOT


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.point)
def test_the_guard_and_its_test_are_there(guard: Guard) -> None:
    text = (ROOT / guard.file).read_text(encoding="utf-8")
    assert guard.removed_from(text) != text
    file, _, name = guard.test.partition("::")
    functions = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    assert name.partition("[")[0] in {each.name for each in functions if isinstance(each, ast.FunctionDef)}


def test_each_point_is_named_once() -> None:
    assert len({guard.point for guard in GUARDS}) == len(GUARDS)
