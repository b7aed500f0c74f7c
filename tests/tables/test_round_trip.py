"""What is exported comes back as it was: in an empty folder; and beside what is there it changes nothing."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.shelves import MODELS
from generator.tables.cells import read_cell, write_cell
from generator.tables.columns import TABLES, columns_of
from generator.tables.exporting import cell_example
from generator.tables.rows import filled_columns, placed_records, value_at, written_row
from tests.tables.samples import GETTEXT, bare_copy, records_of, run
from tests.tools.paths import INVENTED, ROOT


@pytest.mark.parametrize("root", [ROOT, INVENTED], ids=["real", "invented"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_all_records_come_back(root: Path, kind: str, tmp_path: Path) -> None:
    full, empty = (bare_copy(root, tmp_path / str(records), records=records) for records in (True, False))
    assert run(full, "export", kind, tmp_path / "table")[0] == 0
    code, said = run(empty, "import", kind, tmp_path / "table")
    assert code == 0, said
    assert records_of(empty) == records_of(full)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_nobody_touched_changes_not_one_byte(invented_copy: Path, kind: str, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in invented_copy.rglob("*.yaml")}
    run(invented_copy, "export", kind, tmp_path / "table")
    code, said = run(invented_copy, "import", kind, tmp_path / "table", "--clear")
    assert (code, "Er is niets veranderd" in said) == (0, True), said
    assert {path: path.read_bytes() for path in invented_copy.rglob("*.yaml")} == before


def test_every_key_of_a_record_has_a_column() -> None:
    for shelf, model in TABLES.items():
        keys = {info.alias or name for name, info in model.model_fields.items()}
        assert {column.path[0] for column in columns_of(shelf)} - {"under"} == keys - {"choices"}
    assert set(MODELS) < set(TABLES)


_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1).filter(
    lambda text: text.strip() == text
)
_LANGUAGES = st.sampled_from(["nl", "fr", "ar", "uk"])
_WORDING = _TEXT | st.dictionaries(_LANGUAGES, _TEXT, min_size=2)
_SPECIAL = st.sampled_from(
    ["=1+1", "+32 56 00 00 00", "-", "@x", "'t is", "{nl: x}", "{gd}", '"a"', "a: b", "# a", "- a", "x, y"]
)


@given(st.lists(_WORDING | _SPECIAL, min_size=1, max_size=4), _WORDING | _SPECIAL)
def test_any_text_comes_back(items: list[object], text: object) -> None:
    columns = {column.path: column for column in columns_of("offers")}
    assert read_cell(write_cell(items, columns[("bring",)]), columns[("bring",)], GETTEXT) == items
    [placed] = placed_records("offers", [{"name": text}])
    filled = [column for column in filled_columns("offers", [placed]) if column.path == ("name",)]
    back = {}
    for column, cell in zip(filled, written_row(placed, filled), strict=True):
        if cell:
            back[column.language or "nl"] = read_cell(cell, column, GETTEXT)
    found = back["nl"] if set(back) == {"nl"} else back
    assert found == text


@given(
    st.lists(
        st.fixed_dictionaries(
            {"text": _WORDING | _SPECIAL}, optional={"from": _TEXT, "dates": st.lists(_TEXT, min_size=1)}
        ),
        min_size=1,
        max_size=3,
    )
)
def test_any_moment_comes_back(moments: list[dict[str, object]]) -> None:
    column = next(column for column in columns_of("offers") if column.path == ("when",))
    assert read_cell(write_cell(moments, column), column, GETTEXT) == moments


@pytest.mark.parametrize("shelf", TABLES)
def test_every_example_is_read_as_it_is_meant(shelf: str) -> None:
    for column in columns_of(shelf):
        typed = column.example(GETTEXT)
        if typed:
            meant = yaml.load(typed, Loader=yaml.CBaseLoader)
            found = read_cell(cell_example(column, GETTEXT), column, GETTEXT)
            assert value_at({column.path[0]: found}, column) is not None or len(column.path) == 2
            assert found == meant or found == [meant] or meant in ([found], ", ".join(map(str, [found])))
