"""A wrong value in any field of any record: the right line, and words that fit the field."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from generator.model.records import Neighbourhood
from generator.reading import render_problem
from generator.reading.flyers import FLYERS_FILE
from generator.reading.keys import keys_of, models_under
from generator.reading.shelves import MODELS
from tests.reading.samples import ENGLISH, FLYERS, OFFERS, SOCIALMAP, errors, read

INNER: dict[str, dict[str, Any]] = {
    "Price": {"amount": "2"},
    "Signup": {"needed": "none"},
    "Route": {"stops": ["wijkhuis", "park"]},
    "Notice": {"text": "Dicht"},
    "Flyer": {"valid_until": "2027-06-30"},
    "Ending": {"on": "2026-01-01"},
    "Schedule": {"text": "Vier keer per jaar"},
    "ExtraDate": {"on": "2026-12-04"},
    "CancelledDate": {"on": "2026-12-04"},
    "OpeningHours": {"on": "monday", "opens": "9:00", "closes": "12:00"},
    "SpecialHours": {"on": "2026-12-24", "opens": "9:00", "closes": "12:00"},
    "Telephone": {"number": "056 00 00 00"},
    "Source": {"title": "Gesprek"},
    "Checked": {"on": "2026-11-01"},
    "ClosedPeriod": {"from": "2026-12-24", "until": "2026-12-31"},
    "Fallback": {"name": "Het wijkhuis"},
    "Choice": {"id": "keuze", "question": "Wat?", "pictogram": "needle", "themes": "gezondheid"},
    "LastChoice": {"id": "laatste", "question": "Wie?", "pictogram": "needle", "themes": "gezondheid"},
    "Editor": {"backend": "gitlab", "repo": "wijk/gids", "app_id": "0123abcd"},
    "Brochure": {"order": "day"},
    "Tally": {"answers": "Advies"},
    "MapArea": {"south_west": "50.84, 3.29", "north_east": "50.87, 3.33"},
}
"""A right record of each kind that stands within another."""

WRONG: dict[str, Any] = {
    "a list in a list": [["a"]],
    "a mapping": {"zz": ["a"]},
    "a mapping of keys": {"naam": "a", "prijs": "b"},
    "odd signs": "§§§",
}

Keys = tuple[str, ...]


def fields_of(model: type[BaseModel], chain: Keys = ()) -> Iterator[tuple[Keys, str, type[BaseModel]]]:
    """Every field of a record and of the records in it: the way there, the key, the kind."""
    for key in keys_of(model):
        yield chain, key, model
    for key, inner in models_under(model).items():
        yield from fields_of(inner, (*chain, key))


RECORDS: dict[str, type[BaseModel]] = {**MODELS, "neighbourhood": Neighbourhood}
ALL = [(shelf, *field) for shelf, model in RECORDS.items() for field in fields_of(model)]


def is_free_text(model: type[BaseModel], key: str) -> bool:
    field = next(f for name, f in model.model_fields.items() if (f.alias or name) == key)
    inner = models_under(model).get(key)
    shorthand = inner is not None and inner.__name__ == "Source"
    return (
        shorthand
        or (field.annotation in (str, str | None) and not field.metadata)
        or field.annotation == tuple[str, ...]
        or "Text" in str(field.annotation)
    )


FILES = {"offers.yaml": OFFERS, "socialmap.yaml": SOCIALMAP, FLYERS_FILE: FLYERS}


def file_of(shelf: str) -> str:
    """The name of the file that has this list."""
    return {"offers": "offers.yaml", "flyers": FLYERS_FILE}.get(shelf, "socialmap.yaml")


def spoiled(shelf: str, chain: Keys, key: str, wrong: Any) -> tuple[list[str], tuple[int, int]]:
    """All files with one field spoiled, and the first and last line of that field."""
    files = {name: yaml.load(text, yaml.BaseLoader) for name, text in FILES.items()}
    file = files[file_of(shelf)]
    record = file[shelf] if shelf == "neighbourhood" else file[shelf][0]
    model = RECORDS[shelf]
    path: list[Any] = [shelf] if shelf == "neighbourhood" else [shelf, 0]
    for step in chain:
        model = models_under(model)[step]
        record[step] = deepcopy(INNER[model.__name__])
        record = record[step]
        path.append(step)
    record[key] = wrong
    texts = {name: yaml.dump(each, sort_keys=False, allow_unicode=True) for name, each in files.items()}
    node = yaml.compose(texts[file_of(shelf)], yaml.BaseLoader)
    for step in (*path, key):
        if isinstance(node, yaml.SequenceNode):
            node = node.value[step]
        else:
            assert isinstance(node, yaml.MappingNode)
            above, node = next((k, v) for k, v in node.value if k.value == step)
    assert node is not None
    return [*texts.values()], (above.start_mark.line + 1, node.end_mark.line + 1)


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize(
    ("shelf", "chain", "key", "model"), ALL, ids=[".".join((row[0], *row[1], row[2])) for row in ALL]
)
def test_a_wrong_value(shelf: str, chain: Keys, key: str, model: type[BaseModel], kind: str) -> None:
    texts, (first, last) = spoiled(shelf, chain, key, WRONG[kind])
    found = errors(read(*texts))
    if kind == "odd signs" and is_free_text(model, key) and not found:
        return
    shown = "\n".join(render_problem(problem, ENGLISH) for problem in found)
    here = [problem for problem in found if problem.file == file_of(shelf) and first <= problem.line <= last]
    assert here, shown
    assert "does not fit" not in shown
    if key != "id":  # an id that is wrong may leave references to it without an end
        assert here == found, shown


@pytest.mark.parametrize(
    ("shelf", "chain", "key", "model"), ALL, ids=[".".join((row[0], *row[1], row[2])) for row in ALL]
)
def test_a_field_left_empty(shelf: str, chain: Keys, key: str, model: type[BaseModel]) -> None:
    """An empty field is no mistake, or one at its own line."""
    texts, (first, last) = spoiled(shelf, chain, key, "")
    found = [problem for problem in errors(read(*texts)) if "There is no" not in problem.message]
    assert len(found) <= 1
    assert all(first <= problem.line <= last for problem in found) or key in (
        "themes",
        "text",
        "on",
        "app_id",
    )


def test_every_kind_of_record_is_here() -> None:
    kinds = {model.__name__ for _, _, _, model in ALL}
    assert kinds >= set(INNER)
