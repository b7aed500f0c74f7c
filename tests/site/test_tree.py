"""A way out of MkDocs and of Material: other builders make the same site of the same tree."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.project.result_folder import refuse_unfit
from tests.tools.builds import TODAY, command_here
from tests.tools.paths import TINY

WRITTEN = """\
---
title: Welkom & <dag>
---
Een tekst met *nadruk*, {{ haakjes }} en een [link](afspraken.md).
"""
BUILDERS = {
    "properdocs": ("properdocs", "build", "--quiet", "--config-file", "mkdocs.yml"),
    "zensical": ("zensical", "build"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny neighbourhood with pages that somebody wrote, built by us and as a tree."""
    folder = tmp_path_factory.mktemp("tree")
    root = shutil.copytree(TINY, folder / "piepklein")
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / "welkom.md").write_text(WRITTEN, encoding="utf-8")
    (root / "content" / "wie zijn wij, café.md").write_text("Wij.\n", encoding="utf-8")
    (root / "content" / "afspraken.md").write_text("# Afspraken\n\nWees lief.\n", encoding="utf-8")
    for command in (("build", "--only", "site", "--out", "ours"), ("tree", "--out", "tree")):
        *verb, out = command
        code, said = command_here(*verb, str(folder / out), "--root", str(root), "--today", TODAY)
        assert code == 0, said
    return folder


@pytest.mark.parametrize("name", ["ours", "tree"])
def test_either_gives_way_to_a_new_one(folder: Path, name: str) -> None:
    refuse_unfit(folder / name, folder / "piepklein")


@pytest.mark.parametrize("builder", BUILDERS)
def test_another_builder_makes_the_same_pages(folder: Path, builder: str) -> None:
    """The same addresses, and on each the same text: indeed the same bytes."""
    project = shutil.copytree(folder / "tree", folder / builder)
    command = [sys.executable, "-m", *BUILDERS[builder]]
    # Neither hook nor generator is there: what they take is all in the tree.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command,
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    ours, theirs = _pages(folder / "ours"), _pages(project / "site")
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if theirs[name] != ours[name]] == []


def _pages(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }
