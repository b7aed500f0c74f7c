"""The finder: its questions and choices, and at the end of each path the people to go to.

Every path ends at people, if only at the house that everybody can ask. Whom to go to and what to
bring for a question holds for the choices below it too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.model.questions import Choice, LastChoice, Question
from generator.model.reviews import review_period
from generator.model.vocabulary import Function, Status
from generator.views import parts
from generator.views.context import ViewContext, fallback_view
from generator.views.finder_shapes import HelperView, MomentView, NamedView, QuestionView, StopView
from generator.views.shapes import (
    CheckedView,
    ContactView,
    HelplineView,
    Link,
    OccurrenceView,
    OfferView,
    OrganisationView,
    PlaceView,
    Said,
    WhereView,
)

MOST_HELPERS = 5
MOST_OFFERS = 4
MOST_MOMENTS = 2
MOST_NAMED = 3
"""More answers than these are no help to who looks for one."""
_NO_DATE = "9999"


@dataclass(frozen=True)
class Answers:
    """The views that the finder leads to, by id: what is current only."""

    offers: Mapping[str, OfferView]
    organisations: Mapping[str, OrganisationView]
    places: Mapping[str, PlaceView]
    helplines: Mapping[str, HelplineView]


@dataclass(frozen=True)
class _Before:
    """What the steps before have settled."""

    trail: tuple[Link, ...]
    go_to: str | None
    bring: tuple[Said, ...]
    checked: CheckedView


def view_questions(
    context: ViewContext, questions: Iterable[Question], answers: Answers
) -> tuple[QuestionView, ...]:
    """The questions with all their choices, in the order typed."""
    found = []
    for question in questions:
        review = review_period(question, context.guide)
        before = _Before((), None, (), parts.checked(context, question.checked, review))
        found.append(_step(context, question, before, answers))
    return tuple(found)


def view_house(context: ViewContext, answers: Answers) -> StopView:
    """Where somebody goes whose question is not among them."""
    return _stop(context, None, (), answers)


def _step(
    context: ViewContext, step: Question | Choice | LastChoice, before: _Before, answers: Answers
) -> QuestionView:
    said = context.said(step.question)
    link = Link(step.id, said, f"wegwijzer/{step.id}/", step.pictogram)
    now = _Before(
        (*before.trail, link),
        step.go_to or before.go_to,
        (*before.bring, *(context.said(thing) for thing in step.bring)),
        before.checked,
    )
    choices = tuple(_step(context, choice, now, answers) for choice in step.choices)
    organisation = answers.organisations.get(now.go_to or "")
    stop = _stop(context, organisation, step.offers, answers)
    met = {moment.link.id for moment in stop.moments}
    offers = tuple(answers.offers[i] for i in step.offers if i in answers.offers and i not in met)
    helpers = tuple(
        _helper(answers.organisations[i]) for i in step.organisations
        if i in answers.organisations and i != stop.id
    )  # fmt: skip
    lines = [line for line_id, line in answers.helplines.items() if line_id in step.helplines]
    own = step.model_copy(update={"choices": ()})
    return QuestionView(
        id=step.id,
        href=link.href,
        qr=context.qr("question", step.id),
        former=parts.former(context, "question", "wegwijzer", step.previous_ids),
        question=said,
        pictogram=step.pictogram,
        synonyms=tuple(context.said(synonym) for synonym in step.synonyms),
        answer=context.said_or_none(step.answer),
        ask=context.ask,
        trail=before.trail,
        next_question=_next_question(context, step),
        steps=max((choice.steps for choice in choices), default=len(now.trail)),
        choices=choices,
        stop=stop,
        bring=_once((*now.bring, *(organisation.bring if organisation else ()))),
        emergencies=tuple(line for line in lines if line.emergency),
        helplines=tuple(line for line in lines if not line.emergency),
        helpers=helpers[:MOST_HELPERS],
        more_helpers=helpers[MOST_HELPERS:],
        offers=offers[:MOST_OFFERS],
        more_offers=offers[MOST_OFFERS:],
        named=_named(stop, lines, helpers),
        themes=tuple(parts.theme_link(context, theme) for theme in step.themes),
        checked=now.checked,
        translation=context.translation_note(own, *(choice.question for choice in step.choices)),
    )


def _next_question(context: ViewContext, step: Question | Choice | LastChoice) -> Said | None:
    if isinstance(step, LastChoice) or not step.choices:
        return None
    return context.said_or_none(step.ask) or Said(context.words.gettext("What is it about?"))


def _once(things: Iterable[Said]) -> tuple[Said, ...]:
    return tuple({thing.text: thing for thing in things}.values())


def _helper(organisation: OrganisationView) -> HelperView:
    """The number of an organisation, but not that of the house which answers for others."""
    own = (contact for contact in organisation.contacts if contact.organisation and contact.phone)
    return HelperView(organisation, next(own, None))


def _named(
    stop: StopView, lines: Iterable[HelplineView], helpers: tuple[HelperView, ...]
) -> tuple[NamedView, ...]:
    """Numbers in need, then who helps; the house, which heads the sheet, only for want of others."""
    here = NamedView(stop.name, stop.contacts[0].phone if stop.contacts else "", stop.where.number)
    numbers = [NamedView(line.name, line.number) for line in lines]
    others, before = [], {stop.id}
    for helper in helpers:
        organisation, call = helper.organisation, helper.call
        # A part of who was named already would say the same name twice.
        if organisation.part_of is None or organisation.part_of.id not in before:
            others.append(NamedView(organisation.name, call.phone if call else "", organisation.where.number))
        before.add(organisation.id)
    people = [here, *others] if stop.id or not others else others
    return (*numbers, *people[:MOST_NAMED])


def _stop(
    context: ViewContext, organisation: OrganisationView | None, named: tuple[str, ...], answers: Answers
) -> StopView:
    """Where to go first; `named` are the offers that suit the question."""
    stop = _organisation_stop(organisation) if organisation else _house_stop(context, answers)
    if stop.where.place is None:
        return stop
    meetings = _meetings(context, stop.where.place.id, named, answers)
    doubts = (*stop.doubts, *(doubt for view in meetings for doubt in _doubts(view.checked)))
    return replace(stop, moments=tuple(map(_moment, meetings)), doubts=tuple(dict.fromkeys(doubts)))


def _organisation_stop(organisation: OrganisationView) -> StopView:
    return StopView(
        id=organisation.id,
        name=organisation.name,
        link=Link(organisation.id, organisation.name, organisation.href, organisation.pictogram),
        where=organisation.where,
        address=_address(organisation.where, organisation.name),
        closed=organisation.closed,
        opening=organisation.opening,
        appointment=organisation.appointment,
        moments=(),
        contacts=_reachable(organisation.contacts),
        doubts=_doubts(organisation.checked),
    )


def _house_stop(context: ViewContext, answers: Answers) -> StopView:
    """The house that everybody can ask: the fallback, or the meeting house if nobody can find or call it."""
    neighbourhood = context.guide.neighbourhood
    fallback = neighbourhood.fallback
    organisation = answers.organisations.get(fallback.organisation or "")
    contacts = _reachable(
        (fallback_view(context, fallback), *(organisation.contacts if organisation else ()))
    )
    house = answers.places.get(fallback.place or "")
    name = context.said(fallback.name)
    if house is None and organisation and organisation.where.place:
        house = answers.places[organisation.where.place.id]
    if house is None and not contacts:
        house = answers.places[neighbourhood.meeting_house]
        name = house.name
    where = house.where if house else parts.where(context, None)
    opening = next((view.opening for view in (organisation, house) if view and view.opening), None)
    return StopView(
        id="",
        name=name,
        link=Link(house.id, house.name, house.href, house.pictogram) if house else None,
        where=where,
        address=_address(where, name),
        closed=house.closed if house and not opening else (),
        opening=opening,
        appointment=organisation.appointment if organisation else None,
        moments=(),
        contacts=contacts[:1],
        doubts=_doubts(organisation.checked) if organisation and organisation.opening else (),
    )


def _address(where: WhereView, name: Said) -> tuple[Said, ...]:
    """Where, for who has read the name: "het Wijkhuis" and "Het Wijkhuis" are the same house."""
    lines = where.lines if where.known else ()
    return tuple(line for line in lines if line.text.casefold() != name.text.casefold())


def _reachable(contacts: Iterable[ContactView]) -> tuple[ContactView, ...]:
    return tuple(contact for contact in contacts if contact.phone or contact.email or contact.whatsapp)


def _doubts(checked: CheckedView) -> tuple[str, ...]:
    return () if checked.state == "fresh" else (checked.text,)


def _meetings(
    context: ViewContext, place: str, named: tuple[str, ...], answers: Answers
) -> tuple[OfferView, ...]:
    """When people are at a place who help with a question: first what suits it, then what comes soonest."""
    found: list[tuple[bool, str, int, OfferView]] = []
    for offer in context.guide.current_offers:
        view = answers.offers.get(offer.id)
        suits = offer.id in named or Function.REFER in offer.functions
        if offer.place == place and suits and view and view.when.known and offer.status is Status.RUNNING:
            first = min((occurrence.date for occurrence in _coming(view)), default=_NO_DATE)
            found.append((offer.id not in named, first, len(found), view))
    return tuple(view for *_, view in sorted(found, key=lambda entry: entry[:3])[:MOST_MOMENTS])


def _coming(view: OfferView) -> tuple[OccurrenceView, ...]:
    return tuple(occurrence for occurrence in view.when.next if not occurrence.cancelled)


def _moment(view: OfferView) -> MomentView:
    link = Link(view.id, view.name, view.href, view.pictogram)
    return MomentView(link, view.when.lines[0], _coming(view), sure=view.checked.state == "fresh")
