"""`format` moves white space only, says the same afterwards, and has nothing to do the second time."""

import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.formatting import LayoutError, straighten
from tests.reading.samples import OFFERS, SOCIALMAP
from tests.tools.builds import command_here
from tests.tools.paths import INVENTED, ROOT

FILES = {
    f"{folder.name}/{name}": (folder / name).read_text(encoding="utf-8")
    for folder in (ROOT, INVENTED)
    for name in ("offers.yaml", "socialmap.yaml")
}

CROOKED = """\
\ufeff# Van ons   \r
offers:\r
# Eerst de soep\r
-   id:   soep  # voor altijd\r
    name  : 'Soep'\r
    description:   |\t\r
        Een.\r
\r
          Twee.\r
\r
\r
    # wanneer\r
    when:\r
    -  every:\tweek\r
       on: friday\r
    # los\r
    bring: [een,\r
            twee]   # drie\r
    summary: Een zin\r
       die verder gaat.\r
#  Dan de thee\r
-   id: thee\r
    price:\r
          amount: 2,50\r
\r
\r
"""
STRAIGHT = """\
# Van ons
offers:
  # Eerst de soep
  - id: soep  # voor altijd
    name  : 'Soep'
    description: |
      Een.

        Twee.

    # wanneer
    when:
      - every: week
        on: friday
    # los
    bring: [een,
            twee]   # drie
    summary: Een zin
       die verder gaat.

  #  Dan de thee
  - id: thee
    price:
      amount: 2,50
"""


def data(text: str) -> Any:
    return yaml.load(text.removeprefix("\ufeff").replace("\r\n", "\n"), Loader=yaml.CBaseLoader)


def test_what_is_crooked_becomes_straight() -> None:
    assert straighten(CROOKED) == STRAIGHT
    assert straighten(STRAIGHT) == STRAIGHT


@pytest.mark.parametrize("file", ["offers.yaml", "socialmap.yaml"])
def test_the_real_files_are_straight(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert straighten(text) == text


@pytest.mark.parametrize("text", ["", "\n\n", "# niets", "offers:", "offers: []\n\n\n"])
def test_next_to_nothing(text: str) -> None:
    assert straighten(text) == (f"{text.strip()}\n" if text.strip() else "")


def test_a_text_whose_blank_lines_count_keeps_them() -> None:
    text = "offers:\n  - id: a\n    name: |+\n      x\n\n\n    price: 2\n"
    assert straighten(text) == text


def test_what_would_say_something_else_is_refused() -> None:
    with pytest.raises(LayoutError):
        straighten("offers: [a\n")


def crooked(text: str, chance: random.Random) -> str:
    """The same records, with more spaces and blank lines, twice as deep, or with Windows's line ends."""
    lines = []
    deep = chance.random() < 0.5
    for line in text.split("\n"):
        if deep:
            indent = len(line) - len(line.lstrip(" "))
            line = " " * (2 * indent) + re.sub("^- ", "-   ", line[indent:])
        if not line.strip() and chance.random() < 0.3:
            lines.append("")
        if chance.random() < 0.2 and re.match(r"^ *[a-z_]+: [^|>]", line):
            line = line.replace(": ", ":   ", 1) + "  "
        lines.append(line)
    return chance.choice(("", "\ufeff")) + chance.choice(("\n", "\r\n")).join(lines)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("file", FILES)
def test_any_layout_of_the_files(file: str, seed: int) -> None:
    """No word, quote or remark is lost, all says the same, and the second time nothing happens."""
    text = crooked(FILES[file], random.Random(seed))
    straight = straighten(text)
    assert data(straight) == data(text)
    assert re.sub(r"\s", "", straight) == re.sub(r"\s", "", text.removeprefix("\ufeff"))
    assert straighten(straight) == straight
    assert "\r" not in straight
    assert not straight.startswith("\ufeff")


@given(st.sampled_from((OFFERS, SOCIALMAP)), st.text(" \n#-:a\t|>'", max_size=9), st.integers(0, 3_000))
def test_anything_in_between(text: str, more: str, at: int) -> None:
    spoiled = text[:at] + more + text[at:]
    try:
        straight = straighten(spoiled)
    except LayoutError:
        return
    assert data(straight) == data(spoiled)
    assert straighten(straight) == straight


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A copy of the invented neighbourhood, to write in."""
    for name in ("offers.yaml", "socialmap.yaml", "mkdocs.yml"):
        shutil.copy(INVENTED / name, tmp_path)
    return tmp_path


def run(root: Path, *more: str) -> tuple[int, str]:
    return command_here("format", "--root", str(root), "--today", "2026-11-23", *more)


def test_the_command(here: Path) -> None:
    before = (here / "offers.yaml").read_bytes()
    code, said = run(here, "--check", "offers.yaml")
    assert (code, "offers.yaml staat niet recht" in said, "socialmap" in said) == (1, True, False)
    assert (here / "offers.yaml").read_bytes() == before
    assert run(here)[0] == 0
    assert data((here / "offers.yaml").read_text()) == data(before.decode())
    assert run(here, "--check") == (0, "offers.yaml staat recht.\nsocialmap.yaml staat recht.\n")


def test_a_file_with_a_mistake_gets_the_messages_of_check(here: Path) -> None:
    path = here / "offers.yaml"
    path.write_text(path.read_text().replace("every: week", "every:week", 1))
    before = path.read_bytes()
    code, said = run(here)
    checked = command_here("check", "--root", str(here), "--today", "2026-11-23")[1]
    message = said[said.index("offers.yaml:") :].split("\n\n")[0]
    assert message in checked
    assert "Daarom is er niets aan veranderd" in said
    assert code == 1
    assert path.read_bytes() == before
    assert "socialmap.yaml staat nu recht" in said


def test_another_file_is_none_of_ours(here: Path) -> None:
    code, said = run(here, "mkdocs.yml")
    assert code == 2
    assert "is geen bestand met fiches" in said
