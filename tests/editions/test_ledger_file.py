"""print/ledger.yaml: it only grows, reads back as it was written, and names every damage in it."""

from datetime import date

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.codes import code_of
from generator.model.ledger import Edition, Ledger, LedgerSheet, Line, Retirement, Says, seal_of
from generator.problems import Problem
from generator.reading.ledger import read_ledger, render_edition, render_header, render_retirement
from tests.editions.stage import FIRST_DAY, Stage
from tests.reading.samples import ENGLISH

SITE = "https://voorbeeldwijk.example/"


def leaf(name: str = "soep", **changes: object) -> LedgerSheet:
    """A leaf as it is printed; `changes` replaces fields."""
    fields = {
        "tab": 1,
        "position": "1",
        "record": f"offer/{name}",
        "code": code_of("offer", name),
        "fingerprint": "0123456789abcdef",
        "says": Says(
            name=(Line(text="Soep: met ballen"),), when=(Line(text="'t Is op 1 mei", until=date(2027, 5, 1)),)
        ),
    }
    return LedgerSheet.model_validate({**fields, **changes})


def edition(number: int, *sheets: LedgerSheet) -> Edition:
    made = Edition(edition=number, date=FIRST_DAY, site=SITE, sheets=sheets or (leaf(),))
    return made.model_copy(update={"seal": seal_of(made)})


KEPT = leaf(says=None, since=1)
WHOLE = render_edition(edition(1)) + render_edition(edition(2, KEPT)) + render_retirement(1, FIRST_DAY)


def without_seal(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if "seal:" not in line)


def problems(text: str) -> tuple[Problem, ...]:
    found = read_ledger(text.encode(), ENGLISH)
    assert not (found.problems and found.ledger.editions), "a damaged ledger is no ledger"
    return found.problems


def test_it_reads_back_as_it_was_written() -> None:
    found = read_ledger((render_header(ENGLISH) + WHOLE).encode(), ENGLISH)
    assert found.problems == ()
    assert found.ledger == Ledger((edition(1), edition(2, KEPT)), (Retirement(retired=1, date=FIRST_DAY),))


@given(st.lists(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1), min_size=1))
@example(["Jongeren", "-18 jaar", "\u2022 soep", "name= soep", "{", "\u201cthuis\u201d: een week"])
def test_any_text_reads_back(texts: list[str]) -> None:
    plain = [" ".join(text.split()) for text in texts if text.strip()]
    printed = edition(1, leaf(says=Says(name=tuple(Line(text=text) for text in plain))))
    found = read_ledger(render_edition(printed).encode(), ENGLISH)
    assert found.problems == ()
    assert found.ledger.editions == (printed,)


@pytest.mark.parametrize("raw", [None, b"", b"\n", b"# niets\n"])
def test_nothing_printed_yet(raw: bytes | None) -> None:
    assert read_ledger(raw, ENGLISH).ledger == Ledger()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (WHOLE + render_edition(edition(2)), 0, "Edition 2 is there twice: it already begins on line"),
        (WHOLE + render_edition(edition(4)), 0, "Edition 3 is missing before this one."),
        (render_retirement(3, FIRST_DAY), 1, "There is no edition 3 above."),
        (WHOLE.replace("since: 1", "since: 2"), 0, "Edition 2 is not as it was written"),
        (WHOLE.replace("met ballen", "zonder ballen"), 1, "Edition 1 is not as it was written"),
        (without_seal(WHOLE), 1, "Edition 1 is not as it was written"),
        (
            render_edition(edition(1, leaf("koek"))) + render_edition(edition(2, KEPT)),
            0,
            "Edition 2 is not as it was written",
        ),
        (WHOLE.replace("date: 2026-11-23", "date: gisteren"), 2, "gisteren is not a date."),
        (WHOLE.replace("fingerprint", "vingerafdruk"), 0, "is not a key that we know here"),
        (WHOLE.replace("- edition: 1", "editions:\n- edition: 1"), 1, "This is not the list of editions."),
        (WHOLE.replace("  sheets:", "\tsheets:"), 0, "A tab stands here."),
        (f"<<<<<<< HEAD\n{WHOLE}=======\n>>>>>>> tak\n", 1, "Two copies of this file were put together"),
    ],
    ids=[
        "twice", "missing", "retired", "since", "text", "seal", "other-first", "date", "key", "mapping",
        "tab", "merge",
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_is_named(text: str, line: int, said: str) -> None:
    found = problems(text)
    assert any(said in problem.message and line in (0, problem.line) for problem in found), found
    assert all(problem.file == "print/ledger.yaml" and problem.remedy for problem in found)


def test_two_copies_that_both_made_an_edition_are_found_after_git_put_them_together() -> None:
    """With both sides kept, in whatever order: the message tells which line has the other one."""
    first = WHOLE + render_edition(edition(3, leaf("koek", tab=2)))
    second = render_edition(edition(3, leaf("thee", tab=2)))
    (problem,) = problems(first + second)
    assert problem.excerpt == "- edition: 3"
    assert str(first.splitlines().index("- edition: 3") + 1) in problem.message
    assert "Keep the one that was printed" in problem.remedy


def test_adding_leaves_what_is_there_to_the_byte(stage: Stage) -> None:
    stage.freeze()
    before = stage.ledger.read_bytes()
    stage.change("      from: 9u30\n", "      from: 10u\n")
    frozen = stage.freeze(date(2027, 1, 4))
    assert (frozen.new, frozen.edition.edition) == (True, 2)
    after = stage.ledger.read_bytes()
    assert after.startswith(before)
    assert [entry["edition"] for entry in yaml.safe_load(after)] == [1, 2]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_file_that_git_or_an_editor_touched_is_added_to_all_the_same(stage: Stage, ends: str) -> None:
    """Other line ends, and no line end at the end of the file."""
    stage.freeze()
    text = stage.ledger.read_text(encoding="utf-8").rstrip("\n").replace("\n", ends).encode()
    stage.ledger.write_bytes(text)
    stage.change("      from: 9u30\n", "      from: 10u\n")
    assert stage.freeze().edition.edition == 2
    assert stage.ledger.read_bytes().startswith(text)
    assert stage.bound().standing.current is not None


def test_an_edition_in_which_nothing_changed_is_not_made(stage: Stage) -> None:
    stage.freeze()
    before = stage.ledger.read_bytes()
    again = stage.freeze(date(2027, 1, 4))
    assert (again.new, again.edition.edition) == (False, 1)
    assert stage.ledger.read_bytes() == before


def test_a_sheet_that_did_not_change_is_kept_as_it_was_printed(stage: Stage) -> None:
    stage.freeze()
    stage.change("      from: 9u30\n", "      from: 10u\n")
    second = stage.freeze(date(2027, 1, 4)).edition
    new = {sheet.record for sheet in second.sheets if sheet.since is None}
    assert new == {"front", "offer/koffie-met-koek"}
    assert all(sheet.since == 1 and sheet.says is None for sheet in second.sheets if sheet.record not in new)
