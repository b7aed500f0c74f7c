"""The manual for staff, played from top to bottom: a day of somebody who keeps the offer up to date.

Every command in it is run as it stands there, and every example of YAML is typed over the one before it. The
website of a region is made in a folder of its own.
"""

import io
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, chdir, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.fetching import Answer
from tests.partners.files import GOOD
from tests.sharing.region import HELPS, published
from tests.tools.builds import TODAY, command_here
from tests.tools.forked import command
from tests.tools.paths import INVENTED, ROOT
from tests.tools.pdf import Sheet

MANUAL = ROOT / "docs" / "handleiding.md"
REGION = "### Een website voor de hele regio\n"
FILES = ("offers.yaml", "socialmap.yaml", "print/flyers/flyers.yaml")
ANSWERS = {
    "new offer": (
        "Zingen in de zon", "Je zingt samen liedjes uit alle landen.", "activiteit", "ontmoeten", "samen",
        "week", "dinsdag", "14u", "16u", "2026-12-01", "", "",
        "Het Verzinselhuis", "", "gratis", "", "", "ja",
    ),
}  # fmt: skip
"""What the wizard is told."""
CODES = {"links": 2}
"""No website of a neighbourhood that does not exist ever answers."""

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Verzonnen//NL
BEGIN:VEVENT
UID:dansen@verzonnen.example
SUMMARY:Dansen in de regen
DTSTART;TZID=Europe/Brussels:20261201T190000
DTEND;TZID=Europe/Brussels:20261201T210000
END:VEVENT
END:VCALENDAR
"""
"""What a partner publishes."""


@dataclass
class Day:
    """What is left at the end of the day."""

    root: Path
    said: dict[str, str] = field(default_factory=dict)
    """Command -> all that it said."""

    def page(self, address: str) -> str:
        text = (self.root / "site" / address / "index.html").read_text(encoding="utf-8")
        return re.sub(r"<[^>]*>", " ", text).replace("\xa0", " ")


def chapters() -> tuple[str, str]:
    """The manual without the website of a region, and that alone."""
    before, found, rest = MANUAL.read_text(encoding="utf-8").partition(REGION)
    assert found
    region, heading, after = rest.partition("\n## ")
    return before + heading + after, region


def fetched(visitor: object, address: str) -> Answer:
    """What an address of the manual gives: an invented guide, with the records that the manual names."""
    name = address.split("/")[2].removesuffix(".example")
    guide = published()
    text = json.dumps(guide).replace(guide["site"], f"https://{name}.example/")
    for there, here in ((HELPS, "caw"), ("nooit-nagekeken", "vdab"), ("verzinselhuis", "caw-huis")):
        text = text.replace(f'"{there}"', f'"{here}"')
    one = json.loads(text) | {"name": {"nl": name.title()}}
    return Answer(address, json.dumps(one).encode(), "application/json")


def blocks(manual: str) -> Iterator[tuple[str, str]]:
    """Every example: its language and its text."""
    for found in re.finditer(r"^```(\w+)\n(.*?)^```$", manual, re.MULTILINE | re.DOTALL):
        yield found[1], found[2]


def type_over(root: Path, before: str, after: str) -> None:
    """In the one file that has it."""
    for name in FILES:
        text = (root / name).read_text(encoding="utf-8")
        if before in text:
            assert text.count(before) == 1, f"more than once in {name}:\n{before}"
            (root / name).write_text(text.replace(before, after), encoding="utf-8")
            return
    raise AssertionError(f"no file has\n{before}")


def run(day: Day, line: str) -> None:
    """A line of the manual, in the folder of the neighbourhood."""
    program, *arguments = shlex.split(line)
    if program == "make":
        assert re.search(rf"^{arguments[0]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return
    assert (program, *arguments[:2]) == (".venv/bin/python", "-m", "generator"), line
    verb = " ".join(arguments[2:])
    typed = io.StringIO("".join(f"{answer}\n" for answer in ANSWERS.get(verb, ())))
    if verb == "build":  # MkDocs wants a process of its own
        code, said = command(*arguments[2:], "--today", TODAY, folder=day.root)
    else:
        asked: AbstractContextManager[object] = nullcontext()
        if verb == "fetch":
            asked = patch("generator.fetching.Visitor.fetch", fetched)
        with chdir(day.root), patch("sys.stdin", typed), asked:
            code, said = command_here(*arguments[2:], "--today", TODAY)
    assert code == CODES.get(verb, 0), f"{line}\n{said}"
    day.said[verb] = said


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    root = tmp_path_factory.mktemp("day") / "voorbeeldwijk"
    shutil.copytree(INVENTED, root)
    (root / "partner.ics").write_text(CALENDAR, encoding="utf-8")
    played = Day(root)
    before = ""
    for language, text in blocks(chapters()[0]):
        if language == "sh":
            for line in text.splitlines():
                run(played, line)
        elif before:
            for name in re.findall(r"file: (\S+\.pdf)", text):
                (root / "print" / "flyers" / name).write_bytes(GOOD["a4.pdf"]())
            type_over(root, before, text)
            before = ""
        else:
            before = text
    assert not before, "the last example has nothing to type over it"
    return played


def test_what_changed_is_on_its_page(day: Day) -> None:
    page = day.page("aanbod/koffie-met-koek")
    assert "Elke donderdag van 10.00 tot 12.00 uur" in page
    assert "de zaal is bezet" in page
    assert "Zita Zichtbaar" in page


def test_what_was_asked_for_has_a_page_and_a_flyer(day: Day) -> None:
    assert "Elke dinsdag van 14.00 tot 16.00 uur" in day.page("aanbod/zingen-in-de-zon")
    flyer = Sheet(day.root / "site" / "print" / "flyers" / "zingen-in-de-zon.pdf")
    assert "Zingen in de zon" in " ".join(flyer.text.split())


def test_what_ended_says_what_to_do_now(day: Day) -> None:
    assert "Kom naar Koffie met koek." in day.page("aanbod/bijna-niets-bekend")
    assert not (day.root / "site" / "print" / "flyers" / "bijna-niets-bekend.pdf").exists()


def test_five_records_are_confirmed(day: Day) -> None:
    text = "".join((day.root / name).read_text(encoding="utf-8") for name in FILES)
    assert len(re.findall(f"on: {TODAY}, by: Zita Zichtbaar", text)) == 5


def test_the_edition_has_the_partners_flyer(day: Day) -> None:
    assert "editie 1" in day.said["build"]
    binder = Sheet(day.root / "site" / "print" / "flyermap.pdf").text
    assert "Zomerkamp" in binder
    assert "Zingen in de zon" in binder


def test_only_what_changed_since_is_swapped(day: Day) -> None:
    (path,) = day.root.rglob("wisselbladen-1-naar-ontwerp.pdf")
    swap = Sheet(path)
    assert "Koffie met koek" in swap.texts[0]
    assert "Zomerkamp" not in swap.texts[0]
    assert "Anders: de prijs" in swap.texts[0]
    assert "€ 1" in swap.text.replace("\xa0", " ")


def test_a_spreadsheet_that_comes_back_changes_nothing(day: Day) -> None:
    assert "1 euro" in (day.root / "offers.yaml").read_text(encoding="utf-8")
    assert day.said["import xlsx aanbod.xlsx --dry-run"].splitlines()[0] == "Er is niets veranderd."


def test_what_the_region_keeps_is_found(day: Day) -> None:
    assert "content/included/regio.json: Regio" in day.said["fetch"]
    assert (day.root / "content" / "included" / "regio.json").is_file()
    assert "caw-huis" not in day.said["check"], "it has a number, so nothing is to be done"


def test_a_region_has_a_website_of_its_neighbourhoods(tmp_path: Path) -> None:
    played = Day(tmp_path)
    for language, text in blocks(chapters()[1]):
        if language == "yaml":
            (tmp_path / "region.yaml").write_text(text, encoding="utf-8")
        else:
            for line in text.splitlines():
                run(played, line)
    assert {"Noord", "Zuid"} <= set(played.page("").split())
    theirs = (tmp_path / "site" / "buurten").rglob("index.html")
    assert any("https://noord.example/sociale-kaart/" in page.read_text("utf-8") for page in theirs)


def test_no_example_goes_unplayed() -> None:
    """One that is only indented would, and so would a command within a line."""
    manual = MANUAL.read_text(encoding="utf-8")
    assert not re.findall(r"\n\n(?:    |\t).*", manual)
    assert not re.findall(r"`[^`\n]*-m generator [^`\n]*`", manual)
