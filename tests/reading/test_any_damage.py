"""Whatever happens to the files, reading gives problems and never a traceback."""

import random
from collections.abc import Collection
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.problems import Severity
from generator.reading.decoding import decode
from generator.reading.report import render_problem
from tests.reading.samples import ENGLISH, OFFERS, SOCIALMAP, errors, read
from tests.tools.soak import soaked

ICONS = ("pot-steam", "needle", "laptop")
ROOT = Path(__file__).parents[2]
SNIPPETS = (
    *(
        "\t",
        "\u00a0",
        "\x00",
        "\x07",
        "\u2028",
        "\ufeff",
        "'",
        '"',
        "“",
        "”",
        "- ",
        "-",
        ": ",
        ":",
        " #",
        "#x",
    ),
    *(
        "&a ",
        "*a",
        "!x ",
        "@",
        "%",
        "`",
        "[",
        "]",
        "{",
        "}",
        "|",
        ">",
        "? ",
        "<<: ",
        "---\n",
        "...\n",
        "\n",
        "\r",
    ),
    *(
        "\\",
        "~",
        "null",
        "<<<<<<< HEAD\n",
        "offers:\n",
        "id: x\n",
        "  ",
        "\U0001f600",
        "é",
        "9" * 40,
        "[" * 60,
    ),
    *("- " * 40, "{a: " * 40, "&a [*a]", "%YAML 9.9\n", "!!python/object:os.system ", "\udc80"),
)


def damaged(text: str, seed: int) -> str:
    """The text with one to four random cuts, doublings, moves and insertions."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 1, 2, 5, 40, 400)))
        match chance.randrange(5):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:start] + text[start:end] * 2 + text[end:]
            case 2:
                text = text[:start] + chance.choice(SNIPPETS) + text[end:]
            case 3:
                text = text[:start] + chance.choice(SNIPPETS) + text[start:]
            case _:
                lines = text.split("\n")
                at = chance.randrange(len(lines))
                lines.insert(chance.randrange(len(lines)), " " * chance.randrange(5) + lines.pop(at))
                text = "\n".join(lines)
    return text


def assert_sound(offers: bytes, socialmap: bytes, icons: Collection[str] = ()) -> None:
    """What is wrong is told with a line that the file has, as it stands there, and with what to do."""
    reading = read(offers, socialmap, icons=icons)
    assert (reading.guide is None) == bool(errors(reading))
    assert reading.problems == tuple(sorted(reading.problems))
    lines = {"offers.yaml": decode(offers).lines, "socialmap.yaml": decode(socialmap).lines}
    for problem in reading.problems:
        assert problem.message
        assert problem.severity is Severity.WARNING or problem.remedy
        assert problem.excerpt == ["", *lines[problem.file]][problem.line]
        render_problem(problem, ENGLISH)


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("seed", range(200))
def test_damage_to_a_sample(seed: int) -> None:
    offers, socialmap = (OFFERS, SOCIALMAP)
    if seed % 3 != 1:
        offers = damaged(offers, seed)
    if seed % 3 != 0:
        socialmap = damaged(socialmap, seed)
    assert_sound(encoded(offers), encoded(socialmap), ICONS)


REAL = [(ROOT / name).read_text(encoding="utf-8") for name in ("offers.yaml", "socialmap.yaml")]


# 40 in `make test`, 2,000 in `make soak`: in tens, as each test costs something before it begins.
@pytest.mark.parametrize("first", [*range(0, 40, 10), *soaked(*range(40, 2_000, 10))])
def test_damage_to_the_real_files(first: int) -> None:
    for seed in range(first, first + 10):
        offers, socialmap = damaged(REAL[0], seed), damaged(REAL[1], seed + 1_000)
        try:
            assert_sound(encoded(offers), encoded(socialmap))
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise


@given(st.binary(max_size=300), st.text(max_size=300))
@example(b"", "A\n[")
@example(b"", "[\n")
def test_anything_at_all(raw: bytes, text: str) -> None:
    assert_sound(raw, text.encode("utf-8", "surrogatepass"))


@given(st.text(alphabet="ab:-#'\"[]{}|>&*!%@,? \t\n\u00a0", max_size=120), st.integers(0, len(OFFERS)))
def test_signs_of_yaml_anywhere(signs: str, at: int) -> None:
    assert_sound(encoded(OFFERS[:at] + signs + OFFERS[at:]), encoded(SOCIALMAP), ICONS)
