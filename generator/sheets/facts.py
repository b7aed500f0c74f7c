"""The facts of an offer as rows of a sheet: what we know, and one line for all we do not know."""

from dataclasses import dataclass

from babel.lists import format_list

from generator.views.shapes import ContactView, Fact, Label, OfferView, Said
from generator.wording.casing import sentence_case
from generator.wording.words import Words


@dataclass(frozen=True)
class FactRow:
    """One row: a pictogram, a word, and what there is to say."""

    id: str
    icon: str
    label: str
    lines: tuple[Said, ...]
    strong: bool = False
    """The first line is what people look for: bold."""
    number: int | None = None
    """Of the pin on the map."""
    cell: str | None = None
    level: int | None = None
    """How much Dutch, 1 to 4, to be drawn as blocks."""


def when_row(offer: OfferView, words: Words) -> FactRow | None:
    if not offer.when.known:
        return None
    lines = tuple(Said(sentence_case(words.language, line)) for line in offer.when.lines)
    return FactRow("when", "calendar-clock", words.gettext("When"), lines, strong=True)


def where_row(offer: OfferView, words: Words) -> FactRow | None:
    where = offer.where
    if not where.known:
        return None
    return FactRow(
        "where",
        "map-marker",
        words.gettext("Where"),
        tuple(Said(sentence_case(line.lang or words.language, line.text), line.lang) for line in where.lines),
        strong=True,
        number=where.number,
        cell=where.cell,
    )


def route_row(offer: OfferView, words: Words) -> FactRow | None:
    """The walk that people can do by themselves; the small map shows it."""
    if offer.route is None or not offer.route.distance:
        return None
    text = words.gettext(
        "You can always walk by yourself. Our suggestion, on the map: {distance}, about {time}."
    )
    said = Said(text.format(distance=offer.route.distance, time=offer.route.time))
    return FactRow("route", "map-marker-path", words.gettext("By yourself"), (said,))


def price_row(offer: OfferView, words: Words) -> FactRow | None:
    return _fact_row("price", "hand-coin", words.gettext("Price"), offer.price, words)


def signup_row(offer: OfferView, words: Words) -> FactRow | None:
    return _fact_row("signup", "pencil", words.gettext("Sign up"), offer.signup, words)


def dutch_row(offer: OfferView, words: Words) -> FactRow | None:
    if offer.dutch is None or not offer.dutch.known:
        return None
    level = int(offer.dutch.id) if offer.dutch.id.isdigit() else None
    said = (Said(offer.dutch.text),)
    return FactRow("dutch", "forum", words.gettext("Dutch"), said, level=level)


def contact_row(offer: OfferView, fallback: ContactView, words: Words) -> FactRow:
    """Whom to call. The fallback's line also takes in all that is not known."""
    label = words.gettext("Questions?")
    if offer.contacts == (fallback,):
        question = unknown_question(offer, words)
        return FactRow("contact", "phone", label, (Said(question or offer.ask),))
    reach = tuple(Said(line) for contact in offer.contacts for line in contact_lines(contact))
    return FactRow("contact", "phone", label, reach, strong=True)


def unknown_row(offer: OfferView, fallback: ContactView, words: Words) -> FactRow | None:
    """One friendly line for all that is not known, where the contact is somebody else."""
    question = unknown_question(offer, words)
    if not question or offer.contacts == (fallback,):
        return None
    label = words.gettext("Good to know")
    return FactRow("unknown", "chat-question-outline", label, (Said(question),))


def unknown_question(offer: OfferView, words: Words) -> str:
    """ "Wil je weten wanneer het is? Bel ..."; empty when all is known."""
    _ = words.gettext
    known = (
        (offer.when.known, _("when it is")),
        (offer.where.known, _("where it is")),
        (offer.price.known, _("what it costs")),
    )
    topics = [topic for is_known, topic in known if not is_known]
    if not topics:
        return ""
    listed = format_list(topics, locale=words.locale)
    asked = _("Do you want to know {topics}? {ask}").format(topics=listed, ask=offer.ask)
    return sentence_case(words.language, asked)


def bring_row(offer: OfferView, words: Words) -> FactRow | None:
    if not offer.bring:
        return None
    return FactRow("bring", "bag-personal", words.gettext("To bring"), offer.bring)


def audience_row(offer: OfferView, words: Words) -> FactRow | None:
    return _labels_row("audience", "account-group", words.gettext("For whom"), offer.audience, words)


def access_row(offer: OfferView, words: Words) -> FactRow | None:
    label = words.gettext("Getting in")
    return _labels_row("access", "wheelchair-accessibility", label, offer.accessibility, words)


def languages_row(offer: OfferView, words: Words) -> FactRow | None:
    if not offer.languages:
        return None
    said = sentence_case(words.language, format_list(list(offer.languages), locale=words.locale))
    return FactRow("languages", "translate", words.gettext("Languages"), (Said(said),))


def remark_row(offer: OfferView, words: Words) -> FactRow | None:
    if offer.remark is None:
        return None
    return FactRow("remark", "information-outline", words.gettext("Remark"), (offer.remark,))


def contact_lines(contact: ContactView) -> tuple[str, ...]:
    """Name and role, then how to reach them."""
    name = f"{contact.name}, {contact.role}" if contact.role else contact.name
    phone = f"{contact.phone} (WhatsApp)" if contact.whatsapp else contact.phone
    reach = " · ".join(part for part in (phone, contact.email) if part)
    return (name, reach) if reach else (name,)


def flyer_rows(offer: OfferView, fallback: ContactView, words: Words) -> tuple[FactRow, ...]:
    """For the resident, most needed first: a sheet that is too full leaves out the last ones."""
    rows = (
        when_row(offer, words),
        where_row(offer, words),
        price_row(offer, words),
        contact_row(offer, fallback, words),
        route_row(offer, words),
        signup_row(offer, words),
        dutch_row(offer, words),
        unknown_row(offer, fallback, words),
        bring_row(offer, words),
    )
    return tuple(row for row in rows if row)


def card_rows(offer: OfferView, fallback: ContactView, words: Words) -> tuple[FactRow, ...]:
    """For a card among many: what is not known is said once, on the page."""
    reachable = offer.contacts != (fallback,)
    rows = (
        when_row(offer, words),
        where_row(offer, words),
        price_row(offer, words),
        signup_row(offer, words),
        contact_row(offer, fallback, words) if reachable else None,
    )
    return tuple(row for row in rows if row)


def _fact_row(row_id: str, icon: str, label: str, fact: Fact, words: Words) -> FactRow | None:
    if not fact.known:
        return None
    return FactRow(row_id, icon, label, (Said(sentence_case(words.language, fact.text)),))


def _labels_row(
    row_id: str, icon: str, label: str, labels: tuple[Label, ...], words: Words
) -> FactRow | None:
    if not labels:
        return None
    said = sentence_case(words.language, format_list([item.text for item in labels], locale=words.locale))
    return FactRow(row_id, icon, label, (Said(said),))
