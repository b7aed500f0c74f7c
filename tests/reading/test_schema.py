"""The schema for editors takes what the reader takes, and refuses what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.commands.editors import FOLDER, editor_files
from generator.project import staff_words
from generator.reading.schema import flyers_schema, offers_schema, socialmap_schema
from generator.reading.shelves import MODELS
from generator.reading.snippets import snippets
from generator.reading.sources import FLYERS_FILE
from tests.reading.test_every_field import FILES, RECORDS, WRONG, file_of, is_free_text, spoil, together
from tests.tools.paths import INVENTED, LONG, ROOT, TINY

GETTEXT = staff_words().gettext
SCHEMAS = {
    "offers.yaml": offers_schema(GETTEXT),
    "socialmap.yaml": socialmap_schema(GETTEXT),
    FLYERS_FILE: flyers_schema(GETTEXT),
}
VALIDATORS = {file: Draft202012Validator(schema) for file, schema in SCHEMAS.items()}
ALL = [(shelf, *row) for shelf in RECORDS for rows in together(shelf) for row in rows]
KNOWN_TO_THE_READER_ONLY = {"pictogram", "ask"}
"""A name that is no pictogram of ours; a question after which there is nothing to choose."""


class Loader(yaml.CBaseLoader):
    """As editors read: YAML 1.2, where 9:30 is a text, 9.30 a number and no a text."""


for _tag, _pattern in {"int": r"[-+]?\d+$", "float": r"[-+]?\d*\.\d+$", "bool": r"(true|false)$"}.items():
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), None)
    Loader.add_constructor(
        f"tag:yaml.org,2002:{_tag}",
        lambda loader, node: json.loads(re.sub(r"^\+?(-?)0*(?=\d)", r"\1", node.value)),
    )


def complaints(file: str, text: str) -> list[str]:
    data = yaml.load(text, Loader)
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:80]}"
        for error in VALIDATORS[file].iter_errors(data)
    ]


@pytest.mark.parametrize("file", SCHEMAS)
def test_the_schema_is_one(file: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[file])


@pytest.mark.parametrize("folder", [ROOT, INVENTED, TINY, LONG], ids=lambda folder: folder.name)
@pytest.mark.parametrize("file", SCHEMAS)
def test_good_files_are_good(folder: Path, file: str) -> None:
    if file == FLYERS_FILE and folder != INVENTED:
        return  # there are none
    assert complaints(file, (folder / file).read_text(encoding="utf-8")) == []


def is_judged_alike(field: tuple[Any, ...], wrong: str) -> bool:
    """Whether the schema refuses a wrong value as the reader does (see test_every_field.py)."""
    shelf, chain, key, model = field
    if key in KNOWN_TO_THE_READER_ONLY:
        return True
    texts = spoil(shelf, [(chain, key, model)], WRONG[wrong]).texts
    file = file_of(shelf)
    return bool(complaints(file, texts[list(FILES).index(file)])) != (
        wrong == "odd signs" and is_free_text(model, key)
    )


def test_what_the_reader_refuses_the_schema_refuses() -> None:
    """A sample of the fields, with one kind of wrong value in each."""
    kinds = list(WRONG)
    assert [f for n, f in enumerate(ALL[::5]) if not is_judged_alike(f, kinds[n % len(kinds)])] == []


@pytest.mark.soak
@pytest.mark.parametrize("wrong", WRONG)
def test_every_wrong_value_is_refused(wrong: str) -> None:
    assert [field for field in ALL if not is_judged_alike(field, wrong)] == []


def test_every_key_is_explained_with_an_example() -> None:
    for schema in SCHEMAS.values():
        for name, record in schema["$defs"].items():
            for key, field in record["properties"].items():
                assert field.get("title"), f"{name}.{key}"
                assert field.get("description"), f"{name}.{key}"


def test_a_snippet_is_a_good_record() -> None:
    """Filled in as it stands there."""
    for shelf, snippet in zip(MODELS, snippets(GETTEXT).values(), strict=True):
        text = "\n".join(snippet["body"])
        filled = re.sub(r"\$\{\d+:((?:\\\}|[^}])*)\}", lambda found: found[1].replace("\\}", "}"), text)
        filled = filled.replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-23")
        file = file_of(shelf)
        record = "\n".join(f"  {line}" for line in filled.splitlines())
        found = [
            c
            for c in complaints(file, f"{shelf}:\n{record}\n")
            if "is a required property" not in c or "/" in c
        ]
        assert found == [], shelf


def test_the_files_in_the_repository_are_those_of_today() -> None:
    """`python -m generator schema` makes them again."""
    for name, data in editor_files().items():
        assert (ROOT / FOLDER / name).read_bytes() == data, name


def test_both_files_name_their_schema() -> None:
    for file in ("offers", "socialmap"):
        first = (ROOT / f"{file}.yaml").read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={FOLDER}/{file}.schema.json"
