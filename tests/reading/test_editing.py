"""A file is changed where it is asked, and stays the same to the byte everywhere else."""

from collections.abc import Iterator
from itertools import permutations
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.editing import EditError, Editing, append_record, remove_key, set_value
from generator.reading.files import read_tree
from generator.reading.marks import Path
from generator.reading.nodes import as_read
from generator.reading.traps import CONTROL
from generator.reading.writing import Style, Value, entry
from tests.reading.samples import ENGLISH, OFFERS, SOCIALMAP
from tests.tools.paths import INVENTED, ROOT

FILES = {
    f"{folder.name}/{name}": (folder / name).read_text(encoding="utf-8")
    for folder in (ROOT, INVENTED)
    for name in ("offers.yaml", "socialmap.yaml")
}
TEA: dict[str, Value] = {"id": "thee", "name": "'t Theehuis: elke dag", "checked": {"on": "2026-11-23"}}
TEA_LINES = """\
  - id: thee
    name: "'t Theehuis: elke dag"
    checked: {on: 2026-11-23}
"""


def data(text: str) -> Any:
    return yaml.load(text.removeprefix("\ufeff"), Loader=yaml.CBaseLoader)


def inserted(before: str, after: str) -> str:
    """What was put in between; fails if anything else changed."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    end = start + len(after) - len(before)
    assert before == after[:start] + after[end:]
    return after[start:end]


# A new record


@pytest.mark.parametrize("file", FILES)
def test_a_new_record_in_any_list_of_the_real_files_touches_nothing(file: str) -> None:
    text = FILES[file]
    for shelf, records in data(text).items():
        if isinstance(records, list):
            changed = append_record(text, shelf, TEA)
            new = inserted(text, changed)
            assert new.strip("\n") == TEA_LINES.strip("\n")
            assert data(changed)[shelf] == [*records, TEA]


def test_a_new_record_stands_above_the_remarks_of_the_next_list() -> None:
    text = "places:\n  - id: huis\n    name: Huis\n    # nog na te kijken\n\n# De werkers\n\ncontacts: []\n"
    wanted = text.replace("na te kijken\n", "na te kijken\n\n" + TEA_LINES)
    assert append_record(text, "places", TEA) == wanted


def test_a_new_record_below_another_one() -> None:
    text = "places:\n  - id: huis\n    name: Huis\n\n  # Gestopt\n\n  - id: park\n    name: Park\n"
    wanted = text.replace("name: Huis\n", f"name: Huis\n\n{TEA_LINES}")
    assert append_record(text, "places", TEA, after="huis") == wanted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("places:\n", f"places:\n{TEA_LINES}"),
        ("places: []  # nog geen\n", f"places:  # nog geen\n{TEA_LINES}"),
        ("# leeg", f"# leeg\n\nplaces:\n{TEA_LINES}".rstrip("\n")),
        ("", f"places:\n{TEA_LINES}"),
        ("contacts: []\n", f"contacts: []\n\nplaces:\n{TEA_LINES}"),
        (
            "places: [{id: huis}]\n",
            "places: [{id: huis, }]\n".replace(
                ", }", '}, {id: thee, name: "\'t Theehuis: elke dag", checked: {on: 2026-11-23}}'
            ),
        ),
    ],
)
def test_the_first_record_of_a_list(before: str, after: str) -> None:
    changed = append_record(before, "places", TEA)
    assert changed == after


@pytest.mark.parametrize(
    ("before", "new"),
    [
        (
            "offers:\n- id: soep\n  when:\n  - on: friday\n- id: koffie\n",
            "- id: thee\n  when:\n  - on: monday\n    from: 9:30\n    until: 10:30\n    since: 2026-01-01\n",
        ),
        (
            "offers:\n    -   id: soep\n        price:\n            note: x\n",
            "\n    -   id: thee\n        when:\n          - on: monday\n            from: 9:30\n"
            "            until: 10:30\n            since: 2026-01-01\n",
        ),
    ],
)
def test_a_new_record_is_indented_as_its_neighbours(before: str, new: str) -> None:
    when = [{"on": "monday", "from": "9:30", "until": "10:30", "since": "2026-01-01"}]
    changed = append_record(before, "offers", {"id": "thee", "when": when})
    assert changed == before + new


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_ends_byte_order_mark_and_the_end_of_the_file_stay(ends: str, mark: str, last: str) -> None:
    text = mark + ("places:\n  - id: a\n\n  - id: é\u2028😀" + last).replace("\n", ends)
    changed = append_record(text, "places", TEA)
    lines = (f"\n\n{TEA_LINES}".rstrip("\n") if not last else f"\n{TEA_LINES}").replace("\n", ends)
    assert changed == text + lines
    assert set_value(text, ("places", "a", "id"), "b") == text.replace("id: a", "id: b")


def test_several_new_records_in_one_go_keep_their_order() -> None:
    editing = Editing(OFFERS)
    for name, after in (("a", None), ("b", "soep-in-de-wijk"), ("c", None), ("d", "soep-in-de-wijk")):
        editing.append_record("offers", {"id": name}, after=after)
    editing.append_record("themes", {"id": "een"})
    editing.append_record("themes", {"id": "twee"})
    found = data(editing.text)
    assert [offer["id"] for offer in found["offers"]] == ["soep-in-de-wijk", "b", "d", "breiclub", "a", "c"]
    assert found["themes"] == [{"id": "een"}, {"id": "twee"}]


@pytest.mark.parametrize("end", ["\n", "", "\n# einde\n"])
@pytest.mark.parametrize("dash", ["  - ", "- "])
@pytest.mark.parametrize("calls", [*permutations(range(5))][::7])
def test_whatever_comes_below_the_last_line_goes_where_it_belongs(
    calls: tuple[int, ...], dash: str, end: str
) -> None:
    """Below one line: a key within a record, a key of the record, a record, and lists that are begun."""
    inset = " " * len(dash)
    editing = Editing(f"offers:\n{dash}id: thee\n{inset}when:\n{inset}  on: maandag{end}")
    changes = (
        lambda: editing.set_value(("offers", "thee", "when", "until"), "12u"),
        lambda: editing.set_value(("offers", "thee", "price"), "gratis"),
        lambda: editing.append_record("offers", {"id": "soep"}),
        lambda: editing.append_record("places", {"id": "huis"}),
        lambda: editing.append_record("contacts", {"id": "jan"}),
    )
    for call in calls:
        changes[call]()
    assert data(editing.text) == {
        "offers": [
            {"id": "thee", "when": {"on": "maandag", "until": "12u"}, "price": "gratis"},
            {"id": "soep"},
        ],
        "places": [{"id": "huis"}],
        "contacts": [{"id": "jan"}],
    }


# Another value


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("price",), "free", "    price: 2 # euro\n", "    price: free # euro\n"),
        (("price",), {"amount": "2,50"}, "    price: 2 # euro\n", '    price: {amount: "2,50"} # euro\n'),
        (("name",), "'t Huis", "    name: Thee  # remark\n", '    name: "\'t Huis"  # remark\n'),
        (
            ("description",),
            "Een.\n\nTwee.",
            "    description: x # y\n",
            "    description: | # y\n      Een.\n\n      Twee.\n",
        ),
        (
            ("description",),
            "Kort.",
            "    description: | # y\n      Een.\n\n      Twee.\n\n",
            "    description: Kort. # y\n\n",
        ),
        (
            ("description",),
            "Een.\nTwee.",
            "    description: >-\n      Lang\n      verhaal.\n",
            "    description: |\n      Een.\n      Twee.\n",
        ),
        (
            ("when",),
            {"text": "Soms"},
            "    when: # y\n      - on: friday\n        from: 9:30\n",
            "    when: {text: Soms} # y\n",
        ),
        (
            ("when",),
            [{"on": "monday", "from": "9:30", "until": "11:30", "since": "2026-01-01"}],
            "    when: {text: Soms}   # y\n",
            "    when:   # y\n      - on: monday\n        from: 9:30\n        until: 11:30\n"
            "        since: 2026-01-01\n",
        ),
        (
            ("when", 0, "from"),
            "9:00",
            "    when:\n      on: friday\n      from: 9:30 # y\n",
            "    when:\n      on: friday\n      from: 9:00 # y\n",
        ),
        (
            ("when", 1, "on"),
            "monday",
            "    when:\n      - {on: friday}\n      - {on: x}\n",
            "    when:\n      - {on: friday}\n      - {on: monday}\n",
        ),
        (("when", 0, "from"), "9:00", "    when: [{on: friday}]\n", "    when: [{on: friday, from: 9:00}]\n"),
        (
            ("bring", 1),
            "a: b",
            "    bring:\n      - x\n      - y # z\n",
            '    bring:\n      - x\n      - "a: b" # z\n',
        ),
        (("bring",), ["x", "y, z"], "    bring: [a,\n      b]\n", '    bring: [x, "y, z"]\n'),
        (("flyer", "file"), "soep.pdf", "    flyer: # y\n", "    flyer: {file: soep.pdf} # y\n"),
        (
            ("price", "note"),
            "Soms",
            "    price:\n      amount: 2 # y\n\n      # z\n",
            "    price:\n      amount: 2 # y\n      note: Soms\n\n      # z\n",
        ),
        (
            ("checked", "by"),
            "Jan",
            "    checked: {on: 2026-01-01}\n",
            "    checked: {on: 2026-01-01, by: Jan}\n",
        ),
    ],
)
def test_only_the_value_changes(path: Path, value: Value, old: str, new: str) -> None:
    before, after = "offers:\n  - id: thee\n    kind: activity\n", "\n  # Einde\n  - id: soep\n"
    assert set_value(before + old + after, ("offers", "thee", *path), value) == before + new + after


def test_a_new_key_comes_where_people_write_it() -> None:
    text = (
        "offers:\n  - id: thee\n    name: Thee\n\n    # waar\n    place: huis\n    checked: {on: 2026-01-01}"
    )
    text = set_value(text, ("offers", "thee", "price"), "free")
    text = set_value(text, ("offers", 0, "summary"), "Je drinkt thee.")
    text = set_value(text, ("offers", "thee", "source"), "De buren")
    text = set_value(text, ("offers", "thee", "flyer", "file"), "thee.pdf")
    assert text == (
        "offers:\n  - id: thee\n    name: Thee\n    summary: Je drinkt thee.\n\n    # waar\n    place: huis\n"
        "    price: free\n    flyer: {file: thee.pdf}\n    source: De buren\n    checked: {on: 2026-01-01}"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    price: 2 # x\n    place: y\n", "    place: y\n"),
        ("    price:\n      amount: 2 # x\n\n    # y\n", "\n    # y\n"),
        ("    place: y\n    price: 2", "    place: y"),
        ("    price: |\n      x\n\n", "\n"),
    ],
)
def test_a_key_goes_with_its_value(old: str, new: str) -> None:
    before = "offers:\n  - id: thee\n"
    assert remove_key(before + old, ("offers", "thee", "price")) == before + new


def test_a_key_goes_from_between_braces_and_from_behind_a_dash() -> None:
    text = "places:\n  - {id: a, name: b, number: 1}\n  - name: c\n    id: d\n"
    assert remove_key(text, ("places", "a", "name")) == text.replace("name: b, ", "")
    assert remove_key(text, ("places", "a", "number")) == text.replace(", number: 1", "")
    assert remove_key(text, ("places", "d", "name")) == text.replace("name: c\n    ", "")


@pytest.mark.parametrize(
    "path",
    [
        ("offers", "nee"),
        ("offers", 7, "name"),
        ("offers", "thee", "name", "nl"),
        ("offers", "thee", "when", 1),
    ],
)
def test_what_is_not_there_cannot_be_changed(path: Path) -> None:
    text = "offers:\n  - id: thee\n    name: Thee\n    when: {text: Soms}\n"
    with pytest.raises(EditError):
        set_value(text, path, "x")


def test_a_file_with_mistakes_is_left_alone() -> None:
    with pytest.raises(EditError):
        append_record("offers:\n  - id: [thee\n", "offers", TEA)


def test_two_changes_of_one_value_are_refused() -> None:
    editing = Editing("offers:\n  - id: thee\n    price:\n      note: x\n")
    editing.set_value(("offers", "thee", "price", "note"), "y")
    editing.set_value(("offers", "thee", "price"), "free")
    with pytest.raises(EditError):
        _ = editing.text


# Anything at all


def paths_of(value: Any, path: Path = ()) -> Iterator[Path]:
    """The way to every value that is a text."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths_of(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from paths_of(item, (*path, number))
    elif path:
        yield path


ALL_PATHS = [(file, path) for file, text in FILES.items() for path in paths_of(data(text))]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="ab:-#'\"[]{}|>&*!%@,? =\n\\~€é“”", max_size=40),
    st.text(alphabet="een lange zin met veel woorden. ", min_size=90, max_size=400),
).filter(lambda text: not CONTROL.search(text) and not any("\ud800" <= sign <= "\udfff" for sign in text))
"""Characters that are no text are a mistake, wherever they stand."""
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(("nl", "fr", "on", "text", "a_b")), inner, max_size=4)
    ),
    max_leaves=8,
)


# The real files are read again for each.
@pytest.mark.timeout(3_600)  # 500 of them in `make soak`
@settings(max_examples=settings().max_examples // 10)
@given(st.sampled_from(ALL_PATHS), TEXTS)
def test_any_text_in_any_place_of_the_real_files(place: tuple[str, Path], value: str) -> None:
    """The text says so (`set_value` reads it back), and all other lines are as they were."""
    file, path = place
    old, new = FILES[file].split("\n"), set_value(FILES[file], path, value).split("\n")
    first, last = lines_of(FILES[file], path)
    assert new[:first] == old[:first]
    rest = len(old) - last - 1
    assert new[len(new) - rest :] == old[len(old) - rest :]


def lines_of(text: str, path: Path) -> tuple[int, int]:
    """The numbers (from 0) of the first and last line of a value."""
    node = yaml.compose(text, Loader=yaml.CBaseLoader)
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == part)
        elif isinstance(node, yaml.SequenceNode):
            node = node.value[part]
    assert node is not None
    return node.start_mark.line, node.end_mark.line


@given(VALUES, st.integers(0, 3), st.integers(2, 4))
def test_any_value_reads_back_and_falls_into_no_trap(value: Value, dash: int, step: int) -> None:
    lines = entry("when", value, 4, Style(step=step, dash=dash))
    text = "\n".join(["offers:", "  - id: thee", *lines, "    name: Thee", ""])
    assert as_read(data(text)["offers"][0]["when"]) == as_read(value)
    _tree, findings = read_tree(text.encode(), "offers.yaml", ENGLISH.gettext)
    no_trap = (
        "Nothing stands after this dash.",  # an empty text is nothing, and says so
    )
    assert {problem.message for problem in findings.problems} - {*no_trap} == set()


# The file is read again for each change of each.
@pytest.mark.timeout(3_600)  # 1,250 of them in `make soak`
@settings(max_examples=settings().max_examples // 4)
@given(st.lists(st.tuples(st.sampled_from([*paths_of(data(SOCIALMAP))]), TEXTS), unique_by=lambda c: c[0]))
def test_any_changes_in_one_go(changes: list[tuple[Path, str]]) -> None:
    editing = Editing(SOCIALMAP)
    one_by_one = SOCIALMAP
    for path, value in changes:
        editing.set_value(path, value)
        one_by_one = set_value(one_by_one, path, value)
    assert editing.text == one_by_one
