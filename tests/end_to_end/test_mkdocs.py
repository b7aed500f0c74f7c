"""MkDocs's own command works on a fresh checkout, and keeps the last pages after a mistake."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.builds import bytes_of
from tests.tools.paths import ROOT, TINY
from tests.tools.records import current_offers
from tests.tools.soak import soaked


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that belong to the project, and nothing that was made."""
    folder = tmp_path / "checkout"
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def mkdocs(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["STEKWIJZER_CACHE"] = str(ROOT / ".cache" / "build")  # fonts and codes of the other builds
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("records", [TINY, *soaked(ROOT)], ids=lambda root: root.name)
def test_mkdocs_builds_and_keeps_the_last_good_pages(checkout: Path, records: Path) -> None:
    """With the fewest records; with our own, in all of their languages, in `make soak`."""
    for name in ("offers.yaml", "socialmap.yaml"):
        shutil.copy(records / name, checkout)
    outcome = mkdocs(checkout)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    site = checkout / ".build" / "site"
    assert (site / "index.html").is_file()
    for offer in current_offers(checkout):
        assert (site / "aanbod" / offer["id"] / "index.html").is_file(), offer["id"]

    before = bytes_of(site)
    with (checkout / "offers.yaml").open("a", encoding="utf-8") as file:
        file.write("  - id: Niet goed\n")
    outcome = mkdocs(checkout)
    assert outcome.returncode != 0
    assert "offers.yaml" in outcome.stdout + outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert bytes_of(site) == before
