"""A neighbourhood with a hostile text in every field that takes any text, made out of the models."""

import shutil
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from generator.model.records import Neighbourhood
from generator.project import Project, translation_file
from generator.reading.keys import keys_of, models_under
from generator.reading.po import parse_po, render_po
from generator.reading.shelves import MODELS
from generator.reading.sources import FLYERS_FILE
from generator.translating import update_translations
from tests.hostile.texts import marked
from tests.reading.samples import FLYERS, OFFERS, SOCIALMAP
from tests.reading.test_every_field import INNER, file_of, is_free_text
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED

_CHOSEN = {"pictogram", "id"}
"""Texts that stand for something that exists."""
_MANY = "tuple"
TRANSLATED = "translations/"
"""How the names of fields begin that stand in content/translations/."""


@dataclass
class Hostile:
    """The folder of a neighbourhood, and which field each number stands in: "offers.price.note"."""

    root: Path
    fields: list[str] = field(default_factory=list)

    def text(self, where: str) -> str:
        self.fields.append(where)
        return marked(len(self.fields) - 1)


def write_hostile_neighbourhood(root: Path) -> Hostile:
    """Every record of the sample, with all fields; texts by language where a field may have those."""
    hostile = Hostile(root)
    root.mkdir(parents=True)
    files: dict[str, dict[str, Any]] = {
        name: yaml.load(text, yaml.BaseLoader)
        for name, text in (("offers.yaml", OFFERS), ("socialmap.yaml", SOCIALMAP), (FLYERS_FILE, FLYERS))
    }
    files[FLYERS_FILE]["flyers"][0]["file"] = "koek.png"
    models: dict[str, type[BaseModel]] = {**MODELS, "neighbourhood": Neighbourhood}
    for shelf, model in models.items():
        found = files[file_of(shelf)].get(shelf)
        for record in found if isinstance(found, list) else [found]:
            _fill(record, model, shelf, hostile)
    _open_up(files)
    shutil.copytree(INVENTED / "print" / "flyers", root / "print" / "flyers")
    for name, data in files.items():
        text = yaml.dump(data, sort_keys=False, allow_unicode=True, width=1_000)
        (root / name).write_text(text, encoding="utf-8")
    settings = {"site_name": hostile.text("site_name"), "site_url": "https://voorbeeldwijk.example/"}
    (root / "mkdocs.yml").write_text(yaml.dump(settings), encoding="utf-8")
    _write_texts(hostile)
    _write_translations(hostile)
    return hostile


def _fill(record: Any, model: type[BaseModel], where: str, hostile: Hostile) -> None:
    """Puts a text in each field of a record and of the records in it; makes those that are not there."""
    inner = models_under(model)
    for key in keys_of(model):
        here = f"{where}.{key}"
        if key in inner:
            _fill_inner(record, key, inner[key], here, hostile)
        elif key == "ask" and "choices" not in record:
            continue  # nothing is asked where there is nothing to choose
        elif key not in _CHOSEN and is_free_text(model, key):
            record[key] = _value(model, key, here, hostile)


def _fill_inner(record: Any, key: str, model: type[BaseModel], here: str, hostile: Hostile) -> None:
    if key not in record and key in ("editor", "route", "choices", "include"):
        return
    value = record.setdefault(key, deepcopy(INNER.get(model.__name__, {})))
    if isinstance(value, str):
        value = record[key] = {"title": value} if key == "source" else value
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            _fill(one, model, here, hostile)


def _value(model: type[BaseModel], key: str, here: str, hostile: Hostile) -> Any:
    info = next(info for name, info in model.model_fields.items() if (info.alias or name) == key)
    kind = str(info.annotation)
    text: Any = hostile.text(here)
    # Every other text leaves its French to the translators.
    if "Text" in kind and len(hostile.fields) % 2:
        text = {"nl": text, "fr": hostile.text(f"{here}.fr")}
    return [text] if _MANY in kind else text


def _open_up(files: dict[str, dict[str, Any]]) -> None:
    """What is hidden would not be seen."""
    for record in files["socialmap.yaml"]["places"]:
        record["confidential"] = "no"
    for record in files["socialmap.yaml"]["contacts"]:
        record["publish"] = "yes"


def _write_texts(hostile: Hostile) -> None:
    """The hand-written pages: their front matter is data; their Markdown is the neighbourhood's own."""
    content = hostile.root / "content"
    for name in ("afspraken", "welkom", "nieuwsbrief/2026-12"):
        path = content / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = {key: hostile.text(f"{name}.{key}") for key in ("title", "description")}
        path.write_text(f"---\n{yaml.dump(head)}---\n\nGewone tekst.\n", encoding="utf-8")


def _write_translations(hostile: Hostile) -> None:
    """Into French, of all that the records do not say so themselves: a translator is a stranger too."""
    update_translations(Project(hostile.root), date.fromisoformat(TODAY), "fr")
    path = hostile.root / translation_file("fr")
    entries = parse_po(path.read_text(encoding="utf-8").split("\n"), lambda _line: None)
    path.write_bytes(
        render_po(
            replace(entry, msgstr=hostile.text(f"{TRANSLATED}{entry.context}")) if entry.context else entry
            for entry in entries
        )
    )
