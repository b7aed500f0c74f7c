"""What a neighbourhood takes over from a region: its own fields win, and the rest says whose it is."""

import json
from datetime import date
from functools import cache
from typing import Any

import pytest

from generator.model.guide import Guide
from generator.model.reviews import reviews, reviews_elsewhere
from generator.model.translations import texts_to_translate
from generator.reading.reader import Reading
from tests.sharing.region import ADDRESS, HELPS, INCLUDE, kept, published, read


@cache
def file() -> bytes:
    return kept()


def guide_of(reading: Reading) -> Guide:
    assert reading.guide is not None, reading.problems
    return reading.guide


def region_organisation(name: str = HELPS) -> dict[str, Any]:
    return next(record for record in published()["organisations"] if record["id"] == name)


def test_the_records_of_the_region_are_there_and_say_whose_they_are() -> None:
    guide = guide_of(read(file()))
    there, here = region_organisation(), guide.organisation[HELPS]
    assert here.name.first == there["name"]["nl"]
    assert [phone.number for phone in here.phones] == [phone["number"] for phone in there["phones"]]
    assert here.checked
    assert here.checked.on.isoformat() == there["checked"]["on"]
    assert {line["id"] for line in published()["helplines"]} <= {line.id for line in guide.helplines}
    home = guide.homes["organisations", HELPS]
    assert (home.name.first, home.url) == ("Voorbeeldwijk", there["url"])
    assert not here.contacts, "workers agreed to be named in one guide"


def test_opening_hours_come_over_whole() -> None:
    """Also the holidays on which these do not hold, and the days on which it is closed."""
    there, here = region_organisation(), guide_of(read(file())).organisation[HELPS]
    said = [
        ([day.value for day in hours.on], f"{hours.opens:%H:%M}", sorted(c.value for c in hours.closures))
        for hours in here.opening_hours
    ]
    assert said == [(h["on"], h["opens"], sorted(h["closed"])) for h in there["opening_hours"]]
    closed = {(e["first"], e["last"]) for e in there["exceptions"] if e["opens"] is None}
    assert {(p.since.isoformat(), p.until.isoformat()) for p in here.closed} == closed


def test_own_fields_win_one_by_one() -> None:
    own = f"  - {{id: {HELPS}, phones: 050 00 00 99}}\n"
    guide = guide_of(read(file(), organisations=own))
    here = guide.organisation[HELPS]
    assert [phone.number for phone in here.phones] == ["050 00 00 99"]
    assert here.summary.first == region_organisation()["summary"]["nl"]
    assert guide.homes["organisations", HELPS].own == {"phones"}
    assert guide.keeper("organisations", HELPS), "the region still checks it"


def test_who_checks_a_record_itself_keeps_it() -> None:
    own = f"  - {{id: {HELPS}, checked: {{on: 2026-11-02, by: Jan}}}}\n"
    guide = guide_of(read(file(), organisations=own))
    assert guide.keeper("organisations", HELPS) is None
    assert HELPS in {review.id for review in reviews(guide)}


def test_what_the_region_keeps_is_not_ours_to_check_or_to_translate() -> None:
    reading = read(file())
    guide = guide_of(reading)
    assert not {HELPS, "nooit-nagekeken"} & {review.id for review in reviews(guide)}
    assert {HELPS, "nooit-nagekeken"} <= {review.id for _home, review in reviews_elsewhere(guide)}
    assert not any("nooit-nagekeken has never" in problem.message for problem in reading.problems)
    assert not [path for path in texts_to_translate(guide, "fr") if HELPS in path]


def test_a_place_comes_along_when_it_gets_a_number() -> None:
    without = read(file())
    assert guide_of(without).organisation[HELPS].place is None
    assert any("- {id: verzinselhuis, number: " in problem.remedy for problem in without.problems)
    guide = guide_of(read(file(), places="  - {id: verzinselhuis, number: 44}\n"))
    assert guide.organisation[HELPS].place == "verzinselhuis"
    assert guide.place["verzinselhuis"].number == 44
    assert guide.place["verzinselhuis"].coordinates


def test_an_organisation_whose_themes_are_not_ours_is_told() -> None:
    """Lists on paper go by theme: without one it would silently be on none of them."""
    own = f"  - {{id: {HELPS}, themes: gezondheid}}\n"
    told = {
        problem.message.split()[0]: problem.remedy
        for problem in read(file(), organisations=own).problems
        if "no theme of ours" in problem.message
    }
    assert list(told) == ["nooit-nagekeken"], "an own theme is enough"
    assert "- {id: nooit-nagekeken, themes: vrije-tijd}" in told["nooit-nagekeken"]
    ended = INCLUDE.replace("nooit-nagekeken", "opgeheven-dienst")
    problems = read(file(), include=ended, organisations=own).problems
    assert not any("no theme of ours" in problem.message for problem in problems)


def test_a_text_that_no_speaker_checked_stays_marked() -> None:
    def unchecked(guide: dict[str, Any]) -> None:
        record = next(record for record in guide["organisations"] if record["id"] == HELPS)
        record["unreviewed"] = ["fr"]

    summary = guide_of(read(kept(unchecked))).organisation[HELPS].summary
    assert summary.state_for("fr") == "unreviewed"


def test_what_the_region_took_over_itself_keeps_its_first_home() -> None:
    def taken_over(guide: dict[str, Any]) -> None:
        record = next(record for record in guide["organisations"] if record["id"] == HELPS)
        site = "https://stad.example/"
        record["home"] = {
            "name": {"nl": "Stad"},
            "site": site,
            "url": f"{site}sociale-kaart/x/",
            "fetched": "2026-10-01",
        }

    home = guide_of(read(kept(taken_over))).homes["organisations", HELPS]
    assert (home.name.first, home.site) == ("Stad", "https://stad.example/")


def spoiled(raw: bytes) -> bytes:
    return raw.replace(b"Het Verzinselhuis", b"Iets anders", 1)


@pytest.mark.parametrize(
    ("raw", "include", "said", "remedy"),
    [
        (None, INCLUDE, "was not fetched yet", "python -m generator fetch"),
        (b"{", INCLUDE, "is damaged", "python -m generator fetch"),
        (b"[" * 100_000, INCLUDE, "is damaged", "python -m generator fetch"),
        ("spoiled", INCLUDE, "was changed by hand", "python -m generator fetch"),
        ("good", INCLUDE.replace("verzonnen", "ander"), "comes from another address", "fetch"),
        (
            "good",
            INCLUDE.replace("nooit-nagekeken", "noot-nagekeken"),
            "no noot-nagekeken",
            "nooit-nagekeken",
        ),
        ("good", INCLUDE.replace(ADDRESS, "ftp://x.example/"), "not the address of a guide", "https://"),
    ],
)
def test_a_guide_that_cannot_be_used_is_told_at_its_line(
    raw: bytes | str | None, include: str, said: str, remedy: str
) -> None:
    whole = {"good": file(), "spoiled": spoiled(file())}.get(raw, b"") if isinstance(raw, str) else raw
    reading = read(whole, include=include)
    assert reading.guide is None
    (problem,) = (problem for problem in reading.problems if problem.severity.value == "error")
    assert said in problem.message
    assert remedy in problem.remedy
    assert problem.file == "socialmap.yaml"
    assert problem.excerpt.strip().startswith(("from:", "organisations:"))


def test_a_guide_that_was_fetched_long_ago_only_warns() -> None:
    reading = read(file(), today=date(2027, 6, 1))
    assert reading.guide
    assert any("long ago" in problem.message for problem in reading.problems)


def test_a_record_that_ours_could_not_be_is_refused() -> None:
    def hostile(guide: dict[str, Any]) -> None:
        record = next(record for record in guide["organisations"] if record["id"] == HELPS)
        record["website"] = "javascript:alert(1)"

    reading = read(kept(hostile))
    assert reading.guide is None
    assert any(HELPS in p.message and "website" in p.message for p in reading.problems)


def test_the_file_keeps_the_date_and_a_seal() -> None:
    told = json.loads(file())
    assert (told["from"], told["fetched"], len(told["sha256"])) == (ADDRESS, "2026-11-20", 64)
