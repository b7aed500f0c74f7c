"""A wrong value in any field of any record, all at once: the right lines, and words that fit the field."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from generator.model.records import Neighbourhood
from generator.problems import Problem
from generator.reading.keys import keys_of, models_under
from generator.reading.report import render_problem
from generator.reading.shelves import MODELS
from generator.reading.sources import FLYERS_FILE
from tests.reading.samples import ENGLISH, FLYERS, OFFERS, SOCIALMAP, errors, read

INNER: dict[str, dict[str, Any]] = {
    "Inclusion": {"id": "regio", "from": "guide.json", "organisations": "all", "helplines": "all"},
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

ODD = "§§§"
WRONG: dict[str, Any] = {
    "a list in a list": [["a"]],
    "a mapping": {"zz": ["a"]},
    "a mapping of keys": {"naam": "a", "prijs": "b"},
    "odd signs": ODD,
}

Keys = tuple[str, ...]


def fields_of(model: type[BaseModel], chain: Keys = ()) -> Iterator[tuple[Keys, str, type[BaseModel]]]:
    """Every field of a record and of the records in it: the way there, the key, the kind."""
    for key in keys_of(model):
        yield chain, key, model
    for key, inner in models_under(model).items():
        yield from fields_of(inner, (*chain, key))


RECORDS: dict[str, type[BaseModel]] = {**MODELS, "neighbourhood": Neighbourhood}


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
RECORDS_OF = {name: yaml.load(text, yaml.CBaseLoader) for name, text in FILES.items()}


def file_of(shelf: str) -> str:
    """The name of the file that has this list."""
    return {"offers": "offers.yaml", "flyers": FLYERS_FILE}.get(shelf, "socialmap.yaml")


Row = tuple[Keys, str, type[BaseModel]]
"""One field of a record: the way there, its key, the kind of record that it stands in."""


@dataclass(frozen=True)
class Spoiled:
    """Files in which each of some fields is wrong, every one in a record of its own."""

    texts: list[str]
    lines: list[tuple[int, int]]
    """The first and last line of each of these fields."""


def spoil(shelf: str, rows: Sequence[Row], wrong: Any) -> Spoiled:
    """All files, with a copy of the first record for each field, spoiled there."""
    files = deepcopy(RECORDS_OF)
    file = files[file_of(shelf)]
    paths: list[list[Any]] = []
    for chain, key, _model in rows:
        if shelf == "neighbourhood":
            record = file[shelf]
            path: list[Any] = [shelf]
        else:
            path = [shelf, len(file[shelf])]
            record = deepcopy(file[shelf][0])
            file[shelf].append(record)
            _tell_apart(record, len(file[shelf]))
        model = RECORDS[shelf]
        for step in chain:
            model = models_under(model)[step]
            record[step] = deepcopy(INNER[model.__name__])
            record = record[step]
            if shelf != "neighbourhood":
                _tell_apart(record, len(file[shelf]))
        # An id that is wrong must not be one that another record has too.
        record[key] = f"{wrong}{len(paths)}{wrong}" if wrong == ODD else deepcopy(wrong)
        paths.append([*path, *chain, key])
    texts = {
        name: yaml.dump(each, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
        for name, each in files.items()
    }
    whole = yaml.compose(texts[file_of(shelf)], yaml.CBaseLoader)
    return Spoiled([*texts.values()], [_lines(whole, path) for path in paths])


def _tell_apart(record: Any, copy: int) -> None:
    """Gives a copy of a record, and what is in it, ids and a number of their own."""
    match record:
        case dict():
            if "id" in record:
                record["id"] += f"-{copy}"
            if record.get("number") == "1":
                record["number"] = str(copy)
            for inner in record.values():
                _tell_apart(inner, copy)
        case list():
            for inner in record:
                _tell_apart(inner, copy)


def _lines(node: yaml.Node | None, path: Sequence[Any]) -> tuple[int, int]:
    """The first and last line of what is at a path."""
    for step in path:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[step]
        else:
            assert isinstance(node, yaml.MappingNode)
            above, node = next((k, v) for k, v in node.value if k.value == step)
    assert node is not None
    return above.start_mark.line + 1, node.end_mark.line + 1


def together(shelf: str) -> Iterator[list[Row]]:
    """The fields that can be wrong at once: one for each record; of the neighbourhood there is only one."""
    rows: list[Row] = list(fields_of(RECORDS[shelf]))
    if shelf == "neighbourhood":
        yield from ([row] for row in rows)
    else:
        yield rows


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("shelf", RECORDS)
def test_wrong_values(shelf: str, kind: str) -> None:
    """As many mistakes in a file as its records have fields: each named, at its line, and nothing else."""
    for rows in together(shelf):
        spoiled = spoil(shelf, rows, WRONG[kind])
        found = errors(read(*spoiled.texts))
        shown = "\n".join(render_problem(problem, ENGLISH) for problem in found)
        assert "does not fit" not in shown
        for (chain, key, model), (first, last) in zip(rows, spoiled.lines, strict=True):
            here = [p for p in found if p.file == file_of(shelf) and first <= p.line <= last]
            found = [p for p in found if p not in here]
            name = ".".join((shelf, *chain, key))
            assert here or (kind == "odd signs" and is_free_text(model, key)), f"{name}:\n{shown}"
        assert found == [], shown


@pytest.mark.parametrize("shelf", RECORDS)
def test_fields_left_empty(shelf: str) -> None:
    """An empty field is no mistake, or one at its own line."""
    for rows in together(shelf):
        spoiled = spoil(shelf, rows, "")
        found = [p for p in errors(read(*spoiled.texts)) if not _is_what_follows(p)]
        for first, last in spoiled.lines:
            here = [p for p in found if first <= p.line <= last]
            assert len(here) <= 1
            found = [p for p in found if p not in here]
        assert found == [], "\n".join(render_problem(problem, ENGLISH) for problem in found)


def _is_what_follows(problem: Problem) -> bool:
    """A reference to the id that was left empty; a question without the themes that it led to; a form without
    the number by which its host knows it; a guide that nobody fetched."""
    said = ("There is no", "leads nowhere", "the form also needs", "was not fetched yet")
    return any(text in problem.message for text in said)


def test_every_kind_of_record_is_here() -> None:
    kinds = {model.__name__ for shelf in RECORDS for rows in together(shelf) for _, _, model in rows}
    assert kinds >= set(INNER)
