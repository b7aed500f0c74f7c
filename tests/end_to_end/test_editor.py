"""Staff change the records in the form of /beheer/, in a browser, and the file says what they meant."""

import difflib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.editor import editor_files, local_host
from generator.project import FORM, form_libraries, staff_words, write_files
from generator.reading.nodes import plain
from tests.hostile.texts import TEXTS
from tests.tools.browser import visit
from tests.tools.builds import TODAY, Built, command
from tests.tools.paths import INVENTED, LONG, ROOT, TINY

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
        if process.stdout:
            process.stdout.close()


def choose(page: Page, label: str, option: str) -> None:
    """In a list that opens below its field."""
    page.get_by_label(label, exact=True).click()
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
        page.get_by_label("Naam", exact=True).fill("Verse soep")
        save(page)
        assert changed_lines(before, offers.read_text(encoding="utf-8")) == [
            "-    name: Soep  # warm",
            "+    name: Verse soep  # warm",
        ]

        page.goto(f"{address}#/collections/offers/new")
        page.get_by_label("Naam", exact=True).fill("Koken: voor 'iedereen'")
        page.get_by_label("Samenvatting", exact=True).fill("Je kookt samen.")
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
        assert [address for address in v.strangers if not address.startswith("http://127.0.0.1:")] == []
    code, said = command("check", "--root", str(neighbourhood), "--today", TODAY)
    assert code == 0, said


def asked(port: int, method: str, path: str, host: str, body: str | None = None) -> tuple[int, bytes]:
    """What a server of this computer answers to whoever calls it by that name: status and body."""
    headers = {"Host": host, "Origin": f"http://{host}", "Content-Type": "application/json"}
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()


@pytest.mark.usefixtures("libraries")
def test_a_page_elsewhere_reads_and_saves_nothing(neighbourhood: Path) -> None:
    """It may let its own name lead to this computer, and is then a page of the same origin to its browser."""
    options = {"commitMessage": "x", "useWorkflow": False, "status": "draft"}
    files = {"dataFiles": [{"path": "x.yaml", "slug": "x", "raw": "x"}], "assets": []}
    body = json.dumps({"action": "persistEntry", "params": {"branch": "main", "options": options, **files}})
    with form_of(neighbourhood) as address:
        port = int(address.split(":")[2].partition("/")[0])
        for method in ("GET", "HEAD"):
            assert asked(port, method, "/beheer/config.json", f"elders.example:{port}")[0] == 403
        status, raw = asked(port, "GET", "/beheer/config.json", f"127.0.0.1:{port}")
        assert status == 200
        proxy = urlsplit(json.loads(raw)["settings"]["backend"]["proxy_url"])
        assert proxy.port
        for host in (f"elders.example:{proxy.port}", "127.0.0.1.elders.example", "127.0.0.1"):
            assert until_answered(proxy.port, host, body)[0] == 403
        assert not (neighbourhood / "x.yaml").exists()
        assert until_answered(proxy.port, proxy.netloc, body)[0] == 200
        assert (neighbourhood / "x.yaml").read_text(encoding="utf-8") == "x"


def until_answered(port: int, host: str, body: str) -> tuple[int, bytes]:
    """The server that saves takes a moment to start."""
    for _ in range(300):
        with suppress(ConnectionRefusedError):
            return asked(port, "POST", "/api/v1", host, body)
        time.sleep(0.1)
    raise TimeoutError


@pytest.fixture(scope="module")
def form(libraries: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the form, for Node.js."""
    folder = tmp_path_factory.mktemp("form")
    files = editor_files(local_host(1), libraries, "https://wijk.example/", staff_words())
    write_files(folder, {**files, "package.json": b'{"type": "module"}'})
    return folder


def in_node(script: str, *arguments: str) -> Any:
    path = ROOT / "tests" / "editor" / script
    told = subprocess.run(["node", str(path), *arguments], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def test_every_field_is_changed_without_touching_another(form: Path) -> None:
    """A sample of all changes in a neighbourhood that has every field, and in our own."""
    for each, folder in (("23", INVENTED), ("307", ROOT)):
        found = in_node("changes.mjs", str(form), each, str(folder))
        assert found["wrong"] == []
        assert found["tried"] > 20


@pytest.mark.soak
@pytest.mark.timeout(3_600)
def test_every_change_of_every_record(form: Path) -> None:
    for folder in (INVENTED, LONG, TINY, ROOT):
        assert in_node("changes.mjs", str(form), "3", str(folder))["wrong"] == []


def test_what_would_go_wrong_is_not_saved(form: Path) -> None:
    """Somebody else changed the file meanwhile, the host is silent, a record is half filled in."""
    found = in_node("saving.mjs", str(form))
    assert found["nothing"]
    assert found["together"]
    assert "name: Verse soep  # warm\n    summary: Je eet warme soep.\n" in found["beside"]
    assert found["against"] == "Iemand anders veranderde dit intussen: Naam. Laad de pagina opnieuw."
    assert found["broken"].startswith("In offers.yaml staat een fout op regel ")
    assert found["silent"] == "offers.yaml kan nu niet gelezen worden. Probeer het straks opnieuw."
    assert found["gone"] == "Er is geen fiche soep meer. Laad de pagina opnieuw."
    assert found["half"] == "Vul dit ook in: Nagekeken > Op"
    assert found["taken"] == "Er is al een fiche soep. Kies een andere naam."
    assert found["emptied"] == "Vul dit ook in: Samenvatting"


def test_the_site_has_no_form_unless_it_is_asked_for(built_invented: Built) -> None:
    assert not (built_invented.out / "beheer").exists()
    for path in built_invented.pages():
        assert b"/beheer" not in path.read_bytes(), path
        assert b"decap" not in path.read_bytes(), path


def test_a_hostile_text_is_kept_as_it_was_typed(form: Path, tmp_path: Path) -> None:
    """Tags, quotes, rare line ends and signs of YAML are text, in the file and in the form."""
    more = ("a\u2028b\u2029c\x85d", "- x", "null", "~", "yes", "1712")
    # A byte order mark is no sign of a text.
    texts = [text.replace("\ufeff", "") for text in (*TEXTS, *more) if text.strip()]
    written = tmp_path / "texts.json"
    written.write_text(json.dumps(texts), encoding="utf-8")
    for text, kept in zip(texts, in_node("hostile.mjs", str(form), str(written)), strict=True):
        record = plain(kept["file"])["offers"][0]
        assert kept["name"].split() == kept["description"].split() == text.split()
        assert record["name"].split() == record["description"].split() == text.split()
        assert record["summary"] == "Je eet soep."
