"""Staff change the records in the form of /beheer/, in a browser, and the file says what they meant."""

import difflib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.editor import editor_files, local_host
from generator.project import FORM, form_libraries
from generator.source import staff_words
from tests.tools.browser import visit
from tests.tools.builds import TODAY, Built, command
from tests.tools.paths import INVENTED, ROOT, TINY

PATIENCE_MS = 60_000
"""The form is five megabytes of script; a busy machine is no mistake."""


@pytest.fixture(scope="module")
def libraries() -> dict[str, bytes]:
    """What `make tools` fetched with npm."""
    found = form_libraries()
    if found is None or shutil.which("node") is None:
        pytest.fail(
            f"The form is not in {FORM.parent}: run `make tools`. It needs npm and Node.js; "
            "on Debian: sudo apt-get install npm",
            pytrace=False,
        )
    return found


@pytest.fixture
def neighbourhood(tmp_path: Path) -> Path:
    """The smallest one, with remarks and a second offer that nobody touches."""
    for name in ("offers.yaml", "socialmap.yaml", "mkdocs.yml"):
        shutil.copy(TINY / name, tmp_path)
    offers = tmp_path / "offers.yaml"
    first = "# Bovenaan.\n" + offers.read_text(encoding="utf-8").replace("Soep\n", "Soep  # warm\n", 1)
    second = first.split("offers:\n")[1].replace("id: soep", "id: thee").replace("Soep", "'Thee'", 1)
    offers.write_text(f"{first}\n  # Over thee.\n{second}  # Onderaan.\n", encoding="utf-8")
    return tmp_path


@contextmanager
def form_of(root: Path) -> Iterator[str]:
    """The command `edit`; gives the address of the form."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "edit", "--root", str(root), "--port", "0"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        said = process.stdout.readline()
        address = re.search(r"http://\S+", said)
        assert address, said
        yield address[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def choose(page: Page, label: str, option: str) -> None:
    """In a list that opens below its field."""
    page.get_by_label(label).click()
    page.get_by_role("option", name=option, exact=True).click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("menuitem", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Alles is bewaard")).to_be_visible()


def changed_lines(before: str, after: str) -> list[str]:
    told = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in told if line[:3] not in ("---", "+++") and not line.startswith("@@")]


@pytest.mark.usefixtures("libraries")
def test_an_offer_changed_and_an_offer_added(browser: Browser, neighbourhood: Path) -> None:
    offers = neighbourhood / "offers.yaml"
    before = offers.read_text(encoding="utf-8")
    with (
        form_of(neighbourhood) as address,
        visit(browser, address, viewport={"width": 1280, "height": 900}) as v,
    ):
        page = v.page
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        page.goto(address)
        page.get_by_role("button", name="Aanmelden").click()
        page.get_by_role("link", name="Soep").click()
        page.get_by_label("Naam").fill("Verse soep")
        save(page)
        assert changed_lines(before, offers.read_text(encoding="utf-8")) == [
            "-    name: Soep  # warm",
            "+    name: Verse soep  # warm",
        ]

        page.goto(f"{address}#/collections/offers/new")
        page.get_by_label("Naam").fill("Koken: voor 'iedereen'")
        page.get_by_label("Samenvatting").fill("Je kookt samen.")
        choose(page, "Soort", "Activiteit")
        choose(page, "Functies", "Leren")
        choose(page, "Thema's", "Samen")
        save(page)
        added = changed_lines(before, offers.read_text(encoding="utf-8"))[2:]
        assert added == [
            "+",
            "+  - id: koken-voor-iedereen",
            "+    name: \"Koken: voor 'iedereen'\"",
            "+    summary: Je kookt samen.",
            "+    kind: activity",
            "+    functions: [leren]",
            "+    themes: [samen]",
        ]
        assert v.complaints == []
        saving = {request for request in v.strangers if not request.startswith("http://127.0.0.1:")}
        assert saving == set()
    code, said = command("check", "--root", str(neighbourhood), "--today", TODAY)
    assert code == 0, said


def test_every_field_is_changed_without_touching_another(libraries: dict[str, bytes], tmp_path: Path) -> None:
    """A sample of all changes in a neighbourhood that has every field, and in our own."""
    files = editor_files(local_host(1), libraries, "https://wijk.example/", staff_words())
    for name, data in {**files, "package.json": b'{"type": "module"}'}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(data)
    script = ROOT / "tests" / "editor" / "changes.mjs"
    for each, folder in (("23", INVENTED), ("307", ROOT)):
        told = subprocess.run(
            ["node", str(script), str(tmp_path), each, str(folder)],
            capture_output=True,
            text=True,
            check=True,
        )
        found = json.loads(told.stdout)
        assert found["wrong"] == []
        assert found["tried"] > 20


def test_the_site_has_no_form_unless_it_is_asked_for(built_invented: Built) -> None:
    assert not (built_invented.out / "beheer").exists()
    for path in built_invented.pages():
        assert b"/beheer" not in path.read_bytes(), path
        assert b"decap" not in path.read_bytes(), path
