"""A number on paper stays with its sheet; a new one comes after its neighbour."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.numbering import Numbers, SheetNumber, number_sheets, number_tabs


def known(**sheets: str) -> Numbers:
    """`known(a="3.1", b="3.2a")`."""
    numbers = {}
    for sheet, number in sheets.items():
        tab, _, place = number.partition(".")
        found = SheetNumber.parse(int(tab), place)
        assert found
        numbers[sheet] = (found,)
    return Numbers({}, numbers)


def numbered(sheets: str, numbers: Numbers, tab: int = 3) -> dict[str, str]:
    return {sheet: str(number) for sheet, number in number_sheets(tab, sheets.split(), numbers).items()}


def test_a_first_edition_counts_on() -> None:
    assert numbered("a b c", Numbers()) == {"a": "3.1", "b": "3.2", "c": "3.3"}


def test_a_new_sheet_comes_after_its_neighbour_and_moves_no_other() -> None:
    printed = known(a="3.1", b="3.2", d="3.3")
    assert numbered("a b c d", printed) == {"a": "3.1", "b": "3.2", "c": "3.2a", "d": "3.3"}


def test_more_new_sheets_at_one_place_get_the_next_letters() -> None:
    printed = known(a="3.1", b="3.2", e="3.3")
    assert numbered("a b c d e", printed) == {"a": "3.1", "b": "3.2", "c": "3.2a", "d": "3.2b", "e": "3.3"}
    printed = known(a="3.1", b="3.2", d="3.2a", e="3.3")
    assert numbered("a b c d e", printed)["c"] == "3.2b"


def test_a_new_last_sheet_gets_the_next_whole_number() -> None:
    assert numbered("a b", known(a="3.1")) == {"a": "3.1", "b": "3.2"}


def test_a_new_first_sheet_comes_after_the_first_that_is_there() -> None:
    assert numbered("a b c", known(b="3.1", c="3.2")) == {"b": "3.1", "a": "3.1a", "c": "3.2"}


def test_the_number_of_a_sheet_that_is_gone_is_not_given_away() -> None:
    printed = known(a="3.1", gone="3.2", letter="3.1a", c="3.4")
    assert numbered("a b c", printed) == {"a": "3.1", "b": "3.1b", "c": "3.4"}
    assert numbered("a z", printed) == {"a": "3.1", "z": "3.5"}


def test_a_sheet_that_comes_back_gets_its_old_number() -> None:
    assert numbered("a b", known(a="3.1", b="3.2"))["b"] == "3.2"


def test_a_number_behind_another_tab_does_not_count() -> None:
    assert numbered("a b", known(a="3.1", b="5.4")) == {"a": "3.1", "b": "3.2"}


def test_sheets_are_in_the_order_of_their_numbers_whatever_they_are_called_now() -> None:
    assert list(numbered("a b c", known(c="3.1", a="3.10", b="3.9"))) == ["c", "b", "a"]


def test_a_new_theme_gets_the_next_tab_and_leaves_the_others() -> None:
    assert number_tabs(["a", "b"], Numbers()) == {"a": 1, "b": 2}
    assert number_tabs(["new", "b", "a"], Numbers({"a": 1, "b": 2, "gone": 3})) == {"new": 4, "b": 2, "a": 1}


@given(st.integers(1, 99), st.integers(0, 900))
def test_a_number_is_read_back(position: int, later: int) -> None:
    number = SheetNumber(7, position, later)
    assert SheetNumber.parse(7, number.place) == number


def test_letters_go_on_after_z() -> None:
    assert [SheetNumber(1, 2, n).place for n in (0, 1, 26, 27, 28)] == ["2", "2a", "2z", "2aa", "2ab"]
    assert SheetNumber(1, 2, 26) < SheetNumber(1, 2, 27) < SheetNumber(1, 3)


def test_what_is_no_position_has_no_number() -> None:
    assert [SheetNumber.parse(1, text) for text in ("", "a", "2A", "2 a", "-1", "2abcd")] == [None] * 6


@given(st.lists(st.lists(st.sampled_from("abcdefghijkl"), unique=True), max_size=6))
def test_no_number_is_ever_given_twice(binders: list[list[str]]) -> None:
    """Whatever comes and goes, edition after edition."""
    history: dict[str, tuple[SheetNumber, ...]] = {}
    owners: dict[SheetNumber, str] = {}
    for sheets in binders:
        numbers = number_sheets(1, sorted(sheets), Numbers({}, history))
        assert len(set(numbers.values())) == len(sheets)
        for sheet, number in numbers.items():
            assert owners.setdefault(number, sheet) == sheet
            history[sheet] = tuple(dict.fromkeys((number, *history.get(sheet, ()))))
