"""Offers, organisations and places, each as one page or sheet shows it."""

from dataclasses import replace

from generator.model.fields import Text
from generator.model.records import Offer, Organisation, Place
from generator.model.reviews import review_period
from generator.model.vocabulary import Function
from generator.views import parts
from generator.views.context import ViewContext
from generator.views.lazily import Later
from generator.views.opening import view_closed, view_opening
from generator.views.route import view_route
from generator.views.shapes import (
    ContactView,
    FunctionView,
    Link,
    OfferView,
    OrganisationView,
    PlaceView,
)
from generator.views.when import view_days, when
from generator.wording.labels import label, language_name

# A shape beside each colour, so that black and white keeps the meaning.
FUNCTION_SHAPES = {
    Function.MEET: "circle",
    Function.LEARN: "square",
    Function.REFER: "arrow",
    Function.SPEAK_UP: "bubble",
}


def function_view(context: ViewContext, function: Function) -> FunctionView:
    return FunctionView(function.value, label(context.words, function), FUNCTION_SHAPES[function])


def view_offer(context: ViewContext, offer: Offer) -> OfferView:
    """The view of an offer, with what it says of other offers."""

    instead = _replaced_by(context, offer)
    similar = tuple(parts.offer_link(context, other) for other in context.likeness.nearest(offer))
    alone = context.recalled("offer", offer, lambda context: _view_alone(context, offer))
    return replace(alone, replaced_by=instead, similar=similar)


def _view_alone(context: ViewContext, offer: Offer) -> OfferView:
    guide, said = context.guide, context.said_or_none
    organiser = guide.organisation.get(offer.organiser or "")
    link = parts.offer_link(context, offer)
    functions = tuple(function_view(context, function) for function in offer.functions)
    place = guide.place.get(offer.place or "")
    review = review_period(offer, guide)
    notice = offer.notice
    shown = notice and (notice.since or context.today) <= context.today <= (notice.until or context.today)
    return OfferView(
        id=offer.id,
        href=link.href,
        qr=context.qr("offer", offer.id),
        name=link.text,
        summary=context.said(offer.summary),
        simple=context.lines(offer.simple),
        description=context.paragraphs(offer.description),
        pictogram=parts.offer_pictogram(context, offer),
        kind=parts.labels(context, (offer.kind,))[0],
        function=functions[0],
        functions=functions,
        themes=tuple(parts.theme_link(context, theme) for theme in offer.themes),
        when=when(context, offer),
        where=parts.where(context, place, said(offer.place_note)),
        price=parts.price(context, offer.price),
        signup=parts.signup(context, offer.signup),
        dutch=parts.dutch(context, offer.dutch_needed),
        audience=parts.audience_labels(context, offer.audience),
        accessibility=parts.labels(context, offer.accessibility),
        languages=tuple(language_name(context.words, code) for code in offer.languages),
        bring=parts.bring(context, offer),
        contacts=parts.contacts_of_offer(context, offer),
        ask=context.ask,
        organiser=parts.organisation_link(context, organiser) if organiser else None,
        partners=tuple(parts.organisation_link(context, guide.organisation[i]) for i in offer.partners),
        remark=said(offer.remark),
        notice_dates=parts.notice_dates(context, notice) if notice and shown else "",
        notice_until=notice.until.isoformat() if notice and shown and notice.until else "",
        notice=context.said(notice.text) if notice and shown else None,
        status=offer.status.value,
        status_text=parts.status_sentence(context, offer),
        instead=parts.instead(context, offer),
        replaced_by=None,
        checked=parts.checked(context, offer.checked, review),
        sources=parts.sources(offer),
        route=view_route(context, offer),
        similar=(),
        former=parts.former(context, "offer", "aanbod", offer.previous_ids),
        translation=context.translation_note(
            offer if shown else offer.model_copy(update={"notice": None}), *_texts_of_place(place)
        ),
        flyer_over=parts.flyer_over(context, offer),
    )


def _texts_of_place(place: Place | None) -> tuple[Text | None, ...]:
    """What the page of another record says of a place in its own words."""
    return (place.name, None if place.confidential else place.directions) if place else ()


def _replaced_by(context: ViewContext, offer: Offer) -> Link | None:
    if offer.ended and offer.ended.replaced_by:
        return parts.offer_link(context, context.guide.offer[offer.ended.replaced_by])
    return None


def view_organisation(context: ViewContext, organisation: Organisation) -> OrganisationView:
    """The view of an organisation, with the names of its offers."""
    offers = tuple(
        parts.offer_link(context, offer)
        for offer in context.guide.offers_of_organisations.get(organisation.id, ())
    )
    return context.recalled(
        "organisation",
        organisation,
        lambda context: _view_organisation(context, organisation, offers),
        offers,
    )


def _view_organisation(
    context: ViewContext, organisation: Organisation, offers: tuple[Link, ...]
) -> OrganisationView:
    guide, said = context.guide, context.said_or_none
    link = parts.organisation_link(context, organisation)
    part_of = guide.organisation.get(organisation.part_of or "")
    place = guide.place.get(organisation.place or "")
    review = review_period(organisation, guide)
    closed = organisation.closed + (place.closed if place else ())
    opening = view_opening(context, f"s:{organisation.id}", organisation, closed, review)
    return OrganisationView(
        id=organisation.id,
        href=link.href,
        qr=context.qr("organisation", organisation.id),
        name=link.text,
        kind=parts.labels(context, (organisation.kind,))[0],
        summary=context.said(organisation.summary),
        simple=context.lines(organisation.simple),
        description=context.paragraphs(organisation.description),
        pictogram=link.pictogram or "",
        themes=tuple(parts.theme_link(context, theme) for theme in organisation.themes),
        audience=parts.audience_labels(context, organisation.audience),
        part_of=parts.organisation_link(context, part_of) if part_of else None,
        where=parts.where(context, place),
        contacts=parts.contacts_of_organisation(context, organisation),
        ask=context.ask,
        website=organisation.website or "",
        opening=opening,
        closed=() if opening else view_closed(context, organisation, closed),
        appointment=parts.appointment(context, organisation.appointment),
        price=parts.price(context, organisation.price) if organisation.price else None,
        languages=tuple(language_name(context.words, code) for code in organisation.languages),
        bring=parts.bring(context, organisation),
        referral=said(organisation.referral),
        remark=said(organisation.remark),
        status=organisation.status.value,
        status_text=parts.status_sentence(context, organisation),
        instead=parts.instead(context, organisation),
        checked=parts.checked(
            context, organisation.checked, review, guide.keeper("organisations", organisation.id)
        ),
        home=parts.home(context, "organisations", organisation.id),
        sources=parts.sources(organisation),
        offers=offers,
        former=parts.former(context, "organisation", "sociale-kaart", organisation.previous_ids),
        translation=context.translation_note(organisation, *_texts_of_place(place)),
    )


def view_place(
    context: ViewContext,
    place: Place,
    offers: tuple[OfferView, ...],
    organisations: tuple[OrganisationView, ...],
) -> PlaceView:
    """A place with the views of all that happens there and of who is there (of the given current ones)."""
    guide = context.guide
    link = parts.place_link(context, place)
    there = tuple(view for view in offers if guide.offer[view.id].place == place.id)
    residents = tuple(view for view in organisations if guide.organisation[view.id].place == place.id)
    review = review_period(place, guide)
    opening = view_opening(context, f"p:{place.id}", place, place.closed, review)
    return PlaceView(
        id=place.id,
        href=link.href,
        qr=context.qr("place", place.id),
        number=place.number,
        name=link.text,
        summary=context.said_or_none(place.summary),
        pictogram=link.pictogram or "",
        where=parts.where(context, place),
        accessibility=parts.labels(context, place.accessibility),
        opening=opening,
        closed=() if opening else view_closed(context, place, place.closed),
        remark=context.said_or_none(place.remark),
        status=place.status.value,
        status_text=parts.status_sentence(context, place),
        checked=parts.checked(context, place.checked, review, guide.keeper("places", place.id)),
        home=parts.home(context, "places", place.id),
        sources=parts.sources(place),
        offers=there,
        days=Later(lambda: view_days(context, there)),
        organisations=residents,
        people=_people(context, residents),
        former=parts.former(context, "place", "plaatsen", place.previous_ids),
        translation=context.translation_note(place),
    )


def _people(context: ViewContext, organisations: tuple[OrganisationView, ...]) -> tuple[ContactView, ...]:
    """The published workers of these organisations."""
    ids = {view.id for view in organisations}
    return parts.worker_contacts(
        context, tuple(contact.id for contact in context.guide.contacts if contact.organisation in ids)
    )
