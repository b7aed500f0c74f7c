"""What staff type as they would say it: one message at the right line, with what was probably meant."""

import pytest

from generator.reading.likely import near_id
from generator.reading.meanings import keys_for
from generator.reading.report import render_problem
from tests.reading.test_everyday import DUTCH, NAME, OFFERS, SOCIALMAP, SUMMARY, mistakes, shown

FROM, SINCE, ON, EVERY = "from: 9:30", "since: 2022-01-07", "on: friday", "every: week"
PLACE = "    place: gs9\n    organiser"
THEMES = "themes: [vrije-tijd, dienstverlening, gezondheid]"
CHECKED = "checked: {on: 2022-12-19, by: SAAMO West-Vlaanderen, how: eindrapport}"

SAID = {
    "a range of hours": (FROM, "from: 19.00-21u", "from: 19:00 en until: 21:00"),
    "from ... to": (FROM, "from: van 9u30 tot 11u30", "from: 9:30 en until: 11:30"),
    "a comma in an hour": (FROM, "from: 9,15", "Schrijf: from: 9:15"),
    "a comma and half past": (FROM, "from: 9,30", "Schrijf: from: 9:30"),
    "an hour without a sign": (FROM, "from: 0915", "Schrijf: from: 9:15"),
    "a comma behind an hour": (FROM, "from: 9:15,", "Schrijf: from: 9:15"),
    "the letter O": (FROM, "from: 9:3O", "from: 9:30"),
    "noon": ("until: 11:30", "until: middag", "until: 12:00"),
    "midnight": ("until: 11:30", "until: 24:00", "until: 23:59"),
    "a day without a year": (SINCE, "since: 3/12", "ook het jaar, bijvoorbeeld: since: 2026-12-03"),
    "a written month": (SINCE, "since: 7 januari 2022", "since: 2022-01-07"),
    "a short year": (SINCE, "since: 07-01-22", "since: 2022-01-07"),
    "a day of the month": (ON, "on: eerste dinsdag vd maand", "first tuesday"),
    "two of the month": (ON, "on: eerste en derde vrijdag", "Bedoel je [first friday, third friday]?"),
    "every other week at the day": (
        ON,
        "on: om de twee weken op vrijdag",
        "twee regels: every: 2 weeks en on: friday",
    ),
    "every third week at every": (EVERY, "every: om de 3 weken op vrijdag", "every: 3 weeks en on: friday"),
    "two of the month at every": (
        EVERY,
        "every: eerste en derde vrijdag",
        "every: month en on: [first friday, third friday]",
    ),
    "two days": (ON, "on: ma en wo", "[monday, wednesday]"),
    "a row of days": (
        ON,
        "on: maandag t.e.m. vrijdag",
        "[monday, tuesday, wednesday, thursday, friday]",
    ),
    "every friday": (ON, "on: elke vrijdag", "friday"),
    "a day at every": (EVERY, "every: vrijdag", "every: week en on: friday"),
    "a month at every": (EVERY, "every: eerste dinsdag van de maand", "every: month en on: first tuesday"),
    "a price a head": (PLACE, f"    price: 5 euro p.p.\n{PLACE}", 'price: {amount: 5, note: "5 euro p.p."}'),
    "a gift": (PLACE, f"    price: vrije bijdrage\n{PLACE}", 'price: {note: "vrije bijdrage"}'),
    "gladly free": (PLACE, f"    price: gratis!\n{PLACE}", "price: free"),
    "an address": ("place: gs9", "place: Gentsestraat 9", "place: gs9"),
    "a place by its number": ("place: gs9", "place: nr 5", "Schrijf: place: "),
    "two people": (
        "contacts: [katrien-laga, eline-de-backer]",
        "contacts: Katrien Laga en Eline De Backer",
        "contacts: [katrien-laga, eline-de-backer]",
    ),
    "themes with and": (THEMES, "themes: vrije-tijd en gezondheid", "themes: [vrije-tijd, gezondheid]"),
    "names of themes": (THEMES, "themes: Vrije tijd, Gezondheid", "themes: [vrije-tijd, gezondheid]"),
    "round brackets": (THEMES, "themes: (vrije-tijd, gezondheid)", "themes: [vrije-tijd, gezondheid]"),
    "a forgotten comma": (THEMES, "themes: [vrije-tijd gezondheid]", "themes: [vrije-tijd, gezondheid]"),
    "languages": (NAME, f"{NAME}    ¶languages: Nederlands en Frans\n", "languages: [nl, fr]"),
    "codes of languages": (NAME, f"{NAME}    ¶languages: nl fr en\n", "languages: [nl, fr, en]"),
    "no braces": (
        CHECKED,
        "checked: on: 2022-12-19, by: SAAMO",
        "checked: {on: 2022-12-19, by: SAAMO}",
    ),
    "a brace left open": (CHECKED, CHECKED[:-1], "sleutels als {on: 2026-12-24, by: An}"),
    "a comma of JSON": (NAME, '    name: "Naaiatelier",\n', 'name: "Naaiatelier"'),
    "a line of JSON": (NAME, '    "name": "Naaiatelier",\n', 'name: "Naaiatelier"'),
    "yes at signup": ("    signup: none\n", "    signup: ja\n", "required?"),
    "a row of short days": (ON, "on: ma-wo", "[monday, tuesday, wednesday]"),
    "the weekend": (ON, "on: weekend", "[saturday, sunday]"),
    "a semicolon": (NAME, "    name; Naaiatelier\n", "name: Naaiatelier"),
    "a bullet of Word": (NAME, f"{NAME}    audience:\n      ¶• kinderen\n", "- kinderen"),
    "a dash on the line of its key": (NAME, f"{NAME}    ¶audience: - kinderen\n", "op de volgende regel"),
    "quotes in quotes": (
        SUMMARY,
        '    summary: "Je naait "samen" met anderen"\n',
        "summary: 'Je naait \"samen\" met anderen'",
    ),
    "a note without #": (SUMMARY, f"{SUMMARY}    ¶nog vragen aan Katrien\n", "begint met #"),
    "a phone number": (SUMMARY, f"{SUMMARY}    ¶telefoon: 056 00 00 00\n", "contacts"),
    "far too long": (SUMMARY, f"    summary: {'heel lang ' * 3_000}\n", "korter"),
    "a dash that is gone": ("  - id: naaiatelier\n", "    ¶id: naaiatelier\n", "- id: naaiatelier"),
    "a dash and a space gone": ("  - id: naaiatelier\n", "  ¶id: naaiatelier\n", "streepje"),
    "an accent in an id": ("  - id: naaiatelier\n", "  - id: naaiateliér\n", "id: naaiatelier"),
}
"""What stood there, what stands there now (¶: its line), and a part of the remedy."""


RECORDS = OFFERS.index("\noffers:\n")
"""Above stand remarks, with examples in them."""


def spoiled(kind: str) -> tuple[str, int]:
    """The file with one mistake, and the line of that mistake."""
    old, new, _remedy = SAID[kind]
    at = OFFERS.index(old, RECORDS)
    before = OFFERS[:at] + (new.split("¶")[0] if "¶" in new else "")
    return OFFERS[:at] + new.replace("¶", "") + OFFERS[at + len(old) :], before.count("\n") + 1


@pytest.mark.parametrize("kind", SAID)
def test_what_was_probably_meant(kind: str) -> None:
    text, line = spoiled(kind)
    (problem, *others) = found = mistakes(text)
    assert not others, shown(found)
    assert (problem.file, problem.line) == ("offers.yaml", line), shown(found)
    assert SAID[kind][2] in problem.remedy, shown(found)


@pytest.mark.parametrize("typed", ["Dorpsstraat 11", "Kerkstraat 12", "Zaal 5", "thuis"])
def test_no_hint_is_better_than_another_place(typed: str) -> None:
    """The number of a house is none of a pin, and what looks like an id only a little is not meant."""
    at = OFFERS.index("place: gs9", RECORDS)
    (problem,) = mistakes(f"{OFFERS[:at]}place: {typed}{OFFERS[at + len('place: gs9') :]}")
    assert "Bedoel je" not in problem.remedy, problem.remedy
    assert "Schrijf:" not in problem.remedy, problem.remedy


@pytest.mark.parametrize(
    "typed", ["maandag behalve woensdag", "niet op vrijdag", "eerste vrijdag en maandag"]
)
def test_no_hint_is_better_than_other_days(typed: str) -> None:
    at = OFFERS.index(ON, RECORDS)
    (problem,) = mistakes(f"{OFFERS[:at]}on: {typed}{OFFERS[at + len(ON) :]}")
    assert "Bedoel je" not in problem.remedy, problem.remedy


@pytest.mark.parametrize("typed", ["elke vrijdag 9-12u behalve in juli", "ma-vr 9-12u, niet op woensdag"])
def test_hours_that_do_not_always_hold_are_not_written_out(typed: str) -> None:
    assert keys_for("when", typed) is None
    assert keys_for("opening_hours", typed) is None


def test_another_number_is_another_place() -> None:
    assert near_id("dorpstraat-9", ["dorpsstraat-9"]) == "dorpsstraat-9"
    assert near_id("dorpsstraat-8", ["dorpsstraat-9"]) is None


def test_a_bullet_within_a_text_is_a_bullet() -> None:
    text = OFFERS.replace("    description: |\n", "    description: |\n      • soep\n", 1)
    assert mistakes(text) == []


_MOVED = ("a bullet of Word", "a dash that is gone")
"""What needs other spaces before it too."""


def test_what_is_said_can_be_typed() -> None:
    """The remedies that give a whole line are right themselves."""
    for kind in SAID:
        text, _line = spoiled(kind)
        (problem,) = mistakes(text)
        written = problem.remedy.split("Schrijf: ")[-1].split(" Alleen")[0]
        typed = text.split("\n")[problem.line - 1]
        if "Schrijf: " not in problem.remedy or kind in _MOVED or "sleutel" in written:
            continue
        lead = typed[: len(typed) - len(typed.lstrip("- "))]
        lines = text.split("\n")
        lines[problem.line - 1] = lead + written.removeprefix("- ")
        found = mistakes("\n".join(lines), SOCIALMAP)
        assert found == [], f"{kind}\n{render_problem(problem, DUTCH)}\n{shown(found)}"
