"""Warnings, addresses, and what no one field can know."""

from datetime import date

import pytest

from generator.model.fields import Coordinates, Period
from generator.model.freshness import due_date, freshness
from generator.model.record import Checked
from generator.problems import Problem
from generator.reading import references
from generator.reading.addresses import check_site_url
from tests.reading.samples import ENGLISH, OFFERS, SOCIALMAP, errors, read


def warnings(offers: str = OFFERS, socialmap: str = SOCIALMAP, **options: object) -> list[Problem]:
    reading = read(offers, socialmap, **options)  # type: ignore[arg-type]
    assert reading.guide is not None
    return list(reading.problems)


def test_a_check_that_is_overdue() -> None:
    text = OFFERS.replace("checked: {on: 2026-11-01}", "checked: {on: 2026-05-22}")
    (problem,) = warnings(text)
    assert (problem.kind, problem.excerpt.strip()) == ("overdue", "checked: {on: 2026-05-22}")
    assert "2026-11-22" in problem.message


def test_an_own_period_counts_first() -> None:
    old = OFFERS.replace("checked: {on: 2026-11-01}", "checked: {on: 2024-01-01}\n    review_every: 5 years")
    assert warnings(old) == []


def test_a_record_that_was_never_checked() -> None:
    (problem,) = warnings(OFFERS.replace("    checked: {on: 2026-11-01}\n", ""))
    assert (problem.kind, problem.excerpt) == ("unchecked", "  - id: breiclub")


def test_a_check_in_the_future() -> None:
    (problem,) = warnings(OFFERS.replace("checked: {on: 2026-11-01}", "checked: {on: 2026-12-01}"))
    assert problem.kind == "future"


def test_a_long_sentence_in_plain_language() -> None:
    """Ten words hold; a line ends a sentence too."""
    ten, eleven = "een twee drie vier vijf zes zeven acht negen tien", "Elf"
    said = f"    simple: |\n      {ten}\n      {ten}. {eleven} {ten}.\n    kind: activity\n"
    (problem,) = warnings(OFFERS.replace("    kind: activity\n", said, 1))
    assert (problem.kind, problem.excerpt.strip()) == ("simple", "simple: |")
    assert "11" in problem.message


def test_nobody_to_call() -> None:
    phones = (
        "    phones:\n      - number: 056 00 00 01\n        label: Onthaal\n        languages: [nl]\n"
        "        whatsapp: no\n"
    )
    found = warnings(OFFERS, SOCIALMAP.replace(phones, ""))
    assert [(problem.kind, problem.file) for problem in found] == [
        ("no-contact", "offers.yaml"),
        ("no-contact", "socialmap.yaml"),
    ]


def test_an_unpublished_worker_is_nobody_to_call() -> None:
    text = SOCIALMAP.replace("publish: yes", "publish: no").replace(
        "      - number: 056 00 00 01\n", "      - number: 056 00 00 01\n"
    )
    assert (
        warnings(OFFERS.replace("    organiser: voorbeeldvzw\n    partners", "    partners"), text)[0].kind
        == "no-contact"
    )


def test_a_published_worker_without_a_number() -> None:
    (problem,) = warnings(OFFERS, SOCIALMAP.replace("    phone: 0470 00 00 00\n", ""))
    assert "Jan Voorbeeld" in problem.message


def test_ended_without_a_word() -> None:
    (problem,) = warnings(OFFERS.replace("    price: free\n", "    price: free\n    status: ended\n"))
    assert (problem.kind, problem.excerpt.strip()) == ("ended", "status: ended")


def test_ended_and_yet_running() -> None:
    (problem,) = warnings(
        OFFERS.replace("    price: free\n", "    price: free\n    ended: {on: 2026-01-01}\n")
    )
    assert problem.excerpt.strip() == "ended: {on: 2026-01-01}"


def test_a_schedule_that_is_over() -> None:
    (problem,) = warnings(
        OFFERS.replace("since: 2022-01-07\n", "since: 2022-01-07\n        last: 2026-06-30\n")
    )
    assert problem.kind == "past"


def test_a_text_in_a_language_that_is_not_made() -> None:
    (problem,) = warnings(OFFERS.replace("fr: Club de tricot", "tr: Örgü kulübü"))
    assert (problem.kind, problem.excerpt.strip()) == ("language", "tr: Örgü kulübü")


def test_a_text_without_dutch() -> None:
    (problem,) = warnings(OFFERS.replace("      nl: Breiclub\n", ""))
    assert "Dutch" in problem.message


@pytest.mark.parametrize(
    ("cancelled", "nearest"),
    [
        ("{on: 2026-12-10, reason: ziek}", "2026-12-11"),
        ("2025-12-11", "2026-12-11"),
        ("[2026-12-18, 2026-12-19]", "2026-12-25"),
        ("2021-12-31", "2026-12-25"),
    ],
)
def test_a_day_on_which_nothing_can_be_cancelled(cancelled: str, nearest: str) -> None:
    """Not on a day of the rule, or before its first day."""
    rule = "        except: [school holidays, public holidays]\n"
    (problem,) = warnings(OFFERS.replace(rule, f"{rule}        cancelled: {cancelled}\n"))
    assert problem.excerpt.strip() == f"cancelled: {cancelled}"
    assert problem.remedy == f"Look at the date. The nearest day is {nearest}."


@pytest.mark.parametrize("cancelled", ["2026-12-11", "2026-10-30", "[2025-12-12, 2022-01-07]"])
def test_a_day_that_is_cancelled(cancelled: str) -> None:
    """Also one that is past."""
    rule = "        except: [school holidays, public holidays]\n"
    text = OFFERS.replace(rule, f"{rule}        cancelled: {cancelled}\n")
    assert warnings(text) == []


def test_a_date_that_is_cancelled() -> None:
    dates = "    when:\n      dates:\n"
    assert warnings(OFFERS.replace(dates, "    when:\n      cancelled: 2026-12-04\n      dates:\n")) == []
    (problem,) = warnings(OFFERS.replace(dates, "    when:\n      cancelled: 2026-12-05\n      dates:\n"))
    assert "2026-12-04" in problem.remedy


def test_a_place_gets_its_coordinates_from_its_address() -> None:
    text = SOCIALMAP.replace("    coordinates: 50.85, 3.31\n", "")
    guide = read(OFFERS, text, locate={"Voorbeeldstraat 1": Coordinates(50.86, 3.3)}.get).guide
    assert guide is not None
    assert guide.places[0].coordinates == Coordinates(50.86, 3.3)


def test_an_address_that_is_not_found() -> None:
    text = SOCIALMAP.replace("    coordinates: 50.85, 3.31\n", "")
    _, problem = warnings(OFFERS, text, locate=lambda address: None)  # the walk has lost a stop
    assert problem.excerpt.strip() == "address: Voorbeeldstraat 1"
    assert not any(sign.isdigit() for sign in problem.remedy), "who copies an example gets a wrong pin"


def test_an_address_like_one_that_is_there() -> None:
    text = SOCIALMAP.replace("    coordinates: 50.85, 3.31\n", "")
    _, problem = warnings(OFFERS, text, locate=lambda address: "Voorbeeldenstraat 1")
    assert problem.remedy.startswith("Did you mean Voorbeeldenstraat 1?")


def test_a_confidential_place_is_not_looked_up() -> None:
    text = SOCIALMAP.replace("    coordinates: 50.85, 3.31\n", "    confidential: yes\n")
    guide = read(OFFERS, text, locate=lambda address: Coordinates(50.86, 3.3)).guide
    assert guide is not None
    assert guide.places[0].coordinates is None


def test_a_place_outside_the_map() -> None:
    (problem,) = warnings(OFFERS, SOCIALMAP.replace("50.85, 3.31", "3.31, 50.85"))
    assert problem.kind == "exchanged"


@pytest.mark.parametrize(
    "spoiled",
    [
        "",
        "    coordinates: 50.86, 3.32\n    confidential: yes\n",
        "    coordinates: 50.86, 3.32\n    status: ended\n    ended: {instead: Ga naar het wijkhuis.}\n",
    ],
)
def test_a_walk_past_a_place_that_is_not_shown(spoiled: str) -> None:
    (problem,) = warnings(OFFERS, SOCIALMAP.replace("    coordinates: 50.86, 3.32\n", spoiled))
    assert (problem.kind, problem.excerpt.strip()) == ("route", "stops: [wijkhuis, park]")
    assert problem.message.startswith("park is not shown")


@pytest.mark.parametrize(
    ("site_url", "fits"),
    [
        ("https://stekwijzer.example/", True),
        (f"https://{'a' * 38}.be/", True),
        (f"https://{'a' * 39}.be/", False),
        ("https://voorbeeld.example/wijk/", True),
        ("https://voorbeeld.example/wijken/noord/", False),
        ("https://buurt_huis.voorbeeld.example.be/", False),
        ("voorbeeld.be", False),
        ("", False),
    ],
)
def test_the_address_must_fit_a_code(site_url: str, fits: bool) -> None:
    """With room for the edition, as in Q/A1B2C-99."""
    assert (check_site_url(site_url, ENGLISH.gettext) == ()) == fits


def test_two_records_with_one_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        references, "code_of", lambda kind, record_id: "00000" if kind == "offer" else kind + record_id
    )
    (problem,) = errors(read())
    assert problem.excerpt.strip() == "- id: breiclub"
    assert "soep-in-de-wijk" in problem.message


@pytest.mark.parametrize(
    ("count", "unit", "due"),
    [
        (3, "days", date(2027, 2, 3)),
        (2, "weeks", date(2027, 2, 14)),
        (1, "months", date(2027, 2, 28)),
        (13, "months", date(2028, 2, 29)),
        (2, "years", date(2029, 1, 31)),
        (999, "years", date(3026, 1, 31)),
    ],
)
def test_how_long_a_check_holds(count: int, unit: str, due: date) -> None:
    checked = Checked.model_validate({"on": "2027-01-31"})
    period = Period(count, unit)  # type: ignore[arg-type]
    assert due_date(checked, period) == due if count < 999 else due_date(checked, period) is not None
    last = due_date(checked, period)
    assert last is not None
    assert freshness(checked, period, last) == "fresh"
    assert freshness(checked, period, date.max) == "overdue"
    assert freshness(None, period, last) == "unchecked"
