"""The editions of one neighbourhood: how today's binder stands to what was printed, and how it is frozen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from generator.model.codes import code_of
from generator.model.ledger import (
    Content,
    Edition,
    LedgerSheet,
    facts_of,
    fingerprint,
)
from generator.project import Project, staff_words
from generator.reading.ledger import renamed_records, render_edition, render_header, render_retirement
from generator.sheets.binder import Sheet, binder_sheets, form_sheet, leaf_sheet
from generator.sheets.contents import (
    brochure_content,
    form_content,
    leaf_content,
    partner_content,
    sheet_content,
)
from generator.source import Source, load, view_context
from generator.views.binder import BROCHURE, FRONT, BinderView, Leaf, Mark, TabSheet, view_binder
from generator.views.context import ViewContext
from generator.views.editions import BoundSheet, Standing
from generator.views.forms import FORMS, FormSheet, FormsTab
from generator.views.guide import view_edition, view_guide
from generator.views.shapes import GuideView, OfferView, OrganisationView
from generator.views.when import when


@dataclass(frozen=True)
class Bound:
    """Today's binder beside the ledger; its sheets carry the marks of their editions."""

    binder: BinderView
    standing: Standing


def bind(source: Source, guide: GuideView) -> Bound:
    """The binder of today, in the first language of the guide, compared with all editions."""
    context = view_context(source, guide.language)
    renamed = renamed_records(source.guide)
    binder = view_binder(guide, context.words, source.ledger.numbers(renamed))
    sheets = partial(_bound_sheets, source, context, guide, binder)
    standing = Standing(source.ledger, source.today, sheets, renamed)
    return Bound(replace(binder, marks=_marks(context, standing)), standing)


def _bound_sheets(
    source: Source, context: ViewContext, guide: GuideView, binder: BinderView
) -> Iterable[BoundSheet]:
    words, prose = context.words, source.project.prose()
    places = {leaf.record: (leaf, tab) for tab in binder.tabs for leaf in tab.leaves}
    tabs = {tab.record: tab for tab in binder.tabs}
    forms = {form.record: form for form in binder.forms.sheets}
    organisers = {organisation.id: organisation for organisation in guide.organisations}
    for sheet in binder_sheets(binder, guide, "", {}, prose, words, source.flyers):
        if sheet.record in places:
            leaf, tab = places[sheet.record]
            said_on: Callable[[date], Content]
            if isinstance(leaf, Leaf):
                organiser = organisers.get(leaf.offer.organiser.id) if leaf.offer.organiser else None
                said_on = cache(_leaf_content(context, guide, binder, leaf, tab, organiser))
                code = code_of("offer", leaf.offer.id)
            else:
                said_on = _always(partial(partner_content, sheet))
                code = code_of("flyer", leaf.flyer.id)
            yield BoundSheet(
                sheet.record, said_on, leaf.name.text, tab.number, _tab_name(tab), leaf.number, code
            )
        elif sheet.record in tabs:
            tab = tabs[sheet.record]
            said = _always(partial(sheet_content, sheet, guide))
            yield BoundSheet(sheet.record, said, tab.name, tab.number, _tab_name(tab) if tab.part > 1 else "")
        elif sheet.record in forms:
            yield _bound_form(context, guide, sheet, forms[sheet.record], binder.forms)
        elif sheet.record == FORMS:
            said = _always(partial(sheet_content, sheet, guide))
            yield BoundSheet(FORMS, said, binder.forms.name, binder.forms.number)
        else:
            yield BoundSheet(sheet.record, _always(partial(sheet_content, sheet, guide)))
    yield BoundSheet(BROCHURE, _always(partial(brochure_content, guide, prose, words)))


def _bound_form(
    context: ViewContext, guide: GuideView, sheet: Sheet, form: FormSheet, tab: FormsTab
) -> BoundSheet:
    """A sheet to fill in. It has the plain code of its offer: that one is right whenever it is scanned."""
    offer = form.offer
    if offer is None:
        return BoundSheet(
            form.record, _always(partial(form_content, sheet, None)), "", tab.number, tab.title, form.number
        )

    def said_on(day: date) -> Content:
        then = _said_on(context, offer, day)
        return form_content(form_sheet(replace(form, offer=then), tab, guide, context.words), then)

    return BoundSheet(form.record, cache(said_on), offer.name.text, tab.number, tab.title, form.number)


def _said_on(context: ViewContext, offer: OfferView, day: date) -> OfferView:
    """An offer with its times in the words of a certain day: "from 4 September on" is so only before it."""
    return replace(offer, when=when(replace(context, today=day), context.guide.offer[offer.id]))


def _tab_name(tab: TabSheet) -> str:
    return f"{tab.number} {tab.theme.name}"


def _always(content: Callable[[], Content]) -> Callable[[date], Content]:
    """What a sheet says on any day; made once, when somebody asks."""
    made = cache(content)
    return lambda day: made()


def _leaf_content(
    context: ViewContext,
    guide: GuideView,
    binder: BinderView,
    leaf: Leaf,
    tab: TabSheet,
    organiser: OrganisationView | None,
) -> Callable[[date], Content]:
    """What a leaf says in the words of a certain day."""

    def said_on(day: date) -> Content:
        offer = _said_on(context, leaf.offer, day)
        words = context.words
        sheet = leaf_sheet(replace(leaf, offer=offer), tab, guide, organiser, {}, words, binder)
        return leaf_content(sheet, offer, guide)

    return said_on


def marks_in(source: Source, language: str, standing: Standing) -> dict[str, Mark]:
    """The same marks in the words of another language: a translated flyer has the code of the Dutch one."""
    return _marks(view_context(source, language), standing)


def _marks(context: ViewContext, standing: Standing) -> dict[str, Mark]:
    """What each sheet carries: the edition in which it was printed as it is. A draft has none."""
    current = standing.current
    if current is None:
        return {}
    marks = {}
    for sheet in standing.sheets:
        edition = standing.edition_of(sheet.record)
        assert edition, "in an edition every sheet has been printed"
        code = standing.kept[sheet.record].code
        number = edition.edition
        label = view_edition(context, edition).label
        qr = context.qr_of(f"{code}-{number}") if code else None
        if sheet.record == FRONT:
            qr = context.qr_of(str(number), "E")
        marks[sheet.record] = Mark(label, qr)
    return marks


def stamped(source: Source, guide: GuideView, standing: Standing) -> GuideView:
    """The guide with the name of the edition that it is, or of the draft after it."""
    context = view_context(source, guide.language)
    return replace(guide, edition=view_edition(context, standing.current, source.ledger.newest))


@dataclass(frozen=True)
class Frozen:
    """What `edition new` did: the edition, or the newest one if nothing has changed since."""

    edition: Edition
    new: bool
    changed: int
    """How many of its sheets are new or changed."""


def bound_today(project: Project, today: date) -> tuple[Source, GuideView, Bound]:
    """Today's binder beside the ledger. Raises BuildStopped with all mistakes of the input."""
    source = load(project, today)
    context = view_context(source, source.languages[0])
    guide = view_guide(context, source.languages)
    bound = bind(source, guide)
    return source, stamped(source, guide, bound.standing), bound


def new_edition(project: Project, today: date) -> Frozen:
    """Freezes today's binder as the next edition, in the ledger; nothing if it is no other than the last.

    Raises BuildStopped with all mistakes of the input.
    """
    source, _guide, bound = bound_today(project, today)
    standing, newest = bound.standing, source.ledger.newest
    if standing.current:
        return Frozen(standing.current, new=False, changed=0)
    number = newest.edition + 1 if newest else 1
    sheets = tuple(_frozen(sheet, standing, today) for sheet in standing.sheets)
    edition = Edition(edition=number, date=today, site=source.settings.url, sheets=sheets)
    project.add_to_ledger(render_edition(edition), render_header(staff_words()))
    return Frozen(edition, new=True, changed=sum(sheet.since is None for sheet in sheets))


def _frozen(sheet: BoundSheet, standing: Standing, today: date) -> LedgerSheet:
    """A sheet as it goes into the ledger. What did not change stays as it was printed, its code too."""
    printed = standing.edition_of(sheet.record)
    # The cover names its edition, so it is always a new one.
    if printed and sheet.record != FRONT:
        before = standing.kept[sheet.record]
        return before.model_copy(update={"since": printed.edition, "says": None})
    content = sheet.content(today)
    says = facts_of(content)
    return LedgerSheet(
        tab=sheet.tab,
        position=sheet.number.place if sheet.number else None,
        record=sheet.record,
        code=sheet.code,
        fingerprint=fingerprint(content),
        says=says if any(lines for _fact, lines in says) else None,
    )


def retire_edition(project: Project, today: date, number: int) -> None:
    """Notes that nobody should carry around the binder of an edition any more; its codes stay alive."""
    project.add_to_ledger(render_retirement(number, today), render_header(staff_words()))
