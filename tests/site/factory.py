"""An invented site, so that pages can be tested without reading, model and map."""

from collections.abc import Iterable
from dataclasses import replace

from generator.site import Download, Handwritten, SiteInput
from generator.views.finder_shapes import HelperView, NamedView, QuestionView
from generator.views.finding_shapes import (
    AgendaTimes,
    AgendaView,
    CalendarDayView,
    CalendarView,
    ChoiceView,
    EntryView,
    FacetView,
    HolidayView,
    SoughtView,
)
from generator.views.shapes import (
    CheckedView,
    ContactView,
    DayView,
    FormerView,
    GuideView,
    Link,
    OccurrenceView,
    OfferView,
    Said,
    SelectionView,
)
from tests.sheets.factory import (
    ASK,
    PICTOGRAM,
    REPOSITORY,
    drawing,
    dutch_words,
    make_guide,
    make_house,
    make_offer,
    make_organisation,
    make_unknown_offer,
    qr,
)

SITE_URL = "https://voorbeeldwijk.example/gids/"


def make_ended_offer() -> OfferView:
    """An offer that stopped, with what to do instead and an id that it had before."""
    return make_offer(
        90,
        name=Said("Gestopt aanbod"),
        status="ended",
        status_text="Dit is gestopt.",
        instead=Said("Kom naar het nieuwe aanbod."),
        replaced_by=Link("aanbod-1", Said("Verzonnen aanbod 1"), "aanbod/aanbod-1/"),
        former=(FormerView("aanbod/oude-naam/", qr("ZZ090")),),
    )


def make_question(offers: tuple[OfferView, ...]) -> QuestionView:
    """A question with one choice below it, which is an answer."""
    answer = QuestionView(
        id="keuze-1",
        href="wegwijzer/keuze-1/",
        qr=qr("VR002"),
        former=(),
        question=Said("Ik wil hem samen lezen"),
        pictogram="email-search",
        synonyms=(Said("voorlezen"),),
        answer=Said("Neem de brief mee."),
        ask=ASK,
        trail=(Link("vraag-1", Said("Ik begrijp een brief niet"), "wegwijzer/vraag-1/", "email-open"),),
        next_question=None,
        steps=2,
        choices=(),
        stop=make_house(),
        bring=(Said("De brief"),),
        emergencies=(),
        helplines=(),
        helpers=(
            HelperView(
                make_organisation(1), ContactView("Verzonnen vzw", phone="000 00 00 00", tel="000000000")
            ),
        ),
        more_helpers=(),
        offers=offers[:2],
        more_offers=offers[2:3],
        named=(NamedView(Said("Verzonnen vzw 1"), "000 00 00 00", 1),),
        themes=offers[0].themes,
        checked=CheckedView("unchecked", "Niet nagekeken."),
    )
    return replace(
        answer,
        id="vraag-1",
        href="wegwijzer/vraag-1/",
        qr=qr("VR001"),
        question=Said("Ik begrijp een brief niet"),
        pictogram="email-open",
        synonyms=(),
        trail=(),
        next_question=Said("Wat wil je doen?"),
        choices=(answer,),
        helpers=(),
        offers=(),
        more_offers=(),
    )


def make_week(offers: tuple[OfferView, ...]) -> tuple[DayView, ...]:
    monday = OccurrenceView("2026-11-23", 0, "09:30", "11:30", "maandag 23 november, 9.30-11.30 uur")
    friday = OccurrenceView("2026-11-27", 4, "", "", "vrijdag 27 november", cancelled=True)
    link = Link(offers[0].id, offers[0].name, offers[0].href, offers[0].pictogram)
    return (
        DayView("2026-11-23", "maandag 23 november", ((monday, link),), ()),
        DayView("2026-11-27", "vrijdag 27 november", (), ((friday, link),)),
    )


def make_calendar(offers: tuple[OfferView, ...]) -> tuple[CalendarView, ...]:
    """A week and a month, each shown as the same two days."""
    link = Link(offers[0].id, offers[0].name, offers[0].href, offers[0].pictogram)
    entry = EntryView(link, "leren", "voormiddag", "9.30-11.30 uur", "2026-12-01", sure=True, cancelled=False)
    off = replace(entry, due="", sure=False, cancelled=True)
    days = (
        CalendarDayView("2026-11-23", 23, "maandag 23 november", "maandag", True, (), (entry, off)),
        CalendarDayView("2026-11-24", 24, "dinsdag 24 november", "dinsdag", True, ("Verzonnen feest",), ()),
    )
    weekdays = (("ma", "maandag"), ("di", "dinsdag"))
    return tuple(
        CalendarView(href, kind, name, "2026-11-23", "2026-11-24", weekdays, (days,))
        for href, kind, name in (
            ("agenda/", "week", "23-24 nov 2026"),
            ("agenda/week-2/", "week", "30 nov 2026"),
            ("agenda/maand/", "month", "november 2026"),
        )
    )


def make_facets() -> tuple[FacetView, ...]:
    return (
        FacetView("functie", "Wat zoek je?", (ChoiceView("leren", "Leren", 3, shape="square"),), first=True),
        FacetView(
            "dag", "Welke dag?", (ChoiceView("maandag", "maandag", 1, href="per-dag/maandag/"),), first=True
        ),
        FacetView(
            "voor", "Voor wie?", (ChoiceView("ouderen", "ouderen", 1, href="voor-wie/ouderen/"),), first=False
        ),
        FacetView("taal", "Welke taal?", (ChoiceView("fr", "Frans", 1),), first=False),
    )


def make_sought(offers: tuple[OfferView, ...]) -> dict[str, SoughtView]:
    known = SoughtView(
        (("functie", ("leren",)), ("taal", ("nl", "fr"))), ("maandag.voormiddag",), ("2026-11-30",), 51.1, 3.2
    )
    return {offer.id: known if n == 0 else SoughtView((), (), ()) for n, offer in enumerate(offers)}


def make_agenda(offers: tuple[OfferView, ...]) -> tuple[AgendaView, ...]:
    link = Link(offers[0].id, offers[0].name, offers[0].href, offers[0].pictogram)
    times = AgendaTimes("09:30", "11:30", "9.30-11.30 uur", ("2026-11-23",), ("2026-11-30",))
    return (AgendaView(link, ("leren",), ("samen",), "2026-12-01", (times,)),)


def make_site_guide(offers: tuple[OfferView, ...] | None = None, language: str = "nl") -> GuideView:
    offers = offers or (*(make_offer(n) for n in range(5)), make_unknown_offer(7))
    return replace(
        make_guide(offers),
        language=language,
        past_offers=(make_ended_offer(),),
        questions=(make_question(offers),),
        week=make_week(offers),
        facets=make_facets(),
        sought=make_sought(offers),
        audiences=(SelectionView("ouderen", "voor-wie/ouderen/", "ouderen", offers[:1], offers[1:2]),),
        weekdays=(SelectionView("maandag", "per-dag/maandag/", "maandag", offers[:2]),),
        agenda=make_agenda(offers),
        holidays=(HolidayView("2026-12-21", "2027-01-03", "Kerstvakantie"),),
        calendar=make_calendar(offers),
        languages=(("nl", "Nederlands"), ("ar", "العربية")),
    )


def make_site(
    guide: GuideView | None = None, languages: Iterable[str] = ("nl",), **changes: object
) -> SiteInput:
    """A site of "Voorbeeldwijk"; every language shows the same guide."""
    guide = guide or make_site_guide()
    words = dutch_words()
    languages = tuple(languages)
    site = SiteInput(
        guides={language: replace(guide, language=language) for language in languages},
        words={language: replace(words, language=language) for language in languages},
        site_url=SITE_URL,
        site_name="Gids van de Voorbeeldwijk",
        map_svg=dict.fromkeys(languages, drawing()),
        cutouts={"voorbeeldhuis": drawing(60, 45)},
        icons=lambda name: PICTOGRAM.decode(),
        qr_svg=lambda content: drawing(33, 33),
        downloads=(
            Download("print/onthaalbrochure.pdf", "Welcome brochure"),
            Download("print/flyers/aanbod-1.pdf", "Flyer", "flyers", "aanbod-1", ("nl",)),
        ),
        fonts={
            path.name: path.read_bytes()
            for path in sorted((REPOSITORY / "print" / "fonts").glob("AtkinsonHyperlegibleNext*.ttf"))
        },
        handwritten=(Handwritten("welkom/", "nl", "Welkom", "welkom"),),
        renamed=(("aanbod/oude-naam/", "aanbod/aanbod-90/"),),
    )
    return replace(site, **changes)  # type: ignore[arg-type]
