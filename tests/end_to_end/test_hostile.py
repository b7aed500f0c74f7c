"""Nothing from a record runs: every text of every record tries to, in every form in which it is published."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Dialog

from tests.hostile.looking import LOOKS, files_with_texts, in_pdf, on_paper
from tests.hostile.neighbourhood import TRANSLATED, Hostile, write_hostile_neighbourhood
from tests.hostile.texts import changed_in, marks_in
from tests.tools.browser import served, visit
from tests.tools.builds import TODAY, command_here
from tests.tools.forked import Build

PRIVATE = ("internal", "checked.by", "checked.how", "source.lines")
"""What staff keep for themselves."""
_TEXT_OF_PAGE = """() => {
  const page = document.body.cloneNode(true);
  page.querySelectorAll("script").forEach(script => script.remove());
  return page.textContent;
}"""
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Attacked:
    hostile: Hostile
    out: Path

    def looked_at(self) -> list[str]:
        """An address of each kind of page in Dutch, and the French ones of records."""
        found = {}
        for page in sorted(self.out.rglob("index.html")):
            address = page.parent.relative_to(self.out).as_posix().replace(".", "", 1)
            parts = address.split("/")
            is_record = (
                parts[0] in ("aanbod", "sociale-kaart", "plaatsen", "wegwijzer", "Q") and len(parts) > 1
            )
            found[address if is_record and parts[0] != "Q" else (parts[0], len(parts))] = address
        return [
            f"{address}/" if address else "" for address in found.values() if not address.startswith("fr/")
        ]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    folder = tmp_path_factory.mktemp("vijandig")
    hostile = write_hostile_neighbourhood(folder / "wijk")
    before = sorted(path.name for path in folder.iterdir())
    ended = Build(hostile.root, folder / "site").end()
    assert ended.code == 0, ended.said
    assert sorted(path.name for path in folder.iterdir()) == sorted([*before, "site"])
    return Attacked(hostile, folder / "site")


def test_every_file_tells_the_texts_as_they_were_typed(attacked: Attacked) -> None:
    """Pages, their attributes and JSON-LD, JSON, XML, SVG, calendars and tables, as other programs do."""
    wrong, seen = [], set[int]()
    for path in files_with_texts(attacked.out):
        texts, ran = LOOKS[path.suffix](path.read_bytes())
        changed = [change for text in texts for change in changed_in(text)]
        wrong += [f"{path.relative_to(attacked.out)}: {each}" for each in (*ran, *changed)]
        seen |= {number for text in texts for number in marks_in(text)}
    assert wrong == []
    shown = {attacked.hostile.fields[number] for number in seen}
    assert [field for field in shown if field.endswith("internal")] == []
    for field in (
        "offers.name",
        "offers.price.note",
        "organisations.referral",
        "places.address",
        "themes.name",
    ):
        assert field in shown, "the texts are not looked at"
    assert len([field for field in shown if field.startswith(TRANSLATED)]) > 8
    hidden = {field for field in attacked.hostile.fields if field.endswith(PRIVATE)}
    assert len(shown) > 0.6 * len(set(attacked.hostile.fields) - hidden)


def test_no_file_has_a_name_out_of_a_text(attacked: Attacked) -> None:
    for path in attacked.out.rglob("*"):
        assert all(map(_NAME.fullmatch, path.relative_to(attacked.out).parts)), path
    assert [path for path in ("/tmp/buiten", "/tmp/blns.fail") if Path(path).exists()] == []


def test_nothing_happens_in_a_browser(attacked: Attacked, browser: Browser) -> None:
    """No dialog, no other host, no error in the console (so nothing that the policy had to stop)."""
    with served(attacked.out) as home, visit(browser, home) as looking:
        dialogs: list[str] = []

        def close(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        looking.page.on("dialog", close)
        seen = set[int]()
        for address in attacked.looked_at():
            looking.open(address)
            text = looking.page.evaluate(_TEXT_OF_PAGE)
            assert changed_in(text) == [], address
            assert (dialogs, looking.complaints, looking.strangers) == ([], [], []), address
            seen |= marks_in(text)
        assert len(seen) > 60
        looking.open("")
        looking.page.locator("[data-open-search]").first.click()
        looking.page.locator("dialog[open] input").fill("VIJAND")
        looking.page.locator("dialog[open] a.hit").first.wait_for()
        assert changed_in(looking.page.evaluate(_TEXT_OF_PAGE)) == []
        assert (dialogs, looking.complaints, looking.strangers) == ([], [], [])


def test_paper_is_only_paper(attacked: Attacked) -> None:
    """Titles, bookmarks and words for who cannot see tell the texts; no PDF runs or opens anything."""
    sheets = sorted(attacked.out.rglob("*.pdf"))
    assert sheets
    for path in sheets:
        texts, wrong = in_pdf(path)
        assert wrong == [], path
        assert [change for text in texts for change in changed_in(text, as_printed=True)] == [], path
    flyer = on_paper(attacked.out / "print" / "flyers" / "breiclub.pdf")
    assert marks_in(flyer)
    assert changed_in(flyer, as_printed=True) == []


def test_a_table_has_texts_and_no_formulas(attacked: Attacked, tmp_path: Path) -> None:
    """What staff open in a spreadsheet; that it comes back unharmed, tests/tables/ shows."""
    root = shutil.copytree(attacked.hostile.root, tmp_path / "wijk")
    code, said = command_here("export", "xlsx", "--root", str(root), "--today", TODAY)
    assert code == 0, said
    (table,) = root.glob("*.xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(table) for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    texts = [str(cell.value) for cell in cells if cell.value]
    assert len({number for text in texts for number in marks_in(text)}) > 100
