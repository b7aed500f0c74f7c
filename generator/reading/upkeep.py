"""Warnings: what is no mistake in itself, yet somebody should look at it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import BaseModel

from generator.model.fields import FIRST_LANGUAGE, Text
from generator.model.freshness import due_date, flyer_end, freshness
from generator.model.guide import Guide
from generator.model.reachable import can_be_reached
from generator.model.record import Checked
from generator.model.records import Contact, Neighbourhood, Offer, Organisation, Place
from generator.model.reviews import review_period
from generator.model.schedule import Holidays, Schedule, occurrences, takes_place
from generator.model.vocabulary import Status
from generator.reading.examples import example
from generator.reading.findings import Findings
from generator.reading.marks import Path, Tree
from generator.reading.shelves import Raw
from generator.reading.traps import Gettext

LONGEST_SIMPLE_SENTENCE = 10
"""In words."""
_YEAR = timedelta(weeks=52)
"""As many whole weeks as it has."""
_HOLDS_TEXTS = (Text, BaseModel, tuple)
_SENTENCE_END = re.compile(r"[.!?:](?:\s|$)|\n")


@dataclass(frozen=True)
class Placed:
    """A checked record, and where it stands."""

    record: BaseModel
    raw: Raw
    theirs: bool = False
    """Whether another guide keeps it: then it is theirs to look after."""

    @property
    def tree(self) -> Tree:
        return self.raw.tree

    @property
    def findings(self) -> Findings:
        return self.raw.findings

    def warn(self, keys: Path, message: str, remedy: str, kind: str) -> None:
        line, column = self.tree.key((*self.raw.path, *keys))
        self.findings.warning(line, column, message, remedy, kind=kind)


def check_upkeep(placed: Iterable[Placed], guide: Guide, today: date, _: Gettext) -> None:
    """Adds what is overdue, unchecked, without contact data, or odd to the findings."""
    for entry in placed:
        record = entry.record
        if entry.theirs:
            continue
        _check_languages(entry, record, (), guide.neighbourhood.languages, _)
        if isinstance(record, Neighbourhood) and FIRST_LANGUAGE not in record.languages:
            entry.warn(
                ("languages",),
                _("{code} is not among the languages: the guide is made in Dutch all the same.").format(
                    code=FIRST_LANGUAGE
                ),
                _("Write: {line}").format(
                    line=f"languages: [{', '.join((FIRST_LANGUAGE, *record.languages))}]"
                ),
                "no-dutch",
            )
        if isinstance(record, Offer | Organisation | Place):
            _check_ending(entry, record, today, _)
        if isinstance(record, Offer | Organisation) and record.simple:
            _check_simple(entry, record.simple, _)
        if getattr(record, "status", Status.RUNNING) is not Status.ENDED:
            _check_age(entry, guide, today, _)
            if isinstance(record, Offer):
                _check_filled(entry, record, guide, _)
                _check_offer_contact(entry, record, guide, _)
                _check_last(entry, record, today, _)
                _check_cancelled(entry, record, guide, today, _)
                _check_flyer(entry, record, today, _)
                _check_route(entry, record, guide, _)
            if isinstance(record, Organisation):
                _check_organisation_contact(entry, record, guide, _)
        if isinstance(record, Contact) and record.publish and not (record.phone or record.email):
            entry.warn(
                ("publish",),
                _("{name} is published, but without a phone number or e-mail address.").format(
                    name=record.name
                ),
                _("Add a phone or an email, or write: publish: no"),
                "no-contact",
            )


def _check_age(entry: Placed, guide: Guide, today: date, _: Gettext) -> None:
    record = entry.record
    if "checked" not in type(record).model_fields:
        return
    checked: Checked | None = getattr(record, "checked", None)
    period = review_period(record, guide)
    state = freshness(checked, period, today)
    if state == "unchecked":
        entry.warn(
            (), _("{id} has never been checked.").format(id=entry.raw.id),
            _("Ask whether it is right, and add: {example}").format(example=_today_checked(today)),
            "unchecked",
        )  # fmt: skip
    if state == "overdue" and checked:
        due = due_date(checked, period)
        entry.warn(
            ("checked",),
            _("{id} was last checked on {day}; that held until {due}.").format(
                id=entry.raw.id, day=checked.on, due=due
            ),
            _("Ask whether it is still right, and write: {example}").format(example=_today_checked(today)),
            "overdue",
        )
    if checked and checked.on > today:
        entry.warn(
            ("checked",),
            _("{id} was checked on {day}: that day has yet to come.").format(id=entry.raw.id, day=checked.on),
            _("Write the day on which somebody really asked."),
            "future",
        )


def _today_checked(today: date) -> str:
    return f"checked: {{on: {today}}}"


def _check_ending(entry: Placed, record: Offer | Organisation | Place, today: date, _: Gettext) -> None:
    if record.status is Status.ENDED and record.ended is None:
        entry.warn(
            ("status",),
            _("{id} has ended, but nothing says what to do instead.").format(id=entry.raw.id),
            _("Add for example: {example}").format(
                example=_("ended: {on: 2026-06-30, instead: Come along to the coffee on Monday.}")
            ),
            "ended",
        )
    if (
        record.ended
        and record.status is not Status.ENDED
        and not (record.ended.on and record.ended.on > today)
    ):
        entry.warn(
            ("ended",),
            _("{id} has ended, yet its status says otherwise.").format(id=entry.raw.id),
            _("Write: {line}").format(line="status: ended"),
            "ended",
        )


def _check_filled(entry: Placed, offer: Offer, guide: Guide, _: Gettext) -> None:
    """An offer without a theme has no place in the binder; without a function it has no colour."""
    themes = [theme.id for theme in guide.themes]
    for key, values, ids in (("functions", offer.functions, []), ("themes", offer.themes, themes)):
        if not values:
            entry.warn(
                (key,),
                _("{key} is empty, but it is needed.").format(key=key),
                _("Write for example: {example}").format(example=example(key, "Offer", _, ids)),
                "",
            )


def _check_last(entry: Placed, offer: Offer, today: date, _: Gettext) -> None:
    """An offer whose every schedule is over still stands in all lists."""
    lasts = [schedule.last for schedule in offer.when]
    if lasts and all(last and last < today for last in lasts):
        entry.warn(
            ("when",),
            _("The last day of {id} is over.").format(id=offer.id),
            _("Give it a new last day, or write: {line}").format(line="status: ended"),
            "past",
        )


def _check_cancelled(entry: Placed, offer: Offer, guide: Guide, today: date, _: Gettext) -> None:
    """A day that is cancelled and on which nothing takes place: people come on the day that was meant."""
    for number, schedule in enumerate(offer.when):
        if not schedule.has_rule and (schedule.on or not schedule.dates):
            continue  # its days are not known
        for index, cancelled in enumerate(schedule.cancelled):
            if takes_place(schedule, cancelled.on):
                continue
            path = (*entry.raw.path, "when", number, "cancelled", index)
            nearest = _nearest(schedule, guide.holidays, cancelled.on, today)
            entry.warn(
                entry.tree.find(path, {})[len(entry.raw.path) :],
                _("{id} does not take place on {day}: there is nothing to cancel.").format(
                    id=offer.id, day=cancelled.on
                ),
                _("Look at the date. The nearest day is {day}.").format(day=nearest)
                if nearest
                else _("Look at the date, or delete this line."),
                "",
            )


def _nearest(schedule: Schedule, holidays: Holidays, day: date, today: date) -> date | None:
    """The nearest day to come on which it takes place; of a day that is past, as seen from a year later."""
    while day < today:
        day += _YEAR
    found = occurrences(schedule, holidays, max(today, day - _YEAR), day + _YEAR)
    days = [occurrence.day for occurrence in found if not occurrence.cancelled]
    return min(days, key=lambda other: abs(other - day), default=None)


def _check_flyer(entry: Placed, offer: Offer, today: date, _: Gettext) -> None:
    end = flyer_end(offer, today)
    if end:
        entry.warn(
            ("flyer",),
            _("The flyer of {id} was valid until {day}: it is not in the binder any more.").format(
                id=offer.id, day=end
            ),
            _("Look whether it is still right, and give it a new date, or delete this line."),
            "flyer",
        )


def _check_route(entry: Placed, offer: Offer, guide: Guide, _: Gettext) -> None:
    """A walk can only lead past what is on the map."""
    for number, stop in enumerate(offer.route.stops if offer.route else ()):
        if guide.place[stop].public_point is None:
            entry.warn(
                ("route", "stops", number),
                _("{id} is not shown on the map: the walk leaves it out.").format(id=stop),
                _("Give that place an address or coordinates, or take it out of the stops."),
                "route",
            )


def _check_simple(entry: Placed, simple: Text, _: Gettext) -> None:
    """Plain language is short: who reads with difficulty loses a long sentence halfway."""
    for sentence in _SENTENCE_END.split(simple.first):
        count = len(sentence.split())
        if count > LONGEST_SIMPLE_SENTENCE:
            entry.warn(
                ("simple",),
                _("The simple text of {id} has a sentence of {count} words: {sentence}").format(
                    id=entry.raw.id, count=count, sentence=sentence.strip()
                ),
                _("Make two sentences of it, of at most {most} words each.").format(
                    most=LONGEST_SIMPLE_SENTENCE
                ),
                "simple",
            )


def _check_offer_contact(entry: Placed, offer: Offer, guide: Guide, _: Gettext) -> None:
    if not can_be_reached(offer, guide):
        entry.warn(
            (),
            _("{id} has no phone number or e-mail address to ask more.").format(id=offer.id),
            _("Give its organiser phones or an email, or name a published worker at contacts."),
            "no-contact",
        )


def _check_organisation_contact(entry: Placed, organisation: Organisation, guide: Guide, _: Gettext) -> None:
    if not can_be_reached(organisation, guide):
        entry.warn(
            (),
            _("{id} has no phone number or e-mail address to ask more.").format(id=organisation.id),
            _("Add phones or an email, once you know them for certain."),
            "no-contact",
        )


def _check_languages(
    entry: Placed, value: object, path: Path, languages: tuple[str, ...], _: Gettext
) -> None:
    """Texts in a language in which the guide is not made, or without Dutch."""
    if isinstance(value, BaseModel):
        said = value.__dict__
        for name, field in type(value).model_fields.items():
            item = said[name]
            if item and isinstance(item, _HOLDS_TEXTS):
                _check_languages(entry, item, (*path, field.alias or name), languages, _)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _check_languages(entry, item, (*path, index), languages, _)
    elif isinstance(value, Text):
        if len(value.versions) == 1 and value.versions[0][0] == FIRST_LANGUAGE:
            return
        here = entry.tree.find((*entry.raw.path, *path), {})[len(entry.raw.path) :]
        for code, _text in value.versions:
            if code not in (*languages, FIRST_LANGUAGE) and len(value.versions) > 1:
                entry.warn(
                    (*here, code),
                    _("The guide is not made in {code}, so this text appears nowhere.").format(code=code),
                    _("Add {code} to the languages of the neighbourhood, or leave the text out.").format(
                        code=code
                    ),
                    "language",
                )
        if not value.has(FIRST_LANGUAGE):
            entry.warn(
                here,
                _("This text is not there in Dutch."),
                _("Add the Dutch text, after: nl:"),
                "language",
            )
