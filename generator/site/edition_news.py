"""What the pages behind printed codes say of the paper: right, changed, or gone."""

from dataclasses import dataclass
from datetime import date

from generator.views.checklist import ChecklistView, view_checklist
from generator.views.editions import PrintedCode, PrintedEdition
from generator.views.flyers import FlyerView
from generator.views.shapes import GuideView, OfferView, Said
from generator.wording.dates import full_date
from generator.wording.labels import edition_name
from generator.wording.words import Words


@dataclass(frozen=True)
class FactNews:
    """A fact that the paper says otherwise than it is."""

    id: str
    """As in `Says`: "when"."""
    label: str
    was: tuple[Said, ...]
    """In the words of the paper; nothing where the paper says nothing."""
    now: tuple[Said, ...]


@dataclass(frozen=True)
class SheetNews:
    """What has become of a sheet."""

    state: str
    """right, unsure, new (it lacks something), changed or gone."""
    edition: str
    """ "editie 2, 23 november 2026": to find the sheet's own words again."""
    title: str
    """The answer in one sentence."""
    more: str
    """A second sentence, or empty."""
    facts: tuple[FactNews, ...]
    retired: str
    """A sentence if nobody should carry this sheet around any more."""

    @property
    def told(self) -> frozenset[str]:
        """The facts that the page need not tell again."""
        return frozenset(fact.id for fact in self.facts)


def sheet_news(printed: PrintedCode, offer: OfferView, paper_language: str, words: Words) -> SheetNews:
    """What to say of a sheet in the language of the words; the sheet itself is in `paper_language`."""
    _ = words.gettext
    facts = tuple(_fact(fact, was, offer, paper_language, words) for fact, was in printed.was.items())
    # Nobody can vouch for what was not checked in time: it only did not change here.
    sure = offer.checked.state == "fresh"
    state = printed.state
    match state:
        case "gone":
            title, more = _("This sheet is no longer right."), offer.flyer_over
        case "changed" if facts:
            title = _("This sheet is no longer right. This has changed:")
            more = _("The explanation has changed too.") if printed.other else ""
            if not any(fact.was for fact in facts):
                state, title = "new", _("This is new since the sheet was printed:")
        case "changed":
            state = "right" if sure else "unsure"
            title = _("Day, place and price have not changed since this sheet was printed.")
            more = _("Only the explanation has changed.")
        case _ if sure:
            title, more = _("This sheet is still right."), ""
        case _:
            state, title = "unsure", _("Nothing has changed since this sheet was printed.")
            more = offer.checked.text
    return SheetNews(
        state,
        _full_name(printed.edition, printed.printed_on, words),
        title,
        more,
        facts,
        _("This sheet belongs to an old binder. Ask for a new one.") if printed.retired else "",
    )


def flyer_news(printed: PrintedCode, flyer: FlyerView, words: Words) -> SheetNews:
    """What to say of the sheet of a partner's flyer: there is one answer, for the sheet as a whole."""
    _ = words.gettext
    state, title = printed.state, _("This sheet is still right.")
    if flyer.over:
        state, title = "gone", _("This sheet is no longer right.")
    elif state == "changed":
        title = _("There is a new version of this flyer.")
    return SheetNews(
        state,
        _full_name(printed.edition, printed.printed_on, words),
        title,
        "",
        (),
        _("This sheet belongs to an old binder. Ask for a new one.") if printed.retired else "",
    )


def _full_name(number: int, printed_on: date, words: Words) -> str:
    return words.gettext("edition {number}, {date}").format(number=number, date=full_date(words, printed_on))


def _fact(fact: str, was: tuple[str, ...], offer: OfferView, paper_language: str, words: Words) -> FactNews:
    _ = words.gettext
    paper = None if words.language == paper_language else paper_language
    now: tuple[Said, ...]
    match fact:
        case "name":
            label, now = _("What is it called?"), (offer.name,)
        case "when":
            label, now = _("When?"), tuple(Said(line) for line in offer.when.lines)
        case "where":
            label, now = _("Where?"), offer.where.lines
        case "price":
            label, now = _("What does it cost?"), (Said(offer.price.text),)
        case "contact":
            label, now = _("Whom can I ask?"), _whom(offer)
        case "signup":
            label, now = _("Do I have to sign up?"), (Said(offer.signup.text),)
        case "bring":
            label, now = _("What do I bring?"), offer.bring
        case "notice":
            label, now = _("Watch out"), (offer.notice,) if offer.notice else ()
        case _:
            label, now = _("Does it go on?"), (Said(offer.status_text or _("Yes, it goes on.")),)
    return FactNews(fact, label, tuple(Said(line, paper) for line in was), now)


def _whom(offer: OfferView) -> tuple[Said, ...]:
    people = tuple(
        Said(" · ".join(part for part in (person.name, person.phone, person.email) if part))
        for person in offer.contacts
        if person.phone or person.email
    )
    return people or (Said(offer.ask),)


@dataclass(frozen=True)
class EditionNews:
    """What to do with a binder of an edition."""

    language: str
    own_name: str
    """ "Nederlands", "français"."""
    direction: str
    words: Words
    home: str
    """The folder of the language, from the root of the site."""
    number: int
    name: str
    """ "editie 2"."""
    full_name: str
    """ "editie 2, 23 november 2026"."""
    printed_on: str
    state: str
    """right, changed or retired."""
    title: str
    checklist: ChecklistView | None
    ask: str


def edition_news(edition: PrintedEdition, guide: GuideView, words: Words, folder: str) -> EditionNews:
    _ = words.gettext
    checklist = None
    if edition.retired:
        state = "retired"
        title = _("This binder is no longer used. Ask for a new one, and do not hand out its sheets.")
    elif edition.swap:
        state, checklist = "changed", view_checklist(edition.swap, guide, words)
        title = _("Some sheets in this binder have changed.")
    else:
        state, title = "right", _("This binder is still right: there is nothing to swap.")
    return EditionNews(
        guide.language,
        dict(guide.languages)[guide.language],
        guide.direction,
        words,
        folder,
        edition.number,
        edition_name(words, edition.number),
        _full_name(edition.number, edition.printed_on, words),
        full_date(words, edition.printed_on),
        state,
        title,
        checklist,
        guide.ask,
    )
