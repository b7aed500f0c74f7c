"""The mistakes of every day, in the real files: what staff read, in Dutch, at the right line."""

import pytest

from generator.problems import Problem
from generator.project import words_of
from generator.reading.report import render_problem
from tests.reading.samples import errors, read
from tests.tools.paths import ROOT

DUTCH = words_of("nl")
OFFERS = (ROOT / "offers.yaml").read_text(encoding="utf-8")
SOCIALMAP = (ROOT / "socialmap.yaml").read_text(encoding="utf-8")
NAME, SUMMARY = "    name: Naaiatelier\n", "    summary: Je naait samen met anderen en leert van elkaar.\n"
HALF = OFFERS.rstrip("\n") + "\n\n  - id: half-af\n    name: Half af\n    summary:\n"


def mistakes(offers: str | bytes, socialmap: str | bytes = SOCIALMAP) -> list[Problem]:
    return errors(read(offers, socialmap, icons=(), words=DUTCH))


def shown(problems: list[Problem]) -> str:
    return "\n".join(render_problem(problem, DUTCH) for problem in problems)


EVERY_DAY = {
    "a tab": (NAME, f"\t{NAME.strip()}\n", "Hier staat een tab", "spaties"),
    "a no-break space": (
        NAME,
        f"\u00a0\u00a0\u00a0\u00a0{NAME.strip()}\n",
        "vreemde spatie",
        "gewone spatie",
    ),
    "curly quotes": (NAME, "    name: “Naaiatelier”\n", "krullende aanhalingstekens", '"Naaiatelier"'),
    "'t Buurthuis": (NAME, "    name: 't Buurthuis\n", "apostrof", '"\'t Buurthuis"'),
    "no space after a colon": (
        NAME,
        "    name:Naaiatelier\n",
        "Na de dubbelpunt ontbreekt",
        "name: Naaiatelier",
    ),
    "no space after a dash": (
        "  - id: naaiatelier\n",
        "  -id: naaiatelier\n",
        "Na het streepje ontbreekt",
        "- id: naaiatelier",
    ),
    "too far to the right": (NAME, f"  {NAME}", "aantal spaties", "Begin"),
    "too far to the left": (NAME, NAME[1:], "aantal spaties", "Begin"),
    "a key twice": (SUMMARY, f"{SUMMARY}    ¶summary: Nog eens.\n", "staat er twee keer", ""),
    "an unclosed quote": (NAME, '    name: "Naaiatelier\n', "aanhalingsteken", '"Naaiatelier"'),
    "a loose colon": (NAME, "    name: Naaien: elke week\n", "dubbelpunt", '"Naaien: elke week"'),
    "a number behind #": (NAME, "    name: Zaal #3 open\n", "#", '"Zaal #3 open"'),
    "a colon forgotten": (NAME, "    name Naaiatelier\n", "ontbreekt de dubbelpunt", "name: Naaiatelier"),
    "an equals sign": (NAME, "    name = Naaiatelier\n", "gelijkteken", "name: Naaiatelier"),
    "a Dutch key": (NAME, "    naam: Naaiatelier\n", "naam", "name"),
    "a wrong hour": ("        from: 9:30\n", "        from: 25:30\n", "25:30 is geen uur", "from: 9:30"),
    "a wrong day": ("        on: friday\n", "        on: vrijdg\n", "vrijdg is geen dag", "friday"),
    "an organisation that is not there": (
        "    organiser: huis-van-welzijn\n",
        "    organiser: huis-van-welzijnn\n",
        "huis-van-welzijnn",
        "huis-van-welzijn",
    ),
}
"""What stood there, what stands there now, and parts of the message and of the remedy."""


@pytest.mark.parametrize("kind", EVERY_DAY)
def test_one_mistake_one_message(kind: str) -> None:
    old, new, message, remedy = EVERY_DAY[kind]
    assert old in OFFERS
    marked = new if "¶" in new else f"¶{new}"
    line = OFFERS.replace(old, marked, 1).split("¶")[0].count("\n") + 1
    found = mistakes(OFFERS.replace(old, new.replace("¶", ""), 1))
    assert len(found) == 1, shown(found)
    (problem,) = found
    assert (problem.file, problem.line) == ("offers.yaml", line), shown(found)
    assert message in problem.message, shown(found)
    assert remedy in problem.remedy, shown(found)
    assert problem.excerpt.strip()


@pytest.mark.parametrize(
    ("raw", "message", "remedy"),
    [
        (OFFERS.encode("cp1252", "replace"), "bewaard als Windows-1252", "UTF-8"),
        (OFFERS.encode("utf-16"), "bewaard als UTF-16", "UTF-8"),
        (b"", "leeg", "offers:"),
        (HALF.encode(), "summary is leeg", "summary: "),
    ],
    ids=["Windows-1252", "UTF-16", "empty", "half a record"],
)
def test_a_file_as_a_whole(raw: bytes, message: str, remedy: str) -> None:
    found = [problem for problem in mistakes(raw) if problem.file == "offers.yaml"]
    assert any(message in problem.message and remedy in problem.remedy for problem in found), shown(found)
    if raw != HALF.encode():
        assert len(found) == 1, shown(found)
    else:
        start = HALF.count("\n", 0, HALF.index("  - id: half-af")) + 1
        assert all(problem.line >= start for problem in found), shown(found)
        assert len({problem.message for problem in found}) == len(found)


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf" + OFFERS.encode(), OFFERS.replace("\n", "\r\n").encode()])
def test_a_byte_order_mark_and_the_line_ends_of_windows_are_fine(raw: bytes) -> None:
    assert mistakes(raw) == []


def test_swapped_files() -> None:
    found = mistakes(SOCIALMAP, OFFERS)
    assert [problem.file for problem in found] == ["offers.yaml", "socialmap.yaml"], shown(found)
    assert "socialmap.yaml" in found[0].message
    assert "verwisseld" in found[0].remedy


def test_a_merge_that_nobody_finished() -> None:
    text = OFFERS.replace(NAME, f"<<<<<<< HEAD\n{NAME}=======\n    name: Naaien\n>>>>>>> an\n")
    found = [problem for problem in mistakes(text) if problem.file == "offers.yaml"]
    assert len(found) == 1, shown(found)
    assert found[0].line == OFFERS[: OFFERS.index(NAME)].count("\n") + 1
    assert "<<<<<<<" in found[0].remedy


def test_ten_at_once_give_ten_messages() -> None:
    """In ten records, of syntax and of fields alike."""
    records = OFFERS.split("\n\n  - id: ")
    spoil = [
        ("    name: ", "\tname: "),
        ("    summary: ", "    summary:"),
        ("    name: ", "    naam: "),
        ("    kind: activity", "    kind: workshop"),
        ("    themes: [", "    themes: [bestaat-niet, "),
        ("    name: ", '    name: "'),
        ("    functions: [", "    functions: [dansen, "),
        ("    checked: {on: 2022", "    checked: {on: 0022"),
        ("    name: ", "    name: Let op: "),
        ("    summary: ", "    summary: 't "),
        ("    name: ", "    name Naam "),
    ]
    planted = 0
    for number, (old, new) in enumerate(spoil, start=3):
        if old != new and old in records[number]:
            records[number] = records[number].replace(old, new, 1)
            planted += 1
    found = mistakes("\n\n  - id: ".join(records))
    assert planted == 10
    assert len(found) == planted, shown(found)
    assert len({problem.line for problem in found}) == planted
    assert all(problem.remedy for problem in found)
