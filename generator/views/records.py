"""Offers, organisations, places and questions, each as one page or sheet shows it."""

from heapq import nsmallest

from generator.model.fields import Text
from generator.model.records import Offer, OpeningHours, Organisation, Place, Question
from generator.model.vocabulary import Function, Status
from generator.views import parts
from generator.views.context import ViewContext
from generator.views.shapes import (
    FormerView,
    FunctionView,
    Link,
    OfferView,
    OpeningHoursView,
    OrganisationView,
    PlaceView,
    QuestionView,
)
from generator.views.when import when
from generator.wording.dates import day_names, full_date, short_span
from generator.wording.labels import enumerate_words, label, language_name

SIMILAR_OFFERS = 4
# A shape beside each colour, so that black and white keeps the meaning.
_SHAPES = {
    Function.MEET: "circle",
    Function.LEARN: "square",
    Function.REFER: "arrow",
    Function.SPEAK_UP: "bubble",
}


def function_view(context: ViewContext, function: Function) -> FunctionView:
    return FunctionView(function.value, label(context.words, function), _SHAPES[function])


def _former(context: ViewContext, kind: str, folder: str, ids: tuple[str, ...]) -> tuple[FormerView, ...]:
    return tuple(FormerView(f"{folder}/{old}/", context.qr(kind, old)) for old in ids)


def view_offer(context: ViewContext, offer: Offer) -> OfferView:
    guide, said = context.guide, context.said_or_none
    organiser = guide.organisation.get(offer.organiser or "")
    link = parts.offer_link(context, offer)
    functions = tuple(function_view(context, function) for function in offer.functions)
    place = guide.place.get(offer.place or "")
    review = offer.review_every or guide.neighbourhood.review_offers_every
    notice = offer.notice
    shown = notice and (notice.since or context.today) <= context.today <= (notice.until or context.today)
    return OfferView(
        id=offer.id,
        href=link.href,
        qr=context.qr("offer", offer.id),
        name=link.text,
        summary=context.said(offer.summary),
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
        bring=tuple(context.said(thing) for thing in offer.bring),
        contacts=parts.contacts(context, offer.contacts, organiser),
        ask=context.ask,
        organiser=parts.organisation_link(context, organiser) if organiser else None,
        partners=tuple(parts.organisation_link(context, guide.organisation[i]) for i in offer.partners),
        remark=said(offer.remark),
        notice=context.said(notice.text) if notice and shown else None,
        status=offer.status.value,
        status_text=parts.status_sentence(context, offer),
        instead=parts.instead(context, offer),
        replaced_by=_replaced_by(context, offer),
        checked=parts.checked(context, offer.checked, review),
        sources=parts.sources(offer),
        similar=_similar(context, offer),
        former=_former(context, "offer", "aanbod", offer.previous_ids),
        translation=context.translation_note(
            offer if shown else offer.model_copy(update={"notice": None}), *_texts_of_place(place)
        ),
        notice_until=notice.until.isoformat() if notice and shown and notice.until else "",
        flyer_over=parts.flyer_over(context, offer),
    )


def _texts_of_place(place: Place | None) -> tuple[Text | None, ...]:
    """What the page of another record says of a place in its own words."""
    return (place.name, None if place.confidential else place.directions) if place else ()


def _replaced_by(context: ViewContext, offer: Offer) -> Link | None:
    if offer.ended and offer.ended.replaced_by:
        return parts.offer_link(context, context.guide.offer[offer.ended.replaced_by])
    return None


def _similar(context: ViewContext, offer: Offer) -> tuple[Link, ...]:
    """Current offers that share most themes and functions, the same place as a tie-break."""

    def likeness(other: Offer) -> tuple[int, int]:
        themes = len(set(other.themes) & set(offer.themes))
        functions = len(set(other.functions) & set(offer.functions))
        return (2 * themes + functions if themes else 0, int(other.place == offer.place))

    # Offers filed alike are equally like this one: only the first few of each file can be chosen.
    files = ((likeness(file[0][1]), file[: SIMILAR_OFFERS + 1]) for file in context.guide.offers_filed_alike)
    others = [
        (-shared, -same_place, position, other)
        for (shared, same_place), file in files
        if shared
        for position, other in file
        if other.id != offer.id
    ]
    ranked = nsmallest(SIMILAR_OFFERS, others, key=lambda found: found[:3])
    return tuple(parts.offer_link(context, other) for *_, other in ranked)


def view_organisation(context: ViewContext, organisation: Organisation) -> OrganisationView:
    guide, said = context.guide, context.said_or_none
    link = parts.organisation_link(context, organisation)
    part_of = guide.organisation.get(organisation.part_of or "")
    place = guide.place.get(organisation.place or "")
    review = organisation.review_every or guide.neighbourhood.review_organisations_every
    return OrganisationView(
        id=organisation.id,
        href=link.href,
        qr=context.qr("organisation", organisation.id),
        name=link.text,
        kind=parts.labels(context, (organisation.kind,))[0],
        summary=context.said(organisation.summary),
        description=context.paragraphs(organisation.description),
        pictogram=link.pictogram or "",
        themes=tuple(parts.theme_link(context, theme) for theme in organisation.themes),
        audience=parts.audience_labels(context, organisation.audience),
        part_of=parts.organisation_link(context, part_of) if part_of else None,
        where=parts.where(context, place),
        contacts=parts.contacts(context, organisation.contacts, organisation),
        ask=context.ask,
        website=organisation.website or "",
        opening_hours=tuple(_opening_hours(context, hours) for hours in organisation.opening_hours),
        appointment=said(organisation.appointment),
        price=parts.price(context, organisation.price) if organisation.price else None,
        languages=tuple(language_name(context.words, code) for code in organisation.languages),
        bring=tuple(context.said(thing) for thing in organisation.bring),
        referral=said(organisation.referral),
        remark=said(organisation.remark),
        status=organisation.status.value,
        status_text=parts.status_sentence(context, organisation),
        instead=parts.instead(context, organisation),
        checked=parts.checked(context, organisation.checked, review),
        sources=parts.sources(organisation),
        offers=tuple(
            parts.offer_link(context, offer)
            for offer in guide.current_offers
            if organisation.id in (offer.organiser, *offer.partners)
        ),
        former=_former(context, "organisation", "sociale-kaart", organisation.previous_ids),
        translation=context.translation_note(organisation, *_texts_of_place(place)),
    )


def _opening_hours(context: ViewContext, hours: OpeningHours) -> OpeningHoursView:
    days = day_names(context.words, tuple(day.number for day in hours.on))
    return OpeningHoursView(
        enumerate_words(context.words, days),
        short_span(context.words, hours.opens, hours.closes),
        context.said_or_none(hours.note),
    )


def view_place(context: ViewContext, place: Place, offers: tuple[OfferView, ...]) -> PlaceView:
    """A place with the views of all that happens there (of the given current offers)."""
    guide = context.guide
    link = parts.place_link(context, place)
    there = tuple(view for view in offers if guide.offer[view.id].place == place.id)
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
        closed=_closed(context, place),
        remark=context.said_or_none(place.remark),
        status=place.status.value,
        status_text=parts.status_sentence(context, place),
        checked=parts.checked(
            context, place.checked, place.review_every or guide.neighbourhood.review_organisations_every
        ),
        sources=parts.sources(place),
        offers=there,
        organisations=tuple(
            parts.organisation_link(context, organisation)
            for organisation in guide.organisations
            if organisation.place == place.id and organisation.status != Status.ENDED
        ),
        former=_former(context, "place", "plaatsen", place.previous_ids),
        translation=context.translation_note(place),
    )


def _closed(context: ViewContext, place: Place) -> tuple[str, ...]:
    _ = context.words.gettext
    said = []
    for span in sorted(place.closed, key=lambda span: span.since):
        if span.until < context.today:
            continue
        first, last = full_date(context.words, span.since), full_date(context.words, span.until)
        text = (
            _("Closed on {date}").format(date=first)
            if span.since == span.until
            else _("Closed from {first} to {last}").format(first=first, last=last)
        )
        reason = context.said_or_none(span.reason)
        said.append(f"{text}: {reason.text}" if reason else text)
    return tuple(said)


def view_question(
    context: ViewContext,
    question: Question,
    offers: dict[str, OfferView],
    organisations: dict[str, OrganisationView],
) -> QuestionView:
    """A question with the views it leads to; offers that ended are left out."""
    review = question.review_every or context.guide.neighbourhood.review_organisations_every
    return QuestionView(
        id=question.id,
        href=f"wegwijzer/{question.id}/",
        qr=context.qr("question", question.id),
        question=context.said(question.question),
        pictogram=question.pictogram,
        answer=context.said_or_none(question.answer),
        ask=context.ask,
        themes=tuple(parts.theme_link(context, theme) for theme in question.themes),
        offers=tuple(offers[i] for i in question.offers if i in offers),
        organisations=tuple(organisations[i] for i in question.organisations if i in organisations),
        checked=parts.checked(context, question.checked, review),
        translation=context.translation_note(question),
    )
