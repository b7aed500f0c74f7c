"""What continuous integration does on each change: only what anybody can do with make, with few rights."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tools.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAY_WRITE = {"publish": {"pages", "id-token"}, "review": {"issues"}}
"""Job -> what it may write."""


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
                assert command.startswith("gh issue create "), f"{name}: {command}"
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
    assert len(lines) == 4
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
