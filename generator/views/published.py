"""The whole guide as open data: the records, without what stays among staff."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.guide import Guide
from generator.model.questions import Choice, LastChoice, Question, steps_of
from generator.model.records import Offer, Organisation, Place, Theme
from generator.model.vocabulary import (
    Access,
    Audience,
    Document,
    Function,
    OfferKind,
    OrganisationKind,
    Status,
    Vocabulary,
)
from generator.views import published_parts as parts
from generator.views.finding_shapes import AgendaTimes
from generator.views.published_parts import PublishingContext
from generator.views.published_shapes import (
    PublishedGuide,
    PublishedHelpline,
    PublishedHoliday,
    PublishedOffer,
    PublishedOrganisation,
    PublishedPlace,
    PublishedStep,
    PublishedTheme,
    PublishedWord,
)
from generator.views.published_values import Texts
from generator.views.shapes import Fact, GuideView, OfferView, OrganisationView
from generator.views.when import HORIZON
from generator.wording.holidays import holiday_name
from generator.wording.labels import dutch_level, explanation, label
from generator.wording.words import Words

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of what the neighbourhood itself wrote. The map has its own: ODbL."""
_LISTS: Mapping[str, type[Vocabulary]] = {
    "functions": Function,
    "offer kinds": OfferKind,
    "organisation kinds": OrganisationKind,
    "audience": Audience,
    "accessibility": Access,
    "documents": Document,
}
DUTCH = "dutch needed"
_LEVELS = (1, 2, 3, 4)


def publish_guide(
    guide: Guide,
    views: Mapping[str, GuideView],
    words: Mapping[str, Words],
    site_url: str,
    today: date,
) -> PublishedGuide:
    """All that may be known of a guide. `views` are the same guide in each language, the first one first."""
    context = PublishingContext(guide, views, words, site_url, today)
    first = next(iter(views.values()))
    here = guide.neighbourhood
    corners = here.map.south_west, here.map.north_east
    agenda = {known.link.id: known.times for known in first.agenda}
    offers = _offers_said(views)
    organisations = _organisations_said(views)
    return PublishedGuide(
        format=1,
        site=site_url,
        date=today,
        edition=first.edition.label,
        licence=LICENCE,
        name=context.texts(here.name),
        municipality=here.municipality,
        postal_code=here.postal_code or "",
        publisher=context.texts(here.publisher),
        languages=tuple(views),
        meeting_house=here.meeting_house,
        bounds=(corners[0].lon, corners[0].lat, corners[1].lon, corners[1].lat),
        security=here.security or "",
        words=_words(context),
        themes=tuple(_theme(context, theme) for theme in guide.themes),
        places=tuple(_place(context, place) for place in guide.places),
        organisations=tuple(_organisation(context, o, organisations[o.id]) for o in guide.organisations),
        offers=tuple(_offer(context, o, offers[o.id], agenda.get(o.id, ())) for o in guide.offers),
        helplines=tuple(
            PublishedHelpline(
                line.id,
                context.texts(line.name),
                line.number,
                context.texts(line.purpose),
                line.website or "",
                line.emergency,
                parts.home(context, "helplines", line.id),
            )
            for line in guide.helplines
        ),
        finder=tuple(_step(context, step) for question in guide.questions for step in steps_of(question)),
        holidays=tuple(_holidays(context)),
    )


def _holidays(context: PublishingContext) -> Iterator[PublishedHoliday]:
    for kind, days in sorted(context.guide.holidays.items()):
        for first, last, name in days.spans:
            if first <= context.today + HORIZON and last >= context.today:
                said = {code: holiday_name(context.words[code], name) for code in context.views}
                yield PublishedHoliday(kind.value, first, last, said)


def _offers_said(views: Mapping[str, GuideView]) -> dict[str, dict[str, OfferView]]:
    found: dict[str, dict[str, OfferView]] = {}
    for language, view in views.items():
        for offer in (*view.offers, *view.past_offers):
            found.setdefault(offer.id, {})[language] = offer
    return found


def _organisations_said(views: Mapping[str, GuideView]) -> dict[str, dict[str, OrganisationView]]:
    found: dict[str, dict[str, OrganisationView]] = {}
    for language, view in views.items():
        for organisation in view.organisations:
            found.setdefault(organisation.id, {})[language] = organisation
    return found


def _said(facts: Mapping[str, Fact | None]) -> Texts:
    return {language: fact.text for language, fact in facts.items() if fact and fact.known}


def _offer(
    context: PublishingContext,
    offer: Offer,
    said: Mapping[str, OfferView],
    known: tuple[AgendaTimes, ...],
) -> PublishedOffer:
    texts = context.texts
    return PublishedOffer(
        id=offer.id,
        url=f"{context.site_url}aanbod/{offer.id}/",
        kind=offer.kind.value,
        name=texts(offer.name),
        summary=texts(offer.summary),
        simple=texts(offer.simple),
        description=texts(offer.description),
        functions=tuple(function.value for function in offer.functions),
        themes=offer.themes,
        audience=tuple(word.value for word in offer.audience),
        when=parts.schedules(context, offer),
        when_wording={code: view.when.lines for code, view in said.items() if view.when.known},
        times=parts.times(known),
        place=offer.place,
        place_note=texts(offer.place_note),
        stops=offer.route.stops if offer.route else (),
        organiser=offer.organiser,
        partners=offer.partners,
        contacts=parts.contacts(context, offer.contacts),
        price=parts.price(context, offer.price, _said({code: view.price for code, view in said.items()})),
        signup=parts.signup(context, offer.signup),
        dutch_needed=offer.dutch_needed,
        languages=offer.languages,
        accessibility=tuple(word.value for word in offer.accessibility),
        documents=None if offer.documents is None else tuple(word.value for word in offer.documents),
        bring=tuple(texts(thing) for thing in offer.bring),
        remark=texts(offer.remark),
        notice=parts.notice(context, offer.notice),
        status=offer.status.value,
        ended=parts.ending(context, offer),
        checked=context.check(offer),
        sources=parts.sources(offer),
        former_ids=offer.previous_ids,
        unreviewed=context.unreviewed(offer),
        event_type=offer.event_type.value if offer.event_type else None,
    )


def _organisation(
    context: PublishingContext, organisation: Organisation, said: Mapping[str, OrganisationView]
) -> PublishedOrganisation:
    texts = context.texts
    # Nobody should call what is no longer there.
    phones = () if organisation.status is Status.ENDED else organisation.phones
    papers = organisation.documents
    return PublishedOrganisation(
        id=organisation.id,
        url=f"{context.site_url}sociale-kaart/{organisation.id}/",
        kind=organisation.kind.value,
        name=texts(organisation.name),
        summary=texts(organisation.summary),
        simple=texts(organisation.simple),
        description=texts(organisation.description),
        themes=organisation.themes,
        audience=tuple(word.value for word in organisation.audience),
        part_of=organisation.part_of,
        place=organisation.place,
        contacts=parts.contacts(context, organisation.contacts),
        phones=tuple(parts.phone(context, number) for number in phones),
        email="" if organisation.status is Status.ENDED else organisation.email or "",
        website=organisation.website or "",
        opening_hours=parts.opening_hours(context, organisation),
        exceptions=parts.exceptions(context, organisation, context.guide.place.get(organisation.place or "")),
        appointment=parts.signup(context, organisation.appointment),
        price=parts.price(
            context, organisation.price, _said({code: view.price for code, view in said.items()})
        ),
        languages=organisation.languages,
        documents=None if papers is None else tuple(word.value for word in papers),
        bring=tuple(texts(thing) for thing in organisation.bring),
        referral=texts(organisation.referral),
        remark=texts(organisation.remark),
        status=organisation.status.value,
        ended=parts.ending(context, organisation),
        checked=context.check(organisation),
        sources=parts.sources(organisation),
        former_ids=organisation.previous_ids,
        unreviewed=context.unreviewed(organisation),
        home=parts.home(context, "organisations", organisation.id),
    )


def _place(context: PublishingContext, place: Place) -> PublishedPlace:
    """Of a confidential place the address, the town, the point and the way there stay away."""
    here = context.guide.neighbourhood
    shown = not place.confidential
    point = place.public_point
    postal_code = place.postal_code or ("" if place.city else here.postal_code or "")
    return PublishedPlace(
        id=place.id,
        url=f"{context.site_url}plaatsen/{place.id}/",
        number=place.number,
        name=context.texts(place.name),
        summary=context.texts(place.summary),
        confidential=place.confidential,
        address=(place.address or "") if shown else "",
        postal_code=postal_code if shown else "",
        city=(place.city or here.municipality) if shown else "",
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        accessibility=tuple(word.value for word in place.accessibility),
        directions=context.texts(place.directions) if shown else {},
        opening_hours=parts.opening_hours(context, place),
        exceptions=parts.exceptions(context, place),
        remark=context.texts(place.remark),
        status=place.status.value,
        checked=context.check(place),
        sources=parts.sources(place),
        former_ids=place.previous_ids,
        unreviewed=context.unreviewed(place),
        place_type=place.place_type.value if shown and place.place_type else None,
        uitdatabank=(place.uitdatabank or "") if shown else "",
        home=parts.home(context, "places", place.id),
    )


def _theme(context: PublishingContext, theme: Theme) -> PublishedTheme:
    return PublishedTheme(
        theme.id,
        f"{context.site_url}themas/{theme.id}/",
        context.texts(theme.name),
        tuple(context.texts(synonym) for synonym in theme.synonyms),
    )


def _step(context: PublishingContext, step: Question | Choice | LastChoice) -> PublishedStep:
    return PublishedStep(
        id=step.id,
        url=f"{context.site_url}wegwijzer/{step.id}/",
        question=context.texts(step.question),
        answer=context.texts(step.answer),
        themes=step.themes,
        offers=step.offers,
        organisations=step.organisations,
        helplines=step.helplines,
        choices=tuple(choice.id for choice in step.choices),
    )


def _words(context: PublishingContext) -> tuple[PublishedWord, ...]:
    words = [
        PublishedWord(
            name,
            word.value,
            {code: label(context.words[code], word) for code in context.views},
            {code: explanation(context.words[code], word) for code in context.views}
            if isinstance(word, Function)
            else {},
        )
        for name, vocabulary in _LISTS.items()
        for word in vocabulary
    ]
    levels = [
        PublishedWord(
            DUTCH, str(level), {code: dutch_level(context.words[code], level) for code in context.views}, {}
        )
        for level in _LEVELS
    ]
    return (*words, *levels)
