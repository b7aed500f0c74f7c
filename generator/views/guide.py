"""The whole guide in one language, as every page and every sheet draws from it."""

import unicodedata
from collections.abc import Iterable
from typing import TypeVar
from urllib.parse import urlsplit

from babel import Locale

from generator.model.ledger import Edition
from generator.model.records import Contact
from generator.model.vocabulary import Function, Status
from generator.views.agenda import view_agenda, view_calendar, view_holidays
from generator.views.context import ViewContext, fallback_view, telephone_link
from generator.views.facets import view_audiences, view_facets, view_sought, view_weekdays_sought
from generator.views.parts import organisation_link
from generator.views.records import (
    function_view,
    view_offer,
    view_organisation,
    view_place,
    view_question,
)
from generator.views.shapes import (
    EditionView,
    FunctionGroup,
    GuideView,
    HelplineView,
    OfferView,
    OrganisationView,
    RoleView,
    ThemeView,
)
from generator.views.when import view_week, view_weekdays
from generator.wording.dates import full_date
from generator.wording.labels import explanation


def view_guide(context: ViewContext, languages: tuple[str, ...]) -> GuideView:
    """Everything there is to show, in the context's language.

    `languages` are the codes of all languages of the site, for the switch between them.
    """
    guide = context.guide
    offers = _by_name(view_offer(context, offer) for offer in guide.current_offers)
    current = {offer.id for offer in guide.current_offers}
    past = _by_name(view_offer(context, offer) for offer in guide.offers if offer.id not in current)
    organisations = _by_name(view_organisation(context, o) for o in guide.organisations)
    active = tuple(view for view in organisations if view.status != Status.ENDED)
    places = sorted(
        (view_place(context, place, offers) for place in guide.places), key=lambda view: view.number
    )
    offer_by_id = {view.id: view for view in offers}
    organisation_by_id = {view.id: view for view in active}
    neighbourhood = guide.neighbourhood
    agenda, holidays = view_agenda(context, offers), view_holidays(context)
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
        ask=context.ask,
        fallback=fallback_view(context, neighbourhood.fallback),
        meeting_house=next(view for view in places if view.id == neighbourhood.meeting_house),
        offers=offers,
        past_offers=past,
        organisations=organisations,
        places=tuple(places),
        themes=_themes(context, offers, active),
        questions=tuple(
            view_question(context, question, offer_by_id, organisation_by_id) for question in guide.questions
        ),
        helplines=_helplines(context),
        roles=_roles(context),
        week=view_week(context, offers),
        by_weekday=view_weekdays(context, offers),
        by_function=_by_function(context, offers),
        languages=tuple((code, _own_name(context, code)) for code in languages),
        facets=view_facets(context),
        sought=view_sought(context, offers),
        audiences=view_audiences(context, offers),
        weekdays=view_weekdays_sought(context, offers),
        agenda=agenda,
        holidays=holidays,
        calendar=view_calendar(context, agenda, holidays),
    )


Named = TypeVar("Named", OfferView, OrganisationView)


def _by_name(views: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(views, key=lambda view: sort_key(view.name.text)))


def sort_key(name: str) -> tuple[str, str]:
    """Alphabetical as people look it up: accents, case and a leading apostrophe do not count."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip(), name


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
    return tuple(
        ThemeView(
            id=theme.id,
            name=context.said(theme.name),
            href=f"themas/{theme.id}/",
            pictogram=theme.pictogram,
            synonyms=tuple(context.said(synonym) for synonym in theme.synonyms),
            offers=tuple(o for o in offers if any(link.id == theme.id for link in o.themes)),
            organisations=tuple(o for o in organisations if any(link.id == theme.id for link in o.themes)),
        )
        for theme in context.guide.themes
    )


def _helplines(context: ViewContext) -> tuple[HelplineView, ...]:
    """Emergency numbers first, else in the order typed."""
    lines = sorted(context.guide.helplines, key=lambda line: not line.emergency)
    return tuple(
        HelplineView(
            id=line.id,
            name=context.said(line.name),
            number=line.number,
            tel=telephone_link(line.number),
            purpose=context.said(line.purpose),
            website=line.website or "",
            emergency=line.emergency,
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
    return name[:1].upper() + name[1:]
