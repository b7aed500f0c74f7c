"""The form has every field of every record, and its page lets nobody else in."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.build import form_files
from generator.editor import Host, editor_files, host_of, local_host
from generator.editor.shapes import Shape, shape_of
from generator.model.editor import Editor
from generator.problems import Severity
from generator.project import Project, staff_words
from generator.reading.keys import keys_of, models_under
from generator.reading.report import render_problem
from generator.reading.shelves import MODELS
from generator.source import load, read_project
from tests.tools.paths import ROOT, TINY

WORDS = staff_words()
TODAY = date.fromisoformat("2026-11-23")
GITLAB = Editor.model_validate({"backend": "gitlab", "repo": "wijk/gids", "app_id": "0123"})
GITHUB = Editor.model_validate({"backend": "github", "repo": "wijk/gids", "login": "aanmelden.voorbeeld.be"})
FORGEJO = Editor.model_validate(
    {"backend": "codeberg", "repo": "wijk/gids", "app_id": "0123", "host": "https://git.voorbeeld.be/"}
)


def config(host: Host) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(editor_files(host, {}, "https://wijk.example/", WORDS)["config.json"])
    return made


def policy_of(host: Host) -> str:
    page = editor_files(host, {}, "https://wijk.example/", WORDS)["index.html"].decode()
    found = re.search('Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return found[1]


def unlike(shape: Shape, model: type[BaseModel], path: str) -> list[str]:
    """Keys that the model has and the shape lacks, or the other way round."""
    inner = shape.item or shape
    # A fourth step of the finder is not there to be filled in.
    keys = {key for key in keys_of(model) if (model.__name__, key) != ("LastChoice", "choices")}
    wrong = [f"{path}: {key}" for key in keys ^ set(inner.fields)]
    for key, under in models_under(model).items():
        if key in inner.fields:
            wrong += unlike(inner.fields[key], under, f"{path}/{key}")
    return wrong


@pytest.mark.parametrize("shelf", MODELS)
def test_every_field_of_a_record_is_in_the_form(shelf: str) -> None:
    assert unlike(shape_of(shelf, MODELS[shelf], WORDS), MODELS[shelf], shelf) == []


def test_what_one_chooses_is_called_by_dutch_words() -> None:
    offers = next(
        each for each in config(local_host(1))["settings"]["collections"] if each["name"] == "offers"
    )
    fields = {field["name"]: field for field in offers["fields"]}
    kinds = {option["value"]: option["label"] for option in fields["kind"]["options"]}
    assert kinds == {"activity": "Activiteit", "service": "Dienst", "feast": "Feest"}
    days = next(field for field in fields["when"]["fields"] if field["name"] == "on")["options"]
    assert {"value": "first thursday", "label": "eerste donderdag van de maand"} in days
    assert fields["place"]["widget"] == "relation"
    assert fields["place"]["collection"] == "places"
    assert fields["name"]["required"]
    assert not fields["price"]["required"]


@pytest.mark.parametrize(
    ("editor", "kind", "settings", "address"),
    [
        (GITHUB, "github", {"base_url": "https://aanmelden.voorbeeld.be"}, "https://api.github.com"),
        (GITLAB, "gitlab", {"auth_type": "pkce", "app_id": "0123"}, "https://gitlab.com"),
        (FORGEJO, "forgejo", {"api_root": "https://git.voorbeeld.be/api/v1"}, "https://git.voorbeeld.be"),
    ],
    ids=["github", "gitlab", "forgejo"],
)
def test_the_page_talks_to_the_git_host_alone(
    editor: Editor, kind: str, settings: dict[str, str], address: str
) -> None:
    host = host_of(editor)
    made = config(host)
    assert made["host"] == kind
    assert {"repo": "wijk/gids", "branch": "main", **settings}.items() <= made["settings"]["backend"].items()
    policy = policy_of(host)
    assert "default-src 'none'" in policy
    hosts = set(re.findall(r"https?://[^\s;]+", policy))
    assert hosts <= {address, "https://avatars.githubusercontent.com"}
    assert f"connect-src 'self' blob: {address};" in policy


def with_editor(folder: Path, editor: str) -> Project:
    for name in ("offers.yaml", "socialmap.yaml", "mkdocs.yml"):
        (folder / name).write_bytes((TINY / name).read_bytes())
    text = (folder / "socialmap.yaml").read_text(encoding="utf-8")
    with_it = text.replace("neighbourhood:\n", f"neighbourhood:\n  editor: {editor}\n", 1)
    (folder / "socialmap.yaml").write_text(with_it, encoding="utf-8")
    return Project(folder)


def test_the_build_takes_the_form_in_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.project.form_libraries", lambda: {"decap-cms.js": b""})
    asked = load(with_editor(tmp_path, "{backend: gitlab, repo: wijk/gids, app_id: abc}"), TODAY)
    said: list[str] = []
    assert {"index.html", "config.json", "start.js", "decap-cms.js"} <= set(form_files(asked, said.append))
    assert form_files(load(Project(TINY), TODAY), said.append) == {}
    assert said == []
    monkeypatch.setattr("generator.project.form_libraries", lambda: None)
    assert form_files(asked, said.append) == {}
    assert "make beheer" in said[0]


@pytest.mark.parametrize(
    ("editor", "message"),
    [
        ("{backend: github, repo: wijk/gids}", "heeft het formulier ook login nodig"),
        ("{backend: forgejo, repo: wijk/gids, app_id: abc}", "heeft het formulier ook host nodig"),
        ("{backend: gitlab, repo: gids, app_id: abc}", "eigenaar/project"),
        ("{backend: gitlap, repo: wijk/gids, app_id: abc}", "gitlab"),
    ],
)
def test_a_mistake_in_the_settings_says_what_to_write(tmp_path: Path, editor: str, message: str) -> None:
    problems = read_project(with_editor(tmp_path, editor), TODAY).problems
    errors = [render_problem(each, WORDS) for each in problems if each.severity is Severity.ERROR]
    assert len(errors) == 1
    assert message in errors[0]
    assert "socialmap.yaml" in errors[0]


def test_the_lock_names_no_registry_and_has_every_hash() -> None:
    text = (ROOT / "generator" / "editor" / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: each for name, each in json.loads(text)["packages"].items() if name}
    assert "resolved" not in text
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
