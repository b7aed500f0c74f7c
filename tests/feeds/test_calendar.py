"""The calendar files, read back as a calendar does."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.feeds.calendars import Calendars
from generator.feeds.shapes import FeedSource
from generator.feeds.writing import clean, write_calendar
from generator.keeping import Keep, make_anew
from generator.model.fields import Text
from generator.model.schedule import Occurrence
from generator.project import words_of
from generator.views.plain_facts import PlainFacts
from generator.views.series_shapes import Repeat, Series
from generator.views.shapes import CheckedView, GuideView, Label, OfferView, PlaceView, Said, ThemeView
from tests.sheets.factory import make_offer
from tests.site.factory import SITE_URL, make_site_guide
from tests.tools.calendars import events, read, text_of, value
from tests.tools.keeper import Keeper

SICK = Text((("nl", "de kok is ziek"), ("fr", "le cuisinier est malade")))
FRIDAYS = Series(
    "aanbod-1-1",
    Occurrence(date(2026, 11, 27), time(9, 30), time(11, 30)),
    Repeat("weeks", 2, ("FR",)),
    date(2027, 7, 9),
    (date(2026, 12, 25),),
    (Occurrence(date(2026, 12, 11), time(9, 30), time(11, 30), cancelled=True, remark=SICK),),
)
SERIES = (
    FRIDAYS,
    Series("aanbod-1-2-20270702", Occurrence(date(2027, 7, 2), time(14))),
    Series("aanbod-1-2-20270709", Occurrence(date(2027, 7, 9))),
)
PATH = "aanbod/aanbod-1/agenda.ics"


def render(
    guide: GuideView | None = None,
    series: Mapping[str, tuple[Series, ...]] | None = None,
    languages: tuple[str, ...] = ("nl",),
    address: str = SITE_URL,
    keep: Keep = make_anew,
) -> Mapping[str, bytes]:
    guide = guide or make_site_guide()
    source = FeedSource(
        {language: replace(guide, language=language) for language in languages},
        {language: words_of(language) for language in languages},
        {"aanbod-1": SERIES} if series is None else series,
        PlainFacts({}, {}, {}),
        address,
        "Gids",
    )
    return Calendars(source, keep)


def of_offer(**changes: object) -> bytes:
    offer: OfferView = make_offer(1, **changes)
    return render(make_site_guide((offer,)))[PATH]


@pytest.fixture(scope="module")
def data() -> bytes:
    return render()[PATH]


def test_everything_and_each_offer_theme_and_place_has_a_calendar_if_it_has_dates() -> None:
    guide = make_site_guide()
    offer = next(offer for offer in guide.offers if offer.id == "aanbod-1")
    expected = {"agenda.ics", PATH}
    groups: tuple[ThemeView | PlaceView, ...] = (*guide.themes, *guide.places)
    for group in groups:
        if offer in group.offers:
            expected.add(f"{group.href}agenda.ics")
    assert len(expected) > 3
    assert set(render(languages=("nl", "fr"))) == expected | {f"fr/{path}" for path in expected}
    assert render(series={}) == {}


def test_events_are_written_once_for_as_long_as_they_say_the_same() -> None:
    keeper = Keeper("calendars")
    guide = make_site_guide()
    offer = make_offer(1)
    (place,) = (place for place in guide.places if place == guide.places[0])
    changes: tuple[dict[str, Any], ...] = (
        {},
        {"guide": make_site_guide((replace(offer, summary=Said("Iets anders.")),))},
        {"guide": replace(guide, places=(replace(place, accessibility=(Label("ramp", "met helling"),)),))},
        {"guide": replace(guide, today="2026-11-29")},
        {"series": {"aanbod-1": SERIES[1:]}},
        {"address": "https://elders.example/"},
        {"languages": ("fr",)},
    )
    for count, change in enumerate(changes, start=1):
        for _again in range(2):
            assert dict(render(**change, keep=keeper)) == dict(render(**change)), change
            assert len(keeper.made) == count, change


def test_a_rule_has_its_exceptions(data: bytes) -> None:
    rule, cancelled, *_ = events(data)
    assert text_of(rule, "RRULE") == "FREQ=WEEKLY;UNTIL=20270709T073000Z;INTERVAL=2;BYDAY=FR;WKST=MO"
    assert text_of(rule, "EXDATE") == "20261225T093000"
    assert str(cancelled["UID"]) == str(rule["UID"])
    assert value(cancelled, "RECURRENCE-ID").isoformat() == "2026-12-11T09:30:00+01:00"


def test_times_are_on_the_wall_clock(data: bytes) -> None:
    """In winter and in summer; without an hour, the whole day; and no end is made up."""
    rule, _, open_ended, whole_day = events(data)
    assert rule.end - rule.start == timedelta(hours=2)
    assert open_ended.start.isoformat() == "2027-07-02T14:00:00+02:00"
    assert whole_day.start == date(2027, 7, 9)
    assert not {"DTEND", "DURATION"} & {*open_ended, *whole_day}


def test_the_zone_goes_along_and_changes_its_clocks_as_the_law_says(data: bytes) -> None:
    zone = read(data).timezones[0].to_tz()
    assert read(data).timezones[0].tz_name == "Europe/Brussels"
    law = ZoneInfo("Europe/Brussels")
    noons = (datetime.combine(date(2026, 1, 1) + timedelta(days=n), time(12)) for n in range(2 * 365))
    assert all(zone.utcoffset(noon) == law.utcoffset(noon) for noon in noons)


def test_a_cancelled_time_says_so_and_why(data: bytes) -> None:
    assert [str(event["STATUS"]) for event in events(data)] == ["CONFIRMED", "CANCELLED", *["CONFIRMED"] * 2]
    cancelled = events(data)[1]
    assert str(cancelled["SUMMARY"]) == "Verzonnen aanbod 1: gaat niet door"
    assert str(cancelled["DESCRIPTION"]).startswith("de kok is ziek\n")
    french = events(render(languages=("nl", "fr"))[f"fr/{PATH}"])[1]
    assert str(french["DESCRIPTION"]).startswith("le cuisinier est malade\n")


def test_an_offer_that_nobody_confirmed_is_no_promise() -> None:
    first = events(of_offer(checked=CheckedView("overdue", "Vraag het na.")))[0]
    assert str(first["STATUS"]) == "TENTATIVE"
    assert "Vraag het na." in str(first["DESCRIPTION"])


def test_an_event_stays_the_same_event_and_the_newest_counts(data: bytes) -> None:
    """On a later day, and with another name."""
    guide = replace(make_site_guide((make_offer(1, name=Said("Heel anders")),)), today="2027-02-01")
    later = events(render(guide)[PATH])
    assert [str(event["UID"]) for event in later] == [str(event["UID"]) for event in events(data)]
    assert str(later[0]["UID"]) == "aanbod-1-1@voorbeeldwijk.example/gids"
    assert {event.DTSTAMP for event in later} == {datetime(2027, 2, 1, tzinfo=UTC)}
    assert int(text_of(later[0], "SEQUENCE")) > int(text_of(events(data)[0], "SEQUENCE"))


def test_an_event_says_what_where_and_on_which_page() -> None:
    where = replace(make_offer(1).where, map_link="geo:50.0,3.0")
    event = events(of_offer(where=where))[0]
    page = "https://voorbeeldwijk.example/gids/aanbod/aanbod-1/"
    assert str(event["SUMMARY"]) == "Verzonnen aanbod 1"
    assert str(event["LOCATION"]) == "Voorbeeldhuis, Verzonnenstraat 1, 9999 Verzonnenstad"
    assert text_of(event, "GEO") == "50.0;3.0"
    assert str(event["URL"]) == page
    said = str(event["DESCRIPTION"]).splitlines()
    assert "Wat kost het? Gratis" in said
    assert any(line.startswith("Toegankelijk: toegankelijk met de rolstoel") for line in said)
    assert said[-1] == page


def test_a_point_that_is_not_public_stays_away(data: bytes) -> None:
    """A place with no link to the map has none."""
    assert make_offer(1).where.map_link == ""
    assert b"GEO" not in data


@given(st.text(min_size=1))
def test_no_text_breaks_the_file(text: str) -> None:
    """Lines of at most 75 octets, that end in CRLF; and what is read is what was written."""
    hostile = f"x{text}\nBEGIN:VEVENT\r\nDTSTART:1;2,3\\n"
    data = of_offer(name=Said(hostile), summary=Said(hostile))
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n", data)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    data.decode()
    assert len(events(data)) == len(SERIES) + 1
    assert str(events(data)[0]["SUMMARY"]) == clean(hostile)
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    name = next(line for line in lines if line.startswith("NAME:"))
    assert not re.search(r"(?<!\\)(\\\\)*[;,]", name.partition(":")[2])


def test_a_phone_knows_how_often_to_look_again(data: bytes) -> None:
    calendar = read(data)
    assert text_of(calendar, "REFRESH-INTERVAL") == "P1D"
    assert str(calendar["SOURCE"]) == f"{SITE_URL}{PATH}"
    assert str(calendar["METHOD"]) == "PUBLISH"
    assert read(write_calendar("Gids", "nl", SITE_URL, SITE_URL, [])).events == []


def test_the_same_input_gives_the_same_bytes(data: bytes) -> None:
    assert render()[PATH] == data
