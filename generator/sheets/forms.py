"""What the sheets to fill in show: to sign up, to refer somebody, to count on a round.

They are made from the records. What a record does not tell is a line to write on; nothing that
is written on them comes back here.
"""

from collections.abc import Iterable, Iterator, Mapping

from babel.lists import format_list

from generator.sheets.facts import bring_row, price_row, signup_row, when_row, where_row
from generator.sheets.form_words import form_names
from generator.sheets.labels import sheet_data
from generator.sheets.offers import Data, qr_data
from generator.views.forms import REFERRAL, SIGNUP, TALLY, FormSheet, FormsTab, referable, takes_names
from generator.views.shapes import ContactView, GuideView, OfferView, OrganisationView, Said
from generator.wording.casing import sentence_case
from generator.wording.words import Words

COMING = 2
"""So many closures and other hours of the next months are on a slip: it is used within weeks."""


FORM_FILES = {SIGNUP: "aanmelding", REFERRAL: "doorverwijzing", TALLY: "turfblad"}
FormRecord = OfferView | OrganisationView | None
"""What a sheet is made from; None for the general one."""


def form_file(kind: str, record: FormRecord = None) -> str:
    """ "turfblad.pdf", "aanmelding/kookles.pdf"."""
    return f"{FORM_FILES[kind]}/{record.id}.pdf" if record else f"{FORM_FILES[kind]}.pdf"


def every_form(guide: GuideView) -> Iterator[tuple[str, FormRecord]]:
    """The kind of each sheet to fill in and its record, the general ones first."""
    yield from ((kind, None) for kind in (SIGNUP, REFERRAL, TALLY))
    yield from ((SIGNUP, offer) for offer in guide.offers if takes_names(offer))
    yield from ((REFERRAL, organisation) for organisation in referable(guide))


def form_files(guide: GuideView) -> tuple[str, ...]:
    """File name of every sheet to fill in."""
    return tuple(form_file(kind, record) for kind, record in every_form(guide))


def named_form(name: str, guide: GuideView, words: Words) -> Data | None:
    """The data of `form.typ` for the sheet of that file name; None if there is none."""
    found = (single_form(*form, guide, words) for form in every_form(guide) if form_file(*form) == name)
    return next(found, None)


def forms_tab_data(tab: FormsTab) -> Data:
    """The tab sheet: what lies behind it."""
    return {
        "number": tab.number,
        "pictogram": "clipboard-edit-outline",
        "sheets": [
            {
                "number": str(sheet.number),
                "kind": sheet.kind,
                "name": sheet.offer.name if sheet.offer else None,
            }
            for sheet in tab.sheets
        ],
    }


def form_data(sheet: FormSheet, tab: FormsTab, guide: GuideView, words: Words) -> Data:
    """What one of them shows in the binder."""
    kinds: Mapping[str, Data] = {
        SIGNUP: signup_data(sheet.offer, words),
        REFERRAL: referral_data(None, guide, words),
        TALLY: tally_data(guide),
    }
    return {**kinds[sheet.kind], "number": str(sheet.number), "tab": tab.number}


def single_form(kind: str, record: FormRecord, guide: GuideView, words: Words) -> Data:
    """The data of `form.typ`: one of them on a sheet of its own."""
    name = form_names(words)[kind]
    title = f"{name}: {record.name}, {guide.name}" if record else f"{name} {guide.name}"
    if isinstance(record, OrganisationView):
        shown = referral_data(record, guide, words)
    else:
        shown = {SIGNUP: signup_data(record, words), REFERRAL: referral_data(None, guide, words)}.get(
            kind, tally_data(guide)
        )
    return {**sheet_data(guide, title, words), "kind": kind, "form": shown}


def signup_data(offer: OfferView | None, words: Words) -> Data:
    """A list of names for an offer; for None, what it is for has to be written too."""
    if offer is None:
        return {"name": None, "pictogram": "pencil", "function": None, "rows": []}
    rows = (
        when_row(offer, words),
        where_row(offer, words),
        price_row(offer, words),
        bring_row(offer, words),
        signup_row(offer, words),
    )
    return {
        "name": offer.name,
        "pictogram": offer.pictogram,
        "function": offer.function,
        "rows": [row for row in rows if row],
        "qr": qr_data(offer.qr),
        "checked": offer.checked,
    }


def tally_data(guide: GuideView) -> Data:
    """What to count on a round: the themes, and what the neighbourhood counts besides."""
    return {
        "themes": [{"name": theme.name, "pictogram": theme.pictogram} for theme in guide.themes],
        "answers": list(guide.tally.answers),
        "referrals": list(guide.tally.referrals),
    }


def referral_data(organisation: OrganisationView | None, guide: GuideView, words: Words) -> Data:
    """What somebody takes along who is referred; all that is not known is a line to write on."""
    _ = words.gettext
    if organisation is None:
        rows = [
            _row("where", "map-marker", _("Where"), lines=2),
            _row("way", "map-marker-path", _("How do you get there?"), lines=2),
            _row("bring", "bag-personal", _("To bring")),
            _row("phone", "phone", _("Phone")),
        ]
        return {"name": None, "pictogram": "account-arrow-right", "whom": [], "rows": rows, "qr": None}
    where, opening = organisation.where, organisation.opening
    known = where.lines if where.known else ()
    hours = [Said(line) for line in opening.lines] if opening else []
    hours += [Said(coming.text) for coming in (opening.coming if opening else organisation.closed)[:COMING]]
    if organisation.appointment:
        hours.insert(0, Said(organisation.appointment.text))
    way = [Said(f"{walk.label} {walk.start}, {walk.text}") for walk in where.reach]
    if where.directions:
        way.insert(0, where.directions)
    cost = [Said(organisation.price.text)] if organisation.price and organisation.price.known else []
    spoken = format_list(list(organisation.languages), locale=words.locale) if organisation.languages else ""
    rows = [
        _row("where", "map-marker", _("Where"), known, strong=True, number=where.number),
        _row("way", "map-marker-path", _("How do you get there?"), way),
        _row("open", "calendar-clock", _("Open"), hours, lines=0),
        _row("bring", "bag-personal", _("To bring"), organisation.bring),
        _row("price", "hand-coin", _("Price"), cost, lines=0),
        _row("languages", "translate", _("Languages"), [Said(spoken)] if spoken else [], lines=0),
        _call_row(organisation, guide, words),
    ]
    return {
        "name": organisation.name,
        "pictogram": organisation.pictogram,
        "whom": _people(organisation, guide),
        "rows": [row for row in rows if row["lines"] or row["blank"]],
        "qr": qr_data(organisation.qr),
        "checked": organisation.checked,
    }


def _row(
    row_id: str,
    icon: str,
    label: str,
    said: Iterable[Said] = (),
    lines: int = 1,
    *,
    strong: bool = False,
    number: int | None = None,
) -> Data:
    """A row; with nothing to say it has that many lines to write on."""
    texts = list(said)
    blank = 0 if texts else lines
    return {
        "id": row_id,
        "icon": icon,
        "label": label,
        "lines": texts,
        "blank": blank,
        "strong": strong,
        "number": number,
    }


def _people(organisation: OrganisationView, guide: GuideView) -> list[str]:
    """The workers there who agreed to be named."""
    others = (organisation.name.text, guide.fallback.name)
    named = (contact for contact in organisation.contacts if contact.name not in others)
    return list(dict.fromkeys(_with_role(contact) for contact in named))


def _with_role(contact: ContactView) -> str:
    return f"{contact.name}, {contact.role}" if contact.role else contact.name


def _call_row(organisation: OrganisationView, guide: GuideView, words: Words) -> Data:
    """The numbers to call; without any, whom to ask."""
    said = []
    for contact in organisation.contacts:
        if not contact.phone or contact == guide.fallback:
            continue
        spoken = format_list(list(contact.languages), locale=words.locale) if contact.languages else ""
        about = contact.role if contact.name == organisation.name.text else contact.name
        said.append(Said(", ".join(part for part in (contact.phone, about, spoken) if part)))
    if said:
        return _row("phone", "phone", words.gettext("Phone"), said, strong=True)
    ask = Said(sentence_case(words.language, organisation.ask))
    return _row("ask", "help-circle-outline", words.gettext("Questions?"), [ask])
