"""What came in, told in a terminal: what is new, what looks like ours, side by side."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from textwrap import wrap
from typing import Any

from generator.incoming.likeness import Beside, Compared
from generator.incoming.shapes import MODELS, Incoming
from generator.model.fields import Text
from generator.model.guide import Guide
from generator.model.records import Contact, Offer, Organisation, Place, Price
from generator.wording.schedules import schedule_lines
from generator.wording.words import Words

_LABEL, _COLUMN, _MOST_LINES = 14, 38, 4
Facts = dict[str, str]
"""Name of a field -> what it says; nothing where nothing is known."""


class Teller:
    """Tells staff what a feed brought."""

    def __init__(self, beside: Beside, guide: Guide, words: Words, today: date) -> None:
        self._beside, self._guide, self._words, self._today = beside, guide, words, today
        everything = (*(one.incoming for one in beside.new), *(incoming for incoming, _ours in beside.known))
        self._places = dict(guide.place) | {i.id: i.record for i in everything if i.shelf == "places"}
        self._names = {o.id: o.name.first for o in guide.organisations} | {
            i.id: i.record.name.first for i in everything if i.shelf == "organisations"
        }

    def lines(self) -> Iterator[str]:
        _, ngettext = self._words.gettext, self._words.ngettext
        fresh = [one for one in self._beside.new if not one.like]
        like = [one for one in self._beside.new if one.like]
        if fresh:
            said = ngettext("{count} new record:", "{count} new records:", len(fresh))
            yield said.format(count=len(fresh))
            yield from (f"  {self._headline(one.incoming)}" for one in fresh)
        if like:
            said = ngettext(
                "{count} record looks like one of ours:", "{count} records look like ours:", len(like)
            )
            yield said.format(count=len(like))
            for one in like:
                yield from self._side_by_side(one)
        changed = [(theirs, ours) for theirs, ours in self._beside.known if self._differs(theirs, ours)]
        if self._beside.known:
            count = len(self._beside.known)
            said = ngettext(
                "{count} record was taken over before.", "{count} records were taken over before.", count
            )
            yield said.format(count=count)
        if changed:
            yield _("These say something else by now. Change them yourself, if theirs is right:")
            for theirs, ours in changed:
                yield f"  {self._headline(theirs)}"
                yield from self._table(self._facts(ours), self._facts(theirs.record))

    def _headline(self, incoming: Incoming) -> str:
        kinds = {
            "offers": self._words.gettext("offer"),
            "organisations": self._words.gettext("organisation"),
            "places": self._words.gettext("place"),
            "contacts": self._words.gettext("contact"),
        }
        return f"{incoming.id} ({kinds[incoming.shelf]}): {_said(incoming.record.name)}"

    def _side_by_side(self, one: Compared) -> Iterator[str]:
        _ = self._words.gettext
        theirs = self._facts(one.incoming.record)
        yield f"  {self._headline(one.incoming)}"
        for like in one.like:
            said = _("looks like {id}: {reasons}")
            yield "    " + said.format(id=like.record.id, reasons=", ".join(like.reasons))
            yield from self._table(self._facts(like.record), theirs)

    def _table(self, ours: Facts, theirs: Facts) -> Iterator[str]:
        _ = self._words.gettext
        ours_, theirs_ = _("ours"), _("theirs")
        yield f"      {'':<{_LABEL}}{ours_:<{_COLUMN}}  {theirs_}"
        for name in ours:
            left, right = ours[name], theirs.get(name, "")
            if not (left or right):
                continue
            sign = " " if " ".join(left.split()) == " ".join(right.split()) else "≠"
            columns = (_lines(left), _lines(right))
            for number, (one, other) in enumerate(zip_longest(*columns, fillvalue="")):
                label = f"{sign} {name}" if number == 0 else ""
                yield f"    {label:<{_LABEL + 2}}{one:<{_COLUMN}}  {other}".rstrip()

    def _differs(self, theirs: Incoming, ours: Any) -> bool:
        """Only what the feed says counts."""
        said = self._facts(theirs.record)
        return any(said[name] and said[name] != fact for name, fact in self._facts(ours).items())

    def _facts(self, record: Any) -> Facts:
        _ = self._words.gettext
        facts = {_("name"): _said(record.name)}
        match record:
            case Contact():
                return facts | {_("phone"): record.phone or "", _("e-mail"): record.email or ""}
            case Place():
                return facts | {_("address"): _address(record)}
        assert isinstance(record, Offer | Organisation)
        place = self._places.get(record.place or "")
        facts[_("summary")] = _said(record.summary)
        if isinstance(record, Offer):
            lines = (
                line.text for each in record.when for line in schedule_lines(self._words, each, self._today)
            )
            facts[_("when")] = "; ".join(lines)
            facts[_("organiser")] = self._names.get(record.organiser or "", "")
        if isinstance(record, Organisation):
            facts[_("phone")] = ", ".join(phone.number for phone in record.phones)
            facts[_("e-mail")] = record.email or ""
            facts[_("website")] = record.website or ""
        where = (
            [_said(place.name), _address(place)] if place else [_said(getattr(record, "place_note", None))]
        )
        facts[_("place")] = ", ".join(dict.fromkeys(filter(None, where)))
        facts[_("price")] = _price(record.price, _("free"))
        return facts


def count_shelves(records: tuple[Incoming, ...], words: Words) -> str:
    """ "2 keer aanbod, 1 organisatie"."""
    ngettext = words.ngettext
    counts = {shelf: sum(record.shelf == shelf for record in records) for shelf in MODELS}
    said = {
        "offers": ngettext("{count} offer", "{count} offers", counts["offers"]),
        "organisations": ngettext("{count} organisation", "{count} organisations", counts["organisations"]),
        "places": ngettext("{count} place", "{count} places", counts["places"]),
        "contacts": ngettext("{count} contact", "{count} contacts", counts["contacts"]),
    }
    return ", ".join(said[shelf].format(count=count) for shelf, count in counts.items() if count)


def _said(value: Text | str | None) -> str:
    return value.first if isinstance(value, Text) else value or ""


def _address(place: Place) -> str:
    return ", ".join(filter(None, (place.address, " ".join(filter(None, (place.postal_code, place.city))))))


def _price(price: Price | None, free: str) -> str:
    if price is None:
        return ""
    parts = [free if price.free else f"€ {price.amount}" if price.amount is not None else ""]
    parts += [f"€ {price.reduced}" if price.reduced is not None else "", _said(price.note)]
    return ", ".join(part for part in parts if part)


def _lines(text: str) -> list[str]:
    lines = wrap(text, _COLUMN)
    return (
        lines
        if len(lines) <= _MOST_LINES
        else [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][:-4]} ..."]
    )
