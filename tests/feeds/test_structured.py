"""What the pages say in schema.org's words: the invented neighbourhood, on Monday 23 November 2026."""

import json
from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from typing import Any

import pytest

from generator.feeds.schedules import service_hours
from generator.feeds.shapes import FeedSource
from generator.feeds.structured import Structured
from generator.model.schedule import Occurrence
from generator.project import Project, words_of
from generator.source import load, view_languages
from generator.views.plain_facts import view_plain_facts
from generator.views.series import view_series
from generator.views.series_shapes import Repeat, Series
from generator.views.shapes import Said
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED
from tests.tools.schemaorg import mistakes

SITE = "https://voorbeeldwijk.example/gids/"


@pytest.fixture(scope="module")
def source() -> FeedSource:
    found = load(Project(INVENTED), date.fromisoformat(TODAY))
    languages = ("nl", "fr")
    return FeedSource(
        view_languages(found, languages),
        {language: words_of(language) for language in languages},
        view_series(found.guide, found.today),
        view_plain_facts(found.guide),
        SITE,
        "Gids",
    )


@pytest.fixture(scope="module")
def things(source: FeedSource) -> dict[str, Any]:
    return {path: json.loads(text) for path, text in Structured(source).items()}


def test_every_thing_is_valid(things: dict[str, Any]) -> None:
    assert [mistake for thing in things.values() for mistake in mistakes(thing)] == []
    assert {thing["@context"] for thing in things.values()} == {"https://schema.org"}


def test_the_check_finds_what_is_wrong() -> None:
    """A type, a property, a domain, a range and a form that the vocabulary does not have."""
    bad = {
        "@type": "Event",
        "prijs": "5",
        "opens": "9:30",
        "startDate": "morgen",
        "location": {"@type": "Offer", "price": "5"},
        "audience": {"@type": "Doelgroep"},
        "eventStatus": "https://schema.org/Gepland",
    }
    assert len([*mistakes(bad)]) == 8


def test_each_current_record_has_its_thing_in_each_language(
    source: FeedSource, things: dict[str, Any]
) -> None:
    assert {path for path in things if path.startswith("fr/")} == {
        f"fr/{p}" for p in things if not p.startswith("fr/")
    }
    assert "aanbod/gestopt-aanbod/" not in things
    french = things["fr/aanbod/koffie-met-koek/"]
    assert french["subEvent"][0]["description"] == "plus de biscuits"
    assert french["@id"] == f"{SITE}fr/aanbod/koffie-met-koek/"


def test_an_activity_says_when_where_and_by_whom(things: dict[str, Any]) -> None:
    coffee = things["aanbod/koffie-met-koek/"]
    assert (coffee["@type"], coffee["startDate"]) == ("Event", "2026-12-04T09:30:00+01:00")
    rule = coffee["eventSchedule"]
    assert (rule["repeatFrequency"], rule["byDay"]) == ("P1W", "https://schema.org/Friday")
    # Cancelled, a holiday; and not the Friday that takes place.
    assert {"2026-11-27", "2026-12-25"} <= {*rule["exceptDate"]}
    assert "2026-12-04" not in rule["exceptDate"]
    off = coffee["subEvent"][0]
    assert (off["startDate"][:10], off["eventStatus"]) == ("2026-11-27", "https://schema.org/EventCancelled")
    assert off["description"] == "de koekjes zijn op"
    assert coffee["location"]["address"]["streetAddress"] == "Bedachtestraat 7"
    assert coffee["organizer"]["@id"] == f"{SITE}sociale-kaart/verzinselhuis-vzw/"
    assert coffee["isAccessibleForFree"] is True


def test_a_feast_is_a_festival_and_a_service_a_service(things: dict[str, Any]) -> None:
    kinds = {thing["@type"] for path, thing in things.items() if path.startswith("aanbod/")}
    assert kinds <= {"Event", "Festival", "Service", "GovernmentService"}
    assert things["aanbod/lichtjesfeest/"]["@type"] == "Festival"
    assert {"Event", "Service"} <= kinds


def test_what_is_unknown_is_absent(things: dict[str, Any]) -> None:
    unknown = things["aanbod/bijna-niets-bekend/"]
    assert not {"startDate", "eventSchedule", "offers", "isAccessibleForFree"} & unknown.keys()
    assert all(value not in ("", [], {}, None) for value in unknown.values())


def test_a_place_says_its_hours_and_the_days_that_differ(things: dict[str, Any]) -> None:
    house = things["plaatsen/verzinselhuis/"]
    assert house["openingHoursSpecification"]["opens"] == "08:00"
    closed = house["specialOpeningHoursSpecification"][0]
    assert (closed["validFrom"], closed["validThrough"]) == ("2026-12-21", "2027-01-03")
    assert "opens" not in closed


def test_no_two_special_hours_hold_on_one_day(things: dict[str, Any]) -> None:
    for thing in things.values():
        spans = thing.get("specialOpeningHoursSpecification", [])
        found = [
            (span["validFrom"], span["validThrough"])
            for span in (spans if isinstance(spans, list) else [spans])
        ]
        apart = sorted(set(found))
        assert all(earlier[1] < later[0] for earlier, later in pairwise(apart))


def test_a_confidential_place_has_no_address(source: FeedSource, things: dict[str, Any]) -> None:
    hidden = things["plaatsen/veilige-haven/"]
    assert not {"address", "geo"} & hidden.keys()
    assert "veilige-haven" not in source.facts.addresses


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--", "]]>", "a & b", "\u2028 \"' \\"]
)
def test_no_text_ends_the_block(source: FeedSource, text: str) -> None:
    guide = source.guides["nl"]
    hostile = replace(guide.offers[0], name=Said(text))
    changed = replace(source, guides={"nl": replace(guide, offers=(hostile,))})
    written = Structured(changed)[hostile.href]
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written)["name"] == text


def test_hours_of_a_service_with_two_rules_on_a_day() -> None:
    """When only one of them is off, the day is not closed; a changed hour is named."""
    monday = Repeat("weeks", 1, ("MO",))
    morning = Occurrence(date(2026, 11, 23), time(9), time(12))
    noon = Occurrence(date(2026, 11, 23), time(13), time(16))
    last, off, both = date(2026, 12, 28), date(2026, 11, 30), date(2026, 12, 7)
    later = Occurrence(date(2026, 12, 14), time(10), time(12))
    hours = service_hours(
        (
            Series("a-1", morning, monday, last, (off, both), (later,)),
            Series("a-2", noon, monday, last, (both,)),
        )
    )
    named = [(each["validFrom"], each.get("opens")) for each in hours if "dayOfWeek" not in each]
    assert named == [
        ("2026-11-30", "13:00"),
        ("2026-12-07", None),
        ("2026-12-14", "10:00"),
        ("2026-12-14", "13:00"),
    ]
