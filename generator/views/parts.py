"""The pieces that several records show alike: where, whom to ask, what it costs, when it was checked."""

from decimal import Decimal

from babel.numbers import format_currency

from generator.model.fields import Period
from generator.model.freshness import flyer_end, freshness
from generator.model.records import Checked, Kept, Offer, Organisation, Place, Price, Signup
from generator.model.vocabulary import Audience, SignupNeed, Status, Vocabulary
from generator.views.context import ViewContext, fallback_view, published, telephone_link
from generator.views.shapes import (
    CheckedView,
    ContactView,
    Fact,
    Label,
    Link,
    Said,
    SourceView,
    WhereView,
)
from generator.wording.dates import full_date
from generator.wording.labels import dutch_level, label


def offer_link(context: ViewContext, offer: Offer) -> Link:
    return Link(offer.id, context.said(offer.name), f"aanbod/{offer.id}/", offer_pictogram(context, offer))


def organisation_link(context: ViewContext, organisation: Organisation) -> Link:
    href = f"sociale-kaart/{organisation.id}/"
    return Link(
        organisation.id, context.said(organisation.name), href, organisation.pictogram or "account-group"
    )


def place_link(context: ViewContext, place: Place) -> Link:
    pictogram = place.pictogram or "map-marker"
    return Link(place.id, context.said(place.name), f"plaatsen/{place.id}/", pictogram)


def theme_link(context: ViewContext, theme_id: str) -> Link:
    theme = context.guide.theme[theme_id]
    return Link(theme.id, context.said(theme.name), f"themas/{theme.id}/", theme.pictogram)


def offer_pictogram(context: ViewContext, offer: Offer) -> str:
    """The offer's own, else its first theme's: it is the face of the flyer."""
    if offer.pictogram:
        return offer.pictogram
    return context.guide.theme[offer.themes[0]].pictogram if offer.themes else "calendar-heart"


def labels(context: ViewContext, words: tuple[Vocabulary, ...]) -> tuple[Label, ...]:
    return tuple(Label(word.value, label(context.words, word)) for word in words)


def audience_labels(context: ViewContext, audience: tuple[Audience, ...]) -> tuple[Label, ...]:
    """For whom; "everyone" takes the place of all others."""
    if Audience.EVERYONE in audience:
        audience = (Audience.EVERYONE,)
    return labels(context, audience)


def sources(record: Kept) -> tuple[SourceView, ...]:
    return tuple(SourceView(source.title, source.url or "") for source in record.source)


def where(context: ViewContext, place: Place | None, note: Said | None = None) -> WhereView:
    """A place with its pin, a wording, or whom to ask."""
    _ = context.words.gettext
    if place is None:
        unplaced = (note,) if note else (Said(context.ask_briefly),)
        return WhereView(unplaced, known=note is not None)
    link = place_link(context, place)
    if place.confidential:
        hidden = Said(_("The address is not public. {ask}").format(ask=context.ask))
        return WhereView(tuple(line for line in (link.text, hidden, note) if line), known=True, place=link)
    address = Said(_address(place)) if place.address else None
    lines = tuple(line for line in (link.text, address, note) if line)
    point = place.coordinates
    cell = context.frame.cell(point.lat, point.lon) if point else None
    return WhereView(
        lines,
        known=True,
        place=link,
        number=place.number if cell and place.status != Status.ENDED else None,
        cell=cell,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        directions=context.said_or_none(place.directions),
    )


def _address(place: Place) -> str:
    city = " ".join(part for part in (place.postal_code, place.city) if part)
    return ", ".join(part for part in (place.address, city) if part)


def price(context: ViewContext, price: Price | None) -> Fact:
    """What it costs, reduced tariffs included."""
    _ = context.words.gettext
    if price is None:
        return Fact(context.ask_briefly, known=False)
    parts = []
    short, facet = "", "paid"
    if price.free or price.amount == 0:
        short, facet = _("free"), "free"
        parts.append(_("Free"))
    elif price.amount is not None:
        short = _euros(context, price.amount)
        parts.append(short)
    if price.reduced is not None:
        facet = "reduced" if facet == "paid" else facet
        parts.append(_("with a reduced tariff: {amount}").format(amount=_euros(context, price.reduced)))
    if price.tariffs:
        facet = "reduced" if facet == "paid" else facet
        tariffs = ", ".join(tariff.value for tariff in price.tariffs)
        parts.append(_("reduced with {tariffs}").format(tariffs=tariffs))
    said = ", ".join(parts)
    if price.note:
        note = context.said(price.note).text
        said = f"{said}. {note}" if said else note
    return Fact(said, known=True, short=short, id=facet)


def _euros(context: ViewContext, amount: Decimal) -> str:
    """ "€ 2,50"; whole euros without decimals."""
    whole = amount == amount.to_integral_value()
    pattern = "¤ #,##0" if whole else "¤ #,##0.00"
    return format_currency(amount, "EUR", format=pattern, locale=context.words.locale, currency_digits=False)


def signup(context: ViewContext, signup: Signup | None) -> Fact:
    _ = context.words.gettext
    if signup is None:
        return Fact(context.ask_briefly, known=False)
    said = label(context.words, signup.needed)
    if signup.how:
        said += " " + context.said(signup.how).text
    short = {
        SignupNeed.NONE: _("just come along"),
        SignupNeed.RECOMMENDED: _("please sign up"),
        SignupNeed.REQUIRED: _("sign up first"),
    }[signup.needed]
    return Fact(said, known=True, short=short, id=signup.needed.value)


def dutch(context: ViewContext, level: int | None) -> Fact | None:
    if level is None:
        return None
    return Fact(dutch_level(context.words, level), known=True, short=str(level), id=str(level))


def checked(context: ViewContext, checked: Checked | None, review_every: Period) -> CheckedView:
    """When a record was last confirmed; overdue ones say whom to ask."""
    _ = context.words.gettext
    state = freshness(checked, review_every, context.today)
    name = context.said(context.guide.neighbourhood.fallback.name).text
    if checked is None:
        return CheckedView(state, _("Not checked yet. Ask {name} if it is right.").format(name=name))
    day = full_date(context.words, checked.on)
    if state == "overdue":
        said = _("Not confirmed since {date}. Ask {name} if it is still right.").format(date=day, name=name)
    else:
        said = _("Checked on {date}.").format(date=day)
    return CheckedView(state, said, checked.on.isoformat())


def status_sentence(context: ViewContext, record: Offer | Organisation | Place) -> str:
    """Empty when it runs."""
    _ = context.words.gettext
    match record.status:
        case Status.RUNNING:
            return ""
        case Status.PLANNED:
            return _("This is planned, it has not started yet.")
        case Status.PAUSED:
            return _("This is paused for a while.")
        case Status.ENDED:
            pass
    ended = record.ended
    said = _("This has ended.")
    if ended and ended.on:
        said = _("This ended on {date}.").format(date=full_date(context.words, ended.on))
    if ended and ended.reason:
        said += " " + context.said(ended.reason).text
    return said


def instead(context: ViewContext, record: Offer | Organisation) -> Said | None:
    """What to do instead of what ended or paused; whom to ask if nobody wrote it."""
    if record.ended and record.ended.instead:
        return context.said(record.ended.instead)
    if record.status in (Status.ENDED, Status.PAUSED):
        return Said(context.ask)
    return None


def flyer_over(context: ViewContext, offer: Offer) -> str:
    """A sentence on a flyer that is no longer valid; mostly empty."""
    end = flyer_end(offer, context.today)
    if end is None:
        return ""
    said = context.words.gettext("The flyer was valid until {date} included.")
    return said.format(date=full_date(context.words, end))


def worker_contacts(context: ViewContext, ids: tuple[str, ...]) -> tuple[ContactView, ...]:
    """Workers who agreed to be named, and can be reached or met."""
    views = []
    for contact in published(context.guide.contact[i] for i in ids):
        organisation = context.guide.organisation.get(contact.organisation or "")
        views.append(
            ContactView(
                name=contact.name,
                role=context.said(contact.role).text,
                organisation=organisation_link(context, organisation) if organisation else None,
                phone=contact.phone or "",
                tel=telephone_link(contact.phone or ""),
                email=contact.email or "",
            )
        )
    return tuple(views)


def organisation_contacts(context: ViewContext, organisation: Organisation | None) -> tuple[ContactView, ...]:
    """An organisation as a contact, one for each of its numbers; none if it cannot be reached."""
    if organisation is None or organisation.status == Status.ENDED:
        return ()
    if not organisation.phones and not organisation.email:
        return ()
    link = organisation_link(context, organisation)
    numbers = organisation.phones or (None,)
    return tuple(
        ContactView(
            name=link.text.text,
            role=context.said(number.label).text if number and number.label else "",
            organisation=link,
            phone=number.number if number else "",
            tel=telephone_link(number.number) if number else "",
            email=(organisation.email or "") if index == 0 else "",
        )
        for index, number in enumerate(numbers)
    )


def contacts(
    context: ViewContext, ids: tuple[str, ...], organisation: Organisation | None
) -> tuple[ContactView, ...]:
    """Whom to ask: published workers, else the organisation, else the fallback. Never empty."""
    found = worker_contacts(context, ids) or organisation_contacts(context, organisation)
    return found or (fallback_view(context, context.guide.neighbourhood.fallback),)
