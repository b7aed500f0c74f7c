"""What to do with a binder of an edition, in words: take out, put in, swap."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model.fields import FIRST_LANGUAGE
from generator.views.binder import BROCHURE, FRONT, HELPLINES, MAP, flyer_record, offer_record
from generator.views.editions import SwapEntry, SwapView
from generator.views.forms import FORMS, REFERRAL, SIGNUP, TALLY, form_record, is_form
from generator.views.shapes import FunctionView, GuideView, Said
from generator.wording.labels import edition_name, fact_names
from generator.wording.words import Words

Gettext = Callable[[str], str]
_FORM = "clipboard-edit-outline"
_PICTOGRAMS = {MAP: "map", HELPLINES: "phone"}


@dataclass(frozen=True)
class ChecklistLine:
    """One sheet to look for."""

    number: str
    """As printed at its foot: "3.2a"; empty for sheets without."""
    name: Said
    """An offer's as on paper, in the language of the binder."""
    pictogram: str
    """Of a sheet that has no function."""
    function: FunctionView | None
    detail: str
    """What changed, why it goes, or where it comes; may be empty."""


@dataclass(frozen=True)
class ChecklistGroup:
    """Sheets with which the same is to be done."""

    id: str
    """swap, out, in or front."""
    icon: str
    title: str
    lead: str
    lines: tuple[ChecklistLine, ...]
    """None for the front."""


@dataclass(frozen=True)
class ChecklistView:
    """Everything to do, in the order in which it is easiest."""

    old: str
    """ "editie 1"."""
    new: str
    """ "editie 2", or the name of the draft."""
    groups: tuple[ChecklistGroup, ...]


def view_checklist(swap: SwapView, guide: GuideView, words: Words) -> ChecklistView:
    """The checklist in the language of the words; the names of sheets stay as on paper."""
    _ = words.gettext
    current = {offer_record(offer.id): offer for offer in (*guide.offers, *guide.past_offers)}
    flyers = {flyer_record(flyer.id): flyer for flyer in guide.flyers}

    def line(entry: SwapEntry, detail: str) -> ChecklistLine:
        offer = current.get(entry.record)
        function = offer.function if offer else None
        on_paper = entry.record in current or entry.record in flyers
        lang = None if words.language == FIRST_LANGUAGE or not on_paper else FIRST_LANGUAGE
        name = Said(sheet_name(entry.record, entry.name, _), lang)
        pictogram = _PICTOGRAMS.get(entry.record, "tab")
        if is_form(entry.record):
            pictogram = _FORM
        elif entry.record in flyers:
            pictogram = "file-document-outline"
        return ChecklistLine(entry.number, name, pictogram, function, detail)

    reasons = {record: offer.status_text or offer.flyer_over for record, offer in current.items()}
    reasons |= {record: flyer.over for record, flyer in flyers.items()}
    groups = (
        ChecklistGroup(
            "swap",
            "swap-horizontal",
            _("Swap"),
            _("Take the old sheet out. Put the new one in its place."),
            tuple(line(entry, _changed(entry, words)) for entry in swap.replaced),
        ),
        ChecklistGroup(
            "out",
            "minus",
            _("Take out"),
            _("Take this sheet out. There is no new one."),
            tuple(line(entry, _why_out(entry, reasons, _)) for entry in swap.removed),
        ),
        ChecklistGroup(
            "in",
            "plus",
            _("Put in"),
            _("This sheet is new. Put it in."),
            tuple(line(entry, _where_in(entry, _)) for entry in swap.added),
        ),
    )
    front = ChecklistGroup(
        "front",
        "book-open-page-variant",
        _("In front"),
        _("Take everything before the map out: cover, explanation and lists. Put the new ones in."),
        (),
    )
    new = edition_name(words, swap.until) if swap.until else guide.edition.label
    return ChecklistView(
        edition_name(words, swap.since),
        new,
        (*(group for group in groups if group.lines), *((front,) if swap.front else ())),
    )


def sheet_name(record: str, name: str, _: Gettext) -> str:
    """ "Digipunt", "Wonen (tabblad)", "Buurtkaart", for a sheet as the ledger names it."""
    if record.startswith(("offer/", "flyer/")):
        return name
    if record.startswith(f"{form_record(SIGNUP)}/"):
        return _("Sign-up sheet: {name}").format(name=name)
    only = {
        FORMS: _("{theme} (tab sheet)").format(theme=_("To fill in")),
        form_record(SIGNUP): _("Sign-up sheet"),
        form_record(REFERRAL): _("Referral slip"),
        form_record(TALLY): _("Tally sheet"),
        FRONT: _("Cover and lists"),
        MAP: _("Map of the neighbourhood"),
        HELPLINES: _("Help by phone"),
        BROCHURE: _("Welcome brochure"),
    }
    return only.get(record) or _("{theme} (tab sheet)").format(theme=name)


def _changed(entry: SwapEntry, words: Words) -> str:
    """Of a leaf only: on other sheets there are no facts that people act on."""
    if not (entry.record.startswith("offer/") or is_form(entry.record)) or not entry.changed:
        return ""
    return words.gettext("Changed: {facts}").format(facts=fact_names(words, entry.changed))


def _why_out(entry: SwapEntry, reasons: Mapping[str, str], _: Gettext) -> str:
    if entry.now:
        return _("It is behind another tab now, as sheet {number}.").format(number=entry.now)
    return reasons.get(entry.record, "")


def _where_in(entry: SwapEntry, _: Gettext) -> str:
    if entry.after:
        return _("Behind tab {tab}, after sheet {number}").format(tab=entry.tab_name, number=entry.after)
    return _("Right behind tab {tab}").format(tab=entry.tab_name) if entry.tab_name else ""
