"""Invented views, so that sheets can be tested without reading, model and map."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from generator.sheets import (
    Stationery,
    Tongue,
    brochure,
    render_binder,
    render_products,
    small_sheets_under_way,
)
from generator.sheets.offers import Job, Typeset
from generator.sheets.typesetting import Typesetter
from generator.views.binder import BinderView, view_binder
from generator.views.finder_shapes import MomentView, StopView
from generator.views.shapes import (
    CheckedView,
    ContactView,
    EditionView,
    Fact,
    FunctionGroup,
    FunctionView,
    GuideView,
    HelplineView,
    Label,
    Link,
    OccurrenceView,
    OfferView,
    OrganisationView,
    PlaceView,
    QrView,
    RoleView,
    Said,
    SourceView,
    ThemeView,
    WeekdayView,
    WhenView,
    WhereView,
)
from generator.wording.words import Words, read_words

REPOSITORY = Path(__file__).parents[2]
ASK = "Bel of kom langs bij het Voorbeeldhuis, Verzonnenstraat 1."
FUNCTIONS = (
    FunctionView("ontmoeten", "Ontmoeten", "circle"),
    FunctionView("leren", "Leren", "square"),
    FunctionView("verwijzen", "Verwijzen", "arrow"),
    FunctionView("politiseren", "Politiseren", "bubble"),
)
THEMES = ("Vrije tijd", "Wonen", "Werk", "Gezondheid")
FALLBACK = ContactView("Voorbeeldhuis")
PICTOGRAM = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></svg>'
CHECKED = CheckedView("fresh", "Nagekeken op 1 november 2026.", "2026-11-01", "Nagekeken op 1 november 2026.")


def dutch_words() -> Words:
    return words_in("nl")


@cache
def words_in(language: str) -> Words:
    folder = REPOSITORY / "generator" / "locale" / language
    return read_words(language, {path.stem: path.read_bytes() for path in sorted(folder.glob("*.po"))})


def drawing(width: int = 400, height: int = 300) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}mm" height="{height}mm">'
        f'<path fill="#E8ECD4" d="M0 0h{width}v{height}H0z"/></svg>'
    )


def qr(code: str) -> QrView:
    return QrView(
        code, f"HTTPS://VOORBEELDWIJK.EXAMPLE/Q/{code}/", f"Q/{code}/", f"voorbeeldwijk.example/Q/{code}"
    )


def theme_link(index: int) -> Link:
    return Link(f"thema-{index}", Said(THEMES[index]), f"themas/thema-{index}/", "home")


def make_offer(number: int, **changes: object) -> OfferView:
    """An offer of which everything is known; `changes` replaces fields."""
    offer = OfferView(
        id=f"aanbod-{number}",
        href=f"aanbod/aanbod-{number}/",
        qr=qr(f"AB{number:03}"),
        name=Said(f"Verzonnen aanbod {number}"),
        summary=Said("We koken samen en we eten samen, en iedereen brengt een idee mee."),
        description=(Said("We beginnen om tien uur met koffie. " * 4), Said("Daarna gaan we aan de slag.")),
        pictogram="needle",
        kind=Label("activity", "Activiteit"),
        function=FUNCTIONS[number % 4],
        functions=(FUNCTIONS[number % 4],),
        themes=(theme_link(number % 3), theme_link((number + 1) % 3)),
        when=WhenView(("elke vrijdag van 9.30 tot 11.30 uur",), True, weekdays=(4,), sort_time="09:30"),
        where=WhereView(
            (Said("Voorbeeldhuis"), Said("Verzonnenstraat 1, 9999 Verzonnenstad")),
            True,
            Link("voorbeeldhuis", Said("Voorbeeldhuis"), "plaatsen/voorbeeldhuis/"),
            number=1,
            cell="C4",
            lat=50.0,
            lon=3.0,
        ),
        price=Fact("Gratis", True, "gratis", "free"),
        signup=Fact("Je hoeft je niet in te schrijven.", True, "kom gewoon langs", "none"),
        dutch=Fact("Een beetje Nederlands is genoeg.", True, "2", "2"),
        audience=(Label("everyone", "iedereen"),),
        accessibility=(Label("wheelchair", "toegankelijk met de rolstoel"),),
        languages=("Nederlands", "Frans"),
        bring=(Said("een schort"),),
        contacts=(ContactView("An Verzonnen", "buurtwerker", None, "000 00 00 00", "000000000"),),
        ask=ASK,
        organiser=Link("organisatie-1", Said("Verzonnen vzw"), "sociale-kaart/organisatie-1/"),
        partners=(),
        remark=None,
        notice=None,
        status="running",
        status_text="",
        instead=None,
        replaced_by=None,
        checked=CHECKED,
        sources=(SourceView("Verzonnen bron"),),
    )
    return replace(offer, **changes)  # type: ignore[arg-type]


def make_unknown_offer(number: int) -> OfferView:
    """An offer of which nothing is known but what it is."""
    return make_offer(
        number,
        when=WhenView((f"Vraag wanneer: {ASK}",), False),
        where=WhereView((Said(f"Vraag waar: {ASK}"),), False),
        price=Fact("Vraag de prijs.", False),
        signup=Fact("Vraag of je moet inschrijven.", False),
        dutch=None,
        audience=(),
        accessibility=(),
        languages=(),
        bring=(),
        contacts=(FALLBACK,),
        checked=CheckedView(
            "unchecked", "Niet nagekeken. Vraag het na bij het Voorbeeldhuis.", short="Niet nagekeken."
        ),
    )


def make_organisation(number: int) -> OrganisationView:
    return OrganisationView(
        id=f"organisatie-{number}",
        href=f"sociale-kaart/organisatie-{number}/",
        qr=qr(f"CD{number:03}"),
        name=Said(f"Verzonnen vzw {number}"),
        kind=Label("association", "Vereniging"),
        summary=Said("Ze helpen je met je papieren."),
        description=(),
        pictogram="account-group",
        themes=(theme_link(number % 4),),
        audience=(),
        part_of=None,
        where=WhereView((Said("Verzonnenstraat 1"),), True, number=1, cell="C4"),
        contacts=(ContactView("Verzonnen vzw", phone="000 00 00 00"),),
        ask=ASK,
        website="https://vzw.example/",
        opening=None,
        closed=(),
        appointment=None,
        price=None,
        languages=(),
        bring=(Said("je identiteitskaart"),),
        referral=Said("Bel samen met de persoon."),
        remark=None,
        status="running",
        status_text="",
        instead=None,
        checked=CHECKED,
        sources=(),
        offers=(),
    )


def make_place(number: int, offers: tuple[OfferView, ...]) -> PlaceView:
    return PlaceView(
        id="voorbeeldhuis" if number == 1 else f"plaats-{number}",
        href=f"plaatsen/plaats-{number}/",
        qr=qr(f"EF{number:03}"),
        number=number,
        name=Said("Voorbeeldhuis" if number == 1 else f"Verzonnen plaats {number}"),
        summary=None,
        pictogram="map-marker",
        where=WhereView(
            (Said(f"Plaats {number}"), Said(f"Verzonnenstraat {number}")), True, None, number, "C4"
        ),
        accessibility=(),
        opening=None,
        closed=(),
        remark=None,
        status="running",
        status_text="",
        checked=CHECKED,
        sources=(),
        offers=offers if number == 1 else (),
        days=(),
        organisations=(),
        people=(),
    )


def make_house() -> StopView:
    """Where everybody can ask: a house with a soup every week."""
    soup = Link("aanbod-1", Said("Verzonnen aanbod 1"), "aanbod/aanbod-1/")
    friday = OccurrenceView("2026-11-27", 4, "09:30", "11:30", "vrijdag 27 november, 9.30-11.30 uur")
    return StopView(
        id="",
        name=Said("Voorbeeldhuis"),
        link=Link("voorbeeldhuis", Said("Voorbeeldhuis"), "plaatsen/voorbeeldhuis/"),
        where=WhereView((Said("Voorbeeldhuis"), Said("Verzonnenstraat 1")), True, number=1, cell="C4"),
        address=(Said("Verzonnenstraat 1"),),
        closed=(),
        opening=None,
        appointment=None,
        moments=(MomentView(soup, "elke vrijdag van 9.30 tot 11.30 uur", (friday,), sure=False),),
        contacts=(FALLBACK,),
        doubts=("Niet bevestigd sinds 1 mei 2026.",),
    )


def make_guide(offers: tuple[OfferView, ...]) -> GuideView:
    """A guide of "Voorbeeldwijk" with these offers."""
    organisations = tuple(make_organisation(n) for n in range(6))
    places = tuple(make_place(n, offers) for n in range(1, 8))
    themes = tuple(
        ThemeView(
            id=f"thema-{n}",
            name=Said(name),
            href=f"themas/thema-{n}/",
            pictogram="home",
            synonyms=(Said("huis"), Said("huren")),
            offers=tuple(o for o in offers if any(link.id == f"thema-{n}" for link in o.themes)),
            organisations=tuple(o for o in organisations if o.themes[0].id == f"thema-{n}"),
        )
        for n, name in enumerate(THEMES)
    )
    fridays = tuple(o for o in offers if 4 in o.when.weekdays)
    others = tuple(o for o in offers if not o.when.weekdays)
    return GuideView(
        language="nl",
        direction="ltr",
        name=Said("Voorbeeldwijk"),
        municipality="Verzonnenstad",
        publisher=Said("Voorbeeldhuis vzw"),
        today="2026-11-23",
        edition=EditionView("ontwerp van 23 november 2026", "2026-11-23", "23 november 2026", "proefdruk"),
        home=qr("HOME"),
        map=qr("KAART"),
        finder=qr("ZOEK"),
        calendar_code=qr("WEEK"),
        ask=ASK,
        ask_briefly="Vraag het na bij het Voorbeeldhuis.",
        fallback=FALLBACK,
        meeting_house=places[0],
        offers=offers,
        past_offers=(),
        organisations=organisations,
        places=places,
        themes=themes,
        questions=(),
        house=make_house(),
        helplines=(
            HelplineView("112", Said("Noodnummer"), "112", "112", Said("brand en ziekenwagen"), "", True),
            HelplineView("106", Said("Tele-Onthaal"), "106", "106", Said("een luisterend oor"), "", False),
        ),
        roles=(RoleView(Said("buurtwerker"), "", None), RoleView(Said("onthaal"), "An Verzonnen", None)),
        week=(),
        by_weekday=(
            WeekdayView(4, "vrijdag", fridays),
            WeekdayView(None, "Geen vaste dag", others),
        ),
        by_function=tuple(
            FunctionGroup(function, "Hier leer je mensen kennen.", group)
            for function in FUNCTIONS
            if (group := tuple(o for o in offers if o.function == function))
        ),
        languages=(("nl", "Nederlands"),),
    )


def make_stationery(prose: dict[str, str] | None = None) -> Stationery:
    return Stationery(
        templates=str(REPOSITORY / "print"),
        fonts=str(REPOSITORY / "print" / "fonts"),
        icons=lambda name: PICTOGRAM,
        map_a3=drawing(280, 200),
        map_a4=drawing(170, 120),
        map_a5=drawing(90, 120),
        map_a6=drawing(90, 65),
        cutouts={"voorbeeldhuis": drawing(56, 42)},
        prose=prose or {},
        today=date(2026, 11, 23),
    )


def set_brochure(guide: GuideView, prose: dict[str, str] | None = None) -> bytes:
    """The brochure alone: everything else takes far longer."""
    made_of = make_stationery(prose)
    return brochure.set_brochure(guide, made_of.map_a5, made_of.prose, dutch_words(), typeset_by(made_of))


def typeset_by(stationery: Stationery) -> Typeset:
    """Sets whatever is asked for."""
    typesetter = Typesetter(stationery.templates, stationery.fonts, stationery.icons, stationery.today)

    def typeset(jobs: Sequence[Job]) -> list[bytes]:
        return [typesetter.typeset(template, data) for template, data in jobs]

    return typeset


def set_binder(guide: GuideView, prose: dict[str, str] | None = None) -> bytes:
    """The binder alone."""
    words = dutch_words()
    return render_binder(view_binder(guide, words), guide, make_stationery(prose), words)


def set_everything(
    guide: GuideView,
    stationery: Stationery,
    binder: BinderView | None = None,
    words: Words | None = None,
    others: Sequence[Tongue] = (),
) -> dict[str, bytes]:
    """File name -> PDF of everything on paper; `binder` gives the sheets their numbers and marks."""
    words = words or dutch_words()
    binder = binder or view_binder(guide, words)
    small = set_small_sheets(Tongue(guide, words, binder.marks), others, stationery)
    return {**dict(render_products(guide, stationery, words, binder)), **small}


def set_small_sheets(
    first: Tongue, others: Sequence[Tongue] = (), stationery: Stationery | None = None
) -> dict[str, bytes]:
    """The flyers in all languages and the sheets to fill in, and nothing else."""
    made: dict[str, bytes] = {}
    with small_sheets_under_way(first, others, stationery or make_stationery(), made.__setitem__) as wait:
        wait()
    return made
