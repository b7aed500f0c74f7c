"""The whole guide in one language, as every page and every sheet draws from it."""

from collections.abc import Iterable
from typing import TypeVar
from urllib.parse import urlsplit

from babel import Locale

from generator.model.ledger import Edition
from generator.model.phones import dialled
from generator.model.records import Contact
from generator.model.vocabulary import BrochureOrder, Function, Status
from generator.views import parts
from generator.views.agenda import view_agenda, view_calendar, view_holidays
from generator.views.at_place import view_map
from generator.views.context import ViewContext, fallback_view
from generator.views.feasts import view_feasts
from generator.views.finder import Answers, view_house, view_questions
from generator.views.flyers import view_flyers
from generator.views.lazily import Later
from generator.views.offer_facets import view_offer_facets, view_offers_sought
from generator.views.organisation_facets import (
    view_kinds,
    view_organisation_facets,
    view_organisations_sought,
)
from generator.views.parts import organisation_link
from generator.views.poster import poster_week, view_poster
from generator.views.records import (
    function_view,
    view_offer,
    view_organisation,
    view_place,
)
from generator.views.selections import view_audiences, view_weekdays_sought
from generator.views.shapes import (
    BrochureView,
    EditionView,
    FunctionGroup,
    GuideView,
    HelplineView,
    OfferView,
    OrganisationView,
    PlaceView,
    RoleView,
    TallyView,
    ThemeView,
)
from generator.views.when import view_days, view_week, view_weekdays
from generator.wording.alphabet import sort_key
from generator.wording.casing import sentence_case
from generator.wording.dates import full_date
from generator.wording.labels import explanation


def view_guide(context: ViewContext, languages: tuple[str, ...]) -> GuideView:
    """Everything there is to show, in the context's language.

    `languages` are the codes of all languages of the site, for the switch between them.
    """
    guide = context.guide
    offers = _by_name(context, [view_offer(context, offer) for offer in guide.current_offers])
    current = {offer.id for offer in guide.current_offers}
    ended = (offer for offer in guide.offers if offer.id not in current)
    past = _by_name(context, [view_offer(context, offer) for offer in ended])
    organisations = _by_name(context, [view_organisation(context, o) for o in guide.organisations])
    active = tuple(view for view in organisations if view.status != Status.ENDED)
    places = sorted(
        (view_place(context, place, offers, active) for place in guide.places), key=lambda view: view.number
    )
    helplines = _helplines(context)
    answers = Answers(_by_id(offers), _by_id(active), _by_id(places), _by_id(helplines))
    neighbourhood = guide.neighbourhood
    agenda = Later(lambda: view_agenda(context, offers))
    holidays = Later(lambda: view_holidays(context))
    sought = view_offers_sought(context, offers)
    return GuideView(
        language=context.words.language,
        direction=context.words.direction,
        name=context.said(neighbourhood.name),
        municipality=neighbourhood.municipality,
        publisher=context.said(neighbourhood.publisher),
        today=context.today.isoformat(),
        edition=view_edition(context),
        home=context.qr("page", "home"),
        map=context.qr("page", "map"),
        finder=context.qr("page", "finder"),
        calendar_code=context.qr("page", "calendar"),
        ask=context.ask,
        ask_briefly=context.ask_briefly,
        fallback=fallback_view(context, neighbourhood.fallback),
        meeting_house=next(view for view in places if view.id == neighbourhood.meeting_house),
        offers=offers,
        past_offers=past,
        organisations=organisations,
        places=tuple(places),
        themes=_themes(context, offers, active),
        questions=view_questions(context, guide.questions, answers),
        house=view_house(context, answers),
        helplines=helplines,
        roles=_roles(context),
        week=Later(lambda: view_week(context, offers)),
        by_weekday=Later(lambda: view_weekdays(context, offers)),
        by_function=Later(lambda: _by_function(context, offers)),
        languages=tuple((code, _own_name(context, code)) for code in languages),
        facets=Later(lambda: view_offer_facets(context)),
        sought=sought,
        on_map=view_map(context, tuple(places), sought),
        organisation_kinds=Later(lambda: view_kinds(active)),
        organisation_facets=Later(lambda: view_organisation_facets(context, active)),
        organisations_sought=view_organisations_sought(context, active),
        audiences=Later(lambda: view_audiences(context, offers)),
        weekdays=Later(lambda: view_weekdays_sought(context, offers)),
        agenda=agenda,
        holidays=holidays,
        feasts=Later(lambda: view_feasts(context, offers)),
        calendar=Later(lambda: view_calendar(context, agenda, holidays)),
        poster=view_poster(context, offers, poster_week(context.today)),
        by_hour=Later(lambda: view_days(context, offers)),
        brochure=BrochureView(
            neighbourhood.brochure.order is BrochureOrder.DAY, float(neighbourhood.brochure.creep)
        ),
        tally=TallyView(neighbourhood.tally.answers, neighbourhood.tally.referrals),
        flyers=view_flyers(context),
    )


Named = TypeVar("Named", OfferView, OrganisationView)
Shown = TypeVar("Shown", OfferView, OrganisationView, PlaceView, HelplineView)


def _by_id(views: Iterable[Shown]) -> dict[str, Shown]:
    return {view.id: view for view in views}


def _by_name(context: ViewContext, views: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(views, key=lambda view: sort_key(context.words, view.name.text)))


def view_edition(
    context: ViewContext, current: Edition | None = None, newest: Edition | None = None
) -> EditionView:
    """What this print is: an edition, or a draft of today; and a proof while there is no real address.

    A draft tells after which edition it comes, if there is any.
    """
    _ = context.words.gettext
    host = urlsplit(context.site_url).hostname or ""
    proof = _("proof print") if host == "example" or host.endswith(".example") else ""
    day = current.date if current else context.today
    said = full_date(context.words, day)
    if current:
        label = _("edition {number}, {date}").format(number=current.edition, date=said)
    elif newest:
        label = _("draft after edition {number}, {date}").format(number=newest.edition, date=said)
    else:
        label = _("draft of {date}").format(date=said)
    return EditionView(label, day.isoformat(), said, proof)


def _themes(
    context: ViewContext, offers: tuple[OfferView, ...], organisations: tuple[OrganisationView, ...]
) -> tuple[ThemeView, ...]:
    offers_of, organisations_of = _by_theme(offers), _by_theme(organisations)
    return tuple(
        ThemeView(
            id=theme.id,
            name=context.said(theme.name),
            href=f"themas/{theme.id}/",
            pictogram=theme.pictogram,
            synonyms=tuple(context.said(synonym) for synonym in theme.synonyms),
            offers=tuple(offers_of.get(theme.id, ())),
            organisations=tuple(organisations_of.get(theme.id, ())),
        )
        for theme in context.guide.themes
    )


def _by_theme(views: Iterable[Named]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for view in views:
        for theme in dict.fromkeys(link.id for link in view.themes):
            found.setdefault(theme, []).append(view)
    return found


def _helplines(context: ViewContext) -> tuple[HelplineView, ...]:
    """Emergency numbers first, else in the order typed."""
    lines = sorted(context.guide.helplines, key=lambda line: not line.emergency)
    return tuple(
        HelplineView(
            id=line.id,
            name=context.said(line.name),
            number=line.number,
            tel=dialled(line.number),
            purpose=context.said(line.purpose),
            website=line.website or "",
            emergency=line.emergency,
            home=parts.home(context, "helplines", line.id),
        )
        for line in lines
    )


def _roles(context: ViewContext) -> tuple[RoleView, ...]:
    """Who is who. A worker who did not consent is there as a role, once, without a name."""
    roles: dict[tuple[str, str, str], RoleView] = {}
    for contact in context.guide.contacts:
        view = _role(context, contact)
        organisation = view.organisation.id if view.organisation else ""
        roles.setdefault((view.name, view.role.text, organisation), view)
    return tuple(roles.values())


def _role(context: ViewContext, contact: Contact) -> RoleView:
    organisation = context.guide.organisation.get(contact.organisation or "")
    link = organisation_link(context, organisation) if organisation else None
    if not contact.publish:
        return RoleView(context.said(contact.role), "", link)
    return RoleView(context.said(contact.role), contact.name, link, contact.phone or "", contact.email or "")


def _by_function(context: ViewContext, offers: tuple[OfferView, ...]) -> tuple[FunctionGroup, ...]:
    return tuple(
        FunctionGroup(
            function_view(context, function),
            explanation(context.words, function),
            tuple(offer for offer in offers if offer.function.id == function.value),
        )
        for function in Function
    )


def _own_name(context: ViewContext, code: str) -> str:
    """ "Nederlands", "français": a language's name in itself, for the switch."""
    name = Locale.parse(code).get_display_name(code) or code
    return sentence_case(code, name)
