"""Every mistake in a field gives one problem, at its own line and column, with a remedy."""

import pytest

from generator.reading.report import render_problem
from tests.reading.samples import ENGLISH, OFFERS, SOCIALMAP, errors, find_sign, read, spoil

MISTAKES = [
    ("from: 9:30", "from: ¶25:30", "25:30 is not a time", "from: 9:30"),
    ("until: 11:30", "until: ¶half twaalf", "half twaalf is not a time", ""),
    ("since: 2022-01-07", "since: ¶7 januari", "not a date", "2026-01-07"),
    ("since: 2022-01-07", "since: ¶30/02/2022", "30/02/2022 does not exist", ""),
    ("since: 2022-01-07", "since: ¶0222-01-07", "year", ""),
    ("until: 11:30", "until: ¶9:00", "ends before it starts", "until: 21:00"),
    ("since: 2022-01-07", "since: 2022-01-07\n        last: ¶2021-01-01", "ends before", ""),
    ("on: friday", "on: ¶vrijdg", "vrijdg is not a day", "friday"),
    ("on: friday", "on: ¶monday, friday", "Several values", "on: [monday, friday]"),
    ("on: friday", "on: ¶first friday", "first or last day", "every: month"),
    ("every: week", "every: ¶soms", "soms is not a length", "every: week"),
    (
        "except: [school holidays, public holidays]",
        "except: [¶school holiday, public holidays]",
        "school holiday",
        "school holidays",
    ),
    (
        "    place: wijkhuis\n    organiser: voorbeeldvzw\n    partners",
        "    place: ¶wijkhius\n    organiser: voorbeeldvzw\n    partners",
        "no wijkhius among",
        "wijkhuis",
    ),
    (
        "    place: wijkhuis\n    organiser: voorbeeldvzw\n    partners",
        "    place: ¶Wijkhuis\n    organiser: voorbeeldvzw\n    partners",
        "Wijkhuis is not an id",
        "place: wijkhuis",
    ),
    (
        "    place: wijkhuis\n    organiser: voorbeeldvzw\n    partners",
        "    place: ¶[wijkhuis]\n    organiser: voorbeeldvzw\n    partners",
        "list stands at place",
        "place: wijkhuis",
    ),
    ("contacts: [jan-voorbeeld]", "contacts: [jan-voorbeeld, ¶piet]", "no piet", ""),
    ("stops: [wijkhuis, park]", "stops: [wijkhuis, ¶parkk]", "no parkk among", "park"),
    ("stops: [wijkhuis, park]", "stops: ¶[park]", "at least two", "stops: [wijkhuis, park]"),
    ("stops: [wijkhuis, park]", "¶haltes: [wijkhuis, park]", "haltes is not", "stops"),
    (
        "route:\n      stops: [wijkhuis, park]\n      loop: yes",
        "route: ¶[wijkhuis, park]",
        "list stands at route",
        "{stops:",
    ),
    (
        "themes: [vrije-tijd, gezondheid]",
        "themes: ¶vrije-tijd, gezondheid",
        "Several values",
        "themes: [vrije-tijd, gezondheid]",
    ),
    ("themes: [vrije-tijd, gezondheid]", "themes: [¶vrijetijd, gezondheid]", "vrijetijd", "vrije-tijd"),
    ("functions: [ontmoeten, leren]", "functions: [ontmoeten, ¶leeren]", "leeren", "leren"),
    (
        "    kind: activity\n    functions: [",
        "    kind: ¶workshop\n    functions: [",
        "workshop",
        "activity, service",
    ),
    ("name: Soep in de wijk", "¶name:", "name is empty", "name:"),
    ("name: Soep in de wijk", "¶naam: Soep in de wijk", "naam is not", "name"),
    ("name: Soep in de wijk", "name: ¶[Soep, wijk]", "list stands at name", ""),
    ("name: Soep in de wijk", "name: Soep¶: vers", "colon", '"Soep: vers"'),
    ("name: Soep in de wijk", "name: ¶'t Buurthuis", "apostrophe", '"\'t Buurthuis"'),
    ("name: Soep in de wijk", "name: ¶'t Buurthuis van 's avonds", "apostrophe", ""),
    ("name: Soep in de wijk", 'name: ¶"Soep in de wijk', "quote", '"Soep in de wijk"'),
    ("name: Soep in de wijk", 'name: ¶"Soep" in de wijk', "closing quote", ""),
    ("name: Soep in de wijk", "name: ¶“Soep in de wijk”", "curly", '"Soep in de wijk"'),
    ("name: Soep in de wijk", "name: Soep ¶#3 in de wijk", "#", '"Soep #3 in de wijk"'),
    ("name: Soep in de wijk", "name: ¶*Soep*", "begin with *", ""),
    ("name: Soep in de wijk", "name: ¶!Soep", "begin with !", ""),
    ("name: Soep in de wijk", "name: ¶@Soep", "begin with @", ""),
    ("name: Soep in de wijk", "name: ¶[nieuw] Soep", "begin with [", ""),
    ("name: Soep in de wijk", "name: ¶> 3 soepen", "begin with >", ""),
    ("name: Soep in de wijk", "name¶:Soep in de wijk", "space after the colon", "name: Soep in de wijk"),
    ("name: Soep in de wijk", "name¶ = Soep in de wijk", "equals", "name: Soep in de wijk"),
    (
        "name: Soep in de wijk",
        "name¶ Soep in de wijk",
        "colon is missing after name",
        "name: Soep in de wijk",
    ),
    ("    name: Soep in de wijk", "¶\tname: Soep in de wijk", "tab", ""),
    ("    name: Soep in de wijk", "   ¶\u00a0name: Soep in de wijk", "special space", ""),
    ("name: Soep in de wijk", "name:¶\u00a0Soep in de wijk", "special space", ""),
    ("name: Soep in de wijk", "name: Soep¶\x07 in de wijk", "invisible", ""),
    ("name: Soep in de wijk", 'name: ¶"Soep\\x07 in de wijk"', "invisible", ""),
    ("    name: Soep in de wijk", "     ¶name: Soep in de wijk", "number of spaces", ""),
    ("    name: Soep in de wijk", "   ¶name: Soep in de wijk", "number of spaces", ""),
    (
        "summary: We koken samen soep.",
        "summary: We koken.\n    ¶summary: Samen.",
        "summary is there twice",
        "",
    ),
    (
        "summary: We koken samen soep.",
        "summary: We koken.\n    ¶sumary: Samen.",
        "sumary is not a key",
        "summary",
    ),
    ("summary: We koken samen soep.", "summary: We koken.\n    ¶prijs: 2", "prijs is not", "price"),
    ("  - id: breiclub", "  ¶-id: breiclub", "dash", "- id: breiclub"),
    ("  - id: breiclub", " ¶- id: breiclub", "number of spaces", ""),
    ("amount: 2,50", "amount: ¶twee", "twee is not an amount", "2,50"),
    ("reduced: 1", "reduced: ¶3", "reduced", ""),
    ("amount: 2,50", "free: yes\n      amount: ¶2,50", "free", ""),
    ("price: free", "price: ¶vijf euro", "vijf euro is not an amount", "price: 2,50"),
    ("price: free", "price: ¶[1, 2]", "price", ""),
    ("tariffs: [UiTPAS]", "tariffs: [¶UITPASS]", "UITPASS", "UiTPAS"),
    ("signup: none", "signup: ¶misschien", "misschien", "none, recommended, required"),
    ("dutch_needed: 2", "dutch_needed: ¶5", "5 is not a level", ""),
    ("languages: [nl, fr]\n    access", "languages: [¶Nederlands, fr]\n    access", "Nederlands", "nl"),
    ("bring: [Een lege pot]", "bring:\n      - ¶Let op: een pot", "colon", '"Let op: een pot"'),
    ("bring: [Een lege pot]", "bring: ¶[Een lege pot", "bracket", ""),
    (
        "notice:\n      text: Deze week in de grote zaal.\n      from: 2026-11-20\n      until: 2026-11-30",
        "notice: ¶Deze week dicht",
        "notice needs keys",
        "text:",
    ),
    ("until: 2026-11-30", "until: ¶2026-11-10", "ends before", ""),
    (
        "checked: {on: 2026-11-01, by: Jan, how: telefoon}",
        "checked: ¶2026-11-01",
        "checked needs keys",
        "{on:",
    ),
    (
        "checked: {on: 2026-11-01, by: Jan, how: telefoon}",
        "checked: {on: 2026-11-01, by: ¶[Jan, An]}",
        "list stands at by",
        "",
    ),
    ("      fr: Club de tricot", "      ¶xx: Club de tricot", "language with the code xx", ""),
    ("      fr: Club de tricot", "      ¶fr: [Club]", "text", ""),
    ("        - 2026-12-04", "        - ¶4 december", "not a date", ""),
    ("        - 2026-12-04", "        -¶", "after this dash", ""),
    ("municipality: Verzonnenstad", "municipality: ¶[a]", "list stands at municipality", ""),
    ("meeting_house: wijkhuis", "meeting_house: ¶wijkhuus", "no wijkhuus", "wijkhuis"),
    ("phone: 056 00 00 00", "phone: ¶bel ons", "bel ons is not a phone", ""),
    ("number: 056 00 00 01", "number: ¶056 en 057", "not a phone number", ""),
    ("north_east: 50.87, 3.33", "north_east: ¶50.80, 3.33", "north-east", ""),
    ("south_west: 50.84, 3.29", "south_west: ¶hier", "latitude", ""),
    ("website: www.voorbeeld.example", "website: ¶geen", "geen is not a web address", ""),
    ("website: www.voorbeeld.example", "website: ¶javascript:alert(1)", "is not a web address", ""),
    ("website: www.voorbeeld.example", "website: ¶JaVaScRiPt://voorbeeld.be/%0aalert(1)", "is not a web", ""),
    ("website: www.voorbeeld.example", "website: ¶data:text/html,x.be", "is not a web address", ""),
    ("website: www.voorbeeld.example", "email: ¶jan.voorbeeld.be", "e-mail", ""),
    ("website: www.voorbeeld.example", "email: ¶jan?bcc=piet@voorbeeld.be", "e-mail", ""),
    ("        closes: 12:00", "        closes: ¶8:00", "ends before", "20:00"),
    ("price: free", "¶prize:", "prize is not a key", "price"),
    ("checked: {on: 2026-11-01}", "checked: {¶on:2026-11-01}", "space after the colon", "on: 2026-11-01"),
    ("name: Soep in de wijk", 'name: "Soep¶\\zaal"', "backslash", ""),
    ("number: 1\n", "number: ¶een\n", "een is not a whole number", ""),
    ("publish: yes", "publish: ¶misschien", "neither yes nor no", ""),
    ("    pictogram: laptop", "    pictogram: ¶labtop", "no pictogram", "laptop"),
    ("helplines:", "¶helpline:", "helpline is not", "helplines"),
    ("themes:\n  - id", "¶thema's:\n  - id", "thema's is not", "themes"),
    (
        "when:\n      dates:\n        - 2026-12-04\n        - {on: 2026-12-18, from: 14:00, until: 16:00}",
        "when: ¶elke vrijdag",
        "when needs keys",
        "elke vrijdag",
    ),
    (
        "when:\n      dates:\n        - 2026-12-04\n        - {on: 2026-12-18, from: 14:00, until: 16:00}",
        "when:\n      ¶from: 9:00",
        "does not say when",
        "",
    ),
    ("      reduced: 1\n", "      reduced: 1\n      ¶place: wijkhuis\n", "place", "to the left"),
    ("    dutch_needed: 2", "    dutch_needed: ¶&twee 2", "begin with &", ""),
    (
        "every: week\n        on: friday",
        "every: month\n        on: ¶friday",
        "which week of the month",
        "first thursday",
    ),
    (
        "        except: [school holidays, public holidays]",
        "    ¶except: [school holidays]",
        "except is not a key",
        "under when",
    ),
    (
        "  - id: soep-in-de-wijk\n    name: Soep in de wijk\n    summary: We koken samen soep.",
        "  - ¶id: soep-in-de-wijk\n    name: Soep in de wijk",
        "summary is missing at soep-in-de-wijk",
        "summary: ",
    ),
    ("documents: [identity card, letter]", "documents: [¶identiteitkaart]", "documents", "identity card"),
    ("documents: [identity card, letter]", "documents: [letter, ¶none]", "none is not one", "identity card"),
    ("documents: [identity card, letter]", "documents: ¶brief, loonfiche", "Several values", "[brief,"),
    ("documents: [identity card, letter]", "¶papieren: [letter]", "papieren is not", "documents"),
    ("except: school holidays", "except: ¶vakantie", "vakantie is not one", "school holidays"),
    (
        "on: 2026-12-28\n        closed: yes",
        "¶on: 2026-12-28",
        "whether it is open",
        "closed: yes",
    ),
    ("closed: yes", "opens: 9:00\n        closes:¶", "whether it is open", "opens: 9:00"),
    ("closed: yes", "opens: 9:00\n        closes: 12:00\n        closed: ¶yes", "yet there are hours", ""),
    ("closed: yes", "opens: 9:00\n        closes: ¶8:00", "ends before", "20:00"),
    ("whatsapp: no", "whatsapp: ¶misschien", "neither yes nor no", "yes"),
    (
        "number: 056 00 00 01\n        label: Onthaal\n        languages: [nl]\n        whatsapp: no",
        "number: ¶1712\n        whatsapp: yes",
        "WhatsApp needs",
        "number: 0470",
    ),
    ("phone: 0470 00 00 00", "whatsapp: ¶yes", "WhatsApp needs", "phone: 0470"),
    (
        "appointment: none",
        "appointment: ¶Bel altijd eerst",
        "is not one of the words",
        'appointment: {needed: required, how: "Bel altijd eerst"}',
    ),
    (
        "      - on: [monday, tuesday]\n        opens: 9:00\n        closes: 12:00",
        "      - ¶on: [monday, tuesday]\n        opens: 9:00",
        "closes is missing at opening_hours",
        "closes: 17:00",
    ),
]
"""What stood there, what stands there now (¶: where the problem is), parts of message and remedy."""


@pytest.mark.parametrize(("old", "new", "message", "remedy"), MISTAKES, ids=[row[1][:50] for row in MISTAKES])
def test_one_mistake_one_message(old: str, new: str, message: str, remedy: str) -> None:
    spoiled = spoil(old, new)
    reading = spoiled.read()
    shown = "\n".join(render_problem(problem, ENGLISH) for problem in errors(reading))
    assert reading.guide is None
    assert len(errors(reading)) == 1, shown
    problem = errors(reading)[0]
    assert (problem.file, problem.line, problem.column) == (spoiled.file, spoiled.line, spoiled.column), shown
    assert message in problem.message, shown
    assert remedy in problem.remedy, shown


def test_the_sample_has_no_mistake() -> None:
    reading = read()
    assert reading.problems == ()
    assert reading.guide is not None
    assert [offer.id for offer in reading.guide.offers] == ["soep-in-de-wijk", "breiclub"]


def test_half_past_nine_in_every_spelling() -> None:
    for spelling in ("9:30", "9u30", "9.30u", "09:30", "9.30", "'9:30'"):
        guide = read(OFFERS.replace("from: 9:30", f"from: {spelling}")).guide
        assert guide is not None
        assert str(guide.offers[0].when[0].starts) == "09:30:00"


def test_phone_numbers_keep_their_leading_zero() -> None:
    guide = read(SOCIALMAP and OFFERS, SOCIALMAP.replace("056 00 00 01", "056000001")).guide
    assert guide is not None
    assert guide.organisations[0].phones[0].number == "056000001"


def test_many_mistakes_come_out_at_once() -> None:
    """One in each record and each part, syntax errors among them."""
    offers = OFFERS
    for old, new in (
        ("from: 9:30", "from: 9:75"),
        ("themes: [vrije-tijd, gezondheid]", "themes: [vrije-tijd, gezontheid]"),
        ("audience: everyone", "audiense: everyone"),
        ("signup: none", "signup:none"),
    ):
        offers = offers.replace(old, new, 1)
    offers += """\
  - id: kookclub
    name: "Kookclub
    summary: Samen koken.
  - id: zangkoor
    naam: Zangkoor
    summary: Samen zingen: elke week.
    kind: activity
    functions: ontmoeten
    themes: vrije-tijd
    price: gratis
  - id: fietslessen
    name: Fietslessen
    kind: activity
    functions: leren
    themes: vrije-tijd
\tprice: free
"""
    socialmap = SOCIALMAP.replace("until: 2027-01-03", "until: 2026-01-03").replace(
        'number: "112"', "number: hulp"
    )
    problems = errors(read(offers, socialmap))
    lines = (offers.split("\n"), socialmap.split("\n"))
    told = [lines[problem.file == "socialmap.yaml"][problem.line - 1].strip() for problem in problems]
    assert told == [
        "themes: [vrije-tijd, gezontheid]",
        "audiense: everyone",
        "from: 9:75",
        "signup:none",
        'name: "Kookclub',
        "naam: Zangkoor",
        "summary: Samen zingen: elke week.",
        "- id: fietslessen",
        "price: free",
        "until: 2026-01-03",
        "number: hulp",
    ]


def test_a_broken_record_is_no_dangling_reference() -> None:
    problems = errors(
        read(OFFERS.replace("    name:\n      nl: Breiclub", "    name: [\n      nl: Breiclub"))
    )
    assert len(problems) == 1
    assert problems[0].file == "offers.yaml"


def test_a_second_record_with_the_same_id() -> None:
    text = OFFERS + "  - id: ¶breiclub\n    name: Nog een\n    summary: Nog een.\n    kind: activity\n"
    text += "    functions: leren\n    themes: vrije-tijd\n"
    (problem,) = errors(read(text.replace("¶", "")))
    assert (problem.line, problem.column) == find_sign(text)
    assert "already stands on line 42" in problem.message


def test_a_previous_id_that_is_in_use() -> None:
    (problem,) = errors(
        read(OFFERS.replace("  - id: breiclub\n", "  - id: breiclub\n    previous_ids: soep-in-de-wijk\n"))
    )
    assert "previous id soep-in-de-wijk is in use" in problem.message


def test_a_place_number_that_is_taken() -> None:
    another = "  - id: bos\n    name: Bos\n    number: ¶1\n    checked: {on: 2026-10-01}\n"
    text = SOCIALMAP.replace("\ncontacts:", another + "\ncontacts:")
    (problem,) = errors(read(OFFERS, text.replace("¶", "")))
    assert (problem.line, problem.column) == find_sign(text)
    assert "3" in problem.remedy


def test_a_question_that_leads_nowhere() -> None:
    answers = "    themes: vrije-tijd\n    offers: [breiclub]\n    organisations: [voorbeeldvzw]\n"
    (problem,) = errors(read(OFFERS, SOCIALMAP.replace(answers, "")))
    assert "leads nowhere" in problem.message
    assert problem.excerpt == "  - id: ik-verveel-me"


def test_what_is_left_empty_counts_as_absent() -> None:
    guide = read(OFFERS.replace("price: free", "price:").replace("dutch_needed: 2", 'dutch_needed: ""')).guide
    assert guide is not None
    assert guide.offers[1].price is None
    assert guide.offers[0].dutch_needed is None


def test_a_slip_does_not_hide_the_rest_of_its_record() -> None:
    text = OFFERS.replace("functions: [ontmoeten, leren]", "functions: [ontmoeten, leren").replace(
        "from: 9:30", "from: 9:75"
    )
    assert [problem.excerpt.strip() for problem in errors(read(text))] == [
        "functions: [ontmoeten, leren",
        "from: 9:75",
    ]


def test_a_slip_in_a_line_with_lines_under_it() -> None:
    text = OFFERS.replace("    notice:\n", "    notice: [\n").replace("from: 9:30", "from: 9:75")
    assert [problem.excerpt.strip() for problem in errors(read(text))] == ["from: 9:75", "notice: ["]


def test_a_dutch_key_with_a_slip() -> None:
    (problem,) = errors(read(OFFERS.replace("    summary: We koken", "    samenvating: We koken")))
    assert problem.remedy == "Did you mean summary?"
