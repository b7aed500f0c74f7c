"""UiTdatabank: what goes there is as documented and has the dates of the site; the rest has a reason."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.feeds.uitdatabank import FOLDER, INDEX, select, terms
from generator.feeds.uitdatabank.calendars import Remarks, calendar_of, moments_of
from generator.feeds.uitdatabank.places import place_json
from generator.model.uitdatabank import EventType, PlaceType
from generator.views.published_shapes import PublishedOffer
from generator.views.published_values import (
    PublishedException,
    PublishedHours,
    PublishedPrice,
    PublishedSignup,
    PublishedTimes,
)
from tests.feeds.stage import BOTH, OpenData, open_data
from tests.feeds.uitdatabank_checks import expanded, mistakes, open_on
from tests.tools.paths import INVENTED, ROOT


@pytest.fixture(params=BOTH, ids=("invented", "real"))
def data(request: pytest.FixtureRequest) -> OpenData:
    return open_data(request.param)


@pytest.fixture
def invented() -> OpenData:
    return open_data(INVENTED)


def records(data: OpenData) -> dict[str, Any]:
    """Path below the folder -> event or place."""
    paths = (path for path in data.files if path.startswith(FOLDER) and path != INDEX)
    return {path.removeprefix(FOLDER): data.json(path) for path in paths}


def event(data: OpenData, offer: str) -> Any:
    return data.json(f"{FOLDER}events/{offer}.json")


def offer_of(data: OpenData, offer: str) -> PublishedOffer:
    return next(found for found in data.guide.offers if found.id == offer)


def test_every_event_and_place_is_as_the_documentation_wants(data: OpenData) -> None:
    assert [f"{path}: {wrong}" for path, found in records(data).items() for wrong in mistakes(found)] == []


def test_the_check_finds_what_is_wrong(invented: OpenData) -> None:
    good = event(invented, "koffie-met-koek")
    base = good["priceInfo"][0]
    week = good["openingHours"][0]
    closed = good["openingHoursClosedDays"][0]
    wrongs: tuple[dict[str, Any], ...] = (
        {"priceInfo": [base, base]},
        {"priceInfo": [base | {"category": "uitpas"}]},
        {"priceInfo": [base | {"category": "tariff"}]},
        {"openingHours": [week | {"opens": "25:00"}]},
        {"openingHours": [week | {"opens": "12:00", "closes": "9:30"}]},
        {"openingHoursClosedDays": [closed, closed]},
        {"openingHoursClosedDays": [closed | {"endDate": "2030-01-01"}]},
        {"startDate": "2026-11-27T00:00:00+02:00"},
        {"languages": ["nl"]},
        {"name": {"nl": "Koffie", "ar": "قهوة"}},
        {"location": {}},
        {"labels": ["twee; taaliconen"]},
    )
    for wrong in wrongs:
        assert list(mistakes(good | wrong)), wrong
    assert list(mistakes({key: value for key, value in good.items() if key != "openingHours"}))


def test_events_have_the_dates_of_the_site(data: OpenData) -> None:
    """All of them from the day of the build on, and no other; what is cancelled is not on."""
    today = data.guide.date
    for path, found in records(data).items():
        if path.startswith("events/"):
            offer = offer_of(data, path.removeprefix("events/").removesuffix(".json"))
            shown = {
                (day, times.starts, times.ends or times.starts)
                for times in offer.times
                for day in times.on
                if day >= today and times.starts
            }
            assert {time[:3] for time in expanded(found) if not time[3]} == shown, path


def test_every_offer_goes_there_or_says_why_not(data: OpenData) -> None:
    index = data.json(INDEX)
    gone = [path.removeprefix(f"{FOLDER}events/").removesuffix(".json") for path in index["events"]]
    left = {entry["id"]: entry["reason"] for entry in index["left_out"]}
    assert {*gone, *left} == {offer.id for offer in data.guide.offers}
    assert not set(gone) & set(left)
    assert all(left.values())
    assert {FOLDER + path for path in records(data)} == {*index["events"], *index["places"]}
    assert {entry["id"] for entry in index["attention"]} <= set(gone)


def test_the_reasons_are_the_right_ones(invented: OpenData) -> None:
    left = {entry["id"]: entry["reason"] for entry in invented.json(INDEX)["left_out"]}
    assert left == {
        "op-afspraak": "Dit is een dienst. UiTdatabank is voor vrije tijd.",
        "vrije-tekst": "Wanneer het is, staat er alleen in woorden: daar volgen geen datums uit.",
        "vijandige-tekst": "Niemand weet wanneer het is.",
        "gestopt-aanbod": "Het is gestopt of ligt stil.",
        "gepauzeerd-aanbod": "Het is gestopt of ligt stil.",
        "veilig-gesprek": "Dit is een dienst. UiTdatabank is voor vrije tijd.",
        "bijna-niets-bekend": "Niemand weet wanneer het is.",
    }
    real = {entry["id"]: entry["reason"] for entry in open_data(ROOT).json(INDEX)["left_out"]}
    assert real["soep-met-babbels"] == "Van de plaats gs9 ontbreekt: postcode."
    assert real["naaiatelier"] == "Het uur of de eerste dag is niet bekend, dus geen datum is zeker."


def changed(data: OpenData, offer: str, **changes: Any) -> dict[str, Any]:
    """What UiTdatabank gets of an offer after a change: its event, or {"reason": ...}."""
    offers = [replace(o, **changes) if o.id == offer else o for o in data.guide.offers]
    found = select(replace(data.guide, offers=tuple(offers)), str)
    left = {entry.id: entry.reason for entry in found.left_out}
    return {"reason": left[offer]} if offer in left else dict(found.events[f"events/{offer}.json"])


def test_what_does_not_fit_its_scope_stays_out(invented: OpenData) -> None:
    def why(**changes: Any) -> str:
        return str(changed(invented, "koffie-met-koek", **changes).get("reason"))

    assert why(kind="service") == "It is a service. UiTdatabank is for leisure."
    assert why(audience=("workers",)) == "It is only for workers."
    assert why(event_type=None) == "Say with event_type what form it has."
    assert why(place=None) == "No place is given, so no address."
    assert why(place="veilige-haven") == "The address of the place is secret."
    assert why(times=()) == "No dates are to come."
    day = invented.guide.date
    assert why(times=(PublishedTimes(None, None, (day,), ()),)) == "The hour is not known."
    appointment = replace(offer_of(invented, "op-afspraak").when[0])
    assert "by appointment" in why(times=(), when=(appointment,))
    assert changed(invented, "koffie-met-koek", audience=("volunteers",))["audience"] == {
        "audienceType": "members"
    }


def test_a_weekly_activity_is_a_week_with_its_exceptions(invented: OpenData) -> None:
    coffee = event(invented, "koffie-met-koek")
    assert coffee["calendarType"] == "periodic"
    assert coffee["openingHours"] == [{"opens": "09:30", "closes": "11:30", "dayOfWeek": ["friday"]}]
    closed = {
        (span["startDate"], span["endDate"]): span.get("description")
        for span in coffee["openingHoursClosedDays"]
    }
    assert closed["2026-11-27", "2026-11-27"] == {"nl": "de koekjes zijn op", "fr": "plus de biscuits"}
    assert all(closed.values()), "each closed day has its reason"
    # Its place is closed on 24 December, and so the extra time is not on.
    assert "openingHoursAdjustedDays" not in coffee
    assert "kerstkoek" not in coffee["description"]["nl"]


def test_an_extra_date_is_a_day_with_other_hours(invented: OpenData) -> None:
    offer = offer_of(invented, "koffie-met-koek")
    extra = date(2026, 12, 10)
    more = PublishedTimes("14:00", "15:30", (extra,), ())
    dates = tuple(replace(found, on=extra) for found in offer.when[0].dates)
    found = changed(
        invented, offer.id, times=(*offer.times, more), when=(replace(offer.when[0], dates=dates),)
    )
    assert found["openingHoursAdjustedDays"] == [
        {
            "startDate": "2026-12-10",
            "endDate": "2026-12-10",
            "description": {"nl": "met kerstkoek", "fr": "avec une bûche"},
            "openingHours": [{"opens": "14:00", "closes": "15:30", "dayOfWeek": ["thursday"]}],
        }
    ]
    assert list(mistakes(found)) == []


def test_fixed_dates_are_named_one_by_one(invented: OpenData) -> None:
    feast = event(invented, "lichtjesfeest")
    assert (feast["calendarType"], feast["terms"][0]["id"]) == ("multiple", "0.28.0.0.0")
    first, second = feast["subEvent"]
    assert first == {
        "startDate": "2026-12-12T18:00:00+01:00",
        "endDate": "2026-12-12T21:00:00+01:00",
        "status": {"type": "Available"},
    }
    assert second["status"] == {"type": "Unavailable", "reason": {"nl": "de lichtjes zijn op"}}
    assert event(invented, "eerste-donderdag")["calendarType"] == "multiple"
    walk = event(invented, "vaste-data")
    times = {(t["startDate"], t["endDate"]) for t in walk["subEvent"]}
    assert ("2027-06-21T10:00:00+02:00", "2027-06-21T12:00:00+02:00") in times, "in summer"
    assert ("2026-12-21T10:00:00+01:00", "2026-12-21T10:00:00+01:00") in times, "no end is made up"


def test_prices_languages_and_whom_to_ask(invented: OpenData) -> None:
    sewing = event(invented, "naaien-om-de-twee-weken")
    assert [(p["category"], p["name"]["nl"], p["price"]) for p in sewing["priceInfo"]] == [
        ("base", "Basistarief", 2.5),
        ("tariff", "Kansentarief (MIA)", 0.5),
    ]
    assert sewing["labels"] == ["twee taaliconen"]
    assert sewing["bookingInfo"] == {"phone": "+32 (0)50 00.00.01"}
    assert sewing["description"]["nl"].startswith("Sinds 05/05/2024 heeft niemand dit bevestigd.")
    assert "Inschrijven: Aanbevolen. Bel of mail ons." in sewing["description"]["nl"]
    coffee = event(invented, "koffie-met-koek")
    assert coffee["priceInfo"][0]["price"] == 0.0
    assert coffee["contactPoint"]["phone"] == ["0499 00 00 02", "050 00 00 00", "0499 00 00 00"]
    assert coffee["contactPoint"]["email"] == ["zita@verzonnen.example", "vraag@verzonnen.example"]
    assert "bookingInfo" not in coffee
    assert set(coffee["description"]) == {"nl", "fr"}
    assert "priceInfo" not in event(invented, "gepland-aanbod"), "nothing known is nothing said"


def test_the_price_that_the_system_makes_is_never_sent(invented: OpenData) -> None:
    price = PublishedPrice(False, 10.0, 2.0, ("UiTPAS",), {}, {"nl": "10 euro"})
    found = changed(invented, "koffie-met-koek", price=price)
    assert [tariff["category"] for tariff in found["priceInfo"]] == ["base"]
    only_reduced = replace(price, amount=None, tariffs=())
    assert "priceInfo" not in changed(invented, "koffie-met-koek", price=only_reduced)


def test_a_place_that_is_there_already_is_not_made_again(invented: OpenData) -> None:
    assert event(invented, "lichtjesfeest")["location"] == {
        "@id": "https://uit.verzonnen.example/place/droompark"
    }
    assert not [path for path in records(invented) if "droompark" in path]
    site = invented.guide.site
    new = event(invented, "koffie-met-koek")["location"]["@id"]
    assert new == f"{site}{FOLDER}places/verzinselhuis.json"
    assert new.removeprefix(site) in invented.files


def test_a_place_has_its_hours_with_what_differs(invented: OpenData) -> None:
    house = invented.json(f"{FOLDER}places/verzinselhuis.json")
    assert house["openingHours"][0]["opens"] == "08:00"
    winter = next(span for span in house["openingHoursClosedDays"] if span["startDate"] == "2026-12-21")
    assert winter["description"] == {"nl": "wintersluiting", "fr": "fermeture d'hiver"}
    assert open_on(house, date(2027, 1, 1)) == set()
    assert open_on(house, date(2027, 5, 6)) == set(), "Ascension Day"
    assert open_on(house, date(2027, 5, 7)) == {("08:00", "18:00")}
    place = next(place for place in invented.guide.places if place.id == "verzinselhuis")
    hours = PublishedHours(("saturday",), "10:00", "12:00", ("school holidays",), {})
    feast = PublishedException(date(2026, 12, 24), date(2026, 12, 24), "20:00", "23:00", {"nl": "kerst"})
    other = place_json(
        replace(place, opening_hours=(hours,), exceptions=(feast, *place.exceptions)), invented.guide
    )
    assert list(mistakes(other)) == []
    assert open_on(other, date(2026, 12, 24)) == {("20:00", "23:00")}, "special hours go before a closing"
    assert open_on(other, date(2026, 11, 28)) == {("10:00", "12:00")}
    assert open_on(other, date(2027, 2, 13)) == set(), "carnival holidays"


def test_every_word_has_its_id_and_no_two_the_same() -> None:
    for words, ids in ((EventType, terms.event_terms), (PlaceType, terms.place_terms)):
        found = [ids(word.value)[0]["id"] for word in words]
        assert len(found) == len(set(found))
        assert "0.51.0.0.0" not in found, "of no known type: UiTdatabank publishes no such event"


@cache
def _coffee() -> PublishedOffer:
    return offer_of(open_data(INVENTED), "koffie-met-koek")


DAYS = st.dates(date(2026, 11, 23), date(2027, 11, 1))
SPANS = st.sampled_from([("09:30", "11:30"), ("14:00", None), ("00:00", "23:59"), ("09:30", "12:00")])


@given(
    st.lists(st.tuples(SPANS, st.sets(DAYS, max_size=6), st.sets(DAYS, max_size=3)), max_size=3), st.data()
)
def test_any_dates_come_out_again(single: list[Any], draw: st.DataObject) -> None:
    """Of a weekly schedule with whatever is taken away and added, and of dates of their own."""
    offer, first = _coffee(), date(2026, 11, 23)
    weeks = draw.draw(st.integers(0, 60))
    gone = draw.draw(st.sets(st.integers(0, 60), max_size=12))
    fridays = [first + timedelta(days=4 + 7 * n) for n in range(weeks)]
    times = [
        PublishedTimes(
            "09:30",
            "11:30",
            tuple(day for n, day in enumerate(fridays) if n not in gone),
            tuple(day for n, day in enumerate(fridays) if n in gone and n % 2),
        )
    ]
    times += [
        PublishedTimes(starts, ends, tuple(sorted(on - off)), tuple(sorted(off)))
        for (starts, ends), on, off in single
    ]
    offer = replace(offer, times=tuple(times))
    moments = moments_of(offer, first)
    if not moments:
        return
    guide = open_data(INVENTED).guide
    found = calendar_of(offer, moments, Remarks(offer, guide.places[0].exceptions, guide.holidays))
    on = {(moment.day, *moment.hours) for moment in moments if not moment.cancelled}
    assert {time[:3] for time in expanded(found) if not time[3]} == on
    if "subEvent" in found:
        assert {time[:3] for time in expanded(found)} == {(moment.day, *moment.hours) for moment in moments}
    base = event(open_data(INVENTED), "eerste-donderdag")
    bare = {k: v for k, v in base.items() if k not in ("calendarType", "subEvent")}
    assert list(mistakes(bare | found)) == []


def test_signing_up_where_nobody_is_known() -> None:
    signup = PublishedSignup("required", {"nl": "Kom langs."})
    data = open_data(INVENTED)
    found = changed(data, "gepland-aanbod", signup=signup)
    assert "bookingInfo" not in found
    assert "Kom langs." in found["description"]["nl"]
