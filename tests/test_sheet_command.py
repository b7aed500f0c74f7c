"""`python -m generator sheet`: one sheet to fill in, when somebody needs it."""

from pathlib import Path

from tests.tools.builds import TODAY, command_here
from tests.tools.paths import INVENTED
from tests.tools.pdf import Sheet


def sheet(out: Path, *arguments: str) -> tuple[int, str]:
    return command_here("sheet", *arguments, "--root", str(INVENTED), "--out", str(out), "--today", TODAY)


def test_it_makes_the_sheet_of_a_record_or_the_general_one(tmp_path: Path) -> None:
    for arguments, name, wanted in (
        (("tally",), "turfblad.pdf", "Een luisterend oor"),
        (("signup", "op-afspraak"), "aanmelding/op-afspraak.pdf", "Papieren op afspraak"),
        (("referral", "verzinselhuis-vzw"), "doorverwijzing/verzinselhuis-vzw.pdf", "Het Verzinselhuis"),
    ):
        code, said = sheet(tmp_path, *arguments)
        assert code == 0, said
        assert name in said
        assert wanted in Sheet(tmp_path / name).text
    assert sorted(path.name for path in tmp_path.rglob("*.pdf")) == [
        "op-afspraak.pdf",
        "turfblad.pdf",
        "verzinselhuis-vzw.pdf",
    ]


def test_it_says_why_there_is_no_such_sheet(tmp_path: Path) -> None:
    for arguments, wanted in (
        (("signup", "op-afspraken"), "Bedoel je op-afspraak?"),
        (("signup", "koffie-met-koek"), "Schrijf bij dat aanbod: signup: recommended"),
        (("referral", "zzz"), "Zonder id krijg je een blad dat altijd past."),
        (("tally", "zzz"), "Laat zzz weg."),
    ):
        code, said = sheet(tmp_path, *arguments)
        assert code == 2
        assert wanted in said, said
    assert not list(tmp_path.iterdir())
