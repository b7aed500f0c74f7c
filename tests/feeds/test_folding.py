"""Long lines of a calendar are continued where the library continues them."""

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from generator.feeds.writing import clean, written


@given(st.text(st.sampled_from("aé€😀\\^,;:\n "), max_size=400))
def test_lines_are_folded_as_the_library_folds_them(text: str) -> None:
    event = Event()
    event.add("summary", clean(text))
    assert written(event) == event.to_ical()
