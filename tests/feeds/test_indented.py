"""Our JSON is Python's own."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.feeds.indented import indented

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text('ab"é'), inner),
)


@given(VALUES)
def test_it_is_what_python_writes(value: object) -> None:
    assert indented(value).decode("utf-8") == json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def test_what_is_no_json_is_a_bug() -> None:
    with pytest.raises(TypeError, match="no value of JSON"):
        indented({"day": date(2026, 11, 26)})
