"""The pieces that several records show alike: where, whom to ask, what it costs, when it was checked."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal

from generator.model.fields import Period
from generator.model.freshness import flyer_end, freshness
from generator.model.inclusion import Home
from generator.model.phones import dialled
from generator.model.record import Checked, Kept
from generator.model.records import Notice, Offer, Organisation, Place, Price, Signup, Telephone
from generator.model.vocabulary import Audience, SignupNeed, Status, Vocabulary
from generator.views.context import ViewContext, fallback_view, published, whatsapp_number
from generator.views.getting_there import map_link, reach, whole_address
from generator.views.pictograms import PICTOGRAMS
from generator.views.shapes import (
    CheckedView,
    ContactView,
    Fact,
    FormerView,
    HomeView,
    Label,
    Link,
    Said,
    SourceView,
    WhereView,
)
from generator.wording.dates import day_and_date, full_date
from generator.wording.labels import dutch_level, label, language_name


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
    return tuple(Label(word.value, label(context.words, word), PICTOGRAMS.get(word, "")) for word in words)


def audience_labels(context: ViewContext, audience: tuple[Audience, ...]) -> tuple[Label, ...]:
    """For whom; "everyone" takes the place of all others."""
    if Audience.EVERYONE in audience:
        audience = (Audience.EVERYONE,)
    return labels(context, audience)


def former(context: ViewContext, kind: str, folder: str, ids: tuple[str, ...]) -> tuple[FormerView, ...]:
    return tuple(FormerView(f"{folder}/{old}/", context.qr(kind, old)) for old in ids)


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
    address = Said(address_of(place)) if place.address else None
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
        reach=reach(context, place),
        address=whole_address(context, place),
        map_link=map_link(place, link.text),
    )


def address_of(place: Place) -> str:
    """ "Dorpsstraat 9", with the town if it was typed; empty if it has none."""
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
    """ "€ 2,50", with the sign that is on the price in the shop; whole euros without decimals."""
    return _in_euros(context.words.locale, amount)


@lru_cache(maxsize=4096)
def _in_euros(locale: Locale, amount: Decimal) -> str:
    """Many offers cost the same."""
    whole = amount == amount.to_integral_value()
    return format_decimal(amount, "€ #,##0" if whole else "€ #,##0.00", locale=locale)


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


def appointment(context: ViewContext, appointment: Signup | None) -> Fact | None:
    """Whether one needs an appointment, and how to make one."""
    _ = context.words.gettext
    if appointment is None:
        return None
    said = {
        SignupNeed.NONE: _("You need no appointment."),
        SignupNeed.RECOMMENDED: _("An appointment helps, but is not required."),
        SignupNeed.REQUIRED: _("You need an appointment."),
    }[appointment.needed]
    if appointment.how:
        said += " " + context.said(appointment.how).text
    return Fact(said, known=True, id=appointment.needed.value)


def bring(context: ViewContext, record: Offer | Organisation) -> tuple[Said, ...]:
    """The papers that they ask for, or that they ask for none, and what else to bring."""
    papers = tuple(Said(label(context.words, document)) for document in record.documents or ())
    if record.documents == ():
        papers = (Said(context.words.gettext("no papers needed")),)
    return papers + tuple(context.said(thing) for thing in record.bring)


def dutch(context: ViewContext, level: int | None) -> Fact | None:
    if level is None:
        return None
    return Fact(dutch_level(context.words, level), known=True, short=str(level), id=str(level))


def checked(
    context: ViewContext, checked: Checked | None, review_every: Period, keeper: Home | None = None
) -> CheckedView:
    """When a record was last confirmed, and by whom it is kept; overdue ones say whom to ask."""
    _ = context.words.gettext
    state = freshness(checked, review_every, context.today)
    name = context.said(context.guide.neighbourhood.fallback.name).text
    ask = _("Not checked yet. Ask {name} if it is right.").format(name=name)
    short, day = _("Not checked yet."), ""
    if checked:
        day = full_date(context.words, checked.on)
        short = _("Checked on {date}.").format(date=day)
        ask = short
    if state == "overdue":
        short = _("Not confirmed since {date}.").format(date=day)
        ask = _("Not confirmed since {date}. Ask {name} if it is still right.").format(date=day, name=name)
    if keeper:
        taken = _("Taken over from {home}.").format(home=context.said(keeper.name).text)
        if state == "fresh":
            taken = _("Taken over from {home}, checked on {date}.").format(
                home=context.said(keeper.name).text, date=day
            )
            short = ask = taken
        else:
            short, ask = f"{taken} {short}", f"{taken} {ask}"
    return CheckedView(state, ask, checked.on.isoformat() if checked else "", short)


def home(context: ViewContext, shelf: str, name: str) -> HomeView | None:
    """Who keeps a record that was taken over from another guide."""
    found = context.guide.homes.get((shelf, name))
    if found is None:
        return None
    said = context.words.gettext("{home} keeps this up to date.").format(home=context.said(found.name).text)
    return HomeView(said, found.url or found.site)


def notice_dates(context: ViewContext, notice: Notice) -> str:
    """When a notice holds; empty where nobody wrote it."""
    _ = context.words.gettext
    since, until = (day and day_and_date(context.words, day) for day in (notice.since, notice.until))
    if since and until:
        return since if since == until else _("From {first} until {last}").format(first=since, last=until)
    if until:
        return _("Until {last}").format(last=until)
    return _("Since {first}").format(first=since) if since else ""


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
                tel=dialled(contact.phone or ""),
                whatsapp=whatsapp_number(contact.phone, contact.whatsapp),
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
    reached = ContactView(
        name=context.said(organisation.name).text,
        organisation=organisation_link(context, organisation),
        email=organisation.email or "",
    )
    numbers = tuple(_with_number(context, reached, number) for number in organisation.phones)
    # The e-mail address stands once, with the first number.
    return (numbers[0], *(replace(contact, email="") for contact in numbers[1:])) if numbers else (reached,)


def _with_number(context: ViewContext, contact: ContactView, number: Telephone) -> ContactView:
    return replace(
        contact,
        role=context.said(number.label).text if number.label else "",
        phone=number.number,
        tel=dialled(number.number),
        whatsapp=whatsapp_number(number.number, number.whatsapp),
        languages=tuple(language_name(context.words, code) for code in number.languages),
    )


def contacts_of_offer(context: ViewContext, offer: Offer) -> tuple[ContactView, ...]:
    """Whom to ask: published workers, else the organiser, else the fallback. Never empty."""
    organiser = context.guide.organisation.get(offer.organiser or "")
    found = worker_contacts(context, offer.contacts) or organisation_contacts(context, organiser)
    return found or (fallback_view(context, context.guide.neighbourhood.fallback),)


def contacts_of_organisation(context: ViewContext, organisation: Organisation) -> tuple[ContactView, ...]:
    """Whom to ask: its own numbers, and its published workers, else the fallback. Never empty."""
    own = organisation_contacts(context, organisation)
    found = own + worker_contacts(context, organisation.contacts)
    return found or (fallback_view(context, context.guide.neighbourhood.fallback),)
