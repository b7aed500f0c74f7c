"""The files as a whole: encodings, empty, swapped, torn in two; and what is no trap at all."""

import pytest

from generator.problems import Problem, Severity
from generator.reading.accents import find_spoiled
from generator.reading.composing import compose
from generator.reading.decoding import MAX_BYTES
from generator.reading.findings import Findings
from generator.reading.report import render_problem
from generator.reading.tree import MOST_CHARACTERS, grow_tree
from tests.reading.samples import ENGLISH, OFFERS, SOCIALMAP, errors, read


def only(*problems: Problem) -> Problem:
    assert len(problems) == 1, "\n".join(render_problem(problem, ENGLISH) for problem in problems)
    return problems[0]


def test_windows_encoding_is_one_mistake() -> None:
    text = OFFERS.replace("We koken samen soep.", "We koken samen, één keer per week.")
    problem = only(*errors(read(text.encode("cp1252"))))
    assert (problem.line, problem.column) == (4, 30)
    assert "Windows-1252" in problem.message
    assert "één" in problem.excerpt
    assert "UTF-8" in problem.remedy


def test_accents_that_a_program_spoiled_are_told_once() -> None:
    """As when a file in UTF-8 is opened as Windows-1252, and saved again."""
    said = ["We koken samen, één keer per week.", "Breiclub ‘Ça va’"]
    text = OFFERS.replace("We koken samen soep.", said[0]).replace("Breiclub", said[1])
    spoiled = text.encode().decode("cp1252")
    assert spoiled != text
    problem = only(*(each for each in read(spoiled.encode()).problems if "spoiled" in each.message))
    assert problem.severity is Severity.WARNING
    assert (problem.line, problem.column) == (4, 30)
    assert "Ã©Ã© was éé." in problem.message
    assert problem.remedy.startswith("Write éé")
    number = next(number for number, line in enumerate(text.splitlines(), 1) if said[1] in line)
    assert problem.remedy.endswith(f"in line {number}.")
    assert not [each for each in read(text.encode()).problems if "spoiled" in each.message]


@pytest.mark.parametrize(
    "right", ["CAFÉ”", "Ç’est", "«Ça»", "Â»", "Şişli", "Київ", "قهوة", "Ä“", "naïef…", "São"]
)
def test_accents_beside_other_signs_are_not_spoiled(right: str) -> None:
    assert not list(find_spoiled([right]))


def test_a_file_that_nobody_typed_is_not_read() -> None:
    """Beyond the size that is looked at: another limit holds before a file is opened."""
    assert "far too large" in only(*errors(read(b"#" * (MAX_BYTES + 1)))).message


def test_a_text_that_nobody_reads_is_refused() -> None:
    text = OFFERS.replace("Soep in de wijk", "W" * (MOST_CHARACTERS + 1), 1)
    told = {problem.message for problem in errors(read(text.encode()))}
    assert "This text is far too long: 20001 characters." in told


REFERENCES = {"a circle": ["offers: &a", "  - *a"], "laughs": ["a: &a [ha, ha]", "b: [*a, *a]"]}


@pytest.mark.parametrize("lines", REFERENCES.values(), ids=REFERENCES)
def test_no_reference_is_followed(lines: list[str]) -> None:
    """Also where no slip of the keyboard was found in them: they would go on for ever, or grow so."""
    findings = Findings("offers.yaml", lines)
    grow_tree(compose(lines, lambda slip: slip.line), findings, str)
    assert "A reference with * or & is not possible here." in {each.message for each in findings.problems}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_one_mistake(encoding: str) -> None:
    assert "UTF-16" in only(*errors(read(OFFERS.encode(encoding)))).message


def test_other_mistakes_come_out_in_a_windows_file_too() -> None:
    text = OFFERS.replace("Breiclub\n", "Breiclub é\n").replace("from: 9:30", "from: 9:75")
    assert len(errors(read(text.encode("cp1252")))) == 2


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf" + OFFERS.encode(),
        OFFERS.replace("\n", "\r\n").encode(),
        OFFERS.replace("\n", "\r").encode(),
        ("---\n" + OFFERS).encode(),
        OFFERS.rstrip("\n").encode(),
        OFFERS.replace("Breiclub", "Breiclub \u2028\u2028 \U0001f600 é").encode(),
        OFFERS.replace("\n  ", "\n").encode(),
    ],
    ids=[
        "byte order mark",
        "windows lines",
        "old lines",
        "document start",
        "no last line end",
        "odd breaks",
        "no indent",
    ],
)
def test_these_are_no_mistakes(raw: bytes) -> None:
    assert read(raw).problems == ()


@pytest.mark.parametrize(
    "line",
    [
        "summary: Samen breien  # nog na te vragen",
        "summary: Samen breien #",
        "summary: C# en F# leren",
        "summary: Kom om 9:30 of 10:15 uur",
        "summary: Zie https://voorbeeld.be/#kaart",
        "summary: ’t Is plezant in ‘t wijkhuis",
        "summary: Wie “graag breit” komt",
        "summary: 'Samen ''echt'' breien'",
        'summary: "Samen \\"echt\\" breien"',
        "summary: Kosten - baten, 50% [korting] {echt} & meer!",
        "summary: 'Samen breien\n      in het wijkhuis'",
        "summary: Samen breien\n      in het wijkhuis - echt",
        "summary: >-\n      -geen lijst #3 key: waarde\n      \ttab",
        "summary: |\n      't Is: hier\n      name:van mij\n\n      “mooi”",
        "summary: Het kost € 2\u00a0per keer",
        "summary: -5 graden is koud",
    ],
)
def test_these_texts_are_no_traps(line: str) -> None:
    text = OFFERS.replace("summary: Samen breien in het wijkhuis.", line)
    assert "\n".join(render_problem(problem, ENGLISH) for problem in read(text).problems) == ""


@pytest.mark.parametrize("text", ["", "\n\n", "# alleen een opmerking\n", "---\n"])
def test_an_empty_file(text: str) -> None:
    problem = only(*errors(read(text)))
    assert "empty" in problem.message
    assert "offers:" in problem.remedy


def test_both_files_swapped() -> None:
    first, second = errors(read(SOCIALMAP, OFFERS))
    assert "socialmap.yaml" in first.message
    assert "offers.yaml" in second.message


def test_the_key_at_the_top_is_gone() -> None:
    text = OFFERS.replace("offers:\n", "")
    problem = only(*(p for p in errors(read(text)) if p.file == "offers.yaml"))
    assert "offers:" in problem.remedy


def test_no_neighbourhood() -> None:
    start = SOCIALMAP.index("themes:\n")
    assert "neighbourhood is missing" in only(*errors(read(OFFERS, SOCIALMAP[start:]))).message


def test_a_neighbourhood_as_a_list() -> None:
    text = SOCIALMAP.replace("  name: Voorbeeldwijk", "  - name: Voorbeeldwijk", 1)
    assert errors(read(OFFERS, text))


def test_offers_without_a_dash() -> None:
    text = "offers:\n  id: breiclub\n  name: Breiclub\n"
    problem = only(*(p for p in errors(read(text)) if p.file == "offers.yaml"))
    assert "starts with a dash" in problem.message


def test_a_list_of_the_other_file() -> None:
    problem = only(*errors(read(OFFERS + "helplines: []\n")))
    assert "socialmap.yaml" in problem.remedy


def test_a_merge_that_nobody_finished() -> None:
    text = OFFERS.replace(
        "    name: Soep in de wijk\n",
        "<<<<<<< HEAD\n    name: Soep\n=======\n    name: Soep in de wijk\n>>>>>>> andere\n",
    )
    problem = only(*(p for p in errors(read(text)) if p.file == "offers.yaml"))
    assert problem.line == 3


@pytest.mark.parametrize("deep", ["[" * 5_000, "- " * 5_000, "{a: " * 5_000, "[a, " * 900 + "]" * 900])
def test_absurd_depth(deep: str) -> None:
    problem = only(*(p for p in errors(read(OFFERS + "  - " + deep)) if p.file == "offers.yaml"))
    assert "deep" in problem.message


def test_a_bomb_of_references() -> None:
    bomb = "bomb: &a [x, x]\n" + "".join(
        f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *{'a' if n == 0 else f'b{n - 1}'}]\n"
        for n in range(40)
    )
    assert errors(read(OFFERS + bomb))


def test_a_file_that_is_too_large() -> None:
    assert (
        "too large" in only(*(p for p in errors(read(b"#" * 20_000_001)) if p.file == "offers.yaml")).message
    )


def test_a_problem_on_a_terminal() -> None:
    problem = only(*errors(read(OFFERS.replace("from: 9:30", "from: 9:75"))))
    assert render_problem(problem, ENGLISH) == (
        "offers.yaml:17:15: error: 9:75 is not a time of day.\n"
        "            from: 9:75\n"
        "                  ^\n"
        "  Write for example: from: 9:30"
    )


def test_a_long_line_is_cut_around_the_caret() -> None:
    text = OFFERS.replace("themes: [vrije-tijd, gezondheid]", f"themes: [{'vrije-tijd, ' * 40}gezontheid]")
    shown = render_problem(only(*errors(read(text))), ENGLISH).split("\n")
    assert shown[1].index("gezontheid") == shown[2].index("^")
    assert len(shown[1]) < 120
