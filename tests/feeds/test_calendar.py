"""The calendar files, read back as a calendar does."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar, Event

from generator.model.schedule import Occurrence
from generator.site.agendas import render_agendas
from generator.views.shapes import CheckedView, Said
from tests.sheets.factory import make_offer
from tests.site.factory import make_site, make_site_guide

DATES = (
    Occurrence(date(2026, 11, 27), time(9, 30), time(11, 30)),
    Occurrence(date(2026, 12, 4), time(9, 30), time(11, 30), cancelled=True),
    Occurrence(date(2027, 7, 2), time(14)),
    Occurrence(date(2027, 7, 9)),
)
PATH = "aanbod/aanbod-1/agenda.ics"


def events(data: bytes) -> list[Event]:
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    return calendar.events


@pytest.fixture(scope="module")
def data() -> bytes:
    return render_agendas(make_site(dates={"aanbod-1": DATES}))[PATH]


def test_only_offers_with_dates_have_a_file() -> None:
    site = make_site(dates={"aanbod-1": DATES}, languages=("nl", "fr"))
    assert sorted(render_agendas(site)) == [PATH, f"fr/{PATH}"]
    assert render_agendas(make_site()) == {}


def test_every_time_is_an_event_at_its_own_hour(data: bytes) -> None:
    """On the wall clock of the neighbourhood, in winter and in summer; without an hour, the whole day."""
    starts = [event.start for event in events(data)]
    assert [start.isoformat() for start in starts] == [
        "2026-11-27T09:30:00+01:00",
        "2026-12-04T09:30:00+01:00",
        "2027-07-02T14:00:00+02:00",
        "2027-07-09",
    ]
    assert b"TZID:Europe/Brussels" in data
    assert b"BEGIN:VTIMEZONE" in data


def test_no_end_is_made_up(data: bytes) -> None:
    first, _, open_ended, _ = events(data)
    assert first.end - first.start == timedelta(hours=2)
    assert "DTEND" not in open_ended


def test_a_cancelled_time_says_so(data: bytes) -> None:
    assert [str(event["STATUS"]) for event in events(data)] == [
        "CONFIRMED",
        "CANCELLED",
        "CONFIRMED",
        "CONFIRMED",
    ]


def test_an_offer_that_nobody_confirmed_is_no_promise() -> None:
    stale = make_offer(1, checked=CheckedView("overdue", "Vraag het na."))
    site = make_site(make_site_guide((stale,)), dates={"aanbod-1": DATES})
    first = events(render_agendas(site)[PATH])[0]
    assert str(first["STATUS"]) == "TENTATIVE"
    assert "Vraag het na." in str(first["DESCRIPTION"])


def test_the_event_of_a_time_stays_the_same_event(data: bytes) -> None:
    """On a later day, and with another name."""
    renamed = make_offer(1, name=Said("Heel anders"))
    guide = replace(make_site_guide((renamed,)), today="2027-02-01")
    later = events(render_agendas(make_site(guide, dates={"aanbod-1": DATES}))[PATH])
    identities = [str(event["UID"]) for event in events(data)]
    assert [str(event["UID"]) for event in later] == identities
    assert len(set(identities)) == len(DATES)
    assert {event.DTSTAMP for event in later} == {datetime(2027, 2, 1, tzinfo=UTC)}


def test_an_event_says_what_where_and_on_which_page(data: bytes) -> None:
    event = events(data)[0]
    assert str(event["SUMMARY"]) == "Verzonnen aanbod 1"
    assert str(event["LOCATION"]) == "Voorbeeldhuis, Verzonnenstraat 1, 9999 Verzonnenstad"
    assert str(event["URL"]) == "https://voorbeeldwijk.example/gids/aanbod/aanbod-1/"


def test_the_same_input_gives_the_same_bytes(data: bytes) -> None:
    assert render_agendas(make_site(dates={"aanbod-1": DATES}))[PATH] == data
