"""The calendars, worked out by another program, have the dates of the guide: all of them, and no other."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.feeds.calendars import Calendars
from generator.feeds.events import Address, offer_events
from generator.feeds.shapes import FeedSource
from generator.feeds.writing import write_calendar
from generator.model.opening import ClosedPeriod
from generator.model.records import Offer, Place
from generator.model.schedule import Occurrence, Schedule
from generator.project import Project, words_of
from generator.source import Source, load, view_languages
from generator.views.plain_facts import view_plain_facts
from generator.views.series import TWO_YEARS, known_until, series_of, view_series
from generator.views.when import offer_occurrences, schedule_occurrences
from tests.sheets.factory import make_offer
from tests.tools.builds import TODAY
from tests.tools.calendars import Time, expanded, times
from tests.tools.paths import INVENTED, ROOT

NOW = date.fromisoformat(TODAY)
SITE = "https://voorbeeldwijk.example/"


@cache
def source_of(root: Path) -> Source:
    return load(Project(root), NOW)


@pytest.mark.parametrize("root", [ROOT, INVENTED], ids=["real", "invented"])
def test_a_whole_guide(root: Path) -> None:
    """For two years, and from the Monday of this week on, as the agenda page."""
    source = source_of(root)
    guide, view = source.guide, view_languages(source, ("nl",))["nl"]
    series = view_series(guide, NOW)
    files = Calendars(
        FeedSource({"nl": view}, {"nl": words_of("nl")}, series, view_plain_facts(guide), SITE, "Gids")
    )
    last = NOW + TWO_YEARS
    expected = {offer.id: times(offer_occurrences(guide, offer, NOW, last)) for offer in guide.current_offers}
    found = expanded(files["agenda.ics"], NOW, last)
    assert found == sum(expected.values(), Counter[Time]())
    assert sum(found.values()) > 40
    for offer_id, dates in expected.items():
        own = files.get(f"aanbod/{offer_id}/agenda.ics")
        assert (expanded(own, NOW, last) if own else Counter()) == dates, offer_id
    shown = {day for agenda in view.agenda for times in agenda.times for day in (*times.on, *times.off)}
    assert shown <= {day.isoformat() for day, *_ in found}


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
days = st.dates(date(2025, 6, 1), date(2028, 12, 31))
# The hours at which the clocks change, and the edges of the day, come up more often.
hours = st.sampled_from(["00:00", "01:00", "02:00", "02:30", "03:00", "09:30", "23:30"]) | st.times().map(
    lambda moment: f"{moment:%H:%M}"
)


@st.composite
def spans(draw: st.DrawFn) -> dict[str, str]:
    starts, ends = sorted((draw(hours), draw(hours)))
    return {"from": starts} if starts == ends or draw(st.booleans()) else {"from": starts, "until": ends}


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """What people may write: a rule with its exceptions, or dates only."""
    typed: dict[str, object] = {}
    nothing: dict[str, str] = {}
    near = days
    if draw(st.integers(0, 4)):
        unit = draw(st.sampled_from(["days", "weeks", "months", "years"]))
        nth = ("first ", "second ", "third ", "fourth ", "last ") if unit in ("months", "years") else ("",)
        rules = st.builds(lambda n, day: n + day, st.sampled_from(nth), st.sampled_from(DAYS))
        since = draw(days)
        rule: dict[str, object] = {
            "every": f"{draw(st.integers(1, 3))} {unit}",
            "on": draw(st.lists(rules, min_size=1, max_size=3)),
            "since": since.isoformat(),
            "except": draw(st.lists(st.sampled_from(["school holidays", "public holidays"]), unique=True)),
        }
        typed |= rule | draw(spans())
        if draw(st.booleans()):
            typed["last"] = (since + timedelta(days=draw(st.integers(0, 900)))).isoformat()
        # Days of the rule too, so that an exception meets it.
        fitting = sorted({o.day for o in occurrences_of(Schedule.model_validate(typed))})
        near = st.sampled_from(fitting) | days if fitting else days
    extra = st.builds(lambda day, hours: {"on": day.isoformat()} | hours, near, spans() | st.just(nothing))
    cancelled = st.builds(
        lambda day, reason: {"on": day.isoformat()} | reason,
        near,
        st.sampled_from([nothing, {"reason": "ziek"}]),
    )
    typed["dates"] = draw(st.lists(extra, max_size=4, min_size=0 if typed else 1))
    typed["cancelled"] = draw(st.lists(cancelled, max_size=4))
    return Schedule.model_validate(typed)


def occurrences_of(schedule: Schedule) -> tuple[Occurrence, ...]:
    guide = source_of(INVENTED).guide
    offer = guide.offers[0].model_copy(update={"when": (schedule,)})
    return schedule_occurrences(guide, offer, schedule, date(2026, 1, 1), date(2027, 12, 31))


@st.composite
def offers(draw: st.DrawFn) -> tuple[Place, Offer]:
    """An offer with one to three schedules, at a place that may be closed for a while."""
    guide = source_of(INVENTED).guide
    first = draw(days)
    place = guide.places[0].model_copy(
        update={
            "closed": tuple(
                ClosedPeriod.model_validate(
                    {"from": since.isoformat(), "until": (since + timedelta(days=20)).isoformat()}
                )
                for since in [first][: draw(st.integers(0, 1))]
            )
        }
    )
    when = draw(st.lists(schedules(), min_size=1, max_size=3))
    if draw(st.integers(0, 3)) == 0:
        # The same times once more, as after a line that was copied and not changed.
        when.append(when[0].model_copy(update={"cancelled": ()}))
    offer = guide.current_offers[0].model_copy(update={"when": tuple(when), "place": place.id})
    return place, offer


@given(offers(), st.dates(date(2026, 1, 1), date(2027, 6, 30)))
def test_any_schedule(found: tuple[Place, Offer], today: date) -> None:
    """With holidays, closed places, cancelled and extra dates, over the changes of the clocks."""
    place, offer = found
    guide = replace(source_of(INVENTED).guide, places=(place,), offers=(offer,))
    monday = today - timedelta(days=today.weekday())
    series = tuple(series_of(guide, offer, today))
    last = today + TWO_YEARS
    expected = times(
        {
            occurrence
            for schedule in offer.when
            for occurrence in schedule_occurrences(
                guide, offer, schedule, monday, known_until(guide, schedule, today)
            )
        }
    )
    assert min(known_until(guide, schedule, today) for schedule in offer.when) == last
    written = offer_events(make_offer(1), series, (), words_of("nl"), Address(SITE, SITE), today)
    data = write_calendar("Gids", "nl", SITE, SITE, [written])
    assert expanded(data, monday, last) == expected
    assert len({series.key for series in series}) == len(series)
