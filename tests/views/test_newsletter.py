"""The newsletter of December in the invented neighbourhood, made on Monday 23 November 2026."""

from datetime import date
from pathlib import Path

import pytest

from generator.project import Project
from generator.source import load, view_context
from generator.views.guide import view_guide
from generator.views.newsletter import Foreword, view_newsletter
from generator.views.programme_shapes import NewsletterView, ProgrammeSection
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED


def letter(
    month: str = "2026-12", language: str = "nl", root: Path = INVENTED, foreword: Foreword | None = None
) -> NewsletterView:
    source = load(Project(root), date.fromisoformat(TODAY))
    context = view_context(source, language)
    offers = view_guide(context, ("nl", "fr")).offers
    return view_newsletter(context, offers, date.fromisoformat(f"{month}-01"), foreword)


@pytest.fixture(scope="module")
def december() -> NewsletterView:
    return letter()


def section(view: NewsletterView, wanted: str) -> ProgrammeSection:
    return next(section for section in view.sections if section.id == wanted)


def told(part: ProgrammeSection) -> list[tuple[str, list[str]]]:
    return [(group.title, [line.link.id for line in group.lines]) for group in part.groups]


def test_what_is_there_every_week_is_told_once_by_day_of_the_week(december: NewsletterView) -> None:
    weekly = section(december, "weekly")
    assert told(weekly) == [
        ("elke maandag", ["een-heel-lange-naam"]),
        ("elke woensdag", ["een-heel-lange-naam"]),
        ("elke vrijdag", ["koffie-met-koek"]),
    ]
    assert weekly.groups[0].lines[0].when == ("9.00–12.00 uur",)


def test_a_weekly_line_says_on_which_dates_it_is_not(december: NewsletterView) -> None:
    monday, wednesday, friday = (group.lines[0] for group in section(december, "weekly").groups)
    assert monday.notes == ()
    assert [str(note) for note in wednesday.notes] == [
        "Niet van woensdag 23 december tot en met woensdag 30 december: Kerstvakantie"
    ]
    assert [str(note) for note in friday.notes] == ["Niet op vrijdag 25 december: Kerstvakantie"]


def test_the_other_times_come_day_by_day_with_the_public_holidays(december: NewsletterView) -> None:
    days = section(december, "days")
    assert told(days) == [
        ("donderdag 3 december", ["eerste-donderdag"]),
        ("zaterdag 12 december", ["lichtjesfeest"]),
        ("maandag 21 december", ["vaste-data"]),
        ("donderdag 24 december", ["koffie-met-koek"]),
        ("vrijdag 25 december", []),
    ]
    assert days.groups[4].holidays == ("Kerstmis",)
    cancelled = days.groups[3].lines[0]
    assert (cancelled.mark, [str(note) for note in cancelled.notes]) == ("gaat niet door", ["wintersluiting"])


def test_school_holidays_are_told_once(december: NewsletterView) -> None:
    assert december.holiday_lines == ("Kerstvakantie: van maandag 21 december tot en met zondag 3 januari",)
    assert letter("2026-12").holiday_lines == december.holiday_lines
    assert letter("2027-03").holiday_lines != december.holiday_lines


def test_a_celebration_comes_first(december: NewsletterView) -> None:
    assert december.sections[0].id == "feasts"
    assert told(december.sections[0]) == [("zaterdag 12 december", ["lichtjesfeest"])]


def test_what_nobody_confirmed_stands_apart_in_words_and_without_dates(december: NewsletterView) -> None:
    unsure = section(december, "unsure")
    (line,) = unsure.groups[0].lines
    assert line.link.id == "naaien-om-de-twee-weken"
    assert line.when == ("Om de 2 weken op maandag van 13.30 tot 16.00 uur, niet in de schoolvakanties",)
    assert "Niemand heeft dit onlangs bevestigd." in unsure.lead
    elsewhere = {entry.link.id for part in december.sections[:-1] for g in part.groups for entry in g.lines}
    assert line.link.id not in elsewhere


def test_a_time_without_an_hour_gives_its_wording(december: NewsletterView) -> None:
    (line,) = section(december, "undated").groups[0].lines
    assert line.when == ("Elke donderdagavond",)


def test_a_time_that_begins_within_the_month_says_so() -> None:
    weekly = section(letter("2027-01"), "weekly")
    notes = [str(note) for group in weekly.groups for line in group.lines for note in line.notes]
    assert "Vanaf 13 januari 2027" in notes


def test_rows_of_cancelled_times_are_told_together_only_where_nothing_lies_between(
    invented_copy: Path,
) -> None:
    path = invented_copy / "offers.yaml"
    text = path.read_text(encoding="utf-8")
    before = '{every: week, on: monday, from: "9:00", until: "12:00", since: 2026-09-07}'
    assert before in text
    after = before.replace("07}", "07, cancelled: [2026-12-07, 2026-12-14, 2026-12-28]}")
    path.write_text(text.replace(before, after), encoding="utf-8")
    notes = section(letter(root=invented_copy), "days").groups[0]
    assert notes
    days = told(section(letter(root=invented_copy), "days"))
    # One Monday is left: that is no time of every week any more.
    assert ("maandag 7 december", ["een-heel-lange-naam"]) in days
    path.write_text(text.replace(before, after.replace(", 2026-12-28", "")), encoding="utf-8")
    monday = section(letter(root=invented_copy), "weekly").groups[0].lines[0]
    assert [str(note) for note in monday.notes] == [
        "Niet van maandag 7 december tot en met maandag 14 december"
    ]


def test_the_foreword_keeps_its_language() -> None:
    dutch = letter(foreword=Foreword("Dag **buur**", "nl"))
    assert dutch.foreword
    assert (dutch.foreword.blocks[0].items[0][1].text, dutch.foreword_language) == ("buur", None)
    assert letter(language="fr", foreword=Foreword("Dag buur", "nl")).foreword_language == "nl"
    assert letter().foreword is None
