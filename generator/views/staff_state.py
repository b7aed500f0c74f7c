"""The state of all records: what is to be done, by whom and where. Only what may be published."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Protocol

from generator.model.outside_links import LinkReport, OutsideLink
from generator.model.reachable import can_be_reached
from generator.model.records import Offer, Organisation, Place
from generator.model.reviews import Review, organisation_of, record_of, reviews
from generator.model.translations import texts_missing
from generator.problems import Location
from generator.views.context import ViewContext
from generator.views.staff_advice import advice_line
from generator.views.staff_links import link_trouble
from generator.views.staff_matrices import view_matrices
from generator.views.staff_shapes import StateView, ToDoGroup, ToDoView
from generator.wording.dates import full_date
from generator.wording.labels import language_name
from generator.wording.plain_records import Advice
from generator.wording.words import Words

_PAGES = {
    "offers": "aanbod",
    "organisations": "sociale-kaart",
    "places": "plaatsen",
    "questions": "wegwijzer",
}
_NAMES = ("name", "label", "title", "role")
"""A name may stay as it is in another language."""


class Locate(Protocol):
    """Where a record stands, or one of its fields."""

    def __call__(self, shelf: str, name: str, *keys: str | int) -> Location: ...


@dataclass(frozen=True)
class StateInput:
    """What the page is made of, besides the guide."""

    locate: Locate
    translation_lines: Mapping[str, Mapping[str, Location]]
    """Language -> path of a text -> where its translation stands, or should stand."""
    advice: tuple[Advice, ...]
    locate_text: Callable[[str], Location]
    """Path of a text -> where it stands."""
    links: tuple[OutsideLink, ...] = ()
    report: LinkReport = field(default_factory=LinkReport)


@dataclass(frozen=True)
class _Gatherer:
    """Makes the rows of the records that staff look after."""

    context: ViewContext
    given: StateInput

    def records(self) -> Iterator[Review]:
        """Workers only if they agreed to be named."""
        for review in reviews(self.context.guide):
            if review.shelf != "contacts" or self.context.guide.contact[review.id].publish:
                yield review

    @cached_property
    def by_id(self) -> dict[tuple[str, str], Review]:
        """(list, id) -> the record."""
        return {(review.shelf, review.id): review for review in self.records()}

    def row(
        self, review: Review, *details: str, keys: tuple[str, ...] = (), location: Location | None = None
    ) -> ToDoView:
        return ToDoView(
            name=review.name,
            kind=kind_of(self.context.words, review),
            href=page_of(review),
            responsible=self.responsible(review),
            details=tuple(detail for detail in details if detail),
            location=str(location or self.given.locate(review.shelf, review.id, *keys)),
        )

    def responsible(self, review: Review) -> str:
        """The organisation that knows; who checked it is named nowhere, unless it is an organisation."""
        guide = self.context.guide
        organisation = organisation_of(review, guide)
        return (organisation or guide.neighbourhood.fallback).name.first

    def record(self, review: Review) -> object:
        return record_of(review, self.context.guide)


def kind_of(words: Words, review: Review) -> str:
    """What sort of record it is: an organisation and its place often have one name."""
    _ = words.gettext
    return {
        "offers": _("offer"),
        "organisations": _("organisation"),
        "places": _("place"),
        "contacts": _("worker"),
        "questions": _("question"),
        "helplines": _("number to call"),
    }[review.shelf]


def page_of(review: Review) -> str:
    """Where the record is on the site, or empty."""
    folder = _PAGES.get(review.shelf)
    return f"{folder}/{review.id}/" if folder else ""


def view_state(context: ViewContext, given: StateInput) -> StateView:
    """Everything that is to be done, in the context's language."""
    gather = _Gatherer(context, given)
    groups = (
        _due(gather),
        _without_phone(gather),
        _without_address(gather),
        *(
            _untranslated(gather, code, paths)
            for code, paths in texts_missing(context.guide, given.translation_lines).items()
        ),
        _hard(gather),
        _dead_links(gather),
    )
    ngettext = context.words.ngettext
    count = sum(1 for _record in gather.records())
    lead = ngettext(
        "{count} record: what should be checked, filled in or written more simply?",
        "{count} records: what should be checked, filled in or written more simply?",
        count,
    )
    return StateView(
        title=context.words.gettext("State of all records"),
        lead=lead.format(count=count),
        groups=groups,
        matrices=view_matrices(context),
    )


def _group(id: str, title: str, lead: str, rows: Iterable[ToDoView], *, known: bool = True) -> ToDoGroup:
    rows = tuple(rows)
    return ToDoGroup(id, title, lead, rows, len(rows), known)


def _due(gather: _Gatherer) -> ToDoGroup:
    context = gather.context
    _ = context.words.gettext
    due = [review for review in gather.records() if review.is_due(context.today)]
    due.sort(key=lambda review: (review.due is not None, review.due, review.name) if review.due else (False,))
    return _group(
        "due",
        _("To be checked"),
        _("Call or drop in. Still right? Then write the date of today at “checked”."),
        (gather.row(review, _since(context, review), keys=("checked",)) for review in due),
    )


def _since(context: ViewContext, review: Review) -> str:
    _ = context.words.gettext
    if review.checked is None:
        return _("never checked")
    return _("checked on {date}").format(date=full_date(context.words, review.checked.on))


def _without_phone(gather: _Gatherer) -> ToDoGroup:
    context = gather.context
    _ = context.words.gettext

    def rows() -> Iterator[ToDoView]:
        for review in gather.records():
            record = gather.record(review)
            if isinstance(record, Offer | Organisation) and not can_be_reached(
                record, context.guide, by_phone=True
            ):
                by_mail = can_be_reached(record, context.guide)
                yield gather.row(review, _("there is an e-mail address") if by_mail else "")

    return _group(
        "phone",
        _("No phone number"),
        _("Add the number at the organisation: its offers have it too then."),
        rows(),
    )


def _without_address(gather: _Gatherer) -> ToDoGroup:
    _ = gather.context.words.gettext

    def rows() -> Iterator[ToDoView]:
        for review in gather.records():
            record = gather.record(review)
            if isinstance(record, Place):
                if not (record.confidential or record.address or record.coordinates):
                    yield gather.row(review, _("the place has no address"))
            elif isinstance(record, Offer):
                if not (record.place or record.place_note):
                    yield gather.row(review, _("nobody wrote where it is"))
            elif isinstance(record, Organisation) and not record.place:
                yield gather.row(review)

    return _group("address", _("No address"), _("Add “place”, with the id of a place."), rows())


def _untranslated(gather: _Gatherer, code: str, untranslated: Iterable[str]) -> ToDoGroup:
    context, lines = gather.context, gather.given.translation_lines[code]
    _, ngettext = context.words.gettext, context.words.ngettext
    missing = [
        (path, *_split(path))
        for path in untranslated
        if path.rpartition("/")[2] not in _NAMES and "synonyms" not in path.split("/")
    ]

    def rows() -> Iterator[ToDoView]:
        for (shelf, name), found in groupby(missing, key=lambda text: text[1:]):
            paths = [path for path, _shelf, _name in found]
            if review := gather.by_id.get((shelf, name)):
                said = ngettext("{count} text", "{count} texts", len(paths)).format(count=len(paths))
                yield gather.row(review, said, location=lines.get(paths[0], lines[""]))

    language = language_name(context.words, code)
    return _group(
        f"translation-{code}",
        _("No translation: {language}").format(language=language),
        _("Write it in the file of translations, or ask a translator."),
        rows(),
    )


def _split(path: str) -> tuple[str, str]:
    parts = path.removeprefix("socialmap/").split("/")
    return parts[0], parts[1]


def _hard(gather: _Gatherer) -> ToDoGroup:
    context, given = gather.context, gather.given
    _ = context.words.gettext
    found: dict[str, list[Advice]] = {}
    for advice in given.advice:
        found.setdefault(advice.path, []).append(advice)

    def rows() -> Iterator[ToDoView]:
        for path, advices in found.items():
            if review := gather.by_id.get(_split(path)):
                said = (advice_line(context.words, advice.hard) for advice in advices)
                yield gather.row(review, *said, location=given.locate_text(path))

    return _group("plain", _("Hard Dutch"), _("Advice only: would you say it so at the door?"), rows())


def _dead_links(gather: _Gatherer) -> ToDoGroup:
    context, given = gather.context, gather.given
    _ = context.words.gettext
    if given.report.on is None:
        lead = _("Not checked yet. Let it be done with: {command}").format(
            command="python -m generator links"
        )
        return _group("links", _("Dead links"), lead, (), known=False)

    def rows() -> Iterator[ToDoView]:
        for link in given.links:
            state = given.report.states.get(link.address)
            if state and state.dead:
                yield ToDoView(
                    link.name,
                    "",
                    "",
                    "",
                    (link_trouble(context.words, state), link.address),
                    str(link.location),
                )

    day = full_date(context.words, given.report.on)
    return _group("links", _("Dead links"), _("Looked at on {date}.").format(date=day), rows())
