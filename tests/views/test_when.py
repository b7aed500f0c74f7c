"""When an offer of the invented neighbourhood takes place, as on Monday 23 November 2026."""

from dataclasses import replace
from datetime import date, timedelta

from generator.project import Project
from generator.source import load
from generator.views.shapes import OfferView
from generator.views.when import offer_occurrences, schedule_occurrences
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED
from tests.views.invented import view_invented


def offer(offer_id: str) -> OfferView:
    return next(offer for offer in view_invented().offers if offer.id == offer_id)


def test_four_dates_that_take_place_and_the_cancelled_ones_between_them() -> None:
    """One is cancelled by name, one by the closed house; each says why."""
    dates = offer("koffie-met-koek").when.next
    assert [(date.date, str(date.remark or "")) for date in dates if date.cancelled] == [
        ("2026-11-27", "de koekjes zijn op"),
        ("2026-12-24", "wintersluiting"),
    ]
    taking_place = [date.date for date in dates if not date.cancelled]
    assert taking_place == ["2026-12-04", "2026-12-11", "2026-12-18", "2027-01-08"]


def test_a_longer_wait_says_which_holiday_lies_between() -> None:
    gaps = {date.date: date.gap for date in offer("koffie-met-koek").when.next if date.gap}
    assert gaps == {"2027-01-08": "Niet van vrijdag 25 december tot en met vrijdag 1 januari: Kerstvakantie"}
    one_day = next(date for date in offer("naaien-om-de-twee-weken").when.next if date.gap)
    assert (one_day.date, one_day.gap) == ("2027-01-04", "Niet op maandag 21 december: Kerstvakantie")


def test_a_holiday_takes_away_only_what_stays_away() -> None:
    """On Mondays it goes on, on Wednesdays not: only the Wednesday is named."""
    dates = offer("een-heel-lange-naam").when
    gaps = {date.date: date.gap for date in (*dates.next, *dates.later) if date.gap}
    assert gaps["2026-12-28"] == "Niet op woensdag 23 december: Kerstvakantie"


def test_the_note_of_an_extra_date_is_kept() -> None:
    (walk, *_) = offer("vaste-data").when.next
    assert (walk.date, walk.remark) == ("2026-12-21", None)
    picnic = next(date for date in offer("vaste-data").when.next if date.date == "2027-06-21")
    assert str(picnic.remark) == "met picknick"


def test_a_notice_says_its_days() -> None:
    coffee = offer("koffie-met-koek")
    assert coffee.notice_dates == "Van vrijdag 20 november tot en met dinsdag 1 december"
    assert coffee.notice_until == "2026-12-01"


def test_a_span_has_the_same_times_whatever_was_asked_before() -> None:
    today = date.fromisoformat(TODAY)
    known = load(Project(INVENTED), today).guide
    further = [(0, number) for number in range(30, 44)]
    spans = [*further, (0, 7), (20, 400), (-60, -30), (-3, 500), (10, 20), (600, 800)]
    for offer in known.offers:
        for span in spans:
            days = tuple(today + timedelta(days=number) for number in span)
            nothing_asked = replace(known)
            assert offer_occurrences(known, offer, *days) == offer_occurrences(nothing_asked, offer, *days)
            for schedule in offer.when:
                times = schedule_occurrences(known, offer, schedule, *days)
                assert times == schedule_occurrences(replace(known), offer, schedule, *days)
