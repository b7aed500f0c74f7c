"""Invented programmes: posters and newsletters with as many lines as one wants."""

from dataclasses import replace
from datetime import date, timedelta

from generator.views.programme_shapes import (
    DayGroup,
    LineView,
    NewsGroup,
    NewsletterView,
    NewsLine,
    NewsView,
    PosterView,
    ProgrammeSection,
)
from generator.views.prose import view_prose
from generator.views.shapes import Link, Said
from tests.sheets.factory import FUNCTIONS

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def make_line(number: int, **changes: object) -> LineView:
    line = LineView(
        link=Link(
            f"aanbod-{number}", Said(f"Verzonnen aanbod {number}"), f"aanbod/aanbod-{number}/", "needle"
        ),
        function=FUNCTIONS[number % 4],
        when=(f"{8 + number % 12}.30-{9 + number % 12}.45 uur",),
        where=Said("Voorbeeldhuis"),
        number=1,
        price="gratis",
        sure=number % 5 != 4,
    )
    return replace(line, **changes)  # type: ignore[arg-type]


def make_day(number: int, lines: tuple[LineView, ...], **changes: object) -> DayGroup:
    day = date(2026, 11, 23) + timedelta(days=number)
    group = DayGroup(
        f"{DAYS[number % 7]} {day.day} november",
        tuple(sorted(lines, key=lambda line: not line.sure)),
        day.isoformat(),
        DAYS[number % 7],
        f"{day.day} november",
    )
    return replace(group, **changes)  # type: ignore[arg-type]


def make_poster(lines_a_day: int, undated: int = 1) -> PosterView:
    days = tuple(make_day(n, tuple(make_line(10 * n + k) for k in range(lines_a_day))) for n in range(7))
    loose = tuple(make_line(90 + n, when=("Elke donderdagvoormiddag",), sure=False) for n in range(undated))
    return PosterView("2026-11-23", "23–29 november 2026", (), days, loose)


def make_newsletter(
    days: int, lines_a_day: int = 2, foreword: str = "", news: bool = False
) -> NewsletterView:
    weekly = ProgrammeSection(
        "weekly", "Elke week", "", (DayGroup("elke vrijdag", (make_line(1), make_line(2))),)
    )
    dated = ProgrammeSection(
        "days",
        "Op één dag",
        "",
        tuple(
            make_day(n, tuple(make_line(10 * n + k, sure=True) for k in range(lines_a_day)))
            for n in range(days)
        ),
    )
    unsure = ProgrammeSection(
        "unsure", "Vraag het eerst na", "Niemand bevestigde dit.", (DayGroup("", (make_line(4),)),)
    )
    told = NewsView(
        "Wat is er nieuw?",
        "Sinds 1 oktober 2026",
        (
            NewsGroup(
                "new", "Nieuw", (NewsLine(Said("Verzonnen koor"), "aanbod/koor/", (Said("Je zingt."),)),)
            ),
        ),
    )
    return NewsletterView(
        month="2026-12",
        href="nieuwsbrief/2026-12/",
        name="december 2026",
        title="Wat is er te doen in december 2026?",
        foreword=view_prose(foreword) if foreword else None,
        foreword_language=None,
        holiday_lines=("Kerstvakantie: van maandag 21 december tot en met zondag 3 januari",),
        sections=tuple(section for section in (weekly, dated, unsure) if section.groups),
        news=told if news else None,
        if_nothing="",
        past=False,
    )
