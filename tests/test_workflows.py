"""What continuous integration does on each change: only what anybody can do with make, with few rights."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tools.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAY_WRITE = {"publish": {"pages", "id-token"}, "review": {"issues"}, "sbom": {"contents"}}
"""Job -> what it may write."""
WITH_TOKEN = ("gh issue create ", 'gh release upload "$TAG" ')
"""What is no target of make: it asks the rights of the job."""


def read(path: Path) -> Any:
    # BaseLoader: "on" is a word here, not a truth.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def targets() -> set[str]:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert found
    return set(found[1].split())


def made(command: str) -> set[str]:
    """The targets that a line calls."""
    words = [word for word in command.split()[1:] if not word.startswith("-") and "=" not in word]
    return set(words) or {"all"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_step_on_github_calls_make_or_a_known_action(path: Path) -> None:
    for name, job in read(path)["jobs"].items():
        for step in job["steps"]:
            command = step.get("run", "")
            if command.startswith("make"):
                assert made(command) <= targets(), f"{name}: {command}"
            elif command:
                assert command.startswith(WITH_TOKEN), f"{name}: {command}"
            else:
                assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"]), f"{name}: {step}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_job_may_write_more_than_it_needs(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        rights = {what for what, right in job.get("permissions", {}).items() if right == "write"}
        assert rights == MAY_WRITE.get(name, set()), name


def test_every_line_on_gitlab_calls_make() -> None:
    jobs = read(ROOT / ".gitlab-ci.yml")
    lines = [line for job in jobs.values() if isinstance(job, dict) for line in job.get("script", ())]
    assert len(lines) == 6
    for line in lines:
        assert line.split()[0] == "make", line
        assert made(line) <= targets(), line


def test_each_supported_python_is_tried_on_both() -> None:
    there = read(ROOT / ".github" / "workflows" / "site.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    here = read(ROOT / ".gitlab-ci.yml")["test"]["parallel"]["matrix"][0]["PYTHON"]
    assert there == here == ["3.11", "3.12", "3.13", "3.14"]


def test_the_site_is_built_and_published_each_night() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "site.yml")
    assert workflow["on"]["schedule"]
    for job in ("check", "build", "publish"):
        assert "schedule" not in workflow["jobs"][job].get("if", "")


def test_what_we_lean_on_is_looked_at_each_month_and_whenever_it_changes() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "audit.yml")
    here = read(ROOT / ".gitlab-ci.yml")["audit"]["rules"]
    assert re.fullmatch(r"\d+ \d+ 1 \* \*", workflow["on"]["schedule"][0]["cron"])
    assert any("schedule" in rule["if"] for rule in here)
    changes = next(rule["changes"] for rule in here if "changes" in rule)
    for patterns in (workflow["on"]["pull_request"]["paths"], changes):
        assert "pyproject.toml" in patterns
        assert {"**.lock", "**/*.lock"} & set(patterns), "any lock, wherever it is"


def test_a_release_has_the_list_of_its_packages() -> None:
    workflow = read(ROOT / ".github" / "workflows" / "audit.yml")
    steps = [step.get("run", "") for step in workflow["jobs"]["sbom"]["steps"]]
    assert workflow["on"]["release"]["types"] == ["published"]
    made_file = re.search(r"^sbom:.*?--output-file (\S+)$", (ROOT / "Makefile").read_text(), re.M | re.S)
    assert made_file
    assert steps[-2] == "make sbom"
    assert made_file[1] in steps[-1]
    here = read(ROOT / ".gitlab-ci.yml")["sbom"]
    assert here["rules"] == [{"if": "$CI_COMMIT_TAG"}]
    assert here["artifacts"]["paths"] == [made_file[1]]


def test_what_a_page_of_theirs_shows_is_no_markup() -> None:
    """A text of a record may come in an issue: indented, it can neither call somebody nor be a heading."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = re.search(r"\t(tr .*?) < \$\(VENV\)/said (\| sed '.*?') >> \"\$\(SUMMARY\)\"", makefile)
    assert found
    said = b"Zita:\n```\n\n# Kop @iemand\r~~~\n"
    shown = subprocess.run(
        ["sh", "-c", f"{found[1]} {found[2]}"], input=said, stdout=subprocess.PIPE, check=True
    )
    assert re.split(rb"[\r\n]", shown.stdout) == [
        b"    Zita:", b"    ```", b"    ", b"    # Kop @iemand ~~~", b"",
    ]  # fmt: skip


def test_what_is_published_has_the_form_where_it_is_asked_for() -> None:
    """`make publish` fetches the form only if the neighbourhood has an editor."""
    jobs = read(ROOT / ".github" / "workflows" / "site.yml")["jobs"]
    assert "make publish" in [step.get("run") for step in jobs["build"]["steps"]]
    assert read(ROOT / ".gitlab-ci.yml")["pages"]["script"] == ["make publish"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = re.search(r"grep -q '(.*)' socialmap.yaml \|\| \$\(MAKE\) .* form", makefile)
    assert found
    asked = re.compile(found[1], re.MULTILINE)
    assert asked.search("neighbourhood:\n  name: Wijk\n  editor: {backend: gitlab}\n")
    assert not asked.search("neighbourhood:\n  # editor: {backend: gitlab}\n")
