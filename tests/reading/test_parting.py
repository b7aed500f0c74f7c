"""A file that is read record by record says just what it says as a whole, also after an edit."""

import random
import re
from collections.abc import Iterator

import pytest

from generator.reading import files
from generator.reading.files import read_tree
from generator.reading.marks import Tree
from generator.serving.memory import Memory
from tests.reading.samples import ENGLISH, OFFERS, SOCIALMAP, read
from tests.reading.test_any_damage import damaged, encoded
from tests.tools.paths import INVENTED
from tests.tools.soak import soaked

REAL = {name: (INVENTED / name).read_text(encoding="utf-8") for name in ("offers.yaml", "socialmap.yaml")}


def shuffled(text: str, seed: int) -> str:
    """The text after an ordinary edit: records moved, doubled or deleted, or a value changed."""
    chance = random.Random(seed)
    records = re.split(r"(?m)^(?=  - id: )", text)
    at = chance.randrange(1, len(records))
    match chance.randrange(4):
        case 0:
            records.insert(chance.randrange(1, len(records)), records.pop(at))
        case 1:
            records.insert(at, records[at])
        case 2:
            records[at] = re.sub(r"(?m)^(    \w+:) .*$", r"\1 iets anders", records[at], count=1)
        case _:
            records.insert(at, "  # opmerking\n\n")
    return "".join(records)


def spoiled(text: str, seed: int) -> str:
    return damaged(text, seed) if seed % 3 == 0 else shuffled(text, seed)


def seen(tree: Tree) -> tuple[object, ...]:
    """All that is to be known of a tree."""
    marks = dict(tree.marks())
    lost = {key: ids for key, ids in tree.lost_ids.items() if ids}
    places = {path: (tree.value(path), tree.key(path), tree.empty(path)) for path in [(), *marks]}
    return tree.data, list(_keys(tree.data)), marks, places, lost, tree.damaged


def _keys(value: object) -> Iterator[object]:
    """The order of keys counts too."""
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(item)
    if isinstance(value, dict):
        yield list(value)


def as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "read_by_parts", lambda *_: None)


@pytest.mark.parametrize("name", REAL)
def test_a_file_without_slips_is_read_record_by_record(name: str) -> None:
    tree, _ = read_tree(REAL[name].encode(), name, ENGLISH.gettext, Memory().recall)
    assert len(tree.parts) > 10
    assert all(path not in tree.parts or len(path) == 2 for path, _mark in tree.marks() if len(path) > 1)


@pytest.mark.parametrize("seed", [*range(60), *soaked(*range(60, 4_000))])
def test_record_by_record_or_as_a_whole_is_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    name = ("offers.yaml", "socialmap.yaml")[seed % 2]
    raw = encoded(spoiled((OFFERS, SOCIALMAP)[seed % 2], seed))
    tree, findings = read_tree(raw, name, ENGLISH.gettext, Memory().recall)
    as_a_whole(monkeypatch)
    whole, found = read_tree(raw, name, ENGLISH.gettext, Memory().recall)
    assert seen(tree) == seen(whole)
    assert sorted(findings.problems) == sorted(found.problems)


# Each seed is an hour at the keyboard: six edits one after another.
@pytest.mark.parametrize("seed", [*range(4), *soaked(*range(4, 700))])
def test_what_is_recalled_is_what_a_fresh_reading_says(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, texts = Memory(), dict(REAL)
    history = []
    for edit in range(6):
        name = ("offers.yaml", "socialmap.yaml")[(seed + edit) % 2]
        texts[name] = spoiled(REAL[name] if edit % 3 == 0 else texts[name], 6 * seed + edit)
        sources = [encoded(text) for text in texts.values()]
        memory.begin()
        history.append((sources, read(*sources, icons=(), recall=memory.recall)))
    as_a_whole(monkeypatch)
    for sources, reading in history:
        fresh = read(*sources, icons=())
        assert reading.guide == fresh.guide
        assert [(p, p.excerpt) for p in reading.problems] == [(p, p.excerpt) for p in fresh.problems]
        assert reading.whereabouts.records.keys() == fresh.whereabouts.records.keys()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Breiclub", "name: &a Breiclub"),
        ("offers:\n", "---\noffers:\n"),
        ("  - id: breiclub", " - id: breiclub"),
        ("summary: Samen", "summary: 'Samen"),
        ("  - id: breiclub", "...\n  - id: breiclub"),
        ("offers:\n", "offers:\n\toffers:\n"),
        ("    kind: activity", "    <<: *a"),
        ("  - id: breiclub", "offers:\n  - id: breiclub"),
        ("kind: activity", "kind:"),
        ("  - id: breiclub", "  -\n  - id: breiclub"),
        ("  - id: breiclub", "  # ”\n<<<<<<< HEAD\n  - id: breiclub"),
    ],
)
def test_what_is_odd_is_read_as_before(old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = OFFERS.replace(old, new, 1).encode()
    parted = read_tree(raw, "offers.yaml", ENGLISH.gettext, Memory().recall)
    as_a_whole(monkeypatch)
    whole = read_tree(raw, "offers.yaml", ENGLISH.gettext, Memory().recall)
    assert seen(parted[0]) == seen(whole[0])
    assert sorted(parted[1].problems) == sorted(whole[1].problems)


def test_only_what_changed_is_read_again() -> None:
    memory, made = Memory(), list[object]()

    def recall(recipe, make):  # type: ignore[no-untyped-def]
        def counted():  # type: ignore[no-untyped-def]
            made.append(recipe)
            return make()

        return memory.recall(recipe, counted)

    read(recall=recall)
    made.clear()
    read(OFFERS.replace("name: Soep in de wijk", "# hoger\n    name: Soep"), recall=recall)
    assert [recipe[0] for recipe in made] == ["part", "record"]  # type: ignore[index]
