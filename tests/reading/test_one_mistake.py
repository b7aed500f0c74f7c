"""One slip, however much follows from it, gives one message: at its line, with what to write instead."""

import re

import pytest

from generator.problems import Problem, Severity
from generator.project import words_of
from generator.reading.report import render_problem
from generator.recalling import Recall, make_anew
from tests.reading.samples import OFFERS, SOCIALMAP, errors, find_sign, read
from tests.tools.paths import ROOT

DUTCH = words_of("nl")
REAL = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("offers.yaml", "socialmap.yaml")}
SAMPLE = {"offers.yaml": OFFERS, "socialmap.yaml": SOCIALMAP}
HOURS = re.findall(r"(?s)    opening_hours:.*?(?=    special)", SOCIALMAP)[0]
PHONES = re.findall(r"(?s)    phones:.*?(?=    website)", SOCIALMAP)[0]
WEBSITE = "    website: www.voorbeeld.example\n"
CHECKED = "checked: {on: 2026-11-01, by: Jan, how: telefoon}"
CHOICES = re.findall(r"(?s)    choices:\n      - id: brief-van-de-bank.*?(?=    checked)", SOCIALMAP)[0]
WHEN = re.findall(r"(?s)    when:\n      - every.*?(?=    place)", OFFERS)[0]

SLIPS = {
    # What stands there, what stood there, what one has to write
    "a day as a key": (
        HOURS,
        "    opening_hours:\n      ¶maandag: 9:00-12:00\n",
        "opening_hours: {on: monday, opens: 9:00, closes: 12:00}",
    ),
    "all days as keys": (
        HOURS,
        "    opening_hours:\n      ¶maandag: 9u-12u\n      di: 9-12 en 13-16u\n      vrijdag: gesloten\n",
        "[{on: monday, opens: 9:00, closes: 12:00}, {on: tuesday, opens: 9:00, closes: 12:00}, "
        "{on: tuesday, opens: 13:00, closes: 16:00}]",
    ),
    "hours as they are said": (
        HOURS,
        "    ¶opening_hours: [ma 9-12, di 13-16]\n",
        "[{on: monday, opens: 9:00, closes: 12:00}, {on: tuesday, opens: 13:00, closes: 16:00}]",
    ),
    "both hours at opens": (
        "        opens: 9:00\n        closes: 12:00\n",
        "        ¶opens: 9:00-12:00\n",
        "closes: 12:00",
    ),
    "hours as a key": (
        "        opens: 9:00\n        closes: 12:00\n",
        "        ¶uren: 9:00-12:00\n",
        "opens: 9:00",
    ),
    "the keys of a schedule": (
        HOURS,
        "    opening_hours: {on: monday, ¶from: 9:00, until: 12:00}\n",
        "opening_hours: {on: monday, opens: 9:00, closes: 12:00}",
    ),
    "days without brackets": (
        HOURS,
        "    opening_hours: {on: monday, ¶tuesday, opens: 9:00, closes: 12:00}\n",
        "on: [monday, tuesday]",
    ),
    "choices as texts": (CHOICES, "    ¶choices: [Ja, Nee]\n", "choices: [{id: ja, question: Ja,"),
    "Dutch keys": (
        CHECKED,
        "¶checked: {op: 2026-11-01, door: Jan, hoe: telefoon}",
        "checked: {on: 2026-11-01, by: Jan, how: telefoon}",
    ),
    "a check as it is said": (CHECKED, "¶checked: 1/11/2026 door Jan", "checked: {on: 2026-11-01, by: Jan}"),
    "a check of today": (CHECKED, "¶checked: vandaag door Jan", "checked: {on: 2026-11-23, by: Jan}"),
    "a check of yesterday": (CHECKED, "¶checked: gisteren An", "checked: {on: 2026-11-22, by: An}"),
    "a comma between braces": (
        CHECKED,
        "checked: {on: 2026-11-01, by: ¶Jan, Piet en An}",
        'by: "Jan, Piet en An"',
    ),
    "two commas between braces": (
        CHECKED,
        "checked: {on: 2026-11-01, by: ¶Jan, Piet, An}",
        '"Jan, Piet, An"',
    ),
    "a comma in a notice": (
        "    price: free\n",
        "    price: free\n    notice: {text: ¶Geen soep, kom later}\n",
        'text: "Geen soep, kom later"',
    ),
    "a comma in an amount": ("price: free", "price: {amount: ¶3,50}", "amount: 3.50"),
    "an offer without themes": (
        "    themes: [vrije-tijd, gezondheid]\n",
        "",
        "Voeg bijvoorbeeld toe: themes: [gezondheid, vrije-tijd]",
    ),
    "a place without its number": ("    number: 1\n", "", "Voeg bijvoorbeeld toe: number: 3"),
    "a text that goes on at the left": (
        "    summary: Samen breien in het wijkhuis.\n",
        "    summary: Samen breien\n¶en leren van elkaar.\n",
        "Zet 6 spaties voor deze regel.",
    ),
    "a dash of Word in an id": ("- id: rapport\n", "- id: ¶rap–port\n", "id: rap-port"),
    "three lines gone": (
        "    kind: activity\n    functions: [ontmoeten, leren]\n    themes: [vrije-tijd, gezondheid]\n",
        "",
        "(1) kind: activity (2) functions: [ontmoeten, leren] (3) themes: [gezondheid, vrije-tijd]",
    ),
    "a dash for each key of one schedule": (
        WHEN,
        "    when:\n      - every: week\n      - on: friday\n      - ¶from: 9:30\n      - until: 11:30\n",
        "when: {every: week, on: friday",
    ),
    "when as it is said": (WHEN, "    ¶when: vrijdag 9u30-11u30\n", "on: friday, from: 9:30, until: 11:30}"),
    "two keys on a line": (
        "    kind: activity\n    functions: [ontmoeten, leren]\n",
        "    kind: activity¶, functions: [ontmoeten, leren]\n",
        "",
    ),
    "the id of a choice gone": (
        "      - id: brief-van-de-school\n        question",
        "        ¶question",
        "- id: ...",
    ),
    "two phone numbers": (
        PHONES,
        "    ¶phones: 056 00 00 01 of 0470 00 00 01\n",
        "phones: [056 00 00 01, 0470 00 00 01]",
    ),
    "a number and words": (
        PHONES,
        "    ¶phones: Onthaal 056 00 00 01\n",
        "phones: {number: 056 00 00 01, label: Onthaal}",
    ),
    "two numbers of a worker": (
        "phone: 0470 00 00 00",
        "¶phone: 0470 00 00 00 / 056 00 00 00",
        "phone: 0470 00 00 00",
    ),
    "a key of another kind of record": (
        "    contacts: [jan-voorbeeld]\n",
        "    ¶phones: 056 00 00 01\n",
        "Dit hoort in een record onder organisations (socialmap.yaml)",
    ),
    "half a number": (PHONES, "    phones: [¶056 12]\n", "negen cijfers"),
    "a number without its zero": (PHONES, "    ¶phones: 56 00 00 01\n", "phones: 056 00 00 01"),
    "the number of a place": ("    number: 2\n", "    ¶number: 0\n", "number: 7"),
    "an address as a place": (
        "    place: wijkhuis\n    phones",
        "    ¶place: Voorbeeldstraat 1\n    phones",
        "place: wijkhuis",
    ),
    "a name as a place": ("  meeting_house: wijkhuis", "  ¶meeting_house: Het park", "meeting_house: park"),
    "names of themes": (
        "themes: [vrije-tijd, gezondheid]",
        "themes: [¶Vrije tijd, Gezondheid]",
        "themes: [vrije-tijd, gezondheid]",
    ),
    "a word for a theme": ("themes: [vrije-tijd, gezondheid]", "themes: [¶hobby]", "vrije-tijd"),
    "a helpline by its number": ("helplines: [noodnummer]", "helplines: [¶112]", "noodnummer"),
    "vzw": ("kind: association", "¶kind: vzw", "association"),
    "full": ("    kind: activity\n", "    kind: activity\n    ¶status: volzet\n", 'notice: {text: "Volzet"}'),
    "an age": ("audience: everyone", "¶audience: 55+", "older people"),
    "a country": ("  languages: [nl, fr]\n  map", "  languages: [nl, fr, ¶ua]\n  map", "uk"),
    "names of languages": (
        "languages: [nl, fr]\n    access",
        "languages: [¶Nederlands, Frans]\n    access",
        "languages: [nl, fr]",
    ),
    "no comma": ("south_west: 50.84, 3.29", "south_west: ¶50.84 3.29", "south_west: 50.84, 3.29"),
    "commas in numbers": ("south_west: 50.84, 3.29", 'south_west: ¶"50,84; 3,29"', "south_west: 50.84, 3.29"),
    "an exchanged corner": ("south_west: 50.84, 3.29", "south_west: ¶3.29, 50.84", "south_west: 50.84, 3.29"),
    "a mail as a website": (WEBSITE, "    ¶website: hallo@voorbeeld.be\n", "email: hallo@voorbeeld.be"),
    "a website with a slip": (
        WEBSITE,
        "    ¶website: htp:/www.voorbeeld.be\n",
        "website: https://www.voorbeeld.be",
    ),
    "an address of a mail program": (
        WEBSITE,
        "    ¶email: Jan <jan@voorbeeld.be>\n",
        "email: jan@voorbeeld.be",
    ),
    "half past nine": ("from: 9:30", "from: ¶half tien", "from: 9:30"),
    "the month first": ("since: 2022-01-07", "since: ¶01/27/2022", "since: 2022-01-27"),
    "a rhythm in words": ("every: week\n", "¶every: tweewekelijks\n", "every: 2 weeks"),
    "a URL of a project": (
        "  languages: [nl, fr]\n  map",
        "  languages: [nl, fr]\n"
        "  editor: {backend: gitlab, repo: ¶https://gitlab.com/wijk/gids.git, app_id: abc}\n  map",
        "repo: wijk/gids",
    ),
    "a project as a host": (
        "  languages: [nl, fr]\n  map",
        "  languages: [nl, fr]\n"
        "  editor: {backend: gitea, repo: wijk/gids, host: ¶wijk/gids, app_id: abc}\n  map",
        "host: https://git.voorbeeld.be",
    ),
    "a place among the organisations": (
        "\nplaces:\n",
        "  - ¶id: markt\n    name: Markt\n    number: 3\n    coordinates: 50.85, 3.31\n\nplaces:\n",
        "places",
    ),
    "a note at the very left": ("\nplaces:\n", "\n¶Nog vragen aan An\n\nplaces:\n", "# Nog vragen aan An"),
    "a changed id that others name": ("  - id: wijkhuis\n", "  - id: ¶buurthuis\n", "id: wijkhuis"),
}


def spoiled(old: str, new: str, files: dict[str, str]) -> tuple[dict[str, str], str, int]:
    """The files with the slip, the file that has it and its line (0: not told)."""
    name = next(name for name, text in files.items() if old in text)
    text = files[name].replace(old, new, 1)
    line = find_sign(text)[0] if "¶" in text else 0
    return files | {name: text.replace("¶", "")}, name, line


def told(files: dict[str, str]) -> list[Problem]:
    return errors(read(files["offers.yaml"], files["socialmap.yaml"], icons=(), words=DUTCH))


def shown(problems: list[Problem]) -> str:
    return "\n".join(render_problem(problem, DUTCH) for problem in problems)


@pytest.mark.parametrize("slip", SLIPS)
def test_one_message(slip: str) -> None:
    old, new, remedy = SLIPS[slip]
    files, name, line = spoiled(old, new, SAMPLE)
    found = told(files)
    assert len(found) == 1, shown(found)
    assert found[0].file == name, shown(found)
    assert line in (0, found[0].line), shown(found)
    assert remedy in found[0].remedy, shown(found)


HEADINGS = [key for text in REAL.values() for key in re.findall(r"^(\w+):$", text, re.MULTILINE)]
DAMAGED = {
    "gone": "",
    "without its colon": "¶{key}\n",
    "with spaces": "  ¶{key}:\n",
    "with a dash": "¶- {key}:\n",
}


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("damage", ["gone", "without its colon"])
def test_a_heading_of_the_real_files(heading: str, damage: str) -> None:
    """All the records below it belong to nothing, or to the list above."""
    files, name, line = spoiled(f"\n{heading}:\n", "\n" + DAMAGED[damage].format(key=heading), REAL)
    (problem, *others) = found = told(files)
    assert others == [], shown(found)
    assert problem.file == name
    assert problem.remedy.endswith(f": {heading}:")
    if damage == "gone":
        below = files[name].split("\n")[problem.line - 1]
        assert problem.excerpt == below
        assert REAL[name].split("\n")[problem.line] == below  # one line higher than it was
    else:
        assert problem.line == line


def emptied(heading: str, below: str, files: dict[str, str]) -> dict[str, str]:
    """The files with something else below a heading: nothing at all, or remarks only."""
    return {
        name: re.sub(rf"(?ms)^{heading}:\n.*?(?=^\w|\Z)", f"{heading}:\n{below}", text)
        for name, text in files.items()
    }


@pytest.mark.parametrize("recall", [make_anew, lambda _key, make: make()])
@pytest.mark.parametrize("files", [REAL, SAMPLE])
@pytest.mark.parametrize("below", ["", "\n  # - id: soep\n"])
@pytest.mark.parametrize("heading", HEADINGS)
def test_nothing_below_a_heading(heading: str, below: str, files: dict[str, str], recall: Recall) -> None:
    """No list vanishes without a word, and whoever names its records makes no mistake."""
    files = emptied(heading, below, files)
    found = errors(read(files["offers.yaml"], files["socialmap.yaml"], icons=(), words=DUTCH, recall=recall))
    assert [problem.excerpt for problem in found] == [f"{heading}:"], shown(found)
    assert found[0].message == f"Onder {heading} staat niets."
    assert heading == "neighbourhood" or f"Schrijf: {heading}: []" in found[0].remedy


@pytest.mark.parametrize("name", REAL)
def test_a_file_with_only_braces_is_empty(name: str) -> None:
    (problem,) = told(REAL | {name: "{}\n"})
    assert (problem.file, problem.message) == (name, "Dit bestand is leeg.")


@pytest.mark.parametrize("heading", ["contacts", "places", "helplines"])
@pytest.mark.parametrize("damage", DAMAGED)
def test_a_heading_and_another_mistake(heading: str, damage: str) -> None:
    """Nothing is blank above it; the other mistake still has its own line."""
    tight = {name: text.replace("\n\n", "\n") for name, text in SAMPLE.items()}
    tight["socialmap.yaml"] = tight["socialmap.yaml"].replace('number: "112"', "number: hulp")
    files, name, _line = spoiled(f"\n{heading}:\n", "\n" + DAMAGED[damage].format(key=heading), tight)
    first, second = found = told(files)
    lines = files[name].split("\n")
    assert first.remedy.endswith(f": {heading}:"), shown(found)
    assert lines[second.line - 1] == second.excerpt == "    number: hulp"


LOST_IDS = [
    ("organisations", "voorbeeldvzw", "name: Voorbeeldvzw"),
    ("places", "wijkhuis", "name: Het wijkhuis"),
    ("themes", "vrije-tijd", "name: Vrije tijd"),
    ("themes", "gezondheid", "name: Gezondheid"),
    ("helplines", "noodnummer", "name: Noodnummer"),
    ("offers", "breiclub", "name:\n      nl: Breiclub"),
]


@pytest.mark.parametrize(("shelf", "an_id", "name"), LOST_IDS)
@pytest.mark.parametrize("way", ["  - ¶", "    ¶", "  - ¶id:\n    "])
def test_only_the_id_of_a_record_is_gone(shelf: str, an_id: str, name: str, way: str) -> None:
    """Whoever names that record makes no mistake; and the message says which id it was."""
    files, file, line = spoiled(f"  - id: {an_id}\n    {name}", f"{way}{name}", SAMPLE)
    (problem, *others) = found = told(files)
    assert others == [], f"{shelf}\n{shown(found)}"
    assert (problem.file, problem.line) == (file, line), shown(found)
    assert f"id: {an_id}" in problem.remedy, shown(found)


def test_each_value_that_a_comma_cuts() -> None:
    text = OFFERS.replace("price: free", "price: {amount: 3,50, reduced: 1,50}")
    assert [problem.remedy for problem in told({**SAMPLE, "offers.yaml": text})] == [
        "Schrijf: amount: 3.50",
        "Schrijf: reduced: 1.50",
    ]


def test_an_id_that_nobody_has_is_told_once() -> None:
    text = OFFERS.replace("place: wijkhuis", "place: sporthal")
    (problem,) = told({**SAMPLE, "offers.yaml": text})
    assert "offers.yaml:" in problem.message


def test_records_in_the_other_file() -> None:
    begin, end = (SOCIALMAP.index(f"\n{key}:\n") for key in ("contacts", "questions"))
    files = {
        "offers.yaml": OFFERS + SOCIALMAP[begin:end],
        "socialmap.yaml": SOCIALMAP[:begin] + SOCIALMAP[end:],
    }
    (problem,) = told(files)
    assert problem.remedy == "Dit hoort in socialmap.yaml."


WARNED = [
    ("  languages: [nl, fr]\n  map", "  ¶languages: [fr]\n  map", "languages: [nl, fr]"),
    ("    coordinates: 50.86, 3.32\n", "    ¶coordinates: 3.32, 50.86\n", "coordinates: 50.86, 3.32"),
    (
        "    south_west: 50.84, 3.29\n    north_east: 50.87, 3.33\n",
        "    south_west: 3.29, 50.84\n    north_east: 3.33, 50.87\n",
        "south_west: 50.84, 3.29, north_east: 50.87, 3.33",
    ),
    ("functions: [ontmoeten, leren]", "¶functions: []", "functions: [ontmoeten, leren]"),
]


@pytest.mark.parametrize(("old", "new", "remedy"), WARNED)
def test_what_is_possible_and_surely_not_meant(old: str, new: str, remedy: str) -> None:
    files, name, line = spoiled(old, new, SAMPLE)
    reading = read(files["offers.yaml"], files["socialmap.yaml"], words=DUTCH)
    found = [p for p in reading.problems if p.severity is Severity.WARNING and p.kind != "route"]
    assert reading.guide, shown(list(reading.problems))
    assert [problem.file for problem in found] == [name], shown(found)
    assert line in (0, found[0].line)
    assert remedy in found[0].remedy, shown(found)


@pytest.mark.parametrize("key", ["summary", "simple", "kind", "    lines"])
def test_a_line_that_lost_all_its_spaces(key: str) -> None:
    """It is not a heading, and nothing is missing in its record."""
    lines = REAL["offers.yaml"].split("\n")
    number = next(
        n for n in range(lines.index("  - id: digipunt"), len(lines)) if lines[n].startswith(f"    {key}:")
    )
    lines[number] = lines[number].lstrip()
    (problem,) = told(REAL | {"offers.yaml": "\n".join(lines)})
    assert (problem.line, problem.column) == (number + 1, 1)
    assert problem.message.startswith("Het aantal spaties vooraan")


@pytest.mark.parametrize("lost", [2, 4, 6])
def test_a_line_of_a_schedule_that_lost_some_of_its_spaces(lost: int) -> None:
    """It is named itself, not the line below it, which is where it should be."""
    lines = REAL["offers.yaml"].split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith("        from: "))
    lines[number] = lines[number][lost:]
    (problem,) = told(REAL | {"offers.yaml": "\n".join(lines)})
    assert (problem.line, problem.column) == (number + 1, 9 - lost)
